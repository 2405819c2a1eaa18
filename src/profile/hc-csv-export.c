/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-csv-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-course.h"
#include "hc-profile-private.h"
#include "hc-safe-file.h"
#include "hc-schedule-words.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/* Tables for a spreadsheet, after RFC 4180: fields with commas between them, texts in quotes, lines that end
 * with CR LF. One row at a time is in memory.
 *
 * - The file begins with a byte order mark: without one Excel takes UTF-8 for the code page of the computer,
 *   and a µ or an é is read as something else. Whoever reads UTF-8 knows the mark.
 * - A spreadsheet calculates what begins with =, +, - or @, and a formula can send away what stands beside it.
 *   Names come from labels and backups, which may come from anywhere: such a text gets an apostrophe before it.
 *   Numbers do not, so that they stay numbers.
 * - Times are those of the clock of the person, as spreadsheets read them; the last column says how far that
 *   clock is from UTC, in hours. */

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define BUFFER_SIZE (64 * 1024)

typedef struct
{
  HcCsvTable    table;
  char         *person;
  gboolean      include_unowned;
  GHashTable   *kinds;       /* of char *, by the ids of the kinds of the diary, or NULL */
  GFile        *file;
  GTimeZone    *zone;        /* of the person */
  GCancellable *cancellable;
  HcDatabase   *database;    /* while it is written */
} Export;

