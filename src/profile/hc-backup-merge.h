/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-profile-import.h"

G_BEGIN_DECLS

gboolean hc_backup_merge_run (HcDatabase      *database,
                              const char      *path,
                              HcImportCounts  *counts,
                              GError         **error);

G_END_DECLS
