/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-result-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-csv-reader.h"
#include "hc-diary-number.h"

/* Reads files with results of a laboratory: a row has a date, the name of what was measured, a number and its unit,
 * in this order or in that of the names in the first row. What is not certain is not read: a wrong number is worse
 * than none. */

/* What is quoted of a file in a message. */
#define MAX_QUOTE 40

typedef enum {
  COLUMN_DATE,
  COLUMN_NAME,
  COLUMN_VALUE,
  COLUMN_UNIT,
  N_COLUMNS
} Column;

typedef struct
{
  GHashTable    *kinds;   /* of HcDiaryKind, which the book keeps, by their names, folded */
  GDateTime     *now;
  HcResultSheet *sheet;
  guint          columns[N_COLUMNS];
  gboolean       started;
  guint          n_rows;
} Reading;

G_DEFINE_QUARK (hc-result-error-quark, hc_result_error)

static void
row_free (HcResultRow *row)
{
  g_object_unref (row->kind);
  g_date_time_unref (row->time);
  g_free (row);
}

static void
fault_free (HcResultFault *fault)
{
  g_free (fault->words);
  g_free (fault);
}

/**
 * hc_result_sheet_free:
 * @self: (transfer full) (nullable): what a file has
 */
void
hc_result_sheet_free (HcResultSheet *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->faults);
  g_free (self);
}

static void
add_fault (Reading *reading,
           guint    line,
           char    *words)
{
  HcResultFault *fault = g_new0 (HcResultFault, 1);

  fault->line = line;
  fault->words = words;
  g_ptr_array_add (reading->sheet->faults, fault);
}

/* Returns: (transfer full): the beginning of what a file says */
static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTE)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_QUOTE);

  return g_strconcat (start, "…", NULL);
}

/* Reads so many whole numbers with @signs between them. Returns what follows, NULL when it is not such. */
static const char *
read_numbers (const char *text,
              const char *signs,
              int        *numbers,
              guint       n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      gsize length = strspn (text, "0123456789");

      if (length == 0 || length > 4)
        return NULL;

      numbers[i] = atoi (text);
      text += length;
      if (i + 1 < n_numbers && *text++ != signs[i])
        return NULL;
    }

  return text;
}

/* Reads a day, 2026-11-12 or 12.11.2026. The order of a day with slashes depends on the country, which no file
 * tells: it is only taken where no month has that number. */
static const char *
read_day (const char *text,
          int         day[3],
          gboolean   *is_unsure)
{
  const char *rest;
  int n[3];

  *is_unsure = FALSE;

  if ((rest = read_numbers (text, "--", n, 3)) != NULL && n[0] >= 1000)
    {
      memcpy (day, n, sizeof n);
    }
  else if ((rest = read_numbers (text, "..", n, 3)) != NULL && n[2] >= 1000)
    {
      day[0] = n[2], day[1] = n[1], day[2] = n[0];
    }
  else if ((rest = read_numbers (text, "//", n, 3)) != NULL && n[2] >= 1000)
    {
      gboolean month_first = n[1] > 12;

      *is_unsure = n[0] <= 12 && n[1] <= 12 && n[0] != n[1];
      day[0] = n[2], day[1] = month_first ? n[0] : n[1], day[2] = month_first ? n[1] : n[0];
    }
  else
    return NULL;

  return rest;
}

/* Returns: (transfer full) (nullable): the time of a result; noon where only the day is told. @words then says why
 *   it is none. */
static GDateTime *
read_time (Reading     *reading,
           const char  *text,
           char       **words)
{
  GDateTime *time = NULL;
  g_autofree char *quoted = quote (text);
  gboolean is_unsure = FALSE;
  int day[3], clock[3] = { 12, 0, 0 };
  const char *rest = read_day (text, day, &is_unsure);
  gboolean has_clock = rest != NULL && (*rest == ' ' || *rest == 'T');

  if (has_clock)
    {
      const char *end = read_numbers (rest + 1, "::", clock, 3);

      if (end == NULL)
        end = read_numbers (rest + 1, ":", clock, 2);
      rest = end;
    }

  if (rest != NULL && *rest == '\0' && !is_unsure)
    time = g_date_time_new (g_date_time_get_timezone (reading->now), day[0], day[1], day[2], clock[0], clock[1],
                            clock[2]);

  if (is_unsure)
    *words = g_strdup_printf (_("The date “%s” can be read in two ways. Write it as year-month-day: 2026-11-30."),
                              quoted);
  else if (time == NULL)
    *words = g_strdup_printf (_("“%s” is no date. Write it as year-month-day: 2026-11-30."), quoted);
  else if (g_date_time_compare (time, reading->now) > 0 && !has_clock &&
           g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (reading->now) &&
           g_date_time_get_year (time) == g_date_time_get_year (reading->now))
    {
      g_date_time_unref (time);
      time = g_date_time_ref (reading->now);
    }
  else if (g_date_time_compare (time, reading->now) > 0 || g_date_time_get_year (time) < 1900)
    {
      *words = g_strdup_printf (_("The date “%s” cannot be: it lies ahead, or too long ago."), quoted);
      g_clear_pointer (&time, g_date_time_unref);
    }

  return time;
}

