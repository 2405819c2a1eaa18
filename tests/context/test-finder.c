/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-finder.h"
#include "profile-fixture.h"

/* One list over the library and the person's own words. */

#define ARTICLE(id, title, text)                                                                     \
  "---\nid: " id "\ntitle: " title "\nsummary: Words.\ntopics: first\nchecked: 2026-11-20\nreview: none\n" \
  "source: one | Title One | Publisher One | https://one.example/ | undated | 2026-11-20 | read\n"     \
  "---\n\n" text "[^one]\n"

typedef struct
{
  CompilerFixture *content;
  ProfileFixture   profile;
  HcLibrary       *library;
  HcFinder        *finder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;

  fixture->content = compiler_fixture_new ();
  compiler_fixture_remove (fixture->content, "content/articles");
  compiler_fixture_write (fixture->content, "content/topics.txt", "first = First\nbody\ntitle\nexact\n", -1);
  compiler_fixture_write (fixture->content, "content/articles/body.md",
                          ARTICLE ("body", "Food", "Eat well with a stoma. Doctors help."), -1);
  compiler_fixture_write (fixture->content, "content/articles/title.md",
                          ARTICLE ("title", "Living with a Stoma", "Go on."), -1);
  compiler_fixture_write (fixture->content, "content/articles/exact.md", ARTICLE ("exact", "Stoma", "An opening."), -1);
  g_assert_cmpint (compiler_fixture_run (fixture->content, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  path = g_build_filename (fixture->content->root, "library.db", NULL);
  fixture->library = hc_library_new (path, &error);
  g_assert_no_error (error);

  profile_fixture_set_up (&fixture->profile, NULL);
  profile_fixture_open (&fixture->profile);

  fixture->finder = hc_finder_new (fixture->library, fixture->profile.profile, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->finder);
  g_clear_object (&fixture->library);
  profile_fixture_tear_down (&fixture->profile, NULL);
  compiler_fixture_free (fixture->content);
}

static HcNote *
add_note (Fixture    *fixture,
          const char *title,
          const char *quote,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  HcNote *note = hc_note_new ("health-center:article/body", title, quote);

  g_assert_true (profile_fixture_try_save (&fixture->profile, note, text, &error));
  g_assert_no_error (error);

  return note;
}

static void
add_bookmark (Fixture    *fixture,
              const char *link,
              const char *title)
{
  HcBookmarkStore *bookmarks = hc_profile_get_bookmarks (fixture->profile.profile);
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new (link, title);
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_bookmark_store_add_async (bookmarks, bookmark, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_bookmark_store_add_finish (bookmarks, result, &error));
  g_assert_no_error (error);
}

/* "kind:title" of each hit, with bars between them; in brackets what was looked for instead. */
static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSearchHits) hits = hc_finder_find (fixture->finder, text, 50, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);

  if (hc_search_hits_get_corrected_text (hits) != NULL)
    g_string_append_printf (found, "[%s]", hc_search_hits_get_corrected_text (hits));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (hits)); i++)
    {
      g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), i);

      g_string_append_printf (found, "%s%s:%s", i > 0 ? " | " : "", hc_search_hit_get_kind (hit),
                              hc_search_hit_get_title (hit));
    }

  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcNote) note = NULL;

  assert_found (fixture, "stoma", "article:Stoma | article:Living with a Stoma | article:Food");

  note = add_note (fixture, NULL, NULL, "Ask about the stoma nurse\nand when");
  assert_found (fixture, "stoma",
                "article:Stoma | article:Living with a Stoma | note:Ask about the stoma nurse | article:Food");
  assert_found (fixture, "stoma when", "note:Ask about the stoma nurse");
  assert_found (fixture, "", "");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcNote) note = add_note (fixture, "Radiation", "tiredness comes", "Señor MÜLLER called, twice.");

  /* Case and accents do not matter; its words, the words that it is about and the title of these. */
  assert_found (fixture, "müller", "note:Señor MÜLLER called, twice.");
  assert_found (fixture, "Muller senor", "note:Señor MÜLLER called, twice.");
  assert_found (fixture, "twice tiredness radiation", "note:Señor MÜLLER called, twice.");
  /* Only the last word may be incomplete, the others may have another ending. */
  assert_found (fixture, "called tired", "note:Señor MÜLLER called, twice.");
  assert_found (fixture, "called tir", "note:Señor MÜLLER called, twice.");
  assert_found (fixture, "call tired", "note:Señor MÜLLER called, twice.");
  assert_found (fixture, "twi called", "");
  assert_found (fixture, "uller", "");
  assert_found (fixture, "müller once", "");
}

static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HcNote) note = add_note (fixture, NULL, NULL, "pancake");
  g_autoptr (GError) error = NULL;

  assert_found (fixture, "pancake", "note:pancake");

  g_assert_true (profile_fixture_try_save (&fixture->profile, note, "waffle", &error));
  assert_found (fixture, "pancake", "");
  assert_found (fixture, "waffle", "note:waffle");

  profile_fixture_delete_note (&fixture->profile, note);
  assert_found (fixture, "waffle", "");
}

