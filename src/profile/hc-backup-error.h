/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HC_BACKUP_ERROR:
 *
 * Errors of exporting and importing all that a person has. The message is a translated sentence or two
 * for that person: what is wrong and what helps.
 */
#define HC_BACKUP_ERROR (hc_backup_error_quark ())

/**
 * HcBackupError:
 * @HC_BACKUP_ERROR_DISK_FULL: there is no room on a disk
 * @HC_BACKUP_ERROR_CANNOT_WRITE: a file or a folder cannot be written
 * @HC_BACKUP_ERROR_CANNOT_READ: the file that was chosen cannot be read
 * @HC_BACKUP_ERROR_NOT_A_BACKUP: the file is something else
 * @HC_BACKUP_ERROR_DAMAGED: the file is a backup, and cut off or altered
 * @HC_BACKUP_ERROR_NEWER: a newer version of the program made the file
 * @HC_BACKUP_ERROR_TOO_LARGE: there is more in the file than a backup has: more bytes, other files
 * @HC_BACKUP_ERROR_BUSY: the person's data are not open, or something else is being done with them
 */
typedef enum {
  HC_BACKUP_ERROR_DISK_FULL,
  HC_BACKUP_ERROR_CANNOT_WRITE,
  HC_BACKUP_ERROR_CANNOT_READ,
  HC_BACKUP_ERROR_NOT_A_BACKUP,
  HC_BACKUP_ERROR_DAMAGED,
  HC_BACKUP_ERROR_NEWER,
  HC_BACKUP_ERROR_TOO_LARGE,
  HC_BACKUP_ERROR_BUSY,
} HcBackupError;

GQuark hc_backup_error_quark     (void);
void   hc_backup_error_set       (GError        **error,
                                  HcBackupError   code);
void   hc_backup_error_propagate (GError        **error,
                                  GError         *inner,
                                  HcBackupError   otherwise);

G_END_DECLS
