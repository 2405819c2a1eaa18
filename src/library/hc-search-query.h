/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

char *hc_search_query_to_fts (HcDatabase  *library,
                              const char  *text,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
