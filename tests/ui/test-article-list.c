/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-home.h"
#include "hc-article-list.h"
#include "hc-article-page.h"
#include "hc-article-row.h"
#include "hc-search-hit.h"
#include "hc-topic-card.h"
#include "hc-ui-fixture.h"

static GtkEditable *
get_entry (HcWindow *window)
{
  return hc_ui_fixture_find (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_HOME, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static GtkWidget *
find_label (HcWindow   *window,
            const char *text)
{
  return hc_ui_fixture_find (window, GTK_TYPE_LABEL, text);
}

/* What stands in the list that is shown, whether it has come into view or not. */
static GListModel *
get_model (HcWindow *window)
{
  return G_LIST_MODEL (gtk_list_view_get_model (hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL)));
}

/* The articles come by topic, the topics in the order of their first article. */
static void
test_topics (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles/all", 1080, 760);
  static const char *const titles[] = { "Alpha & Co", "Beta", "Gamma" };
  g_autoptr (GPtrArray) headings = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *list = hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (get_model (window)), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (get_model (window), i);

      g_assert_cmpstr (hc_article_get_title (article), ==, titles[i]);
    }

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "All Articles");
  headings = hc_ui_fixture_find_role (list, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (headings->len, ==, 3);
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, 0)), ==, "First & Foremost");
  g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (headings, 1)), ==, "Second");

  rows = hc_ui_fixture_find_all (list, HC_TYPE_ARTICLE_ROW);
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (rows, 0), GTK_TYPE_LABEL, "Alpha & Co"));
  g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (rows, 0), GTK_TYPE_LABEL, "What alpha is."));
  g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (rows, 0), GTK_TYPE_LABEL, "1 minute"));
}

static HcTopicCard *
find_card (HcWindow   *window,
           const char *title)
{
  GtkWidget *label = find_label (window, title);

  g_assert_nonnull (label);

  return HC_TOPIC_CARD (gtk_widget_get_ancestor (label, HC_TYPE_TOPIC_CARD));
}

/* The topics are cards in the order of their first article, then all articles; each leads to its list. */
static void
test_cards (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  HcReadingStore *reading = hc_profile_get_reading (hc_context_get_profile (fixture->context));
  static const char *const titles[] = { "First & Foremost", "Second", "Third", "All Articles" };
  g_autoptr (GPtrArray) cards = hc_ui_fixture_find_all (window, HC_TYPE_TOPIC_CARD);
  GtkWidget *list;

  g_assert_cmpuint (cards->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < cards->len; i++)
    {
      g_assert_nonnull (hc_ui_fixture_find (g_ptr_array_index (cards, i), GTK_TYPE_LABEL, titles[i]));
      gtk_test_accessible_assert_property (g_ptr_array_index (cards, i), GTK_ACCESSIBLE_PROPERTY_LABEL, titles[i]);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_card (window, "Second")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "1 article");
  g_assert_nonnull (find_label (window, "3 articles"));

  gtk_widget_activate (GTK_WIDGET (find_card (window, "Second")));
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_LIST, NULL) != NULL);
  hc_ui_fixture_wait_frames (window, 3);
  list = hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "Second");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (window)), ==, 1);
  g_assert_nonnull (hc_ui_fixture_find (list, HC_TYPE_ARTICLE_ROW, NULL));

  /* What was read is counted when the page is seen again. */
  hc_ui_fixture_open_profile (fixture);
  hc_reading_store_save_async (reading, "health-center:article/beta", NULL, 0.0, TRUE, NULL, NULL);
  WAIT_FOR (hc_reading_store_lookup (reading, "health-center:article/beta") != NULL);
  g_assert_true (hc_window_open_link (window, "health-center:articles"));
  WAIT_FOR (find_label (window, "1 article · 1 read") != NULL);
}

/* What is known of a person brings a card that leads to the articles for them, the closest first. */
static void
test_for_you (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (fixture->context));
  g_autoptr (HcPerson) person = hc_person_new ();
  HcPersonDetails details = { .is_user = TRUE, .site = "rectal", .stage = "2" };
  HcWindow *window;
  gboolean is_done = FALSE;
  g_autoptr (HcArticle) first = NULL;

  hc_ui_fixture_open_profile (fixture);
  window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  g_assert_null (find_label (window, "For Your Stage"));
  hc_ui_fixture_close (window);

  hc_person_store_save_async (people, person, &details, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  gtk_widget_activate (GTK_WIDGET (find_card (window, "For Your Stage")));
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_LIST, NULL) != NULL);
  first = g_list_model_get_item (get_model (window), 0);
  g_assert_cmpstr (hc_article_get_id (first), ==, "rectal-cancer-stage-2");
  for (guint i = 0; i < g_list_model_get_n_items (get_model (window)); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (get_model (window), i);

      g_assert_cmpstr (hc_article_get_audience (article)->sites, !=, "colon");
    }
}

