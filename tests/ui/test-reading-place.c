/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-article-page.h"
#include "hc-article-view.h"
#include "hc-ui-fixture.h"

#define LONG "health-center:article/understanding-your-stage"
#define PAGED_ID "rectal-cancer-treatment-by-stage"
#define PAGED "health-center:article/" PAGED_ID

static HcArticleView *
get_view (HcWindow *window)
{
  return hc_ui_fixture_find (window, HC_TYPE_ARTICLE_VIEW, NULL);
}

static GtkWidget *
get_scroller (HcWindow *window)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (get_view (window)), GTK_TYPE_SCROLLED_WINDOW);
}

static GtkAdjustment *
get_adjustment (HcWindow *window)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (get_scroller (window)));
}

/* Waits until a query gives another answer than that. */
static void
wait_for_other (HcUiFixture *fixture,
                const char  *sql,
                const char  *before)
{
  guint deadline = hc_ui_fixture_start_deadline (sql);

  while (TRUE)
    {
      g_autofree char *now = hc_ui_fixture_query (fixture, sql);

      if (g_strcmp0 (before, now) != 0)
        break;
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  g_source_remove (deadline);
}

/* Scrolls, as a reader would, and waits until the place is on the disk. */
static void
scroll_to (HcUiFixture *fixture,
           HcWindow    *window,
           double       part)
{
  GtkAdjustment *adjustment = get_adjustment (window);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  g_autofree char *before = hc_ui_fixture_query (fixture, "SELECT max (read_at) FROM reading_place");

  gtk_adjustment_set_value (adjustment, end * part);
  wait_for_other (fixture, "SELECT max (read_at) FROM reading_place", before);
}

/* The line at which one reads, a margin below the top of the view, cuts the block with that anchor so
 * far into it, give or take 2 px. */
static void
assert_cut (HcWindow   *window,
            const char *anchor,
            double      offset)
{
  GtkWidget *widget = hc_article_view_find (get_view (window), anchor);
  double line = gtk_widget_get_margin_top (gtk_widget_get_parent (GTK_WIDGET (get_view (window))));
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, get_scroller (window), &bounds));
  g_assert_cmpfloat_with_epsilon (line - bounds.origin.y, offset * bounds.size.height, 2.0);
}

static char *
query_anchor (HcUiFixture *fixture,
              const char  *link)
{
  g_autofree char *sql = g_strdup_printf ("SELECT anchor FROM reading_place WHERE link = '%s'", link);

  return hc_ui_fixture_query (fixture, sql);
}

static double
query_offset (HcUiFixture *fixture,
              const char  *link)
{
  g_autofree char *sql = g_strdup_printf ("SELECT offset FROM reading_place WHERE link = '%s'", link);
  g_autofree char *offset = hc_ui_fixture_query (fixture, sql);

  return g_ascii_strtod (offset, NULL);
}

/* The block at the top of the view, and how much of it is above, are what the database says. */
static void
assert_place (HcUiFixture *fixture,
              HcWindow    *window,
              const char  *link,
              const char  *anchor,
              double       offset)
{
  g_autofree char *saved = query_anchor (fixture, link);

  g_assert_cmpstr (saved, ==, anchor);
  g_assert_cmpfloat_with_epsilon (query_offset (fixture, link), offset, 0.02);
  assert_cut (window, anchor, offset);
}

static void
test_reopen (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *anchor = NULL;
  double offset;

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window;

    hc_ui_fixture_open_profile (fixture);
    window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
    scroll_to (fixture, window, 0.4);
    anchor = query_anchor (fixture, LONG);
    offset = query_offset (fixture, LONG);
    g_assert_cmpstr (anchor, !=, "NULL");
    assert_cut (window, anchor, offset);
  }

  /* In the next run, and after another article was opened in between. */
  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window;

    hc_ui_fixture_open_profile (fixture);
    window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
    assert_place (fixture, window, LONG, anchor, offset);

    g_assert_true (hc_window_open_link (window, PAGED));
    hc_ui_fixture_wait_frames (window, 6);
    g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (window)), ==, 0.0);
    g_assert_true (hc_window_open_link (window, LONG));
    hc_ui_fixture_wait_frames (window, 6);
    assert_place (fixture, window, LONG, anchor, offset);

    /* In a window of another size, and with letters of another size. */
    hc_ui_fixture_close (window);
    window = hc_ui_fixture_present (fixture, LONG, 360, 640);
    assert_place (fixture, window, LONG, anchor, offset);
    g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 200);
    hc_ui_fixture_wait_frames (window, 8);
    assert_place (fixture, window, LONG, anchor, offset);
    gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
    hc_ui_fixture_wait_frames (window, 10);
    assert_place (fixture, window, LONG, anchor, offset);
    g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 100);
    hc_ui_fixture_wait_frames (window, 8);
    assert_place (fixture, window, LONG, anchor, offset);
  }

  fixture_remove_folder (folder);
}

/* A place that was not written yet when the window closes is not lost. */
static void
test_close_at_once (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
  gtk_adjustment_set_value (get_adjustment (window), 900.0);
  hc_ui_fixture_close (window);

  wait_for_other (fixture, "SELECT ifnull (anchor, 'none') FROM reading_place", "none");

  window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_adjustment (window)), 900.0, 2.0);
}

