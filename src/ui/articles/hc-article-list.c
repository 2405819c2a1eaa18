/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-list.h"

#include <glib/gi18n.h>

#include "hc-article-row.h"
#include "hc-navigation.h"
#include "hc-search-hit.h"
#include "hc-term.h"

/* Nobody reads further down. */
#define MAX_HITS 50

/**
 * HcArticleList:
 *
 * The articles or the answers to questions by topic, and in their place what a search has found. Above
 * the questions stands what leads to those of the person's own: the action `questions.ask`.
 */
struct _HcArticleList
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcArticleKind      kind;

  GtkEditable       *search_entry;
  GtkStack          *stack;
  GtkWidget         *articles_shelf;
  GtkWidget         *pictures_row;
  GtkWidget         *glossary_row;
  GtkWidget         *questions_shelf;
  GtkWidget         *questions_glossary;
  AdwButtonContent  *mine_content;
  AdwStatusPage     *nothing_page;
  GtkScrolledWindow *scroller;
  GtkListView       *articles_view;
  GtkListView       *hits_view;
  GtkSortListModel  *articles;
  GtkCustomSorter   *topic_sorter;
  GtkNoSelection    *hits;
};

G_DEFINE_FINAL_TYPE (HcArticleList, hc_article_list, ADW_TYPE_NAVIGATION_PAGE)

/* Topics come in the order of their first article. */
static int
compare_topics (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  GHashTable *order = user_data;
  guint position_a = GPOINTER_TO_UINT (g_hash_table_lookup (order, hc_article_get_topic ((HcArticle *) a)));
  guint position_b = GPOINTER_TO_UINT (g_hash_table_lookup (order, hc_article_get_topic ((HcArticle *) b)));

  return (position_a > position_b) - (position_a < position_b);
}

static GHashTable *
make_topic_order (GListModel *articles)
{
  GHashTable *order = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);

      if (!g_hash_table_contains (order, hc_article_get_topic (article)))
        g_hash_table_insert (order, g_strdup (hc_article_get_topic (article)), GUINT_TO_POINTER (i));
    }

  return order;
}

static void
open_link (HcArticleList *self,
           const char    *link)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
article_activated_cb (HcArticleList *self,
                      guint          position)
{
  g_autoptr (HcArticle) article = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  g_autofree char *link = hc_article_dup_link (article);

  open_link (self, link);
}

static void
hit_activated_cb (HcArticleList *self,
                  guint          position)
{
  g_autoptr (HcSearchHit) hit = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  open_link (self, hc_search_hit_get_link (hit));
}

static void
search_changed_cb (HcArticleList *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autoptr (GListModel) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *announcement = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint n_hits;

  if (*stripped == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "articles");
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

  announcement = self->kind == HC_ARTICLE_KIND_QUESTION
                 ? g_strdup_printf (g_dngettext (NULL, "%u question found", "%u questions found", n_hits), n_hits)
                 : g_strdup_printf (g_dngettext (NULL, "%u article found", "%u articles found", n_hits), n_hits);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
search_activated_cb (HcArticleList *self)
{
  /* The hits may still be those of the words before. */
  search_changed_cb (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->hits)) > 0)
    hit_activated_cb (self, 0);
}

static void
stop_search_cb (HcArticleList *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

/* From the entry, the arrow leads into the list. */
static gboolean
key_pressed_cb (HcArticleList   *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
setup_article_cb (HcArticleList *self,
                  GtkListItem   *item)
{
  gtk_list_item_set_child (item, hc_article_row_new (hc_context_get_profile (self->context)));
}

static void
bind_article_cb (HcArticleList *self,
                 GtkListItem   *item)
{
  HcArticle *article = gtk_list_item_get_item (item);

  hc_article_row_set_article (HC_ARTICLE_ROW (gtk_list_item_get_child (item)), article);
  gtk_list_item_set_accessible_label (item, hc_article_get_title (article));
  gtk_list_item_set_accessible_description (item, hc_article_get_summary (article));
}

static void
hc_article_list_dispose (GObject *object)
{
  HcArticleList *self = HC_ARTICLE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ARTICLE_LIST);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_article_list_parent_class)->dispose (object);
}

