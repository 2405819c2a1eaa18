/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post.h"

#include <glib/gi18n.h>

/**
 * HcPost:
 *
 * What a feed has published, for a list: without its text, but with whether it was read and saved. It says
 * ::changed.
 */
struct _HcPost
{
  GObject       parent_instance;

  HcPostDetails details; /* its strings are owned, and its time */
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPost, hc_post, G_TYPE_OBJECT)

static void
clear (HcPost *self)
{
  g_free ((char *) self->details.feed);
  g_free ((char *) self->details.key);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.publisher);
  g_free ((char *) self->details.summary);
  g_clear_pointer (&self->details.time, g_date_time_unref);
}

static void
hc_post_finalize (GObject *object)
{
  clear (HC_POST (object));

  G_OBJECT_CLASS (hc_post_parent_class)->finalize (object);
}

static void
hc_post_class_init (HcPostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_post_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_post_init (HcPost *self)
{
}

static void
take_over (HcPost              *self,
           const HcPostDetails *details)
{
  HcPostDetails copy = *details;

  copy.feed = g_strdup (details->feed);
  copy.key = g_strdup (details->key);
  copy.title = g_strdup (details->title);
  copy.publisher = g_strdup (details->publisher);
  copy.summary = g_strdup (details->summary);
  copy.time = details->time != NULL ? g_date_time_ref (details->time) : NULL;
  clear (self);
  self->details = copy;
}

/**
 * hc_post_new:
 * @details: what is told of it, copied
 *
 * Returns: (transfer full): a post
 */
HcPost *
hc_post_new (const HcPostDetails *details)
{
  HcPost *self;

  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_POST, NULL);
  take_over (self, details);

  return self;
}

/**
 * hc_post_update:
 * @self: a post
 * @details: what is told of the same post now, copied
 */
void
hc_post_update (HcPost              *self,
                const HcPostDetails *details)
{
  g_return_if_fail (HC_IS_POST (self));
  g_return_if_fail (details != NULL);

  if (g_str_equal (self->details.title, details->title) &&
      g_str_equal (self->details.publisher, details->publisher) &&
      g_str_equal (self->details.summary, details->summary) &&
      self->details.is_unread == details->is_unread && self->details.is_saved == details->is_saved)
    return;

  take_over (self, details);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_post_get_details:
 * @self: a post
 *
 * Returns: (transfer none): what is told of it
 */
const HcPostDetails *
hc_post_get_details (HcPost *self)
{
  g_return_val_if_fail (HC_IS_POST (self), NULL);

  return &self->details;
}

/**
 * hc_post_dup_id:
 * @self: a post
 *
 * Returns: (transfer full): its id in links: that of the feed and the key, with a slash between them
 */
char *
hc_post_dup_id (HcPost *self)
{
  g_return_val_if_fail (HC_IS_POST (self), NULL);

  return g_strconcat (self->details.feed, "/", self->details.key, NULL);
}

/**
 * hc_post_dup_origin:
 * @self: a post
 *
 * Returns: (transfer full): who published it and when, and whether it is saved
 */
char *
hc_post_dup_origin (HcPost *self)
{
  g_autoptr (GString) words = NULL;

  g_return_val_if_fail (HC_IS_POST (self), NULL);

  words = g_string_new (self->details.publisher);

  if (self->details.time != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (self->details.time);
      /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
      g_autofree char *day = g_date_time_format (local, _("%-d %B %Y"));

      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", day);
    }

  if (self->details.is_saved)
    /* Translators: of a piece of news. */
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", _("Saved"));

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * hc_post_dup_words:
 * @self: a post
 *
 * Returns: (transfer full): all that its row shows, for a screen reader
 */
char *
hc_post_dup_words (HcPost *self)
{
  g_autofree char *origin = NULL;

  g_return_val_if_fail (HC_IS_POST (self), NULL);

  origin = hc_post_dup_origin (self);

  /* Translators: whether it was read, the title of a piece of news, and who published it and when. */
  return g_strdup_printf (_("%s: %s, %s"), self->details.is_unread ? _("Unread") : _("Read"), self->details.title,
                          origin);
}
