/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture.h"

#include "hc-link.h"

/**
 * HcPicture:
 *
 * A picture of the library: a drawing, what it shows in words, and what it relies on.
 */
struct _HcPicture
{
  GObject    parent_instance;

  char      *id;
  char      *title;
  char      *caption;
  char      *alternative;
  char      *article;
  char      *checked;
  GBytes    *svg;
  int        width;
  int        height;
  GPtrArray *parts;   /* of HcPicturePart */
  GPtrArray *sources; /* of HcSource */
};

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcPicture, hc_picture, G_TYPE_OBJECT)

/**
 * hc_picture_part_new:
 * @name: its name
 * @title: what it is called
 * @text: what it is
 * @link: (nullable): where there is more to read
 *
 * Returns: (transfer full): the part
 */
HcPicturePart *
hc_picture_part_new (const char *name,
                     const char *title,
                     const char *text,
                     const char *link)
{
  HcPicturePart *self = g_new0 (HcPicturePart, 1);

  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->text = g_strdup (text);
  self->link = g_strdup (link);

  return self;
}

/**
 * hc_picture_part_free:
 * @self: (transfer full) (nullable): a part
 */
void
hc_picture_part_free (HcPicturePart *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->title);
  g_free (self->text);
  g_free (self->link);
  g_free (self);
}

static void
hc_picture_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, HC_PICTURE (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_picture_finalize (GObject *object)
{
  HcPicture *self = HC_PICTURE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->caption);
  g_free (self->alternative);
  g_free (self->article);
  g_free (self->checked);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_picture_parent_class)->finalize (object);
}

static void
hc_picture_class_init (HcPictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_picture_get_property;
  object_class->finalize = hc_picture_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_picture_init (HcPicture *self)
{
}

/**
 * hc_picture_new:
 * @details: what is told of it; copied
 * @parts: (transfer full) (element-type HcPicturePart): its parts, freed with the array
 * @sources: (transfer full) (element-type HcSource): its sources, freed with the array
 *
 * Returns: (transfer full): the picture
 */
HcPicture *
hc_picture_new (const HcPictureDetails *details,
                GPtrArray              *parts,
                GPtrArray              *sources)
{
  HcPicture *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->width > 0 && details->height > 0, NULL);
  g_return_val_if_fail (parts != NULL && sources != NULL, NULL);

  self = g_object_new (HC_TYPE_PICTURE, NULL);
  self->id = g_strdup (details->id);
  self->title = g_strdup (details->title);
  self->caption = g_strdup (details->caption);
  self->alternative = g_strdup (details->alternative);
  self->article = g_strdup (details->article);
  self->checked = g_strdup (details->checked);
  self->svg = g_bytes_new (details->svg, strlen (details->svg));
  self->width = details->width;
  self->height = details->height;
  self->parts = parts;
  self->sources = sources;

  return self;
}

/**
 * hc_picture_get_id:
 * @self: a picture
 *
 * Returns: its id
 */
const char *
hc_picture_get_id (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->id;
}

/**
 * hc_picture_get_title:
 * @self: a picture
 *
 * Returns: its title
 */
const char *
hc_picture_get_title (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->title;
}

/**
 * hc_picture_get_caption:
 * @self: a picture
 *
 * Returns: the sentence that stands below it
 */
const char *
hc_picture_get_caption (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->caption;
}

/**
 * hc_picture_get_alternative:
 * @self: a picture
 *
 * Returns: all that it shows, in words
 */
const char *
hc_picture_get_alternative (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->alternative;
}

/**
 * hc_picture_get_article:
 * @self: a picture
 *
 * Returns: (nullable): the id of the article that it belongs to
 */
const char *
hc_picture_get_article (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->article;
}

/**
 * hc_picture_get_checked:
 * @self: a picture
 *
 * Returns: the day on which it was checked, `YYYY-MM-DD`
 */
const char *
hc_picture_get_checked (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->checked;
}

/**
 * hc_picture_get_svg:
 * @self: a picture
 *
 * Returns: (transfer none): the drawing, SVG without colors: they come from a style sheet
 */
GBytes *
hc_picture_get_svg (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->svg;
}

/**
 * hc_picture_get_width:
 * @self: a picture
 *
 * Returns: the width of the drawing in its own units
 */
int
hc_picture_get_width (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), 0);

  return self->width;
}

/**
 * hc_picture_get_height:
 * @self: a picture
 *
 * Returns: the height of the drawing in its own units
 */
int
hc_picture_get_height (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), 0);

  return self->height;
}

/**
 * hc_picture_get_parts:
 * @self: a picture
 *
 * Returns: (transfer none) (element-type HcPicturePart): the parts that can be chosen, in their
 *   order; empty for most pictures
 */
GPtrArray *
hc_picture_get_parts (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->parts;
}

/**
 * hc_picture_get_sources:
 * @self: a picture
 *
 * Returns: (transfer none) (element-type HcSource): what it relies on
 */
GPtrArray *
hc_picture_get_sources (HcPicture *self)
{
  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  return self->sources;
}

/**
 * hc_picture_dup_link:
 * @self: a picture
 *
 * Returns: (transfer full): the link to it
 */
char *
hc_picture_dup_link (HcPicture *self)
{
  g_autoptr (HcLink) link = NULL;

  g_return_val_if_fail (HC_IS_PICTURE (self), NULL);

  link = hc_link_new ("picture", self->id, NULL);

  return hc_link_print (link);
}
