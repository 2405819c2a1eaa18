/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-article-view.h"
#include "hc-find-bar.h"
#include "hc-paragraph.h"
#include "hc-ui-fixture.h"

/* Words are found in an article: on all pages, marked, counted and gone to. */

#define LONG "health-center:article/understanding-your-stage"
#define ALPHA "health-center:article/alpha"
#define BETA "health-center:article/beta"

/* The word stands in a heading, a paragraph, a list, a call-out and a table; the end is far below. */
#define TEXT                                                                            \
  ALPHA_FRONT_MATTER                                                                    \
  "\nA **nérve** here.[^one]\n"                                                         \
  "\n## The nerve heading\n"                                                            \
  "\n- A nerve item\n"                                                                  \
  "\n> [!KEY] A nerve point.\n"                                                         \
  "\n```table The nerves\n| Nerve | T |\n| Big nerve | One.[^two] |\n```\n"

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
} Shown;

static Shown
show_text (const char *text)
{
  Shown shown = { .content = hc_ui_fixture_make_library (text) };

  shown.fixture = hc_ui_fixture_new_for_content (shown.content);
  shown.window = hc_ui_fixture_present (shown.fixture, ALPHA, 1080, 760);

  return shown;
}

static void
shown_clear (Shown *shown)
{
  hc_ui_fixture_free (shown->fixture);
  if (shown->content != NULL)
    compiler_fixture_free (shown->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static GtkWidget *
get_page (HcWindow *window)
{
  return hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL);
}

static GtkWidget *
get_view (HcWindow *window)
{
  return hc_ui_fixture_find (window, HC_TYPE_ARTICLE_VIEW, NULL);
}

static GtkWidget *
get_entry (HcWindow *window)
{
  return hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_FIND_BAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
activate (HcWindow   *window,
          const char *action)
{
  gtk_widget_activate_action_variant (get_page (window), action, NULL);
  hc_ui_fixture_wait_frames (window, 4);
}

/* What the bar says: "2 of 5". */
static const char *
get_count (HcWindow *window)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (hc_ui_fixture_find (window, HC_TYPE_FIND_BAR, NULL),
                                                         GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (g_ptr_array_index (labels, i), "caption"))
      return gtk_label_get_text (g_ptr_array_index (labels, i));

  return NULL;
}

/* Types words and presses Enter at once. */
static void
find (HcWindow   *window,
      const char *words)
{
  activate (window, "article.find");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (window)), words);
  g_signal_emit_by_name (get_entry (window), "activate");
  hc_ui_fixture_wait_frames (window, 8);
}

static void
append_marks (GtkLabel *label,
              gboolean  only_current,
              GString  *found)
{
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  PangoAttrIterator *iter = attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;

  while (iter != NULL)
    {
      PangoAttrInt *underline = (PangoAttrInt *) pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE);
      PangoAttribute *background = pango_attr_iterator_get (iter, PANGO_ATTR_BACKGROUND);
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);
      if (underline != NULL && (!only_current || underline->value == PANGO_UNDERLINE_DOUBLE))
        {
          g_assert_nonnull (background);
          g_string_append_printf (found, "%.*s|", end - start, gtk_label_get_text (label) + start);
        }

      if (!pango_attr_iterator_next (iter))
        break;
    }

  g_clear_pointer (&iter, pango_attr_iterator_destroy);
}

/* The words that are marked where they can be seen, each followed by a bar. */
static char *
dup_marks (HcWindow *window,
           gboolean  only_current)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (get_view (window), GTK_TYPE_LABEL);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    append_marks (g_ptr_array_index (labels, i), only_current, found);

  return g_string_free_and_steal (found);
}

static void
assert_marks (HcWindow   *window,
              const char *all,
              const char *current)
{
  g_autofree char *marks = dup_marks (window, FALSE);
  g_autofree char *current_marks = dup_marks (window, TRUE);

  g_assert_cmpstr (marks, ==, all);
  g_assert_cmpstr (current_marks, ==, current);
}

static void
test_everywhere (void)
{
  static const char *const current[] = { "nérve|", "nerve|", "nerve|", "nerve|", "nerve|", "Nerve|", "nerve|" };
  g_auto (Shown) shown = show_text (TEXT);
  static const char all[] = "nérve|nerve|nerve|nerve|nerve|Nerve|nerve|";

  find (shown.window, "Nerve");
  for (guint i = 0; i < G_N_ELEMENTS (current); i++)
    {
      g_autofree char *count = g_strdup_printf ("%u of 7", i + 1);

      g_assert_cmpstr (get_count (shown.window), ==, count);
      assert_marks (shown.window, all, current[i]);
      activate (shown.window, "article.find-next");
    }

  /* From the end to the beginning, and back. */
  g_assert_cmpstr (get_count (shown.window), ==, "1 of 7");
  activate (shown.window, "article.find-previous");
  g_assert_cmpstr (get_count (shown.window), ==, "7 of 7");
}

