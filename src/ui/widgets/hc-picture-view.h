/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-picture.h"

G_BEGIN_DECLS

#define HC_TYPE_PICTURE_VIEW (hc_picture_view_get_type ())

G_DECLARE_FINAL_TYPE (HcPictureView, hc_picture_view, HC, PICTURE_VIEW, GtkWidget)

GtkWidget  *hc_picture_view_new         (HcPicture     *picture) G_GNUC_WARN_UNUSED_RESULT;
void        hc_picture_view_set_picture (HcPictureView *self,
                                         HcPicture     *picture);
HcPicture  *hc_picture_view_get_picture (HcPictureView *self);
void        hc_picture_view_set_part    (HcPictureView *self,
                                         const char    *part);
gboolean    hc_picture_view_is_drawn    (HcPictureView *self);

G_END_DECLS
