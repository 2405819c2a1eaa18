/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-library.h"

G_BEGIN_DECLS

HcDatabase *hc_library_get_database (HcLibrary   *self);
GPtrArray  *hc_library_read_sources (HcLibrary   *self,
                                     const char  *owner,
                                     GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