/* The first kind of a name has it. */
static void
add_name (GHashTable  *kinds,
          HcDiaryKind *kind,
          const char  *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (!g_hash_table_contains (kinds, folded))
    g_hash_table_insert (kinds, g_steal_pointer (&folded), kind);
}

/* Returns: (transfer full): what can be a result, by its id and its name, with and without what stands in
 *   parentheses */
static GHashTable *
list_kinds (HcDiaryBook *book)
{
  GHashTable *list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *kinds = hc_diary_book_get_kinds (book);
  guint n = g_list_model_get_n_items (kinds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
      const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);
      g_autofree char *short_name = NULL;

      if (details->input != HC_DIARY_INPUT_NUMBER && details->input != HC_DIARY_INPUT_COUNT)
        continue;

      short_name = g_strchomp (g_strndup (details->name, strcspn (details->name, "(")));
      add_name (list, kind, details->id);
      add_name (list, kind, details->name);
      add_name (list, kind, short_name);
    }

  return list;
}

/* Returns: (transfer full): a unit without the differences that make none: µ is typed in three ways */
static char *
fold_unit (const char *unit)
{
  static const struct { const char *from; const char *to; } same[] = {
    { "\u00b5", "u" }, { "\u03bc", "u" }, { "\u2079", "9" }, { "^", "" }, { "\u00d7", "" }, { " ", "" },
    { "\u00a0", "" }, { "\u2044", "/" },
  };
  g_autofree char *folded = g_utf8_casefold (unit, -1);
  GString *text = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    g_string_replace (text, same[i].from, same[i].to, 0);
  if (g_str_has_prefix (text->str, "per"))
    g_string_replace (text, "per", "/", 1);
  if (g_str_has_prefix (text->str, "x10"))
    g_string_erase (text, 0, 1);

  return g_string_free_and_steal (text);
}

static gboolean
equal_unit (const char *a,
            const char *b)
{
  g_autofree char *folded_a = NULL, *folded_b = NULL;

  if (a == NULL || b == NULL)
    return FALSE;

  folded_a = fold_unit (a);
  folded_b = fold_unit (b);

  return g_str_equal (folded_a, folded_b);
}

/* Returns whether the unit is one of the kind. Without one it is taken for that of the kind only when the other one
 * has the same numbers. */
static gboolean
read_unit (HcDiaryKind  *kind,
           const char   *unit,
           gboolean     *in_other,
           char        **words)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);
  g_autofree char *quoted = quote (unit);

  *in_other = FALSE;

  if (*unit == '\0')
    {
      if (details->other_unit == NULL || (details->other_factor == 1.0 && details->other_offset == 0.0))
        return TRUE;

      *words = g_strdup_printf (_("The unit is missing: %s or %s."), details->unit, details->other_unit);
      return FALSE;
    }

  if (equal_unit (unit, details->unit))
    return TRUE;

  *in_other = equal_unit (unit, details->other_unit);
  if (*in_other)
    return TRUE;

  if (details->other_unit != NULL)
    *words = g_strdup_printf (_("The unit “%s” is not known here. Known are %s and %s."), quoted, details->unit,
                              details->other_unit);
  else if (details->unit != NULL)
    *words = g_strdup_printf (_("The unit “%s” is not known here. Known is %s."), quoted, details->unit);
  else
    *words = g_strdup_printf (_("The unit “%s” is not known here. It has none."), quoted);

  return FALSE;
}

static const char *
get_field (Reading        *reading,
           const HcCsvRow *row,
           Column          column)
{
  guint index = reading->columns[column];

  return index < row->n_fields ? g_strstrip (row->fields[index]) : "";
}

/* Returns: (transfer full) (nullable): what is wrong with a row */
static char *
read_row (Reading        *reading,
          const HcCsvRow *row)
{
  const char *name = get_field (reading, row, COLUMN_NAME);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  HcDiaryKind *kind = g_hash_table_lookup (reading->kinds, folded);
  g_autofree char *quoted = NULL;
  g_autoptr (GDateTime) time = NULL;
  char *words = NULL;
  HcDiaryNumberFault fault;
  HcResultRow *result;
  gboolean in_other;
  double value;

  if ((time = read_time (reading, get_field (reading, row, COLUMN_DATE), &words)) == NULL)
    return words;

  if (kind == NULL)
    {
      quoted = quote (name);
      return g_strdup_printf (_("“%s” is no result that this diary knows."), quoted);
    }

  if (!read_unit (kind, get_field (reading, row, COLUMN_UNIT), &in_other, &words))
    return words;

  fault = hc_diary_number_parse (kind, get_field (reading, row, COLUMN_VALUE), in_other, &value);
  if (fault != HC_DIARY_NUMBER_FINE)
    {
      g_autofree char *why = hc_diary_number_dup_words (kind, fault, in_other);

      /* The number is not told: it may be one that the person does not want to see yet. */
      /* Translators: the name of a result, and a sentence that says what a file should say of it. */
      return g_strdup_printf (_("%s: %s"), hc_diary_kind_get_details (kind)->name, why);
    }

  result = g_new0 (HcResultRow, 1);
  result->line = row->line;
  result->kind = g_object_ref (kind);
  result->time = g_steal_pointer (&time);
  result->value = value;
  g_ptr_array_add (reading->sheet->rows, result);

  return NULL;
}