static void
test_hit (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (HcNote) note =
    add_note (fixture, NULL, "a <quoted> pancake",
              "A first line that is so long that nobody would want to read all of it in a list\nwaffle & more");
  g_autofree char *link = g_strconcat ("health-center:note/", hc_note_get_id (note), NULL);
  g_autoptr (HcSearchHits) hits = hc_finder_find (fixture->finder, "waff", 50, NULL);
  g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (hits), 0);
  g_autoptr (HcSearchHits) quoted_hits = hc_finder_find (fixture->finder, "pancake", 50, NULL);
  g_autoptr (HcSearchHit) quoted = g_list_model_get_item (G_LIST_MODEL (quoted_hits), 0);

  g_assert_cmpstr (hc_search_hit_get_link (hit), ==, link);
  /* Sixty letters, and no broken word. */
  g_assert_cmpstr (hc_search_hit_get_title (hit), ==, "A first line that is so long that nobody would want to read…");
  g_assert_cmpint (hc_search_hit_get_rank (hit), ==, HC_SEARCH_RANK_OWN);
  g_assert_true (g_str_has_suffix (hc_search_hit_get_excerpt (hit), "<b>waffle</b> &amp; more"));
  g_assert_cmpstr (hc_search_hit_get_excerpt (quoted), ==, "a &lt;quoted&gt; <b>pancake</b>");
}

/* A bookmark of what is listed anyway is left out. */
static void
test_bookmarks (Fixture       *fixture,
                gconstpointer  data)
{
  add_bookmark (fixture, "health-center:article/exact", "Stoma");
  add_bookmark (fixture, "health-center:article/gone", "My old stoma article");

  assert_found (fixture, "stoma",
                "article:Stoma | article:Living with a Stoma | bookmark:My old stoma article | article:Food");
  assert_found (fixture, "old", "bookmark:My old stoma article");
}

static void
test_typos (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcNote) note = NULL;
  g_autoptr (HcNote) own_spelling = NULL;

  assert_found (fixture, "doctrs", "[doctors]article:Food");

  note = add_note (fixture, NULL, NULL, "Two doctors");
  assert_found (fixture, "doctrs", "[doctors]note:Two doctors | article:Food");

  /* What the person writes so is no mistake. */
  own_spelling = add_note (fixture, NULL, NULL, "doctrs");
  assert_found (fixture, "doctrs", "note:doctrs");
}

static void
test_limit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (HcNote) note = add_note (fixture, NULL, NULL, "stoma");
  g_autoptr (HcSearchHits) three = hc_finder_find (fixture->finder, "stoma", 3, NULL);
  g_autoptr (HcSearchHits) none = hc_finder_find (fixture->finder, "stoma", 0, NULL);
  g_autoptr (HcSearchHit) last = g_list_model_get_item (G_LIST_MODEL (three), 2);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (three)), ==, 3);
  g_assert_cmpstr (hc_search_hit_get_kind (last), ==, "note");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
}

/* As long as the profile is not open there are only the articles. */
static void
test_closed_profile (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->profile.folder, "other", NULL);
  g_autoptr (HcProfile) profile = hc_profile_new (folder, fixture->profile.clock);
  g_autoptr (HcFinder) finder = hc_finder_new (fixture->library, profile, NULL);
  g_autoptr (HcSearchHits) hits = hc_finder_find (finder, "stoma", 50, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hits)), ==, 3);
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const texts[] = {
    "\"", "( OR *", "title:stoma", "NEAR(", "\xff\xfe", "stoma\xc3", "🎗", "\u202estoma", "\001\002", "%n%s", "\u0301",
    "<b>", "&", "a\u0301\u0302\u0303", "' OR 1=1 --",
  };
  g_autofree char *letters = g_strnfill (10000, 'x');
  g_autofree char *quotes = g_strnfill (10000, '"');
  g_autoptr (HcNote) note = add_note (fixture, "<b>&", "\"'", "*(\"OR' %n\n\u202e🎗");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcSearchHits) hits = hc_finder_find (fixture->finder, texts[i], 50, &error);

      g_assert_no_error (error);
      g_assert_nonnull (hits);
    }

  assert_found (fixture, letters, "");
  assert_found (fixture, quotes, "");
  assert_found (fixture, "\u202estoma", "article:Stoma | article:Living with a Stoma | article:Food");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/finder/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/finder/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/finder/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/finder/hit", Fixture, NULL, set_up, test_hit, tear_down);
  g_test_add ("/finder/bookmarks", Fixture, NULL, set_up, test_bookmarks, tear_down);
  g_test_add ("/finder/typos", Fixture, NULL, set_up, test_typos, tear_down);
  g_test_add ("/finder/limit", Fixture, NULL, set_up, test_limit, tear_down);
  g_test_add ("/finder/closed-profile", Fixture, NULL, set_up, test_closed_profile, tear_down);
  g_test_add ("/finder/hostile", Fixture, NULL, set_up, test_hostile, tear_down);

  return g_test_run ();
}
