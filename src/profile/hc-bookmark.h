/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_BOOKMARK (hc_bookmark_get_type ())

G_DECLARE_FINAL_TYPE (HcBookmark, hc_bookmark, HC, BOOKMARK, GObject)

HcBookmark *hc_bookmark_new         (const char *link,
                                     const char *title) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_bookmark_get_link    (HcBookmark *self);
const char *hc_bookmark_get_title   (HcBookmark *self);
GDateTime  *hc_bookmark_get_created (HcBookmark *self);

G_END_DECLS
