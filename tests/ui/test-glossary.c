/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers-fixture.h"
#include "hc-article-page.h"
#include "hc-glossary-list.h"
#include "hc-paragraph.h"
#include "hc-term.h"
#include "hc-term-link.h"
#include "hc-term-popover.h"

/* The words of the glossary: in a text, and all of them from A to Z. */

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
} Reader;

static Reader *
open_reader (const char *link,
             int         width,
             int         height)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->content = answers_fixture_make_library ();
  reader->fixture = hc_ui_fixture_new_for_content (reader->content);
  hc_ui_fixture_open_profile (reader->fixture);
  reader->window = hc_ui_fixture_present (reader->fixture, link, width, height);

  return reader;
}

static void
reader_free (Reader *reader)
{
  hc_ui_fixture_free (reader->fixture);
  compiler_fixture_free (reader->content);
  g_free (reader);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

static gpointer
find (Reader     *reader,
      GType       type,
      const char *text)
{
  return hc_ui_fixture_find (reader->window, type, text);
}

/* Where the words stand: counted by hand. */
static void
test_find (void)
{
  static const struct {
    const char *markup;
    const char *uri;
    int         start, end;
  } cases[] = {
    { "<a href=\"x\">ab</a>", "x", 0, 2 },
    { "a <b>c</b> &amp; <a class=\"term\" href=\"x\">d<i>e</i>f</a> g", "x", 6, 9 },
    { "ä <a href=\"y\">b</a> <a href=\"x\">c</a>", "x", 5, 6 },
    { "<a href=\"x\">a</a> <a href=\"x\">b</a>", "x", 0, 1 },
  };
  int start = -5, end = -5;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (hc_term_link_find (cases[i].markup, cases[i].uri, &start, &end));
      g_assert_cmpint (start, ==, cases[i].start);
      g_assert_cmpint (end, ==, cases[i].end);
    }

  g_assert_false (hc_term_link_find ("<a href=\"x\">a</a>", "y", &start, &end));
  g_assert_false (hc_term_link_find ("x", "x", &start, &end));
  g_assert_false (hc_term_link_find ("<a href=\"x\"></a>", "x", &start, &end));
}

/* Links to the glossary are calm, others are as they were. */
static void
test_mark (void)
{
  g_autofree char *marked =
    hc_term_link_mark ("a <a href=\"health-center:term/b\">b</a> <a href=\"health-center:article/c\">c</a>");

  g_assert_cmpstr (marked, ==, "a <a class=\"term\" href=\"health-center:term/b\">b</a> "
                               "<a href=\"health-center:article/c\">c</a>");
}

static GtkLabel *
find_text (Reader     *reader,
           const char *words)
{
  GtkWidget *label = hc_ui_fixture_find (find (reader, HC_TYPE_ARTICLE_PAGE, NULL), GTK_TYPE_LABEL, words);

  g_assert_nonnull (label);

  return GTK_LABEL (label);
}

static void
follow (GtkLabel   *label,
        const char *uri)
{
  gboolean is_followed = FALSE;

  g_signal_emit_by_name (label, "activate-link", uri, &is_followed);
  g_assert_true (is_followed);
}

static GtkWidget *
get_popover (Reader *reader)
{
  return find (reader, HC_TYPE_TERM_POPOVER, NULL);
}

/* The word is explained where it stands, to the eye and to a screen reader, and the focus comes back. */
static void
test_popover (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:article/alpha", 1080, 760);
  GtkLabel *label = find_text (reader, "A stoma & a biopsy");
  GtkWidget *popover;
  GdkRectangle place;
  graphene_rect_t bounds;
  g_autofree char *said = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (label));
  follow (label, "health-center:term/stoma");
  WAIT_FOR (get_popover (reader) != NULL);
  popover = get_popover (reader);
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "Stoma: An opening of the belly.");
  g_assert_nonnull (hc_ui_fixture_find (popover, GTK_TYPE_LABEL, "Stoma"));
  g_assert_nonnull (hc_ui_fixture_find (popover, GTK_TYPE_LABEL, "An opening of the belly."));
  g_assert_nonnull (hc_ui_fixture_find (popover, GTK_TYPE_LABEL, "From: The Institute"));
  g_assert_nonnull (hc_ui_fixture_find (popover, GTK_TYPE_BUTTON, "Read More"));

  /* It points at the word, which stands near the beginning of the line. */
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (popover), &place));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (label), gtk_widget_get_parent (popover), &bounds));
  g_assert_cmpint (place.x, >, (int) bounds.origin.x);
  g_assert_cmpint (place.x + place.width, <, (int) (bounds.origin.x + bounds.size.width / 3));
  g_assert_cmpint (place.y, >=, (int) bounds.origin.y - 1);
  g_assert_cmpint (place.y + place.height, <=, (int) (bounds.origin.y + bounds.size.height) + 1);

  WAIT_FOR (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (reader->window)), popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  WAIT_FOR (gtk_root_get_focus (GTK_ROOT (reader->window)) == GTK_WIDGET (label));

  /* Another word: one without an article. */
  follow (label, "health-center:term/biopsy");
  WAIT_FOR (get_popover (reader) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (popover, GTK_TYPE_LABEL, "A small piece is taken out & looked at."));
  g_assert_null (hc_ui_fixture_find (popover, GTK_TYPE_BUTTON, "Read More"));
}

