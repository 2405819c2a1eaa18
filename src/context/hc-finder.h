/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"
#include "hc-profile.h"
#include "hc-search-hits.h"

G_BEGIN_DECLS

#define HC_TYPE_FINDER (hc_finder_get_type ())

G_DECLARE_FINAL_TYPE (HcFinder, hc_finder, HC, FINDER, GObject)

HcFinder     *hc_finder_new  (HcLibrary   *library,
                              HcProfile   *profile,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;
HcSearchHits *hc_finder_find (HcFinder    *self,
                              const char  *text,
                              guint        limit,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
