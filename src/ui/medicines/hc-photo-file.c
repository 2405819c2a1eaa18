/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-photo-file.h"

#include <glib/gi18n.h>

/* Photos of files that people choose. They are decoded and made smaller in a thread; of what else the file tells,
 * such as where it was taken, nothing is kept. */

#define MAX_BYTES (40 * 1024 * 1024)
#define MAX_PIXELS (120 * 1000 * 1000) /* more than cameras have */
#define PIECE (64 * 1024)
#define QUALITY "85"
#define WHITE 0xffffff
#define CHECK_SIZE 16

G_DEFINE_QUARK (hc-photo-error-quark, hc_photo_error)

/* The loader of one file. */
typedef struct
{
  GdkPixbufLoader *loader;
  gboolean         has_too_many_pixels;
} Reading;

/**
 * hc_photo_error_to_words:
 * @error: why a file could not be taken
 *
 * Returns: a sentence or two for a person: what is wrong and what helps
 */
const char *
hc_photo_error_to_words (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, HC_PHOTO_ERROR, HC_PHOTO_ERROR_TOO_LARGE))
    return _("This picture is too large: 40 MB and 120 megapixels at most. Take one with a smaller size.");

  if (error->domain == HC_PHOTO_ERROR)
    return _("This file is no picture that can be read here. Choose a JPEG or PNG file.");

  return _("This file could not be read. Try again, or choose another one.");
}

static gboolean
refuse (GError       **error,
        HcPhotoError   code)
{
  g_set_error_literal (error, HC_PHOTO_ERROR, (int) code, "The file is not taken as a photo");

  return FALSE;
}

/* A size of zero ends the loader before it asks for memory. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  Reading         *reading)
{
  double scale = MIN (1.0, (double) HC_PHOTO_MAX_SIDE / MAX (width, height));

  reading->has_too_many_pixels = (gint64) width * height > MAX_PIXELS;

  if (reading->has_too_many_pixels)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale + 0.5), 1), MAX ((int) (height * scale + 0.5), 1));
}

static gboolean
feed (Reading       *reading,
      GInputStream  *stream,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  gsize n_bytes = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, piece, PIECE, cancellable, error)) > 0)
    {
      n_bytes += (gsize) n;

      if (n_bytes > MAX_BYTES)
        return refuse (error, HC_PHOTO_ERROR_TOO_LARGE);

      if (!gdk_pixbuf_loader_write (reading->loader, piece, (gsize) n, NULL) || reading->has_too_many_pixels)
        return refuse (error, reading->has_too_many_pixels ? HC_PHOTO_ERROR_TOO_LARGE : HC_PHOTO_ERROR_NO_PICTURE);
    }

  return n == 0;
}

/* JPEG knows no transparency. */
static GdkPixbuf *
flatten (GdkPixbuf *pixbuf)
{
  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return g_object_ref (pixbuf);

  return gdk_pixbuf_composite_color_simple (pixbuf, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                            GDK_INTERP_NEAREST, 255, CHECK_SIZE, WHITE, WHITE);
}

static GBytes *
encode (GdkPixbuf  *pixbuf,
        GError    **error)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  g_autoptr (GdkPixbuf) flat = flatten (upright);
  char *jpeg = NULL;
  gsize length = 0;

  if (!gdk_pixbuf_save_to_buffer (flat, &jpeg, &length, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;

  return g_bytes_new_take (jpeg, length);
}

static GdkPixbuf *
read_pixbuf (GInputStream  *stream,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Reading reading = { loader, FALSE };
  gboolean is_fed, is_whole;
  GdkPixbuf *pixbuf;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &reading);
  is_fed = feed (&reading, stream, cancellable, error);
  is_whole = gdk_pixbuf_loader_close (loader, NULL);
  if (!is_fed)
    return NULL;

  pixbuf = is_whole ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (pixbuf == NULL)
    {
      refuse (error, reading.has_too_many_pixels ? HC_PHOTO_ERROR_TOO_LARGE : HC_PHOTO_ERROR_NO_PICTURE);
      return NULL;
    }

  return g_object_ref (pixbuf);
}

static GBytes *
read_stream (GInputStream  *stream,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GdkPixbuf) pixbuf = read_pixbuf (stream, cancellable, error);

  return pixbuf != NULL ? encode (pixbuf, error) : NULL;
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (source, cancellable, &error);
  GBytes *jpeg = stream != NULL ? read_stream (G_INPUT_STREAM (stream), cancellable, &error) : NULL;

  if (jpeg != NULL)
    g_task_return_pointer (task, jpeg, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/**
 * hc_photo_file_read_async:
 * @file: a file that a person has chosen
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: passed to @callback
 *
 * Reads a picture of any kind, in a thread, and makes it a JPEG file of %HC_PHOTO_MAX_SIDE pixels at most.
 */
void
hc_photo_file_read_async (GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, hc_photo_file_read_async);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * hc_photo_file_read_finish:
 * @file: the file
 * @result: what the callback was given
 * @error: return location for a %HC_PHOTO_ERROR or a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): the JPEG file
 */
GBytes *
hc_photo_file_read_finish (GFile         *file,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_photo_file_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_photo_file_load_texture:
 * @jpeg: a photo that was kept; it may have come with a backup, from anywhere
 * @error: return location for a %HC_PHOTO_ERROR
 *
 * Returns: (transfer full) (nullable): the photo to be shown, of %HC_PHOTO_MAX_SIDE pixels at most
 */
GdkTexture *
hc_photo_file_load_texture (GBytes  *jpeg,
                            GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_return_val_if_fail (jpeg != NULL, NULL);

  stream = g_memory_input_stream_new_from_bytes (jpeg);
  pixbuf = read_pixbuf (stream, NULL, error);

  return pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL;
}
