/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-contents.h"
#include "hc-article-page.h"
#include "hc-article-view.h"
#include "hc-paragraph.h"
#include "hc-ui-fixture.h"

#define PAGED_ID "rectal-cancer-treatment-by-stage"
#define PAGED "health-center:article/" PAGED_ID
#define LONG "health-center:article/understanding-your-stage"

static GtkWidget *
get_page (HcWindow *window)
{
  return hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL);
}

static HcArticleView *
get_view (HcWindow *window)
{
  return hc_ui_fixture_find (window, HC_TYPE_ARTICLE_VIEW, NULL);
}

static GtkListBox *
get_contents (HcWindow *window)
{
  g_autoptr (GPtrArray) lists = hc_ui_fixture_find_all (get_page (window), GTK_TYPE_LIST_BOX);

  for (guint i = 0; i < lists->len; i++)
    {
      g_autofree char *other = gtk_test_accessible_check_property (g_ptr_array_index (lists, i),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, "Contents");

      if (other == NULL)
        return g_ptr_array_index (lists, i);
    }

  return NULL;
}

static void
activate (HcWindow   *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action_variant (get_page (window), action, NULL));
  hc_ui_fixture_wait_frames (window, 4);
}

static gboolean
is_shown (HcWindow   *window,
          const char *text)
{
  return hc_ui_fixture_find (get_page (window), GTK_TYPE_LABEL, text) != NULL;
}

static void
test_head (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:article/alpha", 1080, 760);
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (get_page (window), GTK_ACCESSIBLE_ROLE_HEADING);
  GtkWidget *title = g_ptr_array_index (headings, 0);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "Alpha & Co");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (get_page (window))), ==, "Alpha & Co");
  g_assert_true (is_shown (window, "First & Foremost"));
  g_assert_true (is_shown (window, "What alpha is."));
  g_assert_true (is_shown (window, "1 minute to read · Checked on 20 November 2026\n"
                                   "Compiled from the sources named at the end, not reviewed by a clinician"));

  g_assert_true (hc_window_open_link (window, "health-center:article/beta"));
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "Beta");
  g_assert_true (is_shown (window, "1 minute to read · Checked on 18 November 2026\nJo Doe, nurse, 2026-11-19"));
}

static void
test_head_of_pages (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, PAGED, 1080, 760);
  g_autofree char *n_sections = compiler_query (HC_TEST_LIBRARY,
                                                "SELECT count(*) FROM block WHERE article = '" PAGED_ID "' "
                                                "AND kind = 'heading' AND level = 2");
  g_autofree char *first = g_strdup_printf ("Page 1 of %d", atoi (n_sections) + 1);
  g_autofree char *second = g_strdup_printf ("Page 2 of %d", atoi (n_sections) + 1);

  /* The summary belongs to the first page only. */
  g_assert_true (is_shown (window, first));
  g_assert_true (is_shown (window, "minutes to read"));
  activate (window, "article.next");
  g_assert_true (is_shown (window, second));
  g_assert_false (is_shown (window, "minutes to read"));
}

/* A line for each page of each article, in the order of reading. */
static char *
list_pages (void)
{
  g_autofree char *articles = compiler_query (HC_TEST_LIBRARY,
                                              "SELECT id || '|' || paged FROM article"
                                              "  WHERE kind = 'article' ORDER BY position");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (articles), "\n", -1);
  GString *pages = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 2);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM block WHERE article = '%s' "
                                              "AND kind = 'heading' AND level = 2", parts[0]);
      g_autofree char *count = compiler_query (HC_TEST_LIBRARY, sql);
      int n_pages = g_str_equal (parts[1], "1") ? atoi (count) + 1 : 1;

      for (int j = 0; j < n_pages; j++)
        g_string_append_printf (pages, "%s %d\n", parts[0], j);
    }

  return g_string_free_and_steal (pages);
}

static void
append_page (HcWindow *window,
             GString  *pages,
             gboolean  at_start)
{
  HcArticleView *view = get_view (window);
  g_autofree char *line = g_strdup_printf ("%s %u\n", hc_article_get_id (hc_article_view_get_article (view)),
                                           hc_article_view_get_page (view));

  g_string_insert (pages, at_start ? 0 : -1, line);
}

