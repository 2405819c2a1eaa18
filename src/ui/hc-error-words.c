/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-error-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "hc-backup-error.h"
#include "hc-database.h"

/**
 * hc_error_to_words:
 * @error: an error from the profile or the library
 *
 * Returns: a sentence or two for a person: what is wrong and what helps; valid as long as @error. The message of
 *   an error itself is for developers, except for a %HC_BACKUP_ERROR.
 */
const char *
hc_error_to_words (const GError *error)
{
  if (error->domain == HC_BACKUP_ERROR)
    return error->message;

  if (error->domain == G_FILE_ERROR)
    return _("The folder with your data cannot be used. Look whether it belongs to you and can be written.");

  if (error->domain != HC_DATABASE_ERROR)
    return _("Something went wrong. Try again.");

  switch ((HcDatabaseError) error->code)
    {
    case HC_DATABASE_ERROR_FULL:
      return _("The disk is full. Free some space, then try again.");

    case HC_DATABASE_ERROR_READ_ONLY:
    case HC_DATABASE_ERROR_CANNOT_OPEN:
      return _("The folder with your data cannot be written. "
               "Look whether it belongs to you and whether the disk is read-only.");

    case HC_DATABASE_ERROR_BUSY:
      return _("Another program is using the file with your data. Close it, then try again.");

    case HC_DATABASE_ERROR_INPUT_OUTPUT:
      return _("The disk reported a fault. Try again, and make a copy of your data on another disk soon.");

    case HC_DATABASE_ERROR_DAMAGED:
    case HC_DATABASE_ERROR_NOT_A_DATABASE:
      return _("The file with your data is damaged.");

    case HC_DATABASE_ERROR_FOREIGN:
      return _("The file in the place of your data belongs to another program.");

    case HC_DATABASE_ERROR_NEWER:
      return _("Your data was saved by a newer version of Health Center. Update the program to use it.");

    case HC_DATABASE_ERROR_CLOSED:
      return _("The file with your data is not open.");

    case HC_DATABASE_ERROR_CONSTRAINT:
    case HC_DATABASE_ERROR_FAILED:
    default:
      return _("Something went wrong. Try again.");
    }
}

/**
 * hc_save_error_to_words:
 * @error: why a file that the person chose could not be written
 *
 * Returns: a sentence or two for a person: that it is not saved, and what helps
 */
const char *
hc_save_error_to_words (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _("Not saved: this folder cannot be written. Choose another one.");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _("Not saved: the disk is full. Choose another one, or free some space.");

  return _("Not saved. Try again, or choose another folder.");
}
