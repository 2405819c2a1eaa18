/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "hc-source.h"

G_BEGIN_DECLS

/**
 * HcPicturePart:
 * @name: its name; the element of the drawing is `part-NAME`
 * @title: what it is called
 * @text: one sentence that says what it is
 * @link: (nullable): where there is more to read
 *
 * A part of a picture that can be chosen.
 */
typedef struct
{
  char *name;
  char *title;
  char *text;
  char *link;
} HcPicturePart;

HcPicturePart *hc_picture_part_new  (const char    *name,
                                     const char    *title,
                                     const char    *text,
                                     const char    *link) G_GNUC_WARN_UNUSED_RESULT;
void           hc_picture_part_free (HcPicturePart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcPicturePart, hc_picture_part_free)

/**
 * HcPictureDetails:
 *
 * What is told of a picture, for hc_picture_new().
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *caption;
  const char *alternative; /* all that the picture shows, in words */
  const char *article;     /* nullable: the id of an article */
  const char *checked;     /* YYYY-MM-DD */
  const char *svg;         /* the drawing */
  int         width;       /* that of the drawing, in its own units */
  int         height;
} HcPictureDetails;

#define HC_TYPE_PICTURE (hc_picture_get_type ())

G_DECLARE_FINAL_TYPE (HcPicture, hc_picture, HC, PICTURE, GObject)

HcPicture  *hc_picture_new             (const HcPictureDetails *details,
                                        GPtrArray              *parts,
                                        GPtrArray              *sources) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_picture_get_id          (HcPicture *self);
const char *hc_picture_get_title       (HcPicture *self);
const char *hc_picture_get_caption     (HcPicture *self);
const char *hc_picture_get_alternative (HcPicture *self);
const char *hc_picture_get_article     (HcPicture *self);
const char *hc_picture_get_checked     (HcPicture *self);
GBytes     *hc_picture_get_svg         (HcPicture *self);
int         hc_picture_get_width       (HcPicture *self);
int         hc_picture_get_height      (HcPicture *self);
GPtrArray  *hc_picture_get_parts       (HcPicture *self);
GPtrArray  *hc_picture_get_sources     (HcPicture *self);
char       *hc_picture_dup_link        (HcPicture *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
