/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan-fixture.h"

/* It is the morning of 20 November 2026 in New York, UTC-5. */
void
plan_fixture_set_up (PlanFixture   *self,
                     gconstpointer  data)
{
  profile_fixture_set_up (&self->profile, NULL);
  plan_fixture_set_clock (self, "2026-11-20T06:00", NEW_YORK);
  profile_fixture_open (&self->profile);
  self->settings = g_settings_new ("io.github.health_center.HealthCenter");
  self->person = hc_current_person_new (self->profile.profile, self->settings);
}

void
plan_fixture_tear_down (PlanFixture   *self,
                        gconstpointer  data)
{
  g_assert_finalize_object (self->person);
  g_settings_reset (self->settings, "current-person");
  g_clear_object (&self->settings);
  profile_fixture_tear_down (&self->profile, NULL);
}

/* The program is ended and started again. Nothing else may hold on to the profile. */
void
plan_fixture_reopen (PlanFixture *self)
{
  g_assert_finalize_object (g_steal_pointer (&self->person));
  profile_fixture_close (&self->profile);
  profile_fixture_open (&self->profile);
  self->person = hc_current_person_new (self->profile.profile, self->settings);
}

/* Does what waits in the main loop. */
void
plan_fixture_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What the clock on the wall shows: "2026-11-20T08:00" or with seconds; after "Z" comes the moment in UTC. */
void
plan_fixture_set_clock (PlanFixture *self,
                        const char  *time,
                        const char  *zone)
{
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier (zone);
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) parsed = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_assert_nonnull (there);
  text = strlen (time) == strlen ("2026-11-20T08:00") ? g_strconcat (time, ":00", NULL) : g_strdup (time);
  parsed = g_date_time_new_from_iso8601 (text, there);
  g_assert_nonnull (parsed);
  local = g_date_time_to_timezone (parsed, there);
  hc_clock_set_time (self->profile.clock, local);
  plan_fixture_spin ();
}

void
plan_fixture_save (PlanFixture       *self,
                   HcMedicine        *medicine,
                   HcMedicineDetails  details)
{
  HcMedicineStore *store = hc_profile_get_medicines (self->profile.profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_store_save_async (store, medicine, &details, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_medicine_store_save_finish (store, result, &error);
  g_assert_no_error (error);
  plan_fixture_spin ();
}

/* Adds a medicine that is taken since the beginning of the year; takes the schedule. The store keeps the medicine. */
HcMedicine *
plan_fixture_add (PlanFixture *self,
                  const char  *person,
                  const char  *name,
                  HcSchedule  *schedule)
{
  g_autoptr (HcSchedule) owned = schedule;
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (GDateTime) from = moment ("2026-01-01T00:00:00Z");
  g_autoptr (GError) error = NULL;
  g_autoptr (HcMedicine) medicine = NULL;

  hc_course_begin (course, from, "", owned, &error);
  g_assert_no_error (error);
  medicine = hc_medicine_new (&(HcMedicineDetails) { .person = person, .name = name, .course = course });
  plan_fixture_save (self, medicine, *hc_medicine_get_details (medicine));

  return medicine;
}

/* Returns: (transfer full): the id */
char *
plan_fixture_add_person (PlanFixture *self,
                         const char  *name,
                         gboolean     is_user)
{
  HcPersonStore *people = hc_profile_get_people (self->profile.profile);
  g_autoptr (HcPerson) person = hc_person_new ();
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .name = name, .is_user = is_user },
                              fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_person_store_save_finish (people, result, &error);
  g_assert_no_error (error);

  return g_strdup (hc_person_get_id (person));
}

/* @time: with its zone, "2026-11-20T08:05:00-05:00" */
void
plan_fixture_mark (PlanFixture *self,
                   HcMedicine  *medicine,
                   const char  *key,
                   HcDoseState  state,
                   const char  *time)
{
  HcDoseLog *log = hc_profile_get_dose_log (self->profile.profile);
  g_autoptr (GDateTime) when = moment (time);
  g_autoptr (HcDoseRecord) record = hc_dose_record_new (hc_medicine_get_id (medicine), key, state, when, when, 1, NULL);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_dose_log_save_async (log, record, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_dose_log_save_finish (log, result, &error);
  g_assert_no_error (error);
  plan_fixture_spin ();
}

void
plan_fixture_forget (PlanFixture *self,
                     HcMedicine  *medicine,
                     const char  *key)
{
  HcDoseLog *log = hc_profile_get_dose_log (self->profile.profile);
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_dose_log_remove_async (log, hc_medicine_get_id (medicine), key, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_dose_log_remove_finish (log, result, &error);
  g_assert_no_error (error);
  plan_fixture_spin ();
}

/* The medicine, the key without the year, and how it stands. */
char *
plan_fixture_dup_dose (HcPlannedDose *dose)
{
  static const char *const states[] = {
    [HC_PLANNED_UPCOMING] = "upcoming", [HC_PLANNED_DUE] = "due", [HC_PLANNED_SNOOZED] = "snoozed",
    [HC_PLANNED_TAKEN] = "taken", [HC_PLANNED_SKIPPED] = "skipped", [HC_PLANNED_MISSED] = "missed",
  };

  return g_strdup_printf ("%s %s %s", hc_medicine_get_details (hc_planned_dose_get_medicine (dose))->name,
                          hc_planned_dose_get_key (dose) + strlen ("2026-"),
                          states[hc_planned_dose_get_state (dose)]);
}

char *
plan_fixture_dup_text (GListModel *doses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (doses); i++)
    {
      g_autoptr (HcPlannedDose) dose = g_list_model_get_item (doses, i);
      g_autofree char *line = plan_fixture_dup_dose (dose);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", line);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
