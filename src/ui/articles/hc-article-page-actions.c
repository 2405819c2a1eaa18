/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader does with an article beside reading it: notes, bookmark, printing. */

#include "hc-article-page-private.h"

#include <glib/gi18n.h>

#include "hc-article-printer.h"
#include "hc-care-question-dialog.h"
#include "hc-link.h"
#include "hc-note-dialog.h"
#include "hc-note-operations.h"
#include "hc-paragraph.h"
#include "hc-window.h"

static void
show_toast (HcArticlePage *self,
            const char    *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

/* The link to the article that is shown, or to a part of it. */
char *
_hc_article_page_dup_link (HcArticlePage *self,
                           const char    *anchor)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  g_autoptr (HcLink) link = hc_link_new (hc_article_kind_to_string (hc_article_get_kind (article)),
                                         hc_article_get_id (article), anchor);

  return hc_link_print (link);
}

/* The contents stand beside the text where there is room; a short answer has none. */
void
_hc_article_page_update_contents (HcArticlePage *self)
{
  gboolean has_contents = gtk_list_box_get_row_at_index (self->contents, 0) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.show-contents", has_contents);
  adw_overlay_split_view_set_show_sidebar (self->split_view, has_contents &&
                                           !adw_overlay_split_view_get_collapsed (self->split_view));
}

static void
present_note (HcArticlePage *self,
              HcNote        *note)
{
  HcNoteDialog *dialog = hc_note_dialog_new (hc_context_get_profile (self->context), note);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_note (HcArticlePage *self,
          const char    *anchor,
          const char    *quote)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  g_autofree char *link = _hc_article_page_dup_link (self, anchor);
  g_autoptr (HcNote) note = hc_note_new (link, hc_article_get_title (article), quote);

  present_note (self, note);
}

static void
add_note_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  g_autofree char *whole = NULL;
  const char *anchor, *quote;

  g_variant_get (parameter, "(&s&s)", &anchor, &quote);

  if (*quote == '\0')
    {
      GtkWidget *paragraph = hc_article_view_find (self->view, anchor);

      whole = HC_IS_PARAGRAPH (paragraph) ? hc_paragraph_dup_quote (HC_PARAGRAPH (paragraph)) : NULL;
      quote = whole;
    }

  add_note (self, anchor, quote);
}

/* On the paragraph that has the focus, or on the article when none has. */
static void
write_note_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  GtkWidget *focus = hc_article_view_get_focus (self->view);
  const char *anchor = focus != NULL ? hc_paragraph_get_anchor (HC_PARAGRAPH (focus)) : NULL;
  g_autofree char *quote = anchor != NULL ? hc_paragraph_dup_quote (HC_PARAGRAPH (focus)) : NULL;

  add_note (self, anchor, quote);
}

static void
edit_note_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  HcNote *note = hc_note_store_lookup (hc_profile_get_notes (hc_context_get_profile (self->context)),
                                       g_variant_get_string (parameter, NULL));

  if (note != NULL)
    present_note (self, note);
}

static void
highlight_saved_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (HcArticlePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_note_store_save_finish (HC_NOTE_STORE (source), result, &error))
    show_toast (self, _("The highlight could not be saved"));
}

/* A highlight is a note without words. */
static void
highlight_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  HcArticle *article = hc_article_view_get_article (self->view);
  g_autofree char *link = NULL;
  g_autoptr (HcNote) note = NULL;
  const char *anchor, *quote;

  g_variant_get (parameter, "(&s&s)", &anchor, &quote);

  link = _hc_article_page_dup_link (self, anchor);
  note = hc_note_new (link, hc_article_get_title (article), quote);
  hc_note_store_save_async (hc_profile_get_notes (hc_context_get_profile (self->context)), note, "",
                            highlight_saved_cb, g_object_ref (self));
}

static void
remove_highlight_action (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  HcNoteStore *store = hc_profile_get_notes (hc_context_get_profile (self->context));
  HcNote *note = hc_note_store_lookup (store, g_variant_get_string (parameter, NULL));
  g_autoptr (HcOperation) operation = note != NULL ? hc_delete_note_new (store, note) : NULL;

  if (operation != NULL)
    hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (gtk_widget_get_root (widget))), operation);
}

static void
bookmark_added_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (HcArticlePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_bookmark_store_add_finish (HC_BOOKMARK_STORE (source), result, &error))
    show_toast (self, _("Bookmark added"));
  else
    show_toast (self, _("The bookmark could not be saved"));
}

