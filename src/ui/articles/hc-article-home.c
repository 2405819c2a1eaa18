/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-home.h"

#include <glib/gi18n.h>

#include "hc-for-you.h"
#include "hc-link.h"
#include "hc-my-questions.h"
#include "hc-navigation.h"
#include "hc-search-hit.h"
#include "hc-term.h"
#include "hc-topic-card.h"
#include "hc-topic.h"

/* Nobody reads further down. */
#define MAX_HITS 50

/**
 * HcArticleHome:
 *
 * The topics of the articles, or of the questions that are answered, as cards, and in their place what a
 * search has found. Above the questions stands what leads to those of the person's own: the action
 * `questions.ask`.
 */
struct _HcArticleHome
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcArticleKind      kind;
  GListModel        *topics;       /* of HcTopic */
  HcTopicCard       *for_you_card; /* NULL where there are no articles for one's stage */

  GtkEditable       *search_entry;
  GtkStack          *stack;
  GtkFlowBox        *cards;
  GtkWidget         *questions_shelf;
  AdwButtonContent  *mine_content;
  AdwStatusPage     *nothing_page;
  GtkNoSelection    *hits;
};

G_DEFINE_FINAL_TYPE (HcArticleHome, hc_article_home, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_questions (HcArticleHome *self)
{
  return self->kind == HC_ARTICLE_KIND_QUESTION;
}

static GListModel *
get_all (HcArticleHome *self)
{
  HcLibrary *library = hc_context_get_library (self->context);

  return has_questions (self) ? hc_library_get_questions (library) : hc_library_get_articles (library);
}

static void
open_link (HcArticleHome *self,
           const char    *link)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
card_activated_cb (HcArticleHome *self,
                   HcTopicCard   *card)
{
  open_link (self, hc_topic_card_get_link (card));
}

static void
hit_activated_cb (HcArticleHome *self,
                  guint          position)
{
  g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  open_link (self, hc_search_hit_get_link (hit));
}

static void
search_changed_cb (HcArticleHome *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *announcement = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint n_hits;

  if (*stripped == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "topics");
      gtk_no_selection_set_model (self->hits, NULL);
      return;
    }

  hits = hc_library_search_kind (hc_context_get_library (self->context), hc_article_kind_to_string (self->kind),
                                 text, MAX_HITS, &error);
  if (hits == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("The search failed"));
      g_warning ("Search failed: %s", error->message);
      return;
    }

  n_hits = g_list_model_get_n_items (hits);
  gtk_no_selection_set_model (self->hits, hits);
  gtk_stack_set_visible_child_name (self->stack, n_hits > 0 ? "hits" : "nothing");

  announcement = has_questions (self)
                 ? g_strdup_printf (g_dngettext (NULL, "%u question found", "%u questions found", n_hits), n_hits)
                 : g_strdup_printf (g_dngettext (NULL, "%u article found", "%u articles found", n_hits), n_hits);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
search_activated_cb (HcArticleHome *self)
{
  /* The hits may still be those of the words before. */
  search_changed_cb (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0)
    hit_activated_cb (self, 0);
}

static void
stop_search_cb (HcArticleHome *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static guint
count_read (HcArticleHome *self,
            GListModel    *articles)
{
  HcReadingStore *reading = hc_profile_get_reading (hc_context_get_profile (self->context));
  guint n_read = 0;

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      g_autofree char *link = hc_article_dup_link (article);
      const HcReadingPlace *place = hc_reading_store_lookup (reading, link);

      n_read += place != NULL && place->finished;
    }

  return n_read;
}

static char *
dup_count (HcArticleHome *self,
           GListModel    *articles)
{
  guint n = g_list_model_get_n_items (articles);
  guint n_read = has_questions (self) ? 0 : count_read (self, articles);
  g_autofree char *count = has_questions (self) ? g_strdup_printf (ngettext ("%u question", "%u questions", n), n)
                                                : g_strdup_printf (ngettext ("%u article", "%u articles", n), n);

  if (n_read == 0)
    return g_steal_pointer (&count);

  /* Translators: "8 articles · 3 read" */
  return g_strdup_printf (_("%s · %u read"), count, n_read);
}

static char *
dup_list_link (HcArticleHome *self,
               const char    *id)
{
  return g_strdup_printf (HC_LINK_SCHEME ":%s/%s", has_questions (self) ? "questions" : "articles", id);
}

static GPtrArray *
list_for_you (HcArticleHome *self)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));

  return hc_for_you_list (hc_context_get_library (self->context),
                          person != NULL ? hc_person_get_details (person) : NULL);
}

