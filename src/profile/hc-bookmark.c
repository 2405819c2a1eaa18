/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-bookmark.h"

#include "hc-bookmark-private.h"

/**
 * HcBookmark:
 *
 * A place that the person marked. It keeps its date after it was removed, so that it can be added
 * again where it was.
 */
struct _HcBookmark
{
  GObject    parent_instance;

  char      *link;
  char      *title;
  GDateTime *created; /* NULL until it was added */
};

G_DEFINE_FINAL_TYPE (HcBookmark, hc_bookmark, G_TYPE_OBJECT)

static void
hc_bookmark_finalize (GObject *object)
{
  HcBookmark *self = HC_BOOKMARK (object);

  g_free (self->link);
  g_free (self->title);
  g_clear_pointer (&self->created, g_date_time_unref);

  G_OBJECT_CLASS (hc_bookmark_parent_class)->finalize (object);
}

static void
hc_bookmark_class_init (HcBookmarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_bookmark_finalize;
}

static void
hc_bookmark_init (HcBookmark *self)
{
}

/**
 * hc_bookmark_new:
 * @link: the place, `health-center:article/ID` or a part of one
 * @title: the title of the place
 *
 * Returns: (transfer full): a bookmark that is not added yet
 */
HcBookmark *
hc_bookmark_new (const char *link,
                 const char *title)
{
  HcBookmark *self;

  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (HC_TYPE_BOOKMARK, NULL);
  self->link = g_strdup (link);
  self->title = g_strdup (title);

  return self;
}

/* Takes over what the database holds now, or %NULL. */
void
_hc_bookmark_set_created (HcBookmark *self,
                          GDateTime  *created)
{
  g_assert (HC_IS_BOOKMARK (self));

  if (created != NULL)
    g_date_time_ref (created);

  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;
}

/**
 * hc_bookmark_get_link:
 * @self: a bookmark
 *
 * Returns: the place
 */
const char *
hc_bookmark_get_link (HcBookmark *self)
{
  g_return_val_if_fail (HC_IS_BOOKMARK (self), NULL);

  return self->link;
}

/**
 * hc_bookmark_get_title:
 * @self: a bookmark
 *
 * Returns: the title of the place, as it was when it was marked
 */
const char *
hc_bookmark_get_title (HcBookmark *self)
{
  g_return_val_if_fail (HC_IS_BOOKMARK (self), NULL);

  return self->title;
}

/**
 * hc_bookmark_get_created:
 * @self: a bookmark
 *
 * Returns: (nullable) (transfer none): when it was added first; %NULL until then
 */
GDateTime *
hc_bookmark_get_created (HcBookmark *self)
{
  g_return_val_if_fail (HC_IS_BOOKMARK (self), NULL);

  return self->created;
}
