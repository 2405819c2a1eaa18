/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_PICTURE_GRID (hc_picture_grid_get_type ())

G_DECLARE_FINAL_TYPE (HcPictureGrid, hc_picture_grid, HC, PICTURE_GRID, AdwNavigationPage)

HcPictureGrid *hc_picture_grid_new (HcLibrary *library);

G_END_DECLS
