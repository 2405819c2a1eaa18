/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_SEARCH_PROVIDER (hc_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchProvider, hc_search_provider, HC, SEARCH_PROVIDER, GObject)

HcSearchProvider *hc_search_provider_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              hc_search_provider_set_library (HcSearchProvider  *self,
                                                  HcLibrary         *library);
gboolean          hc_search_provider_export      (HcSearchProvider  *self,
                                                  GDBusConnection   *connection,
                                                  const char        *path,
                                                  GError           **error);
void              hc_search_provider_unexport    (HcSearchProvider  *self);

G_END_DECLS
