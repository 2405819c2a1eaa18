/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-spl-builder.h"

#include <string.h>

#include "hc-label-text.h"

/* The elements that mean something somewhere. The others are passed through. */
typedef enum {
  OTHER,
  DOCUMENT, ID, CODE, TITLE, EFFECTIVE_TIME, SET_ID, VERSION_NUMBER, REPRESENTED_ORGANIZATION, NAME,
  SECTION, TEXT, EXCERPT, SUBJECT, MANUFACTURED, MATERIAL, PART, FORM_CODE, GENERIC_MEDICINE,
  INGREDIENT, SUBSTANCE, ACTIVE_MOIETY, QUANTITY, NUMERATOR, DENOMINATOR, SUBJECT_OF, CHARACTERISTIC, VALUE,
  ROUTE_CODE, SUFFIX,
} Element;

static const struct {
  const char *name;
  Element     element;
} elements[] = {
  { "document", DOCUMENT }, { "id", ID }, { "code", CODE }, { "title", TITLE },
  { "effectiveTime", EFFECTIVE_TIME }, { "setId", SET_ID }, { "versionNumber", VERSION_NUMBER },
  { "representedOrganization", REPRESENTED_ORGANIZATION }, { "name", NAME }, { "section", SECTION },
  { "text", TEXT }, { "excerpt", EXCERPT }, { "subject", SUBJECT },
  { "manufacturedProduct", MANUFACTURED }, { "manufacturedMedicine", MATERIAL },
  { "part", PART }, { "partProduct", MATERIAL }, { "partMedicine", MATERIAL }, { "formCode", FORM_CODE },
  { "genericMedicine", GENERIC_MEDICINE }, { "ingredient", INGREDIENT }, { "activeIngredient", INGREDIENT },
  { "inactiveIngredient", INGREDIENT }, { "ingredientSubstance", SUBSTANCE },
  { "activeIngredientSubstance", SUBSTANCE }, { "inactiveIngredientSubstance", SUBSTANCE },
  { "activeMoiety", ACTIVE_MOIETY }, { "quantity", QUANTITY }, { "numerator", NUMERATOR },
  { "denominator", DENOMINATOR }, { "subjectOf", SUBJECT_OF }, { "characteristic", CHARACTERISTIC },
  { "value", VALUE }, { "routeCode", ROUTE_CODE }, { "suffix", SUFFIX },
};

/* A product, or a part of a kit, that is open. */
typedef struct
{
  HcLabelProduct *product;
  guint           depth;  /* of its element */
} OpenProduct;

typedef struct
{
  Element     element;
  const char *name;
} OpenElement;

struct _HcSplBuilder
{
  HcLabel      *label;
  char         *document_code;
  GHashTable   *table;     /* of Element by name */
  GArray       *open;      /* of OpenElement */
  GArray       *products;  /* of OpenProduct */
  GPtrArray    *sections;  /* the HcLabelSection that are open */
  HcLabelText  *text;      /* of the section */
  guint         text_depth;    /* of the text element, 0 outside */
  guint         excerpt_depth; /* of what is left out, 0 outside */

  GString      *capture;       /* the text of the element that is wanted */
  char        **capture_target;
  guint         capture_depth; /* of that, 0: none is wanted */

  HcLabelIngredient *ingredient; /* the one that is open */
  char         *numerator;
  char         *denominator;
  char         *characteristic;  /* its code */
};

/**
 * hc_spl_builder_new:
 *
 * Returns: (transfer full): a builder of one label
 */
HcSplBuilder *
hc_spl_builder_new (void)
{
  HcSplBuilder *self = g_new0 (HcSplBuilder, 1);

  self->label = hc_label_new (HC_LABEL_ORIGIN_SPL);
  self->table = g_hash_table_new (g_str_hash, g_str_equal);
  self->open = g_array_new (FALSE, FALSE, sizeof (OpenElement));
  self->products = g_array_new (FALSE, FALSE, sizeof (OpenProduct));
  self->sections = g_ptr_array_new ();
  self->text = hc_label_text_new ();
  self->capture = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_hash_table_insert (self->table, (gpointer) elements[i].name, GINT_TO_POINTER (elements[i].element));

  return self;
}

/**
 * hc_spl_builder_free:
 * @self: (transfer full) (nullable): a builder
 */
void
hc_spl_builder_free (HcSplBuilder *self)
{
  if (self == NULL)
    return;

  hc_label_free (self->label);
  g_hash_table_unref (self->table);
  g_array_unref (self->open);
  g_array_unref (self->products);
  g_ptr_array_unref (self->sections);
  hc_label_text_free (self->text);
  g_string_free (self->capture, TRUE);
  g_free (self->document_code);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->characteristic);
  g_free (self);
}

