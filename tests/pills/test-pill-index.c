/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-index.h"
#include "hc-pill-writer.h"

#include "fixture.h"

/* Pills that nobody makes. The names say what is special about them. */
typedef struct
{
  const char *name;
  HcPillLook  look;
} Pill;

static HcDatabase *
open_pills (const Pill *pills,
            guint       n_pills)
{
  g_autoptr (GError) error = NULL;
  HcDatabase *database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);
  g_autoptr (HcPillWriter) writer = NULL;

  g_assert_no_error (error);
  g_assert_true (hc_pill_writer_make_table (database, &error));
  g_assert_no_error (error);
  writer = hc_pill_writer_new (database, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < n_pills; i++)
    {
      g_autoptr (HcPill) pill = hc_pill_new (&pills[i].look, &(HcPillDetails) { .name = pills[i].name });

      g_assert_true (hc_pill_writer_add (writer, pill, &error));
      g_assert_no_error (error);
    }

  return database;
}

/* Finds pills, the best first. Returns their names with blanks between them. */
static char *
find (HcDatabase  *database,
      HcPillQuery  query)
{
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_found = 99;

  g_assert_true (hc_pill_index_find (database, &query, 100, pills, &n_found, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, pills->len);

  for (guint i = 0; i < pills->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            hc_pill_get_details (g_ptr_array_index (pills, i))->name);

  return g_string_free_and_steal (g_steal_pointer (&names));
}

#define assert_found(database, expected, ...)                                     \
  G_STMT_START {                                                                   \
    g_autofree char *found = find (database, (HcPillQuery) { __VA_ARGS__ });       \
    g_assert_cmpstr (found, ==, expected);                                         \
  } G_STMT_END

/* The imprint may be read from either side, in part, in any order, and with the letters that look alike. */
static void
test_imprint (void)
{
  static const Pill pills[] = {
    { "two-sides", { .front = "ZOL", .back = "5432" } },
    { "parts", { .front = "LILA;3227", .back = "10;mg" } },
    { "one-side", { .front = "A 10" } },
  };
  g_autoptr (HcDatabase) database = open_pills (pills, G_N_ELEMENTS (pills));

  assert_found (database, "two-sides", .imprint = "ZOL");
  assert_found (database, "two-sides", .imprint = "5432");
  assert_found (database, "two-sides", .imprint = "zol 5432");
  assert_found (database, "two-sides", .imprint = "5432 zol");
  assert_found (database, "two-sides", .imprint = "5432ZOL");
  assert_found (database, "two-sides", .imprint = "2 zo1 54");
  assert_found (database, "two-sides", .imprint = "43");
  assert_found (database, "two-sides", .imprint = "5432;Z-O-L");
  assert_found (database, "parts", .imprint = "mg lila 3227");
  assert_found (database, "parts", .imprint = "1ila");
  assert_found (database, "parts one-side", .imprint = "lO");
  assert_found (database, "", .imprint = "ZOL 5433");
  assert_found (database, "", .imprint = "ZOL LILA");
  assert_found (database, "", .imprint = "X");
}

/* What runs on from one side to the other does so only where there is another side. */
static void
test_imprint_turned (void)
{
  static const Pill pills[] = {
    { "front-only", { .front = "AB" } },
    { "back-only", { .back = "CD" } },
    { "both", { .front = "EF", .back = "GH" } },
    { "none", { .shape = HC_PILL_SHAPE_ROUND } },
  };
  g_autoptr (HcDatabase) database = open_pills (pills, G_N_ELEMENTS (pills));

  assert_found (database, "front-only", .imprint = "AB");
  assert_found (database, "back-only", .imprint = "CD");
  assert_found (database, "both", .imprint = "FG");
  assert_found (database, "both", .imprint = "HE");
  assert_found (database, "", .imprint = "BA");
  assert_found (database, "", .imprint = "ABAB");
  assert_found (database, "", .imprint = "DC");
}

/* A sign of SQL or of a pattern is no more than a sign. */
static void
test_imprint_signs (void)
{
  static const Pill pills[] = { { "plain", { .front = "AB" } }, { "signs", { .front = "A%_'B" } } };
  g_autoptr (HcDatabase) database = open_pills (pills, G_N_ELEMENTS (pills));
  g_autofree char *longest = g_strnfill (10000, 'A');

  assert_found (database, "plain signs", .imprint = "A%_'B");
  assert_found (database, "plain signs", .imprint = "% _ ' \"");
  assert_found (database, "", .imprint = "'; DROP TABLE pill; --");
  assert_found (database, "", .imprint = longest);
  assert_found (database, "plain signs", .imprint = NULL);
}

static const Pill attributes[] = {
  { "round", { .front = "A", .shape = HC_PILL_SHAPE_ROUND, .colors = { HC_PILL_COLOR_WHITE }, .score = 1, .size = 8 } },
  { "oval", { .front = "A", .shape = HC_PILL_SHAPE_OVAL, .colors = { HC_PILL_COLOR_WHITE }, .score = 2, .size = 12 } },
  { "red", { .front = "A", .shape = HC_PILL_SHAPE_ROUND, .colors = { HC_PILL_COLOR_RED }, .score = 4, .size = 20 } },
  { "bare", { .front = "A" } },
};

/* Each attribute by itself. Of what is unknown nothing is excluded, but it comes behind what is known to fit,
 * although its name is the first in the alphabet. */
static void
test_attributes (void)
{
  g_autoptr (HcDatabase) database = open_pills (attributes, G_N_ELEMENTS (attributes));

  assert_found (database, "bare oval red round", .imprint = "A");
  assert_found (database, "red round bare", .shape = HC_PILL_SHAPE_ROUND);
  assert_found (database, "oval bare", .shape = HC_PILL_SHAPE_OVAL);
  assert_found (database, "bare", .shape = HC_PILL_SHAPE_TEAR);
  assert_found (database, "oval round bare", .colors = { HC_PILL_COLOR_WHITE });
  assert_found (database, "red bare", .colors = { HC_PILL_COLOR_UNKNOWN, HC_PILL_COLOR_RED });
  assert_found (database, "round bare", .score = 1);
  assert_found (database, "oval bare", .score = 2);
  assert_found (database, "bare", .score = 3);
  assert_found (database, "red bare", .size = 20);
  assert_found (database, "round bare", .shape = HC_PILL_SHAPE_ROUND, .colors = { HC_PILL_COLOR_WHITE });
  assert_found (database, "bare", .shape = HC_PILL_SHAPE_OVAL, .score = 1);
  assert_found (database, "oval bare", .imprint = "a", .shape = HC_PILL_SHAPE_OVAL, .score = 2, .size = 11.5,
                .colors = { HC_PILL_COLOR_WHITE });
}

/* Up to two millimeters and no more, to either side. */
static void
test_size (void)
{
  g_autoptr (HcDatabase) database = open_pills (attributes, G_N_ELEMENTS (attributes));

  assert_found (database, "round bare", .size = 6);
  assert_found (database, "bare", .size = 5.9);
  assert_found (database, "oval round bare", .size = 10);
  assert_found (database, "oval bare", .size = 10.1);
  assert_found (database, "oval bare", .size = 14);
  assert_found (database, "bare", .size = 14.1);
}

static void
test_two_colors (void)
{
  static const Pill pills[] = {
    { "blue-white", { .front = "A", .colors = { HC_PILL_COLOR_BLUE, HC_PILL_COLOR_WHITE } } },
    { "white-blue", { .front = "A", .colors = { HC_PILL_COLOR_WHITE, HC_PILL_COLOR_BLUE } } },
    { "white-red", { .front = "A", .colors = { HC_PILL_COLOR_WHITE, HC_PILL_COLOR_RED } } },
    { "white", { .front = "A", .colors = { HC_PILL_COLOR_WHITE } } },
    { "bare", { .front = "A" } },
  };
  g_autoptr (HcDatabase) database = open_pills (pills, G_N_ELEMENTS (pills));

  assert_found (database, "blue-white white-blue bare", .colors = { HC_PILL_COLOR_WHITE, HC_PILL_COLOR_BLUE });
  assert_found (database, "blue-white white-blue bare", .colors = { HC_PILL_COLOR_BLUE, HC_PILL_COLOR_WHITE });
  assert_found (database, "blue-white white white-blue white-red bare", .colors = { HC_PILL_COLOR_WHITE });
  assert_found (database, "white-red bare", .colors = { HC_PILL_COLOR_RED });
  assert_found (database, "white bare", .colors = { HC_PILL_COLOR_WHITE, HC_PILL_COLOR_WHITE });
  assert_found (database, "bare", .colors = { HC_PILL_COLOR_RED, HC_PILL_COLOR_BLUE });
}

/* All of the imprint, then all of a side, then its beginning, then a part; what is unknown does not change
 * that order; of those that fit as well the one with less on it comes first, then the alphabet. */
static void
test_ranking (void)
{
  static const Pill pills[] = {
    { "within", { .front = "XAB", .shape = HC_PILL_SHAPE_ROUND } },
    { "begins-long", { .front = "ABCDE", .shape = HC_PILL_SHAPE_ROUND } },
    { "begins", { .front = "ABC", .shape = HC_PILL_SHAPE_ROUND } },
    { "a-side", { .front = "77", .back = "AB", .shape = HC_PILL_SHAPE_ROUND } },
    { "whole-2", { .front = "AB" } },
    { "Whole-1", { .back = "AB", .shape = HC_PILL_SHAPE_ROUND } },
    { "halves", { .front = "B", .back = "A", .shape = HC_PILL_SHAPE_ROUND } },
  };
  g_autoptr (HcDatabase) database = open_pills (pills, G_N_ELEMENTS (pills));

  assert_found (database, "Whole-1 whole-2 halves a-side begins begins-long within", .imprint = "AB");
  assert_found (database, "Whole-1 halves whole-2 a-side begins begins-long within", .imprint = "AB",
                .shape = HC_PILL_SHAPE_ROUND);
}

/* Without an imprint to go by the order is that of names and strengths. */
static void
test_order (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = open_pills (NULL, 0);
  g_autoptr (HcPillWriter) writer = hc_pill_writer_new (database, &error);
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  static const HcPillDetails details[] = {
    { .target = "t:1", .name = "beta", .strength = "10 mg" },
    { .target = "t:1", .name = "beta", .strength = "5 mg", .maker = "Y" },
    { .target = "t:1", .name = "beta", .strength = "5 mg", .maker = "X" },
    { .target = "t:2", .name = "Alpha", .strength = "100 mg" },
  };
  guint n_found;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autoptr (HcPill) pill = hc_pill_new (&(HcPillLook) { .shape = HC_PILL_SHAPE_ROUND }, &details[i]);

      g_assert_true (hc_pill_writer_add (writer, pill, &error));
    }

  g_assert_true (hc_pill_index_find (database, &(HcPillQuery) { .shape = HC_PILL_SHAPE_ROUND }, 10, pills, &n_found,
                                     &error));
  g_assert_cmpuint (pills->len, ==, 4);
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[0])->name, ==, "Alpha");
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[1])->maker, ==, "Y");
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[3])->strength, ==, "10 mg");

  /* Those of one medicine, the weakest first. */
  g_ptr_array_set_size (pills, 0);
  g_ptr_array_unref (g_steal_pointer (&pills));
  pills = hc_pill_index_list (database, "t:1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pills->len, ==, 3);
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[0])->maker, ==, "X");
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[1])->maker, ==, "Y");
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[2])->strength, ==, "10 mg");

  g_assert_true (hc_pill_writer_remove (writer, "t:1", &error));
  g_ptr_array_unref (g_steal_pointer (&pills));
  pills = hc_pill_index_list (database, "t:1", &error);
  g_assert_cmpuint (pills->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&pills));
  pills = hc_pill_index_list (database, "t:2", &error);
  g_assert_cmpuint (pills->len, ==, 1);
}

