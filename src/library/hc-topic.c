/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-topic.h"

#include "hc-article.h"

/**
 * HcTopic:
 *
 * A group of articles, or of the answers to questions.
 */
struct _HcTopic
{
  GObject     parent_instance;

  char       *id;
  char       *title;
  GListStore *articles; /* of HcArticle, in the order of reading */
};

G_DEFINE_FINAL_TYPE (HcTopic, hc_topic, G_TYPE_OBJECT)

static void
hc_topic_finalize (GObject *object)
{
  HcTopic *self = HC_TOPIC (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_object (&self->articles);

  G_OBJECT_CLASS (hc_topic_parent_class)->finalize (object);
}

static void
hc_topic_class_init (HcTopicClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_topic_finalize;
}

static void
hc_topic_init (HcTopic *self)
{
  self->articles = g_list_store_new (HC_TYPE_ARTICLE);
}

/**
 * hc_topic_group:
 * @articles: a list of #HcArticle
 *
 * Returns: (transfer full): the #HcTopic of these articles, in the order of their first article
 */
GListModel *
hc_topic_group (GListModel *articles)
{
  GListStore *topics;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (articles), NULL);

  topics = g_list_store_new (HC_TYPE_TOPIC);
  n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcArticle) article = g_list_model_get_item (articles, i);
      HcTopic *topic = g_hash_table_lookup (known, hc_article_get_topic_id (article));

      if (topic == NULL)
        {
          g_autoptr (HcTopic) added = g_object_new (HC_TYPE_TOPIC, NULL);

          added->id = g_strdup (hc_article_get_topic_id (article));
          added->title = g_strdup (hc_article_get_topic (article));
          g_list_store_append (topics, added);
          g_hash_table_insert (known, added->id, added);
          topic = added;
        }

      g_list_store_append (topic->articles, article);
    }

  return G_LIST_MODEL (topics);
}

/**
 * hc_topic_get_id:
 * @self: a topic
 *
 * Returns: its id in the table of contents
 */
const char *
hc_topic_get_id (HcTopic *self)
{
  g_return_val_if_fail (HC_IS_TOPIC (self), NULL);

  return self->id;
}

/**
 * hc_topic_get_title:
 * @self: a topic
 *
 * Returns: its title
 */
const char *
hc_topic_get_title (HcTopic *self)
{
  g_return_val_if_fail (HC_IS_TOPIC (self), NULL);

  return self->title;
}

/**
 * hc_topic_get_articles:
 * @self: a topic
 *
 * Returns: (transfer none): its #HcArticle, in the order of reading; never empty
 */
GListModel *
hc_topic_get_articles (HcTopic *self)
{
  g_return_val_if_fail (HC_IS_TOPIC (self), NULL);

  return G_LIST_MODEL (self->articles);
}
