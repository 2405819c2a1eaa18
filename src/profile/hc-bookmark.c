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

enum {
  PROP_0,
  PROP_LINK,
  PROP_TITLE,
  PROP_CREATED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcBookmark, hc_bookmark, G_TYPE_OBJECT)

static void
hc_bookmark_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  HcBookmark *self = HC_BOOKMARK (object);

  switch (property_id)
    {
    case PROP_LINK:
      g_value_set_string (value, self->link);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CREATED:
      g_value_set_boxed (value, self->created);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hc_bookmark_get_property;
  object_class->finalize = hc_bookmark_finalize;

  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CREATED] = g_param_spec_boxed ("created", NULL, NULL, G_TYPE_DATE_TIME, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
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

/* Takes over what the database holds now. */
void
_hc_bookmark_set_created (HcBookmark *self,
                          GDateTime  *created)
{
  g_assert (HC_IS_BOOKMARK (self));

  if (self->created != NULL && g_date_time_equal (self->created, created))
    return;

  g_date_time_ref (created);
  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CREATED]);
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
