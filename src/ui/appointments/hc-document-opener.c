/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-document-opener.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * HcDocumentOpener:
 *
 * Copies of documents for other programs to show. They are in folders that only the person can look into, and go
 * when the opener goes.
 */
struct _HcDocumentOpener
{
  GObject    parent_instance;

  GPtrArray *files;   /* of char: their paths */
};

G_DEFINE_FINAL_TYPE (HcDocumentOpener, hc_document_opener, G_TYPE_OBJECT)

static void
hc_document_opener_finalize (GObject *object)
{
  HcDocumentOpener *self = HC_DOCUMENT_OPENER (object);

  for (guint i = 0; i < self->files->len; i++)
    {
      const char *path = g_ptr_array_index (self->files, i);
      g_autofree char *folder = g_path_get_dirname (path);

      g_unlink (path);
      g_rmdir (folder);
    }
  g_ptr_array_unref (self->files);

  G_OBJECT_CLASS (hc_document_opener_parent_class)->finalize (object);
}

static void
hc_document_opener_class_init (HcDocumentOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_document_opener_finalize;
}

static void
hc_document_opener_init (HcDocumentOpener *self)
{
  self->files = g_ptr_array_new_with_free_func (g_free);
}

/**
 * hc_document_opener_new:
 *
 * Returns: (transfer full): an opener without copies
 */
HcDocumentOpener *
hc_document_opener_new (void)
{
  return g_object_new (HC_TYPE_DOCUMENT_OPENER, NULL);
}

/* The name came with a file or a backup, and may be anything. */
static char *
dup_safe_name (const char *name)
{
  g_autofree char *safe = g_path_get_basename (name);

  g_strdelimit (safe, "/\\", '_');
  if (*safe == '\0' || *safe == '.')
    *safe = '_';

  return g_filename_from_utf8 (safe, -1, NULL, NULL, NULL);
}

/**
 * hc_document_opener_copy:
 * @self: an opener
 * @document: a document with its content
 * @error: return location for a %G_FILE_ERROR
 *
 * Returns: (transfer full) (nullable): a copy that only the person can read
 */
GFile *
hc_document_opener_copy (HcDocumentOpener       *self,
                         HcAppointmentDocument  *document,
                         GError                **error)
{
  g_autofree char *folder = NULL, *name = NULL, *path = NULL;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (HC_IS_DOCUMENT_OPENER (self), NULL);
  g_return_val_if_fail (document != NULL && document->content != NULL, NULL);

  folder = g_dir_make_tmp ("health-center-XXXXXX", error);
  if (folder == NULL)
    return NULL;

  name = dup_safe_name (document->name);
  path = g_build_filename (folder, name != NULL ? name : "document", NULL);
  data = g_bytes_get_data (document->content, &length);
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, error))
    {
      g_rmdir (folder);
      return NULL;
    }

  g_ptr_array_add (self->files, g_strdup (path));

  return g_file_new_for_path (path);
}
