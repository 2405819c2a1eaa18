/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-interaction-card.h"

#include <glib/gi18n.h>

#include "hc-disclosure.h"
#include "hc-severity-words.h"
#include "hc-source-expander.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define PADDING 18

/**
 * HcInteractionCard:
 *
 * What was found about two things that somebody takes: how much it matters in a word and an icon, what can
 * happen, what to do, why, and who says so.
 */
struct _HcInteractionCard
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (HcInteractionCard, hc_interaction_card, GTK_TYPE_BOX)

static void
hc_interaction_card_class_init (HcInteractionCardClass *klass)
{
}

static void
hc_interaction_card_init (HcInteractionCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_margin_top (GTK_WIDGET (self), SPACE);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), SPACE);
}

/* What stands on the card can be marked and copied. */
static GtkWidget *
make_selectable (GtkWidget *label)
{
  g_object_set (label,
                "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                "selectable", TRUE,
                NULL);

  return label;
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  return make_selectable (hc_wrapped_label_new (text, css_class));
}

static GtkWidget *
new_heading (const char *text,
             const char *css_class)
{
  return make_selectable (hc_wrapped_label_new_heading (text, css_class));
}

static GtkWidget *
new_severity (HcSeverity severity)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", hc_severity_to_icon_name (severity),
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);
  GtkWidget *word = new_label (hc_severity_to_words (severity), "heading");

  gtk_widget_add_css_class (line, hc_severity_to_css_class (severity));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), word);

  return line;
}

/* A part with its own small title. */
static void
add_part (GtkWidget  *box,
          const char *title,
          const char *text)
{
  GtkWidget *heading, *words;

  if (text == NULL || *text == '\0')
    return;

  heading = new_heading (title, "caption-heading");
  words = new_label (text, NULL);
  gtk_widget_set_margin_top (heading, SPACE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), words);
}

static void
add_entry (GtkWidget     *box,
           HcLibrary     *library,
           HcInteraction *interaction)
{
  const HcInteractionDetails *details = hc_interaction_get_details (interaction);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = hc_interaction_load_sources (interaction, library, &error);
  GtkWidget *folded = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  add_part (box, _("Timing"), details->timing);

  if (details->why != NULL)
    gtk_box_append (GTK_BOX (folded), new_label (details->why, NULL));
  if (details->is_rule)
    gtk_box_append (GTK_BOX (folded),
                    new_label (_("This is a rule for whole groups of medicines, not only for these two."), "dimmed"));
  gtk_box_append (GTK_BOX (box), hc_disclosure_new (_("Why"), folded));

  if (sources != NULL && sources->len > 0)
    gtk_box_append (GTK_BOX (box), hc_source_expander_new (sources));

  if (!details->confirmed)
    gtk_box_append (GTK_BOX (box),
                    new_label (_("Not confirmed: the wording of its source was not read yet. "
                                 "Ask your pharmacist about it."), "caption"));
}

/**
 * hc_interaction_card_new:
 * @library: the library
 * @finding: what was found
 *
 * Returns: (transfer floating): a card that shows it
 */
GtkWidget *
hc_interaction_card_new (HcLibrary *library,
                         HcFinding *finding)
{
  HcInteractionCard *self;
  GtkWidget *box, *title;
  g_autofree char *names = NULL, *effect = NULL, *action = NULL, *label = NULL;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (HC_IS_FINDING (finding), NULL);

  self = g_object_new (HC_TYPE_INTERACTION_CARD, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  names = hc_finding_dup_title (finding);
  effect = hc_finding_dup_effect (finding);
  action = hc_finding_dup_action (finding);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_start (box, PADDING);
  gtk_widget_set_margin_end (box, PADDING);
  gtk_widget_set_margin_top (box, PADDING);
  gtk_widget_set_margin_bottom (box, PADDING);
  gtk_box_append (GTK_BOX (self), box);

  gtk_box_append (GTK_BOX (box), new_severity (hc_finding_get_severity (finding)));
  title = new_heading (names, "title-4");
  gtk_box_append (GTK_BOX (box), title);
  add_part (box, _("What Can Happen"), effect);
  add_part (box, _("What to Do"), action);

  if (hc_finding_get_interaction (finding) != NULL)
    add_entry (box, library, hc_finding_get_interaction (finding));

  label = g_strdup_printf ("%s. %s", hc_severity_to_words (hc_finding_get_severity (finding)), names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}
