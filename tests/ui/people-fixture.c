/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "people-fixture.h"

/* People of whom each has something of their own. */

static HcProfile *
get_profile (MedicinesFixture *self)
{
  return hc_context_get_profile (self->fixture->context);
}

/* A window at half past eight in the morning of the 20th of November 2026. */
MedicinesFixture *
people_fixture_open (const char *link,
                     int         width)
{
  MedicinesFixture *self = g_new0 (MedicinesFixture, 1);

  self->fixture = hc_ui_fixture_new_at ("2026-11-20T08:30:00");
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, link, width, 760);

  return self;
}

HcCurrentPerson *
people_fixture_get_current (MedicinesFixture *self)
{
  return hc_context_get_person (self->fixture->context);
}

/* Tells of a person, whose id is returned. */
char *
people_fixture_add (MedicinesFixture *self,
                    const char       *name)
{
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (get_profile (self)), person, &(HcPersonDetails) { .name = name },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);

  return g_strdup (hc_person_get_id (person));
}

/* As the menu does. */
void
people_fixture_choose (MedicinesFixture *self,
                       const char       *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.choose-person", "s", id);
  hc_ui_fixture_wait_frames (self->window, 3);
}

/* Stops the clock at a local time. */
void
people_fixture_set_time (MedicinesFixture *self,
                         const char       *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, zone);

  g_assert_nonnull (parsed);
  hc_clock_set_time (hc_context_get_clock (self->fixture->context), parsed);
}

/* Adds a medicine that is taken every day at an hour, from the 1st of November 2026 on. */
HcMedicine *
people_fixture_add_daily (MedicinesFixture *self,
                          const char       *person,
                          const char       *name,
                          int               hour)
{
  g_autoptr (HcSchedule) schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (GDateTime) begin = g_date_time_new_utc (2026, 11, 1, 0, 0, 0);
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  g_date_set_dmy (&schedule->first, 1, G_DATE_NOVEMBER, 2026);
  g_array_append_val (schedule->lines, ((HcScheduleLine) { .days = { .kind = HC_DAYS_EVERY },
                                                           .minute = hour * 60,
                                                           .amount = 1.0 }));
  hc_course_begin (course, begin, "", schedule, &error);
  g_assert_no_error (error);

  medicine = hc_medicine_new (&(HcMedicineDetails) { .person = person, .name = name, .course = course });
  hc_medicine_store_save_async (hc_profile_get_medicines (get_profile (self)), medicine, NULL, hc_ui_fixture_done_cb,
                                &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);

  return g_steal_pointer (&medicine);
}

/* Adds a question to the care team. */
HcCareQuestion *
people_fixture_ask (MedicinesFixture *self,
                    const char       *person,
                    const char       *text)
{
  HcCareQuestion *question = hc_care_question_new_for (person, NULL, NULL);
  gboolean is_done = FALSE;

  hc_care_question_store_save_async (hc_profile_get_care_questions (get_profile (self)), question, text,
                                     hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);

  return question;
}

void
people_fixture_assert_rows (MedicinesFixture *self,
                            const char       *sql,
                            const char       *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

HcPersonDialog *
people_fixture_find_dialog (MedicinesFixture *fixture)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (HC_IS_PERSON_DIALOG (dialog))
        return HC_PERSON_DIALOG (dialog);
    }

  return NULL;
}

HcPersonDialog *
people_fixture_open_dialog (MedicinesFixture *fixture,
                            const char       *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL);
  WAIT_FOR (people_fixture_find_dialog (fixture) != NULL &&
            hc_ui_fixture_find (people_fixture_find_dialog (fixture), ADW_TYPE_ENTRY_ROW, "Name") != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  return people_fixture_find_dialog (fixture);
}

GtkEditable *
people_fixture_get_entry (gpointer    widget,
                          const char *title)
{
  gpointer row = hc_ui_fixture_find (widget, ADW_TYPE_ENTRY_ROW, title);

  if (row == NULL)
    g_error ("There is no entry “%s”", title);

  return GTK_EDITABLE (row);
}

void
people_fixture_type (gpointer    widget,
                     const char *title,
                     const char *text)
{
  gtk_editable_set_text (people_fixture_get_entry (widget, title), text);
}

void
people_fixture_add_line (gpointer    dialog,
                         const char *title,
                         const char *text)
{
  people_fixture_type (dialog, title, text);
  g_signal_emit_by_name (people_fixture_get_entry (dialog, title), "entry-activated");
}

/* A row that says that. */
GtkWidget *
people_fixture_find_row (gpointer    widget,
                         const char *title)
{
  return hc_ui_fixture_find (widget, ADW_TYPE_ACTION_ROW, title);
}

void
people_fixture_press_row (gpointer    widget,
                          const char *title)
{
  GtkWidget *row = hc_ui_fixture_find (widget, ADW_TYPE_PREFERENCES_ROW, title);

  if (row == NULL)
    g_error ("There is no row “%s”", title);

  g_assert_true (gtk_widget_activate (row));
}

/* Everything is on the disk: the dialog would close. */
void
people_fixture_wait_saved (MedicinesFixture *fixture)
{
  WAIT_FOR (adw_dialog_get_can_close (ADW_DIALOG (people_fixture_find_dialog (fixture))));
}
