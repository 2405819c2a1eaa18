/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-current-person.h"
#include "hc-planned-dose.h"
#include "profile-fixture.h"
#include "schedule-fixture.h"

G_BEGIN_DECLS

/* A profile with medicines that have schedules, and a clock on a wall somewhere. */
typedef struct
{
  ProfileFixture   profile;
  GSettings       *settings;
  HcCurrentPerson *person;
} PlanFixture;

void         plan_fixture_set_up     (PlanFixture   *self,
                                      gconstpointer  data);
void         plan_fixture_tear_down  (PlanFixture   *self,
                                      gconstpointer  data);
void         plan_fixture_reopen     (PlanFixture   *self);
void         plan_fixture_set_clock  (PlanFixture   *self,
                                      const char    *time,
                                      const char    *zone);
void         plan_fixture_spin       (void);
HcMedicine  *plan_fixture_add        (PlanFixture   *self,
                                      const char    *person,
                                      const char    *name,
                                      HcSchedule    *schedule);
void         plan_fixture_save       (PlanFixture   *self,
                                      HcMedicine    *medicine,
                                      HcMedicineDetails details);
char        *plan_fixture_add_person (PlanFixture   *self,
                                      const char    *name,
                                      gboolean       is_user) G_GNUC_WARN_UNUSED_RESULT;
void         plan_fixture_mark       (PlanFixture   *self,
                                      HcMedicine    *medicine,
                                      const char    *key,
                                      HcDoseState    state,
                                      const char    *time);
void         plan_fixture_forget     (PlanFixture   *self,
                                      HcMedicine    *medicine,
                                      const char    *key);
char        *plan_fixture_dup_dose   (HcPlannedDose *dose) G_GNUC_WARN_UNUSED_RESULT;
char        *plan_fixture_dup_text   (GListModel    *doses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