static void
hc_article_list_class_init (HcArticleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_article_list_dispose;

  g_type_ensure (HC_TYPE_ARTICLE);
  g_type_ensure (HC_TYPE_SEARCH_HIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/articles/hc-article-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, stack);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, articles_shelf);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, pictures_row);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, glossary_row);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, questions_shelf);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, questions_glossary);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, mine_content);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, articles_view);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, hits_view);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, articles);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, topic_sorter);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, hits);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_article_cb);
}

static void
hc_article_list_init (HcArticleList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/* How many of the person's own questions are to be asked. */
static void
update_mine (HcArticleList *self)
{
  HcCareQuestionStore *questions = hc_profile_get_care_questions (hc_context_get_profile (self->context));
  guint n_open = hc_care_question_store_count_open (questions);
  g_autofree char *label = NULL;

  if (n_open == 0)
    label = g_strdup (_("_My Questions"));
  else
    /* Translators: how many questions are to be asked. */
    label = g_strdup_printf (_("_My Questions (%u)"), n_open);

  adw_button_content_set_label (self->mine_content, label);
}

static void
mine_changed_cb (HcArticleList *self,
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
set_words (HcArticleList *self)
{
  gboolean asks = self->kind == HC_ARTICLE_KIND_QUESTION;
  const char *title = asks ? _("Questions & Answers") : _("Articles");
  const char *search = asks ? _("Search Questions") : _("Search Articles");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_search_entry_set_placeholder_text (GTK_SEARCH_ENTRY (self->search_entry), search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->articles_view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_status_page_set_title (self->nothing_page, asks ? _("No Questions Found") : _("No Articles Found"));
}

static void
fill_shelves (HcArticleList *self)
{
  HcLibrary *library = hc_context_get_library (self->context);
  gboolean has_pictures = g_list_model_get_n_items (hc_library_get_pictures (library)) > 0;
  gboolean has_terms = hc_term_exist (library);
  gboolean asks = self->kind == HC_ARTICLE_KIND_QUESTION;

  gtk_widget_set_visible (self->pictures_row, has_pictures);
  gtk_widget_set_visible (self->glossary_row, has_terms);
  gtk_widget_set_visible (self->articles_shelf, !asks && (has_pictures || has_terms));
  gtk_widget_set_visible (self->questions_glossary, has_terms);
  gtk_widget_set_visible (self->questions_shelf, asks);

  if (asks)
    {
      GListModel *questions = G_LIST_MODEL (hc_profile_get_care_questions (hc_context_get_profile (self->context)));

      g_signal_connect_object (questions, "items-changed", G_CALLBACK (mine_changed_cb), self, G_CONNECT_SWAPPED);
      mine_changed_cb (self, 0, 0, g_list_model_get_n_items (questions), questions);
    }
}

/**
 * hc_article_list_new:
 * @context: the library and the profile
 * @kind: what it lists
 *
 * Returns: (transfer floating): the list
 */
HcArticleList *
hc_article_list_new (HcContext     *context,
                     HcArticleKind  kind)
{
  HcArticleList *self;
  GListModel *articles;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_ARTICLE_LIST, NULL);
  self->context = g_object_ref (context);
  self->kind = kind;

  articles = kind == HC_ARTICLE_KIND_QUESTION ? hc_library_get_questions (hc_context_get_library (context))
                                              : hc_library_get_articles (hc_context_get_library (context));
  gtk_custom_sorter_set_sort_func (self->topic_sorter, compare_topics, make_topic_order (articles),
                                   (GDestroyNotify) g_hash_table_unref);
  gtk_sort_list_model_set_model (self->articles, articles);
  set_words (self);
  fill_shelves (self);
  hc_navigation_begin_at_top (self->scroller);

  return self;
}

/**
 * hc_article_list_focus_search:
 * @self: the list
 *
 * Puts the cursor into the search entry, with its text selected.
 */
void
hc_article_list_focus_search (HcArticleList *self)
{
  g_return_if_fail (HC_IS_ARTICLE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
