/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-figure.h"

#include <glib/gi18n.h>

#include "hc-disclosure.h"
#include "hc-picture-view.h"
#include "hc-text-marks.h"
#include "hc-wrapped-label.h"

#define SPACE 6

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = hc_wrapped_label_new (text, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  return label;
}

/**
 * hc_figure_button_new:
 * @picture: a picture
 *
 * Makes a button with the picture on it, which leads to where it can be looked at closely.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
hc_figure_button_new (HcPicture *picture)
{
  g_autofree char *link = NULL;
  g_autofree char *name = NULL;
  GtkWidget *button;

  g_return_val_if_fail (HC_IS_PICTURE (picture), NULL);

  link = hc_picture_dup_link (picture);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), hc_picture_view_new (picture));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "picture");
  gtk_widget_set_tooltip_text (button, _("Look at the Picture"));
  /* Translators: a button with a picture on it; %s is the title of the picture. */
  name = g_strdup_printf (_("Look at the Picture: %s"), hc_picture_get_title (picture));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* What the picture shows, in words: for who cannot see it, and for who finds words easier. */
static GtkWidget *
make_words (HcPicture *picture)
{
  GtkWidget *disclosure = hc_disclosure_new (_("Describe This Picture"),
                                             make_text (hc_picture_get_alternative (picture)));

  gtk_widget_add_css_class (disclosure, "details");

  return disclosure;
}

/**
 * hc_figure_new:
 * @block: a figure of an article
 *
 * Makes the picture of an article with its caption and a description. Where the library does not hold
 * the picture, only the caption is shown.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
hc_figure_new (HcBlock *block)
{
  GtkWidget *box, *caption;

  g_return_val_if_fail (block != NULL && block->kind == HC_BLOCK_FIGURE, NULL);

  box = g_object_new (GTK_TYPE_BOX,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                      "orientation", GTK_ORIENTATION_VERTICAL,
                      "spacing", SPACE,
                      NULL);
  caption = make_text (block->detail);
  gtk_widget_add_css_class (caption, "details");
  hc_text_marks_add_source (caption, block);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, caption, NULL, -1);

  if (block->picture != NULL)
    gtk_box_append (GTK_BOX (box), hc_figure_button_new (block->picture));

  gtk_box_append (GTK_BOX (box), caption);

  if (block->picture != NULL)
    gtk_box_append (GTK_BOX (box), make_words (block->picture));

  return box;
}
