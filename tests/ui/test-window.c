/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-community-page.h"
#include "hc-notes-page.h"
#include "hc-pages.h"
#include "hc-sidebar.h"
#include "hc-ui-fixture.h"

#define ARTICLE "health-center:article/warning-signs"

static GtkListBox *
get_sidebar (HcWindow *window)
{
  g_autoptr (GPtrArray) lists = hc_ui_fixture_find_all (window, GTK_TYPE_LIST_BOX);

  return g_ptr_array_index (lists, 0);
}

static AdwNavigationSplitView *
get_split_view (HcWindow *window)
{
  return hc_ui_fixture_find (window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, NULL);
}

/* The type of the page that is shown beside the sidebar. */
static GType
get_page_type (HcWindow *window)
{
  return G_OBJECT_TYPE (adw_navigation_split_view_get_content (get_split_view (window)));
}

static void
assert_last_link (HcUiFixture *fixture,
                  const char  *expected)
{
  g_autofree char *link = g_settings_get_string (hc_context_get_settings (fixture->context), "last-link");

  g_assert_cmpstr (link, ==, expected);
}

static void
assert_toast (HcWindow   *window,
              const char *expected)
{
  g_autofree char *text = NULL;
  g_autofree char *announcement = hc_ui_fixture_take_announcement ();

  hc_ui_fixture_wait_frames (window, 2);
  text = hc_ui_fixture_take_toast (window);
  g_assert_cmpstr (text, ==, expected);
  if (expected != NULL)
    g_assert_cmpstr (announcement, ==, expected);
}

static void
test_sidebar (void)
{
  static const char *const names[] = { "Today", "Articles", "Questions & Answers", "Drugs & Supplements",
                                       "Pill Identifier", "My Medicines", "Diary", "Notes & Bookmarks", "Appointments",
                                       "Find Care", "Clinical Trials", "News", "Community" };
  /* NULL: that of the row above. */
  static const char *const sections[] = { "Learn", NULL, NULL, NULL, NULL, "My Health", NULL, NULL, NULL, "Connect",
                                          NULL, NULL, NULL };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  GtkListBox *sidebar = get_sidebar (window);
  g_autofree GType *types = NULL;
  guint n_types;

  types = hc_pages_list (&n_types);
  g_assert_cmpuint (n_types, ==, G_N_ELEMENTS (names));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (sidebar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Pages");

  for (guint i = 0; i < n_types; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (sidebar, (int) i);
      GtkWidget *label = hc_ui_fixture_find (gtk_list_box_row_get_child (row), GTK_TYPE_LABEL, NULL);
      GtkWidget *header = gtk_list_box_row_get_header (row);

      g_assert_true (hc_sidebar_get_page_type (row) == types[i]);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, names[i]);
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL);

      g_assert_true ((header != NULL) == (sections[i] != NULL));
      if (header != NULL)
        {
          g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (header)), ==, sections[i]);
          gtk_test_accessible_assert_role (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_ROLE_HEADING);
        }
    }
  g_assert_null (gtk_list_box_get_row_at_index (sidebar, (int) n_types));

  /* A row leads to its page, and the row of the page that is shown is the selected one. */
  for (guint i = n_types; i > 0; i--)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (sidebar, (int) i - 1);

      g_signal_emit_by_name (sidebar, "row-activated", row);
      g_assert_true (get_page_type (window) == types[i - 1]);
      g_assert_true (gtk_list_box_get_selected_row (sidebar) == row);
    }
}

