/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HC_TYPE_PHOTO_FIELD (hc_photo_field_get_type ())

G_DECLARE_FINAL_TYPE (HcPhotoField, hc_photo_field, HC, PHOTO_FIELD, GtkBox)

GtkWidget *hc_photo_field_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_photo_field_hide_title (HcPhotoField *self);
void       hc_photo_field_set_photo  (HcPhotoField *self,
                                      GBytes       *jpeg);
GBytes    *hc_photo_field_get_photo  (HcPhotoField *self);
void       hc_photo_field_read_file  (HcPhotoField *self,
                                      GFile        *file);
gboolean   hc_photo_field_is_busy    (HcPhotoField *self);

G_END_DECLS
