/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-profile-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "hc-database.h"

/* What is done to the files of the profile's folder without looking into them. Everything here
 * waits for the disk and runs in the thread of the database. */

#define DATABASE_NAME "profile.db"
#define PARTIAL_ENDING ".partial"
#define TRANSFER_PREFIX "transfer-"
#define SET_ASIDE_FORMAT "profile-set-aside-%Y%m%dT%H%M%SZ"

/* A program that is just closing may still be writing its last notes. */
#define LOCK_TRIES 40
#define LOCK_PAUSE_US (50 * G_TIME_SPAN_MILLISECOND)

/* What belongs to a database beside its own file. They move before it does: without its log a
 * database is an older one, while a log that stays beside another database would destroy that. */
static const char *const companions[] = { "-wal", "-shm", "-journal" };

static gboolean
set_errno (GError     **error,
           const char  *path,
           int          code)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

/**
 * hc_profile_files_dup_path:
 * @folder: (type filename): the folder of a profile
 *
 * Returns: (transfer full) (type filename): the path of its database
 */
char *
hc_profile_files_dup_path (const char *folder)
{
  return g_build_filename (folder, DATABASE_NAME, NULL);
}

/**
 * hc_profile_files_dup_backups:
 * @folder: (type filename): the folder of a profile
 *
 * Returns: (transfer full) (type filename): the path of the folder of its backups
 */
char *
hc_profile_files_dup_backups (const char *folder)
{
  return g_build_filename (folder, "backups", NULL);
}

/**
 * hc_profile_files_dup_partial:
 * @folder: (type filename): the folder of a profile
 *
 * Returns: (transfer full) (type filename): the path of a file that is being made;
 *   hc_profile_files_clean() removes it should it be left
 */
char *
hc_profile_files_dup_partial (const char *folder)
{
  return g_build_filename (folder, DATABASE_NAME PARTIAL_ENDING, NULL);
}

/**
 * hc_profile_files_prepare:
 * @folder: (type filename): a folder
 * @error: return location for a %G_FILE_ERROR
 *
 * Makes the folder where it is missing and closes it to everybody but its owner.
 *
 * Returns: whether it is there and closed
 */
gboolean
hc_profile_files_prepare (const char  *folder,
                          GError     **error)
{
  GStatBuf info;

  if (g_mkdir_with_parents (folder, 0700) != 0 || g_stat (folder, &info) != 0)
    return set_errno (error, folder, errno);

  if ((info.st_mode & 077) != 0 && g_chmod (folder, info.st_mode & 0700) != 0)
    return set_errno (error, folder, errno);

  return TRUE;
}

/**
 * hc_profile_files_lock:
 * @folder: (type filename): the folder of a profile
 * @lock: (inout): the lock that is held, -1 for none; it is let go first
 * @error: return location for a %G_FILE_ERROR or %HC_DATABASE_ERROR_BUSY
 *
 * Keeps other processes from the profile: what is done with whole files here is safe only when
 * nobody has them open. The folder itself carries the lock, so that no file is needed for it; the
 * kernel lets go of it when this process ends in whatever way.
 *
 * Returns: whether nobody else has the profile
 */
gboolean
hc_profile_files_lock (const char  *folder,
                       int         *lock,
                       GError     **error)
{
  hc_profile_files_unlock (lock);

  *lock = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (*lock < 0)
    return set_errno (error, folder, errno);

  for (guint i = 0; i < LOCK_TRIES; i++)
    {
      /* A file system that has no locks must do without. */
      if (flock (*lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        return TRUE;

      g_usleep (LOCK_PAUSE_US);
    }

  hc_profile_files_unlock (lock);
  g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_BUSY,
               "%s is in use by another process", folder);
  return FALSE;
}

/**
 * hc_profile_files_unlock:
 * @lock: (inout): a lock, or -1
 */
void
hc_profile_files_unlock (int *lock)
{
  if (*lock >= 0)
    g_close (*lock, NULL);

  *lock = -1;
}

static void
clean_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean ours = g_str_has_suffix (name, PARTIAL_ENDING);

      for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
        {
          g_autofree char *ending = g_strconcat (PARTIAL_ENDING, companions[i], NULL);

          ours = ours || g_str_has_suffix (name, ending);
        }

      if (ours && g_str_has_prefix (name, "profile"))
        g_unlink (path);
    }
}

/**
 * hc_profile_files_clean:
 * @folder: (type filename): the folder of a profile
 *
 * Removes what was being made when the program was stopped. What cannot be removed stays.
 */
void
hc_profile_files_clean (const char *folder)
{
  g_autofree char *backups = hc_profile_files_dup_backups (folder);

  clean_folder (folder);
  clean_folder (backups);
}

/**
 * hc_profile_files_make_transfer:
 * @folder: (type filename): the folder of a profile
 * @error: return location for a %G_FILE_ERROR
 *
 * Makes an empty file, which only its owner can read, for what goes out of the profile or comes in. It is
 * not among what hc_profile_files_clean() removes: an opening must not take it from somebody's hands.
 *
 * Returns: (transfer full) (nullable) (type filename): its path, for hc_profile_files_remove_transfer()
 */
char *
hc_profile_files_make_transfer (const char  *folder,
                                GError     **error)
{
  g_autofree char *path = g_build_filename (folder, TRANSFER_PREFIX "XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      set_errno (error, path, errno);
      return NULL;
    }

  g_close (fd, NULL);

  return g_steal_pointer (&path);
}

/**
 * hc_profile_files_remove_transfer:
 * @path: (type filename): what hc_profile_files_make_transfer() has given
 *
 * Removes the file, and what a database has beside it.
 */