static void
export_free (Export *self)
{
  g_free (self->person);
  g_clear_pointer (&self->kinds, g_hash_table_unref);
  g_object_unref (self->file);
  g_time_zone_unref (self->zone);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
begin_field (GString *row)
{
  if (row->len > 0)
    g_string_append_c (row, ',');
}

static gboolean
is_formula (const char *text)
{
  while (*text == ' ')
    text++;

  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
append_text (GString    *row,
             const char *text)
{
  g_autofree char *valid = hc_text_dup_valid (text != NULL ? text : "");

  begin_field (row);
  g_string_append (row, is_formula (valid) ? "\"'" : "\"");
  for (const char *c = valid; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *c);
    }
  g_string_append_c (row, '"');
}

/* With a point, whatever the locale has. */
static void
append_number (GString *row,
               double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  begin_field (row);
  g_string_append (row, g_ascii_formatd (buffer, sizeof buffer, "%.10g", number));
}

/* Returns: (transfer full) (nullable): the time on the clock of the person */
static GDateTime *
read_time (const Export  *self,
           HcStatement   *statement,
           const char    *column,
           GError       **error)
{
  g_autoptr (GDateTime) utc = hc_timestamp_parse (hc_statement_get_text (statement, column), error);

  return utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
}

/* An empty field for NULL. */
static void
append_time (GString      *row,
             const Export *self,
             GDateTime    *time)
{
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_timezone (time, self->zone) : NULL;
  g_autofree char *text = local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S") : g_strdup ("");

  begin_field (row);
  g_string_append (row, text);
}

/* In hours, a number. */
static void
append_offset (GString   *row,
               GDateTime *time)
{
  append_number (row, (double) g_date_time_get_utc_offset (time) / (double) G_TIME_SPAN_HOUR);
}

static void
append_header (GString           *row,
               const char *const *titles)
{
  for (guint i = 0; titles[i] != NULL; i++)
    append_text (row, _(titles[i]));
}

static gboolean
write_row (GOutputStream  *stream,
           const Export   *self,
           GString        *row,
           GError        **error)
{
  gboolean written;

  g_string_append (row, "\r\n");
  written = g_output_stream_write_all (stream, row->str, row->len, NULL, self->cancellable, error);
  g_string_truncate (row, 0);

  return written;
}

static void
append_medicine (GString         *row,
                 const Export    *self,
                 HcStatement     *statement,
                 const HcRegimen *regimen)
{
  HcDoseUnit unit = hc_dose_unit_from_string (hc_statement_get_text (statement, "unit"));
  g_autofree char *words = regimen != NULL ? hc_schedule_dup_words (regimen->schedule, unit) : NULL;

  append_text (row, hc_statement_get_text (statement, "name"));
  append_text (row, regimen != NULL && *regimen->strength != '\0' ? regimen->strength
                                                                  : hc_statement_get_text (statement, "strength"));
  append_text (row, hc_statement_get_text (statement, "form"));
  append_text (row, words);
  append_time (row, self, regimen != NULL ? regimen->from : NULL);
  append_time (row, self, regimen != NULL ? regimen->until : NULL);
  append_text (row, regimen != NULL ? regimen->reason : NULL);
  append_text (row, hc_statement_get_text (statement, "reason"));
  append_text (row, hc_statement_get_text (statement, "prescriber"));
  append_text (row, hc_statement_get_text (statement, "notes"));
}

/* A row for each regimen: what was changed stays to be seen. */
static gboolean
write_medicine (GOutputStream  *stream,
                const Export   *self,
                HcStatement    *statement,
                GString        *row,
                GError        **error)
{
  const char *text = hc_statement_get_text (statement, "course");
  g_autoptr (HcCourse) course = *text != '\0' ? hc_course_parse (text, NULL) : NULL;
  guint n_regimens = course != NULL ? course->regimens->len : 0;

  for (guint i = 0; i < MAX (n_regimens, 1); i++)
    {
      append_medicine (row, self, statement, n_regimens > 0 ? g_ptr_array_index (course->regimens, i) : NULL);
      if (!write_row (stream, self, row, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
state_to_words (const char *name)
{
  HcDoseState state;

  if (!hc_dose_state_from_string (name, &state))
    return name;

  switch (state)
    {
    case HC_DOSE_SKIPPED:
      return _("left out");
    case HC_DOSE_SNOOZED:
      return _("put off");
    case HC_DOSE_TAKEN:
    default:
      return _("taken");
    }
}

static gboolean
write_dose (GOutputStream  *stream,
            const Export   *self,
            HcStatement    *statement,
            GString        *row,
            GError        **error)
{
  g_autoptr (GDateTime) due = read_time (self, statement, "due", error);
  g_autoptr (GDateTime) time = due != NULL ? read_time (self, statement, "time", error) : NULL;
  double amount = hc_statement_get_double (statement, "amount");
  g_autofree char *words = NULL;

  if (time == NULL)
    return FALSE;

  words = hc_dose_dup_words (amount, hc_dose_unit_from_string (hc_statement_get_text (statement, "unit")));
  append_text (row, hc_statement_get_text (statement, "name"));
  append_text (row, hc_statement_get_text (statement, "strength"));
  append_time (row, self, due);
  append_text (row, state_to_words (hc_statement_get_text (statement, "state")));
  append_time (row, self, time);
  append_number (row, amount);
  append_text (row, words);
  append_text (row, hc_statement_get_text (statement, "note"));
  append_offset (row, due);

  return write_row (stream, self, row, error);
}

/* What is covered is not to be seen by opening a file either, and not to be missed without a word. */
static gboolean
write_entry (GOutputStream  *stream,
             const Export   *self,
             HcStatement    *statement,
             GString        *row,
             GError        **error)
{
  g_autoptr (GDateTime) time = read_time (self, statement, "time", error);
  const char *kind = hc_statement_get_text (statement, "kind");
  const char *name = self->kinds != NULL ? g_hash_table_lookup (self->kinds, kind) : NULL;
  gboolean is_covered = hc_statement_get_int64 (statement, "covered") != 0;

  if (time == NULL)
    return FALSE;

  append_time (row, self, time);
  append_text (row, name != NULL ? name : kind);
  if (is_covered || hc_statement_is_null (statement, "value"))
    begin_field (row);
  else
    append_number (row, hc_statement_get_double (statement, "value"));
  append_text (row, is_covered ? _("covered") : hc_statement_get_text (statement, "text"));
  append_offset (row, time);

  return write_row (stream, self, row, error);
}

typedef gboolean (*WriteFunc) (GOutputStream *stream, const Export *self, HcStatement *statement, GString *row,
                               GError **error);

static const struct
{
  const char *sql;
  const char *titles[11];
  WriteFunc   write;
} tables[] = {
  [HC_CSV_MEDICINES] = {
    "SELECT * FROM medicine WHERE person IN (:person, :nobody) ORDER BY created, rowid",
    { N_("Medicine"), N_("Strength"), N_("Form"), N_("Schedule"), N_("From"), N_("Until"), N_("Why changed"),
      N_("For"), N_("Prescribed by"), N_("Notes"), NULL },
    write_medicine,
  },
  [HC_CSV_DOSES] = {
    "SELECT medicine.name, medicine.strength, medicine.unit, dose.due, dose.state, dose.time, dose.amount, dose.note"
    " FROM dose JOIN medicine ON medicine.id = dose.medicine WHERE person IN (:person, :nobody) ORDER BY dose.due",
    { N_("Medicine"), N_("Strength"), N_("Due"), N_("State"), N_("Time"), N_("Amount"), N_("Amount in words"),
      N_("Note"), N_("Hours from UTC"), NULL },
    write_dose,
  },
  [HC_CSV_DIARY] = {
    "SELECT * FROM diary_entry WHERE person IN (:person, :nobody) ORDER BY time, created, rowid",
    { N_("Time"), N_("What"), N_("Value"), N_("Note"), N_("Hours from UTC"), NULL },
    write_entry,
  },
};

static gboolean
write_rows (GOutputStream  *stream,
            const Export   *self,
            GError        **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (self->database, tables[self->table].sql, error);
  g_autoptr (GString) row = g_string_new (NULL);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  hc_statement_bind_text (statement, ":person", self->person);
  hc_statement_bind_text (statement, ":nobody", self->include_unowned ? "" : self->person);

  append_header (row, tables[self->table].titles);
  if (!g_output_stream_write_all (stream, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK), NULL, self->cancellable, error) ||
      !write_row (stream, self, row, error))
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    if (!tables[self->table].write (stream, self, statement, row, error))
      return FALSE;

  return step == HC_STEP_DONE;
}

static gboolean
write_content (GOutputStream  *stream,
               gpointer        user_data,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (stream, BUFFER_SIZE);

  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (buffered), FALSE);

  return write_rows (buffered, user_data, error) &&
         g_output_stream_close (buffered, cancellable, error);
}

static gpointer
write_file (HcDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Export *self = data;

  self->database = database;
  hc_safe_file_write (self->file, write_content, self, self->cancellable, error);
  self->database = NULL;

  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  hc_database_worker_run_finish (_hc_profile_get_worker (g_task_get_source_object (task)), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * hc_csv_export_async:
 * @profile: a profile that is open
 * @table: what is exported
 * @person: the id of a person, or empty
 * @include_unowned: whether what is nobody's belongs to them
 * @kinds: (nullable) (element-type utf8 utf8): what the kinds of the diary are called, with their units, by their
 *   ids; it must not be changed any more
 * @file: the file to write; one that is there is replaced
 * @cancellable: (nullable): stops the writing
 * @callback: called when the file is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Writes what a person has as a table that spreadsheets read.
 */
void
hc_csv_export_async (HcProfile           *profile,
                     HcCsvTable           table,
                     const char          *person,
                     gboolean             include_unowned,
                     GHashTable          *kinds,
                     GFile               *file,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GDateTime) now = NULL;
  Export *export;
  GTask *task;

  g_return_if_fail (HC_IS_PROFILE (profile));
  g_return_if_fail (table <= HC_CSV_DIARY);
  g_return_if_fail (person != NULL);
  g_return_if_fail (G_IS_FILE (file));

  now = hc_clock_dup_time (_hc_profile_get_clock (profile));
  export = g_new0 (Export, 1);
  export->table = table;
  export->person = g_strdup (person);
  export->include_unowned = include_unowned;
  export->kinds = kinds != NULL ? g_hash_table_ref (kinds) : NULL;
  export->file = g_object_ref (file);
  export->zone = g_time_zone_ref (g_date_time_get_timezone (now));
  g_set_object (&export->cancellable, cancellable);

  task = g_task_new (profile, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_csv_export_async);
  /* Stopped too late is done. */
  g_task_set_check_cancellable (task, FALSE);

  hc_database_worker_run_async (_hc_profile_get_worker (profile), write_file, export, (GDestroyNotify) export_free,
                                NULL, written_cb, task);
}

/**
 * hc_csv_export_finish:
 * @profile: a profile
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR or a %G_IO_ERROR
 *
 * Returns: whether the whole file is on the disk; if not, a file that was there before is there still
 */
gboolean
hc_csv_export_finish (HcProfile     *profile,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, profile), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_csv_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
