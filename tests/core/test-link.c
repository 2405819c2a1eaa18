/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-link.h"

static void
assert_parts (const char *text,
              const char *place,
              const char *id,
              const char *anchor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLink) link = hc_link_parse (text, &error);

  g_test_message ("%s", text);
  g_assert_no_error (error);
  g_assert_cmpstr (link->place, ==, place);
  g_assert_cmpstr (link->id, ==, id);
  g_assert_cmpstr (link->anchor, ==, anchor);
}

static void
test_parts (void)
{
  assert_parts ("health-center:today", "today", NULL, NULL);
  assert_parts ("health-center:article/your-stage", "article", "your-stage", NULL);
  assert_parts ("health-center:article/a#stage-ii", "article", "a", "stage-ii");
  assert_parts ("health-center:notes#here", "notes", NULL, "here");
  assert_parts ("health-center:trial/NCT01234567", "trial", "NCT01234567", NULL);
  assert_parts ("health-center:drug/5%2DFU", "drug", "5-FU", NULL);
  assert_parts ("health-center:drug/caf%C3%A9#%E2%82%AC", "drug", "café", "€");
  /* The rest of the path is the id, whatever is in it: the pages say that they do not know it. */
  assert_parts ("health-center:article/a/b", "article", "a/b", NULL);
}

static void
test_query (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLink) link = NULL;

  link = hc_link_parse ("health-center:pills?imprint=54%20R&shape=&color=a%26b%3Dc%25+d", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (link->place, ==, "pills");
  g_assert_null (link->id);
  g_assert_cmpuint (g_hash_table_size (link->query), ==, 3);
  g_assert_cmpstr (g_hash_table_lookup (link->query, "imprint"), ==, "54 R");
  g_assert_cmpstr (g_hash_table_lookup (link->query, "shape"), ==, "");
  g_assert_cmpstr (g_hash_table_lookup (link->query, "color"), ==, "a&b=c% d");

  g_clear_pointer (&link, hc_link_free);
  link = hc_link_parse ("health-center:search?q=100%25%20sure#x", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (link->query, "q"), ==, "100% sure");
  g_assert_cmpstr (link->anchor, ==, "x");

  g_clear_pointer (&link, hc_link_free);
  link = hc_link_parse ("health-center:today", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (link->query), ==, 0);
}

static void
test_print (void)
{
  static const struct {
    const char *place, *id, *anchor, *text;
  } links[] = {
    { "today", NULL, NULL, "health-center:today" },
    { "article", "a", NULL, "health-center:article/a" },
    { "article", "a", "b", "health-center:article/a#b" },
    { "notes", NULL, "b", "health-center:notes#b" },
    { "article", "a b", NULL, "health-center:article/a%20b" },
    { "drug", "a?b", "c#d", "health-center:drug/a%3Fb#c%23d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (HcLink) link = hc_link_new (links[i].place, links[i].id, links[i].anchor);
      g_autofree char *text = hc_link_print (link);

      g_assert_cmpstr (text, ==, links[i].text);
    }
}

static void
test_round_trips (void)
{
  static const char *const ids[] = {
    "a", "a-b_c.d~e", "100%", "%41", "a/b", "a//b", "ü€😀", "a b\tc\nd",
    "a?b=c&d", "a#b", "a:b@c", "[a]", "\"<>&'", "..a",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (HcLink) link = hc_link_new ("article", ids[i], ids[i]);
      g_autofree char *text = hc_link_print (link);

      assert_parts (text, "article", ids[i], ids[i]);
    }
}

/* Parameters are printed by their names, and read as they were. */
static void
test_print_query (void)
{
  g_autoptr (HcLink) link = hc_link_new ("drugs", NULL, "here");
  g_autoptr (HcLink) again = NULL;
  g_autofree char *text = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (link->query, g_strdup ("q"), g_strdup ("a&b=c% d+e#ü"));
  g_hash_table_insert (link->query, g_strdup ("class"), g_strdup (""));
  text = hc_link_print (link);
  g_assert_cmpstr (text, ==, "health-center:drugs?class=&q=a%26b%3Dc%25%20d%2Be%23%C3%BC#here");

  again = hc_link_parse (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (again->query), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (again->query, "q"), ==, "a&b=c% d+e#ü");
  g_assert_cmpstr (again->anchor, ==, "here");
  second = hc_link_print (again);
  g_assert_cmpstr (second, ==, text);
}

static void
test_bad (void)
{
  static const char *const bad[] = {
    "",
    " ",
    "today",
    "health-center",
    "health-center:",
    "health-center:/",
    "health-center:/today",
    "health-center:article/",
    "health-center:#a",
    "health-center:?q=a",
    "health-center://today",
    "health-center://example.org/article/a",
    "health-center:///article/a",
    "health-center2:today",
    " health-center:today",
    "http://example.org/health-center:today",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "health-center:article/..",
    "health-center:article/../../etc/passwd",
    "health-center:article/%00",
    "health-center:article/%FF",
    "health-center:article/\xff",
    "health-center:article/%",
    "health-center:article/%zz",
    "health-center:search?q=%zz",
    "health-center:search?q=%FF",
    "health-center:search?novalue",
    "health-center:article/a#%C3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcLink) link = hc_link_parse (bad[i], &error);

      g_test_message ("%u", i);
      g_assert_null (link);
      g_assert_error (error, HC_LINK_ERROR, HC_LINK_ERROR_INVALID);
      g_assert_null (hc_link_parse (bad[i], NULL));
    }
}

static void
test_long (void)
{
  g_autofree char *tail = g_strnfill (2000, 'a');
  g_autofree char *text = g_strconcat ("health-center:article/", tail, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (hc_link_parse (text, &error));
  g_assert_error (error, HC_LINK_ERROR, HC_LINK_ERROR_INVALID);

  text[2000] = '\0';
  assert_parts (text, "article", text + strlen ("health-center:article/"), NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/link/parts", test_parts);
  g_test_add_func ("/core/link/query", test_query);
  g_test_add_func ("/core/link/print", test_print);
  g_test_add_func ("/core/link/print-query", test_print_query);
  g_test_add_func ("/core/link/round-trips", test_round_trips);
  g_test_add_func ("/core/link/bad", test_bad);
  g_test_add_func ("/core/link/long", test_long);

  return g_test_run ();
}
