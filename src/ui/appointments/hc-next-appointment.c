/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The appointment that comes next, large: where and when, what to bring, what to ask. */

#include "hc-next-appointment.h"

#include <glib/gi18n.h>

#include "hc-appointment-words.h"
#include "hc-link.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define PADDING 18

/* So many characters of a text are shown; all of it is on the page of the appointment. */
#define MAX_SHOWN 600

static void
add (GtkWidget  *box,
     const char *text,
     const char *css_class)
{
  g_autofree char *shown = hc_appointment_words_shorten (text != NULL ? text : "", MAX_SHOWN);

  if (*shown != '\0')
    gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (shown, css_class));
}

/* What is told below a small heading. */
static void
add_part (GtkWidget  *box,
          const char *title,
          const char *text)
{
  GtkWidget *heading;

  if (*text == '\0')
    return;

  heading = hc_wrapped_label_new_heading (title, "heading");
  gtk_widget_set_margin_top (heading, SPACE);
  gtk_box_append (GTK_BOX (box), heading);
  add (box, text, NULL);
}

static char *
dup_questions (const HcAppointmentDetails *details)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *question, *answer;

  for (guint i = 0; hc_appointment_questions_get (details->questions, i, &question, &answer); i++)
    g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1, question);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hc_next_appointment_new:
 * @appointment: an appointment that was agreed
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
hc_next_appointment_new (HcAppointment *appointment,
                         GDateTime     *now)
{
  const HcAppointmentDetails *details;
  g_autofree char *title = NULL, *when = NULL, *there = NULL, *questions = NULL, *link = NULL;
  GtkWidget *card, *box, *button;

  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  details = hc_appointment_get_details (appointment);
  title = hc_appointment_words_title (details);
  when = hc_appointment_words_when (details, now);
  there = hc_appointment_words_when_there (details, now);
  questions = dup_questions (details);
  link = g_strconcat (HC_LINK_SCHEME ":appointment/", hc_appointment_get_id (appointment), NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  gtk_widget_set_margin_start (box, PADDING);
  gtk_widget_set_margin_end (box, PADDING);
  gtk_widget_set_margin_top (box, PADDING);
  gtk_widget_set_margin_bottom (box, PADDING);

  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new_heading (title, "title-2"));
  add (box, when, "title-4");
  add (box, there, NULL);
  add (box, *details->place != '\0' ? details->doctor : NULL, NULL);
  add (box, details->address, NULL);
  add_part (box, _("Bring"), details->bring);
  add_part (box, _("Ask"), questions);
  add_part (box, _("How to Get There"), details->travel);

  button = hc_wrapped_button_new (_("_Look at It"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, SPACE);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_box_append (GTK_BOX (box), button);

  card = adw_bin_new ();
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), box);

  return card;
}
