/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-article-view.h"
#include "hc-paragraph.h"
#include "hc-ui-fixture.h"

#define ID "understanding-your-stage"
#define LINK "health-center:article/" ID
#define PAGED_ID "rectal-cancer-treatment-by-stage"
#define PAGED "health-center:article/" PAGED_ID

typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
  GtkWidget   *view;
  char        *anchors[3]; /* of three paragraphs of the article */
} Reader;

static Reader
open_reader (void)
{
  g_autofree char *rows = compiler_query (HC_TEST_LIBRARY,
                                          "SELECT anchor FROM block WHERE article = '" ID "' "
                                          "AND kind = 'paragraph' ORDER BY id LIMIT 3");
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  Reader reader = { NULL };

  reader.fixture = hc_ui_fixture_new (NULL);
  hc_ui_fixture_open_profile (reader.fixture);
  reader.window = hc_ui_fixture_present (reader.fixture, LINK, 1080, 760);
  reader.view = hc_ui_fixture_find (reader.window, HC_TYPE_ARTICLE_VIEW, NULL);
  for (guint i = 0; i < 3; i++)
    reader.anchors[i] = g_strdup (lines[i]);

  return reader;
}

static void
reader_clear (Reader *reader)
{
  hc_ui_fixture_free (reader->fixture);
  for (guint i = 0; i < 3; i++)
    g_free (reader->anchors[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static HcNote *
add_note (Reader     *reader,
          const char *anchor,
          const char *quote,
          const char *text)
{
  g_autofree char *link = anchor != NULL ? g_strconcat (LINK "#", anchor, NULL) : g_strdup (LINK);
  HcNote *note = hc_note_new (link, "Understanding Your Stage", quote);

  hc_ui_fixture_save_note (reader->fixture, note, text);

  return note;
}

/* The texts of the marks within a widget, from the top, with a bar between them. */
static char *
list_marks (GtkWidget *widget)
{
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (widget, GTK_TYPE_BUTTON);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);
      GtkWidget *label;
      g_autofree char *name = NULL;

      if (!gtk_widget_has_css_class (button, "note-mark"))
        continue;

      label = hc_ui_fixture_find (button, GTK_TYPE_LABEL, NULL);
      name = g_strdup_printf ("Note: %s", gtk_label_get_text (GTK_LABEL (label)));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_string_append_printf (texts, "%s%s", texts->len > 0 ? "|" : "", gtk_label_get_text (GTK_LABEL (label)));
    }

  return g_string_free_and_steal (texts);
}

static void
assert_marks (Reader     *reader,
              const char *anchor,
              const char *expected)
{
  GtkWidget *widget = anchor != NULL ? hc_article_view_find (HC_ARTICLE_VIEW (reader->view), anchor) : reader->view;
  g_autofree char *marks = NULL;

  hc_ui_fixture_wait_frames (reader->window, 2);
  marks = list_marks (widget);
  g_assert_cmpstr (marks, ==, expected);
}

static void
delete_note (Reader *reader,
             HcNote *note)
{
  gboolean is_done = FALSE;

  hc_note_store_delete_async (hc_profile_get_notes (hc_context_get_profile (reader->fixture->context)), note,
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
test_places (void)
{
  g_auto (Reader) reader = open_reader ();
  g_autoptr (HcNote) first = add_note (&reader, reader.anchors[1], NULL, "First");
  g_autoptr (HcNote) other = add_note (&reader, reader.anchors[0], NULL, "On <another> & one");
  g_autoptr (HcNote) second = add_note (&reader, reader.anchors[1], NULL, "Second");
  GtkWidget *paragraph = hc_article_view_find (HC_ARTICLE_VIEW (reader.view), reader.anchors[1]);
  GtkWidget *mark, *label;

  assert_marks (&reader, reader.anchors[0], "On <another> & one");
  assert_marks (&reader, reader.anchors[1], "First|Second");
  assert_marks (&reader, reader.anchors[2], "");
  assert_marks (&reader, NULL, "On <another> & one|First|Second");

  /* Below the text that it is about. */
  mark = hc_ui_fixture_find (paragraph, GTK_TYPE_BUTTON, NULL);
  label = gtk_widget_get_first_child (paragraph);
  {
    graphene_rect_t of_mark, of_label;

    g_assert_true (gtk_widget_compute_bounds (mark, paragraph, &of_mark));
    g_assert_true (gtk_widget_compute_bounds (label, paragraph, &of_label));
    g_assert_cmpfloat (of_mark.origin.y, >=, of_label.origin.y + of_label.size.height);
  }

  /* It follows what is done to its note. */
  hc_ui_fixture_save_note (reader.fixture, first, "Changed");
  assert_marks (&reader, reader.anchors[1], "Changed|Second");
  delete_note (&reader, first);
  assert_marks (&reader, reader.anchors[1], "Second");
  hc_ui_fixture_save_note (reader.fixture, first, "Back");
  assert_marks (&reader, reader.anchors[1], "Back|Second");
  delete_note (&reader, first);
  delete_note (&reader, second);
  delete_note (&reader, other);
  assert_marks (&reader, NULL, "");
}

/* Notes on the article as a whole, and on paragraphs that a later edition has changed. */
static void
test_orphans (void)
{
  g_auto (Reader) reader = open_reader ();
  g_autoptr (HcNote) whole = add_note (&reader, NULL, NULL, "On the whole");
  g_autoptr (HcNote) orphan = add_note (&reader, "intro.00000000", "Words that are gone", "Orphan");
  g_autoptr (HcNote) free_note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (HcNote) elsewhere = hc_note_new ("health-center:article/warning-signs", "Warning Signs", NULL);
  GtkWidget *heading, *sources;
  graphene_rect_t of_heading, of_sources;

  hc_ui_fixture_save_note (reader.fixture, free_note, "Free");
  hc_ui_fixture_save_note (reader.fixture, elsewhere, "Elsewhere");
  assert_marks (&reader, NULL, "On the whole|Orphan");

  heading = hc_ui_fixture_find (reader.view, GTK_TYPE_LABEL, "Your Notes on This Article");
  sources = hc_article_view_find (HC_ARTICLE_VIEW (reader.view), "sources");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (gtk_widget_compute_bounds (heading, reader.view, &of_heading));
  g_assert_true (gtk_widget_compute_bounds (sources, reader.view, &of_sources));
  g_assert_cmpfloat (of_heading.origin.y, <, of_sources.origin.y);
  g_assert_cmpfloat (of_heading.origin.y, >, of_sources.origin.y - 300.0f);

  delete_note (&reader, whole);
  delete_note (&reader, orphan);
  assert_marks (&reader, NULL, "");
  g_assert_null (hc_ui_fixture_find (reader.view, GTK_TYPE_LABEL, "Your Notes on This Article"));
}

/* On a paged article a note is on the page of its paragraph only. */
static void
test_pages (void)
{
  g_auto (Reader) reader = open_reader ();
  g_autoptr (HcNote) note = NULL;
  g_autofree char *link = NULL;
  g_autofree char *anchor = compiler_query (HC_TEST_LIBRARY,
                                            "SELECT anchor FROM block WHERE article = '" PAGED_ID "' "
                                            "AND anchor LIKE 'stage-i.%' AND parent IS NULL ORDER BY id LIMIT 1");

  link = g_strconcat (PAGED "#", g_strchomp (anchor), NULL);
  note = hc_note_new (link, "Rectal Cancer Treatment by Stage", NULL);
  hc_ui_fixture_save_note (reader.fixture, note, "On stage I");

  g_assert_true (hc_window_open_link (reader.window, PAGED "#stage-0"));
  assert_marks (&reader, NULL, "");
  g_assert_true (hc_window_open_link (reader.window, PAGED "#stage-i"));
  assert_marks (&reader, NULL, "On stage I");
  assert_marks (&reader, anchor, "On stage I");
}

/* A mark opens its note. */
static void
test_open (void)
{
  g_auto (Reader) reader = open_reader ();
  g_autoptr (HcNote) note = add_note (&reader, reader.anchors[0], "A quote", "The text");
  GtkWidget *paragraph = hc_article_view_find (HC_ARTICLE_VIEW (reader.view), reader.anchors[0]);
  GtkWidget *dialog;

  hc_ui_fixture_wait_frames (reader.window, 2);
  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (paragraph, GTK_TYPE_BUTTON, NULL)));
  WAIT_FOR (hc_ui_fixture_find (reader.window, ADW_TYPE_DIALOG, NULL) != NULL);
  hc_ui_fixture_wait_frames (reader.window, 4);
  dialog = hc_ui_fixture_find (reader.window, ADW_TYPE_DIALOG, NULL);
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "A quote"));
  g_assert_nonnull (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Understanding Your Stage"));
}

