/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

HcDatabase *hc_backup_check_open (const char  *path,
                                  gint64       version,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
