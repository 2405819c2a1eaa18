/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "backup-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* Files that are no backups, or not any more, or mean no good. Each is refused with the right words, and
 * nothing in the folder of the profile changes by a byte. */

#define N_PLACES 200u
#define SCHEMA atoi (FIXTURE_VERSION)

typedef struct
{
  ProfileFixture  profile;
  char           *file;   /* what is inspected */
  char           *before; /* the folder of the profile */
  char           *rows;   /* of the sound backup */
  char           *bytes;  /* of the sound backup */
  gsize           length;
  char           *copy;   /* its database */
} Fixture;

/* An open profile with something in it, and a sound backup of something else. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  ProfileFixture other = { 0 };
  g_autoptr (HcNote) note = NULL;
  g_autoptr (GBytes) database = NULL;

  profile_fixture_set_up (&fixture->profile, NULL);
  fixture->file = backup_fixture_dup_path (&fixture->profile, "file.hcbackup");
  fixture->copy = backup_fixture_dup_path (&fixture->profile, "copy.db");

  profile_fixture_set_up (&other, NULL);
  backup_fixture_fill (&other);
  fixture->rows = backup_fixture_dup_rows (other.path);
  profile_fixture_open (&other);
  backup_fixture_export (&other, fixture->file);
  profile_fixture_tear_down (&other, NULL);

  g_assert_true (g_file_get_contents (fixture->file, &fixture->bytes, &fixture->length, NULL));
  database = backup_fixture_read_member (fixture->file, "profile.db");
  fixture_write_file (fixture->profile.folder, "copy.db", g_bytes_get_data (database, NULL),
                      (gssize) g_bytes_get_size (database));

  profile_fixture_open (&fixture->profile);
  note = profile_fixture_add_note (&fixture->profile, "here");
  fixture->before = fixture_list_folder (fixture->profile.profile_folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  profile_fixture_tear_down (&fixture->profile, NULL);
  g_free (fixture->file);
  g_free (fixture->before);
  g_free (fixture->rows);
  g_free (fixture->bytes);
  g_free (fixture->copy);
}

static void
assert_untouched (Fixture *fixture)
{
  g_autofree char *after = fixture_list_folder (fixture->profile.profile_folder);

  g_assert_cmpstr (after, ==, fixture->before);
  g_assert_cmpint (hc_profile_get_state (fixture->profile.profile), ==, HC_PROFILE_READY);
}

static void
assert_refused (Fixture    *fixture,
                const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (backup_fixture_try_inspect (&fixture->profile, path, &error));
  g_assert_error (error, HC_BACKUP_ERROR, code);
  assert_untouched (fixture);
}

static void
assert_file_refused (Fixture *fixture,
                     int      code)
{
  assert_refused (fixture, fixture->file, code);
}

static void
write_file (Fixture    *fixture,
            const char *bytes,
            gsize       length)
{
  fixture_write_file (fixture->profile.folder, "file.hcbackup", bytes, (gssize) length);
}

static void
test_cut (Fixture       *fixture,
          gconstpointer  data)
{
  for (gsize i = 0; i < N_PLACES; i++)
    {
      gsize length = fixture->length * i / N_PLACES;

      write_file (fixture, fixture->bytes, length);
      assert_file_refused (fixture, length < 4 ? HC_BACKUP_ERROR_NOT_A_BACKUP : HC_BACKUP_ERROR_DAMAGED);
    }

  write_file (fixture, fixture->bytes, fixture->length - 1);
  assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);
}

/* Returns: the path of the database that an inspection has left */
static char *
find_transfer (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->profile.profile_folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "transfer"))
      return g_build_filename (fixture->profile.profile_folder, name, NULL);

  g_assert_not_reached ();
}

