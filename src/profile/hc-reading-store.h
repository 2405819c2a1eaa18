/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-reading-place.h"

G_BEGIN_DECLS

#define HC_TYPE_READING_STORE (hc_reading_store_get_type ())

G_DECLARE_FINAL_TYPE (HcReadingStore, hc_reading_store, HC, READING_STORE, GObject)

const HcReadingPlace *hc_reading_store_lookup      (HcReadingStore       *self,
                                                    const char           *link);
void                  hc_reading_store_save_async  (HcReadingStore       *self,
                                                    const char           *link,
                                                    const char           *anchor,
                                                    double                offset,
                                                    gboolean              finished,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean              hc_reading_store_save_finish (HcReadingStore       *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
char                 *hc_reading_store_dup_latest  (HcReadingStore       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
