/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"
#include "hc-article-view.h"
#include "hc-block-widgets.h"
#include "hc-paragraph.h"
#include "hc-table.h"
#include "hc-ui-fixture.h"

/* How the text of an article becomes widgets, and what a screen reader is told of them. */

#define WITH_TABLE "health-center:article/understanding-your-stage"

#define ALPHA                                   \
  ALPHA_FRONT_MATTER                            \
  "\n"                                          \
  "The *first* paragraph & so on.[^one]\n"      \
  "\n"                                          \
  "> [!CALL] Call **now**.\n"                   \
  "\n"                                          \
  "## A heading\n"                              \
  "\n"                                          \
  "3. Third\n"                                  \
  "4. Fourth\n"                                 \
  "   - Inner\n"                               \
  "\n"                                          \
  "### A smaller *heading*\n"                   \
  "\n"                                          \
  "> [!KEY] A key point.\n"                     \
  "\n"                                          \
  "> [!ASK] A question?\n"                      \
  "\n"                                          \
  "> [!DIFFER] A difference.\n"                 \
  "\n"                                          \
  "```table The groups & their names\n"         \
  "| Stage | T |\n"                             \
  "| 0 | *Tis* < 1.[^two] |\n"                  \
  "| I | T1 |\n"                                \
  "```\n"

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
  GtkWidget       *page;
  GtkWidget       *view;
} Shown;

/* Alpha, in a window of that width. */
static Shown
show_alpha (int width)
{
  Shown shown;

  shown.content = hc_ui_fixture_make_library (ALPHA);
  shown.fixture = hc_ui_fixture_new_for_content (shown.content);
  shown.window = hc_ui_fixture_present (shown.fixture, "health-center:article/alpha", width, 1300);
  shown.page = hc_ui_fixture_find (shown.window, HC_TYPE_ARTICLE_PAGE, NULL);
  shown.view = hc_ui_fixture_find (shown.window, HC_TYPE_ARTICLE_VIEW, NULL);

  return shown;
}

static void
shown_clear (Shown *shown)
{
  hc_ui_fixture_free (shown->fixture);
  compiler_fixture_free (shown->content);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

/* The words of all labels within, with a blank between them. */
static char *
dup_words (gpointer widget)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (widget, GTK_TYPE_LABEL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", gtk_label_get_text (g_ptr_array_index (labels, i)));

  return g_string_free_and_steal (words);
}

static void
assert_words (gpointer    widget,
              const char *expected)
{
  g_autofree char *words = dup_words (widget);

  g_assert_cmpstr (words, ==, expected);
}

static void
assert_heading (GtkWidget  *label,
                int         level,
                const char *text)
{
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level);
}

static void
test_headings (void)
{
  g_auto (Shown) shown = show_alpha (1080);
  g_autoptr (GPtrArray) headings = hc_ui_fixture_find_role (shown.view, GTK_ACCESSIBLE_ROLE_HEADING);

  g_assert_cmpuint (headings->len, ==, 3);
  assert_heading (g_ptr_array_index (headings, 0), 2, "A heading");
  assert_heading (g_ptr_array_index (headings, 1), 3, "A smaller heading");
  assert_heading (g_ptr_array_index (headings, 2), 2, "Sources");
}

static void
test_paragraphs (void)
{
  static const char *const texts[] = {
    "The first paragraph & so on.1", "Call now.", "Third", "Fourth", "Inner", "A key point.", "A question?",
    "A difference.",
    "Title One\nPublisher One, 18 May 2021. Read on 20 November 2026.",
    "Title Two\nPublisher Two, undated. Read in a copy or a summary on 19 November 2026.",
  };
  g_auto (Shown) shown = show_alpha (1080);
  g_autoptr (GPtrArray) paragraphs = hc_ui_fixture_find_all (shown.view, HC_TYPE_PARAGRAPH);

  g_assert_cmpuint (paragraphs->len, ==, G_N_ELEMENTS (texts));

  for (guint i = 0; i < paragraphs->len; i++)
    {
      GtkWidget *paragraph = g_ptr_array_index (paragraphs, i);
      GtkWidget *label = hc_ui_fixture_find (paragraph, GTK_TYPE_LABEL, NULL);

      assert_words (paragraph, texts[i]);
      g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
      g_assert_true (gtk_widget_get_focusable (label));
      /* The sources take no notes. */
      g_assert_cmpint (hc_paragraph_get_anchor (HC_PARAGRAPH (paragraph)) != NULL, ==, i < 8);
    }
}