/* A byte that says nothing, as the time of a file in the archive, may be any. Then what is read is whole. */
static void
test_altered (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_refused = 0;

  for (gsize i = 0; i < N_PLACES; i++)
    {
      g_autofree char *bytes = g_memdup2 (fixture->bytes, fixture->length);
      g_autoptr (HcBackupContents) contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize place = fixture->length * i / N_PLACES;

      bytes[place] = (char) (bytes[place] ^ g_test_rand_int_range (1, 256));
      write_file (fixture, bytes, fixture->length);
      contents = backup_fixture_try_inspect (&fixture->profile, fixture->file, &error);

      if (contents == NULL)
        {
          g_assert_true (error->domain == HC_BACKUP_ERROR);
          g_assert_true (error->code == HC_BACKUP_ERROR_DAMAGED || error->code == HC_BACKUP_ERROR_NOT_A_BACKUP ||
                         error->code == HC_BACKUP_ERROR_TOO_LARGE);
          n_refused++;
        }
      else
        {
          g_autofree char *path = find_transfer (fixture);
          g_autofree char *rows = backup_fixture_dup_rows (path);

          g_assert_cmpstr (rows, ==, fixture->rows);
          g_clear_object (&contents);
        }

      assert_untouched (fixture);
    }

  g_test_message ("%u of %u refused", n_refused, N_PLACES);
  g_assert_cmpuint (n_refused, >=, N_PLACES * 3 / 4);
}

static void
test_other_things (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *nowhere = backup_fixture_dup_path (&fixture->profile, "nowhere.hcbackup");
  g_autofree char *pipe = backup_fixture_dup_path (&fixture->profile, "pipe.hcbackup");
  g_autofree char *database = NULL;
  gsize length;

  write_file (fixture, "", 0);
  assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);
  write_file (fixture, "Dear diary", 10);
  assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);
  write_file (fixture, "PK\3\4", 4);
  assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);
  write_file (fixture, "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
  assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);

  g_assert_true (g_file_get_contents (fixture->copy, &database, &length, NULL));
  write_file (fixture, database, length);
  assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);

  assert_refused (fixture, fixture->profile.folder, HC_BACKUP_ERROR_NOT_A_BACKUP);
  assert_refused (fixture, nowhere, HC_BACKUP_ERROR_CANNOT_READ);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (fixture, pipe, HC_BACKUP_ERROR_NOT_A_BACKUP);
}

/* An archive of these two and whatever else. */
static void
write_members (Fixture            *fixture,
               const BackupMember *members,
               guint               n_members)
{
  backup_fixture_write_zip (fixture->file, members, n_members);
}

static void
test_other_members (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *database = NULL;
  g_autofree char *manifest = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->copy, &database, &length, NULL));
  manifest = backup_fixture_print_manifest (SCHEMA, database, length);

  {
    const BackupMember first = { .name = "manifest.json", .bytes = manifest, .length = -1 };
    const BackupMember second = { .name = "profile.db", .bytes = database, .length = (gssize) length };
    const BackupMember bad[] = {
      { .name = "more.txt", .bytes = "more", .length = -1 },
      { .name = "../profile.db", .bytes = "out", .length = -1 },
      { .name = "/etc/passwd", .bytes = "out", .length = -1 },
      { .name = "folder/profile.db", .bytes = "in", .length = -1 },
      { .name = "./profile.db", .bytes = "here", .length = -1 },
      { .name = "profile.db", .target = "/etc/passwd" },
      { .name = "manifest.json", .bytes = "{}", .length = -1 },
    };

    /* This is what the others differ from. */
    write_members (fixture, (BackupMember[]) { first, second }, 2);
    g_object_unref (backup_fixture_inspect (&fixture->profile, fixture->file));

    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        g_test_message ("%s", bad[i].name);
        write_members (fixture, (BackupMember[]) { first, second, bad[i] }, 3);
        assert_file_refused (fixture, HC_BACKUP_ERROR_TOO_LARGE);
        write_members (fixture, (BackupMember[]) { first, bad[i], second }, 3);
        assert_file_refused (fixture, HC_BACKUP_ERROR_TOO_LARGE);
        write_members (fixture, (BackupMember[]) { bad[i], first, second }, 3);
        assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);
      }

    write_members (fixture, (BackupMember[]) { first }, 1);
    assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);
    write_members (fixture, (BackupMember[]) { second }, 1);
    assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);
    write_members (fixture, (BackupMember[]) { second, first }, 2);
    assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);
  }
}

