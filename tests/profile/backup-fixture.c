/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "backup-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* What the tests of backups share. Archives are read and made with plain calls of libarchive. */

#define PIECE (1024 * 1024)

#define AT(day) "'2026-01-" day "T08:00:00.000000Z'"

/* Rows for every table of version 4, written over a connection of its own, with what is hard to carry. */
static const char *const rows =
  "INSERT INTO note VALUES"
  " ('0a1b2c3d-0000-4000-8000-000000000001', NULL, NULL, NULL, 'A note' || char (10) || 'of ''two'' lines',"
  "  " AT ("02") ", " AT ("03") "),"
  " ('0a1b2c3d-0000-4000-8000-000000000002', 'health-center:article/a#b', 'A title', 'Some words', '你好 🙂',"
  "  " AT ("04") ", " AT ("05") "),"
  " ('0a1b2c3d-0000-4000-8000-000000000003', NULL, NULL, NULL, '', " AT ("06") ", " AT ("06") ");"
  "INSERT INTO bookmark VALUES ('health-center:article/a', 'A title', " AT ("02") ");"
  "INSERT INTO reading_place VALUES ('health-center:article/a', NULL, 0.1, 1, " AT ("02") "),"
  " ('health-center:article/b', 'c', 0.333333333333333314829616256247, 0, " AT ("07") ");"
  "INSERT INTO person (id, is_user, name, birth_year, site, stage, biomarkers, created) VALUES"
  " ('0a1b2c3d-0000-4000-8000-00000000000a', 1, 'Ann', 1960, 'colon', '3', '', " AT ("01") ");"
  "INSERT INTO quiz_answer VALUES ('', 'q1', 'Yes', 1, " AT ("02") "), ('', 'q2', 'No', 0, " AT ("02") ");"
  "INSERT INTO care_question (id, link, title, text, answer, state, position, created, changed) VALUES"
  " ('0a1b2c3d-0000-4000-8000-0000000000c1', NULL, NULL, 'Why?', '', 'open', -3, " AT ("02") ", " AT ("02") ");"
  "INSERT INTO medicine (id, person, link, name, strength, form, actives, front, back, shape, color, color2,"
  "                      score, size, created) VALUES"
  " ('0a1b2c3d-0000-4000-8000-0000000000d1', '', NULL, 'Tea', '', '', '', '', '', '', '', '', 0, 0, " AT ("02") ");"
  "INSERT INTO drug_review VALUES ('', 'health-center:article/tea', 1, 2, 3, '', " AT ("09") ");";

/* Makes a profile whose every table of version 4 has rows; it is closed afterwards. */
void
backup_fixture_fill (ProfileFixture *fixture)
{
  profile_fixture_open (fixture);
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, rows);
}

/* Returns: (transfer full): all rows of all tables of a database, as SQL would write the values */
char *
backup_fixture_dup_rows (const char *path)
{
  g_autofree char *queries = NULL;

  queries = fixture_query (path,
                           "SELECT format ('SELECT ''%s'', ', t.name) ||"
                           "       (SELECT group_concat (format ('quote (\"%w\")', name), ', ')"
                           "          FROM pragma_table_info (t.name)) ||"
                           "       format (' FROM \"%w\" ORDER BY 2, 3;', t.name)"
                           "  FROM sqlite_schema AS t WHERE type = 'table' ORDER BY t.name");

  return fixture_query (path, queries);
}