/* Looks whether a row has the names of the columns. */
static gboolean
read_header (Reading        *reading,
             const HcCsvRow *row)
{
  static const char *const names[N_COLUMNS][6] = {
    [COLUMN_DATE] = { "date", "day", "time", "collected", NULL },
    [COLUMN_NAME] = { "kind", "name", "test", "component", "what", NULL },
    [COLUMN_VALUE] = { "value", "result", "number", NULL },
    [COLUMN_UNIT] = { "unit", "units", NULL },
  };
  guint columns[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      columns[i] = G_MAXUINT;

      for (guint j = 0; j < row->n_fields && columns[i] == G_MAXUINT; j++)
        {
          g_autofree char *folded = g_utf8_casefold (g_strstrip (row->fields[j]), -1);

          if (g_strv_contains (names[i], folded))
            columns[i] = j;
        }
    }

  if (columns[COLUMN_DATE] == G_MAXUINT || columns[COLUMN_NAME] == G_MAXUINT || columns[COLUMN_VALUE] == G_MAXUINT)
    return FALSE;

  memcpy (reading->columns, columns, sizeof columns);

  return TRUE;
}

static gboolean
take_row (const HcCsvRow *row,
          gpointer        user_data)
{
  Reading *reading = user_data;
  char *words;

  if (row->fields == NULL)
    {
      add_fault (reading, row->line,
                 g_strdup (_("The line cannot be read: a quotation mark is wrong, or it is not UTF-8.")));
      return ++reading->n_rows <= HC_RESULT_MAX_ROWS;
    }

  if (!reading->started)
    {
      reading->started = TRUE;
      if (read_header (reading, row))
        return TRUE;
    }

  words = read_row (reading, row);
  if (words != NULL)
    add_fault (reading, row->line, words);

  return ++reading->n_rows <= HC_RESULT_MAX_ROWS;
}

/* The sign between the fields, which the first line shows. */
static char
find_separator (const char *data,
                gsize       length)
{
  const char *end = memchr (data, '\n', length);
  g_autofree char *line = g_strndup (data, end != NULL ? (gsize) (end - data) : length);

  if (strchr (line, ';') != NULL)
    return ';';

  return strchr (line, '\t') != NULL ? '\t' : ',';
}

/**
 * hc_result_sheet_read:
 * @book: what can be a result
 * @data: (array length=length): a whole file, trusted in nothing
 * @length: how many bytes
 * @now: the time, in the zone in which the times of the file are
 * @error: return location for a %HC_RESULT_ERROR
 *
 * Reads results from comma-separated values; the sign between them may be a semicolon or a tab, too.
 *
 * Returns: (transfer full) (nullable): what is in the file
 */
HcResultSheet *
hc_result_sheet_read (HcDiaryBook  *book,
                      const char   *data,
                      gsize         length,
                      GDateTime    *now,
                      GError      **error)
{
  g_autoptr (HcResultSheet) sheet = NULL;
  g_autoptr (HcCsvReader) reader = NULL;
  g_autoptr (GHashTable) kinds = NULL;
  Reading reading = { .now = now, .columns = { 0, 1, 2, 3 } };

  g_return_val_if_fail (HC_IS_DIARY_BOOK (book), NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  if (length > HC_RESULT_MAX_BYTES)
    {
      g_set_error_literal (error, HC_RESULT_ERROR, HC_RESULT_ERROR_TOO_LARGE, "The file is too large");
      return NULL;
    }

  sheet = g_new0 (HcResultSheet, 1);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  sheet->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  reading.sheet = sheet;
  reading.kinds = kinds = list_kinds (book);

  reader = hc_csv_reader_new (take_row, &reading);
  if (length > 0)
    {
      hc_csv_reader_set_separator (reader, find_separator (data, length));
      if (hc_csv_reader_feed (reader, data, length))
        hc_csv_reader_finish (reader);
    }

  if (reading.n_rows > HC_RESULT_MAX_ROWS)
    {
      g_set_error_literal (error, HC_RESULT_ERROR, HC_RESULT_ERROR_TOO_LARGE, "The file has too many rows");
      return NULL;
    }

  if (reading.n_rows == 0)
    {
      g_set_error_literal (error, HC_RESULT_ERROR, HC_RESULT_ERROR_EMPTY, "The file has no rows");
      return NULL;
    }

  return g_steal_pointer (&sheet);
}
