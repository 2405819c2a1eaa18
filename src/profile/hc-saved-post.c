/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-saved-post.h"

#include "hc-saved-post-private.h"
#include "hc-timestamp.h"

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

#define FIELD(name) { #name, G_STRUCT_OFFSET (HcSavedPostDetails, name) }

static const HcTextField fields[] = {
  FIELD (feed), FIELD (key), FIELD (publisher), FIELD (title), FIELD (author), FIELD (link), FIELD (text),
};

#undef FIELD

G_DEFINE_FINAL_TYPE (HcSavedPost, hc_saved_post, G_TYPE_OBJECT)

static void
hc_saved_post_finalize (GObject *object)
{
  HcSavedPost *self = HC_SAVED_POST (object);

  g_free (self->id);
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), &self->details);
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

/* Returns: (array length=n_fields): the texts of HcSavedPostDetails */
const HcTextField *
_hc_saved_post_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
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
  self->details.is_cut = details->is_cut;
  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), details, &self->details);
  hc_timestamp_set (&self->details.published, details->published);

  return self;
}

/* Takes over what the database holds now, or %NULL. */
void
_hc_saved_post_set_created (HcSavedPost *self,
                            GDateTime   *created)
{
  g_assert (HC_IS_SAVED_POST (self));

  hc_timestamp_set (&self->created, created);
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