/* Returns: (transfer full): the path of a file outside of the profile */
char *
backup_fixture_dup_path (ProfileFixture *fixture,
                         const char     *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

gboolean
backup_fixture_try_export (ProfileFixture  *fixture,
                           const char      *path,
                           GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_profile_export_async (fixture->profile, file, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_profile_export_finish (fixture->profile, result, error);
}

void
backup_fixture_export (ProfileFixture *fixture,
                       const char     *path)
{
  g_autoptr (GError) error = NULL;

  backup_fixture_try_export (fixture, path, &error);
  g_assert_no_error (error);
}

HcBackupContents *
backup_fixture_try_inspect (ProfileFixture  *fixture,
                            const char      *path,
                            GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_profile_inspect_async (fixture->profile, file, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_profile_inspect_finish (fixture->profile, result, error);
}

HcBackupContents *
backup_fixture_inspect (ProfileFixture *fixture,
                        const char     *path)
{
  g_autoptr (GError) error = NULL;
  HcBackupContents *contents = backup_fixture_try_inspect (fixture, path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (contents);

  return contents;
}

gboolean
backup_fixture_try_import (ProfileFixture    *fixture,
                           HcBackupContents  *contents,
                           HcImportMode       mode,
                           HcImportCounts    *counts,
                           GError           **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_profile_import_async (fixture->profile, contents, mode, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_profile_import_finish (fixture->profile, result, counts, error);
}

/* Inspects a file and imports it. */
void
backup_fixture_import (ProfileFixture *fixture,
                       const char     *path,
                       HcImportMode    mode,
                       HcImportCounts *counts)
{
  g_autoptr (HcBackupContents) contents = backup_fixture_inspect (fixture, path);
  g_autoptr (GError) error = NULL;

  backup_fixture_try_import (fixture, contents, mode, counts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (hc_profile_get_state (fixture->profile), ==, HC_PROFILE_READY);
}

/* Returns: (transfer full) (nullable): the bytes of a file in an archive */
GBytes *
backup_fixture_read_member (const char *path,
                            const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GByteArray *bytes = NULL;

  archive_read_support_format_zip_seekable (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 10240), ==, ARCHIVE_OK);

  while (bytes == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), name))
      {
        char buffer[4096];
        la_ssize_t length;

        bytes = g_byte_array_new ();
        while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
          g_byte_array_append (bytes, (const guint8 *) buffer, (guint) length);
        g_assert_cmpint (length, ==, 0);
      }

  archive_read_free (archive);

  return bytes != NULL ? g_byte_array_free_to_bytes (bytes) : NULL;
}

static void
write_data (struct archive *archive,
            const char     *bytes,
            gsize           length)
{
  g_assert_cmpint (archive_write_data (archive, bytes, length), ==, (la_ssize_t) length);
}

/* Writes an archive of these files, whatever they are. */
void
backup_fixture_write_zip (const char         *path,
                          const BackupMember *members,
                          guint               n_members)
{
  struct archive *archive = archive_write_new ();

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_set_options (archive, "zip:compression-level=1"), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);

  for (guint i = 0; i < n_members; i++)
    {
      const BackupMember *member = &members[i];
      gsize length = member->bytes == NULL ? 0
                     : member->length < 0  ? strlen (member->bytes)
                                           : (gsize) member->length;
      struct archive_entry *entry = archive_entry_new ();
      g_autofree char *filling = member->n_filled > 0 ? g_malloc (PIECE) : NULL;

      archive_entry_set_pathname (entry, member->name);
      archive_entry_set_filetype (entry, member->target != NULL ? AE_IFLNK : AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_symlink (entry, member->target);
      archive_entry_set_size (entry, (la_int64_t) (length + member->n_filled));
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      archive_entry_free (entry);

      if (member->target != NULL)
        continue;

      write_data (archive, member->bytes, length);
      if (filling != NULL)
        memset (filling, member->filling, PIECE);

      for (guint64 rest = member->n_filled, size; rest > 0; rest -= size)
        {
          size = MIN (rest, PIECE);
          write_data (archive, filling, size);
        }
    }

  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
}

/* Returns: (transfer full): the manifest for a database of these bytes */
char *
backup_fixture_print_manifest (int         schema,
                               const char *bytes,
                               gsize       length)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);

  return g_strdup_printf ("{ \"format\": 1, \"program\": \"Health Center\", \"version\": \"0.0.9\","
                          " \"created\": \"2026-11-19T10:00:00.000000Z\","
                          " \"database\": { \"schema\": %d, \"length\": %" G_GSIZE_FORMAT ", \"sha256\": \"%s\" },"
                          " \"rows\": {} }",
                          schema, length, sum);
}

/* Makes a backup of any file, with a manifest that is right. */
void
backup_fixture_wrap (const char *path,
                     const char *database,
                     int         schema)
{
  g_autofree char *bytes = NULL;
  g_autofree char *manifest = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (database, &bytes, &length, NULL));
  manifest = backup_fixture_print_manifest (schema, bytes, length);

  {
    const BackupMember members[] = { { .name = "manifest.json", .bytes = manifest, .length = -1 },
                                     { .name = "profile.db", .bytes = bytes, .length = (gssize) length } };

    backup_fixture_write_zip (path, members, G_N_ELEMENTS (members));
  }
}
