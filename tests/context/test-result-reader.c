/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>

#include "hc-diary-number.h"
#include "hc-result-reader.h"

/* Numbers as people write them, and files of laboratories. The expected values are those of the units: 100.4 °F are
 * 38 °C, 88.4 µmol/L of creatinine are 1 mg/dL. */

static HcDiaryBook *
open_book (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);
  HcDiaryBook *book;

  g_assert_no_error (error);
  book = hc_diary_book_new (library, &error);
  g_assert_no_error (error);

  return book;
}

typedef struct
{
  const char        *kind;
  const char        *text;
  gboolean           in_other;
  HcDiaryNumberFault fault;
  double             value;
} Number;

static const Number numbers[] = {
  { "temperature", "38.1", FALSE, HC_DIARY_NUMBER_FINE, 38.1 },
  { "temperature", "38,1", FALSE, HC_DIARY_NUMBER_FINE, 38.1 },
  { "temperature", "  38 ", FALSE, HC_DIARY_NUMBER_FINE, 38.0 },
  { "temperature", "+37.9", FALSE, HC_DIARY_NUMBER_FINE, 37.9 },
  { "temperature", "100.4", TRUE, HC_DIARY_NUMBER_FINE, 38.0 },
  { "temperature", "100,4", TRUE, HC_DIARY_NUMBER_FINE, 38.0 },
  { "temperature", "100.4", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "30", FALSE, HC_DIARY_NUMBER_FINE, 30 },
  { "temperature", "29.9", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "45", FALSE, HC_DIARY_NUMBER_FINE, 45 },
  { "temperature", "45.1", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "37.96", FALSE, HC_DIARY_NUMBER_DECIMALS, 0 },
  { "temperature", "-1", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "−1", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "1e9", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "1000000000", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "99999999999999999999999999", FALSE, HC_DIARY_NUMBER_LIMITS, 0 },
  { "temperature", "", FALSE, HC_DIARY_NUMBER_EMPTY, 0 },
  { "temperature", " ", FALSE, HC_DIARY_NUMBER_EMPTY, 0 },
  { "temperature", "warm", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "38.", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", ".5", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "38.1.2", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "38 1", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "0x26", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "nan", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "temperature", "inf", FALSE, HC_DIARY_NUMBER_NONE, 0 },
  { "stoma-output", "1500", FALSE, HC_DIARY_NUMBER_FINE, 1500 },
  { "stoma-output", "1,500", FALSE, HC_DIARY_NUMBER_THOUSANDS, 0 },
  { "stoma-output", "1.500", FALSE, HC_DIARY_NUMBER_THOUSANDS, 0 },
  { "stoma-output", "0", FALSE, HC_DIARY_NUMBER_FINE, 0 },
  { "stoma-output", "-0", FALSE, HC_DIARY_NUMBER_FINE, 0 },
  { "pulse", "72", FALSE, HC_DIARY_NUMBER_FINE, 72 },
  { "pulse", "72.5", FALSE, HC_DIARY_NUMBER_DECIMALS, 0 },
  { "pulse", "72", TRUE, HC_DIARY_NUMBER_FINE, 72 },
  { "cea", "4.25", FALSE, HC_DIARY_NUMBER_FINE, 4.25 },
  { "neutrophils", "0.523", FALSE, HC_DIARY_NUMBER_FINE, 0.523 },
  { "creatinine", "88.4", TRUE, HC_DIARY_NUMBER_FINE, 1.0 },
};

static void
test_numbers (void)
{
  g_autoptr (HcDiaryBook) book = open_book ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      HcDiaryKind *kind = hc_diary_book_get_kind (book, numbers[i].kind);
      double value = -7;
      HcDiaryNumberFault fault = hc_diary_number_parse (kind, numbers[i].text, numbers[i].in_other, &value);
      g_autofree char *words = hc_diary_number_dup_words (kind, fault, numbers[i].in_other);

      if (fault != numbers[i].fault)
        g_error ("%s “%s”: %u", numbers[i].kind, numbers[i].text, fault);
      g_assert_true ((words == NULL) == (fault == HC_DIARY_NUMBER_FINE));
      /* What is refused leaves the number alone; 0 has no sign. */
      g_assert_cmpfloat_with_epsilon (value, fault == HC_DIARY_NUMBER_FINE ? numbers[i].value : -7, 1e-9);
      g_assert_false (value == 0 && signbit (value));
    }
}