/* A link to a topic that there is not. */
static void
test_no_topic (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  g_autofree char *toast = NULL;

  g_assert_false (hc_window_open_link (window, "health-center:articles/nothing"));
  WAIT_FOR (hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (window);
  g_assert_cmpstr (toast, ==, "There is no such topic");
  g_assert_nonnull (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_HOME, NULL));
}

/* The first heading can be seen: the list does not begin below it. */
static void
test_first_heading (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles/all", 360, 640);
  GtkWidget *list = hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL);

  WAIT_FOR (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))) == 0.0);
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))), ==, 0.0);
}

static void
test_state (void)
{
  g_autoptr (CompilerFixture) content = hc_ui_fixture_make_library (NULL);
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new_for_content (content);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles/all", 1080, 760);
  HcReadingStore *reading = hc_profile_get_reading (hc_context_get_profile (fixture->context));

  hc_ui_fixture_open_profile (fixture);
  g_assert_null (find_label (window, "Started"));

  hc_reading_store_save_async (reading, "health-center:article/beta", "part-one", 0.0, FALSE, NULL, NULL);
  WAIT_FOR (find_label (window, "1 minute · Started") != NULL);
  g_assert_null (find_label (window, "Read to the end"));

  hc_reading_store_save_async (reading, "health-center:article/beta", NULL, 0.0, TRUE, NULL, NULL);
  WAIT_FOR (find_label (window, "1 minute · Read to the end") != NULL);
  g_assert_null (find_label (window, "Started"));
}

static void
test_open (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles/all", 1080, 760);
  g_autoptr (HcArticle) article = g_list_model_get_item (get_model (window), 1);

  g_signal_emit_by_name (hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL), "activate", 1);
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  g_assert_true (hc_article_page_get_article (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL)) == article);
}

static void
type_words (HcWindow   *window,
            const char *words)
{
  gtk_editable_set_text (get_entry (window), words);
}

static gboolean
is_searching (HcWindow *window)
{
  return hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL) != NULL;
}

static void
test_search (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  g_autoptr (HcSearchHit) hit = NULL;
  g_autofree char *found = NULL, *none = NULL;

  type_words (window, "When to Call");
  WAIT_FOR (is_searching (window));
  hit = g_list_model_get_item (get_model (window), 0);
  g_assert_cmpstr (hc_search_hit_get_link (hit), ==, "health-center:article/warning-signs");
  hc_ui_fixture_wait_frames (window, 3);
  gtk_test_accessible_assert_property (hc_ui_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search Results");
  g_assert_nonnull (find_label (window, "Warning Signs and When to Call"));
  found = hc_ui_fixture_take_announcement ();
  g_assert_true (g_str_has_suffix (found, "found"));

  type_words (window, "qwxyz");
  WAIT_FOR (find_label (window, "No Articles Found") != NULL);
  none = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (none, ==, "0 articles found");

  /* Blanks are no search. */
  type_words (window, "  ");
  WAIT_FOR (find_label (window, "No Articles Found") == NULL);
  g_assert_nonnull (hc_ui_fixture_find (window, HC_TYPE_TOPIC_CARD, NULL));

  /* Escape empties the entry. */
  type_words (window, "tired");
  WAIT_FOR (is_searching (window));
  g_signal_emit_by_name (get_entry (window), "stop-search");
  WAIT_FOR (!is_searching (window));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (window)), ==, "");
}

/* Enter opens the best hit for what stands in the entry now, also right after the last key. */
static void
test_enter (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);
  HcArticlePage *page;

  type_words (window, "When to Call");
  g_signal_emit_by_name (get_entry (window), "activate");
  WAIT_FOR (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  page = hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL);
  g_assert_cmpstr (hc_article_get_id (hc_article_page_get_article (page)), ==, "warning-signs");
}

/* Nothing is found: nothing is opened. */
static void
test_enter_nothing (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", 1080, 760);

  type_words (window, "qwxyz");
  g_signal_emit_by_name (get_entry (window), "activate");
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_null (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL));

  type_words (window, "");
  g_signal_emit_by_name (get_entry (window), "activate");
  hc_ui_fixture_wait_frames (window, 4);
  g_assert_null (hc_ui_fixture_find (window, HC_TYPE_ARTICLE_PAGE, NULL));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/article-list/topics", test_topics);
  g_test_add_func ("/article-list/cards", test_cards);
  g_test_add_func ("/article-list/for-you", test_for_you);
  g_test_add_func ("/article-list/no-topic", test_no_topic);
  g_test_add_func ("/article-list/first-heading", test_first_heading);
  g_test_add_func ("/article-list/state", test_state);
  g_test_add_func ("/article-list/open", test_open);
  g_test_add_func ("/article-list/search", test_search);
  g_test_add_func ("/article-list/enter", test_enter);
  g_test_add_func ("/article-list/enter-nothing", test_enter_nothing);

  return g_test_run ();
}