/* A note can be put on each paragraph by its anchor. */
static void
test_find (void)
{
  g_auto (Shown) shown = show_alpha (1080);
  GtkWidget *heading = hc_article_view_find (HC_ARTICLE_VIEW (shown.view), "a-heading");
  GtkWidget *table = hc_article_view_find (HC_ARTICLE_VIEW (shown.view), "table-the-groups-their-names");
  GtkWidget *sources = hc_article_view_find (HC_ARTICLE_VIEW (shown.view), "sources");

  assert_heading (heading, 2, "A heading");
  g_assert_nonnull (hc_ui_fixture_find (table, HC_TYPE_TABLE, NULL));
  assert_heading (sources, 2, "Sources");
  g_assert_null (hc_article_view_find (HC_ARTICLE_VIEW (shown.view), "no-such-place"));
}

static void
test_lists (void)
{
  g_auto (Shown) shown = show_alpha (1080);
  g_autoptr (GPtrArray) lists = hc_ui_fixture_find_role (shown.view, GTK_ACCESSIBLE_ROLE_LIST);
  g_autoptr (GPtrArray) items = NULL;

  /* The numbered one, the one within it, and that of the sources. */
  g_assert_cmpuint (lists->len, ==, 3);
  assert_words (g_ptr_array_index (lists, 0), "3. Third 4. Fourth • Inner");
  assert_words (g_ptr_array_index (lists, 1), "• Inner");

  items = hc_ui_fixture_find_role (g_ptr_array_index (lists, 0), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_cmpuint (items->len, ==, 3);
  assert_words (g_ptr_array_index (items, 0), "3. Third");
  assert_words (g_ptr_array_index (items, 1), "4. Fourth • Inner");
}

static void
test_call_outs (void)
{
  static const struct {
    const char *title;
    const char *words;
    const char *css_class;
    const char *icon_name;
  } expected[] = {
    { "Call Now", "Call Now Call now.", "call-out-call", "hc-call-symbolic" },
    { "Key Point", "Key Point A key point.", "call-out-key", "hc-key-point-symbolic" },
    { "Ask Your Care Team", "Ask Your Care Team A question?", "call-out-ask", "hc-ask-symbolic" },
    { "Where Guidelines Differ", "Where Guidelines Differ A difference.", "call-out-differ", "hc-differ-symbolic" },
  };
  g_auto (Shown) shown = show_alpha (1080);
  g_autoptr (GPtrArray) notes = hc_ui_fixture_find_role (shown.view, GTK_ACCESSIBLE_ROLE_NOTE);

  g_assert_cmpuint (notes->len, ==, G_N_ELEMENTS (expected));

  for (guint i = 0; i < notes->len; i++)
    {
      GtkWidget *note = g_ptr_array_index (notes, i);
      GtkWidget *title = hc_ui_fixture_find (note, GTK_TYPE_LABEL, NULL);
      GtkWidget *image = hc_ui_fixture_find (note, GTK_TYPE_IMAGE, NULL);

      assert_words (note, expected[i].words);
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, expected[i].title);
      gtk_test_accessible_assert_relation (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL);
      g_assert_true (gtk_widget_has_css_class (note, expected[i].css_class));
      g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (image)), ==, expected[i].icon_name);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_ROLE_PRESENTATION);
    }
}

