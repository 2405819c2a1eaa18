/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article leaves the program as text: to the clipboard or into a file. */

#include "hc-article-page-private.h"

#include <glib/gi18n.h>

#include "hc-article-text.h"
#include "hc-file-picker.h"
#include "hc-file-saver.h"

static void
copy_text (HcArticlePage *self)
{
  g_autofree char *text = hc_article_to_text (hc_article_view_get_article (self->view));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Copied as text"));
}

/* A file that is there already is replaced as a whole or stays as it is. */
void
_hc_article_page_save_text (HcArticlePage *self,
                            GFile         *file)
{
  char *text = hc_article_to_text (hc_article_view_get_article (self->view));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  hc_file_saver_write (GTK_WIDGET (self), file, bytes);
}

static void
picked_cb (GtkWidget *widget,
           GFile     *file,
           gpointer   user_data)
{
  _hc_article_page_save_text (HC_ARTICLE_PAGE (widget), file);
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
  g_autofree char *name = _hc_article_page_dup_file_name (hc_article_view_get_article (self->view));

  hc_file_picker_save (GTK_WIDGET (self), _("Save as Text"), name, picked_cb, NULL, NULL);
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
