/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-contents.h"

#include <string.h>

#include "hc-backup-contents-private.h"
#include "hc-profile-files.h"
#include "hc-timestamp.h"

/**
 * HcBackupContents:
 *
 * What is in a backup that was checked, and a database of it in the folder of the profile, of the newest
 * format. The database goes with the object.
 */
struct _HcBackupContents
{
  GObject     parent_instance;

  char       *path;
  char       *program_version;
  GDateTime  *created;
  GHashTable *rows;   /* name of a table -> how many, as gsize */
  char      **tables; /* the names, sorted */
  GDateTime  *oldest;
  GDateTime  *newest;
};

G_DEFINE_FINAL_TYPE (HcBackupContents, hc_backup_contents, G_TYPE_OBJECT)

static void
hc_backup_contents_finalize (GObject *object)
{
  HcBackupContents *self = HC_BACKUP_CONTENTS (object);

  if (self->path != NULL)
    hc_profile_files_remove_transfer (self->path);

  g_free (self->path);
  g_free (self->program_version);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->tables, g_strfreev);
  g_clear_pointer (&self->oldest, g_date_time_unref);
  g_clear_pointer (&self->newest, g_date_time_unref);

  G_OBJECT_CLASS (hc_backup_contents_parent_class)->finalize (object);
}

static void
hc_backup_contents_class_init (HcBackupContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_backup_contents_finalize;
}

static void
hc_backup_contents_init (HcBackupContents *self)
{
}