static void
test_words (void)
{
  g_autoptr (HcDiaryBook) book = open_book ();
  HcDiaryKind *temperature = hc_diary_book_get_kind (book, "temperature");
  g_autofree char *celsius = hc_diary_number_dup_words (temperature, HC_DIARY_NUMBER_LIMITS, FALSE);
  g_autofree char *fahrenheit = hc_diary_number_dup_words (temperature, HC_DIARY_NUMBER_NONE, TRUE);
  g_autofree char *decimals = hc_diary_number_dup_words (temperature, HC_DIARY_NUMBER_DECIMALS, FALSE);
  g_autofree char *whole = hc_diary_number_dup_words (hc_diary_book_get_kind (book, "pulse"),
                                                      HC_DIARY_NUMBER_DECIMALS, FALSE);

  g_assert_cmpstr (celsius, ==, "Write a number from 30.0\u00a0°C to 45.0\u00a0°C.");
  g_assert_cmpstr (fahrenheit, ==, "Write a number from 86.0\u00a0°F to 113.0\u00a0°F.");
  g_assert_cmpstr (decimals, ==, "Write it with one decimal at most.");
  g_assert_cmpstr (whole, ==, "Write a whole number, without decimals.");
}

/* What a file has, a line for each row: its line, kind, time and value; then the faults. */
static char *
dup_sheet (const char  *data,
           gssize       length,
           GError     **error)
{
  g_autoptr (HcDiaryBook) book = open_book ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 21, 10, 30, 0);
  g_autoptr (HcResultSheet) sheet = NULL;
  GString *text;

  sheet = hc_result_sheet_read (book, data, length < 0 ? strlen (data) : (gsize) length, now, error);
  if (sheet == NULL)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const HcResultRow *row = g_ptr_array_index (sheet->rows, i);
      g_autofree char *time = g_date_time_format (row->time, "%F %R");

      g_string_append_printf (text, "%u %s %s %g\n", row->line, hc_diary_kind_get_details (row->kind)->id, time,
                              row->value);
    }

  for (guint i = 0; i < sheet->faults->len; i++)
    {
      const HcResultFault *fault = g_ptr_array_index (sheet->faults, i);

      g_string_append_printf (text, "%u! %s\n", fault->line, fault->words);
    }

  return g_string_free_and_steal (text);
}

static void
assert_sheet (const char *data,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = dup_sheet (data, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sheet, ==, expected);
}

static void
assert_error (const char *data,
              gssize      length,
              int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sheet = dup_sheet (data, length, &error);

  g_assert_null (sheet);
  g_assert_error (error, HC_RESULT_ERROR, code);
}

static void
test_files (void)
{
  /* In the order that needs no names, and in another one that has them. */
  assert_sheet ("2026-11-12,CEA,4.2,ng/mL\n", "1 cea 2026-11-12 12:00 4.2\n");
  assert_sheet ("Test,Unit,Result,Date,Lab\r\nHemoglobin,g/L,121,2026-11-12 08:15,North\r\n",
                "2 hemoglobin 2026-11-12 08:15 12.1\n");
  /* A semicolon leaves the comma for the decimals; a byte order mark and an empty line are nothing. */
  assert_sheet ("\xef\xbb\xbf" "date;name;value;unit\n\n12.11.2026;Platelets;150;10^9/L\n12.11.2026;CEA;4,25;µg/L\n",
                "3 platelets 2026-11-12 12:00 150\n4 cea 2026-11-12 12:00 4.25\n");
  assert_sheet ("2026-11-12\tcea\t3\tNG/ML\n", "1 cea 2026-11-12 12:00 3\n");
  assert_sheet ("2026-11-12,\"CEA\",\"4,2\",ng/mL", "1 cea 2026-11-12 12:00 4.2\n");
  /* Names without what is in parentheses, units however they are typed. */
  assert_sheet ("2026-11-12T07:05:00,alt,31,U/L\n2026-11-12,Creatinine,88.4,\xce\xbcmol/L\n"
                "2026-11-12,neutrophils,1800,/\xc2\xb5L\n",
                "1 alt 2026-11-12 07:05 31\n2 creatinine 2026-11-12 12:00 1\n3 neutrophils 2026-11-12 12:00 1.8\n");
  /* A day without a time that is not over yet. */
  assert_sheet ("2026-11-21,INR,2.4,\n", "1 inr 2026-11-21 10:30 2.4\n");
}