/* Returns whether the action has led to another page. */
static gboolean
leads_on (HcWindow   *window,
          const char *action)
{
  HcArticle *article = hc_article_view_get_article (get_view (window));
  guint page = hc_article_view_get_page (get_view (window));

  gtk_widget_activate_action_variant (get_page (window), action, NULL);

  return hc_article_view_get_article (get_view (window)) != article ||
         hc_article_view_get_page (get_view (window)) != page;
}

/* There and back through all that is shipped. */
static void
test_chain (void)
{
  g_autofree char *expected = list_pages ();
  g_auto (GStrv) lines = g_strsplit (g_strchomp (g_strdup (expected)), "\n", -1);
  g_autofree char *first = g_strndup (lines[0], strcspn (lines[0], " "));
  g_autofree char *link = g_strconcat ("health-center:article/", first, NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, link, 700, 500);
  g_autoptr (GString) there = g_string_new (NULL);
  g_autoptr (GString) back = g_string_new (NULL);

  hc_ui_fixture_open_profile (fixture);
  g_assert_false (leads_on (window, "article.previous"));
  append_page (window, there, FALSE);
  while (leads_on (window, "article.next"))
    append_page (window, there, FALSE);
  g_assert_cmpstr (there->str, ==, expected);

  /* Back from an article leads to the page on which it was left: the last one. */
  append_page (window, back, TRUE);
  while (leads_on (window, "article.previous"))
    append_page (window, back, TRUE);
  g_assert_cmpstr (back->str, ==, expected);
}

static void
assert_row (HcWindow   *window,
            const char *subtitle,
            const char *title)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (get_page (window), ADW_TYPE_ACTION_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_action_row_get_subtitle (g_ptr_array_index (rows, i)), subtitle))
      {
        g_assert_cmpstr (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), ==, title);
        gtk_test_accessible_assert_property (g_ptr_array_index (rows, i), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                             subtitle);
        return;
      }

  g_error ("There is no row “%s”", subtitle);
}

static void
test_neighbor_rows (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = NULL;
  HcWindow *window;
  GtkWidget *row;

  compiler_fixture_write (content, "content/articles/beta.md",
                          "---\nid: beta\ntitle: Beta\nsummary: What beta is.\ntopics: second\nchecked: 2026-11-18\n"
                          "review: none\npaged: yes\n"
                          "source: only | Only Title | Only Publisher | https://only.example/x | 2019 | 2026-11-18 "
                          "| read\n"
                          "---\n"
                          "\nIntroduction.[^only]\n\n## Part & *one*\n\nBeta.\n\n## Part two\n\nBeta.\n", -1);
  g_assert_cmpint (compiler_fixture_run (content, NULL, NULL, NULL), ==, 0);
  fixture = hc_ui_fixture_new_for_content (content);
  window = hc_ui_fixture_present (fixture, "health-center:article/alpha", 1080, 760);

  assert_row (window, "Next Article", "Beta");
  g_assert_null (hc_ui_fixture_find (get_page (window), ADW_TYPE_ACTION_ROW, "Gamma"));
  row = hc_ui_fixture_find (get_page (window), ADW_TYPE_ACTION_ROW, "Beta");
  g_signal_emit_by_name (row, "activate");
  hc_ui_fixture_wait_frames (window, 4);

  assert_row (window, "Next Page", "Part & one");
  assert_row (window, "Previous Article", "Alpha & Co");
  activate (window, "article.next");
  assert_row (window, "Next Page", "Part two");
  assert_row (window, "Previous Page", "Beta");
  activate (window, "article.next");
  assert_row (window, "Next Article", "Gamma");
  assert_row (window, "Previous Page", "Part & one");
  activate (window, "article.next");
  assert_row (window, "Previous Article", "Beta");
  g_assert_false (leads_on (window, "article.next"));
}