static void
test_table (void)
{
  g_auto (Shown) shown = show_alpha (1080);
  g_autoptr (GPtrArray) tables = hc_ui_fixture_find_role (shown.view, GTK_ACCESSIBLE_ROLE_TABLE);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) headers = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  g_assert_cmpuint (tables->len, ==, 1);
  gtk_test_accessible_assert_property (g_ptr_array_index (tables, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The groups & their names");
  assert_words (g_ptr_array_index (tables, 0), "Stage T 0 Tis < 1.2 I T1");
  assert_words (hc_article_view_find (HC_ARTICLE_VIEW (shown.view), "table-the-groups-their-names"),
                "The groups & their names Stage T 0 Tis < 1.2 I T1");

  rows = hc_ui_fixture_find_role (g_ptr_array_index (tables, 0), GTK_ACCESSIBLE_ROLE_ROW);
  headers = hc_ui_fixture_find_role (g_ptr_array_index (tables, 0), GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  cells = hc_ui_fixture_find_role (g_ptr_array_index (tables, 0), GTK_ACCESSIBLE_ROLE_CELL);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpuint (headers->len, ==, 2);
  g_assert_cmpuint (cells->len, ==, 4);
  assert_words (g_ptr_array_index (rows, 2), "I T1");
}

/* A table of five columns is stacked where the columns would break their words: in a narrow window,
 * and in a wide one with large letters. Nothing of it is lost. */
static void
test_stacked_table (void)
{
  static const char words[] = "Stage: IIC\nT: T4b\nN: N0\nM: M0\n"
                              "In plain words: Into a neighbor organ or stuck to it, no nodes";
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GSettings *settings = hc_context_get_settings (fixture->context);
  HcWindow *window = hc_ui_fixture_present (fixture, WITH_TABLE, 1080, 760);
  GtkWidget *table = hc_ui_fixture_find (window, HC_TYPE_TABLE, NULL);
  g_autoptr (GPtrArray) wide_rows = hc_ui_fixture_find_role (table, GTK_ACCESSIBLE_ROLE_ROW);
  guint n_rows = wide_rows->len;

  g_assert_cmpuint (n_rows, >, 5);
  assert_words (g_ptr_array_index (wide_rows, 5), "IIC T4b N0 M0 Into a neighbor organ or stuck to it, no nodes");

  g_settings_set_int (settings, "text-size", 250);
  hc_ui_fixture_wait_frames (window, 6);
  {
    g_autoptr (GPtrArray) rows = hc_ui_fixture_find_role (table, GTK_ACCESSIBLE_ROLE_ROW);
    g_autoptr (GPtrArray) items = hc_ui_fixture_find_role (table, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

    g_assert_cmpuint (rows->len, ==, 0);
    g_assert_cmpuint (items->len, ==, n_rows - 1);
    assert_words (g_ptr_array_index (items, 4), words);
  }

  g_settings_set_int (settings, "text-size", 100);
  hc_ui_fixture_close (window);
  window = hc_ui_fixture_present (fixture, WITH_TABLE, 360, 640);
  table = hc_ui_fixture_find (window, HC_TYPE_TABLE, NULL);
  {
    g_autoptr (GPtrArray) lists = hc_ui_fixture_find_role (table, GTK_ACCESSIBLE_ROLE_LIST);
    g_autoptr (GPtrArray) items = hc_ui_fixture_find_role (table, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

    g_assert_cmpuint (lists->len, ==, 1);
    gtk_test_accessible_assert_property (g_ptr_array_index (lists, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "How T, N and M make a stage");
    assert_words (g_ptr_array_index (items, 4), words);
    g_assert_cmpint (gtk_widget_get_width (table), <=, 360);
  }
}

/* Whether a widget, or the top of a high one, is within the part of the page that can be seen. */
static gboolean
is_in_view (Shown     *shown,
            GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (shown->view, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, scroller, &bounds));

  return bounds.origin.y >= -1.0f && bounds.origin.y < (float) gtk_widget_get_height (scroller);
}

/* From the number in the text to the sources, and from the number of the source back; wherever the
 * number stands. */
static void
test_citations (void)
{
  g_auto (Shown) shown = show_alpha (700);
  GtkWidget *sources, *first, *paragraph_label, *cell;
  gboolean handled = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (shown.window), 700, 400);
  g_settings_set_int (hc_context_get_settings (shown.fixture->context), "text-size", 150);
  hc_ui_fixture_wait_frames (shown.window, 8);

  sources = hc_article_view_find (HC_ARTICLE_VIEW (shown.view), "sources");
  first = hc_ui_fixture_find (shown.view, HC_TYPE_PARAGRAPH, NULL);
  paragraph_label = hc_ui_fixture_find (first, GTK_TYPE_LABEL, NULL);
  cell = hc_ui_fixture_find (shown.view, GTK_TYPE_LABEL, "Tis < 1.2");
  g_assert_true (is_in_view (&shown, first));
  g_assert_false (is_in_view (&shown, sources));

  g_signal_emit_by_name (paragraph_label, "activate-link", "source:1", &handled);
  g_assert_true (handled);
  hc_ui_fixture_wait_frames (shown.window, 6);
  g_assert_true (is_in_view (&shown, sources));
  g_assert_false (is_in_view (&shown, first));

  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (shown.view, GTK_TYPE_BUTTON, "1")));
  WAIT_FOR (is_in_view (&shown, first));
  g_assert_false (is_in_view (&shown, sources));

  g_signal_emit_by_name (cell, "activate-link", "source:2", &handled);
  g_assert_true (handled);
  hc_ui_fixture_wait_frames (shown.window, 6);
  g_assert_true (is_in_view (&shown, sources));

  g_assert_true (gtk_widget_activate (hc_ui_fixture_find (shown.view, GTK_TYPE_BUTTON, "2")));
  WAIT_FOR (is_in_view (&shown, cell));
}

static void
test_sources (void)
{
  g_auto (Shown) shown = show_alpha (1080);
  GtkWidget *button = hc_ui_fixture_find (shown.view, GTK_TYPE_BUTTON, "2");
  HcLibrary *library = hc_context_get_library (shown.fixture->context);
  HcArticle *article = hc_library_get_article (library, "alpha");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Source 2, Back to the Text");
  g_assert_cmpstr (hc_article_view_find_citation (HC_ARTICLE_VIEW (shown.view), 2), ==, "table-the-groups-their-names");
  g_assert_true (g_str_has_prefix (hc_article_view_find_citation (HC_ARTICLE_VIEW (shown.view), 1), "intro."));
  g_assert_null (hc_article_view_find_citation (HC_ARTICLE_VIEW (shown.view), 3));
  g_assert_cmpuint (hc_article_get_sources (article)->len, ==, 2);

}

static void
assert_sources (HcWindow   *window,
                const char *numbers)
{
  g_autoptr (GPtrArray) buttons = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);

  hc_ui_fixture_wait_frames (window, 4);
  buttons = hc_ui_fixture_find_all (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_VIEW, NULL), GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    g_string_append (shown, gtk_button_get_label (g_ptr_array_index (buttons, i)));
  g_assert_cmpstr (shown->str, ==, numbers);
}

