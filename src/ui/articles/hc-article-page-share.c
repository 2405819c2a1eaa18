/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article leaves the program as text: to the clipboard or into a file. */

#include "hc-article-page-private.h"

#include <glib/gi18n.h>

#include "hc-article-text.h"
#include "hc-error-words.h"

static void
show_toast (HcArticlePage *self,
            const char    *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
copy_text (HcArticlePage *self)
{
  g_autofree char *text = hc_article_to_text (hc_article_view_get_article (self->view));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  show_toast (self, _("Copied as text"));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcArticlePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_autofree char *name = g_file_get_basename (G_FILE (source));
      g_autofree char *shown = g_filename_display_name (name);
      /* Translators: %s is the name of a file. */
      g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), shown);

      show_toast (self, text);
    }
  else
    {
      show_toast (self, hc_save_error_to_words (error));
    }
}

/* A file that is there already is replaced as a whole or stays as it is. */
void
_hc_article_page_save_text (HcArticlePage *self,
                            GFile         *file)
{
  char *text = hc_article_to_text (hc_article_view_get_article (self->view));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       saved_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HcArticlePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    _hc_article_page_save_text (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_toast (self, hc_save_error_to_words (error));
}

/* The title of an article as the name of a file. */
char *
_hc_article_page_dup_file_name (HcArticle *article)
{
  g_autofree char *title = g_strdelimit (g_strdup (hc_article_get_title (article)), "/\\:*?\"<>|", '-');

  return g_strconcat (g_strstrip (title), ".txt", NULL);
}

static void
choose_file (HcArticlePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = _hc_article_page_dup_file_name (hc_article_view_get_article (self->view));

  gtk_file_dialog_set_title (dialog, _("Save as Text"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_chosen_cb, g_object_ref (self));
}

/* The parameter of `article.share` says how: `copy` or `save`. */
void
_hc_article_page_share (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);

  if (g_str_equal (g_variant_get_string (parameter, NULL), "copy"))
    copy_text (self);
  else
    choose_file (self);
}
