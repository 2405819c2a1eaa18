/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-search-hits.h"

G_BEGIN_DECLS

#define HC_TYPE_SEARCH_INDEX (hc_search_index_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchIndex, hc_search_index, HC, SEARCH_INDEX, GObject)

HcSearchIndex *hc_search_index_new    (HcDatabase     *database,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
HcSearchHits  *hc_search_index_search (HcSearchIndex  *self,
                                       const char     *kind,
                                       const char     *text,
                                       guint           limit,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
