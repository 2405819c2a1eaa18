/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-picture.h"

G_BEGIN_DECLS

/**
 * HcDrawingMap:
 *
 * Where the parts of a picture are.
 */
typedef struct _HcDrawingMap HcDrawingMap;

void          hc_drawing_map_make_async  (HcPicture            *picture,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
HcDrawingMap *hc_drawing_map_make_finish (GAsyncResult         *result,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void          hc_drawing_map_free        (HcDrawingMap         *self);
int           hc_drawing_map_find        (HcDrawingMap         *self,
                                          double                x,
                                          double                y,
                                          double                reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcDrawingMap, hc_drawing_map_free)

G_END_DECLS
