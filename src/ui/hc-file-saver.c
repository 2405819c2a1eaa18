/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves what was made as a file where the person wants it. */

#include "hc-file-saver.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-file-picker.h"
#include "hc-toast.h"

/* The window says what became of the file, also when the dialog that asked has gone meanwhile. */
static GtkWidget *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? GTK_WIDGET (root) : widget;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_autofree char *name = g_file_get_basename (G_FILE (source));
      g_autofree char *shown = g_filename_display_name (name);
      /* Translators: %s is the name of a file. */
      g_autofree char *words = g_strdup_printf (_("Saved as “%s”"), shown);

      hc_toast_show (window, words);
    }
  else
    {
      hc_toast_show (window, hc_save_error_to_words (error));
    }
}

/**
 * hc_file_saver_write:
 * @parent: a widget in a window of the program
 * @file: a file; one that is there is replaced
 * @bytes: what is saved
 *
 * Saves it, only for the person to read, and says so in a toast.
 */
void
hc_file_saver_write (GtkWidget *parent,
                     GFile     *file,
                     GBytes    *bytes)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb,
                                       g_object_ref (get_window (parent)));
}

static void
picked_cb (GtkWidget *parent,
           GFile     *file,
           gpointer   user_data)
{
  hc_file_saver_write (parent, file, user_data);
}

/**
 * hc_file_saver_choose:
 * @parent: a widget in a window of the program
 * @title: the title of the file chooser
 * @name: the name that is proposed
 * @bytes: what is saved
 *
 * Asks where to save it, and does.
 */
void
hc_file_saver_choose (GtkWidget  *parent,
                      const char *title,
                      const char *name,
                      GBytes     *bytes)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (bytes != NULL);

  hc_file_picker_save (get_window (parent), title, name, picked_cb, g_bytes_ref (bytes),
                       (GDestroyNotify) g_bytes_unref);
}
