/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-backup-dialog.h"
#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* A window with the dialog for backups over it, and a folder for files beside the profile. */
typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
  char        *folder;
} BackupDialogFixture;

BackupDialogFixture *backup_dialog_fixture_new      (const char          *link,
                                                     const char          *profile_folder);
void                 backup_dialog_fixture_free     (BackupDialogFixture *self);
gpointer             backup_dialog_fixture_show     (BackupDialogFixture *self,
                                                     const char          *page,
                                                     GType                type);
void                 backup_dialog_fixture_close    (BackupDialogFixture *self);
gpointer             backup_dialog_fixture_find     (BackupDialogFixture *self,
                                                     GType                type,
                                                     const char          *text);
gboolean             backup_dialog_fixture_says     (BackupDialogFixture *self,
                                                     const char          *text);
const char          *backup_dialog_fixture_number   (BackupDialogFixture *self,
                                                     const char          *title);
GFile               *backup_dialog_fixture_get_file (BackupDialogFixture *self,
                                                     const char          *name) G_GNUC_WARN_UNUSED_RESULT;
void                 backup_dialog_fixture_add      (HcUiFixture         *fixture,
                                                     const char          *person,
                                                     const char          *note);
void                 backup_dialog_fixture_export   (const char          *person,
                                                     const char          *note,
                                                     GFile               *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BackupDialogFixture, backup_dialog_fixture_free)

G_END_DECLS