/* Packed in a way that may want any amount of memory. */
static void
test_other_packing (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "backup", "bzip2.hcbackup", NULL);

  assert_refused (fixture, path, HC_BACKUP_ERROR_NOT_A_BACKUP);
}

/* A backup with this manifest, and the sound database. */
static void
write_manifest (Fixture    *fixture,
                const char *manifest)
{
  g_autofree char *database = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->copy, &database, &length, NULL));

  {
    const BackupMember members[] = { { .name = "manifest.json", .bytes = manifest, .length = -1 },
                                     { .name = "profile.db", .bytes = database, .length = (gssize) length } };

    write_members (fixture, members, G_N_ELEMENTS (members));
  }
}

static void
test_manifests (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *from;
    const char *to;
    int         code;
  } changes[] = {
    { "\"format\": 1", "\"format\": 2", HC_BACKUP_ERROR_NEWER },
    { "\"format\": 1", "\"format\": 0", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "\"format\": 1", "\"format\": \"1\"", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "\"format\": 1,", "", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "Health Center", "Another", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "\"0.0.9\"", "null", HC_BACKUP_ERROR_DAMAGED },
    { "\"0.0.9\"", "\"1\\n2\"", HC_BACKUP_ERROR_DAMAGED },
    { "\"0.0.9\"", "\"12345678901234567890123456789012345678901\"", HC_BACKUP_ERROR_DAMAGED },
    { "2026-11-19T10", "2026-11-19T77", HC_BACKUP_ERROR_DAMAGED },
    { "\"schema\": " FIXTURE_VERSION, "\"schema\": 999", HC_BACKUP_ERROR_NEWER },
    { "\"schema\": " FIXTURE_VERSION, "\"schema\": 1", HC_BACKUP_ERROR_DAMAGED },
    { "\"schema\": " FIXTURE_VERSION, "\"schema\": 0", HC_BACKUP_ERROR_DAMAGED },
    { "\"schema\": " FIXTURE_VERSION, "\"schema\": -1", HC_BACKUP_ERROR_DAMAGED },
    { "\"schema\": " FIXTURE_VERSION, "\"schema\": 9999999999999999999999", HC_BACKUP_ERROR_NEWER },
    { "\"length\": ", "\"length\": 1", HC_BACKUP_ERROR_DAMAGED },
    { "\"length\": ", "\"length\": 99999", HC_BACKUP_ERROR_TOO_LARGE },
    { "\"length\": ", "\"length\": -", HC_BACKUP_ERROR_DAMAGED },
    { "\"sha256\": \"", "\"sha256\": \"0", HC_BACKUP_ERROR_DAMAGED },
    { "\"sha256\"", "\"sha1\"", HC_BACKUP_ERROR_DAMAGED },
    { "\"database\": {", "\"database\": [], \"x\": {", HC_BACKUP_ERROR_DAMAGED },
    { "\"rows\": {}", "\"rows\": {", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "{ \"format\"", "[{ \"format\"", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "Health Center", "Health \xff Center", HC_BACKUP_ERROR_NOT_A_BACKUP },
  };
  g_autofree char *database = NULL;
  g_autofree char *sound = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->copy, &database, &length, NULL));
  sound = backup_fixture_print_manifest (SCHEMA, database, length);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (sound, changes[i].from, 2);
      g_autofree char *manifest = g_strjoinv (changes[i].to, parts);

      g_test_message ("%s", changes[i].to);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      write_manifest (fixture, manifest);
      assert_file_refused (fixture, changes[i].code);
    }

  /* The checksum of as many other bytes. */
  {
    g_autofree char *other = g_strnfill (length, 'x');
    g_autofree char *manifest = backup_fixture_print_manifest (SCHEMA, other, length);

    write_manifest (fixture, manifest);
    assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);
  }

  for (guint i = 0; i < 7; i++)
    {
      const char *const texts[] = { "", "null", "1", "[]", "{}", "\"\"", "{ \"format\": 1 }" };

      write_manifest (fixture, texts[i]);
      assert_file_refused (fixture, HC_BACKUP_ERROR_NOT_A_BACKUP);
    }
}

