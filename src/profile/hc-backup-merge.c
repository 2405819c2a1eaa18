/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-merge.h"

/* Two databases of one format become one. Rows are known by their primary keys, which are random or say
 * what they are about, so that one key is one thing on both sides. That something was deleted on one side
 * is not known: it comes back. */

typedef struct
{
  GString  *columns;     /* all, parted by commas */
  GString  *assignments; /* of those that are no key, from the incoming row */
  GString  *same;        /* the condition for both rows to be one */
  char     *time;        /* when a row was changed, or NULL */
} Table;

static void
table_clear (Table *table)
{
  g_string_free (table->columns, TRUE);
  g_string_free (table->assignments, TRUE);
  g_string_free (table->same, TRUE);
  g_free (table->time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
append (GString    *text,
        const char *separator,
        const char *format,
        const char *column)
{
  g_auto (GStrv) parts = g_strsplit (format, "%", -1);
  g_autofree char *part = g_strjoinv (column, parts);

  g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

/* A row of a table without a key is the same where all columns are. */
static gboolean
read_table (HcDatabase  *database,
            const char  *name,
            Table       *table,
            GError     **error)
{
  g_autoptr (HcStatement) columns = NULL;
  HcStep step;

  columns = hc_database_prepare (database,
                                 "SELECT name, format ('\"%w\"', name) AS quoted,"
                                 "    pk > 0 OR (SELECT max (pk) FROM pragma_table_xinfo (:name, 'main')) = 0 AS is_key"
                                 "  FROM pragma_table_xinfo (:name, 'main') WHERE hidden = 0 ORDER BY cid",
                                 error);
  if (columns == NULL)
    return FALSE;

  hc_statement_bind_text (columns, ":name", name);

  while ((step = hc_statement_step (columns, error)) == HC_STEP_ROW)
    {
      const char *column = hc_statement_get_text (columns, "name");
      const char *quoted = hc_statement_get_text (columns, "quoted");

      append (table->columns, ", ", "%", quoted);

      if (hc_statement_get_int64 (columns, "is_key") != 0)
        append (table->same, " AND ", "here.% IS there.%", quoted);
      else
        append (table->assignments, ", ", "% = there.%", quoted);

      if (g_str_equal (column, "changed") || (g_str_equal (column, "modified") && table->time == NULL))
        g_set_str (&table->time, column);
    }

  return step == HC_STEP_DONE;
}

static gboolean
read_number (HcDatabase  *database,
             const char  *sql,
             guint64     *number,
             GError     **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, sql, error);

  if (statement == NULL || hc_statement_step (statement, error) != HC_STEP_ROW)
    return FALSE;

  *number = (guint64) hc_statement_get_int64 (statement, "n");

  return TRUE;
}

/* Runs a statement and adds how many rows it has changed to @number. */
static gboolean
change_rows (HcDatabase  *database,
             const char  *sql,
             guint64     *number,
             GError     **error)
{
  guint64 n_changed;

  if (!hc_database_execute (database, sql, error) ||
      !read_number (database, "SELECT changes () AS n", &n_changed, error))
    return FALSE;

  *number += n_changed;

  return TRUE;
}

static gboolean
merge_table (HcDatabase      *database,
             const char      *name,
             const char      *quoted,
             HcImportCounts  *counts,
             GError         **error)
{
  g_auto (Table) table = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), NULL };
  g_autofree char *count = g_strdup_printf ("SELECT count (*) AS n FROM incoming.%s", quoted);
  guint64 n_rows, n_added = 0, n_updated = 0;

  if (!read_table (database, name, &table, error) || !read_number (database, count, &n_rows, error))
    return FALSE;

  if (table.time != NULL && table.assignments->len > 0)
    {
      g_autofree char *update = NULL;

      update = g_strdup_printf ("UPDATE OR IGNORE main.%s AS here SET %s FROM incoming.%s AS there"
                                "  WHERE %s AND there.%s > here.%s",
                                quoted, table.assignments->str, quoted, table.same->str, table.time, table.time);
      if (!change_rows (database, update, &n_updated, error))
        return FALSE;
    }

  /* What is there under another key but must be there only once stays as it is. */
  {
    g_autofree char *insert = NULL;

    insert = g_strdup_printf ("INSERT INTO main.%s (%s) SELECT %s FROM incoming.%s AS there"
                              "  WHERE NOT EXISTS (SELECT 1 FROM main.%s AS here WHERE %s)"
                              "  ON CONFLICT DO NOTHING",
                              quoted, table.columns->str, table.columns->str, quoted, quoted, table.same->str);
    if (!change_rows (database, insert, &n_added, error))
      return FALSE;
  }

  counts->added += n_added;
  counts->updated += n_updated;
  counts->kept += n_rows - n_added - n_updated;

  return TRUE;
}

static gboolean
merge_tables (HcDatabase  *database,
              gpointer     user_data,
              GError     **error)
{
  g_autoptr (HcStatement) tables = NULL;
  HcStep step;

  /* Rows may come before those that they are about. */
  if (!hc_database_execute (database, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;

  tables = hc_database_prepare (database,
                                "SELECT name, format ('\"%w\"', name) AS quoted FROM pragma_table_list"
                                "  WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
                                error);
  if (tables == NULL)
    return FALSE;

  while ((step = hc_statement_step (tables, error)) == HC_STEP_ROW)
    if (!merge_table (database, hc_statement_get_text (tables, "name"), hc_statement_get_text (tables, "quoted"),
                      user_data, error))
      return FALSE;

  return step == HC_STEP_DONE;
}

/**
 * hc_backup_merge_run:
 * @database: the database that shall have everything, of the newest format
 * @path: (type filename): another one that was checked, see hc_backup_check_open(); nobody writes it
 * @counts: (out): what was done
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Adds the rows that are not there. Of those that are on both sides the one that was changed later stays,
 * where the table says when, otherwise the present one.
 *
 * Returns: whether all was done; if not, @database is as it was
 */
gboolean
hc_backup_merge_run (HcDatabase      *database,
                     const char      *path,
                     HcImportCounts  *counts,
                     GError         **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, "?immutable=1", NULL);
  g_autoptr (HcStatement) attach = hc_database_prepare (database, "ATTACH DATABASE :uri AS incoming", error);
  gboolean merged;

  if (attach == NULL)
    return FALSE;

  *counts = (HcImportCounts) { 0 };
  hc_statement_bind_text (attach, ":uri", uri);
  if (!hc_statement_run (attach, error))
    return FALSE;

  merged = hc_database_transaction (database, merge_tables, counts, error);
  hc_database_execute (database, "DETACH DATABASE incoming", NULL);

  return merged;
}
