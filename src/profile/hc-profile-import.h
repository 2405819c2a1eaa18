/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup-contents.h"
#include "hc-backup-error.h"
#include "hc-profile.h"

G_BEGIN_DECLS

/**
 * HcImportMode:
 * @HC_IMPORT_REPLACE: what is in the file takes the place of what is there
 * @HC_IMPORT_MERGE: what is in the file comes to what is there; of two versions of one thing the one
 *   that was changed later stays
 */
typedef enum {
  HC_IMPORT_REPLACE,
  HC_IMPORT_MERGE,
} HcImportMode;

/**
 * HcImportCounts:
 * @added: rows that were not there before
 * @updated: rows that were older than those in the file
 * @kept: rows of the file of which what was there stayed as it was
 *
 * What an import has done.
 */
typedef struct
{
  guint64 added;
  guint64 updated;
  guint64 kept;
} HcImportCounts;

void              hc_profile_inspect_async  (HcProfile            *self,
                                             GFile                *file,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
HcBackupContents *hc_profile_inspect_finish (HcProfile            *self,
                                             GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void              hc_profile_import_async   (HcProfile            *self,
                                             HcBackupContents     *contents,
                                             HcImportMode          mode,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean          hc_profile_import_finish  (HcProfile            *self,
                                             GAsyncResult         *result,
                                             HcImportCounts       *counts,
                                             GError              **error);

G_END_DECLS
