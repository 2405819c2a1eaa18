/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-notes-page.h"

#include <glib/gi18n.h>

#include "hc-note-dialog.h"
#include "hc-note-mark.h"
#include "hc-note-operations.h"
#include "hc-notes-row.h"
#include "hc-window.h"

/**
 * HcNotesPage:
 *
 * Notes & Bookmarks: everything that the person wrote and marked, to be found, changed and deleted.
 * It opens `notes` and `note/ID`.
 */
struct _HcNotesPage
{
  HcPage              parent_instance;

  char               *words;   /* what is searched for, case folded; NULL for everything */

  GtkEditable        *search_entry;
  AdwViewStack       *stack;
  GtkStack           *notes_stack;
  GtkStack           *bookmarks_stack;
  GtkListView        *notes_view;
  GtkListView        *bookmarks_view;
  GtkFilterListModel *notes;
  GtkFilterListModel *bookmarks;
  GtkCustomFilter    *notes_filter;
  GtkCustomFilter    *bookmarks_filter;
};

G_DEFINE_FINAL_TYPE (HcNotesPage, hc_notes_page, HC_TYPE_PAGE)

static HcProfile *
get_profile (HcNotesPage *self)
{
  return hc_context_get_profile (hc_page_get_context (HC_PAGE (self)));
}

static gboolean
contains (const char *text,
          const char *words)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, words) != NULL;
}

static gboolean
match_note (gpointer item,
            gpointer user_data)
{
  HcNotesPage *self = user_data;
  HcNote *note = item;

  return self->words == NULL || contains (hc_note_get_text (note), self->words) ||
         contains (hc_note_get_quote (note), self->words) || contains (hc_note_get_title (note), self->words);
}

static gboolean
match_bookmark (gpointer item,
                gpointer user_data)
{
  HcNotesPage *self = user_data;

  return self->words == NULL || contains (hc_bookmark_get_title (item), self->words);
}

static void
update_stack (GtkStack           *stack,
              GtkFilterListModel *model)
{
  GListModel *all = gtk_filter_list_model_get_model (model);
  const char *name = "list";

  if (all == NULL || g_list_model_get_n_items (all) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (model)) == 0)
    name = "nothing";

  gtk_stack_set_visible_child_name (stack, name);
}

static void
update_stacks (HcNotesPage *self)
{
  update_stack (self->notes_stack, self->notes);
  update_stack (self->bookmarks_stack, self->bookmarks);
}