/* Brackets in brackets, as many as a manifest may have letters, and as many as fill 100 MB. */
static void
test_deep_manifest (Fixture       *fixture,
                    gconstpointer  data)
{
  static const guint64 lengths[] = { 60000, 100 * 1024 * 1024 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const BackupMember members[] = { { .name = "manifest.json", .n_filled = lengths[i], .filling = '[' },
                                       { .name = "profile.db" } };

      write_members (fixture, members, G_N_ELEMENTS (members));
      assert_file_refused (fixture, i == 0 ? HC_BACKUP_ERROR_NOT_A_BACKUP : HC_BACKUP_ERROR_TOO_LARGE);
    }
}

/* Changes the sound database with SQL and wraps it with a manifest that is right. */
static void
assert_database_refused (Fixture    *fixture,
                         const char *sql,
                         int         code)
{
  g_autofree char *copy = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->copy, &bytes, &length, NULL));
  fixture_write_file (fixture->profile.folder, "changed.db", bytes, (gssize) length);
  copy = backup_fixture_dup_path (&fixture->profile, "changed.db");
  g_test_message ("%s", sql);
  fixture_execute (copy, sql);
  backup_fixture_wrap (fixture->file, copy, SCHEMA);
  assert_file_refused (fixture, code);
}

static void
test_databases (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    int         code;
  } changes[] = {
    { "PRAGMA application_id = 7", HC_BACKUP_ERROR_NOT_A_BACKUP },
    { "PRAGMA user_version = 999", HC_BACKUP_ERROR_NEWER },
    { "PRAGMA user_version = 0", HC_BACKUP_ERROR_DAMAGED },
    { "PRAGMA user_version = 1", HC_BACKUP_ERROR_DAMAGED },
    { "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM medicine; END", HC_BACKUP_ERROR_DAMAGED },
    { "CREATE VIEW v AS SELECT * FROM note", HC_BACKUP_ERROR_DAMAGED },
    { "CREATE TABLE extra (x)", HC_BACKUP_ERROR_DAMAGED },
    { "CREATE VIRTUAL TABLE extra USING fts5 (x)", HC_BACKUP_ERROR_DAMAGED },
    { "CREATE INDEX i ON note (length (text))", HC_BACKUP_ERROR_DAMAGED },
    { "DROP TABLE bookmark", HC_BACKUP_ERROR_DAMAGED },
    { "DROP TABLE bookmark; CREATE TABLE bookmark (link TEXT PRIMARY KEY NOT NULL, title, created)",
      HC_BACKUP_ERROR_DAMAGED },
    { "ALTER TABLE note ADD COLUMN extra TEXT", HC_BACKUP_ERROR_DAMAGED },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'random UUID', 'number')",
      HC_BACKUP_ERROR_DAMAGED },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE note (' WHERE name = 'note'",
      HC_BACKUP_ERROR_DAMAGED },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2", HC_BACKUP_ERROR_DAMAGED },
    { "PRAGMA ignore_check_constraints = ON; UPDATE note SET created = 'yesterday'", HC_BACKUP_ERROR_DAMAGED },
    { "PRAGMA ignore_check_constraints = ON; UPDATE bookmark SET link = 'http://x'", HC_BACKUP_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    assert_database_refused (fixture, changes[i].sql, changes[i].code);
}

/* Files that are no databases, with a manifest that is right. */
static void
test_no_databases (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = backup_fixture_dup_path (&fixture->profile, "not.db");
  g_autofree char *text = g_strnfill (20000, 'x');
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->copy, &bytes, &length, NULL));

  fixture_write_file (fixture->profile.folder, "not.db", "", 0);
  backup_fixture_wrap (fixture->file, path, SCHEMA);
  assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);

  fixture_write_file (fixture->profile.folder, "not.db", text, -1);
  backup_fixture_wrap (fixture->file, path, SCHEMA);
  assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);

  fixture_write_file (fixture->profile.folder, "not.db", bytes, (gssize) length / 2);
  backup_fixture_wrap (fixture->file, path, SCHEMA);
  assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static long
