/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-sources.h"

#include <glib/gi18n.h>

#include "hc-news-words.h"

/**
 * HcNewsSources:
 *
 * What has posts, a #GListModel of #HcNewsSource with a section for each folder: all and what is saved, then the
 * feeds that are in no folder, then the folders with theirs. It follows the news.
 */
struct _HcNewsSources
{
  GObject    parent_instance;

  HcContext *context;
  GPtrArray *sources;
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcNewsSources, hc_news_sources, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static GType
hc_news_sources_get_item_type (GListModel *model)
{
  return HC_TYPE_NEWS_SOURCE;
}

static guint
hc_news_sources_get_n_items (GListModel *model)
{
  return HC_NEWS_SOURCES (model)->sources->len;
}

static gpointer
hc_news_sources_get_item (GListModel *model,
                          guint       position)
{
  HcNewsSources *self = HC_NEWS_SOURCES (model);

  return position < self->sources->len ? g_object_ref (g_ptr_array_index (self->sources, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_news_sources_get_item_type;
  iface->get_n_items = hc_news_sources_get_n_items;
  iface->get_item = hc_news_sources_get_item;
}

/* All and what is saved stand together, before the feeds without a folder. */
static gboolean
is_same_section (HcNewsSource *a,
                 HcNewsSource *b)
{
  const HcNewsSourceDetails *first = hc_news_source_get_details (a), *second = hc_news_source_get_details (b);

  return (first->kind <= HC_NEWS_SAVED) == (second->kind <= HC_NEWS_SAVED) &&
         g_str_equal (first->folder, second->folder);
}

static void
hc_news_sources_get_section (GtkSectionModel *model,
                             guint            position,
                             guint           *start,
                             guint           *end)
{
  HcNewsSources *self = HC_NEWS_SOURCES (model);
  gpointer *sources = self->sources->pdata;

  if (position >= self->sources->len)
    {
      *start = self->sources->len;
      *end = G_MAXUINT;
      return;
    }

  *start = position;
  *end = position + 1;
  while (*start > 0 && is_same_section (sources[*start - 1], sources[position]))
    (*start)--;
  while (*end < self->sources->len && is_same_section (sources[*end], sources[position]))
    (*end)++;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = hc_news_sources_get_section;
}

static void
hc_news_sources_finalize (GObject *object)
{
  HcNewsSources *self = HC_NEWS_SOURCES (object);

  g_ptr_array_unref (self->sources);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_news_sources_parent_class)->finalize (object);
}

static void
hc_news_sources_class_init (HcNewsSourcesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_news_sources_finalize;
}

static void
hc_news_sources_init (HcNewsSources *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Adds a source, the one that was there before if there was one: its row stays then. */
static void
add (HcNewsSources             *self,
     GPtrArray                 *sources,
     const HcNewsSourceDetails *details)
{
  HcNewsSource *source = hc_news_sources_lookup (self, details->kind, details->id);

  if (source != NULL && g_str_equal (hc_news_source_get_details (source)->folder, details->folder))
    {
      hc_news_source_update (source, details);
      g_ptr_array_add (sources, g_object_ref (source));
    }
  else
    {
      g_ptr_array_add (sources, hc_news_source_new (details));
    }
}

static void
add_feed (HcNewsSources  *self,
          GPtrArray      *sources,
          HcSubscription *subscription,
          GDateTime      *now)
{
  HcNews *news = hc_context_get_news (self->context);
  const HcSubscriptionDetails *details = hc_subscription_get_details (subscription);
  const char *id = hc_subscription_get_id (subscription);
  g_autoptr (HcFeedStatus) status = hc_feed_catalog_dup_status (hc_news_get_catalog (news), id, NULL);
  g_autofree char *title = hc_news_dup_title (news, subscription);
  g_autofree char *note = NULL;
  gboolean has_problem = status != NULL && status->problem != HC_FEED_PROBLEM_NONE;
  const char *reason = NULL;

  if (has_problem)
    reason = hc_feed_fetcher_get_reason (hc_context_get_feed_fetcher (self->context), status->address);

  /* A date on each row would only be noise; the page of the feed tells it. */
  if (has_problem || status == NULL)
    note = hc_news_words_dup_status (status, reason, now);

  add (self, sources, &(HcNewsSourceDetails) {
    .kind = HC_NEWS_FEED,
    .id = id,
    .folder = details->folder,
    .title = title,
    .note = note != NULL ? note : "",
    .has_problem = has_problem,
    .count = hc_news_count_unread (news, id),
  });
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (hc_news_source_get_details ((gpointer) a)->title,
                         hc_news_source_get_details ((gpointer) b)->title);
}

/* Adds the feeds of a folder by their titles, and before them all of it together. */
static void
add_folder (HcNewsSources *self,
            GPtrArray     *sources,
            const char    *folder,
            GDateTime     *now)
{
  HcNews *news = hc_context_get_news (self->context);
  HcStore *store = HC_STORE (hc_profile_get_subscriptions (hc_context_get_profile (self->context)));
  g_auto (GStrv) feeds = hc_news_list_feeds (news, folder);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_unread = 0;

  for (guint i = 0; feeds[i] != NULL; i++)
    {
      add_feed (self, found, hc_store_lookup (store, feeds[i]), now);
      n_unread += hc_news_source_get_details (g_ptr_array_index (found, i))->count;
    }

  g_ptr_array_sort_values (found, compare_titles);

  if (*folder != '\0')
    {
      /* Translators: %s is the name of a folder with feeds. */
      g_autofree char *title = g_strdup_printf (_("All in %s"), folder);

      add (self, sources, &(HcNewsSourceDetails) {
        .kind = HC_NEWS_FOLDER,
        .id = folder,
        .folder = folder,
        .title = title,
        .note = "",
        .count = n_unread,
      });
    }

  g_ptr_array_extend_and_steal (sources, g_steal_pointer (&found));
}

/* Says what of the list is other than before. */
static void
take (HcNewsSources *self,
      GPtrArray     *sources)
{
  g_autoptr (GPtrArray) before = self->sources;
  guint n = MIN (before->len, sources->len), first = 0, last = 0;

  self->sources = sources;
  while (first < n && before->pdata[first] == sources->pdata[first])
    first++;
  while (last < n - first && before->pdata[before->len - last - 1] == sources->pdata[sources->len - last - 1])
    last++;

  if (before->len - first - last > 0 || sources->len - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, before->len - first - last,
                                sources->len - first - last);
}

static void
news_changed_cb (HcNewsSources *self)
{
  HcNews *news = hc_context_get_news (self->context);
  HcProfile *profile = hc_context_get_profile (self->context);
  guint n_saved = g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_saved_posts (profile)));
  guint n_feeds = g_list_model_get_n_items (G_LIST_MODEL (hc_profile_get_subscriptions (profile)));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_auto (GStrv) folders = hc_news_list_folders (news);
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  if (n_feeds > 0)
    add (self, sources, &(HcNewsSourceDetails) {
      .kind = HC_NEWS_ALL,
      .id = "",
      .folder = "",
      .title = _("All Posts"),
      .note = "",
      .count = hc_news_count_unread (news, NULL),
    });

  if (n_saved > 0 || n_feeds > 0)
    add (self, sources, &(HcNewsSourceDetails) {
      .kind = HC_NEWS_SAVED,
      .id = "",
      .folder = "",
      .title = _("Saved Posts"),
      .note = "",
      .count = n_saved,
    });

  add_folder (self, sources, "", now);
  for (guint i = 0; folders[i] != NULL; i++)
    add_folder (self, sources, folders[i], now);

  take (self, sources);
}

/**
 * hc_news_sources_new:
 * @context: what the pages share
 *
 * Returns: (transfer full): what has posts
 */
HcNewsSources *
hc_news_sources_new (HcContext *context)
{
  HcNewsSources *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_NEWS_SOURCES, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_news (context), "changed", G_CALLBACK (news_changed_cb), self,
                           G_CONNECT_SWAPPED);
  news_changed_cb (self);

  return self;
}

/**
 * hc_news_sources_lookup:
 * @self: what has posts
 * @kind: a kind of source
 * @id: its id; empty where there is one of its kind only
 *
 * Returns: (transfer none) (nullable): the source
 */
HcNewsSource *
hc_news_sources_lookup (HcNewsSources *self,
                        HcNewsKind     kind,
                        const char    *id)
{
  g_return_val_if_fail (HC_IS_NEWS_SOURCES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      HcNewsSource *source = g_ptr_array_index (self->sources, i);
      const HcNewsSourceDetails *details = hc_news_source_get_details (source);

      if (details->kind == kind && g_str_equal (details->id, id))
        return source;
    }

  return NULL;
}
