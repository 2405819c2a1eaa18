/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-scanner.h"

#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "hc-import-file.h"
#include "hc-pillbox-reader.h"
#include "hc-spl-reader.h"

/* DailyMed has archives of archives. More are not opened: a bomb has many. */
#define MAX_ARCHIVE_DEPTH 2

/* An archive in an archive is kept in memory; those of DailyMed hold one label with its pictures. */
#define MAX_INNER_ARCHIVE (256 * 1024 * 1024)

#define MAX_FOLDER_DEPTH 16

typedef enum {
  FORMAT_UNKNOWN,
  FORMAT_XML,
  FORMAT_CSV,
  FORMAT_ZIP,
} Format;

/* Reads the next piece. Returns its length, 0 at the end, -1 with @error set. */
typedef gssize (*ReadFunc) (gpointer source, char *buffer, gsize size, GError **error);

typedef struct
{
  const HcLabelScannerFuncs *funcs;
  gpointer                   user_data;
  guint64                    total; /* bytes of all files */
  guint64                    done;  /* bytes of those that were read */
  guint64                    here;  /* bytes of the one that is read */
  const char                *file;  /* the name of what is read, for messages */
  guint                      n_found; /* labels, and what was told of */
  gboolean                   counting; /* whether the bytes are counted before all is read */
  gboolean                   stopped;
} Scan;

static void
add_problem (Scan         *scan,
             const char   *file,
             const GError *error)
{
  scan->n_found++;
  scan->funcs->take_problem (file, error, scan->user_data);
}

static void G_GNUC_PRINTF (4, 5)
tell (Scan         *scan,
      const char   *file,
      HcLabelError  code,
      const char   *format,
      ...)
{
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  error = g_error_new_valist (HC_LABEL_ERROR, (int) code, format, arguments);
  va_end (arguments);

  add_problem (scan, file, error);
}

static gboolean
go_on (Scan *scan)
{
  double fraction = scan->total > 0 ? (double) (scan->done + scan->here) / (double) scan->total : 0;

  if (!scan->stopped && !scan->funcs->take_progress (MIN (fraction, 1), scan->user_data))
    scan->stopped = TRUE;

  return !scan->stopped;
}

static gboolean
give_label (Scan    *scan,
            HcLabel *label)
{
  scan->n_found++;

  if (!scan->funcs->take_label (label, scan->file, scan->user_data))
    scan->stopped = TRUE;

  return !scan->stopped;
}

static Format
guess_format (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (folded, ".xml"))
    return FORMAT_XML;
  if (g_str_has_suffix (folded, ".csv"))
    return FORMAT_CSV;
  if (g_str_has_suffix (folded, ".zip"))
    return FORMAT_ZIP;

  return FORMAT_UNKNOWN;
}

static void
read_xml (Scan     *scan,
          ReadFunc  read_piece,
          gpointer  source)
{
  g_autoptr (HcSplReader) reader = hc_spl_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (HC_IMPORT_FILE_PIECE);
  gssize length;
  HcLabel *label;

  while ((length = read_piece (source, buffer, HC_IMPORT_FILE_PIECE, &error)) > 0)
    if (!go_on (scan) || !hc_spl_reader_feed (reader, buffer, (gsize) length, &error))
      break;

  if (scan->stopped)
    return;

  label = error == NULL ? hc_spl_reader_finish (reader, &error) : NULL;

  if (label != NULL)
    give_label (scan, label);
  else
    add_problem (scan, scan->file, error);
}

static gboolean
take_pillbox_label_cb (HcLabel  *label,
                       gpointer  user_data)
{
  return give_label (user_data, label);
}

static void
take_pillbox_fault_cb (const GError *error,
                       guint         line,
                       gpointer      user_data)
{
  Scan *scan = user_data;

  tell (scan, scan->file, (HcLabelError) error->code, "Line %u: %s", line, error->message);
}

static void
read_csv (Scan     *scan,
          ReadFunc  read_piece,
          gpointer  source)
{
  static const HcPillboxFuncs funcs = { take_pillbox_label_cb, take_pillbox_fault_cb };
  g_autoptr (HcPillboxReader) reader = hc_pillbox_reader_new (&funcs, scan);
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (HC_IMPORT_FILE_PIECE);
  guint n_unnamed = 0;
  gssize length;

  while ((length = read_piece (source, buffer, HC_IMPORT_FILE_PIECE, &error)) > 0)
    if (!go_on (scan) || !hc_pillbox_reader_feed (reader, buffer, (gsize) length, &error))
      break;

  if (!scan->stopped && error == NULL)
    hc_pillbox_reader_finish (reader, &n_unnamed, &error);

  if (error != NULL)
    add_problem (scan, scan->file, error);
  else if (n_unnamed > 0)
    tell (scan, scan->file, HC_LABEL_ERROR_INCOMPLETE, "%u rows name no medicine or no label", n_unnamed);
}