/* The paragraph's label has a background somewhere. */
static gboolean
is_tinted (Reader     *reader,
           const char *anchor)
{
  GtkWidget *paragraph = hc_article_view_find (HC_ARTICLE_VIEW (reader->view), anchor);
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (gtk_widget_get_first_child (paragraph)));
  GSList *list = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  gboolean is_found = list != NULL;

  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);

  return is_found;
}

/* A note without words is a highlight: its words are tinted, and there is no mark. */
static void
test_highlight (void)
{
  g_auto (Reader) reader = open_reader ();
  GtkWidget *page = hc_ui_fixture_find (reader.window, HC_TYPE_ARTICLE_PAGE, NULL);
  GtkWidget *paragraph = hc_article_view_find (HC_ARTICLE_VIEW (reader.view), reader.anchors[0]);
  GtkWidget *label = gtk_widget_get_first_child (paragraph);
  g_autofree char *words = g_utf8_substring (gtk_label_get_text (GTK_LABEL (label)), 0, 9);
  HcNoteStore *store = hc_profile_get_notes (hc_context_get_profile (reader.fixture->context));
  g_autoptr (HcNote) note = NULL;
  g_autofree char *rows = NULL, *expected = NULL, *toast = NULL;

  g_assert_false (is_tinted (&reader, reader.anchors[0]));
  g_assert_true (gtk_widget_activate_action (page, "article.highlight", "(ss)", reader.anchors[0], words));
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (store)) == 1);

  rows = hc_ui_fixture_query (reader.fixture, "SELECT link, quote, text FROM note");
  expected = g_strdup_printf (LINK "#%s|%s|", reader.anchors[0], words);
  g_assert_cmpstr (rows, ==, expected);
  g_assert_true (is_tinted (&reader, reader.anchors[0]));
  g_assert_false (is_tinted (&reader, reader.anchors[1]));
  assert_marks (&reader, NULL, "");

  /* Given words it is a note like any other. */
  note = g_list_model_get_item (G_LIST_MODEL (store), 0);
  hc_ui_fixture_save_note (reader.fixture, note, "Words");
  assert_marks (&reader, reader.anchors[0], "Words");
  g_assert_true (is_tinted (&reader, reader.anchors[0]));
  hc_ui_fixture_save_note (reader.fixture, note, "");
  assert_marks (&reader, NULL, "");

  g_assert_true (gtk_widget_activate_action (page, "article.remove-highlight", "s", hc_note_get_id (note)));
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (store)) == 0);
  g_assert_false (is_tinted (&reader, reader.anchors[0]));
  hc_ui_fixture_wait_frames (reader.window, 2);
  toast = hc_ui_fixture_take_toast (reader.window);
  g_assert_cmpstr (toast, ==, "Highlight removed");

  gtk_widget_activate_action_variant (GTK_WIDGET (reader.window), "win.undo", NULL);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (store)) == 1);
  g_assert_true (is_tinted (&reader, reader.anchors[0]));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/note-marks/places", test_places);
  g_test_add_func ("/note-marks/orphans", test_orphans);
  g_test_add_func ("/note-marks/pages", test_pages);
  g_test_add_func ("/note-marks/open", test_open);
  g_test_add_func ("/note-marks/highlight", test_highlight);

  return g_test_run ();
}