/* A page has only the sources that it cites; their numbers stay those of the whole article. */
static void
test_sources_of_pages (void)
{
  g_autoptr (CompilerFixture) content = compiler_fixture_new ();
  g_autoptr (HcUiFixture) fixture = NULL;
  HcWindow *window;

  compiler_fixture_write (content, "content/articles/beta.md",
                          "---\nid: beta\ntitle: Beta\nsummary: What beta is.\ntopics: second\nchecked: 2026-11-18\n"
                          "review: none\npaged: yes\n"
                          "source: a | A | P | https://a.example/ | 2019 | 2026-11-18 | read\n"
                          "source: b | B | P | https://b.example/ | 2019 | 2026-11-18 | read\n"
                          "source: c | C | P | https://c.example/ | 2019 | 2026-11-18 | read\n---\n"
                          "\nNone here.\n\n## One\n\nBeta.[^b][^a]\n\n## Two\n\n- Beta.[^c]\n- Beta.[^a]\n", -1);
  g_assert_cmpint (compiler_fixture_run (content, NULL, NULL, NULL), ==, 0);
  fixture = hc_ui_fixture_new_for_content (content);
  window = hc_ui_fixture_present (fixture, "health-center:article/beta", 1080, 760);

  assert_sources (window, "");
  g_assert_null (hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_VIEW, NULL),
                                     GTK_TYPE_LABEL, "Sources"));
  g_assert_true (hc_window_open_link (window, "health-center:article/beta#one"));
  assert_sources (window, "12");
  g_assert_true (hc_window_open_link (window, "health-center:article/beta#two"));
  assert_sources (window, "23");
}