static void read_archive (Scan           *scan,
                          struct archive *archive,
                          const char     *name,
                          guint           depth);

static struct archive *
new_archive (void)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);

  return archive;
}

static gssize
read_entry_cb (gpointer   source,
               char      *buffer,
               gsize      size,
               GError   **error)
{
  return hc_import_file_read_entry (source, buffer, size, HC_LABEL_ERROR, HC_LABEL_ERROR_DAMAGED_ARCHIVE, error);
}

static void
read_inner_archive (Scan           *scan,
                    struct archive *outer,
                    const char     *name,
                    guint           depth)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (HC_IMPORT_FILE_PIECE);
  struct archive *archive;
  gssize length;

  if (depth > MAX_ARCHIVE_DEPTH)
    {
      tell (scan, name, HC_LABEL_ERROR_TOO_DEEP, "Archives are nested too deep");
      return;
    }

  while ((length = read_entry_cb (outer, buffer, HC_IMPORT_FILE_PIECE, &error)) > 0 && go_on (scan))
    {
      g_byte_array_append (bytes, (const guint8 *) buffer, (guint) length);

      if (bytes->len > MAX_INNER_ARCHIVE)
        {
          tell (scan, name, HC_LABEL_ERROR_TOO_LARGE, "An archive in an archive may have 256 MiB");
          return;
        }
    }

  if (scan->stopped)
    return;

  if (error != NULL)
    {
      add_problem (scan, name, error);
      return;
    }

  archive = new_archive ();
  if (archive_read_open_memory (archive, bytes->data, bytes->len) == ARCHIVE_OK)
    read_archive (scan, archive, name, depth);
  else
    tell (scan, name, HC_LABEL_ERROR_DAMAGED_ARCHIVE, "%s", hc_import_file_get_archive_words (archive));
  archive_read_free (archive);
}

static void
read_entry (Scan                 *scan,
            struct archive       *archive,
            struct archive_entry *entry,
            const char           *archive_name,
            guint                 depth)
{
  const char *path = archive_entry_pathname (entry);
  g_autofree char *valid = g_utf8_make_valid (path != NULL ? path : "?", -1);
  g_autofree char *name = g_strdup_printf ("%s: %s", archive_name, valid);
  Format format = guess_format (valid);

  if (archive_entry_filetype (entry) != AE_IFREG || format == FORMAT_UNKNOWN)
    return;

  if (hc_import_file_leads_out (valid))
    {
      tell (scan, name, HC_LABEL_ERROR_UNSAFE_NAME, "The name leads out of the archive");
      return;
    }

  if (archive_entry_is_encrypted (entry))
    {
      tell (scan, name, HC_LABEL_ERROR_ENCRYPTED, "The file is encrypted");
      return;
    }

  scan->file = name;

  if (format == FORMAT_XML)
    read_xml (scan, read_entry_cb, archive);
  else if (format == FORMAT_CSV)
    read_csv (scan, read_entry_cb, archive);
  else
    read_inner_archive (scan, archive, name, depth + 1);

  scan->file = archive_name;
}