/* What the cards say that changes: what was read, and what is known of the person. */
static void
update_cards (HcArticleHome *self)
{
  guint n_topics = g_list_model_get_n_items (self->topics);
  guint first = self->for_you_card != NULL;

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (HcTopic) topic = g_list_model_get_item (self->topics, i);
      GtkFlowBoxChild *card = gtk_flow_box_get_child_at_index (self->cards, (int) (first + i));
      g_autofree char *count = dup_count (self, hc_topic_get_articles (topic));

      hc_topic_card_set_detail (HC_TOPIC_CARD (card), count);
    }

  if (self->for_you_card != NULL)
    {
      g_autoptr (GPtrArray) articles = list_for_you (self);
      g_autofree char *count = g_strdup_printf (ngettext ("%u article", "%u articles", articles->len), articles->len);

      hc_topic_card_set_detail (self->for_you_card, count);
      gtk_widget_set_visible (GTK_WIDGET (self->for_you_card), articles->len > 0);
    }
}

static HcTopicCard *
add_card (HcArticleHome *self,
          const char    *title,
          HcPicture     *picture,
          const char    *icon_name,
          const char    *link)
{
  GtkWidget *card = hc_topic_card_new (title, picture, icon_name, link);

  gtk_flow_box_append (self->cards, card);

  return HC_TOPIC_CARD (card);
}

/* Returns: (nullable) (transfer none): the first picture that belongs to an article of the topic */
static HcPicture *
find_picture (HcArticleHome *self,
              HcTopic       *topic)
{
  HcLibrary *library = hc_context_get_library (self->context);
  GListModel *pictures = hc_library_get_pictures (library);

  for (guint i = 0; i < g_list_model_get_n_items (pictures); i++)
    {
      /* The list keeps its reference. */
      g_autoptr (HcPicture) picture = g_list_model_get_item (pictures, i);
      HcArticle *article = hc_picture_get_article (picture) != NULL
                           ? hc_library_get_article (library, hc_picture_get_article (picture)) : NULL;

      if (article != NULL && g_str_equal (hc_article_get_topic_id (article), hc_topic_get_id (topic)))
        return picture;
    }

  return NULL;
}

static void
fill_cards (HcArticleHome *self)
{
  HcLibrary *library = hc_context_get_library (self->context);
  GListModel *pictures = hc_library_get_pictures (library);
  const char *icon_name = has_questions (self) ? "hc-ask-symbolic" : "hc-articles-symbolic";
  g_autofree char *all = dup_list_link (self, HC_ARTICLE_HOME_ALL);
  g_autofree char *count = dup_count (self, get_all (self));

  if (!has_questions (self))
    self->for_you_card = add_card (self, _("For Your Stage"), NULL, "hc-today-symbolic",
                                   HC_LINK_SCHEME ":articles/" HC_ARTICLE_HOME_FOR_YOU);

  for (guint i = 0; i < g_list_model_get_n_items (self->topics); i++)
    {
      g_autoptr (HcTopic) topic = g_list_model_get_item (self->topics, i);
      g_autofree char *link = dup_list_link (self, hc_topic_get_id (topic));
      HcPicture *picture = has_questions (self) ? NULL : find_picture (self, topic);

      add_card (self, hc_topic_get_title (topic), picture, icon_name, link);
    }

  hc_topic_card_set_detail (add_card (self, has_questions (self) ? _("All Questions") : _("All Articles"), NULL,
                                      icon_name, all), count);

  if (!has_questions (self) && g_list_model_get_n_items (pictures) > 0)
    hc_topic_card_set_detail (add_card (self, _("Pictures"), NULL, "hc-picture-symbolic", HC_LINK_SCHEME ":pictures"),
                              _("The body, tests and treatments, drawn and in words"));

  if (hc_term_exist (library))
    hc_topic_card_set_detail (add_card (self, _("Glossary"), NULL, "hc-term-symbolic", HC_LINK_SCHEME ":glossary"),
                              _("Medical words from A to Z, explained"));
}

/* How many questions of the person whose data is shown are to be asked. */
static void
update_mine (HcArticleHome *self)
{
  HcCareQuestionStore *questions = hc_profile_get_care_questions (hc_context_get_profile (self->context));
  guint n_open = hc_my_questions_count_open (questions, hc_context_get_person (self->context));
  g_autofree char *label = NULL;

  if (n_open == 0)
    label = g_strdup (_("_My Questions"));
  else
    /* Translators: how many questions are to be asked. */
    label = g_strdup_printf (_("_My Questions (%u)"), n_open);

  adw_button_content_set_label (self->mine_content, label);
}

static void
person_changed_cb (HcArticleHome *self)
{
  update_cards (self);
  update_mine (self);
}