static void
search_changed_cb (HcNotesPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_clear_pointer (&self->words, g_free);
  if (*text != '\0')
    self->words = g_utf8_casefold (text, -1);

  gtk_filter_changed (GTK_FILTER (self->notes_filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (GTK_FILTER (self->bookmarks_filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_stacks (self);
}

static void
stop_search_cb (HcNotesPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
present_note (HcNotesPage *self,
              HcNote      *note)
{
  adw_dialog_present (ADW_DIALOG (hc_note_dialog_new (get_profile (self), note)), GTK_WIDGET (self));
}

static void
note_activated_cb (HcNotesPage *self,
                   guint        position)
{
  g_autoptr (HcNote) note = g_list_model_get_item (G_LIST_MODEL (self->notes), position);

  present_note (self, note);
}

static void
bookmark_activated_cb (HcNotesPage *self,
                       guint        position)
{
  g_autoptr (HcBookmark) bookmark = g_list_model_get_item (G_LIST_MODEL (self->bookmarks), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", hc_bookmark_get_link (bookmark));
}

static void
setup_row_cb (HcNotesPage *self,
              GtkListItem *item)
{
  gtk_list_item_set_child (item, hc_notes_row_new ());
}

static void
update_note_label (GtkListItem *item)
{
  g_autofree char *words = hc_note_dup_words (gtk_list_item_get_item (item));

  gtk_list_item_set_accessible_label (item, words);
}

static void
bind_note_cb (HcNotesPage *self,
              GtkListItem *item)
{
  HcNote *note = gtk_list_item_get_item (item);

  hc_notes_row_show_note (HC_NOTES_ROW (gtk_list_item_get_child (item)), note);
  g_signal_connect_object (note, "notify::text", G_CALLBACK (update_note_label), item, G_CONNECT_SWAPPED);
  update_note_label (item);
}

static void
unbind_note_cb (HcNotesPage *self,
                GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_note_label, item);
}

static void
bind_bookmark_cb (HcNotesPage *self,
                  GtkListItem *item)
{
  HcBookmark *bookmark = gtk_list_item_get_item (item);

  hc_notes_row_show_bookmark (HC_NOTES_ROW (gtk_list_item_get_child (item)), bookmark);
  gtk_list_item_set_accessible_label (item, hc_bookmark_get_title (bookmark));
}

static void
perform (HcNotesPage *self,
         HcOperation *operation)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcNotesPage *self = HC_NOTES_PAGE (widget);
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);

  adw_view_stack_set_visible_child_name (self->stack, "notes");
  present_note (self, note);
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcNotesPage *self = HC_NOTES_PAGE (widget);
  HcNoteStore *store = hc_profile_get_notes (get_profile (self));
  HcNote *note = hc_note_store_lookup (store, g_variant_get_string (parameter, NULL));
  g_autoptr (HcOperation) operation = note != NULL ? hc_delete_note_new (store, note) : NULL;

  if (operation != NULL)
    perform (self, operation);
}

static void
remove_bookmark_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  HcNotesPage *self = HC_NOTES_PAGE (widget);
  HcBookmarkStore *store = hc_profile_get_bookmarks (get_profile (self));
  HcBookmark *bookmark = hc_bookmark_store_lookup (store, g_variant_get_string (parameter, NULL));
  g_autoptr (HcOperation) operation = bookmark != NULL ? hc_remove_bookmark_new (store, bookmark) : NULL;

  if (operation != NULL)
    perform (self, operation);
}

static gboolean
hc_notes_page_open (HcPage  *page,
                    HcLink  *link,
                    GError **error)
{
  HcNotesPage *self = HC_NOTES_PAGE (page);
  HcNote *note;

  if (link->id == NULL)
    return TRUE;

  note = hc_note_store_lookup (hc_profile_get_notes (get_profile (self)), link->id);
  if (note == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such note"));
      return FALSE;
    }

  present_note (self, note);

  return TRUE;
}

static void
hc_notes_page_focus_search (HcPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (HC_NOTES_PAGE (page)->search_entry));
}

static void
hc_notes_page_constructed (GObject *object)
{
  HcNotesPage *self = HC_NOTES_PAGE (object);
  GListModel *notes, *bookmarks;

  G_OBJECT_CLASS (hc_notes_page_parent_class)->constructed (object);

  notes = G_LIST_MODEL (hc_profile_get_notes (get_profile (self)));
  bookmarks = G_LIST_MODEL (hc_profile_get_bookmarks (get_profile (self)));

  gtk_filter_list_model_set_model (self->notes, notes);
  gtk_filter_list_model_set_model (self->bookmarks, bookmarks);
  g_signal_connect_object (self->notes, "items-changed", G_CALLBACK (update_stacks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bookmarks, "items-changed", G_CALLBACK (update_stacks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (update_stacks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bookmarks, "items-changed", G_CALLBACK (update_stacks), self, G_CONNECT_SWAPPED);
  update_stacks (self);
}

static void
hc_notes_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_NOTES_PAGE);

  G_OBJECT_CLASS (hc_notes_page_parent_class)->dispose (object);
}

static void
hc_notes_page_finalize (GObject *object)
{
  HcNotesPage *self = HC_NOTES_PAGE (object);

  g_free (self->words);

  G_OBJECT_CLASS (hc_notes_page_parent_class)->finalize (object);
}

static void
hc_notes_page_class_init (HcNotesPageClass *klass)
{
  static const char *const places[] = { "notes", "note", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_notes_page_constructed;
  object_class->dispose = hc_notes_page_dispose;
  object_class->finalize = hc_notes_page_finalize;

  page_class->section = HC_SECTION_HEALTH;
  page_class->title = N_("Notes & Bookmarks");
  page_class->icon_name = "hc-notes-symbolic";
  page_class->places = places;
  page_class->open = hc_notes_page_open;
  page_class->focus_search = hc_notes_page_focus_search;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/notes/hc-notes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, notes_stack);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, bookmarks_stack);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, notes_view);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, bookmarks_view);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, notes);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, bookmarks);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, notes_filter);
  gtk_widget_class_bind_template_child (widget_class, HcNotesPage, bookmarks_filter);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, bookmark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_note_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_bookmark_cb);

  gtk_widget_class_install_action (widget_class, "notes.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "notes.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "notes.remove-bookmark", "s", remove_bookmark_action);
}

static void
hc_notes_page_init (HcNotesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_custom_filter_set_filter_func (self->notes_filter, match_note, self, NULL);
  gtk_custom_filter_set_filter_func (self->bookmarks_filter, match_bookmark, self, NULL);
}
