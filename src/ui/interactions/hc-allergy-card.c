/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-allergy-card.h"

#include <glib/gi18n.h>

#include "hc-severity-words.h"
#include "hc-source-expander.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define PADDING 18

static GtkWidget *
new_title (void)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);

  gtk_widget_add_css_class (line, hc_severity_to_css_class (HC_SEVERITY_MAJOR));
  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE,
                                                "icon-name", hc_severity_to_icon_name (HC_SEVERITY_MAJOR),
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                NULL));
  gtk_box_append (GTK_BOX (line), hc_wrapped_label_new_heading (_("Allergy"), "heading"));

  return line;
}

/**
 * hc_allergy_card_new:
 * @library: the library that the finding is from
 * @finding: something that is taken, and an allergy that it goes with
 *
 * Returns: (transfer floating): a card that says what was found, what to do, and who says so
 */
GtkWidget *
hc_allergy_card_new (HcLibrary              *library,
                     const HcAllergyFinding *finding)
{
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *card, *box;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  words = hc_allergy_finding_dup_words (finding);
  card = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_margin_start (box, PADDING);
  gtk_widget_set_margin_end (box, PADDING);
  gtk_widget_set_margin_top (box, PADDING);
  gtk_widget_set_margin_bottom (box, PADDING);
  adw_bin_set_child (ADW_BIN (card), box);

  gtk_box_append (GTK_BOX (box), new_title ());
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (words, NULL));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new_heading (_("What to Do"), "caption-heading"));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (hc_allergy_finding_get_action (), NULL));

  if (finding->group != NULL)
    {
      sources = hc_allergy_group_load_sources (finding->group, library, &error);
      if (sources == NULL)
        g_warning ("The sources of an allergy cannot be read: %s", error->message);
      else if (sources->len > 0)
        gtk_box_append (GTK_BOX (box), hc_source_expander_new (sources));
    }

  /* Translators: %s says what was found. */
  label = g_strdup_printf (_("Allergy. %s"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return card;
}
