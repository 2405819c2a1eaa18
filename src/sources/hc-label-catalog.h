/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label-item.h"
#include "hc-pill-index.h"
#include "hc-sources-catalog.h"

G_BEGIN_DECLS

#define HC_TYPE_LABEL_CATALOG (hc_label_catalog_get_type ())

G_DECLARE_FINAL_TYPE (HcLabelCatalog, hc_label_catalog, HC, LABEL_CATALOG, HcSourcesCatalog)

HcLabelCatalog *hc_label_catalog_new          (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
guint           hc_label_catalog_count        (HcLabelCatalog     *self);
HcLabel        *hc_label_catalog_load         (HcLabelCatalog     *self,
                                               const char         *set_id,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *hc_label_catalog_search       (HcLabelCatalog     *self,
                                               const char         *text,
                                               guint               limit,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel     *hc_label_catalog_list_active  (HcLabelCatalog     *self,
                                               const char *const  *names,
                                               guint               limit,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hc_label_catalog_find_pills   (HcLabelCatalog     *self,
                                               const HcPillQuery  *query,
                                               guint               limit,
                                               GPtrArray          *pills,
                                               guint              *n_found,
                                               GError            **error);

G_END_DECLS
