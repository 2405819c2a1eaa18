/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char         *fixture_make_folder   (void);
void          fixture_remove_folder (const char   *folder);
char         *fixture_list_folder   (const char   *folder);
void          fixture_write_file    (const char   *folder,
                                     const char   *name,
                                     const char   *bytes,
                                     gssize        length);
void          fixture_execute       (const char   *path,
                                     const char   *sql);
char         *fixture_query         (const char   *path,
                                     const char   *sql);
void          fixture_result_cb     (GObject      *source,
                                     GAsyncResult *result,
                                     gpointer      user_data);
GAsyncResult *fixture_wait          (GAsyncResult **result);
void          fixture_drop_root     (void);

G_END_DECLS
