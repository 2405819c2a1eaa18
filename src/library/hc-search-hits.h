/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-search-hit.h"

G_BEGIN_DECLS

#define HC_TYPE_SEARCH_HITS (hc_search_hits_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchHits, hc_search_hits, HC, SEARCH_HITS, GObject)

HcSearchHits *hc_search_hits_new                (GPtrArray    *hits,
                                                 const char   *corrected_text) G_GNUC_WARN_UNUSED_RESULT;
const char   *hc_search_hits_get_corrected_text (HcSearchHits *self);

G_END_DECLS