static void
test_contents (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
  GtkListBox *contents = get_contents (window);
  g_autofree char *rows = compiler_query (HC_TEST_LIBRARY,
                                          "SELECT anchor, markup FROM block WHERE article = 'understanding-your-stage' "
                                          "AND kind = 'heading' AND level = 2 ORDER BY id");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (rows), "\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpuint (n, >, 3);
  g_assert_null (gtk_list_box_get_row_at_index (contents, (int) n));
  g_assert_null (gtk_list_box_get_selected_row (contents));

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "|", 2);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (contents, (int) i);
      GtkWidget *label = gtk_list_box_row_get_child (row);
      GtkWidget *heading = hc_article_view_find (get_view (window), parts[0]);

      g_assert_cmpstr (hc_article_contents_get_anchor (row), ==, parts[0]);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, gtk_label_get_text (GTK_LABEL (heading)));
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);

      g_signal_emit_by_name (contents, "row-activated", row);
      hc_ui_fixture_wait_frames (window, 4);

      /* It comes to the top, or as near as the end of the page allows. */
      {
        GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (get_view (window)), GTK_TYPE_SCROLLED_WINDOW);
        graphene_rect_t bounds;

        g_assert_true (gtk_widget_compute_bounds (heading, scroller, &bounds));
        g_assert_cmpfloat (bounds.origin.y, >=, 0.0);
        g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (scroller));
        if (bounds.origin.y < 50.0)
          g_assert_true (gtk_list_box_get_selected_row (contents) == row);
        else
          g_assert_cmpuint (i, >=, n - 2);
      }
    }
}

/* Which heading is above what one reads is seen in the contents while one scrolls. */
static void
test_contents_follow (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
  GtkListBox *contents = get_contents (window);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (get_view (window)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  int last = -1;

  for (double y = 0.0; y <= end; y += 100.0)
    {
      GtkListBoxRow *row;
      int expected = -1;

      gtk_adjustment_set_value (adjustment, y);
      hc_ui_fixture_wait_frames (window, 1);

      /* The last heading above the top of the view. */
      for (int i = 0; gtk_list_box_get_row_at_index (contents, i) != NULL; i++)
        {
          const char *anchor = hc_article_contents_get_anchor (gtk_list_box_get_row_at_index (contents, i));
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (hc_article_view_find (get_view (window), anchor),
                                                    scroller, &bounds));
          if (bounds.origin.y <= 0.0f)
            expected = i;
        }

      /* The sources are no part of the contents. */
      {
        graphene_rect_t bounds;

        g_assert_true (gtk_widget_compute_bounds (hc_article_view_find (get_view (window), "sources"),
                                                  scroller, &bounds));
        if (bounds.origin.y < 80.0f)
          break;
      }

      row = gtk_list_box_get_selected_row (contents);
      /* Between two blocks the one below counts already. */
      if (row != NULL && gtk_list_box_row_get_index (row) == expected + 1)
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (
            hc_article_view_find (get_view (window), hc_article_contents_get_anchor (row)), scroller, &bounds));
          g_assert_cmpfloat (bounds.origin.y, <, 80.0);
          expected++;
        }
      g_assert_cmpint (row != NULL ? gtk_list_box_row_get_index (row) : -1, ==, expected);
      g_assert_cmpint (expected, >=, last);
      last = expected;
    }

  g_assert_cmpint (last, >, 2);
}

/* In a narrow window the contents come and go with a button, and go when they have been used. */
static void
test_narrow_contents (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, PAGED, 360, 640);
  GtkListBoxRow *row;

  g_assert_null (get_contents (window));
  activate (window, "article.show-contents");
  g_assert_nonnull (get_contents (window));

  row = gtk_list_box_get_row_at_index (get_contents (window), 2);
  g_signal_emit_by_name (get_contents (window), "row-activated", row);
  hc_ui_fixture_wait_frames (window, 6);
  g_assert_null (get_contents (window));
  g_assert_cmpuint (hc_article_view_get_page (get_view (window)), ==, 3);
}

/* The size in which a paragraph is really drawn, in px. */
static double
get_font_size (HcWindow *window)
{
  GtkWidget *paragraph = hc_ui_fixture_find (get_view (window), HC_TYPE_PARAGRAPH, NULL);
  PangoContext *context = gtk_widget_get_pango_context (gtk_widget_get_first_child (paragraph));

  return pango_font_description_get_size (pango_context_get_font_description (context)) / (double) PANGO_SCALE;
}

