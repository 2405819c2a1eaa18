/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "hc-label-error.h"
#include "label-fixture.h"

/* Real labels, looked at by another way: the tree that libxml2 makes of a file, and XPath. */

#define IN_LABEL "not(ancestor::v:excerpt)"

typedef struct
{
  char               *xml;
  gsize               length;
  xmlDoc             *tree;
  xmlXPathContext    *context;
} File;

static void
file_open (File       *file,
           const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &file->xml, &file->length, &error);
  g_assert_no_error (error);
  file->tree = xmlReadMemory (file->xml, (int) file->length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOENT);
  g_assert_nonnull (file->tree);
  file->context = xmlXPathNewContext (file->tree);
  xmlXPathRegisterNs (file->context, BAD_CAST "v", BAD_CAST "urn:hl7-org:v3");
}

static void
file_close (File *file)
{
  xmlXPathFreeContext (file->context);
  xmlFreeDoc (file->tree);
  g_free (file->xml);
}

/* Returns: (transfer full): what an expression is below a node, %NULL for the root, without blanks around it */
static char *
evaluate (File       *file,
          xmlNode    *node,
          const char *expression)
{
  g_autofree char *whole = g_strconcat ("string (", expression, ")", NULL);
  xmlXPathObject *result;
  xmlChar *text;
  char *copy;

  file->context->node = node != NULL ? node : xmlDocGetRootElement (file->tree);
  result = xmlXPathEvalExpression (BAD_CAST whole, file->context);
  g_assert_nonnull (result);
  text = xmlXPathCastToString (result);
  copy = g_strstrip (g_strdup ((const char *) text));
  xmlFree (text);
  xmlXPathFreeObject (result);

  return copy;
}

static xmlXPathObject *
select_nodes (File       *file,
              xmlNode    *node,
              const char *expression)
{
  xmlXPathObject *result;

  file->context->node = node != NULL ? node : xmlDocGetRootElement (file->tree);
  result = xmlXPathEvalExpression (BAD_CAST expression, file->context);
  g_assert_nonnull (result);

  return result;
}

static guint
count (xmlXPathObject *nodes)
{
  return nodes->nodesetval != NULL ? (guint) nodes->nodesetval->nodeNr : 0;
}

/* Returns: (transfer full): a text without any blanks, and without what tells a small letter from another */
static char *
squeeze (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *squeezed = g_string_new (NULL);

  for (const char *position = plain; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      /* Dashes are minus signs where they are small. */
      if (character == 0x2212 || character == 0x2013 || character == 0x2010)
        character = '-';
      if (!g_unichar_isspace (character))
        g_string_append_unichar (squeezed, character);
    }

  return g_string_free_and_steal (squeezed);
}

static void
assert_same (const char *text,
             const char *expected)
{
  g_autofree char *first = squeeze (text != NULL ? text : "");
  g_autofree char *second = squeeze (expected);

  g_assert_cmpstr (first, ==, second);
}

#define assert_text(file, node, value, expression)                     \
  G_STMT_START {                                                        \
    g_autofree char *expected = evaluate (file, node, expression);      \
    assert_same (value, expected);                                      \
  } G_STMT_END

/* Returns: (transfer full): the strength as a label tells it, worked out from the tree */
static char *
work_out_strength (File    *file,
                   xmlNode *ingredient)
{
  g_autofree char *value = evaluate (file, ingredient, "v:quantity/v:numerator/@value");
  g_autofree char *unit = evaluate (file, ingredient, "v:quantity/v:numerator[@unit != '1']/@unit");
  g_autofree char *per = evaluate (file, ingredient, "v:quantity/v:denominator/@value");
  g_autofree char *per_unit = evaluate (file, ingredient, "v:quantity/v:denominator[@unit != '1']/@unit");
  gboolean is_one = g_str_equal (per, "1") || *per == '\0';

  return g_strconcat (value, *unit != '\0' ? " " : "", unit,
                      *per_unit != '\0' || !is_one ? "/" : "",
                      is_one ? "" : per, is_one || *per_unit == '\0' ? "" : " ", per_unit, NULL);
}

static void
check_ingredients (File                 *file,
                   xmlNode              *node,
                   const HcLabelProduct *product)
{
  xmlXPathObject *ingredients = select_nodes (file, node, "v:manufacturedProduct/v:ingredient");

  g_assert_cmpuint (product->ingredients->len, ==, count (ingredients));

  for (guint i = 0; i < product->ingredients->len; i++)
    {
      xmlNode *element = ingredients->nodesetval->nodeTab[i];
      const HcLabelIngredient *ingredient = product->ingredients->pdata[i];
      g_autofree char *strength = work_out_strength (file, element);
      g_autofree char *class_code = evaluate (file, element, "@classCode");

      assert_text (file, element, ingredient->name, "v:ingredientSubstance/v:name");
      assert_text (file, element, ingredient->moiety, "v:ingredientSubstance/v:activeMoiety[1]/v:activeMoiety/v:name");
      g_assert_cmpstr (ingredient->strength != NULL ? ingredient->strength : "", ==, strength);
      g_assert_cmpint (ingredient->is_active, ==, g_str_has_prefix (class_code, "ACTI"));
    }

  xmlXPathFreeObject (ingredients);
}