static void
test_page (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window;
  g_autofree char *anchor = NULL;
  double offset;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, PAGED "#stage-ii", 700, 500);
  g_assert_cmpuint (hc_article_view_get_page (get_view (window)), ==, 4);
  scroll_to (fixture, window, 0.5);
  anchor = query_anchor (fixture, PAGED);
  offset = query_offset (fixture, PAGED);

  hc_ui_fixture_close (window);
  window = hc_ui_fixture_present (fixture, PAGED, 700, 500);
  g_assert_cmpuint (hc_article_view_get_page (get_view (window)), ==, 4);
  assert_place (fixture, window, PAGED, anchor, offset);

  /* The top of a page is a place, too. */
  gtk_widget_activate_action_variant (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL), "article.next", NULL);
  hc_ui_fixture_close (window);
  window = hc_ui_fixture_present (fixture, PAGED, 700, 500);
  g_assert_cmpuint (hc_article_view_get_page (get_view (window)), ==, 5);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (window)), ==, 0.0);
}

/* A link to a part of an article goes there, whatever the place. */
static void
test_link (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window;
  GtkWidget *heading;
  graphene_rect_t bounds;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, PAGED "#stage-ii", 700, 500);
  scroll_to (fixture, window, 0.5);

  g_assert_true (hc_window_open_link (window, PAGED "#watch-and-wait"));
  hc_ui_fixture_wait_frames (window, 6);
  heading = hc_article_view_find (get_view (window), "watch-and-wait");
  g_assert_nonnull (heading);
  g_assert_true (gtk_widget_compute_bounds (heading, get_scroller (window), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0.0);
  g_assert_cmpfloat (bounds.origin.y, <, 60.0);
}

static void
assert_finished (HcUiFixture *fixture,
                 const char  *link,
                 const char  *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT finished FROM reading_place WHERE link = '%s'", link);
  g_autofree char *finished = hc_ui_fixture_query (fixture, sql);

  g_assert_cmpstr (finished, ==, expected);
}

static void
test_finished (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, LONG, 700, 500);
  scroll_to (fixture, window, 0.9);
  assert_finished (fixture, LONG, "0");
  scroll_to (fixture, window, 1.0);
  assert_finished (fixture, LONG, "1");
  /* Once read, always read. */
  scroll_to (fixture, window, 0.1);
  assert_finished (fixture, LONG, "1");

  /* Of several pages only the last one counts. */
  g_assert_true (hc_window_open_link (window, PAGED));
  hc_ui_fixture_wait_frames (window, 6);
  scroll_to (fixture, window, 1.0);
  assert_finished (fixture, PAGED, "0");
  g_assert_true (hc_window_open_link (window, PAGED "#after-treatment"));
  hc_ui_fixture_wait_frames (window, 6);
  scroll_to (fixture, window, 1.0);
  assert_finished (fixture, PAGED, "1");
}

/* What is seen as a whole has no end to scroll to, and was read all the same. */
static void
test_finished_short (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);

  hc_ui_fixture_open_profile (fixture);
  hc_ui_fixture_present (fixture, "health-center:article/alpha", 1080, 1300);
  wait_for_other (fixture, "SELECT max (finished) FROM reading_place", "0");
  assert_finished (fixture, "health-center:article/alpha", "1");
}

/* The window does not wait for the profile; the place comes when the profile does, unless the reader
 * has begun to scroll. */
static void
test_profile_later (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *anchor = NULL;
  double offset;

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window;

    hc_ui_fixture_open_profile (fixture);
    window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
    scroll_to (fixture, window, 0.6);
    anchor = query_anchor (fixture, LONG);
    offset = query_offset (fixture, LONG);
  }

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1080, 600);

    g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (window)), ==, 0.0);
    hc_ui_fixture_open_profile (fixture);
    hc_ui_fixture_wait_frames (window, 6);
    assert_place (fixture, window, LONG, anchor, offset);
  }

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = hc_ui_fixture_present (fixture, LONG, 1080, 600);

    gtk_adjustment_set_value (get_adjustment (window), 700.0);
    hc_ui_fixture_wait_frames (window, 2);
    hc_ui_fixture_open_profile (fixture);
    hc_ui_fixture_wait_frames (window, 6);
    g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (window)), ==, 700.0);
  }

  fixture_remove_folder (folder);
}

/* A place in a text that a later edition has changed: the article begins at its top. */
static void
test_gone (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "profile.db", NULL);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);

    hc_ui_fixture_open_profile (fixture);
    hc_ui_fixture_present (fixture, LONG, 1080, 600);
  }

  fixture_execute (path, "UPDATE reading_place SET anchor = 'a-heading-that-is-gone.01234567', offset = 0.5");

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window;

    hc_ui_fixture_open_profile (fixture);
    window = hc_ui_fixture_present (fixture, LONG, 1080, 600);
    g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (window)), ==, 0.0);
    g_assert_cmpfloat (gtk_widget_get_opacity (gtk_widget_get_parent (GTK_WIDGET (get_view (window)))), ==, 1.0);
  }

  fixture_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/reading-place/reopen", test_reopen);
  g_test_add_func ("/reading-place/close-at-once", test_close_at_once);
  g_test_add_func ("/reading-place/page", test_page);
  g_test_add_func ("/reading-place/link", test_link);
  g_test_add_func ("/reading-place/finished", test_finished);
  g_test_add_func ("/reading-place/finished-short", test_finished_short);
  g_test_add_func ("/reading-place/profile-later", test_profile_later);
  g_test_add_func ("/reading-place/gone", test_gone);

  return g_test_run ();
}
