/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "label-fixture.h"

#include <archive.h>
#include <archive_entry.h>

#include "hc-spl-reader.h"

/* Labels of medicines that nobody makes, for the tests of what reads, keeps and finds them. */

static void
append (GString    *xml,
        const char *format,
        const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;

  escaped = g_markup_escape_text (value, -1);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (xml, format, escaped);
#pragma GCC diagnostic pop
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Returns: (transfer full): a label of one product, as Structured Product Labeling */
char *
label_fixture_make_spl (const LabelFixture *fixture)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document xmlns=\"urn:hl7-org:v3\">");

  append (xml, "<code code=\"%s\"/>", fixture->document_code != NULL ? fixture->document_code : "34391-3");
  append (xml, "<title>Highlights of %s</title>", fixture->name);
  g_string_append (xml, "<effectiveTime value=\"20260215\"/>");
  append (xml, "<setId root=\"%s\"/>", fixture->set_id);
  g_string_append_printf (xml, "<versionNumber value=\"%d\"/>", fixture->version);
  append (xml, "<author><assignedEntity><representedOrganization><name>%s</name></representedOrganization>"
               "</assignedEntity></author>", fixture->maker);
  g_string_append (xml, "<component><structuredBody><component><section><code code=\"48780-1\"/><subject>"
                        "<manufacturedProduct><manufacturedProduct>");
  append (xml, "<code code=\"%s\"/>", fixture->key);
  append (xml, "<name>%s</name>", fixture->name);
  append (xml, "<asEntityWithGeneric><genericMedicine><name>%s</name></genericMedicine></asEntityWithGeneric>",
          fixture->generic);

  if (fixture->active != NULL)
    {
      g_string_append (xml, "<ingredient classCode=\"ACTIB\"><quantity>");
      append (xml, "<numerator value=\"%s\" unit=\"mg\"/><denominator value=\"1\" unit=\"1\"/>", fixture->strength);
      append (xml, "</quantity><ingredientSubstance><name>%s</name>", fixture->active);
      append (xml, "<activeMoiety><activeMoiety><name>%s</name></activeMoiety></activeMoiety>", fixture->moiety);
      g_string_append (xml, "</ingredientSubstance></ingredient>");
    }

  g_string_append (xml, "<ingredient classCode=\"IACT\"><ingredientSubstance><name>Chalk</name></ingredientSubstance>"
                        "</ingredient></manufacturedProduct>");
  append (xml, "<subjectOf><characteristic><code code=\"SPLIMPRINT\"/><value>%s</value></characteristic></subjectOf>",
          fixture->imprint);
  append (xml, "<subjectOf><characteristic><code code=\"SPLSHAPE\"/><value code=\"%s\"/></characteristic></subjectOf>",
          fixture->shape);
  append (xml, "<subjectOf><characteristic><code code=\"SPLCOLOR\"/><value code=\"%s\"/></characteristic></subjectOf>",
          fixture->color);
  g_string_append (xml, "</manufacturedProduct></subject></section></component>");
  append (xml, "<component><section><code code=\"34067-9\"/><title>Uses</title><text><paragraph>%s</paragraph></text>"
               "</section></component>", fixture->uses);

  if (fixture->padding > 0)
    {
      g_autofree char *padding = g_strnfill (fixture->padding, 'x');

      append (xml, "<component><section><code code=\"34071-1\"/><title>Warnings</title><text>%s</text></section>"
                   "</component>", padding);
    }

  g_string_append (xml, "</structuredBody></component></document>");

  return g_string_free_and_steal (xml);
}

/* Writes such a label into a file. */
void
label_fixture_write_spl (const char         *folder,
                         const char         *name,
                         const LabelFixture *fixture)
{
  g_autofree char *xml = label_fixture_make_spl (fixture);

  fixture_write_file (folder, name, xml, -1);
}

/* Returns: (transfer full): the bytes of a text, which is taken */
GBytes *
label_fixture_make_bytes (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

/* Returns: (transfer full): an archive of files */
GBytes *
label_fixture_make_zip (const LabelFixtureFile *files,
                        guint                   n_files)
{
  struct archive *archive = archive_write_new ();
  gsize size = 4096, used = 0;
  char *buffer;

  for (guint i = 0; i < n_files; i++)
    size += g_bytes_get_size (files[i].bytes) + 1024;
  buffer = g_malloc (size);

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, size, &used), ==, ARCHIVE_OK);

  for (guint i = 0; i < n_files; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length;
      const void *data = g_bytes_get_data (files[i].bytes, &length);

      archive_entry_set_pathname (entry, files[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, data, length), ==, length);
      archive_entry_free (entry);
    }

  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  return g_bytes_new_take (buffer, used);
}

/* Returns: (transfer full) (nullable): the label that a reader makes of a file that comes in pieces of that
 *   size */
HcLabel *
label_fixture_read_spl (const char  *xml,
                        gsize        length,
                        gsize        piece,
                        GError     **error)
{
  g_autoptr (HcSplReader) reader = hc_spl_reader_new ();

  for (gsize i = 0; i < length; i += piece)
    if (!hc_spl_reader_feed (reader, xml + i, MIN (piece, length - i), error))
      return NULL;

  return hc_spl_reader_finish (reader, error);
}

/* Returns: (transfer full): all that is in a label, as text */
char *
label_fixture_describe (HcLabel *label)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s|%d|%s|%d|%s|%s|%s\n", label->set_id, label->version, label->effective,
                          (int) label->origin, hc_label_kind_to_string (label->kind), label->title, label->maker);

  for (guint i = 0; i < label->products->len; i++)
    {
      const HcLabelProduct *product = label->products->pdata[i];

      g_string_append_printf (text, "%s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%g\n", product->key, product->name,
                              product->generic, product->form, product->route, product->imprint,
                              hc_pill_shape_to_string (product->shape), hc_pill_color_to_string (product->colors[0]),
                              hc_pill_color_to_string (product->colors[1]), product->score, product->size);

      for (guint j = 0; j < product->ingredients->len; j++)
        {
          const HcLabelIngredient *ingredient = product->ingredients->pdata[j];

          g_string_append_printf (text, "  %s %s|%s|%s\n", ingredient->is_active ? "+" : "-", ingredient->name,
                                  ingredient->moiety, ingredient->strength);
        }
    }

  for (guint i = 0; i < label->sections->len; i++)
    {
      const HcLabelSection *section = label->sections->pdata[i];

      g_string_append_printf (text, "%d %s %s\n%s\n", section->level, section->code, section->title,
                              section->text != NULL ? section->text : "");
    }

  return g_string_free_and_steal (text);
}

/* Returns: (transfer full) (nullable): the path of a real file; these are not part of the project, and are not
 *   everywhere */
char *
label_fixture_find_shared (const char *name)
{
  const char *folder = g_getenv ("HC_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : SHARED_DATA, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}
