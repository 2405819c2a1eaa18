/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-export.h"

#include <glib/gi18n.h>

#include "hc-file-picker.h"
#include "hc-file-saver.h"

/* The list of feeds as a file that other programs read. */

/**
 * hc_feed_export_save:
 * @context: what the pages share
 * @parent: a widget of an #HcWindow
 * @file: the file; one that is there is replaced
 *
 * Saves the list of feeds as OPML, and tells by a toast whether that went well.
 */
void
hc_feed_export_save (HcContext *context,
                     GtkWidget *parent,
                     GFile     *file)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_FILE (file));

  now = hc_clock_dup_time (hc_context_get_clock (context));
  text = hc_news_print_opml (hc_context_get_news (context), now);
  bytes = g_bytes_new_take (text, strlen (text));
  hc_file_saver_write (parent, file, bytes);
}

static void
picked_cb (GtkWidget *parent,
           GFile     *file,
           gpointer   user_data)
{
  hc_feed_export_save (HC_CONTEXT (user_data), parent, file);
}

/**
 * hc_feed_export_choose:
 * @context: what the pages share
 * @parent: a widget of an #HcWindow
 *
 * Lets the person choose a file, and saves the list of feeds there.
 */
void
hc_feed_export_choose (HcContext *context,
                       GtkWidget *parent)
{
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  hc_file_picker_save (parent, _("Export List of Feeds"),
                       /* Translators: the name of a file. */
                       _("Feeds.opml"), picked_cb, g_object_ref (context), g_object_unref);
}
