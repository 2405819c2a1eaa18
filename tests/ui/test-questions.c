/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers-fixture.h"
#include "hc-article-home.h"
#include "hc-article-list.h"
#include "hc-article-page.h"
#include "hc-article-row.h"
#include "hc-article-view.h"
#include "hc-care-question-list.h"
#include "hc-glossary-list.h"
#include "hc-questions-page.h"
#include "hc-search-hit.h"
#include "hc-topic-card.h"

/* The page with the answers. */

typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
} Reader;

static Reader *
open_reader (const char *link)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->content = answers_fixture_make_library ();
  reader->fixture = hc_ui_fixture_new_for_content (reader->content);
  hc_ui_fixture_open_profile (reader->fixture);
  reader->window = hc_ui_fixture_present (reader->fixture, link, 1080, 760);

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

static GListModel *
get_model (Reader *reader)
{
  return G_LIST_MODEL (gtk_list_view_get_model (find (reader, GTK_TYPE_LIST_VIEW, NULL)));
}

static char *
dup_last_link (Reader *reader)
{
  return g_settings_get_string (hc_context_get_settings (reader->fixture->context), "last-link");
}

/* The questions come by topic; nothing of the articles is among them. */
static void
test_list (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:questions/all");
  static const char *const titles[] = { "How Long & Why?", "Can I Work?", "What Can I Eat?" };
  GtkWidget *list = find (reader, GTK_TYPE_LIST_VIEW, NULL);
  g_autoptr (GPtrArray) headings = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_nonnull (find (reader, HC_TYPE_QUESTIONS_PAGE, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (reader)), ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (HcArticle) answer = g_list_model_get_item (get_model (reader), i);

      g_assert_cmpstr (hc_article_get_title (answer), ==, titles[i]);
    }

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "All Questions");
  headings = hc_ui_fixture_find_role (list, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (headings->len, ==, 2);
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, 0)), ==, "First & Foremost");
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, 1)), ==, "Second");

  rows = hc_ui_fixture_find_all (list, HC_TYPE_ARTICLE_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (rows, 0), GTK_TYPE_LABEL, "About six weeks."));
  g_assert_null (hc_ui_fixture_find (g_ptr_array_index (rows, 0), GTK_TYPE_LABEL, "minute"));
}

static void
search (Reader     *reader,
        const char *words)
{
  GtkWidget *entry = hc_ui_fixture_find (find (reader, HC_TYPE_ARTICLE_HOME, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  hc_ui_fixture_wait_frames (reader->window, 3);
}

static void
assert_only_hit (Reader     *reader,
                 const char *link)
{
  g_autoptr (HcSearchHit) hit = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (get_model (reader)), ==, 1);
  hit = g_list_model_get_item (get_model (reader), 0);
  g_assert_cmpstr (hc_search_hit_get_link (hit), ==, link);
}

/* By words of the text, and by what means the same; articles and words of the glossary are not found. */
static void
test_search (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:questions");
  g_autofree char *found = NULL;

  search (reader, "large intestine");
  assert_only_hit (reader, "health-center:question/how-long");
  found = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (found, ==, "1 question found");
  g_assert_nonnull (find (reader, GTK_TYPE_LABEL, "How Long & Why?"));
  g_assert_nonnull (find (reader, GTK_TYPE_LABEL, "matter of the bowel"));

  search (reader, "5-fu");
  assert_only_hit (reader, "health-center:question/can-i-work");

  search (reader, "biopsy");
  g_assert_nonnull (find (reader, GTK_TYPE_LABEL, "No Questions Found"));
  search (reader, "");
  g_assert_nonnull (find (reader, HC_TYPE_TOPIC_CARD, NULL));
}

/* The list of the articles finds articles only. */
static void
test_articles_only (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:articles");

  search (reader, "biopsy");
  assert_only_hit (reader, "health-center:article/alpha");
  search (reader, "bowel");
  g_assert_nonnull (find (reader, GTK_TYPE_LABEL, "No Articles Found"));
}

/* An answer is read as an article is: its short answer first, its neighbors, bookmark and place by the
 * link of the question. */
static void
test_read (void)
{
  g_autoptr (Reader) reader = open_reader ("health-center:questions/all");
  HcProfile *profile = hc_context_get_profile (reader->fixture->context);
  GtkWidget *page, *title;
  g_autofree char *link = NULL;

  g_signal_emit_by_name (find (reader, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  WAIT_FOR (find (reader, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (reader->window, 5);
  page = find (reader, HC_TYPE_ARTICLE_PAGE, NULL);
  g_assert_nonnull (find (reader, HC_TYPE_QUESTIONS_PAGE, NULL));
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (HC_ARTICLE_PAGE (page))), ==, "can-i-work");
  link = dup_last_link (reader);
  g_assert_cmpstr (link, ==, "health-center:question/can-i-work");

  title = hc_ui_fixture_find (page, GTK_TYPE_LABEL, "The Short Answer");
  g_assert_nonnull (title);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (title), "call-out"));
  g_assert_nonnull (hc_ui_fixture_find (gtk_widget_get_parent (title), GTK_TYPE_LABEL, "Many people do."));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Sources"));
  /* No headings: nothing stands beside the text. */
  g_assert_null (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Contents"));
  g_assert_nonnull (hc_ui_fixture_find (page, ADW_TYPE_ACTION_ROW, "What Can I Eat?"));

  gtk_widget_activate_action (page, "article.toggle-bookmark", NULL);
  WAIT_FOR (hc_bookmark_store_lookup (hc_profile_get_bookmarks (profile), "health-center:question/can-i-work") != NULL);
  WAIT_FOR (hc_reading_store_lookup (hc_profile_get_reading (profile), "health-center:question/can-i-work") != NULL);

  gtk_widget_activate_action (page, "article.previous", NULL);
  hc_ui_fixture_wait_frames (reader->window, 5);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (HC_ARTICLE_PAGE (page))), ==, "how-long");
  g_assert_nonnull (find (reader, HC_TYPE_QUESTIONS_PAGE, NULL));

  /* An article after it has neither box nor title, and its contents. */
  g_assert_true (hc_window_open_link (reader->window, "health-center:article/alpha"));
  hc_ui_fixture_wait_frames (reader->window, 5);
  page = find (reader, HC_TYPE_ARTICLE_PAGE, NULL);
  g_assert_null (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "The Short Answer"));
  g_assert_nonnull (hc_ui_fixture_find (page, GTK_TYPE_LABEL, "Contents"));
}

