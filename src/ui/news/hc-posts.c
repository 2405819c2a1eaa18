/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-posts.h"

#include <glib/gi18n.h>

#include "hc-post-text.h"

/* So many are listed; a search finds the others. */
#define MAX_POSTS 2000

#define SUMMARY_LENGTH 300

/**
 * HcPosts:
 *
 * The posts of a source, a #GListModel of #HcPost in two sections: what was not read, then what was, the newest
 * first. It follows the news.
 */
struct _HcPosts
{
  GObject     parent_instance;

  HcNews     *news;
  HcNewsKind  kind;
  char       *id;       /* NULL before anything is shown */
  char       *text;     /* what is searched for, NULL for everything */

  GPtrArray  *posts;
  guint       n_unread; /* so many stand first */
  GHashTable *by_id;
  GError     *error;    /* why there are none, NULL for no reason */
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcPosts, hc_posts, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
hc_posts_get_item_type (GListModel *model)
{
  return HC_TYPE_POST;
}

static guint
hc_posts_get_n_items (GListModel *model)
{
  return HC_POSTS (model)->posts->len;
}

static gpointer
hc_posts_get_item (GListModel *model,
                   guint       position)
{
  HcPosts *self = HC_POSTS (model);

  return position < self->posts->len ? g_object_ref (g_ptr_array_index (self->posts, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_posts_get_item_type;
  iface->get_n_items = hc_posts_get_n_items;
  iface->get_item = hc_posts_get_item;
}

static void
hc_posts_get_section (GtkSectionModel *model,
                      guint            position,
                      guint           *start,
                      guint           *end)
{
  HcPosts *self = HC_POSTS (model);

  if (position < self->n_unread)
    {
      *start = 0;
      *end = self->n_unread;
    }
  else if (position < self->posts->len)
    {
      *start = self->n_unread;
      *end = self->posts->len;
    }
  else
    {
      *start = self->posts->len;
      *end = G_MAXUINT;
    }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = hc_posts_get_section;
}

static void
hc_posts_finalize (GObject *object)
{
  HcPosts *self = HC_POSTS (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->posts);
  g_clear_error (&self->error);
  g_clear_object (&self->news);
  g_free (self->id);
  g_free (self->text);

  G_OBJECT_CLASS (hc_posts_parent_class)->finalize (object);
}

static void
hc_posts_class_init (HcPostsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_posts_finalize;
}

static void
hc_posts_init (HcPosts *self)
{
  self->posts = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The same post keeps its object, and so its row. */
static void
add (HcPosts             *self,
     GPtrArray           *posts,
     const HcPostDetails *details)
{
  g_autofree char *id = g_strconcat (details->feed, "/", details->key, NULL);
  HcPost *post = g_hash_table_lookup (self->by_id, id);

  if (post != NULL)
    {
      hc_post_update (post, details);
      g_ptr_array_add (posts, g_object_ref (post));
    }
  else
    {
      g_ptr_array_add (posts, hc_post_new (details));
    }
}

/* What has no title is called by its first words. */
static const char *
get_title (const char *title,
           const char *summary)
{
  return *title != '\0' ? title : *summary != '\0' ? summary : _("Untitled");
}

static void
add_items (HcPosts    *self,
           GPtrArray  *posts,
           GListModel *items)
{
  HcProfile *profile = hc_news_get_profile (self->news);
  HcStore *subscriptions = HC_STORE (hc_profile_get_subscriptions (profile));
  g_autoptr (GHashTable) publishers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcFeedItem) item = g_list_model_get_item (items, i);
      const HcFeedItemDetails *details = hc_feed_item_get_details (item);
      HcSubscription *subscription = hc_store_lookup (subscriptions, details->feed);
      const char *publisher = g_hash_table_lookup (publishers, details->feed);

      if (publisher == NULL && subscription != NULL)
        {
          publisher = hc_news_dup_title (self->news, subscription);
          g_hash_table_insert (publishers, (char *) hc_subscription_get_id (subscription), (char *) publisher);
        }

      add (self, posts, &(HcPostDetails) {
        .feed = details->feed,
        .key = details->key,
        .title = get_title (details->title, details->summary),
        .publisher = publisher != NULL ? publisher : "",
        .summary = *details->title != '\0' ? details->summary : "",
        .time = details->time,
        .is_unread = !hc_read_posts_has (hc_profile_get_read_posts (profile), details->feed, details->key),
        .is_saved = hc_saved_post_store_lookup (hc_profile_get_saved_posts (profile), details->feed,
                                                details->key) != NULL,
      });
    }
}

/* Whether it has all these words, folded. */
static gboolean
has_words (const HcSavedPostDetails *details,
           char                    **words)
{
  g_autofree char *all = g_strjoin ("\n", details->title, details->publisher, details->text, NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* What is saved counts as read: it was seen. */
static void
add_saved (HcPosts   *self,
           GPtrArray *posts)
{
  GListModel *saved = G_LIST_MODEL (hc_profile_get_saved_posts (hc_news_get_profile (self->news)));
  g_autofree char *text = self->text != NULL ? g_utf8_casefold (self->text, -1) : NULL;
  g_auto (GStrv) words = text != NULL ? g_strsplit_set (text, " \t\n", -1) : NULL;
  guint n = g_list_model_get_n_items (saved);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcSavedPost) post = g_list_model_get_item (saved, i);
      const HcSavedPostDetails *details = hc_saved_post_get_details (post);
      g_autofree char *summary = NULL;

      if (words != NULL && !has_words (details, words))
        continue;

      summary = hc_post_text_dup_plain (details->text, SUMMARY_LENGTH);
      add (self, posts, &(HcPostDetails) {
        .feed = details->feed,
        .key = details->key,
        .title = get_title (details->title, summary),
        .publisher = details->publisher,
        .summary = *details->title != '\0' ? summary : "",
        .time = details->published != NULL ? details->published : hc_saved_post_get_created (post),
        .is_saved = TRUE,
      });
    }
}

/* Both halves keep their order. Returns: how many were not read */
static guint
put_unread_first (GPtrArray *posts)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new ();
  guint n_unread = 0;

  for (guint i = 0; i < posts->len; i++)
    if (hc_post_get_details (posts->pdata[i])->is_unread)
      posts->pdata[n_unread++] = posts->pdata[i];
    else
      g_ptr_array_add (read, posts->pdata[i]);

  for (guint i = 0; i < read->len; i++)
    posts->pdata[n_unread + i] = read->pdata[i];

  return n_unread;
}

/* Says what of the list is other than before. */
static void
take (HcPosts   *self,
      GPtrArray *posts)
{
  g_autoptr (GPtrArray) before = self->posts;
  guint n_unread_before = self->n_unread;
  guint n = MIN (before->len, posts->len), first = 0, last = 0;

  self->n_unread = put_unread_first (posts);
  self->posts = posts;
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < posts->len; i++)
    g_hash_table_replace (self->by_id, hc_post_dup_id (posts->pdata[i]), posts->pdata[i]);

