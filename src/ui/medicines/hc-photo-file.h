/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define HC_PHOTO_MAX_SIDE 1600 /* pixels, of what is kept */

#define HC_PHOTO_ERROR (hc_photo_error_quark ())

/**
 * HcPhotoError:
 * @HC_PHOTO_ERROR_NO_PICTURE: what the file holds is no picture that can be read
 * @HC_PHOTO_ERROR_TOO_LARGE: the file has too many bytes, or the picture too many pixels
 *
 * Why a file is not taken as a photo.
 */
typedef enum {
  HC_PHOTO_ERROR_NO_PICTURE,
  HC_PHOTO_ERROR_TOO_LARGE,
} HcPhotoError;

GQuark      hc_photo_error_quark       (void);
const char *hc_photo_error_to_words    (const GError         *error);
void        hc_photo_file_read_async   (GFile                *file,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GBytes     *hc_photo_file_read_finish  (GFile                *file,
                                        GAsyncResult         *result,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture *hc_photo_file_load_texture (GBytes               *jpeg,
                                        GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
