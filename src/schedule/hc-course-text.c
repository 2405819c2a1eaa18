/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text that the database keeps: a GVariant with a version in front. Moments are microseconds of Unix time. */

#include "hc-course-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define VERSION 1
#define REGIMEN "(xmxsss)" /* from; until; strength; reason; schedule */
#define FORMAT "(ua" REGIMEN ")"

/**
 * hc_course_print:
 * @self: a course
 *
 * Returns: (transfer full): the form in which the database keeps it
 */
char *
hc_course_print (const HcCourse *self)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder regimens;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&regimens, G_VARIANT_TYPE ("a" REGIMEN));

  for (guint i = 0; i < self->regimens->len; i++)
    {
      const HcRegimen *regimen = g_ptr_array_index (self->regimens, i);
      g_autofree char *schedule = hc_schedule_print (regimen->schedule);

      g_variant_builder_add (&regimens, REGIMEN, g_date_time_to_unix_usec (regimen->from), regimen->until != NULL,
                             regimen->until != NULL ? g_date_time_to_unix_usec (regimen->until) : 0,
                             regimen->strength, regimen->reason, schedule);
    }

  variant = g_variant_ref_sink (g_variant_new (FORMAT, VERSION, &regimens));

  return g_variant_print (variant, TRUE);
}

static gboolean
read_regimen (HcCourse    *self,
              gint64       from_usec,
              gboolean     has_until,
              gint64       until_usec,
              const char  *strength,
              const char  *reason,
              const char  *text)
{
  const HcRegimen *before = hc_course_get_last (self);
  g_autoptr (GDateTime) from = g_date_time_new_from_unix_utc_usec (from_usec);
  g_autoptr (GDateTime) until = has_until ? g_date_time_new_from_unix_utc_usec (until_usec) : NULL;
  g_autoptr (HcSchedule) schedule = NULL;

  if (from == NULL || (has_until && (until == NULL || g_date_time_compare (until, from) < 0))
      || strlen (strength) > HC_COURSE_MAX_STRENGTH || strlen (reason) > HC_COURSE_MAX_REASON)
    return FALSE;

  /* Only the last one may have no end, and none begins before the end of the one before. */
  if (before != NULL && (before->until == NULL || g_date_time_compare (from, before->until) < 0))
    return FALSE;

  schedule = hc_schedule_parse (text, NULL);

  if (schedule == NULL)
    return FALSE;

  hc_course_append (self, from, until, strength, reason, schedule);

  return TRUE;
}

static HcCourse *
read_variant (GVariant *variant)
{
  g_autoptr (HcCourse) self = hc_course_new ();
  g_autoptr (GVariantIter) regimens = NULL;
  const char *strength, *reason, *schedule;
  gint64 from, until;
  gboolean has_until;
  guint version;

  g_variant_get (variant, FORMAT, &version, &regimens);

  if (version != VERSION || g_variant_iter_n_children (regimens) > HC_COURSE_MAX_REGIMENS)
    return NULL;

  while (g_variant_iter_next (regimens, "(xmx&s&s&s)", &from, &has_until, &until, &strength, &reason, &schedule))
    if (!read_regimen (self, from, has_until, until, strength, reason, schedule))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_course_parse:
 * @text: what the database keeps; it may come from anywhere
 * @error: return location for %HC_SCHEDULE_ERROR_BAD_TEXT
 *
 * Returns: (transfer full) (nullable): the course; all of it is right
 */
HcCourse *
hc_course_parse (const char  *text,
                 GError     **error)
{
  g_autoptr (HcCourse) self = NULL;
  g_autoptr (GVariant) variant = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strlen (text) <= HC_COURSE_MAX_TEXT && g_utf8_validate (text, -1, NULL))
    variant = g_variant_parse (G_VARIANT_TYPE (FORMAT), text, NULL, NULL, NULL);

  if (variant != NULL)
    self = read_variant (variant);

  if (self == NULL)
    g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_TEXT,
                         _("The history of the medicine that was saved cannot be read."));

  return g_steal_pointer (&self);
}
