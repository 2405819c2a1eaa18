/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-choice.h"

#include <glib/gi18n.h>

#include "hc-wrapped-label.h"

#define SPACE 6

/**
 * HcChoice:
 *
 * One of a few things, all of which can be seen. Unlike a drop-down list it has room for any size of letters.
 */
struct _HcChoice
{
  GtkBox parent_instance;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcChoice, hc_choice, GTK_TYPE_BOX)

static void
hc_choice_class_init (HcChoiceClass *klass)
{
  /**
   * HcChoice::changed:
   *
   * Something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
hc_choice_init (HcChoice *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

/* Of the two that change at once, the one that is chosen tells it. */
static void
toggled_cb (HcChoice       *self,
            GtkCheckButton *button)
{
  if (gtk_check_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_choice_add:
 * @self: a choice
 * @label: what else can be chosen, as it is shown; the first one is
 */
void
hc_choice_add (HcChoice   *self,
               const char *label)
{
  GtkWidget *first, *button;

  g_return_if_fail (HC_IS_CHOICE (self));
  g_return_if_fail (label != NULL);

  first = gtk_widget_get_first_child (GTK_WIDGET (self));
  button = hc_wrapped_label_new_check (label);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

/**
 * hc_choice_set_labels:
 * @self: a choice that was just made
 * @labels: (array zero-terminated=1): what can be chosen, not translated yet; the first one is
 */
void
hc_choice_set_labels (HcChoice          *self,
                      const char *const *labels)
{
  g_return_if_fail (HC_IS_CHOICE (self));
  g_return_if_fail (labels != NULL);

  for (guint i = 0; labels[i] != NULL; i++)
    hc_choice_add (self, _(labels[i]));
}

/**
 * hc_choice_get_selected:
 * @self: a choice
 *
 * Returns: the place of what is chosen, 0: the first
 */
guint
hc_choice_get_selected (HcChoice *self)
{
  guint place = 0;

  g_return_val_if_fail (HC_IS_CHOICE (self), 0);

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL;
       button = gtk_widget_get_next_sibling (button), place++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      return place;

  return 0;
}

/**
 * hc_choice_set_selected:
 * @self: a choice
 * @place: the place of what is to be chosen
 */
void
hc_choice_set_selected (HcChoice *self,
                        guint     place)
{
  GtkWidget *button;

  g_return_if_fail (HC_IS_CHOICE (self));

  button = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < place && button != NULL; i++)
    button = gtk_widget_get_next_sibling (button);

  if (button != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}
