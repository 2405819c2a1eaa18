/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-selection-popover.h"

#include <glib/gi18n.h>

#include "hc-paragraph.h"

/**
 * HcSelectionPopover:
 *
 * What can be done with selected text, offered where the selecting ended.
 */
struct _HcSelectionPopover
{
  GtkPopover parent_instance;

  GtkWidget *view;       /* its parent */
  GtkWidget *highlight_button;
  guint      check_idle;
  double     x, y;       /* where the pointer was let go */
};

G_DEFINE_FINAL_TYPE (HcSelectionPopover, hc_selection_popover, GTK_TYPE_POPOVER)

static HcParagraph *
get_selected (HcSelectionPopover *self)
{
  GtkRoot *root = gtk_widget_get_root (self->view);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *paragraph;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->view))
    return NULL;

  paragraph = gtk_widget_get_ancestor (focus, HC_TYPE_PARAGRAPH);

  return paragraph != NULL && hc_paragraph_is_selected (HC_PARAGRAPH (paragraph)) ? HC_PARAGRAPH (paragraph) : NULL;
}

static void
check_selection_cb (gpointer user_data)
{
  HcSelectionPopover *self = user_data;
  HcParagraph *paragraph = get_selected (self);
  GdkRectangle place = { (int) self->x, (int) self->y, 1, 1 };

  self->check_idle = 0;

  if (paragraph == NULL || hc_paragraph_get_anchor (paragraph) == NULL)
    return;

  gtk_button_set_label (GTK_BUTTON (self->highlight_button),
                        hc_paragraph_get_selected_highlight (paragraph) != NULL ? _("Remove _Highlight")
                                                                                : _("_Highlight"));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* The gestures of the label take the clicks for themselves; the events still come by here. */
static gboolean
event_cb (HcSelectionPopover *self,
          GdkEvent           *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
    }
  else if ((type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END) && self->check_idle == 0)
    {
      GtkNative *native = gtk_widget_get_native (self->view);
      double x, y, surface_x, surface_y;
      graphene_point_t point;

      gdk_event_get_position (event, &x, &y);
      gtk_native_get_surface_transform (native, &surface_x, &surface_y);

      if (gtk_widget_compute_point (GTK_WIDGET (native), self->view,
                                    &GRAPHENE_POINT_INIT ((float) (x - surface_x), (float) (y - surface_y)),
                                    &point))
        {
          self->x = point.x;
          self->y = point.y;
        }

      /* The selection is complete only when the label has seen the event too. */
      self->check_idle = g_idle_add_once (check_selection_cb, self);
    }

  return GDK_EVENT_PROPAGATE;
}

static void
highlight_clicked_cb (HcSelectionPopover *self)
{
  HcParagraph *paragraph = get_selected (self);
  HcNote *highlight = paragraph != NULL ? hc_paragraph_get_selected_highlight (paragraph) : NULL;
  g_autofree char *quote = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));

  if (highlight != NULL)
    {
      gtk_widget_activate_action (self->view, "article.remove-highlight", "s", hc_note_get_id (highlight));
    }
  else if (paragraph != NULL)
    {
      quote = hc_paragraph_dup_quote (paragraph);
      gtk_widget_activate_action (self->view, "article.highlight", "(ss)",
                                  hc_paragraph_get_anchor (paragraph), quote);
    }
}

static void
note_clicked_cb (HcSelectionPopover *self)
{
  HcParagraph *paragraph = get_selected (self);
  g_autofree char *quote = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));

  if (paragraph == NULL)
    return;

  quote = hc_paragraph_dup_quote (paragraph);
  gtk_widget_activate_action (self->view, "article.add-note", "(ss)",
                              hc_paragraph_get_anchor (paragraph), quote);
}

static void
copy_clicked_cb (HcSelectionPopover *self)
{
  HcParagraph *paragraph = get_selected (self);
  g_autofree char *quote = NULL;

  gtk_popover_popdown (GTK_POPOVER (self));

  if (paragraph == NULL)
    return;

  quote = hc_paragraph_dup_quote (paragraph);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->view), quote);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), _("Copied"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hc_selection_popover_dispose (GObject *object)
{
  HcSelectionPopover *self = HC_SELECTION_POPOVER (object);

  g_clear_handle_id (&self->check_idle, g_source_remove);

  G_OBJECT_CLASS (hc_selection_popover_parent_class)->dispose (object);
}

static void
hc_selection_popover_class_init (HcSelectionPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_selection_popover_dispose;
}

static GtkWidget *
make_button (HcSelectionPopover *self,
             const char         *label,
             GCallback           callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  /* The focus stays with the text, or its selection would be gone before it is used. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
hc_selection_popover_init (HcSelectionPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->highlight_button = make_button (self, _("_Highlight"), G_CALLBACK (highlight_clicked_cb));
  gtk_box_append (GTK_BOX (box), self->highlight_button);
  gtk_box_append (GTK_BOX (box), make_button (self, _("Add _Note"), G_CALLBACK (note_clicked_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, _("_Copy"), G_CALLBACK (copy_clicked_cb)));

  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * hc_selection_popover_new:
 * @view: a widget with #HcParagraph within it
 *
 * Returns: (transfer none): a popover that is a child of @view and appears by itself; @view unparents
 *   it when it is disposed of
 */
GtkWidget *
hc_selection_popover_new (GtkWidget *view)
{
  HcSelectionPopover *self;
  GtkEventController *controller;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  self = g_object_new (HC_TYPE_SELECTION_POPOVER, NULL);
  self->view = view;
  gtk_widget_set_parent (GTK_WIDGET (self), view);

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, controller);

  return GTK_WIDGET (self);
}
