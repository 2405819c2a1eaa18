/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_MEDICINE_PHOTOS_MAX_BYTES (8 * 1024 * 1024)

#define HC_TYPE_MEDICINE_PHOTOS (hc_medicine_photos_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicinePhotos, hc_medicine_photos, HC, MEDICINE_PHOTOS, GObject)

void      hc_medicine_photos_load_async    (HcMedicinePhotos     *self,
                                            const char           *medicine,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GBytes   *hc_medicine_photos_load_finish   (HcMedicinePhotos     *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void      hc_medicine_photos_save_async    (HcMedicinePhotos     *self,
                                            const char           *medicine,
                                            GBytes               *jpeg,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean  hc_medicine_photos_save_finish   (HcMedicinePhotos     *self,
                                            GAsyncResult         *result,
                                            GError              **error);
void      hc_medicine_photos_remove_async  (HcMedicinePhotos     *self,
                                            const char           *medicine,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean  hc_medicine_photos_remove_finish (HcMedicinePhotos     *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