static void
mine_changed_cb (HcArticleHome *self,
                 guint          position,
                 guint          n_removed,
                 guint          n_added,
                 GListModel    *questions)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (HcCareQuestion) question = g_list_model_get_item (questions, i);

      g_signal_connect_object (question, "changed", G_CALLBACK (update_mine), self, G_CONNECT_SWAPPED);
    }

  update_mine (self);
}

static void
set_words (HcArticleHome *self)
{
  const char *title = has_questions (self) ? _("Questions & Answers") : _("Articles");
  const char *search = has_questions (self) ? _("Search Questions") : _("Search Articles");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search_entry), search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Topics"), -1);
  adw_status_page_set_title (self->nothing_page,
                             has_questions (self) ? _("No Questions Found") : _("No Articles Found"));
}

static void
hc_article_home_map (GtkWidget *widget)
{
  update_cards (HC_ARTICLE_HOME (widget));

  GTK_WIDGET_CLASS (hc_article_home_parent_class)->map (widget);
}

static void
hc_article_home_dispose (GObject *object)
{
  HcArticleHome *self = HC_ARTICLE_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ARTICLE_HOME);
  g_clear_object (&self->topics);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_article_home_parent_class)->dispose (object);
}

static void
hc_article_home_class_init (HcArticleHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_article_home_dispose;
  widget_class->map = hc_article_home_map;

  g_type_ensure (HC_TYPE_SEARCH_HIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/articles/hc-article-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, stack);
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, cards);
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, questions_shelf);
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, mine_content);
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HcArticleHome, hits);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
}

static void
hc_article_home_init (HcArticleHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->stack));
}

/**
 * hc_article_home_new:
 * @context: the library and the profile
 * @kind: of what it shows the topics
 *
 * Returns: (transfer floating): the page
 */
HcArticleHome *
hc_article_home_new (HcContext     *context,
                     HcArticleKind  kind)
{
  HcArticleHome *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_ARTICLE_HOME, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;
  self->topics = hc_topic_group (get_all (self));
  set_words (self);
  fill_cards (self);

  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_visible (self->questions_shelf, has_questions (self));
  if (has_questions (self))
    {
      GListModel *questions = G_LIST_MODEL (hc_profile_get_care_questions (hc_context_get_profile (context)));

      g_signal_connect_object (questions, "items-changed", G_CALLBACK (mine_changed_cb), self, G_CONNECT_SWAPPED);
      mine_changed_cb (self, 0, 0, g_list_model_get_n_items (questions), questions);
    }

  return self;
}

static void
show_for_you (HcArticleHome *self,
              HcArticleList *list)
{
  g_autoptr (GPtrArray) articles = list_for_you (self);
  g_autoptr (GListStore) store = g_list_store_new (HC_TYPE_ARTICLE);

  for (guint i = 0; i < articles->len; i++)
    g_list_store_append (store, g_ptr_array_index (articles, i));

  hc_article_list_show (list, HC_ARTICLE_HOME_FOR_YOU, _("For Your Stage"), G_LIST_MODEL (store), FALSE);
}

/**
 * hc_article_home_fill_list:
 * @self: a home page
 * @list: the list to be filled
 * @id: the id of a topic, %HC_ARTICLE_HOME_ALL or %HC_ARTICLE_HOME_FOR_YOU
 * @error: return location for a %HC_LIBRARY_ERROR
 *
 * Returns: %FALSE with @error when there is no such topic; the list is as it was
 */
gboolean
hc_article_home_fill_list (HcArticleHome  *self,
                           HcArticleList  *list,
                           const char     *id,
                           GError        **error)
{
  g_return_val_if_fail (HC_IS_ARTICLE_HOME (self), FALSE);
  g_return_val_if_fail (HC_IS_ARTICLE_LIST (list), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (g_str_equal (id, HC_ARTICLE_HOME_ALL))
    {
      hc_article_list_show (list, id, has_questions (self) ? _("All Questions") : _("All Articles"),
                            get_all (self), TRUE);
      return TRUE;
    }

  if (g_str_equal (id, HC_ARTICLE_HOME_FOR_YOU) && !has_questions (self))
    {
      show_for_you (self, list);
      return TRUE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (self->topics); i++)
    {
      g_autoptr (HcTopic) topic = g_list_model_get_item (self->topics, i);

      if (g_str_equal (hc_topic_get_id (topic), id))
        {
          hc_article_list_show (list, id, hc_topic_get_title (topic), hc_topic_get_articles (topic), FALSE);
          return TRUE;
        }
    }

  g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such topic"));

  return FALSE;
}

/**
 * hc_article_home_focus_search:
 * @self: a home page
 *
 * Puts the cursor into the entry that searches.
 */
void
hc_article_home_focus_search (HcArticleHome *self)
{
  g_return_if_fail (HC_IS_ARTICLE_HOME (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