/* Every page of every article that is shipped has the headings, paragraphs and tables of its blocks. */
static void
test_shipped (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GListModel *articles = hc_library_get_articles (hc_context_get_library (fixture->context));
  GtkWidget *view = g_object_ref_sink (g_object_new (HC_TYPE_ARTICLE_VIEW, NULL));

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      g_autofree char *sql = g_strdup_printf ("SELECT anchor FROM block WHERE article = '%s' AND anchor IS NOT NULL",
                                              hc_article_get_id (article));
      g_autofree char *rows = compiler_query (HC_TEST_LIBRARY, sql);
      g_auto (GStrv) anchors = g_strsplit (g_strchomp (rows), "\n", -1);
      guint n_found = 0;

      g_assert_true (hc_library_load_article (hc_context_get_library (fixture->context), article, NULL));
      g_assert_cmpuint (g_strv_length (anchors), >, 10);

      for (guint page = 0; page < hc_article_get_n_pages (article); page++)
        {
          hc_article_view_show (HC_ARTICLE_VIEW (view), article, page);
          for (guint j = 0; anchors[j] != NULL; j++)
            {
              gboolean is_found = hc_article_view_find (HC_ARTICLE_VIEW (view), anchors[j]) != NULL;

              g_assert_cmpint (is_found, ==, hc_article_find_page (article, anchors[j]) == page);
              n_found += is_found;
            }
        }

      g_assert_cmpuint (n_found, ==, g_strv_length (anchors));
    }

  g_assert_finalize_object (view);
}

static void
test_dates (void)
{
  static const struct {
    const char *date;
    const char *words;
  } cases[] = {
    { "2026-11-20", "20 November 2026" }, { "2026-02-01", "1 February 2026" }, { "2021-05", "May 2021" },
    { "1999", "1999" }, { "2026-13-01", "2026-13-01" }, { "undated", "undated" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = hc_date_to_words (cases[i].date);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/article-view/headings", test_headings);
  g_test_add_func ("/article-view/paragraphs", test_paragraphs);
  g_test_add_func ("/article-view/find", test_find);
  g_test_add_func ("/article-view/lists", test_lists);
  g_test_add_func ("/article-view/call-outs", test_call_outs);
  g_test_add_func ("/article-view/table", test_table);
  g_test_add_func ("/article-view/stacked-table", test_stacked_table);
  g_test_add_func ("/article-view/citations", test_citations);
  g_test_add_func ("/article-view/sources", test_sources);
  g_test_add_func ("/article-view/sources-of-pages", test_sources_of_pages);
  g_test_add_func ("/article-view/shipped", test_shipped);
  g_test_add_func ("/article-view/dates", test_dates);

  return g_test_run ();
}
