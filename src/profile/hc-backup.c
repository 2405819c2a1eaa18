/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup.h"

#define NAME_PREFIX "profile-"
/* The form of the time in the name, in UTC: no colons, which some file systems do not take. */
#define TIME_FORMAT "%Y%m%dT%H%M%SZ"
#define TIME_LENGTH 16

/**
 * HcBackup:
 *
 * A copy of the profile's database, `profile-20261120T231154Z-daily.db`. All that is known of it is
 * in its name. It does not change and may be handed from thread to thread.
 */
struct _HcBackup
{
  GObject       parent_instance;

  char         *path;
  GDateTime    *time;
  HcBackupKind  kind;
};

static const char *const name_ends[] = {
  [HC_BACKUP_DAILY] = "-daily.db",
  [HC_BACKUP_BEFORE_UPDATE] = "-before-update.db",
};

G_DEFINE_ENUM_TYPE (HcBackupKind, hc_backup_kind,
                    G_DEFINE_ENUM_VALUE (HC_BACKUP_DAILY, "daily"),
                    G_DEFINE_ENUM_VALUE (HC_BACKUP_BEFORE_UPDATE, "before-update"))

G_DEFINE_FINAL_TYPE (HcBackup, hc_backup, G_TYPE_OBJECT)

static void
hc_backup_finalize (GObject *object)
{
  HcBackup *self = HC_BACKUP (object);

  g_free (self->path);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (hc_backup_parent_class)->finalize (object);
}

static void
hc_backup_class_init (HcBackupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_backup_finalize;
}

static void
hc_backup_init (HcBackup *self)
{
}

/**
 * hc_backup_new:
 * @folder: (type filename): the folder of the backups
 * @time: when it is made; fractions of a second are dropped
 * @kind: why it is made
 *
 * Says where a backup belongs. The file is not made.
 *
 * Returns: (transfer full): a backup
 */
HcBackup *
hc_backup_new (const char   *folder,
               GDateTime    *time,
               HcBackupKind  kind)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *time_text = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (time != NULL, NULL);
  g_return_val_if_fail (kind <= HC_BACKUP_BEFORE_UPDATE, NULL);

  utc = g_date_time_to_utc (time);
  time_text = g_date_time_format (utc, TIME_FORMAT);
  name = g_strconcat (NAME_PREFIX, time_text, name_ends[kind], NULL);

  return hc_backup_new_named (folder, name);
}

/**
 * hc_backup_new_named:
 * @folder: (type filename): the folder of the backups
 * @name: (type filename): the name of a file in it
 *
 * Returns: (transfer full) (nullable): the backup that has this name, %NULL when no backup has it
 */
HcBackup *
hc_backup_new_named (const char *folder,
                     const char *name)
{
  const gsize prefix_length = strlen (NAME_PREFIX);

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!g_str_has_prefix (name, NAME_PREFIX) || strlen (name) < prefix_length + TIME_LENGTH)
    return NULL;

  for (guint kind = 0; kind < G_N_ELEMENTS (name_ends); kind++)
    if (g_str_equal (name + prefix_length + TIME_LENGTH, name_ends[kind]))
      {
        g_autofree char *time_text = g_strndup (name + prefix_length, TIME_LENGTH);
        g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (time_text, NULL);
        HcBackup *self;

        if (time == NULL)
          return NULL;

        self = g_object_new (HC_TYPE_BACKUP, NULL);
        self->path = g_build_filename (folder, name, NULL);
        self->time = g_steal_pointer (&time);
        self->kind = kind;

        return self;
      }

  return NULL;
}

/**
 * hc_backup_get_path:
 * @self: a backup
 *
 * Returns: (type filename): its file
 */
const char *
hc_backup_get_path (HcBackup *self)
{
  g_return_val_if_fail (HC_IS_BACKUP (self), NULL);

  return self->path;
}

/**
 * hc_backup_get_time:
 * @self: a backup
 *
 * Returns: (transfer none): when it was made, in UTC, to the second
 */
GDateTime *
hc_backup_get_time (HcBackup *self)
{
  g_return_val_if_fail (HC_IS_BACKUP (self), NULL);

  return self->time;
}

/**
 * hc_backup_get_kind:
 * @self: a backup
 *
 * Returns: why it was made
 */
HcBackupKind
hc_backup_get_kind (HcBackup *self)
{
  g_return_val_if_fail (HC_IS_BACKUP (self), HC_BACKUP_DAILY);

  return self->kind;
}
