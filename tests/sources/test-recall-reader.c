/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-reader.h"

#include <string.h>

#include "recall-fixture.h"

typedef struct
{
  GString *text;
  guint    stop_after; /* 0: never */
  guint    n_recalls;
} Taken;

static gboolean
take_recall_cb (HcRecall *recall,
                gpointer  user_data)
{
  Taken *taken = user_data;
  g_autoptr (HcRecall) owned = recall;
  g_autofree char *text = recall_fixture_describe (owned);

  g_string_append (taken->text, text);

  return ++taken->n_recalls != taken->stop_after;
}

static void
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  g_assert_cmpuint (error->domain, ==, HC_JSON_ERROR);
  g_string_append_printf (((Taken *) user_data)->text, "%u: fault %d\n", number, error->code);
}

static const HcRecallReaderFuncs funcs = { take_recall_cb, take_fault_cb };

static char *
read_text (const char  *json,
           gsize        length,
           gsize        piece,
           char       **updated,
           gint64      *total,
           GError     **error)
{
  Taken taken = { g_string_new (NULL), 0, 0 };
  g_autoptr (HcRecallReader) reader = hc_recall_reader_new (&funcs, &taken);
  gboolean good = TRUE;

  for (gsize i = 0; i < length && good; i += piece)
    good = hc_recall_reader_feed (reader, json + i, MIN (piece, length - i), error);
  if (good)
    hc_recall_reader_finish (reader, error);

  if (updated != NULL)
    *updated = g_strdup (hc_recall_reader_get_updated (reader));
  if (total != NULL)
    *total = hc_recall_reader_get_total (reader);

  return g_string_free_and_steal (taken.text);
}