/* A table that is stacked has the same words in other widgets. */
static void
test_stacked_table (void)
{
  g_auto (Shown) shown = { .fixture = hc_ui_fixture_new (NULL) };

  shown.window = hc_ui_fixture_present (shown.fixture, LONG, 360, 640);
  find (shown.window, "neighbor organ or stuck");
  g_assert_cmpstr (get_count (shown.window), ==, "1 of 1");
  assert_marks (shown.window, "neighbor organ or stuck|", "neighbor organ or stuck|");
}

static void
test_nothing (void)
{
  g_auto (Shown) shown = show_text (TEXT);
  g_autofree char *first = NULL, *none = NULL;

  find (shown.window, "nerve");
  first = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (first, ==, "1 of 7: A nérve here.1");

  find (shown.window, "qwxyz");
  none = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (none, ==, "No matches");
  g_assert_cmpstr (get_count (shown.window), ==, "No matches");
  assert_marks (shown.window, "", "");
  activate (shown.window, "article.find-next");
  g_assert_cmpstr (get_count (shown.window), ==, "No matches");

  find (shown.window, "");
  g_assert_null (get_count (shown.window));
}

/* While one types, without Enter; and a longer word keeps its place. */
static void
test_typing (void)
{
  g_auto (Shown) shown = show_text (TEXT);

  activate (shown.window, "article.find");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (shown.window)), get_entry (shown.window)));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (shown.window)), "ner");
  WAIT_FOR (g_strcmp0 (get_count (shown.window), "1 of 7") == 0);
  activate (shown.window, "article.find-next");
  g_assert_cmpstr (get_count (shown.window), ==, "2 of 7");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (shown.window)), "nerve");
  hc_ui_fixture_wait_frames (shown.window, 20);
  g_assert_cmpstr (get_count (shown.window), ==, "2 of 7");
}

static double
get_scroll (HcWindow *window)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (get_view (window), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* Whether the label with the current mark is within the part of the page that can be seen. */
static gboolean
is_current_in_view (HcWindow *window)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (get_view (window), GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (get_view (window), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      graphene_rect_t bounds;

      append_marks (g_ptr_array_index (labels, i), TRUE, found);
      if (found->len == 0)
        continue;

      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (labels, i), scroller, &bounds));
      return bounds.origin.y >= -1.0f && bounds.origin.y < (float) gtk_widget_get_height (scroller);
    }

  return FALSE;
}

/* The word stands only far below, where the view makes its widgets last. Escape leaves the reader there. */
static void
test_far_below (void)
{
  g_autoptr (GString) text = g_string_new (ALPHA_FRONT_MATTER "\nBegin.[^one]\n");
  g_auto (Shown) shown = { NULL, NULL, NULL };
  GtkWidget *entry;
  double place;

  for (int i = 0; i < 60; i++)
    g_string_append (text, "\nA paragraph of many.\n");
  g_string_append (text, "\nThe needle.[^two]\n\nAfter it.\n");
  shown = show_text (text->str);

  g_assert_cmpfloat (get_scroll (shown.window), ==, 0.0);
  find (shown.window, "needle");
  g_assert_cmpstr (get_count (shown.window), ==, "1 of 1");
  WAIT_FOR (is_current_in_view (shown.window));
  place = get_scroll (shown.window);
  g_assert_cmpfloat (place, >, 500.0);

  g_signal_emit_by_name (get_entry (shown.window), "stop-search");
  hc_ui_fixture_wait_frames (shown.window, 6);
  g_assert_null (get_entry (shown.window));
  assert_marks (shown.window, "", "");
  g_assert_cmpfloat_with_epsilon (get_scroll (shown.window), place, 60.0);
  g_assert_true (GTK_IS_SCROLLED_WINDOW (gtk_root_get_focus (GTK_ROOT (shown.window))));

  /* At once after the article was opened, before the view has made more than its beginning. */
  g_assert_true (hc_window_open_link (shown.window, BETA));
  hc_ui_fixture_wait_frames (shown.window, 4);
  g_assert_true (hc_window_open_link (shown.window, ALPHA));
  gtk_widget_activate_action_variant (get_page (shown.window), "article.find", NULL);
  entry = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (shown.window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "needle");
  g_signal_emit_by_name (entry, "activate");
  hc_ui_fixture_wait_frames (shown.window, 8);
  assert_marks (shown.window, "needle|", "needle|");
  WAIT_FOR (is_current_in_view (shown.window));
  activate (shown.window, "article.close-find");

  /* The search begins where the reader is: this word stands above and below. */
  find (shown.window, "paragraph");
  g_assert_cmpstr (get_count (shown.window), !=, "1 of 60");
}

