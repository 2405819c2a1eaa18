/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-list.h"

#include "hc-article-row.h"
#include "hc-list-heading.h"
#include "hc-navigation.h"

/**
 * HcArticleList:
 *
 * Articles, or questions that are answered: those of a topic, or of many with a heading for each.
 */
struct _HcArticleList
{
  AdwNavigationPage  parent_instance;

  HcProfile         *profile;
  char              *id;

  GtkScrolledWindow *scroller;
  GtkListView       *view;
  GtkSortListModel  *articles;
};

G_DEFINE_FINAL_TYPE (HcArticleList, hc_article_list, ADW_TYPE_NAVIGATION_PAGE)

/* Topics come in the order of their first article. */
static int
compare_topics (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  GHashTable *order = user_data;
  guint position_a = GPOINTER_TO_UINT (g_hash_table_lookup (order, hc_article_get_topic_id ((HcArticle *) a)));
  guint position_b = GPOINTER_TO_UINT (g_hash_table_lookup (order, hc_article_get_topic_id ((HcArticle *) b)));

  return (position_a > position_b) - (position_a < position_b);
}

static GtkSorter *
make_topic_sorter (GListModel *articles)
{
  GHashTable *order = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);

      if (!g_hash_table_contains (order, hc_article_get_topic_id (article)))
        g_hash_table_insert (order, g_strdup (hc_article_get_topic_id (article)), GUINT_TO_POINTER (i));
    }

  return GTK_SORTER (gtk_custom_sorter_new (compare_topics, order, (GDestroyNotify) g_hash_table_unref));
}

static void
bind_heading_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  hc_list_heading_set (header, hc_article_get_topic (gtk_list_header_get_item (header)));
}

static void
article_activated_cb (HcArticleList *self,
                      guint          position)
{
  g_autoptr (HcArticle) article = g_list_model_get_item (G_LIST_MODEL (self->articles), position);
  g_autofree char *link = hc_article_dup_link (article);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
setup_article_cb (HcArticleList *self,
                  GtkListItem   *item)
{
  gtk_list_item_set_child (item, hc_article_row_new (self->profile));
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
  g_clear_object (&self->profile);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (hc_article_list_parent_class)->dispose (object);
}

static void
hc_article_list_class_init (HcArticleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_article_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/articles/hc-article-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, view);
  gtk_widget_class_bind_template_child (widget_class, HcArticleList, articles);
  gtk_widget_class_bind_template_callback (widget_class, article_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_article_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_article_cb);
}

static void
hc_article_list_init (HcArticleList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_article_list_new:
 * @profile: where it is kept what was read
 *
 * Returns: (transfer floating): a list without articles
 */
HcArticleList *
hc_article_list_new (HcProfile *profile)
{
  HcArticleList *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);

  self = g_object_new (HC_TYPE_ARTICLE_LIST, NULL);
  self->profile = g_object_ref (profile);

  return self;
}

/**
 * hc_article_list_show:
 * @self: a list
 * @id: what hc_article_list_get_id() will say
 * @title: the title
 * @articles: a list of #HcArticle
 * @by_topic: whether they are shown topic by topic, with headings
 *
 * Shows these articles instead of those that were there.
 */
void
hc_article_list_show (HcArticleList *self,
                      const char    *id,
                      const char    *title,
                      GListModel    *articles,
                      gboolean       by_topic)
{
  g_return_if_fail (HC_IS_ARTICLE_LIST (self));
  g_return_if_fail (id != NULL && title != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (articles));

  g_free (self->id);
  self->id = g_strdup (id);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_sort_list_model_set_section_sorter (self->articles, NULL);
  gtk_list_view_set_header_factory (self->view, NULL);
  gtk_sort_list_model_set_model (self->articles, articles);

  if (by_topic)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkSorter) sorter = make_topic_sorter (articles);

      g_signal_connect (factory, "setup", G_CALLBACK (hc_list_heading_setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_heading_cb), NULL);
      gtk_list_view_set_header_factory (self->view, factory);
      gtk_sort_list_model_set_section_sorter (self->articles, sorter);
    }

  hc_navigation_begin_at_top (self->scroller);
}

/**
 * hc_article_list_get_id:
 * @self: a list
 *
 * Returns: (nullable): the id of what it shows, %NULL before hc_article_list_show()
 */
const char *
hc_article_list_get_id (HcArticleList *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE_LIST (self), NULL);

  return self->id;
}