static void
test_read_more (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:article/alpha", 360, 640);
  HcArticlePage *page = find (reader, HC_TYPE_ARTICLE_PAGE, NULL);
  GtkLabel *label = find_text (reader, "A stoma & a biopsy");

  gtk_widget_grab_focus (GTK_WIDGET (label));
  hc_ui_fixture_wait_frames (reader->window, 10);
  follow (label, "health-center:term/stoma");
  hc_ui_fixture_press (get_popover (reader), "Read More");
  WAIT_FOR (g_str_equal (hc_article_get_id (hc_article_page_get_article (page)), "beta"));
  WAIT_FOR (get_popover (reader) == NULL);
}

/* All words: the glossary, at this one. In its own article a word does not offer it. */
static void
test_all_terms (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:question/how-long", 1080, 760);
  GtkLabel *label = find_text (reader, "A polyp takes long");

  follow (label, "health-center:term/polyp");
  WAIT_FOR (get_popover (reader) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (get_popover (reader), GTK_TYPE_BUTTON, "Read More"));
  hc_ui_fixture_press (get_popover (reader), "All Terms");
  WAIT_FOR (find (reader, HC_TYPE_GLOSSARY_LIST, NULL) != NULL);
  WAIT_FOR (get_popover (reader) == NULL);
}

/* A word that there is not in this edition is said, and nothing opens. */
static void
test_unknown (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:article/alpha", 1080, 760);
  g_autofree char *toast = NULL;

  follow (find_text (reader, "A stoma & a biopsy"), "health-center:term/none");
  WAIT_FOR (find (reader, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (reader->window);
  g_assert_cmpstr (toast, ==, "There is no such word in the glossary");
  g_assert_null (get_popover (reader));
}

static GListModel *
get_model (Reader *reader)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find (reader, GTK_TYPE_LIST_VIEW, NULL)));
}

static void
assert_names (Reader     *reader,
              const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_model (reader)); i++)
    {
      g_autoptr (HcTerm) term = g_list_model_get_item (get_model (reader), i);

      g_string_append_printf (names, "%s ", hc_term_get_name (term));
    }

  g_assert_cmpstr (names->str, ==, expected);
}

static void
search (Reader     *reader,
        const char *words)
{
  GtkWidget *entry = hc_ui_fixture_find (find (reader, HC_TYPE_GLOSSARY_LIST, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  hc_ui_fixture_wait_frames (reader->window, 3);
}

/* From A to Z below letters, with definitions, filtered by names, other forms and definitions. */
static void
test_list (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:glossary", 360, 640);
  static const char *const letters[] = { "0–9", "B", "P", "S" };
  g_autoptr (GPtrArray) headings = NULL;
  g_autofree char *said = NULL;
  GtkWidget *list = find (reader, GTK_TYPE_LIST_VIEW, NULL);

  assert_names (reader, "5-FU Biopsy Polyp Stoma ");
  WAIT_FOR (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))) == 0.0);
  headings = hc_ui_fixture_find_role (list, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (headings->len, ==, G_N_ELEMENTS (letters));
  for (guint i = 0; i < headings->len; i++)
    g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, i)), ==, letters[i]);
  g_assert_nonnull (hc_ui_fixture_find (list, GTK_TYPE_LABEL, "A small piece is taken out & looked at."));
  g_assert_nonnull (hc_ui_fixture_find (list, GTK_TYPE_LABEL, "From: The Institute · Read more"));

  search (reader, "OSTO");
  assert_names (reader, "Stoma ");
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "1 word found");
  search (reader, "lining");
  assert_names (reader, "Polyp ");
  search (reader, "qwxyz");
  g_assert_nonnull (find (reader, GTK_TYPE_LABEL, "No Words Found"));
  search (reader, " ");
  assert_names (reader, "5-FU Biopsy Polyp Stoma ");
}

/* A link to a word goes to it also when something else was searched for; pressing leads to its article. */
static void
test_term (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:glossary", 360, 300);
  GtkWidget *list = find (reader, GTK_TYPE_LIST_VIEW, NULL);
  GtkSingleSelection *selection;
  g_autoptr (HcTerm) term = NULL;

  search (reader, "biopsy");
  g_assert_true (hc_window_open_link (reader->window, "health-center:term/stoma"));
  hc_ui_fixture_wait_frames (reader->window, 10);
  assert_names (reader, "5-FU Biopsy Polyp Stoma ");
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  term = g_object_ref (gtk_single_selection_get_selected_item (selection));
  g_assert_cmpstr (hc_term_get_id (term), ==, "stoma");
  g_assert_nonnull (hc_ui_fixture_find (list, GTK_TYPE_LABEL, "An opening of the belly."));
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))), >, 0.0);

  /* The first word has no article. */
  g_signal_emit_by_name (list, "activate", 0);
  hc_ui_fixture_wait_frames (reader->window, 3);
  g_assert_nonnull (find (reader, HC_TYPE_GLOSSARY_LIST, NULL));
  g_signal_emit_by_name (list, "activate", 3);
  WAIT_FOR (find (reader, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
}

/* Opened at a word from outside, before the list was ever seen. */
static void
test_start_at_term (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:term/stoma", 360, 300);
  GtkWidget *list = find (reader, GTK_TYPE_LIST_VIEW, NULL);

  hc_ui_fixture_wait_frames (reader->window, 10);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))), >, 0.0);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/glossary/find", test_find);
  g_test_add_func ("/glossary/mark", test_mark);
  g_test_add_func ("/glossary/popover", test_popover);
  g_test_add_func ("/glossary/read-more", test_read_more);
  g_test_add_func ("/glossary/all-terms", test_all_terms);
  g_test_add_func ("/glossary/unknown", test_unknown);
  g_test_add_func ("/glossary/list", test_list);
  g_test_add_func ("/glossary/term", test_term);
  g_test_add_func ("/glossary/start-at-term", test_start_at_term);

  return g_test_run ();
}