static void
test_links (void)
{
  static const struct {
    const char *link;
    const char *toast;     /* NULL for a good one */
    const char *last_link; /* what is shown then */
  } cases[] = {
    { "health-center:articles", NULL, "health-center:articles" },
    { ARTICLE, NULL, ARTICLE },
    { ARTICLE "#sources", NULL, ARTICLE },
    { ARTICLE "#no-such-place", NULL, ARTICLE },
    { "health-center:today", NULL, "health-center:today" },
    { "health-center:quiz", NULL, "health-center:quiz" },
    { "health-center:health-check", NULL, "health-center:health-check" },
    { "health-center:notes", NULL, "health-center:notes" },
    { "health-center:news", NULL, "health-center:news" },
    { "health-center:news?show=add", NULL, "health-center:news?show=add" },
    { "health-center:news?feed=none", "There is no such feed", "health-center:news?show=add" },
    { "health-center:post/no/such-post", "That post is not on this computer any more. Posts that you save stay.",
      "health-center:news?show=add" },
    { "health-center:notes", NULL, "health-center:notes" },
    { "health-center:nowhere", "This link leads nowhere in Health Center", "health-center:notes" },
    { "health-center:article/no-such-article", "There is no such article", "health-center:notes" },
    { "health-center:article", "There is no such article", "health-center:notes" },
    { "health-center:note/no-such-note", "There is no such note", "health-center:notes" },
    { "health-center:", "This link leads nowhere in Health Center", "health-center:notes" },
    { "", "This link leads nowhere in Health Center", "health-center:notes" },
    { "nonsense", "This link leads nowhere in Health Center", "health-center:notes" },
    { "https://example.com/articles", "This link leads nowhere in Health Center", "health-center:notes" },
    { "health-center://articles", "This link leads nowhere in Health Center", "health-center:notes" },
    { "health-center:article/../../etc/passwd", "This link leads nowhere in Health Center", "health-center:notes" },
    { "health-center:article/%00", "This link leads nowhere in Health Center", "health-center:notes" },
    { "\xff\xfe", "This link leads nowhere in Health Center", "health-center:notes" },
    /* The search stands above the page, which stays. */
    { "health-center:search?q=tired", NULL, "health-center:notes" },
    { "health-center:search?q=%22*%20AND", NULL, "health-center:notes" },
    { "health-center:search", NULL, "health-center:notes" },
  };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].link);
      g_assert_cmpint (hc_window_open_link (window, cases[i].link), ==, cases[i].toast == NULL);
      if (strstr (cases[i].link, "search") == NULL)
        assert_toast (window, cases[i].toast);
      assert_last_link (fixture, cases[i].last_link);
    }
}

static void
test_long_link (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:notes", 1080, 760);
  g_autofree char *rest = g_strnfill (100000, 'a');
  g_autofree char *id = g_strconcat ("health-center:article/", rest, NULL);

  g_assert_false (hc_window_open_link (window, rest));
  assert_toast (window, "This link leads nowhere in Health Center");
  g_assert_false (hc_window_open_link (window, id));
  assert_toast (window, "This link leads nowhere in Health Center");
  g_assert_true (get_page_type (window) == HC_TYPE_NOTES_PAGE);
}

/* With a link that leads nowhere the window still shows something. */
static void
test_bad_first_link (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:nowhere", 1080, 760);

  assert_toast (window, "This link leads nowhere in Health Center");
  assert_last_link (fixture, "health-center:today");

  hc_ui_fixture_close (window);
  window = hc_ui_fixture_present (fixture, "health-center:article/no-such-article", 1080, 760);
  assert_toast (window, "There is no such article");
  assert_last_link (fixture, "health-center:today");
  g_assert_nonnull (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "For You Today"));
}

/* What is remembered follows every way of moving about. */
static void
test_last_link (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, ARTICLE, 1080, 760);
  GtkWidget *page = hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL);
  HcLibrary *library = hc_context_get_library (fixture->context);
  HcArticle *article = hc_article_page_get_article (HC_ARTICLE_PAGE (page));
  g_autofree char *next = hc_article_dup_link (hc_library_get_neighbor (library, article, 1));

  assert_last_link (fixture, ARTICLE);
  gtk_widget_activate_action_variant (page, "article.next", NULL);
  assert_last_link (fixture, next);
  gtk_widget_activate_action_variant (page, "navigation.pop", NULL);
  assert_last_link (fixture, "health-center:articles");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-link", "s", ARTICLE);
  assert_last_link (fixture, ARTICLE);
  hc_ui_fixture_close (window);
  assert_last_link (fixture, ARTICLE);
}

