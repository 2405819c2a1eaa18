/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-disclosure.h"

#include "hc-wrapped-label.h"

#define SPACE 6

/**
 * HcDisclosure:
 *
 * A line that unfolds to more. In the place of a #GtkExpander, which complains when Tab comes to it while
 * it is folded (seen in GTK 4.18).
 */
struct _HcDisclosure
{
  GtkBox           parent_instance;

  GtkToggleButton *button;
  GtkWidget       *arrow;
  GtkWidget       *content;
};

G_DEFINE_FINAL_TYPE (HcDisclosure, hc_disclosure, GTK_TYPE_BOX)

static void
toggled_cb (HcDisclosure *self)
{
  gboolean is_expanded = gtk_toggle_button_get_active (self->button);

  gtk_widget_set_visible (self->content, is_expanded);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
}

static void
hc_disclosure_class_init (HcDisclosureClass *klass)
{
}

static void
hc_disclosure_init (HcDisclosure *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  self->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
}

/**
 * hc_disclosure_new:
 * @label: what is always seen
 * @content: (transfer floating): what can be unfolded
 *
 * Returns: (transfer floating): a folded line
 */
GtkWidget *
hc_disclosure_new (const char *label,
                   GtkWidget  *content)
{
  HcDisclosure *self;
  GtkWidget *line, *words;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (content), NULL);

  self = g_object_new (HC_TYPE_DISCLOSURE, NULL);
  self->content = content;

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  words = hc_wrapped_label_new (label, NULL);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), words);
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL,
                                  GTK_ACCESSIBLE_RELATION_CONTROLS, content, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (self), content);
  toggled_cb (self);

  return GTK_WIDGET (self);
}

/**
 * hc_disclosure_set_expanded:
 * @self: a line
 * @is_expanded: whether the content is shown
 */
void
hc_disclosure_set_expanded (HcDisclosure *self,
                            gboolean      is_expanded)
{
  g_return_if_fail (HC_IS_DISCLOSURE (self));

  gtk_toggle_button_set_active (self->button, is_expanded);
}
