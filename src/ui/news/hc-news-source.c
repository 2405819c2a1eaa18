/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-source.h"

#include <glib/gi18n.h>

#include "hc-link.h"
#include "hc-news-words.h"

/**
 * HcNewsSource:
 *
 * Something that has posts, for a list: all, what is saved, a folder or a feed. It says ::changed.
 */
struct _HcNewsSource
{
  GObject             parent_instance;

  HcNewsSourceDetails details; /* its strings are owned */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcNewsSource, hc_news_source, G_TYPE_OBJECT)

static void
clear (HcNewsSource *self)
{
  g_free ((char *) self->details.id);
  g_free ((char *) self->details.folder);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.note);
}

static void
hc_news_source_finalize (GObject *object)
{
  clear (HC_NEWS_SOURCE (object));

  G_OBJECT_CLASS (hc_news_source_parent_class)->finalize (object);
}

static void
hc_news_source_class_init (HcNewsSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_news_source_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_news_source_init (HcNewsSource *self)
{
}

static void
take_over (HcNewsSource              *self,
           const HcNewsSourceDetails *details)
{
  HcNewsSourceDetails copy = *details;

  copy.id = g_strdup (details->id);
  copy.folder = g_strdup (details->folder);
  copy.title = g_strdup (details->title);
  copy.note = g_strdup (details->note);
  clear (self);
  self->details = copy;
}

/**
 * hc_news_source_new:
 * @details: what is told of it, copied
 *
 * Returns: (transfer full): a source
 */
HcNewsSource *
hc_news_source_new (const HcNewsSourceDetails *details)
{
  HcNewsSource *self;

  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_NEWS_SOURCE, NULL);
  take_over (self, details);

  return self;
}

/**
 * hc_news_source_update:
 * @self: a source
 * @details: what is told of the same source now, copied
 */
void
hc_news_source_update (HcNewsSource              *self,
                       const HcNewsSourceDetails *details)
{
  g_return_if_fail (HC_IS_NEWS_SOURCE (self));
  g_return_if_fail (details != NULL);

  if (g_str_equal (self->details.title, details->title) && g_str_equal (self->details.note, details->note) &&
      self->details.has_problem == details->has_problem && self->details.count == details->count)
    return;

  take_over (self, details);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_news_source_get_details:
 * @self: a source
 *
 * Returns: (transfer none): what is told of it
 */
const HcNewsSourceDetails *
hc_news_source_get_details (HcNewsSource *self)
{
  g_return_val_if_fail (HC_IS_NEWS_SOURCE (self), NULL);

  return &self->details;
}

/**
 * hc_news_source_dup_words:
 * @self: a source
 *
 * Returns: (transfer full): all that its row shows, for a screen reader
 */
char *
hc_news_source_dup_words (HcNewsSource *self)
{
  g_autoptr (GString) words = NULL;
  g_autofree char *count = NULL;

  g_return_val_if_fail (HC_IS_NEWS_SOURCE (self), NULL);

  words = g_string_new (self->details.title);
  if (self->details.kind == HC_NEWS_SAVED)
    count = g_strdup_printf (g_dngettext (NULL, "%u post", "%u posts", self->details.count), self->details.count);
  else
    count = hc_news_words_dup_unread (self->details.count);

  if (self->details.count > 0)
    g_string_append_printf (words, ", %s", count);
  if (*self->details.note != '\0')
    g_string_append_printf (words, ", %s", self->details.note);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * hc_news_source_dup_link:
 * @self: a source
 *
 * Returns: (transfer full): the link to its posts
 */
char *
hc_news_source_dup_link (HcNewsSource *self)
{
  g_autoptr (HcLink) link = NULL;

  g_return_val_if_fail (HC_IS_NEWS_SOURCE (self), NULL);

  link = hc_link_new ("news", NULL, NULL);

  switch (self->details.kind)
    {
    case HC_NEWS_FEED:
      g_hash_table_insert (link->query, g_strdup ("feed"), g_strdup (self->details.id));
      break;
    case HC_NEWS_FOLDER:
      g_hash_table_insert (link->query, g_strdup ("folder"), g_strdup (self->details.id));
      break;
    case HC_NEWS_SAVED:
      g_hash_table_insert (link->query, g_strdup ("show"), g_strdup ("saved"));
      break;
    case HC_NEWS_ALL:
    default:
      g_hash_table_insert (link->query, g_strdup ("show"), g_strdup ("all"));
      break;
    }

  return hc_link_print (link);
}