static gboolean
step (HcUiFixture *fixture,
      HcWindow    *window,
      const char  *action)
{
  gboolean is_enabled = g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->application), action);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), action, NULL);
  hc_ui_fixture_wait_frames (window, 2);

  return is_enabled;
}

static void
test_text_size (void)
{
  static const int steps[] = { 110, 125, 150, 175, 200, 225, 250 };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GSettings *settings = hc_context_get_settings (fixture->context);
  HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1080, 760);
  double normal = get_font_size (window);

  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 100);
  g_assert_cmpfloat (normal, >, 8.0);
  g_assert_false (step (fixture, window, "text-normal"));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (step (fixture, window, "text-larger"));
      g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, steps[i]);
      g_assert_cmpfloat_with_epsilon (get_font_size (window), normal * steps[i] / 100.0, 0.05);
    }

  g_assert_false (step (fixture, window, "text-larger"));
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 250);

  g_assert_true (step (fixture, window, "text-normal"));
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 100);
  g_assert_true (step (fixture, window, "text-smaller"));
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 90);
  g_assert_true (step (fixture, window, "text-smaller"));
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 80);
  g_assert_cmpfloat_with_epsilon (get_font_size (window), normal * 0.8, 0.05);
  g_assert_false (step (fixture, window, "text-smaller"));
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 80);

  /* From a size between two steps. */
  g_settings_set_int (settings, "text-size", 120);
  step (fixture, window, "text-larger");
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 125);
  g_settings_set_int (settings, "text-size", 120);
  step (fixture, window, "text-smaller");
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 110);

  /* The next window begins with it. */
  hc_ui_fixture_close (window);
  window = hc_ui_fixture_present (fixture, LONG, 1080, 760);
  g_assert_cmpfloat_with_epsilon (get_font_size (window), normal * 1.1, 0.05);
}

/* A line has about 68 characters at any size, where there is room for them. */
static void
test_column (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1500, 760);
  int normal = gtk_widget_get_width (GTK_WIDGET (get_view (window)));
  int large;

  g_assert_cmpint (normal, <, 900);
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 125);
  hc_ui_fixture_wait_frames (window, 6);
  large = gtk_widget_get_width (GTK_WIDGET (get_view (window)));
  g_assert_cmpfloat_with_epsilon (large, normal * 1.25, 20.0);
}

static void
test_bookmark (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1080, 760);
  HcBookmarkStore *bookmarks = hc_profile_get_bookmarks (hc_context_get_profile (fixture->context));
  g_autofree char *added = NULL, *removed = NULL, *toast = NULL, *second_toast = NULL;

  hc_ui_fixture_open_profile (fixture);
  activate (window, "article.toggle-bookmark");
  WAIT_FOR (hc_bookmark_store_lookup (bookmarks, LONG) != NULL);
  hc_ui_fixture_wait_frames (window, 2);
  toast = hc_ui_fixture_take_toast (window);
  g_assert_cmpstr (toast, ==, "Bookmark added");
  added = hc_ui_fixture_query (fixture, "SELECT link, title FROM bookmark");
  g_assert_cmpstr (added, ==, LONG "|Understanding Your Stage");

  activate (window, "article.toggle-bookmark");
  WAIT_FOR (hc_bookmark_store_lookup (bookmarks, LONG) == NULL);
  hc_ui_fixture_wait_frames (window, 2);
  second_toast = hc_ui_fixture_take_toast (window);
  g_assert_cmpstr (second_toast, ==, "Bookmark removed");
  removed = hc_ui_fixture_query (fixture, "SELECT count(*) FROM bookmark");
  g_assert_cmpstr (removed, ==, "0");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/article-page/head", test_head);
  g_test_add_func ("/article-page/head-of-pages", test_head_of_pages);
  g_test_add_func ("/article-page/chain", test_chain);
  g_test_add_func ("/article-page/neighbor-rows", test_neighbor_rows);
  g_test_add_func ("/article-page/contents", test_contents);
  g_test_add_func ("/article-page/contents-follow", test_contents_follow);
  g_test_add_func ("/article-page/narrow-contents", test_narrow_contents);
  g_test_add_func ("/article-page/text-size", test_text_size);
  g_test_add_func ("/article-page/column", test_column);
  g_test_add_func ("/article-page/bookmark", test_bookmark);

  return g_test_run ();
}
