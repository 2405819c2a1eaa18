/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup-error.h"
#include "hc-profile.h"

G_BEGIN_DECLS

/* How the names of the files end. */
#define HC_BACKUP_ENDING ".hcbackup"
#define HC_BACKUP_PATTERN "*" HC_BACKUP_ENDING

char     *hc_profile_export_dup_name (HcProfile            *self) G_GNUC_WARN_UNUSED_RESULT;
void      hc_profile_export_async    (HcProfile            *self,
                                      GFile                *file,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean  hc_profile_export_finish   (HcProfile            *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
