/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-saved-post.h"

#include "hc-saved-post-private.h"

/**
 * HcSavedPost:
 *
 * What the person saved of a feed, to be read when the feed is long gone. It keeps its date after it was
 * removed, so that it can be saved again where it was.
 */
struct _HcSavedPost
{
  GObject             parent_instance;

  char               *id;      /* the feed and the key */
  HcSavedPostDetails  details; /* its strings and its time are owned; no string is NULL */
  GDateTime          *created; /* NULL until it was saved */
};

G_DEFINE_FINAL_TYPE (HcSavedPost, hc_saved_post, G_TYPE_OBJECT)

static void
hc_saved_post_finalize (GObject *object)
{
  HcSavedPost *self = HC_SAVED_POST (object);

  g_free (self->id);
  g_free ((char *) self->details.feed);
  g_free ((char *) self->details.key);
  g_free ((char *) self->details.publisher);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.author);
  g_free ((char *) self->details.link);
  g_free ((char *) self->details.text);
  g_clear_pointer (&self->details.published, g_date_time_unref);
  g_clear_pointer (&self->created, g_date_time_unref);

  G_OBJECT_CLASS (hc_saved_post_parent_class)->finalize (object);
}

static void
hc_saved_post_class_init (HcSavedPostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_saved_post_finalize;
}

static void
hc_saved_post_init (HcSavedPost *self)
{
}

static char *
dup_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * hc_saved_post_new:
 * @details: what it says, copied
 *
 * Returns: (transfer full): a post that is not saved yet
 */
HcSavedPost *
hc_saved_post_new (const HcSavedPostDetails *details)
{
  HcSavedPost *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->feed != NULL && details->key != NULL, NULL);

  self = g_object_new (HC_TYPE_SAVED_POST, NULL);
  self->id = g_strconcat (details->feed, "/", details->key, NULL);
  self->details = (HcSavedPostDetails) {
    .feed = g_strdup (details->feed),
    .key = g_strdup (details->key),
    .publisher = dup_text (details->publisher),
    .title = dup_text (details->title),
    .author = dup_text (details->author),
    .link = dup_text (details->link),
    .text = dup_text (details->text),
    .published = details->published != NULL ? g_date_time_ref (details->published) : NULL,
    .is_cut = details->is_cut,
  };

  return self;
}

/* Takes over what the database holds now, or %NULL. */
void
_hc_saved_post_set_created (HcSavedPost *self,
                            GDateTime   *created)
{
  g_assert (HC_IS_SAVED_POST (self));

  if (created != NULL)
    g_date_time_ref (created);

  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;
}

/**
 * hc_saved_post_get_id:
 * @self: a post
 *
 * Returns: (transfer none): what tells it from all others: the feed and the key, with a slash between them
 */
const char *
hc_saved_post_get_id (HcSavedPost *self)
{
  g_return_val_if_fail (HC_IS_SAVED_POST (self), NULL);

  return self->id;
}

/**
 * hc_saved_post_get_details:
 * @self: a post
 *
 * Returns: (transfer none): what it says; what was not told is empty
 */
const HcSavedPostDetails *
hc_saved_post_get_details (HcSavedPost *self)
{
  g_return_val_if_fail (HC_IS_SAVED_POST (self), NULL);

  return &self->details;
}

/**
 * hc_saved_post_get_created:
 * @self: a post
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_saved_post_get_created (HcSavedPost *self)
{
  g_return_val_if_fail (HC_IS_SAVED_POST (self), NULL);

  return self->created;
}

/**
 * hc_saved_post_dup_link:
 * @self: a post
 *
 * Returns: (transfer full): the link to it within the program, the same as that to the item of the feed
 */
char *
hc_saved_post_dup_link (HcSavedPost *self)
{
  g_return_val_if_fail (HC_IS_SAVED_POST (self), NULL);

  return g_strconcat ("health-center:post/", self->id, NULL);
}
