/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_SEARCH_HIT (hc_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchHit, hc_search_hit, HC, SEARCH_HIT, GObject)

HcSearchHit *hc_search_hit_new         (const char  *link,
                                        const char  *title,
                                        const char  *excerpt) G_GNUC_WARN_UNUSED_RESULT;
const char  *hc_search_hit_get_link    (HcSearchHit *self);
const char  *hc_search_hit_get_title   (HcSearchHit *self);
const char  *hc_search_hit_get_excerpt (HcSearchHit *self);

G_END_DECLS
