/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An appointment in a list. */

#include "hc-appointment-row.h"

#include <glib/gi18n.h>

#include "hc-appointment-words.h"
#include "hc-link.h"

/**
 * hc_appointment_row_new:
 * @appointment: an appointment
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer floating): a row that says what it is, when it is and how it stands with it, and leads to its
 *   page
 */
GtkWidget *
hc_appointment_row_new (HcAppointment *appointment,
                        GDateTime     *now)
{
  const HcAppointmentDetails *details;
  g_autofree char *title = NULL, *when = NULL, *state = NULL, *subtitle = NULL, *link = NULL;
  GtkWidget *row;

  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  details = hc_appointment_get_details (appointment);
  title = hc_appointment_words_title (details);
  when = hc_appointment_words_when (details, now);
  state = hc_appointment_words_state (details, now);
  /* Translators: when an appointment is, and how it stands with it: "Tuesday, 1 December 2026, 10:30 · Confirmed". */
  subtitle = g_strdup_printf (_("%s · %s"), when, state);
  link = g_strconcat (HC_LINK_SCHEME ":appointment/", hc_appointment_get_id (appointment), NULL);

  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "use-markup", FALSE,
                      "title", title,
                      "subtitle", subtitle,
                      "activatable", TRUE,
                      "action-name", "win.open-link",
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE,
                                                                 "icon-name", "go-next-symbolic",
                                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                                 NULL));

  return row;
}
