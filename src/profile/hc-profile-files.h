/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup.h"

G_BEGIN_DECLS

gboolean   hc_profile_files_prepare      (const char    *folder,
                                          GError       **error);
gboolean   hc_profile_files_lock         (const char    *folder,
                                          int           *lock,
                                          GError       **error);
void       hc_profile_files_unlock       (int           *lock);
void       hc_profile_files_clean        (const char    *folder);
char      *hc_profile_files_dup_path     (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_profile_files_dup_backups  (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_profile_files_dup_partial  (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_profile_files_make_transfer   (const char *folder,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void       hc_profile_files_remove_transfer (const char *path);
void       hc_profile_files_clean_transfers (const char *folder);
gint64     hc_profile_files_get_size     (const char    *path,
                                          const char    *ending);
gboolean   hc_profile_files_put_in_place (const char    *folder,
                                          const char    *partial,
                                          GDateTime     *now,
                                          GError       **error);
GPtrArray *hc_profile_files_list_backups (const char    *folder,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void       hc_profile_files_prune        (const char    *folder,
                                          HcBackup      *made,
                                          guint          n_kept);

G_END_DECLS