static void
bookmark_removed_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (HcArticlePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_bookmark_store_remove_finish (HC_BOOKMARK_STORE (source), result, &error))
    show_toast (self, _("Bookmark removed"));
  else
    show_toast (self, _("The bookmark could not be removed"));
}

static void
toggle_bookmark_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  HcArticle *article = hc_article_view_get_article (self->view);
  g_autofree char *link = _hc_article_page_dup_link (self, NULL);
  HcBookmarkStore *bookmarks = hc_profile_get_bookmarks (hc_context_get_profile (self->context));
  HcBookmark *present = hc_bookmark_store_lookup (bookmarks, link);

  if (present != NULL)
    {
      hc_bookmark_store_remove_async (bookmarks, present, bookmark_removed_cb, g_object_ref (self));
    }
  else
    {
      g_autoptr (HcBookmark) bookmark = hc_bookmark_new (link, hc_article_get_title (article));

      hc_bookmark_store_add_async (bookmarks, bookmark, bookmark_added_cb, g_object_ref (self));
    }
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  g_autoptr (HcArticlePrinter) printer = hc_article_printer_new (hc_article_view_get_article (self->view));
  g_autoptr (GError) error = NULL;

  if (!hc_printout_run (HC_PRINTOUT (printer), GTK_WINDOW (gtk_widget_get_root (widget)), &error))
    {
      g_autofree char *text = g_strdup_printf (_("The article could not be printed: %s"), error->message);

      show_toast (self, text);
    }
}

static void
find_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hc_find_bar_open (HC_ARTICLE_PAGE (widget)->find_bar);
}

static void
close_find_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  hc_find_bar_close (HC_ARTICLE_PAGE (widget)->find_bar);
}

static void
find_next_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  hc_find_bar_go (HC_ARTICLE_PAGE (widget)->find_bar, 1);
}

static void
find_previous_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  hc_find_bar_go (HC_ARTICLE_PAGE (widget)->find_bar, -1);
}

/* What is asked on an answer is at first the question itself. */
static void
ask_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  HcArticle *article = hc_article_view_get_article (self->view);
  g_autofree char *link = _hc_article_page_dup_link (self, NULL);
  const char *person = hc_current_person_get_id (hc_context_get_person (self->context));
  g_autoptr (HcCareQuestion) question = hc_care_question_new_for (person, link, hc_article_get_title (article));
  HcCareQuestionDialog *dialog =
    hc_care_question_dialog_new (hc_context_get_profile (self->context), question,
                                 hc_article_get_kind (article) == HC_ARTICLE_KIND_QUESTION
                                 ? hc_article_get_title (article) : NULL);

  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

/* The parameter has the id of the term and the place of the word in the window. */
static void
show_term_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  g_autoptr (HcTerm) term = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  GdkRectangle place;
  graphene_point_t point;
  const char *id;

  g_variant_get (parameter, "(&siiii)", &id, &place.x, &place.y, &place.width, &place.height);

  term = hc_term_load (hc_context_get_library (self->context), id, &error);
  if (term == NULL)
    {
      show_toast (self, _("There is no such word in the glossary"));
      return;
    }

  if (!gtk_widget_compute_point (root, self->content,
                                 &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y), &point))
    return;

  if (self->term_popover == NULL)
    self->term_popover = hc_term_popover_new (self->content);

  place.x = (int) point.x;
  place.y = (int) point.y;
  hc_term_popover_show (self->term_popover, term,
                        g_strcmp0 (hc_term_get_article (term),
                                   hc_article_get_id (hc_article_view_get_article (self->view))) != 0,
                        &place);
}

void
_hc_article_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "article.show-term", "(siiii)", show_term_action);
  gtk_widget_class_install_action (widget_class, "article.add-note", "(ss)", add_note_action);
  gtk_widget_class_install_action (widget_class, "article.write-note", NULL, write_note_action);
  gtk_widget_class_install_action (widget_class, "article.edit-note", "s", edit_note_action);
  gtk_widget_class_install_action (widget_class, "article.highlight", "(ss)", highlight_action);
  gtk_widget_class_install_action (widget_class, "article.remove-highlight", "s", remove_highlight_action);
  gtk_widget_class_install_action (widget_class, "article.toggle-bookmark", NULL, toggle_bookmark_action);
  gtk_widget_class_install_action (widget_class, "article.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "article.share", "s", _hc_article_page_share);
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.close-find", NULL, close_find_action);
  gtk_widget_class_install_action (widget_class, "article.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "article.find-previous", NULL, find_previous_action);
}