/* On the other pages of a paged article, there and back. */
static void
test_pages (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_auto (Shown) shown = { NULL, NULL, NULL };
  HcArticleView *view;

  compiler_fixture_write (content, "content/articles/beta.md",
                          "---\nid: beta\ntitle: Beta\nsummary: What beta is.\ntopics: second\nchecked: 2026-11-18\n"
                          "review: none\npaged: yes\n"
                          "source: a | A | P | https://a.example/ | 2019 | 2026-11-18 | read\n---\n"
                          "\nA pin.[^a]\n\n## One\n\nNothing.\n\n## Two\n\nA pin and a pin.\n", -1);
  g_assert_cmpint (compiler_fixture_run (content, NULL, NULL, NULL), ==, 0);
  shown.content = g_steal_pointer (&content);
  shown.fixture = hc_ui_fixture_new_for_content (shown.content);
  shown.window = hc_ui_fixture_present (shown.fixture, BETA, 1080, 760);
  view = HC_ARTICLE_VIEW (get_view (shown.window));

  find (shown.window, "pin");
  g_assert_cmpstr (get_count (shown.window), ==, "1 of 3");
  g_assert_cmpuint (hc_article_view_get_page (view), ==, 0);
  activate (shown.window, "article.find-next");
  g_assert_cmpstr (get_count (shown.window), ==, "2 of 3");
  g_assert_cmpuint (hc_article_view_get_page (view), ==, 2);
  assert_marks (shown.window, "pin|pin|", "pin|");
  activate (shown.window, "article.find-next");
  activate (shown.window, "article.find-next");
  g_assert_cmpuint (hc_article_view_get_page (view), ==, 0);

  /* The reader turns the page: the marks are there, too. Another article has none. */
  activate (shown.window, "article.previous");
  g_assert_null (get_entry (shown.window));
  g_assert_true (hc_window_open_link (shown.window, BETA "#two"));
  hc_ui_fixture_wait_frames (shown.window, 4);
  find (shown.window, "pin");
  g_assert_cmpstr (get_count (shown.window), ==, "2 of 3");
  activate (shown.window, "article.previous");
  g_assert_cmpuint (hc_article_view_get_page (view), ==, 1);
  assert_marks (shown.window, "", "");
  activate (shown.window, "article.next");
  assert_marks (shown.window, "pin|pin|", "pin|");
}

/* What the person has highlighted stays so, below the marks and after them. */
static void
test_notes (void)
{
  g_auto (Shown) shown = show_text (TEXT);
  GtkWidget *paragraph = hc_ui_fixture_find (get_view (shown.window), HC_TYPE_PARAGRAPH, NULL);
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (paragraph));
  g_autofree char *link = g_strconcat (ALPHA "#", hc_paragraph_get_anchor (HC_PARAGRAPH (paragraph)), NULL);
  g_autoptr (HcNote) note = hc_note_new (link, "Alpha & Co", "nérve here");
  g_autofree char *before = NULL, *during = NULL, *after = NULL;

  hc_ui_fixture_open_profile (shown.fixture);
  hc_ui_fixture_save_note (shown.fixture, note, "");
  before = pango_attr_list_to_string (gtk_label_get_attributes (label));
  g_assert_nonnull (strstr (before, "background"));

  find (shown.window, "nerve");
  assert_marks (shown.window, "nérve|nerve|nerve|nerve|nerve|Nerve|nerve|", "nérve|");
  during = pango_attr_list_to_string (gtk_label_get_attributes (label));
  g_assert_cmpstr (during, !=, before);

  activate (shown.window, "article.close-find");
  after = pango_attr_list_to_string (gtk_label_get_attributes (label));
  g_assert_cmpstr (after, ==, before);
}

/* Ctrl+G without the bar opens it; Escape with the focus in the text closes it before it leaves. */
static void
test_actions (void)
{
  g_auto (Shown) shown = show_text (TEXT);

  activate (shown.window, "article.find-next");
  g_assert_nonnull (get_entry (shown.window));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (shown.window)), "nerve");
  g_signal_emit_by_name (get_entry (shown.window), "next-match");
  g_assert_cmpstr (get_count (shown.window), ==, "1 of 7");
  g_signal_emit_by_name (get_entry (shown.window), "next-match");
  g_assert_cmpstr (get_count (shown.window), ==, "2 of 7");
  g_signal_emit_by_name (get_entry (shown.window), "previous-match");
  g_assert_cmpstr (get_count (shown.window), ==, "1 of 7");
  activate (shown.window, "article.close-find");
  g_assert_null (get_entry (shown.window));
  g_assert_nonnull (get_page (shown.window));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/find-bar/everywhere", test_everywhere);
  g_test_add_func ("/find-bar/stacked-table", test_stacked_table);
  g_test_add_func ("/find-bar/nothing", test_nothing);
  g_test_add_func ("/find-bar/typing", test_typing);
  g_test_add_func ("/find-bar/far-below", test_far_below);
  g_test_add_func ("/find-bar/pages", test_pages);
  g_test_add_func ("/find-bar/notes", test_notes);
  g_test_add_func ("/find-bar/actions", test_actions);

  return g_test_run ();
}
