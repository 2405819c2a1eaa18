/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "appointments-fixture.h"

/* A window with appointments, at APPOINTMENTS_FIXTURE_TIME in UTC. */

static HcProfile *
get_profile (MedicinesFixture *self)
{
  return hc_context_get_profile (self->fixture->context);
}

MedicinesFixture *
appointments_fixture_open (const char *link,
                           int         width)
{
  MedicinesFixture *self = g_new0 (MedicinesFixture, 1);

  self->fixture = hc_ui_fixture_new_at (APPOINTMENTS_FIXTURE_TIME);
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, link, width, 760);

  return self;
}

/* Saves an appointment, which belongs to the profile. */
HcAppointment *
appointments_fixture_add (MedicinesFixture           *self,
                          const HcAppointmentDetails *details)
{
  HcAppointmentStore *store = hc_profile_get_appointments (get_profile (self));
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  gboolean is_done = FALSE;

  hc_appointment_store_save_async (store, appointment, details, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);

  return hc_store_lookup (HC_STORE (store), hc_appointment_get_id (appointment));
}

HcAppointment *
appointments_fixture_get_only (MedicinesFixture *self)
{
  GListModel *all = G_LIST_MODEL (hc_profile_get_appointments (get_profile (self)));
  g_autoptr (HcAppointment) appointment = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 1);
  appointment = g_list_model_get_item (all, 0);

  /* The store has it as well. */
  return appointment;
}

/* Opens its page. */
void
appointments_fixture_show (MedicinesFixture *self,
                           HcAppointment    *appointment)
{
  g_autofree char *link = g_strconcat ("health-center:appointment/", hc_appointment_get_id (appointment), NULL);

  g_assert_true (hc_window_open_link (self->window, link));
  hc_ui_fixture_wait_frames (self->window, 6);
}

/* The rows of a query as soon as they are @expected; the test fails when they never are. */
void
appointments_fixture_assert_rows (MedicinesFixture *self,
                                  const char       *sql,
                                  const char       *expected)
{
  g_autofree char *rows = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_clear_pointer (&rows, g_free);
      rows = hc_ui_fixture_query (self->fixture, sql);
      if (g_str_equal (rows, expected))
        return;
      hc_ui_fixture_wait_frames (self->window, 1);
    }

  g_assert_cmpstr (rows, ==, expected);
}

/* The dialog that is shown, once there is one. */
gpointer
appointments_fixture_get_dialog (MedicinesFixture *self)
{
  AdwDialog *dialog;

  WAIT_FOR ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))) != NULL);
  hc_ui_fixture_wait_frames (self->window, 6);

  return dialog;
}

gboolean
appointments_fixture_says (gpointer    root,
                           const char *words)
{
  return hc_ui_fixture_find (root, GTK_TYPE_LABEL, words) != NULL;
}

gpointer
appointments_fixture_find_row (gpointer    root,
                               const char *title)
{
  gpointer row = hc_ui_fixture_find (root, ADW_TYPE_ACTION_ROW, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);

  return row;
}