static void
test_collapse (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 360, 640);
  g_autofree GType *types = NULL;
  guint n_types;

  types = hc_pages_list (&n_types);
  g_assert_true (adw_navigation_split_view_get_collapsed (get_split_view (window)));
  g_assert_true (adw_navigation_split_view_get_show_content (get_split_view (window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);

  /* Back to the sidebar and to a page again. */
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  g_assert_false (adw_navigation_split_view_get_show_content (get_split_view (window)));
  hc_ui_fixture_wait_frames (window, 3);
  g_signal_emit_by_name (get_sidebar (window), "row-activated",
                         gtk_list_box_get_row_at_index (get_sidebar (window), (int) n_types - 1));
  g_assert_true (adw_navigation_split_view_get_show_content (get_split_view (window)));
  g_assert_true (get_page_type (window) == types[n_types - 1]);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  g_assert_true (adw_navigation_split_view_get_show_content (get_split_view (window)));
  hc_ui_fixture_close (window);

  window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  g_assert_false (adw_navigation_split_view_get_collapsed (get_split_view (window)));
}

/* The search entry that has the focus, if one has. */
static GtkWidget *
get_focused_search (HcWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) : NULL;
}

/* Ctrl+F searches what is shown: the page of the notes, the list of the articles, the article. */
static void
test_find (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:notes", 1080, 760);
  static const struct {
    const char *link;
    const char *entry;
  } cases[] = {
    { "health-center:notes", "Search Notes and Bookmarks" },
    { "health-center:articles", "Search Articles" },
    { ARTICLE, "Find in Article" },
  };

  g_assert_null (get_focused_search (window));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (hc_window_open_link (window, cases[i].link));
      hc_ui_fixture_wait_frames (window, 3);
      gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.find", NULL);
      hc_ui_fixture_wait_frames (window, 3);
      g_assert_nonnull (get_focused_search (window));
      g_assert_cmpstr (gtk_search_entry_get_placeholder_text (GTK_SEARCH_ENTRY (get_focused_search (window))), ==,
                       cases[i].entry);
      assert_last_link (fixture, cases[i].link);
    }
}

/* In a narrow window that shows the sidebar the page has to come first. */
static void
test_narrow_find (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:notes", 360, 640);

  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  hc_ui_fixture_wait_frames (window, 3);
  gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.find", NULL);
  hc_ui_fixture_wait_frames (window, 3);
  g_assert_true (adw_navigation_split_view_get_show_content (get_split_view (window)));
  g_assert_nonnull (get_focused_search (window));
}

/* A line "accelerator action" for each shortcut that the widget itself has, in its own order. */
static void
list_shortcuts (GtkWidget *widget,
                GString   *lines)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (GTK_IS_NAMED_ACTION (action))
            g_string_append_printf (lines, "%s %s\n", trigger,
                                    gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)));
        }
    }
}

static void
test_shortcuts (void)
{
  static const char *const expected[] = {
    "<Control>k win.search\n", "<Control>f win.find\n", "<Control>z win.undo\n", "F9 win.toggle-sidebar\n",
    "F11 win.toggle-fullscreen\n", "<Control>w window.close\n", "<Control>d article.toggle-bookmark\n",
    "<Control>p article.print\n", "<Control>n article.write-note\n", "<Alt>Page_Down article.next\n",
    "<Alt>Page_Up article.previous\n", "<Control>g article.find-next\n", "<Shift><Control>g article.find-previous\n",
    "Escape article.close-find\n",
  };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, ARTICLE, 1080, 760);
  g_autoptr (GString) lines = g_string_new (NULL);

  list_shortcuts (GTK_WIDGET (window), lines);
  list_shortcuts (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL), lines);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (lines->str, expected[i]) == NULL)
      g_error ("No shortcut %s among\n%s", expected[i], lines->str);
}

static void
test_size (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GSettings *settings = hc_context_get_settings (fixture->context);
  HcWindow *window = hc_window_new (fixture->application, fixture->context);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1080);
  g_assert_cmpint (height, ==, 760);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  hc_ui_fixture_close (window);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 700);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 500);

  window = hc_window_new (fixture->application, fixture->context);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 700);
  g_assert_cmpint (height, ==, 500);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/window/sidebar", test_sidebar);
  g_test_add_func ("/window/links", test_links);
  g_test_add_func ("/window/long-link", test_long_link);
  g_test_add_func ("/window/bad-first-link", test_bad_first_link);
  g_test_add_func ("/window/last-link", test_last_link);
  g_test_add_func ("/window/collapse", test_collapse);
  g_test_add_func ("/window/find", test_find);
  g_test_add_func ("/window/narrow-find", test_narrow_find);
  g_test_add_func ("/window/shortcuts", test_shortcuts);
  g_test_add_func ("/window/size", test_size);

  return g_test_run ();
}