/* Returns the element @above levels above the one that is open, 0 for itself. */
static Element
get_element (HcSplBuilder *self,
             guint         above)
{
  return above < self->open->len ? g_array_index (self->open, OpenElement, self->open->len - 1 - above).element
                                 : OTHER;
}

/* Attributes come from libxml2, five pointers each: name, prefix, URI, the beginning and the end of the
 * value. */
static char *
dup_attribute (const char **attributes,
               int          n_attributes,
               const char  *name)
{
  for (int i = 0; i < n_attributes; i++)
    if (g_str_equal (attributes[5 * i], name))
      return g_strndup (attributes[5 * i + 3], (gsize) (attributes[5 * i + 4] - attributes[5 * i + 3]));

  return NULL;
}

static HcLabelProduct *
get_product (HcSplBuilder *self)
{
  return self->products->len > 0
    ? g_array_index (self->products, OpenProduct, self->products->len - 1).product : NULL;
}

/* Whether the element that is @above levels above the one that is open is what the product is made of. */
static gboolean
is_material (HcSplBuilder *self,
             guint         above)
{
  Element element = get_element (self, above);

  return element == MATERIAL || (element == MANUFACTURED && get_element (self, above + 1) == MANUFACTURED);
}

/* Wants the text of the element that is open, unless it is there already. */
static void
capture (HcSplBuilder  *self,
         char         **target)
{
  if (*target != NULL || self->capture_depth != 0)
    return;

  g_string_truncate (self->capture, 0);
  self->capture_target = target;
  self->capture_depth = self->open->len;
}

/* Returns the words of a text with one blank between them. */
static char *
collapse (const char *text)
{
  GString *collapsed = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *position = text; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (g_unichar_isspace (character) || character == 0xa0)
        {
          space = TRUE;
          continue;
        }

      if (space && collapsed->len > 0)
        g_string_append_c (collapsed, ' ');
      space = FALSE;
      g_string_append_unichar (collapsed, character);
    }

  return g_string_free_and_steal (collapsed);
}

/* The document itself: its ids, its kind, its maker. */
static void
open_in_document (HcSplBuilder  *self,
                  Element        element,
                  const char   **attributes,
                  int            n_attributes)
{
  HcLabel *label = self->label;

  if (element == CODE && self->document_code == NULL)
    {
      self->document_code = dup_attribute (attributes, n_attributes, "code");
      label->kind = hc_label_kind_from_document_code (self->document_code);
    }
  else if (element == TITLE)
    {
      capture (self, &label->title);
    }
  else if (element == EFFECTIVE_TIME && label->effective == NULL)
    {
      g_autofree char *value = dup_attribute (attributes, n_attributes, "value");

      label->effective = hc_label_format_date (value);
    }
  else if (element == SET_ID && label->set_id == NULL)
    {
      g_autofree char *root = dup_attribute (attributes, n_attributes, "root");

      label->set_id = root != NULL ? g_ascii_strdown (root, -1) : NULL;
    }
  else if (element == VERSION_NUMBER)
    {
      g_autofree char *value = dup_attribute (attributes, n_attributes, "value");
      gint64 version = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;

      label->version = (int) CLAMP (version, 0, G_MAXINT);
    }
}

static void
open_characteristic_value (HcSplBuilder    *self,
                           HcLabelProduct  *product,
                           const char     **attributes,
                           int              n_attributes)
{
  g_autofree char *code = dup_attribute (attributes, n_attributes, "code");
  g_autofree char *value = dup_attribute (attributes, n_attributes, "value");
  const char *what = self->characteristic;

  if (g_strcmp0 (what, "SPLSHAPE") == 0)
    {
      product->shape = hc_pill_shape_from_code (code);
    }
  else if (g_strcmp0 (what, "SPLCOLOR") == 0)
    {
      HcPillColor color = hc_pill_color_from_code (code);

      if (product->colors[0] == HC_PILL_COLOR_UNKNOWN)
        product->colors[0] = color;
      else if (product->colors[1] == HC_PILL_COLOR_UNKNOWN && color != product->colors[0])
        product->colors[1] = color;
    }
  else if (g_strcmp0 (what, "SPLSIZE") == 0 && value != NULL)
    {
      double size = g_ascii_strtod (value, NULL);

      product->size = size > 0 && size < 1000 ? size : 0;
    }
  else if (g_strcmp0 (what, "SPLSCORE") == 0 && value != NULL)
    {
      product->score = (int) CLAMP (g_ascii_strtoll (value, NULL, 10), 0, 9);
    }
  else if (g_strcmp0 (what, "SPLIMPRINT") == 0)
    {
      if (value != NULL && product->imprint == NULL)
        product->imprint = g_steal_pointer (&value);
      else
        capture (self, &product->imprint);
    }
}

