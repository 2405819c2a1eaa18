/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <string.h>

#include "hc-migrations.h"
#include "hc-recall-reader.h"
#include "hc-recall-writer.h"
#include "hc-sources-scripts.h"

#define PIECE 7
#define SCRIPTS "/io/github/health_center/HealthCenter/sources"

static HcDatabase *
open_database (void)
{
  static HcDatabase *database;
  g_autoptr (GError) error = NULL;

  if (database == NULL)
    {
      hc_sources_scripts_register_resource ();
      database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);
      g_assert_no_error (error);
      hc_migrations_run (database, SCRIPTS, NULL, NULL, &error);
      g_assert_no_error (error);
    }

  return database;
}

/* Writes a recall twice, as two fetches would, into a database that is empty again afterwards. */
static void
check_saves (HcRecall *recall)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = open_database ();
  g_autoptr (HcRecallWriter) writer = hc_recall_writer_new (database, &error);
  HcRecallOutcome outcome;

  g_assert_no_error (error);
  hc_database_execute (database, "BEGIN", &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 2; i++)
    {
      hc_recall_writer_put (writer, recall, "2026-11-18", &outcome, &error);
      g_assert_no_error (error);
      g_assert_cmpint (outcome, ==, i == 0 ? HC_RECALL_ADDED : HC_RECALL_UNCHANGED);
    }

  hc_database_execute (database, "ROLLBACK", &error);
  g_assert_no_error (error);
}

static void
check_text (GString    *text,
            const char *value)
{
  g_assert_true (value == NULL || (*value != '\0' && g_utf8_validate (value, -1, NULL)));
  g_string_append_printf (text, "%s|", value);
}

static void
check_day (GString    *text,
           const char *day)
{
  g_assert_true (day == NULL || (strlen (day) == 10 && day[4] == '-' && day[7] == '-'));
  check_text (text, day);
}

static void
check_list (GString *text,
            GStrv    list)
{
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_assert_null (strchr (list[i], '\n'));
      check_text (text, list[i]);
    }
  g_string_append_c (text, '\n');
}

static gboolean
take_recall_cb (HcRecall *recall,
                gpointer  user_data)
{
  g_autoptr (HcRecall) owned = recall;
  GString *text = user_data;

  g_assert_nonnull (owned->number);
  g_assert_nonnull (owned->description);
  g_assert_cmpint (owned->class, >=, 0);
  g_assert_cmpint (owned->class, <=, 3);
  check_text (text, owned->number);
  check_text (text, owned->event);
  check_day (text, owned->reported);
  check_day (text, owned->initiated);
  check_day (text, owned->classified);
  check_day (text, owned->terminated);
  check_text (text, owned->firm);
  check_text (text, owned->place);
  check_text (text, owned->distribution);
  check_text (text, owned->quantity);
  check_text (text, owned->description);
  check_text (text, owned->reason);
  check_text (text, owned->codes);
  check_list (text, owned->brands);
  check_list (text, owned->generics);
  check_list (text, owned->substances);
  check_list (text, owned->ndcs);
  check_list (text, owned->set_ids);
  check_saves (owned);

  return TRUE;
}

static void
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  g_assert_true (error->domain == HC_JSON_ERROR);
  g_string_append_printf (user_data, "%u: %s\n", number, error->message);
}

/* Returns: (transfer full): what a reader makes of a text that comes in pieces of so many bytes */
static char *
read_recalls (const uint8_t *data,
              size_t         size,
              size_t         piece)
{
  static const HcRecallReaderFuncs funcs = { take_recall_cb, take_fault_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HcRecallReader) reader = hc_recall_reader_new (&funcs, text);
  g_autoptr (GError) error = NULL;
  gboolean go_on = TRUE;

  for (size_t start = 0; start < size && go_on; start += piece)
    go_on = hc_recall_reader_feed (reader, (const char *) data + start, MIN (piece, size - start), &error);

  if (go_on)
    go_on = hc_recall_reader_finish (reader, &error);

  g_assert_true (go_on == (error == NULL));
  g_string_append_printf (text, "%s %d %s", hc_recall_reader_get_updated (reader),
                          (int) hc_recall_reader_get_total (reader), error != NULL ? error->message : "good");

  return g_strdup (text->str);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): recalls as openFDA sends them, or anything
 * @size: how many bytes
 *
 * Reads recalls. However many pieces they come in, they are the same, and they can be saved.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *whole = read_recalls (data, size, MAX (size, 1));
  g_autofree char *pieces = read_recalls (data, size, PIECE);

  g_assert_cmpstr (whole, ==, pieces);

  return 0;
}