/* Counts the rows of all tables.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 gsize): the numbers */
GHashTable *
_hc_backup_contents_count_rows (HcDatabase  *database,
                                GError     **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HcStatement) tables = NULL;
  HcStep step;

  tables = hc_database_prepare (database,
                                "SELECT name, format ('SELECT count (*) AS n FROM \"%w\"', name) AS query"
                                "  FROM pragma_table_list"
                                "  WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                                error);
  if (tables == NULL)
    return NULL;

  while ((step = hc_statement_step (tables, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcStatement) query = NULL;

      query = hc_database_prepare (database, hc_statement_get_text (tables, "query"), error);
      if (query == NULL || hc_statement_step (query, error) != HC_STEP_ROW)
        return NULL;

      g_hash_table_insert (rows, g_strdup (hc_statement_get_text (tables, "name")),
                           GSIZE_TO_POINTER ((gsize) hc_statement_get_int64 (query, "n")));
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Looks when the oldest and the newest rows were made or changed. The texts sort like the times. */
static gboolean
read_span (HcBackupContents  *self,
           HcDatabase        *database,
           GError           **error)
{
  g_autoptr (HcStatement) columns = NULL;
  g_autofree char *oldest = NULL;
  g_autofree char *newest = NULL;
  HcStep step;

  columns = hc_database_prepare (database,
                                 "SELECT format ('SELECT min (\"%w\") AS oldest, max (\"%w\") AS newest"
                                 "  FROM \"%w\" WHERE \"%w\" != ''''', c.name, c.name, t.name, c.name) AS query"
                                 "  FROM pragma_table_list AS t, pragma_table_info (t.name, 'main') AS c"
                                 "  WHERE t.schema = 'main' AND t.type = 'table'"
                                 "    AND c.name IN ('created', 'changed', 'modified')",
                                 error);
  if (columns == NULL)
    return FALSE;

  while ((step = hc_statement_step (columns, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcStatement) query = NULL;
      const char *first, *last;

      query = hc_database_prepare (database, hc_statement_get_text (columns, "query"), error);
      if (query == NULL || hc_statement_step (query, error) != HC_STEP_ROW)
        return FALSE;

      first = hc_statement_get_text (query, "oldest");
      if (first != NULL && (oldest == NULL || strcmp (first, oldest) < 0))
        g_set_str (&oldest, first);

      last = hc_statement_get_text (query, "newest");
      if (last != NULL && (newest == NULL || strcmp (last, newest) > 0))
        g_set_str (&newest, last);
    }

  if (step != HC_STEP_DONE)
    return FALSE;

  self->oldest = oldest != NULL ? hc_timestamp_parse (oldest, NULL) : NULL;
  self->newest = newest != NULL ? hc_timestamp_parse (newest, NULL) : NULL;

  return TRUE;
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Reads what is in the database of a backup.
 *
 * @path: (type filename): the file of @database, which then belongs to the contents and is deleted with
 *   them; not where this fails
 *
 * Returns: (transfer full) (nullable): the contents */
HcBackupContents *
_hc_backup_contents_new (const char              *path,
                         const HcBackupManifest  *manifest,
                         HcDatabase              *database,
                         GError                 **error)
{
  g_autoptr (HcBackupContents) self = g_object_new (HC_TYPE_BACKUP_CONTENTS, NULL);
  g_autoptr (GPtrArray) names = NULL;

  self->rows = _hc_backup_contents_count_rows (database, error);
  if (self->rows == NULL || !read_span (self, database, error))
    return NULL;

  self->tables = g_new0 (char *, g_hash_table_size (self->rows) + 1);
  names = g_hash_table_get_keys_as_ptr_array (self->rows);
  for (guint i = 0; i < names->len; i++)
    self->tables[i] = g_strdup (g_ptr_array_index (names, i));
  qsort (self->tables, names->len, sizeof (char *), compare_names);

  self->created = g_date_time_ref (manifest->created);
  self->program_version = g_strdup (manifest->program_version);
  self->path = g_strdup (path);

  return g_steal_pointer (&self);
}

/* Returns: (type filename): the database */
const char *
_hc_backup_contents_get_path (HcBackupContents *self)
{
  return self->path;
}

/**
 * hc_backup_contents_get_created:
 * @self: the contents of a backup
 *
 * Returns: (transfer none): when the backup was made, in UTC
 */
GDateTime *
hc_backup_contents_get_created (HcBackupContents *self)
{
  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (self), NULL);

  return self->created;
}

/**
 * hc_backup_contents_get_program_version:
 * @self: the contents of a backup
 *
 * Returns: the version of the program that made it
 */
const char *
hc_backup_contents_get_program_version (HcBackupContents *self)
{
  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (self), NULL);

  return self->program_version;
}

/**
 * hc_backup_contents_get_tables:
 * @self: the contents of a backup
 *
 * Returns: (array zero-terminated=1): the names of all tables, sorted, as in `data/sql/profile`
 */
const char *const *
hc_backup_contents_get_tables (HcBackupContents *self)
{
  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (self), NULL);

  return (const char *const *) self->tables;
}

/**
 * hc_backup_contents_get_n_rows:
 * @self: the contents of a backup
 * @table: the name of a table, `note`
 *
 * Returns: how many rows it has; 0 where there is no such table
 */
guint64
hc_backup_contents_get_n_rows (HcBackupContents *self,
                               const char       *table)
{
  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (self), 0);
  g_return_val_if_fail (table != NULL, 0);

  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->rows, table));
}

/**
 * hc_backup_contents_get_oldest:
 * @self: the contents of a backup
 *
 * Returns: (transfer none) (nullable): when the oldest thing in it was made, in UTC; %NULL where nothing
 *   says when
 */
GDateTime *
hc_backup_contents_get_oldest (HcBackupContents *self)
{
  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (self), NULL);

  return self->oldest;
}

/**
 * hc_backup_contents_get_newest:
 * @self: the contents of a backup
 *
 * Returns: (transfer none) (nullable): when something in it was made or changed last, in UTC; %NULL where
 *   nothing says when
 */
GDateTime *
hc_backup_contents_get_newest (HcBackupContents *self)
{
  g_return_val_if_fail (HC_IS_BACKUP_CONTENTS (self), NULL);

  return self->newest;
}