static void
read_archive (Scan           *scan,
              struct archive *archive,
              const char     *name,
              guint           depth)
{
  struct archive_entry *entry;
  guint n_before = scan->n_found;
  int result = ARCHIVE_OK;

  while (!scan->stopped && (result = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN &&
         result != ARCHIVE_EOF)
    {
      if (depth == 1)
        scan->here = (guint64) MAX (archive_filter_bytes (archive, -1), 0);

      if (go_on (scan))
        read_entry (scan, archive, entry, name, depth);
    }

  if (scan->stopped)
    return;

  if (result != ARCHIVE_EOF)
    tell (scan, name, HC_LABEL_ERROR_DAMAGED_ARCHIVE, "%s", hc_import_file_get_archive_words (archive));
  else if (scan->n_found == n_before)
    tell (scan, name, HC_LABEL_ERROR_EMPTY, "No label in the archive");
}

typedef struct
{
  Scan *scan;
  int   descriptor;
} File;

static gssize
read_file_cb (gpointer   source,
              char      *buffer,
              gsize      size,
              GError   **error)
{
  File *file = source;
  gssize length = hc_import_file_read (file->descriptor, buffer, size,
                                       HC_LABEL_ERROR, HC_LABEL_ERROR_UNREADABLE, error);

  file->scan->here += (guint64) MAX (length, 0);

  return length;
}

/* What somebody chose is looked into whatever its name is. */
static Format
look_into (int descriptor)
{
  char start[64];
  gssize length = pread (descriptor, start, sizeof start - 1, 0);

  if (length <= 0)
    return FORMAT_CSV;

  start[length] = '\0';
  if (hc_import_file_is_zip (descriptor))
    return FORMAT_ZIP;

  return start[strspn (start, " \t\r\n\xef\xbb\xbf")] == '<' || (guchar) start[0] >= 0xfe ? FORMAT_XML : FORMAT_CSV;
}

static void
read_file (Scan       *scan,
           const char *path,
           gboolean    is_chosen)
{
  g_autofree char *name = g_filename_display_basename (path);
  Format format = guess_format (path);
  File file = { scan, g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0) };
  GStatBuf info = { 0 };

  scan->file = name;
  scan->here = 0;

  if (file.descriptor < 0 || fstat (file.descriptor, &info) != 0 || !S_ISREG (info.st_mode))
    {
      tell (scan, name, HC_LABEL_ERROR_UNREADABLE, "%s", info.st_mode != 0 ? "not a file" : g_strerror (errno));
      if (file.descriptor >= 0)
        close (file.descriptor);
      return;
    }

  if (format == FORMAT_UNKNOWN && is_chosen)
    format = look_into (file.descriptor);

  if (format == FORMAT_XML)
    {
      read_xml (scan, read_file_cb, &file);
    }
  else if (format == FORMAT_CSV)
    {
      read_csv (scan, read_file_cb, &file);
    }
  else if (format == FORMAT_ZIP)
    {
      struct archive *archive = new_archive ();

      if (archive_read_open_fd (archive, file.descriptor, HC_IMPORT_FILE_PIECE) == ARCHIVE_OK)
        read_archive (scan, archive, name, 1);
      else
        tell (scan, name, HC_LABEL_ERROR_DAMAGED_ARCHIVE, "%s", hc_import_file_get_archive_words (archive));
      archive_read_free (archive);
    }

  close (file.descriptor);
  scan->done += (guint64) info.st_size;
  scan->here = 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* Calls for all files below a folder, sorted; links are not followed, they may go round in circles. */
static void
walk (Scan       *scan,
      const char *folder,
      guint       depth,
      void      (*func) (Scan *scan, const char *path, const GStatBuf *info))
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL || depth > MAX_FOLDER_DEPTH)
    {
      if (!scan->counting)
        tell (scan, folder, dir == NULL ? HC_LABEL_ERROR_UNREADABLE : HC_LABEL_ERROR_TOO_DEEP, "%s",
              error != NULL ? error->message : "Folders are nested too deep");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, compare_names);

  for (guint i = 0; i < names->len && !scan->stopped; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      GStatBuf info;

      if (g_lstat (path, &info) != 0)
        continue;

      if (S_ISDIR (info.st_mode))
        walk (scan, path, depth + 1, func);
      else if (S_ISREG (info.st_mode) && guess_format (path) != FORMAT_UNKNOWN)
        func (scan, path, &info);
    }
}

static void
count_file (Scan           *scan,
            const char     *path,
            const GStatBuf *info)
{
  scan->total += (guint64) info->st_size;
}

static void
read_found_file (Scan           *scan,
                 const char     *path,
                 const GStatBuf *info)
{
  if (go_on (scan))
    read_file (scan, path, FALSE);
}

/**
 * hc_label_scanner_scan:
 * @paths: (array zero-terminated=1) (element-type filename): files and folders that somebody chose: XML, CSV,
 *   ZIP, folders of these
 * @funcs: what takes labels, problems and the progress
 * @user_data: for @funcs
 *
 * Reads labels, one after the other: there is never more than one in memory. What cannot be read is told of
 * and left out; nothing of it is written to disk.
 *
 * Returns: whether all was read, %FALSE when a function of @funcs did not want more
 */
gboolean
hc_label_scanner_scan (const char *const         *paths,
                       const HcLabelScannerFuncs *funcs,
                       gpointer                   user_data)
{
  Scan scan = { .funcs = funcs, .user_data = user_data };

  g_return_val_if_fail (paths != NULL, FALSE);
  g_return_val_if_fail (funcs != NULL, FALSE);

  scan.counting = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      GStatBuf info;

      if (g_stat (paths[i], &info) != 0)
        continue;

      if (S_ISDIR (info.st_mode))
        walk (&scan, paths[i], 0, count_file);
      else
        scan.total += (guint64) info.st_size;
    }

  scan.counting = FALSE;

  for (guint i = 0; paths[i] != NULL && go_on (&scan); i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);
      guint n_before = scan.n_found;

      if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        {
          read_file (&scan, paths[i], TRUE);
          continue;
        }

      walk (&scan, paths[i], 0, read_found_file);
      if (!scan.stopped && scan.n_found == n_before)
        tell (&scan, name, HC_LABEL_ERROR_EMPTY, "No label in the folder");
    }

  /* Nothing is left, whatever could not be read. */
  scan.total = MAX (scan.total, 1);
  scan.done = scan.total;

  return go_on (&scan);
}