#define CHARACTERISTIC(code) "v:subjectOf/v:characteristic[v:code/@code = '" code "'][1]/v:value"

static void
check_product (File                 *file,
               xmlNode              *node,
               const HcLabelProduct *product)
{
  g_autofree char *shape = evaluate (file, node, CHARACTERISTIC ("SPLSHAPE") "/@code");
  g_autofree char *color = evaluate (file, node, CHARACTERISTIC ("SPLCOLOR") "/@code");
  g_autofree char *color2 = evaluate (file, node, "v:subjectOf[v:characteristic/v:code/@code = 'SPLCOLOR'][2]"
                                                  "/v:characteristic/v:value/@code");
  g_autofree char *size = evaluate (file, node, CHARACTERISTIC ("SPLSIZE") "/@value");
  g_autofree char *score = evaluate (file, node, CHARACTERISTIC ("SPLSCORE") "/@value");

  assert_text (file, node, product->key, "v:manufacturedProduct/v:code/@code");
  assert_text (file, node, product->name, "v:manufacturedProduct/v:name");
  assert_text (file, node, product->generic, "v:manufacturedProduct/v:asEntityWithGeneric/v:genericMedicine/v:name");
  assert_text (file, node, product->form, "v:manufacturedProduct/v:formCode/@displayName");
  assert_text (file, node, product->route, ".//v:routeCode[1]/@displayName");
  assert_text (file, node, product->imprint, CHARACTERISTIC ("SPLIMPRINT"));
  g_assert_cmpint (product->shape, ==, hc_pill_shape_from_code (shape));
  g_assert_cmpint (product->colors[0], ==, hc_pill_color_from_code (color));
  g_assert_cmpint (product->colors[1], ==, hc_pill_color_from_code (color2));
  g_assert_cmpfloat (product->size, ==, g_ascii_strtod (size, NULL));
  g_assert_cmpint (product->score, ==, g_ascii_strtoll (score, NULL, 10));
  check_ingredients (file, node, product);
}

/* All words of all texts must be there, in their order. What the reader adds are brackets around footnotes. */
static void
check_sections (File    *file,
                HcLabel *label)
{
  xmlXPathObject *sections = select_nodes (file, NULL, "//v:section[" IN_LABEL "]");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_expected = 0, n_texts = 0;

  for (guint i = 0; i < count (sections); i++)
    {
      xmlNode *section = sections->nodesetval->nodeTab[i];
      g_autofree char *words = evaluate (file, section, "v:text");
      g_autofree char *squeezed = squeeze (words);

      n_expected += *squeezed != '\0';
      g_string_append (expected, squeezed);
    }

  for (guint i = 0; i < label->sections->len; i++)
    {
      const HcLabelSection *section = label->sections->pdata[i];
      g_auto (GStrv) lines = g_strsplit (section->text != NULL ? section->text : "", "\n", -1);

      n_texts += section->text != NULL && *section->text != '\0';
      for (guint j = 0; lines[j] != NULL && *lines[j] != '\0'; j++)
        {
          g_autofree char *squeezed = squeeze (lines[j] + 1);

          g_assert_nonnull (strchr ("pihcr", *lines[j]));
          g_string_append (text, squeezed);
        }
    }

  g_assert_cmpuint (n_texts, ==, n_expected);
  g_string_replace (expected, "[", "", 0);
  g_string_replace (expected, "]", "", 0);
  g_string_replace (text, "[", "", 0);
  g_string_replace (text, "]", "", 0);
  g_assert_cmpstr (text->str, ==, expected->str);
  xmlXPathFreeObject (sections);
}

/* The title and the code of each section that has a title, in their order. */
static void
check_titles (File    *file,
              HcLabel *label)
{
  xmlXPathObject *sections = select_nodes (file, NULL, "//v:section[" IN_LABEL "][normalize-space (v:title) != '']");
  guint place = 0;

  for (guint i = 0; i < label->sections->len; i++)
    {
      const HcLabelSection *section = label->sections->pdata[i];
      g_autofree char *level = NULL;
      xmlNode *node;

      if (section->title == NULL)
        continue;

      g_assert_cmpuint (place, <, count (sections));
      node = sections->nodesetval->nodeTab[place++];
      assert_text (file, node, section->title, "v:title");
      assert_text (file, node, section->code, "v:code/@code");
      level = evaluate (file, node, "count (ancestor-or-self::v:section)");
      g_assert_cmpint (section->level, ==, g_ascii_strtoll (level, NULL, 10));
    }

  g_assert_cmpuint (place, ==, count (sections));
  xmlXPathFreeObject (sections);
}

