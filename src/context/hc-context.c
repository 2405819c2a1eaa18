/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-context.h"

#include "hc-due-alerts.h"
#include "hc-due-doses.h"
#include "hc-due-refills.h"

/**
 * HcContext:
 *
 * What the parts of the program share, handed down from the application instead of being looked up
 * in globals, so that a test can hand in a small library, a profile in a temporary folder and a
 * clock that stands still.
 */
struct _HcContext
{
  GObject    parent_instance;

  HcLibrary *library;
  HcProfile *profile;
  HcClock   *clock;
  GSettings *settings;
  HcDueList *due;
  HcCurrentPerson *person;
  HcLabelCatalog  *labels;
  HcMedicineCheck *medicine_check;
  HcDayPlan       *day_plan;
};

G_DEFINE_FINAL_TYPE (HcContext, hc_context, G_TYPE_OBJECT)

static void
hc_context_finalize (GObject *object)
{
  HcContext *self = HC_CONTEXT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->profile);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->due);
  g_clear_object (&self->person);
  g_clear_object (&self->labels);
  g_clear_object (&self->medicine_check);
  g_clear_object (&self->day_plan);

  G_OBJECT_CLASS (hc_context_parent_class)->finalize (object);
}

static void
hc_context_class_init (HcContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_context_finalize;
}

static void
hc_context_init (HcContext *self)
{
  self->due = hc_due_list_new ();
}

/**
 * hc_context_new:
 * @library: the reference
 * @profile: the person's own data
 * @clock: tells the time
 * @settings: the preferences
 *
 * Returns: (transfer full): a context that holds on to all of them
 */
HcContext *
hc_context_new (HcLibrary *library,
                HcProfile *profile,
                HcClock   *clock,
                GSettings *settings)
{
  HcContext *self = g_object_new (HC_TYPE_CONTEXT, NULL);
  g_autoptr (HcDueDoses) doses = NULL;
  g_autoptr (HcDueRefills) refills = NULL;
  g_autoptr (HcDueAlerts) alerts = NULL;
  g_autofree char *sources = g_build_filename (hc_profile_get_folder (profile), "sources.db", NULL);

  self->library = g_object_ref (library);
  self->profile = g_object_ref (profile);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->labels = hc_label_catalog_new (sources);
  self->person = hc_current_person_new (profile, settings);
  self->medicine_check = hc_medicine_check_new (library, profile, self->person, clock);
  self->day_plan = hc_day_plan_new (profile, self->person, clock);
  doses = hc_due_doses_new (self->day_plan, hc_profile_get_medicines (profile), clock);
  refills = hc_due_refills_new (profile, self->person, clock);
  alerts = hc_due_alerts_new (profile, self->person);
  hc_due_list_add (self->due, G_LIST_MODEL (doses));
  hc_due_list_add (self->due, G_LIST_MODEL (alerts));
  hc_due_list_add (self->due, G_LIST_MODEL (refills));

  return self;
}

/**
 * hc_context_get_library:
 * @self: a context
 *
 * Returns: (transfer none): the reference
 */
HcLibrary *
hc_context_get_library (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->library;
}

/**
 * hc_context_get_profile:
 * @self: a context
 *
 * Returns: (transfer none): the person's own data
 */
HcProfile *
hc_context_get_profile (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->profile;
}

/**
 * hc_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): tells the time
 */
HcClock *
hc_context_get_clock (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * hc_context_get_settings:
 * @self: a context
 *
 * Returns: (transfer none): the preferences
 */
GSettings *
hc_context_get_settings (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * hc_context_get_person:
 * @self: a context
 *
 * Returns: (transfer none): the person whose data is shown
 */
HcCurrentPerson *
hc_context_get_person (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->person;
}

/**
 * hc_context_get_day_plan:
 * @self: a context
 *
 * Returns: (transfer none): what the person whose data is shown is to take today
 */
HcDayPlan *
hc_context_get_day_plan (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->day_plan;
}

/**
 * hc_context_get_due:
 * @self: a context
 *
 * Returns: (transfer none): what waits for the person; whoever knows of such things adds to it
 */
HcDueList *
hc_context_get_due (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->due;
}

/**
 * hc_context_get_labels:
 * @self: a context
 *
 * Returns: (transfer none): the labels that were imported, in sources.db beside the profile
 */
HcLabelCatalog *
hc_context_get_labels (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->labels;
}

/**
 * hc_context_get_medicine_check:
 * @self: a context
 *
 * Returns: (transfer none): what is known of interactions, and of those of the person's own medicines
 */
HcMedicineCheck *
hc_context_get_medicine_check (HcContext *self)
{
  g_return_val_if_fail (HC_IS_CONTEXT (self), NULL);

  return self->medicine_check;
}
