/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-json-items.h"

#include <string.h>

typedef struct
{
  GString *text;       /* the items, and the faults with their codes */
  guint    stop_after; /* 0: never */
} Taken;

static gboolean
take_item_cb (JsonObject *item,
              guint       number,
              gpointer    user_data)
{
  Taken *taken = user_data;
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, item);
  text = json_to_string (node, FALSE);
  g_string_append_printf (taken->text, "%u %s\n", number, text);

  return number != taken->stop_after;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  g_assert_cmpuint (error->domain, ==, HC_JSON_ERROR);
  g_string_append_printf (((Taken *) user_data)->text, "%u fault %d\n", number, error->code);

  return TRUE;
}

static const HcJsonItemsFuncs funcs = { take_item_cb, take_fault_cb };

/* Returns: (transfer full): the items, what is left around them, and the code of the error, -1 for none */
static char *
read_pieces (const char *json,
             gsize       length,
             gsize       piece,
             const char *part)
{
  Taken taken = { g_string_new (NULL), 0 };
  g_autoptr (HcJsonItems) items = hc_json_items_new ("results", part, &funcs, &taken);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) rest = NULL;
  gboolean go_on = TRUE;

  for (gsize i = 0; i < length && go_on; i += piece)
    go_on = hc_json_items_feed (items, json + i, MIN (piece, length - i), &error);
  if (go_on)
    hc_json_items_finish (items, &error);

  if (error == NULL)
    {
      g_autofree char *text = NULL;

      rest = hc_json_items_parse_rest (items);
      text = rest != NULL ? json_to_string (rest, FALSE) : g_strdup ("-");
      g_string_append (taken.text, text);
    }
  else
    {
      g_assert_cmpuint (error->domain, ==, HC_JSON_ERROR);
      g_string_append_printf (taken.text, "error %d", error->code);
    }

  return g_string_free_and_steal (taken.text);
}

static void
assert_reads_part (const char *json,
                   const char *part,
                   const char *expected)
{
  static const gsize pieces[] = { 1, 2, 3, 7, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *text = read_pieces (json, strlen (json), pieces[i], part);

      g_assert_cmpstr (text, ==, expected);
    }
}

static void
assert_reads (const char *json,
              const char *expected)
{
  assert_reads_part (json, NULL, expected);
}

static void
test_good (void)
{
  assert_reads ("{\"meta\":{\"a\":1},\"results\":[{\"b\":\"x, ]}\\\"\"}, {\"c\":[[{}],{\"results\":[1]}]}\n]}",
                "1 {\"b\":\"x, ]}\\\"\"}\n2 {\"c\":[[{}],{\"results\":[1]}]}\n{\"meta\":{\"a\":1},\"results\":[0,0]}");
  assert_reads ("\xef\xbb\xbf \n[{\"a\":1},{}]\n ", "1 {\"a\":1}\n2 {}\n[0,0]");
  assert_reads ("{\"results\":[],\"meta\":{\"results\":[1,2]}}", "{\"results\":[],\"meta\":{\"results\":[1,2]}}");
  assert_reads ("[]", "[]");
  assert_reads ("{ }", "{}");

  /* Only the list of that name, in the top object, and only the first one. */
  assert_reads ("{\"other\":[{}],\"results\":{\"results\":[{}]},\"x\":\"results\",\"y\":[{}]}",
                "{\"other\":[{}],\"results\":{\"results\":[{}]},\"x\":\"results\",\"y\":[{}]}");
  assert_reads ("{\"results\":[{\"a\":1}],\"results\":[{\"a\":2}]}", "1 {\"a\":1}\n{\"results\":[{\"a\":2}]}");
  assert_reads ("{\"error\":{\"code\":\"NOT_FOUND\"}}", "{\"error\":{\"code\":\"NOT_FOUND\"}}");
}


/* What is wrong with one item concerns none of the others. */
static void
test_faults (void)
{
  g_assert_cmpint (HC_JSON_ERROR_NOT_JSON, ==, 0);
  g_assert_cmpint (HC_JSON_ERROR_NOT_UTF8, ==, 4);
  g_assert_cmpint (HC_JSON_ERROR_OTHER, ==, 5);
  assert_reads ("[{\"a\":1},{\"a\" 2},null,7,\"x\",[1],{\"a\":\"\xff\"},{}{},{'a':1},{\"a\":3},]",
                "1 {\"a\":1}\n2 fault 0\n3 fault 5\n4 fault 5\n5 fault 5\n6 fault 5\n7 fault 4\n8 fault 0\n"
                "9 fault 0\n10 {\"a\":3}\nerror 0");
}

