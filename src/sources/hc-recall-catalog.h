/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-recall.h"
#include "hc-sources-catalog.h"

G_BEGIN_DECLS

#define HC_TYPE_RECALL_CATALOG (hc_recall_catalog_get_type ())

G_DECLARE_FINAL_TYPE (HcRecallCatalog, hc_recall_catalog, HC, RECALL_CATALOG, HcSourcesCatalog)

HcRecallCatalog *hc_recall_catalog_new         (const char        *path) G_GNUC_WARN_UNUSED_RESULT;
guint            hc_recall_catalog_count       (HcRecallCatalog   *self);
HcRecall        *hc_recall_catalog_load        (HcRecallCatalog   *self,
                                                const char        *number,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *hc_recall_catalog_list        (HcRecallCatalog   *self,
                                                const char        *since,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
GDateTime       *hc_recall_catalog_dup_fetched (HcRecallCatalog   *self) G_GNUC_WARN_UNUSED_RESULT;
char            *hc_recall_catalog_dup_updated (HcRecallCatalog   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
