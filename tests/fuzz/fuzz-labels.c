/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-labels.h"

#include <string.h>

#include "hc-label-rows.h"
#include "hc-label-writer.h"
#include "hc-migrations.h"
#include "hc-sources-scripts.h"

#define SCRIPTS "/io/github/health_center/HealthCenter/sources"

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static void
check_product (HcLabelProduct *product)
{
  g_assert_nonnull (product->name);
  g_assert_cmpstr (product->name, !=, "");
  g_assert_nonnull (product->key);
  g_assert_cmpint (product->score, >=, 0);
  g_assert_cmpint (product->score, <=, 9);
  g_assert_true (product->size >= 0 && product->size < 1000);

  check_text (product->key);
  check_text (product->name);
  check_text (product->generic);
  check_text (product->form);
  check_text (product->route);
  check_text (product->imprint);

  for (guint i = 0; i < product->ingredients->len; i++)
    {
      const HcLabelIngredient *ingredient = g_ptr_array_index (product->ingredients, i);

      g_assert_nonnull (ingredient->name);
      g_assert_cmpstr (ingredient->name, !=, "");
      check_text (ingredient->name);
      check_text (ingredient->moiety);
      check_text (ingredient->strength);
    }
}

static void
check_section (const HcLabelSection *section)
{
  g_auto (GStrv) lines = g_strsplit (section->text != NULL ? section->text : "", "\n", -1);

  g_assert_cmpint (section->level, >=, 1);
  check_text (section->code);
  check_text (section->title);
  check_text (section->text);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strchr ("pihcr", *lines[i]));
      g_assert_cmpuint (strlen (lines[i]), >, 1);
    }
}

/* Asserts what hc-label.h says of every label. */
void
fuzz_labels_check (HcLabel *label)
{
  g_assert_cmpuint (strlen (label->set_id), >, 0);
  g_assert_cmpuint (strspn (label->set_id, "0123456789abcdefghijklmnopqrstuvwxyz-"), ==, strlen (label->set_id));
  g_assert_cmpint (label->version, >=, 0);
  g_assert_true (label->effective == NULL || strlen (label->effective) == 10);
  check_text (label->title);
  check_text (label->maker);

  g_assert_cmpuint (label->products->len, >, 0);
  for (guint i = 0; i < label->products->len; i++)
    check_product (g_ptr_array_index (label->products, i));

  for (guint i = 0; i < label->sections->len; i++)
    check_section (g_ptr_array_index (label->sections, i));
}

static void
execute (HcDatabase *database,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  hc_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

/* Writes a label twice, as two imports would, into a database that is empty again afterwards. Whatever the label
 * says, the database takes it. */
void
fuzz_labels_save (HcLabel *label)
{
  static HcDatabase *database;
  static HcLabelWriter *writer;
  g_autoptr (GError) error = NULL;
  HcLabelOutcome outcome;

  if (writer == NULL)
    {
      hc_sources_scripts_register_resource ();
      database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);
      g_assert_no_error (error);
      hc_migrations_run (database, SCRIPTS, NULL, NULL, &error);
      g_assert_no_error (error);
      writer = hc_label_writer_new (database, &error);
      g_assert_no_error (error);
    }

  execute (database, "BEGIN");

  for (guint i = 0; i < 2; i++)
    {
      hc_label_writer_put (writer, label, "file", &outcome, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome, ==, i == 0 ? HC_LABEL_ADDED : HC_LABEL_UNCHANGED);
    }

  execute (database, "ROLLBACK");
}

/* Returns: (transfer full): all that a label says */
char *
fuzz_labels_print (HcLabel *label)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s %d %s %d %s %s\n", label->set_id, label->version, label->effective, (int) label->kind,
                   label->title, label->maker);

  for (guint i = 0; i < label->products->len; i++)
    {
      HcLabelProduct *product = g_ptr_array_index (label->products, i);
      g_autofree char *ingredients = hc_label_rows_format_ingredients (product);

      g_string_append_printf (text, "%s|%s|%s|%s|%s|%s|%s|%d|%d|%d|%d|%g\n", product->key, product->name,
                              product->generic, product->form, product->route, product->imprint, ingredients,
                              (int) product->shape, (int) product->colors[0], (int) product->colors[1],
                              product->score, product->size);
    }

  for (guint i = 0; i < label->sections->len; i++)
    {
      const HcLabelSection *section = g_ptr_array_index (label->sections, i);

      g_string_append_printf (text, "%s %d %s\n%s\n", section->code, section->level, section->title, section->text);
    }

  return g_string_free_and_steal (text);
}
