/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-flag-list.h"

#include <glib/gi18n.h>

#include "hc-flag-card.h"

#define SPACE 12
#define DIALOG_WIDTH 520

/**
 * HcFlagList:
 *
 * The red flags of the diary of the person that is shown, a card each, the most urgent first. They stay as long as
 * the readings do that raised them: nobody can put them out of sight. Without any it is not visible.
 */
struct _HcFlagList
{
  GtkBox       parent_instance;

  HcDiaryDesk *desk;
  char        *shown; /* what the cards are of: they are not made anew for the same */
};

G_DEFINE_FINAL_TYPE (HcFlagList, hc_flag_list, GTK_TYPE_BOX)

static void
hc_flag_list_dispose (GObject *object)
{
  HcFlagList *self = HC_FLAG_LIST (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (hc_flag_list_parent_class)->dispose (object);
}

static void
hc_flag_list_class_init (HcFlagListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_flag_list_dispose;
}

static void
hc_flag_list_init (HcFlagList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

static void
update (HcFlagList *self)
{
  HcDiaryWatch *watch = hc_diary_desk_get_watch (self->desk);
  GPtrArray *raised = hc_diary_watch_get_raised (watch);
  GString *text = g_string_new (NULL);
  g_autofree char *key = NULL;
  GtkWidget *card;

  for (guint i = 0; i < raised->len; i++)
    {
      g_autofree char *part = hc_flag_card_dup_key (self->desk, g_ptr_array_index (raised, i));

      g_string_append_printf (text, "%s\n", part);
    }

  key = g_string_free_and_steal (text);
  if (g_strcmp0 (key, self->shown) == 0)
    return;

  g_set_str (&self->shown, key);
  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), card);
  for (guint i = 0; i < raised->len; i++)
    gtk_box_append (GTK_BOX (self), hc_flag_card_new (self->desk, g_ptr_array_index (raised, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), raised->len > 0);
}

/**
 * hc_flag_list_new:
 * @desk: what the parts of the diary share
 *
 * Returns: (transfer floating): the red flags that hold, now and whenever they change
 */
GtkWidget *
hc_flag_list_new (HcDiaryDesk *desk)
{
  HcFlagList *self;
  HcContext *context;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);

  context = hc_diary_desk_get_context (desk);
  self = g_object_new (HC_TYPE_FLAG_LIST, "visible", FALSE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (hc_diary_desk_get_watch (desk), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_care_contacts (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/* When the entry was a mistake there is nothing to be told any more. */
static void
close_empty (AdwDialog *dialog)
{
  HcDiaryDesk *desk = g_object_get_data (G_OBJECT (dialog), "hc-diary-desk");

  if (hc_diary_watch_get_raised (hc_diary_desk_get_watch (desk))->len == 0)
    adw_dialog_close (dialog);
}

/**
 * hc_flag_list_present_dialog:
 * @desk: what the parts of the diary share
 * @parent: a widget of an #HcWindow
 *
 * Shows the red flags at once, above whatever is shown.
 */
void
hc_flag_list_present_dialog (HcDiaryDesk *desk,
                             GtkWidget   *parent)
{
  AdwDialog *dialog;
  GtkWidget *view, *toasts, *scroller, *list;

  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  list = hc_flag_list_new (desk);
  gtk_widget_set_margin_start (list, SPACE);
  gtk_widget_set_margin_end (list, SPACE);
  gtk_widget_set_margin_bottom (list, SPACE);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", list,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE,
                           NULL);

  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), scroller);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), toasts);

  dialog = g_object_new (ADW_TYPE_DIALOG,
                         "title", _("What to Do First"),
                         "content-width", DIALOG_WIDTH,
                         "child", view,
                         NULL);
  g_object_set_data_full (G_OBJECT (dialog), "hc-diary-desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_object (hc_diary_desk_get_watch (desk), "changed", G_CALLBACK (close_empty), dialog,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}
