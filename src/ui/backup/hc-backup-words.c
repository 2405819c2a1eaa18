/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-words.h"

#include <glib/gi18n.h>

/**
 * hc_backup_words_dup_time:
 * @time: when a backup was made
 *
 * Returns: (transfer full): the day and the time of day where the person is
 */
char *
hc_backup_words_dup_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = g_date_time_to_local (time);

  /* Translators: a day and a time of day. See the manual of g_date_time_format(). */
  return g_date_time_format (local, _("%-d %B %Y, %H:%M"));
}

/**
 * hc_backup_words_for_kind:
 * @kind: why a copy was made
 *
 * Returns: (transfer none): the same in words, translated
 */
const char *
hc_backup_words_for_kind (HcBackupKind kind)
{
  switch (kind)
    {
    case HC_BACKUP_BEFORE_UPDATE:
      return _("Made before much was changed at once");
    case HC_BACKUP_DAILY:
    default:
      return _("Made at the first start of the day");
    }
}

/**
 * hc_backup_words_dup_origin:
 * @contents: what is in a backup
 *
 * Returns: (transfer full): when and by what it was made, and of which time the things in it are
 */
char *
hc_backup_words_dup_origin (HcBackupContents *contents)
{
  g_autofree char *created = NULL, *made = NULL;
  GDateTime *newest;

  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (contents), NULL);

  created = hc_backup_words_dup_time (hc_backup_contents_get_created (contents));
  /* Translators: when a backup was made, and the version of the program that made it. */
  made = g_strdup_printf (_("Made on %s by Health Center %s."), created,
                          hc_backup_contents_get_program_version (contents));
  newest = hc_backup_contents_get_newest (contents);

  if (newest != NULL)
    {
      g_autofree char *time = hc_backup_words_dup_time (newest);
      /* Translators: %s is a day and a time of day. */
      g_autofree char *changed = g_strdup_printf (_("Something in it was changed last on %s."), time);

      return g_strdup_printf ("%s\n%s", made, changed);
    }

  return g_steal_pointer (&made);
}

/**
 * hc_backup_words_dup_number:
 * @number: how many there are of something
 *
 * Returns: (transfer full): it with separators of thousands
 */
char *
hc_backup_words_dup_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

/**
 * hc_backup_words_dup_result:
 * @mode: how a backup was imported
 * @counts: what was done
 *
 * Returns: (transfer full): the same in words, one line for each number
 */
char *
hc_backup_words_dup_result (HcImportMode          mode,
                            const HcImportCounts *counts)
{
  g_autofree char *added = NULL, *updated = NULL, *kept = NULL;
  GString *text;

  g_return_val_if_fail (counts != NULL, NULL);

  added = hc_backup_words_dup_number (counts->added);
  updated = hc_backup_words_dup_number (counts->updated);
  kept = hc_backup_words_dup_number (counts->kept);
  text = g_string_new (NULL);

  if (mode == HC_IMPORT_REPLACE)
    {
      /* Translators: %s is a number. Entries are medicines, notes, doses and whatever else there is. */
      g_string_append_printf (text, ngettext ("%s entry of the file is here now.",
                                              "%s entries of the file are here now.", counts->added), added);
      return g_string_free_and_steal (text);
    }

  /* Translators: %s is a number, also in the next two. */
  g_string_append_printf (text, ngettext ("%s entry was added.", "%s entries were added.", counts->added), added);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%s entry was newer in the file and was updated.",
                                          "%s entries were newer in the file and were updated.", counts->updated),
                          updated);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%s entry was here already and stayed as it was.",
                                          "%s entries were here already and stayed as they were.", counts->kept),
                          kept);

  return g_string_free_and_steal (text);
}