void
hc_profile_files_remove_transfer (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);

      g_unlink (companion);
    }

  g_unlink (path);
}

/**
 * hc_profile_files_clean_transfers:
 * @folder: (type filename): the folder of a profile that nobody else has had open since it was locked
 *
 * Removes what was on its way when the program was stopped. What cannot be removed stays.
 */
void
hc_profile_files_clean_transfers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, TRANSFER_PREFIX))
        g_unlink (path);
    }
}

/**
 * hc_profile_files_get_size:
 * @path: (type filename): the path of a database
 * @ending: what follows it in the name, `-wal`, or an empty text
 *
 * Returns: the size in bytes; -1 when there is no such file
 */
gint64
hc_profile_files_get_size (const char *path,
                           const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_lstat (name, &info) == 0 ? (gint64) info.st_size : -1;
}

/* A rename is on the disk when its folder is. */
static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  g_close (fd, NULL);
}

static gboolean
is_free (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    if (hc_profile_files_get_size (path, companions[i]) >= 0)
      return FALSE;

  return hc_profile_files_get_size (path, "") < 0;
}

static char *
dup_set_aside_path (const char *folder,
                    GDateTime  *now)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *stem = g_date_time_format (utc, SET_ASIDE_FORMAT);
  g_autofree char *name = g_strconcat (stem, ".db", NULL);
  char *path = g_build_filename (folder, name, NULL);

  for (guint i = 2; !is_free (path); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s-%u.db", stem, i);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }

  return path;
}

/* Moves the companions that are there. Either all of them move or none. */
static gboolean
move_companions (const char  *from,
                 const char  *to,
                 GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *source = g_strconcat (from, companions[i], NULL);
      g_autofree char *target = g_strconcat (to, companions[i], NULL);

      if (g_rename (source, target) != 0 && errno != ENOENT)
        {
          int saved_errno = errno;

          while (i-- > 0)
            {
              g_autofree char *moved_source = g_strconcat (from, companions[i], NULL);
              g_autofree char *moved_target = g_strconcat (to, companions[i], NULL);

              g_rename (moved_target, moved_source);
            }

          return set_errno (error, source, saved_errno);
        }
    }

  return TRUE;
}

/**
 * hc_profile_files_put_in_place:
 * @folder: (type filename): the folder of a profile that is not open
 * @partial: (type filename): a complete database in that folder, without companions
 * @now: the time
 * @error: return location for a %G_FILE_ERROR
 *
 * Makes @partial the database of the profile. What was there before keeps its bytes and gets the
 * name `profile-set-aside-...`. A file of no bytes is not kept.
 *
 * Returns: whether it was done; if not, the files are as they were before, with @partial
 */
gboolean
hc_profile_files_put_in_place (const char  *folder,
                               const char  *partial,
                               GDateTime   *now,
                               GError     **error)
{
  g_autofree char *path = hc_profile_files_dup_path (folder);
  g_autofree char *aside = dup_set_aside_path (folder, now);

  if (!move_companions (path, aside, error))
    return FALSE;

  /* With two names for the old file the rename below takes its place in one step: at no moment
   * there is none. A folder, and a file system without hard links, can only be renamed. */
  if (hc_profile_files_get_size (path, "") > 0 && link (path, aside) != 0 && g_rename (path, aside) != 0)
    {
      int saved_errno = errno;

      move_companions (aside, path, NULL);
      return set_errno (error, path, saved_errno);
    }

  if (g_rename (partial, path) != 0)
    {
      int saved_errno = errno;

      if (hc_profile_files_get_size (path, "") >= 0)
        g_unlink (aside);
      else
        g_rename (aside, path);

      move_companions (aside, path, NULL);
      return set_errno (error, path, saved_errno);
    }

  sync_folder (folder);

  return TRUE;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  HcBackup *backup_a = *(HcBackup *const *) a;
  HcBackup *backup_b = *(HcBackup *const *) b;

  return g_date_time_compare (hc_backup_get_time (backup_b), hc_backup_get_time (backup_a));
}

/**
 * hc_profile_files_list_backups:
 * @folder: (type filename): the folder of a profile
 * @error: return location for a %G_FILE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type HcBackup): the backups by their names, newest
 *   first, sound or not; none where there is no folder of backups
 */
GPtrArray *
hc_profile_files_list_backups (const char  *folder,
                               GError     **error)
{
  g_autofree char *path = hc_profile_files_dup_backups (folder);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) dir_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &dir_error);
  const char *name;

  if (dir == NULL && !g_error_matches (dir_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&dir_error));
      return NULL;
    }

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      HcBackup *backup = hc_backup_new_named (path, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_newest_first);

  return g_steal_pointer (&backups);
}

/**
 * hc_profile_files_prune:
 * @folder: (type filename): the folder of a profile
 * @made: the backup that was just made; it stays even where the clock has gone back
 * @n_kept: how many backups of its kind there may be
 *
 * Deletes the older backups of a kind. One that cannot be deleted stays.
 */
void
hc_profile_files_prune (const char *folder,
                        HcBackup   *made,
                        guint       n_kept)
{
  g_autoptr (GPtrArray) backups = hc_profile_files_list_backups (folder, NULL);
  guint n_found = 1;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      HcBackup *backup = g_ptr_array_index (backups, i);

      if (hc_backup_get_kind (backup) != hc_backup_get_kind (made) ||
          g_str_equal (hc_backup_get_path (backup), hc_backup_get_path (made)))
        continue;

      if (++n_found > n_kept)
        g_unlink (hc_backup_get_path (backup));
    }
}
