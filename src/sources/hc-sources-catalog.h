/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-database.h"

G_BEGIN_DECLS

#define HC_TYPE_SOURCES_CATALOG (hc_sources_catalog_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcSourcesCatalog, hc_sources_catalog, HC, SOURCES_CATALOG, GObject)

struct _HcSourcesCatalogClass
{
  GObjectClass parent_class;
};

const char  *hc_sources_catalog_get_path     (HcSourcesCatalog  *self);
void         hc_sources_catalog_refresh      (HcSourcesCatalog  *self);
HcDatabase  *hc_sources_catalog_get_database (HcSourcesCatalog  *self,
                                              GError           **error);
HcStatement *hc_sources_catalog_prepare      (HcSourcesCatalog  *self,
                                              const char        *sql,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
guint        hc_sources_catalog_count        (HcSourcesCatalog  *self,
                                              const char        *table);

G_END_DECLS