static void
test_errors (void)
{
  static const struct { const char *json; HcJsonError code; } cases[] = {
    { "", HC_JSON_ERROR_NOT_JSON },
    { "  \n", HC_JSON_ERROR_NOT_JSON },
    { "<html>", HC_JSON_ERROR_NOT_JSON },
    { "null", HC_JSON_ERROR_NOT_JSON },
    { "\xff\xfe{", HC_JSON_ERROR_NOT_JSON },
    { "\xef\xbb{}", HC_JSON_ERROR_NOT_JSON },
    { "{", HC_JSON_ERROR_CUT },
    { "{\"results\":[{\"a\":", HC_JSON_ERROR_CUT },
    { "{\"results\":[\"", HC_JSON_ERROR_CUT },
    { "{\"results\":[]", HC_JSON_ERROR_CUT },
    { "[]]", HC_JSON_ERROR_NOT_JSON },
    { "{}{}", HC_JSON_ERROR_NOT_JSON },
    { "{} x", HC_JSON_ERROR_NOT_JSON },
    { "[}", HC_JSON_ERROR_NOT_JSON },
    { "{\"results\":[}]", HC_JSON_ERROR_NOT_JSON },
    { "{\"a\" 1}", HC_JSON_ERROR_NOT_JSON },
    { "{\"a\":\"\xff\"}", HC_JSON_ERROR_NOT_JSON },
    { "{\"results\"[]}", HC_JSON_ERROR_NOT_JSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("error %d", (int) cases[i].code);

      assert_reads (cases[i].json, expected);
    }
}

/* Of each item only a part is wanted; what stands beside it is not looked at, as long as its brackets fit. */
static void
test_part (void)
{
  g_autofree char *incomplete = g_strdup_printf ("1 fault %d\n2 fault %d\n3 fault %d\n4 fault %d\n5 {}\n[0,0,0,0,0]",
                                                 HC_JSON_ERROR_INCOMPLETE, HC_JSON_ERROR_INCOMPLETE,
                                                 HC_JSON_ERROR_INCOMPLETE, HC_JSON_ERROR_INCOMPLETE);

  assert_reads_part ("{\"n\":1,\"results\":[{\"a\":{\"p\":{\"x\":1}},\"p\":{\"b\":[{}],\"p\":{}},\"c\":5 5},"
                     "{\"p\" : {\"c\":\"}]\"}}]}", "p",
                     "1 {\"b\":[{}],\"p\":{}}\n2 {\"c\":\"}]\"}\n{\"n\":1,\"results\":[0,0]}");
  assert_reads_part ("[{\"a\":{\"p\":{}}},{\"p\":null},[\"p\",{}],7,{\"p\":{}}]", "p", incomplete);
  assert_reads_part ("[{\"p\":{\"a\":1},\"p\":{\"a\":2}}]", "p", "1 {\"a\":1}\n[0]");

  /* An item that stands alone, whatever comes after its part; where there is a list, the list counts. */
  assert_reads_part ("{\"a\":1,\"p\":{\"b\":2},\"p\":{},\"results\":[{\"p\":{}}],\"c\":{\"p\":{}}}", "p",
                     "1 {\"b\":2}\n-");
  assert_reads_part ("{\"results\":[{\"p\":{}}],\"p\":{}}", "p", "1 {}\n{\"results\":[0],\"p\":{}}");
  assert_reads_part ("{\"p\":5}", "p", "{\"p\":5}");
}

/* The parser never sees what is too deep: it would go down as far. */
static void
test_deep (void)
{
  g_autofree char *opening = g_strnfill (10000, '[');
  g_autofree char *expected = g_strdup_printf ("error %d", HC_JSON_ERROR_TOO_DEEP);
  g_autofree char *inside = g_strconcat ("{\"results\":[{\"a\":", opening, NULL);
  g_autofree char *around = g_strconcat ("{\"meta\":", opening, NULL);
  g_autofree char *objects = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  assert_reads (opening, expected);
  assert_reads (inside, expected);
  assert_reads (around, expected);

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "{\"a\":");
  assert_reads (text->str, expected);

  /* Brackets in text are no brackets. */
  objects = g_strdup_printf ("[{\"a\":\"%s\"}]", opening);
  g_clear_pointer (&expected, g_free);
  expected = g_strdup_printf ("1 {\"a\":\"%s\"}\n[0]", opening);
  assert_reads (objects, expected);
}

/* An item that has no end is left out without being kept. */
static void
test_large (void)
{
  g_autofree char *filling = g_strnfill (17 * 1024 * 1024, 'x');
  g_autofree char *json = g_strdup_printf ("[{\"a\":\"%s\"},{\"b\":1}]", filling);
  g_autofree char *around = g_strdup_printf ("{\"a\":\"%s\"}", filling);
  g_autofree char *expected = g_strdup_printf ("1 fault %d\n2 {\"b\":1}\n[0,0]", HC_JSON_ERROR_TOO_LARGE);
  g_autofree char *error = g_strdup_printf ("error %d", HC_JSON_ERROR_TOO_LARGE);
  g_autofree char *text = read_pieces (json, strlen (json), 65536, NULL);
  g_autofree char *other = read_pieces (around, strlen (around), 65536, NULL);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (other, ==, error);
}

static void
test_zero (void)
{
  static const char inside[] = "[{\"a\":\"\0\"},{}]", around[] = "{\"a\":\"\0\"}";
  g_autofree char *expected = g_strdup_printf ("1 fault %d\n2 {}\n[0,0]", HC_JSON_ERROR_NOT_UTF8);
  g_autofree char *error = g_strdup_printf ("error %d", HC_JSON_ERROR_NOT_JSON);
  g_autofree char *text = read_pieces (inside, sizeof inside - 1, 100, NULL);
  g_autofree char *other = read_pieces (around, sizeof around - 1, 100, NULL);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (other, ==, error);
}

static void
test_stop (void)
{
  Taken taken = { g_string_new (NULL), 2 };
  g_autoptr (HcJsonItems) items = hc_json_items_new ("results", NULL, &funcs, &taken);
  g_autoptr (GError) error = NULL;
  const char *json = "[{},{},{},{}]";

  g_assert_false (hc_json_items_feed (items, json, strlen (json), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (hc_json_items_count (items), ==, 2);
  g_string_free (taken.text, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sources/json-items/good", test_good);
  g_test_add_func ("/sources/json-items/faults", test_faults);
  g_test_add_func ("/sources/json-items/errors", test_errors);
  g_test_add_func ("/sources/json-items/part", test_part);
  g_test_add_func ("/sources/json-items/deep", test_deep);
  g_test_add_func ("/sources/json-items/large", test_large);
  g_test_add_func ("/sources/json-items/zero", test_zero);
  g_test_add_func ("/sources/json-items/stop", test_stop);

  return g_test_run ();
}
