/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

/**
 * HcBeforeMigrationFunc:
 * @database: the database as it is, not yet changed
 * @from: its `user_version`
 * @user_data: what was given to hc_migrations_run()
 * @error: return location for an error
 *
 * Called once before the first script, to make a copy. Not called for a database without content.
 *
 * Returns: %FALSE to leave the database as it is
 */
typedef gboolean (*HcBeforeMigrationFunc) (HcDatabase *database, gint64 from, gpointer user_data,
                                           GError **error);

gint64   hc_migrations_get_newest (const char             *resource_folder);
gboolean hc_migrations_run_to     (HcDatabase             *database,
                                   const char             *resource_folder,
                                   gint64                  newest,
                                   GError                **error);
gboolean hc_migrations_run        (HcDatabase             *database,
                                   const char             *resource_folder,
                                   HcBeforeMigrationFunc   before,
                                   gpointer                user_data,
                                   GError                **error);

G_END_DECLS
