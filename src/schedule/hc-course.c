/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-course-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
regimen_free (HcRegimen *regimen)
{
  g_date_time_unref (regimen->from);
  g_clear_pointer (&regimen->until, g_date_time_unref);
  g_free (regimen->strength);
  g_free (regimen->reason);
  hc_schedule_free (regimen->schedule);
  g_free (regimen);
}

/**
 * hc_course_new:
 *
 * Returns: (transfer full): the course of a medicine that nobody has taken
 */
HcCourse *
hc_course_new (void)
{
  HcCourse *self = g_new0 (HcCourse, 1);

  self->regimens = g_ptr_array_new_with_free_func ((GDestroyNotify) regimen_free);

  return self;
}

/* Copies what it is given. */
void
hc_course_append (HcCourse         *self,
                  GDateTime        *from,
                  GDateTime        *until,
                  const char       *strength,
                  const char       *reason,
                  const HcSchedule *schedule)
{
  HcRegimen *regimen = g_new0 (HcRegimen, 1);

  regimen->from = g_date_time_ref (from);
  regimen->until = until != NULL ? g_date_time_ref (until) : NULL;
  regimen->strength = g_strdup (strength != NULL ? strength : "");
  regimen->reason = g_strdup (reason != NULL ? reason : "");
  regimen->schedule = hc_schedule_copy (schedule);

  g_ptr_array_add (self->regimens, regimen);
}

/**
 * hc_course_copy:
 * @self: a course
 *
 * Returns: (transfer full): a copy that can be changed without changing @self
 */
HcCourse *
hc_course_copy (const HcCourse *self)
{
  HcCourse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = hc_course_new ();

  for (guint i = 0; i < self->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (self->regimens, i);

      hc_course_append (copy, regimen->from, regimen->until, regimen->strength, regimen->reason, regimen->schedule);
    }

  return copy;
}

/**
 * hc_course_free:
 * @self: (nullable) (transfer full): a course
 */
void
hc_course_free (HcCourse *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->regimens);
  g_free (self);
}

static gboolean
regimen_equal (const HcRegimen *a,
               const HcRegimen *b)
{
  if ((a->until == NULL) != (b->until == NULL) || (a->until != NULL && !g_date_time_equal (a->until, b->until)))
    return FALSE;

  return g_date_time_equal (a->from, b->from) && strcmp (a->strength, b->strength) == 0
         && strcmp (a->reason, b->reason) == 0 && hc_schedule_equal (a->schedule, b->schedule);
}

/**
 * hc_course_equal:
 * @a: a course
 * @b: a course
 *
 * Returns: whether they say the same
 */
gboolean
hc_course_equal (const HcCourse *a,
                 const HcCourse *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->regimens->len != b->regimens->len)
    return FALSE;

  for (guint i = 0; i < a->regimens->len; i++)
    if (!regimen_equal (g_ptr_array_index (a->regimens, i), g_ptr_array_index (b->regimens, i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_ended (const HcRegimen *regimen,
           GDateTime       *now)
{
  return regimen->until != NULL && g_date_time_compare (regimen->until, now) <= 0;
}

/**
 * hc_course_get_current:
 * @self: a course
 * @now: a moment
 *
 * Returns: (transfer none) (nullable): the regimen that holds then, %NULL before the first and when the medicine
 *   is stopped; valid until @self changes
 */
const HcRegimen *
hc_course_get_current (const HcCourse *self,
                       GDateTime      *now)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  for (guint i = 0; i < self->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (self->regimens, i);

      if (g_date_time_compare (regimen->from, now) <= 0 && !has_ended (regimen, now))
        return regimen;
    }

  return NULL;
}

/**
 * hc_course_get_last:
 * @self: a course
 *
 * Returns: (transfer none) (nullable): the newest regimen, which may have ended or not have begun; valid until
 *   @self changes
 */
const HcRegimen *
hc_course_get_last (const HcCourse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->regimens->len > 0 ? g_ptr_array_index (self->regimens, self->regimens->len - 1) : NULL;
}

/**
 * hc_course_is_stopped:
 * @self: a course
 * @now: a moment
 *
 * Returns: whether the medicine was taken before and is not taken then
 */
gboolean
hc_course_is_stopped (const HcCourse *self,
                      GDateTime      *now)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  return self->regimens->len > 0 && has_ended (g_ptr_array_index (self->regimens, 0), now)
         && hc_course_get_current (self, now) == NULL;
}

static gboolean
refuse (GError          **error,
        HcScheduleError   code,
        const char       *message)
{
  g_set_error_literal (error, HC_SCHEDULE_ERROR, (int) code, message);

  return FALSE;
}

static gboolean
check_words (const char  *strength,
             const char  *reason,
             GError     **error)
{
  if (strength != NULL && strlen (strength) > HC_COURSE_MAX_STRENGTH)
    return refuse (error, HC_SCHEDULE_ERROR_TOO_MANY, _("The strength is too long."));

  if (reason != NULL && strlen (reason) > HC_COURSE_MAX_REASON)
    return refuse (error, HC_SCHEDULE_ERROR_TOO_MANY, _("The reason is too long."));

  return TRUE;
}

/* Makes @next what @self is, when the database can keep it. */
static gboolean
adopt (HcCourse  *self,
       HcCourse  *next,
       GError   **error)
{
  g_autofree char *text = hc_course_print (next);

  if (next->regimens->len > HC_COURSE_MAX_REGIMENS || strlen (text) > HC_COURSE_MAX_TEXT)
    return refuse (error, HC_SCHEDULE_ERROR_TOO_MANY,
                   _("This medicine has been changed too often. Please add it anew."));

  g_ptr_array_unref (self->regimens);
  self->regimens = g_ptr_array_ref (next->regimens);

  return TRUE;
}

/* Whether something can happen then to the newest regimen while it holds. */
static gboolean
check_holds (const HcCourse  *self,
             GDateTime       *when,
             GError         **error)
{
  const HcRegimen *last = hc_course_get_last (self);

  if (last == NULL)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("This medicine has not been started."));

  if (g_date_time_compare (when, last->from) < 0)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("This is before the last change of the medicine."));

  if (has_ended (last, when))
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("This medicine has been stopped already."));

  return TRUE;
}