static void
open_ingredient (HcSplBuilder    *self,
                 HcLabelProduct  *product,
                 const char      *name,
                 const char     **attributes,
                 int              n_attributes)
{
  g_autofree char *class_code = dup_attribute (attributes, n_attributes, "classCode");

  self->ingredient = hc_label_product_add_ingredient (product);
  /* ACTIB, ACTIM and ACTIR say on what the strength is based. */
  self->ingredient->is_active = g_str_equal (name, "activeIngredient") ||
                                (class_code != NULL && g_str_has_prefix (class_code, "ACTI"));
  g_clear_pointer (&self->numerator, g_free);
  g_clear_pointer (&self->denominator, g_free);
}

/* Returns the value and the unit of a quantity; the unit 1 is that of things that are counted. */
static char *
dup_quantity (const char **attributes,
              int          n_attributes)
{
  g_autofree char *value = dup_attribute (attributes, n_attributes, "value");
  g_autofree char *unit = dup_attribute (attributes, n_attributes, "unit");

  if (value == NULL || *value == '\0')
    return NULL;

  return unit == NULL || *unit == '\0' || g_str_equal (unit, "1") ? g_steal_pointer (&value)
                                                                  : g_strdup_printf ("%s %s", value, unit);
}

/* A product, or what is in it; called when the element is open. */
static void
open_in_product (HcSplBuilder    *self,
                 Element          element,
                 const char      *name,
                 const char     **attributes,
                 int              n_attributes)
{
  HcLabelProduct *product = get_product (self);
  Element parent = get_element (self, 1);

  if (element == CODE && is_material (self, 1) && product->key == NULL)
    product->key = dup_attribute (attributes, n_attributes, "code");
  else if (element == NAME && is_material (self, 1))
    capture (self, &product->name);
  else if (element == FORM_CODE && is_material (self, 1) && product->form == NULL)
    product->form = dup_attribute (attributes, n_attributes, "displayName");
  else if (element == NAME && parent == GENERIC_MEDICINE)
    capture (self, &product->generic);
  else if (element == INGREDIENT && is_material (self, 1))
    open_ingredient (self, product, name, attributes, n_attributes);
  else if (element == NAME && parent == SUBSTANCE && self->ingredient != NULL)
    capture (self, &self->ingredient->name);
  else if (element == NAME && parent == ACTIVE_MOIETY && self->ingredient != NULL)
    capture (self, &self->ingredient->moiety);
  else if (element == NUMERATOR && parent == QUANTITY && get_element (self, 2) == INGREDIENT &&
           self->numerator == NULL)
    self->numerator = dup_quantity (attributes, n_attributes);
  else if (element == DENOMINATOR && parent == QUANTITY && get_element (self, 2) == INGREDIENT &&
           self->denominator == NULL)
    self->denominator = dup_quantity (attributes, n_attributes);
  else if (element == ROUTE_CODE && product->route == NULL)
    product->route = dup_attribute (attributes, n_attributes, "displayName");
  else if (element == CODE && parent == CHARACTERISTIC)
    {
      g_free (self->characteristic);
      self->characteristic = dup_attribute (attributes, n_attributes, "code");
    }
  else if (element == VALUE && parent == CHARACTERISTIC)
    open_characteristic_value (self, product, attributes, n_attributes);
}

static void
open_product (HcSplBuilder *self)
{
  OpenProduct open = { hc_label_add_product (self->label), self->open->len };

  g_array_append_val (self->products, open);
}

static void
open_section (HcSplBuilder *self)
{
  g_ptr_array_add (self->sections, hc_label_add_section (self->label, (int) self->sections->len + 1));
}

static void
open_in_section (HcSplBuilder  *self,
                 Element        element,
                 const char   **attributes,
                 int            n_attributes)
{
  HcLabelSection *section = g_ptr_array_index (self->sections, self->sections->len - 1);

  if (element == CODE && section->code == NULL)
    section->code = dup_attribute (attributes, n_attributes, "code");
  else if (element == TITLE)
    capture (self, &section->title);
  else if (element == TEXT && section->text == NULL)
    self->text_depth = self->open->len;
}

/**
 * hc_spl_builder_open:
 * @self: a builder
 * @element: the name of an element that begins; it must live until that ends
 * @attributes: (array): its attributes, as libxml2 gives them
 * @n_attributes: how many there are
 */