/* Every place of the page, each remembered for the next start; what there is not is said. */
static void
test_places (void)
{
  static const struct {
    const char *link;
    GType     (*get_type) (void);
    const char *remembered;
  } cases[] = {
    { "health-center:questions", hc_article_home_get_type, "health-center:questions" },
    { "health-center:questions/all", hc_article_list_get_type, "health-center:questions/all" },
    { "health-center:question/how-long", hc_article_page_get_type, "health-center:question/how-long" },
    { "health-center:my-questions", hc_care_question_list_get_type, "health-center:my-questions" },
    { "health-center:glossary", hc_glossary_list_get_type, "health-center:glossary" },
    { "health-center:term/polyp", hc_glossary_list_get_type, "health-center:glossary" },
  };
  static const char *const wrong[][2] = {
    { "health-center:question/none", "There is no such question" },
    { "health-center:question/alpha", "There is no such question" },
    { "health-center:question", "There is no such question" },
    { "health-center:questions/none", "There is no such topic" },
    { "health-center:questions/for-you", "There is no such topic" },
    { "health-center:article/how-long", "There is no such article" },
    { "health-center:term/none", "There is no such word in the glossary" },
    { "health-center:term", "There is no such word in the glossary" },
  };
  g_autoptr (Reader) reader = open_reader ("health-center:questions");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = NULL;

      g_assert_true (hc_window_open_link (reader->window, cases[i].link));
      WAIT_FOR (find (reader, cases[i].get_type (), NULL) != NULL);
      link = dup_last_link (reader);
      g_assert_cmpstr (link, ==, cases[i].remembered);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *toast = NULL;

      g_assert_false (hc_window_open_link (reader->window, wrong[i][0]));
      WAIT_FOR (find (reader, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
      toast = hc_ui_fixture_take_toast (reader->window);
      g_assert_cmpstr (toast, ==, wrong[i][1]);
    }
}

/* A library without any of it is no fault. */
static void
test_empty (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:questions", 360, 640);

  g_assert_null (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Glossary"));
  g_assert_true (hc_window_open_link (window, "health-center:glossary"));
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_true (hc_window_open_link (window, "health-center:articles"));
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_null (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Glossary"));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/questions/list", test_list);
  g_test_add_func ("/questions/search", test_search);
  g_test_add_func ("/questions/articles-only", test_articles_only);
  g_test_add_func ("/questions/read", test_read);
  g_test_add_func ("/questions/places", test_places);
  g_test_add_func ("/questions/empty", test_empty);

  return g_test_run ();
}
