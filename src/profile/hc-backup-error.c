/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-error.h"

#include <glib/gi18n.h>

#include "hc-database.h"

G_DEFINE_QUARK (hc-backup-error-quark, hc_backup_error)

static const char *
get_words (HcBackupError code)
{
  switch (code)
    {
    case HC_BACKUP_ERROR_DISK_FULL:
      return _("The disk is full. Free some space, or choose another disk, then try again.");
    case HC_BACKUP_ERROR_CANNOT_WRITE:
      return _("This place cannot be written. Choose another folder, or look whether the disk is read-only.");
    case HC_BACKUP_ERROR_CANNOT_READ:
      return _("The file cannot be read. Look whether it is still there and whether it belongs to you.");
    case HC_BACKUP_ERROR_NOT_A_BACKUP:
      return _("This is not a backup of Health Center. Choose a file whose name ends in “.hcbackup”.");
    case HC_BACKUP_ERROR_DAMAGED:
      return _("This backup is damaged. Copy the file again from where it came from, or choose an older one.");
    case HC_BACKUP_ERROR_NEWER:
      return _("This backup was made by a newer version of Health Center. Update the program, then try again.");
    case HC_BACKUP_ERROR_TOO_LARGE:
      return _("There is more in this file than a backup of Health Center has. It was not opened.");
    case HC_BACKUP_ERROR_BUSY:
    default:
      return _("Your data are not open, or are being worked on. Try again in a moment.");
    }
}

/**
 * hc_backup_error_set:
 * @error: return location for an error
 * @code: what is wrong
 *
 * Sets an error with the words for @code.
 */
void
hc_backup_error_set (GError        **error,
                     HcBackupError   code)
{
  g_set_error_literal (error, HC_BACKUP_ERROR, code, get_words (code));
}

static HcBackupError
code_from_database (int           code,
                    HcBackupError otherwise)
{
  switch ((HcDatabaseError) code)
    {
    case HC_DATABASE_ERROR_FULL:
      return HC_BACKUP_ERROR_DISK_FULL;
    case HC_DATABASE_ERROR_BUSY:
    case HC_DATABASE_ERROR_CLOSED:
      return HC_BACKUP_ERROR_BUSY;
    case HC_DATABASE_ERROR_CANNOT_OPEN:
    case HC_DATABASE_ERROR_READ_ONLY:
    case HC_DATABASE_ERROR_INPUT_OUTPUT:
      return HC_BACKUP_ERROR_CANNOT_WRITE;
    case HC_DATABASE_ERROR_FOREIGN:
      return HC_BACKUP_ERROR_NOT_A_BACKUP;
    case HC_DATABASE_ERROR_NEWER:
      return HC_BACKUP_ERROR_NEWER;
    case HC_DATABASE_ERROR_FAILED:
    case HC_DATABASE_ERROR_NOT_A_DATABASE:
    case HC_DATABASE_ERROR_DAMAGED:
    case HC_DATABASE_ERROR_CONSTRAINT:
    default:
      return otherwise;
    }
}

/**
 * hc_backup_error_propagate:
 * @error: return location for an error
 * @inner: (transfer full): an error of the database, of files or of streams
 * @otherwise: what is wrong when @inner says nothing that a person could do something about
 *
 * Puts what went wrong into the words of %HC_BACKUP_ERROR. One that has these already, and
 * %G_IO_ERROR_CANCELLED, stay as they are.
 */
void
hc_backup_error_propagate (GError        **error,
                           GError         *inner,
                           HcBackupError   otherwise)
{
  HcBackupError code = otherwise;

  g_return_if_fail (inner != NULL);

  if (inner->domain == HC_BACKUP_ERROR || g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, inner);
      return;
    }

  if (inner->domain == HC_DATABASE_ERROR)
    code = code_from_database (inner->code, otherwise);
  else if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ||
           g_error_matches (inner, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = HC_BACKUP_ERROR_DISK_FULL;
  else if (g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_PENDING))
    code = HC_BACKUP_ERROR_BUSY;
  else if (inner->domain == G_FILE_ERROR)
    code = HC_BACKUP_ERROR_CANNOT_WRITE;

  hc_backup_error_set (error, code);
  g_error_free (inner);
}