void
hc_spl_builder_open (HcSplBuilder  *self,
                     const char    *element,
                     const char   **attributes,
                     int            n_attributes)
{
  OpenElement open = { OTHER, element };
  Element parent = get_element (self, 0);

  if (self->text_depth == 0)
    open.element = (Element) GPOINTER_TO_INT (g_hash_table_lookup (self->table, element));
  g_array_append_val (self->open, open);

  if (self->text_depth != 0)
    {
      hc_label_text_open (self->text, element);
      return;
    }

  /* A line break in a title parts words, and so does the suffix of a name. */
  if (self->capture_depth != 0 && (g_str_equal (element, "br") || open.element == SUFFIX))
    g_string_append_c (self->capture, ' ');

  if (self->excerpt_depth != 0)
    return;

  if (open.element == EXCERPT)
    self->excerpt_depth = self->open->len;
  else if (open.element == SECTION)
    open_section (self);
  else if ((open.element == MANUFACTURED && parent == SUBJECT) || open.element == PART)
    open_product (self);
  else if (self->products->len > 0)
    open_in_product (self, open.element, element, attributes, n_attributes);
  else if (parent == DOCUMENT)
    open_in_document (self, open.element, attributes, n_attributes);
  else if (parent == SECTION)
    open_in_section (self, open.element, attributes, n_attributes);
  else if (open.element == NAME && parent == REPRESENTED_ORGANIZATION)
    capture (self, &self->label->maker);
}

static void
close_ingredient (HcSplBuilder *self)
{
  HcLabelIngredient *ingredient = self->ingredient;

  self->ingredient = NULL;

  if (ingredient == NULL || self->numerator == NULL)
    return;

  ingredient->strength = self->denominator == NULL || g_str_equal (self->denominator, "1")
    ? g_strdup (self->numerator)
    : g_strdup_printf ("%s/%s", self->numerator,
                       g_str_has_prefix (self->denominator, "1 ") ? self->denominator + 2 : self->denominator);
}

/**
 * hc_spl_builder_close:
 * @self: a builder
 *
 * Ends the element that was opened last.
 */
void
hc_spl_builder_close (HcSplBuilder *self)
{
  guint depth = self->open->len;
  OpenElement closed = g_array_index (self->open, OpenElement, depth - 1);

  if (self->capture_depth == depth)
    {
      g_autofree char *text = collapse (self->capture->str);

      if (*text != '\0')
        {
          g_free (*self->capture_target);
          *self->capture_target = g_steal_pointer (&text);
        }
      self->capture_depth = 0;
    }

  if (self->text_depth == depth)
    {
      HcLabelSection *section = g_ptr_array_index (self->sections, self->sections->len - 1);

      section->text = hc_label_text_take (self->text);
      self->text_depth = 0;
    }
  else if (self->text_depth != 0)
    {
      hc_label_text_close (self->text, closed.name);
    }
  else if (self->excerpt_depth == depth)
    {
      self->excerpt_depth = 0;
    }
  else if (self->excerpt_depth == 0 && closed.element == SECTION)
    {
      g_ptr_array_set_size (self->sections, (int) self->sections->len - 1);
    }
  else if (closed.element == INGREDIENT)
    {
      close_ingredient (self);
    }

  if (self->products->len > 0 &&
      g_array_index (self->products, OpenProduct, self->products->len - 1).depth == depth)
    g_array_set_size (self->products, self->products->len - 1);

  g_array_set_size (self->open, depth - 1);
}

/**
 * hc_spl_builder_append:
 * @self: a builder
 * @text: (array length=length): text in the element that is open, valid UTF-8
 * @length: how many bytes
 */
void
hc_spl_builder_append (HcSplBuilder *self,
                       const char   *text,
                       gsize         length)
{
  if (self->text_depth != 0)
    hc_label_text_append (self->text, text, length);
  else if (self->capture_depth != 0)
    g_string_append_len (self->capture, text, (gssize) length);
}

static gboolean
is_index (const char *document_code)
{
  /* The FDA's own files about substances and classes, by their LOINC codes. */
  static const char *const codes[] = {
    "60685-5", "63417-0", "64124-1", "71446-9", "73815-3", "77288-9", "77648-4", "82353-4", "93372-1", "93723-5", NULL
  };

  return document_code != NULL && g_strv_contains (codes, document_code);
}

/**
 * hc_spl_builder_finish:
 * @self: a builder that has got the whole document
 * @error: return location for a %HC_LABEL_ERROR
 *
 * Returns: (transfer full) (nullable): the label; the builder has none any more
 */
HcLabel *
hc_spl_builder_finish (HcSplBuilder  *self,
                       GError       **error)
{
  if (is_index (self->document_code))
    {
      g_set_error (error, HC_LABEL_ERROR, HC_LABEL_ERROR_INDEX, "Document type %s", self->document_code);
      return NULL;
    }

  return hc_label_complete (self->label, error) ? g_steal_pointer (&self->label) : NULL;
}