static void
test_faults (void)
{
  assert_sheet ("2026-11-12,CEA,4.2,ng/mL\n"
                "yesterday,CEA,4.2,ng/mL\n"
                "2026-02-30,CEA,4.2,ng/mL\n"
                "11/12/2026,CEA,4.2,ng/mL\n"
                "11/13/2026,CEA,1,ng/mL\n"
                "2026-11-22,CEA,4.2,ng/mL\n"
                "2026-11-12,Ferritin,4.2,ng/mL\n"
                "2026-11-12,nausea,1,\n"
                "2026-11-12,CEA,<0.5,ng/mL\n"
                "2026-11-12,CEA,-1,ng/mL\n"
                "2026-11-12,CEA,1e9,ng/mL\n"
                "2026-11-12,CEA,4.2,mg/dL\n"
                "2026-11-12,magnesium,0.8,\n"
                "2026-11-12,CEA\n"
                "2026-11-12,C\"EA,4.2,ng/mL\n"
                "2026-11-12,<b>CEA</b> with a name that is much longer than any name of a result,4,x\n",
                "1 cea 2026-11-12 12:00 4.2\n"
                "5 cea 2026-11-13 12:00 1\n"
                "2! “yesterday” is no date. Write it as year-month-day: 2026-11-30.\n"
                "3! “2026-02-30” is no date. Write it as year-month-day: 2026-11-30.\n"
                "4! The date “11/12/2026” can be read in two ways. Write it as year-month-day: 2026-11-30.\n"
                "6! The date “2026-11-22” cannot be: it lies ahead, or too long ago.\n"
                "7! “Ferritin” is no result that this diary knows.\n"
                "8! “nausea” is no result that this diary knows.\n"
                "9! CEA: Write a number from 0.0\u00a0ng/mL to 100000.0\u00a0ng/mL.\n"
                "10! CEA: Write a number from 0.0\u00a0ng/mL to 100000.0\u00a0ng/mL.\n"
                "11! CEA: Write a number from 0.0\u00a0ng/mL to 100000.0\u00a0ng/mL.\n"
                "12! The unit “mg/dL” is not known here. Known are ng/mL and µg/L.\n"
                "13! The unit is missing: mg/dL or mmol/L.\n"
                "14! CEA: Write a number from 0.0\u00a0ng/mL to 100000.0\u00a0ng/mL.\n"
                "15! The line cannot be read: a quotation mark is wrong, or it is not UTF-8.\n"
                "16! “<b>CEA</b> with a name that is much long…” is no result that this diary knows.\n");
  assert_sheet ("\xff\xfe,\n2026-11-12,CEA,4.2,ng/mL\n",
                "2 cea 2026-11-12 12:00 4.2\n"
                "1! The line cannot be read: a quotation mark is wrong, or it is not UTF-8.\n");
}

static void
test_limits (void)
{
  GString *rows = g_string_new (NULL);
  g_autofree char *large = g_malloc0 (HC_RESULT_MAX_BYTES + 1);
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;

  assert_error ("", 0, HC_RESULT_ERROR_EMPTY);
  assert_error ("\n\n\n", -1, HC_RESULT_ERROR_EMPTY);
  assert_error ("date,name,value,unit\n", -1, HC_RESULT_ERROR_EMPTY);
  assert_error (large, HC_RESULT_MAX_BYTES + 1, HC_RESULT_ERROR_TOO_LARGE);

  for (guint i = 0; i < HC_RESULT_MAX_ROWS; i++)
    g_string_append (rows, "2026-11-12,CEA,1,ng/mL\n");
  sheet = dup_sheet (rows->str, -1, &error);
  g_assert_no_error (error);
  g_string_append (rows, "2026-11-12,CEA,1,ng/mL\n");
  assert_error (rows->str, -1, HC_RESULT_ERROR_TOO_LARGE);
  g_string_free (rows, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/result-reader/numbers", test_numbers);
  g_test_add_func ("/result-reader/words", test_words);
  g_test_add_func ("/result-reader/files", test_files);
  g_test_add_func ("/result-reader/faults", test_faults);
  g_test_add_func ("/result-reader/limits", test_limits);

  return g_test_run ();
}
