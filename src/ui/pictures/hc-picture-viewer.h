/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_PICTURE_VIEWER (hc_picture_viewer_get_type ())

G_DECLARE_FINAL_TYPE (HcPictureViewer, hc_picture_viewer, HC, PICTURE_VIEWER, AdwNavigationPage)

HcPictureViewer *hc_picture_viewer_new         (HcLibrary       *library);
void             hc_picture_viewer_show        (HcPictureViewer *self,
                                                HcPicture       *picture);
HcPicture       *hc_picture_viewer_get_picture (HcPictureViewer *self);

G_END_DECLS