static void
check_label (File    *file,
             HcLabel *label)
{
  xmlXPathObject *products = select_nodes (file, NULL, "//v:subject/v:manufacturedProduct");
  g_autofree char *set_id = evaluate (file, NULL, "/v:document/v:setId/@root");
  g_autofree char *version = evaluate (file, NULL, "/v:document/v:versionNumber/@value");
  g_autofree char *date = evaluate (file, NULL, "/v:document/v:effectiveTime/@value");
  g_autofree char *lower = g_ascii_strdown (set_id, -1);
  g_autofree char *dashed = g_strdup_printf ("%.4s-%.2s-%.2s", date, date + 4, date + 6);
  g_autofree char *code = evaluate (file, NULL, "/v:document/v:code/@code");
  g_autofree char *title = evaluate (file, NULL, "/v:document/v:title");

  g_assert_cmpstr (label->set_id, ==, lower);
  g_assert_cmpint (label->version, ==, g_ascii_strtoll (version, NULL, 10));
  g_assert_cmpstr (label->effective, ==, dashed);
  g_assert_cmpint (label->kind, ==, hc_label_kind_from_document_code (code));
  assert_same (label->title, title);
  assert_text (file, NULL, label->maker,
               "/v:document/v:author/v:assignedEntity/v:representedOrganization/v:name");

  g_assert_cmpuint (label->products->len, ==, count (products));
  for (guint i = 0; i < label->products->len; i++)
    check_product (file, products->nodesetval->nodeTab[i], label->products->pdata[i]);
  xmlXPathFreeObject (products);

  check_sections (file, label);
  check_titles (file, label);
}

static GPtrArray *
list_files (void)
{
  g_autofree char *folder = label_fixture_find_shared ("spl");
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (folder == NULL)
    {
      g_test_skip ("There are no real labels here");
      return NULL;
    }

  paths = g_ptr_array_new_with_free_func (g_free);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_assert_cmpuint (paths->len, >, 0);

  return g_steal_pointer (&paths);
}

static gboolean
is_index (const char *path)
{
  return strstr (path, "pharmclass") != NULL;
}

static void
test_values (void)
{
  g_autoptr (GPtrArray) paths = list_files ();
  guint n_imprints = 0;

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcLabel) label = NULL;
      File file;

      g_test_message ("%s", (const char *) paths->pdata[i]);
      file_open (&file, paths->pdata[i]);
      label = label_fixture_read_spl (file.xml, file.length, file.length, &error);

      if (is_index (paths->pdata[i]))
        {
          g_assert_error (error, HC_LABEL_ERROR, HC_LABEL_ERROR_INDEX);
          g_assert_null (label);
        }
      else
        {
          g_assert_no_error (error);
          check_label (&file, label);
          n_imprints += ((HcLabelProduct *) label->products->pdata[0])->imprint != NULL;
        }

      file_close (&file);
    }

  /* Where there are files at all there are some of pills. */
  if (paths != NULL)
    g_assert_cmpuint (n_imprints, >=, 5);
}

/* It does not matter in which pieces a file comes. */
static void
test_pieces (void)
{
  g_autoptr (GPtrArray) paths = list_files ();

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      g_autofree char *xml = NULL, *expected = NULL, *text = NULL;
      g_autoptr (HcLabel) label = NULL, again = NULL;
      gsize length;

      if (is_index (paths->pdata[i]))
        continue;

      g_assert_true (g_file_get_contents (paths->pdata[i], &xml, &length, NULL));
      label = label_fixture_read_spl (xml, length, length, NULL);
      again = label_fixture_read_spl (xml, length, 1, NULL);
      expected = label_fixture_describe (label);
      text = label_fixture_describe (again);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* A few values that somebody read in the files. */
static void
test_known (void)
{
  g_autofree char *path = label_fixture_find_shared ("spl/lipitor-orig.xml");
  g_autofree char *xml = NULL;
  g_autoptr (HcLabel) label = NULL;
  const HcLabelProduct *product;
  gsize length;

  if (path == NULL)
    {
      g_test_skip ("There are no real labels here");
      return;
    }

  g_assert_true (g_file_get_contents (path, &xml, &length, NULL));
  label = label_fixture_read_spl (xml, length, 4096, NULL);
  product = label->products->pdata[0];

  g_assert_cmpuint (label->products->len, ==, 4);
  g_assert_cmpstr (label->set_id, ==, "c6e131fe-e7df-4876-83f7-9156fc4e8228");
  g_assert_cmpint (label->version, ==, 11);
  g_assert_cmpstr (label->effective, ==, "2014-01-13");
  g_assert_cmpstr (label->maker, ==, "Parke-Davis Div of Pfizer Inc");
  g_assert_cmpstr (product->imprint, ==, "PD;155;10");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spl-files/values", test_values);
  g_test_add_func ("/spl-files/pieces", test_pieces);
  g_test_add_func ("/spl-files/known", test_known);

  return g_test_run ();
}