static void
test_limit (void)
{
  g_autoptr (HcDatabase) database = open_pills (attributes, G_N_ELEMENTS (attributes));
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint n_found = 0;

  g_assert_true (hc_pill_index_find (database, &(HcPillQuery) { .imprint = "A" }, 2, pills, &n_found, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pills->len, ==, 2);
  g_assert_cmpuint (n_found, ==, 4);
  g_assert_cmpstr (hc_pill_get_details (pills->pdata[1])->name, ==, "oval");

  /* What was there stays: the pills of another database may be in it. */
  g_assert_true (hc_pill_index_find (database, &(HcPillQuery) { .score = 4 }, 9, pills, &n_found, &error));
  g_assert_cmpuint (pills->len, ==, 4);
  g_assert_cmpuint (n_found, ==, 2);

  g_assert_true (hc_pill_index_find (database, &(HcPillQuery) { .imprint = "B" }, 9, pills, &n_found, &error));
  g_assert_cmpuint (pills->len, ==, 4);
  g_assert_cmpuint (n_found, ==, 0);
}

/* A pill is read as it was written, and what is not known is NULL in the table. */
static void
test_round_trip (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "pills.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_READ_WRITE, &error);
  g_autoptr (HcPillWriter) writer = NULL;
  g_autoptr (HcPill) full = hc_pill_new (&(HcPillLook) {
                                           .front = "Lo;1", .back = "a-0", .shape = HC_PILL_SHAPE_SEMI_CIRCLE,
                                           .colors = { HC_PILL_COLOR_PINK, HC_PILL_COLOR_GRAY },
                                           .score = 2, .size = 9.25,
                                         },
                                         &(HcPillDetails) {
                                           .target = "health-center:drug/zoltopril", .name = "zoltopril",
                                           .brand = "Zolt", .strength = "5 mg", .form = "tablet", .maker = "Nobody",
                                           .source = "A list", .url = "https://pills.example/", .confirmed = TRUE,
                                         });
  g_autoptr (HcPill) bare = hc_pill_new (&(HcPillLook) { .shape = HC_PILL_SHAPE_GEAR },
                                         &(HcPillDetails) { .target = "x", .name = "bare" });
  g_autoptr (GPtrArray) pills = NULL;
  g_autofree char *rows = NULL;
  const HcPillLook *look;
  const HcPillDetails *details;

  g_assert_no_error (error);
  g_assert_true (hc_pill_writer_make_table (database, &error));
  writer = hc_pill_writer_new (database, &error);
  g_assert_true (hc_pill_writer_add (writer, full, &error));
  g_assert_true (hc_pill_writer_add (writer, bare, &error));
  g_assert_no_error (error);

  rows = fixture_query (path, "SELECT name, front, back, front_key, back_key, imprint, shape, color, color2, score,"
                              " size, confirmed FROM pill ORDER BY id");
  g_assert_cmpstr (rows, ==,
                   "zoltopril|Lo;1|a-0|IOI|AO|IOIAOIOI|semi-circle|pink|gray|2|9.25|1\n"
                   "bare||||||gear|||NULL|NULL|0");

  pills = hc_pill_index_list (database, "health-center:drug/zoltopril", &error);
  g_assert_cmpuint (pills->len, ==, 1);
  look = hc_pill_get_look (pills->pdata[0]);
  details = hc_pill_get_details (pills->pdata[0]);
  g_assert_cmpstr (look->front, ==, "Lo;1");
  g_assert_cmpstr (look->back, ==, "a-0");
  g_assert_cmpint (look->shape, ==, HC_PILL_SHAPE_SEMI_CIRCLE);
  g_assert_cmpint (look->colors[0], ==, HC_PILL_COLOR_PINK);
  g_assert_cmpint (look->colors[1], ==, HC_PILL_COLOR_GRAY);
  g_assert_cmpint (look->score, ==, 2);
  g_assert_cmpfloat (look->size, ==, 9.25);
  g_assert_cmpstr (details->target, ==, "health-center:drug/zoltopril");
  g_assert_cmpstr (details->brand, ==, "Zolt");
  g_assert_cmpstr (details->form, ==, "tablet");
  g_assert_cmpstr (details->maker, ==, "Nobody");
  g_assert_cmpstr (details->source, ==, "A list");
  g_assert_cmpstr (details->url, ==, "https://pills.example/");
  g_assert_true (details->confirmed);

  g_clear_pointer (&writer, hc_pill_writer_free);
  g_clear_object (&database);
  fixture_remove_folder (folder);
}

/* A file without a table of pills is an error and no empty result. */
static void
test_no_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDatabase) database = hc_database_new (NULL, HC_DATABASE_READ_WRITE, &error);
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_found;

  g_assert_false (hc_pill_index_find (database, &(HcPillQuery) { .imprint = "A" }, 2, pills, &n_found, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (hc_pill_index_list (database, "x", &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (hc_pill_writer_new (database, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED);
}

static void
test_empty_query (void)
{
  g_assert_true (hc_pill_query_is_empty (&(HcPillQuery) { 0 }));
  g_assert_true (hc_pill_query_is_empty (&(HcPillQuery) { .imprint = " -;/" }));
  g_assert_false (hc_pill_query_is_empty (&(HcPillQuery) { .imprint = "-0-" }));
  g_assert_false (hc_pill_query_is_empty (&(HcPillQuery) { .shape = HC_PILL_SHAPE_OVAL }));
  g_assert_false (hc_pill_query_is_empty (&(HcPillQuery) { .colors = { HC_PILL_COLOR_RED } }));
  g_assert_false (hc_pill_query_is_empty (&(HcPillQuery) { .colors = { 0, HC_PILL_COLOR_RED } }));
  g_assert_false (hc_pill_query_is_empty (&(HcPillQuery) { .score = 1 }));
  g_assert_false (hc_pill_query_is_empty (&(HcPillQuery) { .size = 0.5 }));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pill-index/imprint", test_imprint);
  g_test_add_func ("/pill-index/imprint/turned", test_imprint_turned);
  g_test_add_func ("/pill-index/imprint/signs", test_imprint_signs);
  g_test_add_func ("/pill-index/attributes", test_attributes);
  g_test_add_func ("/pill-index/size", test_size);
  g_test_add_func ("/pill-index/two-colors", test_two_colors);
  g_test_add_func ("/pill-index/ranking", test_ranking);
  g_test_add_func ("/pill-index/order", test_order);
  g_test_add_func ("/pill-index/limit", test_limit);
  g_test_add_func ("/pill-index/round-trip", test_round_trip);
  g_test_add_func ("/pill-index/no-table", test_no_table);
  g_test_add_func ("/pill-index/empty-query", test_empty_query);

  return g_test_run ();
}