static void
set_end (HcCourse   *self,
         GDateTime  *until,
         const char *reason)
{
  HcRegimen *last = g_ptr_array_index (self->regimens, self->regimens->len - 1);

  g_clear_pointer (&last->until, g_date_time_unref);
  last->until = g_date_time_ref (until);
  g_set_str (&last->reason, reason != NULL ? reason : "");
}

/**
 * hc_course_begin:
 * @self: a course
 * @from: the moment from which the medicine is taken
 * @strength: (nullable): of the medicine
 * @schedule: when it is taken; copied
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_DATES when it overlaps with what was before,
 *   %HC_SCHEDULE_ERROR_TOO_MANY, or what hc_schedule_check() says
 *
 * Begins to take a medicine, for the first time or again.
 *
 * Returns: whether it was possible; otherwise @self is as it was
 */
gboolean
hc_course_begin (HcCourse          *self,
                 GDateTime         *from,
                 const char        *strength,
                 const HcSchedule  *schedule,
                 GError           **error)
{
  g_autoptr (HcCourse) next = NULL;
  const HcRegimen *last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (from != NULL, FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!hc_schedule_check (schedule, error) || !check_words (strength, NULL, error))
    return FALSE;

  last = hc_course_get_last (self);

  if (last != NULL && last->until == NULL)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("This medicine is being taken already."));

  if (last != NULL && g_date_time_compare (from, last->until) < 0)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("At that time the medicine was still being taken."));

  next = hc_course_copy (self);
  hc_course_append (next, from, NULL, strength, NULL, schedule);

  return adopt (self, next, error);
}

/**
 * hc_course_change:
 * @self: a course
 * @when: the moment of the change
 * @strength: (nullable): of the medicine from then on
 * @schedule: when it is taken from then on; copied
 * @reason: (nullable): why it is changed
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_DATES when the medicine is not taken at that time or was
 *   changed later, %HC_SCHEDULE_ERROR_TOO_MANY, or what hc_schedule_check() says
 *
 * Ends the newest regimen and begins another. What was before stays, and so does an end that was planned.
 *
 * Returns: whether it was possible; otherwise @self is as it was
 */
gboolean
hc_course_change (HcCourse          *self,
                  GDateTime         *when,
                  const char        *strength,
                  const HcSchedule  *schedule,
                  const char        *reason,
                  GError           **error)
{
  g_autoptr (HcCourse) next = NULL;
  const HcRegimen *last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (when != NULL, FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!hc_schedule_check (schedule, error) || !check_words (strength, reason, error)
      || !check_holds (self, when, error))
    return FALSE;

  last = hc_course_get_last (self);
  next = hc_course_copy (self);
  set_end (next, when, reason);
  hc_course_append (next, when, last->until, strength, last->reason, schedule);

  return adopt (self, next, error);
}

/**
 * hc_course_stop:
 * @self: a course
 * @when: the moment from which the medicine is not taken; may be planned
 * @reason: (nullable): why
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_DATES when the medicine is not taken at that time or was
 *   changed later, or %HC_SCHEDULE_ERROR_TOO_MANY
 *
 * Returns: whether it was possible; otherwise @self is as it was
 */
gboolean
hc_course_stop (HcCourse    *self,
                GDateTime   *when,
                const char  *reason,
                GError     **error)
{
  g_autoptr (HcCourse) next = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (when != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_words (NULL, reason, error) || !check_holds (self, when, error))
    return FALSE;

  next = hc_course_copy (self);
  set_end (next, when, reason);

  return adopt (self, next, error);
}

/**
 * hc_course_restart:
 * @self: a course
 * @when: the moment from which the medicine is taken again
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_DATES when it is taken at that time, or
 *   %HC_SCHEDULE_ERROR_TOO_MANY
 *
 * Begins again with the last strength and schedule; the days of its cycles are counted on from its first day.
 *
 * Returns: whether it was possible; otherwise @self is as it was
 */
gboolean
hc_course_restart (HcCourse   *self,
                   GDateTime  *when,
                   GError    **error)
{
  const HcRegimen *last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (when != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  last = hc_course_get_last (self);

  if (last == NULL)
    return refuse (error, HC_SCHEDULE_ERROR_BAD_DATES, _("This medicine has not been started."));

  return hc_course_begin (self, when, last->strength, last->schedule, error);
}

/**
 * hc_course_correct:
 * @self: a course with at least one regimen
 * @strength: (nullable): the right strength
 * @schedule: the right schedule, checked; copied
 *
 * Replaces what is said of the newest regimen, when it was never right. Nothing of that is kept.
 */
void
hc_course_correct (HcCourse         *self,
                   const char       *strength,
                   const HcSchedule *schedule)
{
  HcRegimen *last;

  g_return_if_fail (self != NULL && self->regimens->len > 0);
  g_return_if_fail (strength == NULL || strlen (strength) <= HC_COURSE_MAX_STRENGTH);
  g_return_if_fail (hc_schedule_check (schedule, NULL));

  last = g_ptr_array_index (self->regimens, self->regimens->len - 1);
  g_set_str (&last->strength, strength != NULL ? strength : "");

  /* The new one may be the old one. */
  {
    HcSchedule *copy = hc_schedule_copy (schedule);

    hc_schedule_free (last->schedule);
    last->schedule = copy;
  }
}