  while (first < n && before->pdata[first] == posts->pdata[first])
    first++;
  while (last < n - first && before->pdata[before->len - last - 1] == posts->pdata[posts->len - last - 1])
    last++;

  if (before->len - first - last > 0 || posts->len - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last, posts->len - first - last);

  /* The last one that was not read may have been read where it stands. */
  if (posts->len > 0 && self->n_unread != n_unread_before)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, posts->len);
}

static void
reload (HcPosts *self)
{
  GPtrArray *posts = g_ptr_array_new_with_free_func (g_object_unref);
  HcFeedCatalog *catalog = hc_news_get_catalog (self->news);

  g_clear_error (&self->error);

  if (self->kind == HC_NEWS_SAVED)
    {
      add_saved (self, posts);
    }
  else
    {
      g_auto (GStrv) feeds = hc_posts_list_feeds (self);
      g_autoptr (GListModel) items =
        self->text != NULL
        ? hc_feed_catalog_search (catalog, self->text, (const char *const *) feeds, MAX_POSTS, &self->error)
        : hc_feed_catalog_list (catalog, (const char *const *) feeds, MAX_POSTS, &self->error);

      if (items != NULL)
        add_items (self, posts, items);
    }

  take (self, posts);
}

/* Nobody waits for posts of which nothing was shown yet. */
static void
news_changed_cb (HcPosts *self)
{
  if (self->id != NULL)
    reload (self);
}

/**
 * hc_posts_new:
 * @news: the news
 *
 * Returns: (transfer full): posts of nothing yet
 */
HcPosts *
hc_posts_new (HcNews *news)
{
  HcPosts *self;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);

  self = g_object_new (HC_TYPE_POSTS, NULL);
  self->news = g_object_ref (news);
  g_signal_connect_object (news, "changed", G_CALLBACK (news_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_posts_show:
 * @self: posts
 * @kind: what to list
 * @id: the id of the feed, or the name of the folder; otherwise empty
 */
void
hc_posts_show (HcPosts    *self,
               HcNewsKind  kind,
               const char *id)
{
  g_return_if_fail (HC_IS_POSTS (self));
  g_return_if_fail (id != NULL);

  self->kind = kind;
  g_set_str (&self->id, id);
  g_clear_pointer (&self->text, g_free);
  reload (self);
}

/**
 * hc_posts_search:
 * @self: posts
 * @text: what a person typed; without a word all are listed
 */
void
hc_posts_search (HcPosts    *self,
                 const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (HC_IS_POSTS (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (g_set_str (&self->text, *stripped != '\0' ? stripped : NULL))
    reload (self);
}

/**
 * hc_posts_is_cut:
 * @self: posts
 *
 * Returns: whether there are more than are listed
 */
gboolean
hc_posts_is_cut (HcPosts *self)
{
  g_return_val_if_fail (HC_IS_POSTS (self), FALSE);

  return self->kind != HC_NEWS_SAVED && self->posts->len >= MAX_POSTS;
}

/**
 * hc_posts_get_error:
 * @self: posts
 *
 * Returns: (transfer none) (nullable): why they could not be read
 */
const GError *
hc_posts_get_error (HcPosts *self)
{
  g_return_val_if_fail (HC_IS_POSTS (self), NULL);

  return self->error;
}

/**
 * hc_posts_list_feeds:
 * @self: posts
 *
 * Returns: (transfer full): the ids of the subscriptions whose posts are listed, whatever is searched for
 */
GStrv
hc_posts_list_feeds (HcPosts *self)
{
  g_return_val_if_fail (HC_IS_POSTS (self), NULL);

  if (self->kind == HC_NEWS_FEED)
    return g_strdupv ((char *[]) { self->id, NULL });

  if (self->kind == HC_NEWS_SAVED)
    return g_new0 (char *, 1);

  return hc_news_list_feeds (self->news, self->kind == HC_NEWS_FOLDER ? self->id : NULL);
}
