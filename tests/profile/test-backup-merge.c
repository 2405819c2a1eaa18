/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-backup-merge.h"

/* The rules of merging, for tables of every kind that a profile may come to have. The results are worked
 * by hand. */

typedef struct
{
  char           *folder;
  char           *here;
  char           *there;
  HcImportCounts  counts;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = fixture_make_folder ();
  fixture->here = g_build_filename (fixture->folder, "here.db", NULL);
  fixture->there = g_build_filename (fixture->folder, "it's % there?.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->here);
  g_free (fixture->there);
}

static gboolean
try_merge (Fixture  *fixture,
           GError  **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (fixture->here, HC_DATABASE_READ_WRITE, NULL);

  g_assert_nonnull (database);

  return hc_backup_merge_run (database, fixture->there, &fixture->counts, error);
}

/* Merges two databases of one schema and asks something of the result. */
static void
check_merge (Fixture    *fixture,
             const char *schema,
             const char *here_rows,
             const char *there_rows,
             const char *query,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  fixture_execute (fixture->here, schema);
  fixture_execute (fixture->there, schema);
  fixture_execute (fixture->here, here_rows);
  fixture_execute (fixture->there, there_rows);
  g_assert_true (try_merge (fixture, &error));
  g_assert_no_error (error);
  found = fixture_query (fixture->here, query);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_counts (Fixture *fixture,
               guint64  added,
               guint64  updated,
               guint64  kept)
{
  g_assert_cmpuint (fixture->counts.added, ==, added);
  g_assert_cmpuint (fixture->counts.updated, ==, updated);
  g_assert_cmpuint (fixture->counts.kept, ==, kept);
}

/* `changed` counts, also where there is `modified`; a row that does not say when it was changed is older
 * than none. */
static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  check_merge (fixture,
               "CREATE TABLE a (id TEXT PRIMARY KEY, v, changed TEXT, modified TEXT) WITHOUT ROWID",
               "INSERT INTO a VALUES ('1', 'h', '1', '9'), ('2', 'h', '5', '1'), ('3', 'h', '', '1'),"
               " ('4', 'h', '4', '1'), ('5', 'h', NULL, '1'), ('6', 'h', '4', '1')",
               "INSERT INTO a VALUES ('1', 't', '2', '1'), ('2', 't', '4', '9'), ('3', 't', '1', '1'),"
               " ('4', 't', '', '1'), ('5', 't', '9', '1'), ('6', 't', NULL, '1'), ('7', 't', NULL, '1')",
               "SELECT id, v, changed FROM a ORDER BY id",
               "1|t|2\n2|h|5\n3|t|1\n4|h|4\n5|h|NULL\n6|h|4\n7|t|NULL");
  assert_counts (fixture, 1, 2, 4);
}

/* Children refer to parents that only the other side has, and some to each other: in whatever order the
 * tables come, one is there before the other. */
static void
test_parents (Fixture       *fixture,
              gconstpointer  data)
{
  check_merge (fixture,
               "CREATE TABLE a_child (id INTEGER PRIMARY KEY, parent TEXT REFERENCES z_parent (id), v TEXT);"
               "CREATE TABLE z_parent (id TEXT PRIMARY KEY, v TEXT) STRICT;"
               "CREATE TABLE left (id TEXT PRIMARY KEY, other TEXT REFERENCES right (id));"
               "CREATE TABLE right (id TEXT PRIMARY KEY, other TEXT REFERENCES left (id));",
               "INSERT INTO z_parent VALUES ('p', 'h'); INSERT INTO a_child VALUES (1, 'p', 'h');",
               "INSERT INTO z_parent VALUES ('p', 't'), ('q', 't');"
               "INSERT INTO a_child VALUES (1, 'q', 't'), (2, 'q', 't'), (3, 'p', 't');"
               "INSERT INTO left VALUES ('l', 'r'); INSERT INTO right VALUES ('r', 'l');",
               "SELECT * FROM a_child ORDER BY id; SELECT * FROM z_parent ORDER BY id; SELECT * FROM left;"
               "SELECT * FROM right; PRAGMA foreign_key_check;",
               "1|p|h\n2|q|t\n3|p|t\np|h\nq|t\nl|r\nr|l");
  assert_counts (fixture, 5, 0, 2);
}

/* What must be there only once is not there twice, under whatever key. */
static void
test_unique (Fixture       *fixture,
             gconstpointer  data)
{
  check_merge (fixture,
               "CREATE TABLE a (id TEXT PRIMARY KEY, name TEXT UNIQUE, changed TEXT)",
               "INSERT INTO a VALUES ('1', 'x', '1'), ('2', 'y', '1'), ('3', 'z', '1')",
               "INSERT INTO a VALUES ('9', 'x', '9'), ('2', 'z', '9'), ('8', 'w', '1')",
               "SELECT * FROM a ORDER BY id",
               "1|x|1\n2|y|1\n3|z|1\n8|w|1");
  assert_counts (fixture, 1, 0, 2);
}

/* Without a key a row is known by all its values; NULL is a value like another. */
static void
test_no_key (Fixture       *fixture,
             gconstpointer  data)
{
  check_merge (fixture,
               "CREATE TABLE a (x, changed)",
               "INSERT INTO a VALUES (1, NULL), (2, 2)",
               "INSERT INTO a VALUES (1, NULL), (2, 3), (NULL, NULL)",
               "SELECT * FROM a ORDER BY x, changed",
               "NULL|NULL\n1|NULL\n2|2\n2|3");
  assert_counts (fixture, 2, 0, 1);
}

/* Names that are no words, keys of several columns, columns that are computed, a table of nothing but its
 * key, a table for searching with those that belong to it. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  check_merge (fixture,
               "CREATE TABLE \"a \"\"b\"\" % 'c'\" (\"select\" TEXT, \"x % y\" INTEGER, \"v\"\"w\" BLOB, changed TEXT,"
               "  twice AS (\"x % y\" * 2) STORED, PRIMARY KEY (\"x % y\", \"select\"));"
               "CREATE TABLE only_key (id TEXT PRIMARY KEY);"
               "CREATE VIRTUAL TABLE words USING fts5 (text);",
               "INSERT INTO \"a \"\"b\"\" % 'c'\" VALUES ('a', 1, x'00', '1'), ('a', 2, x'00', '1');"
               "INSERT INTO only_key VALUES ('k');",
               "INSERT INTO \"a \"\"b\"\" % 'c'\" VALUES ('a', 1, x'ff00', '2'), ('b', 1, x'01', '1');"
               "INSERT INTO only_key VALUES ('k'), ('l');",
               "SELECT \"select\", \"x % y\", hex (\"v\"\"w\"), twice FROM \"a \"\"b\"\" % 'c'\" ORDER BY 1, 2;"
               "SELECT * FROM only_key ORDER BY id;",
               "a|1|FF00|2\na|2|00|4\nb|1|01|2\nk\nl");
  assert_counts (fixture, 2, 1, 1);
}

/* One row that cannot be taken over: nothing is, neither from tables before nor after it. */
static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;

  fixture_execute (fixture->here, "CREATE TABLE a (id TEXT PRIMARY KEY); CREATE TABLE c (id TEXT PRIMARY KEY);"
                                  "CREATE TABLE b (id TEXT PRIMARY KEY, v CHECK (v < 5));");
  fixture_execute (fixture->there, "CREATE TABLE a (id TEXT PRIMARY KEY); CREATE TABLE c (id TEXT PRIMARY KEY);"
                                   "CREATE TABLE b (id TEXT PRIMARY KEY, v); INSERT INTO a VALUES ('1');"
                                   "INSERT INTO c VALUES ('1'); INSERT INTO b VALUES ('1', 1), ('2', 7);");
  g_assert_false (try_merge (fixture, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  rows = fixture_query (fixture->here, "SELECT id FROM a UNION ALL SELECT id FROM b UNION ALL SELECT id FROM c");
  g_assert_cmpstr (rows, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/backup-merge/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("later", test_later);
  ADD ("parents", test_parents);
  ADD ("unique", test_unique);
  ADD ("no-key", test_no_key);
  ADD ("names", test_names);
  ADD ("all-or-nothing", test_all_or_nothing);

  return g_test_run ();
}
