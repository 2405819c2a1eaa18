/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-sources-catalog.h"
#include "hc-trial-item.h"
#include "hc-trial.h"

G_BEGIN_DECLS

#define HC_TYPE_TRIAL_CATALOG (hc_trial_catalog_get_type ())

G_DECLARE_FINAL_TYPE (HcTrialCatalog, hc_trial_catalog, HC, TRIAL_CATALOG, HcSourcesCatalog)

HcTrialCatalog *hc_trial_catalog_new         (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
guint           hc_trial_catalog_count       (HcTrialCatalog  *self);
char           *hc_trial_catalog_dup_fetched (HcTrialCatalog  *self) G_GNUC_WARN_UNUSED_RESULT;
HcTrial        *hc_trial_catalog_load        (HcTrialCatalog  *self,
                                              const char      *nct,
                                              gboolean        *is_listed,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *hc_trial_catalog_search      (HcTrialCatalog  *self,
                                              const char      *text,
                                              guint            limit,
                                              GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
