/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "hc-database.h"

G_BEGIN_DECLS

HcStatement *_hc_statement_new       (sqlite3_stmt  *handle);
void         _hc_database_set_error  (sqlite3       *handle,
                                      const char    *sql,
                                      GError       **error);

G_END_DECLS