static void
assert_reads (const char *json,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = read_text (json, strlen (json), 1000, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* The real records, as Python reads them. */
static void
test_real (void)
{
  g_autofree char *path = recall_fixture_find ();
  g_autofree char *json = NULL, *expected = NULL, *updated = NULL;
  const char *argv[] = { "python3", READ_RECALLS, path, NULL };
  g_autoptr (GSubprocess) python = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gint64 total;

  if (path == NULL)
    return;

  python = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (python, NULL, NULL, &expected, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (python));
  g_assert_cmpuint (strlen (expected), >, 1000);

  g_assert_true (g_file_get_contents (path, &json, &length, NULL));
  for (gsize piece = 1; piece < length * 50; piece *= 50)
    {
      g_autofree char *text = NULL;

      g_clear_pointer (&updated, g_free);
      text = read_text (json, length, piece, &updated, &total, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, expected);
      g_assert_cmpstr (updated, ==, "2026-01-28");
      g_assert_cmpint (total, ==, 209);
    }
}

/* A record that was made for this test, with all that there is. */
#define RECORD \
  "{\"status\":\"Terminated\",\"city\":\"Exton\",\"state\":\"N/A\",\"country\":\"United States\"," \
  "\"classification\":\"Class III\",\"openfda\":{\"brand_name\":[\"Zolt\",\"Zolt\",\" Zolt\\nXR \"]," \
  "\"generic_name\":[\"ZOLTOPRIL\"],\"substance_name\":[\"ZOLTOPRIL\",\"QUORAZIDE\"]," \
  "\"product_ndc\":[\"99999-101\"],\"package_ndc\":[\"99999-101-30\"],\"spl_set_id\":[\"aaaa-1\"]}," \
  "\"product_type\":\"Drugs\",\"event_id\":\"1\",\"recalling_firm\":\"Nowhere & Sons\"," \
  "\"distribution_pattern\":\"TX\"," \
  "\"recall_number\":\"D-0001-2026\",\"product_description\":\"Zolt <b>tablets<\\/b>\\u00ae\\t10 mg\"," \
  "\"product_quantity\":\"8\",\"reason_for_recall\":\"Dust\",\"recall_initiation_date\":\"2025-12-31\"," \
  "\"center_classification_date\":\"01/02/2026\",\"termination_date\":\"20260301\",\"report_date\":\"20260107\"," \
  "\"code_info\":\"Lot 1\",\"more_code_info\":\"Lot 2\"}"

#define DESCRIBED \
  "class: 3\nnumber: D-0001-2026\nevent: 1\nstatus: terminated\nreported: 2026-01-07\ninitiated: 2025-12-31\n" \
  "classified: 2026-01-02\nterminated: 2026-03-01\nfirm: Nowhere & Sons\nplace: Exton, United States\n" \
  "distribution: TX\nquantity: 8\ndescription: Zolt <b>tablets</b>\302\256 10 mg\nreason: Dust\ncodes: Lot 1\nLot 2\n" \
  "brands: Zolt | Zolt XR\ngenerics: ZOLTOPRIL\nsubstances: ZOLTOPRIL | QUORAZIDE\n" \
  "ndcs: 99999-101 | 99999-101-30\nset_ids: aaaa-1\n"

static void
test_whole (void)
{
  assert_reads ("{\"meta\":{},\"results\":[" RECORD "]}", DESCRIBED);
  assert_reads ("[" RECORD "]", DESCRIBED);
  assert_reads ("{\"results\":[]}", "");
}

/* Whatever is missing, null, of another kind or not known is left out; the number and the product must be there. */
static void
test_odd (void)
{
  assert_reads ("[{\"recall_number\":\"D-1\",\"product_description\":\"x\"}]",
                "class: 0\nnumber: D-1\nstatus: unknown\ndescription: x\n");
  assert_reads ("[{\"recall_number\":\"D-1\",\"product_description\":\"x\",\"status\":null,\"openfda\":null,"
                "\"classification\":7,\"report_date\":20260101,\"recalling_firm\":[\"a\"],\"reason_for_recall\":{},"
                "\"city\":null,\"code_info\":false,\"product_quantity\":\"  \"}]",
                "class: 0\nnumber: D-1\nstatus: unknown\ndescription: x\n");
  assert_reads ("[{\"recall_number\":\"D-1\",\"product_description\":\"x\",\"status\":\"On-Going\",\"classification\":"
                "\"CLASS II\",\"openfda\":{\"brand_name\":\"Zolt\",\"generic_name\":[null,7,{},\"\",\"a\"],"
                "\"substance_name\":{}},\"code_info\":\"\",\"more_code_info\":\"Lot\"}]",
                "class: 2\nnumber: D-1\nstatus: ongoing\ndescription: x\ncodes: Lot\nbrands: Zolt\ngenerics: a\n");
  assert_reads ("[{\"recall_number\":\"D-1\",\"product_description\":\"x\",\"status\":\"Paused\",\"classification\":"
                "\"Not Yet Classified\"}]", "class: 0\nnumber: D-1\nstatus: unknown\ndescription: x\n");

  g_assert_cmpint (HC_JSON_ERROR_OTHER, ==, 5);
  g_assert_cmpint (HC_JSON_ERROR_INCOMPLETE, ==, 6);
  assert_reads ("[{\"recall_number\":\"D-1\"},{\"product_description\":\"x\",\"recall_number\":\" \"},{},"
                "{\"recall_number\":\"F-1\",\"product_description\":\"x\",\"product_type\":\"Food\"},null,"
                "{\"recall_number\":\"D-2\",\"product_description\":\"x\",\"product_type\":\"drugs\"}]",
                "1: fault 6\n2: fault 6\n3: fault 6\n4: fault 5\n5: fault 5\n"
                "class: 0\nnumber: D-2\nstatus: unknown\ndescription: x\n");
}

static void
test_days (void)
{
  static const struct { const char *written, *expected; } days[] = {
    { "20260228", "2026-02-28" }, { "20240229", "2024-02-29" }, { "2026-02-28", "2026-02-28" },
    { "02/28/2026", "2026-02-28" }, { " 20260228 ", "2026-02-28" }, { "20260229", NULL }, { "20261301", NULL },
    { "20260100", NULL }, { "2026022", NULL }, { "202602281", NULL }, { "28/02/2026", NULL }, { "2026/02/28", NULL },
    { "2026--1-01", NULL }, { "-0260228", NULL }, { "+0260228", NULL }, { "00000101", NULL }, { "Feb 28, 2026", NULL },
    { "2026-2-28", NULL }, { "", NULL }, { "2026-02-28T00:00:00", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *json = g_strdup_printf ("[{\"recall_number\":\"D-1\",\"product_description\":\"x\","
                                               "\"report_date\":\"%s\"}]", days[i].written);
      g_autofree char *expected = days[i].expected != NULL
        ? g_strdup_printf ("class: 0\nnumber: D-1\nstatus: unknown\nreported: %s\ndescription: x\n", days[i].expected)
        : g_strdup ("class: 0\nnumber: D-1\nstatus: unknown\ndescription: x\n");

      assert_reads (json, expected);
    }
}

/* The day of the collection is known with the first item when it stands before, and at the end in any case. */
static void
test_head (void)
{
  static const struct { const char *json, *updated; gint64 total; } cases[] = {
    { "{\"meta\":{\"last_updated\":\"2026-01-28\",\"results\":{\"total\":3}},\"results\":[" RECORD "]}",
      "2026-01-28", 3 },
    { "{\"results\":[" RECORD "],\"meta\":{\"last_updated\":\"2026-01-28\",\"results\":{\"total\":0}}}",
      "2026-01-28", 0 },
    { "{\"meta\":{\"last_updated\":7,\"results\":{\"total\":\"3\"}},\"results\":[]}", "", -1 },
    { "{\"meta\":[],\"results\":[]}", "", -1 },
    { "{\"meta\":{\"last_updated\":\"soon\",\"results\":{\"total\":-5}},\"results\":[]}", "", -1 },
    { "[" RECORD "]", "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *updated = NULL, *text = NULL;
      gint64 total;

      text = read_text (cases[i].json, strlen (cases[i].json), 10, &updated, &total, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (updated, ==, cases[i].updated);
      g_assert_cmpint (total, ==, cases[i].total);
    }
}

static void
test_errors (void)
{
  static const struct { const char *json; HcJsonError code; } cases[] = {
    { "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No matches found!\"}}", HC_JSON_ERROR_OTHER },
    { "{\"studies\":[]}", HC_JSON_ERROR_OTHER },
    { "<html>", HC_JSON_ERROR_NOT_JSON },
    { "{\"results\":[" RECORD, HC_JSON_ERROR_CUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = read_text (cases[i].json, strlen (cases[i].json), 100, NULL, NULL, &error);

      g_assert_error (error, HC_JSON_ERROR, (int) cases[i].code);
      g_assert_cmpstr (hc_json_error_to_words (cases[i].code), !=, "");
    }
}

static void
test_stop (void)
{
  Taken taken = { g_string_new (NULL), 2, 0 };
  g_autoptr (HcRecallReader) reader = hc_recall_reader_new (&funcs, &taken);
  g_autoptr (GError) error = NULL;
  const char *json = "[" RECORD "," RECORD "," RECORD "]";

  g_assert_false (hc_recall_reader_feed (reader, json, strlen (json), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (taken.n_recalls, ==, 2);
  g_string_free (taken.text, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/recall-reader/real", test_real);
  g_test_add_func ("/sources/recall-reader/whole", test_whole);
  g_test_add_func ("/sources/recall-reader/odd", test_odd);
  g_test_add_func ("/sources/recall-reader/days", test_days);
  g_test_add_func ("/sources/recall-reader/head", test_head);
  g_test_add_func ("/sources/recall-reader/errors", test_errors);
  g_test_add_func ("/sources/recall-reader/stop", test_stop);

  return g_test_run ();
}