get_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);

  return usage.ru_maxrss;
}

/* Two gigabytes of zeros in some megabytes, whatever the manifest says of them. A file of more than 64 MB
 * cannot be written meanwhile, which would be another error. */
static void
test_bomb (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const lengths[] = { "4096", "536870912", "2147483648" };
  long memory = get_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *sound = backup_fixture_print_manifest (SCHEMA, NULL, 0);
      g_auto (GStrv) parts = g_strsplit (sound, "\"length\": 0", 2);
      g_autofree char *changed = g_strconcat ("\"length\": ", lengths[i], NULL);
      g_autofree char *manifest = g_strjoinv (changed, parts);
      /* The last manifest is true, and is enough to refuse it. */
      const BackupMember members[] = {
        { .name = "manifest.json", .bytes = manifest, .length = -1 },
        { .name = "profile.db", .n_filled = i == 1 ? 1024 : 2u * 1024 * 1024 * 1024 / (i == 2 ? 1024 : 1) },
      };

      write_members (fixture, members, G_N_ELEMENTS (members));
      limit_file_size (64 * 1024 * 1024);
      assert_file_refused (fixture, i == 1 ? HC_BACKUP_ERROR_DAMAGED : HC_BACKUP_ERROR_TOO_LARGE);
      limit_file_size (RLIM_INFINITY);
    }

  g_assert_cmpint (get_memory () - memory, <, 64 * 1024);
}

/* Every size in the archive lies, too: no more is unpacked than the manifest announces. */
static void
test_lying_bomb (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *manifest = backup_fixture_print_manifest (SCHEMA, "x", 1);
  const guint32 length = GUINT32_TO_LE (100 * 1024 * 1024), lie = GUINT32_TO_LE (1);
  const BackupMember members[] = { { .name = "manifest.json", .bytes = manifest, .length = -1 },
                                   { .name = "profile.db", .n_filled = 100 * 1024 * 1024 } };
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  guint n_found = 0;

  write_members (fixture, members, G_N_ELEMENTS (members));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &n_bytes, NULL));

  for (gsize i = 0; i + sizeof length <= n_bytes; i++)
    if (memcmp (bytes + i, &length, sizeof length) == 0)
      {
        memcpy (bytes + i, &lie, sizeof lie);
        n_found++;
      }

  g_assert_cmpuint (n_found, >=, 1);
  write_file (fixture, bytes, n_bytes);
  limit_file_size (1024 * 1024);
  assert_file_refused (fixture, HC_BACKUP_ERROR_DAMAGED);
  limit_file_size (RLIM_INFINITY);
}

/* No room to unpack it. */
static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  limit_file_size (10000);
  g_assert_null (backup_fixture_try_inspect (&fixture->profile, fixture->file, &error));
  limit_file_size (RLIM_INFINITY);
  g_assert_error (error, HC_BACKUP_ERROR, HC_BACKUP_ERROR_CANNOT_WRITE);
  assert_untouched (fixture);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  hc_profile_inspect_async (fixture->profile.profile, file, cancellable, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_null (hc_profile_inspect_finish (fixture->profile.profile, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  assert_untouched (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/profile/backup-bad-files/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("cut", test_cut);
  ADD ("altered", test_altered);
  ADD ("other-things", test_other_things);
  ADD ("other-members", test_other_members);
  ADD ("other-packing", test_other_packing);
  ADD ("manifests", test_manifests);
  ADD ("deep-manifest", test_deep_manifest);
  ADD ("databases", test_databases);
  ADD ("no-databases", test_no_databases);
  ADD ("bomb", test_bomb);
  ADD ("lying-bomb", test_lying_bomb);
  ADD ("no-room", test_no_room);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
