/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told of an appointment, to be changed before it is saved. */

#include "hc-appointment-copy.h"

#include <string.h>

#include "hc-appointment-private.h"

static GVariant *
dup_variant (GVariant *variant)
{
  return variant != NULL ? g_variant_ref_sink (variant) : NULL;
}

/**
 * hc_appointment_copy_new:
 * @details: what is told of an appointment
 *
 * Returns: (transfer full): a copy that can be changed; its texts are not %NULL
 */
HcAppointmentDetails *
hc_appointment_copy_new (const HcAppointmentDetails *details)
{
  HcAppointmentDetails *self;
  const HcTextField *fields;
  guint n_fields;

  g_return_val_if_fail (details != NULL, NULL);

  fields = _hc_appointment_get_fields (&n_fields);
  self = g_memdup2 (details, sizeof *details);
  hc_text_fields_copy (fields, n_fields, details, self);
  self->unread_questions = g_strdup (details->unread_questions);
  self->unread_history = g_strdup (details->unread_history);
  self->dismissed = details->dismissed != NULL ? g_date_time_ref (details->dismissed) : NULL;
  self->questions = dup_variant (details->questions);
  self->history = dup_variant (details->history);

  return self;
}

/**
 * hc_appointment_copy_free:
 * @self: (transfer full): a copy
 */
void
hc_appointment_copy_free (HcAppointmentDetails *self)
{
  guint n_fields;
  const HcTextField *fields = _hc_appointment_get_fields (&n_fields);

  hc_text_fields_clear (fields, n_fields, self);
  g_free ((char *) self->unread_questions);
  g_free ((char *) self->unread_history);
  g_clear_pointer (&self->dismissed, g_date_time_unref);
  g_clear_pointer (&self->questions, g_variant_unref);
  g_clear_pointer (&self->history, g_variant_unref);
  g_free (self);
}

static const char **
find_text (const HcAppointmentDetails *self,
           const char                 *field)
{
  guint n_fields;
  const HcTextField *fields = _hc_appointment_get_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].column, field))
      return &G_STRUCT_MEMBER (const char *, self, fields[i].offset);

  g_return_val_if_reached (NULL);
}

/**
 * hc_appointment_copy_set_text:
 * @self: a copy
 * @field: the name of a text of #HcAppointmentDetails, `notes`
 * @text: (nullable): what it is to say, %NULL: nothing
 */
void
hc_appointment_copy_set_text (HcAppointmentDetails *self,
                              const char           *field,
                              const char           *text)
{
  const char **place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);

  place = find_text (self, field);
  if (place != NULL)
    g_set_str ((char **) place, text != NULL ? text : "");
}

/**
 * hc_appointment_copy_get_text:
 * @self: what is told of an appointment
 * @field: the name of one of its texts, `notes`
 *
 * Returns: the text; empty when there is none
 */
const char *
hc_appointment_copy_get_text (const HcAppointmentDetails *self,
                              const char                 *field)
{
  const char **place;

  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (field != NULL, "");

  place = find_text (self, field);

  return place != NULL && *place != NULL ? *place : "";
}

/**
 * hc_appointment_copy_set_questions:
 * @self: a copy
 * @questions: what to ask, and the answers, see hc_appointment_questions_new()
 */
void
hc_appointment_copy_set_questions (HcAppointmentDetails *self,
                                   GVariant             *questions)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (questions != NULL);

  g_variant_ref_sink (questions);
  g_clear_pointer (&self->questions, g_variant_unref);
  self->questions = questions;
}

/**
 * hc_appointment_copy_add_step:
 * @self: a copy
 * @step: what has become of it
 *
 * Makes that its state, and adds it to the history.
 */
void
hc_appointment_copy_add_step (HcAppointmentDetails    *self,
                              const HcAppointmentStep *step)
{
  GVariant *history;

  g_return_if_fail (self != NULL);
  g_return_if_fail (step != NULL);

  history = hc_appointment_history_add (self->history, step);
  g_clear_pointer (&self->history, g_variant_unref);
  self->history = history;
  self->state = step->state;
}

static gboolean
differ (GVariant *a,
        GVariant *b)
{
  return a == NULL || b == NULL ? a != b : !g_variant_equal (a, b);
}

static void
take_parts (HcAppointmentDetails       *self,
            const HcAppointmentDetails *before,
            const HcAppointmentDetails *after)
{
  g_autofree char *wishes_before = hc_appointment_wishes_print (before->wishes);
  g_autofree char *wishes_after = hc_appointment_wishes_print (after->wishes);

  if (before->state != after->state)
    self->state = after->state;
  if (before->kind != after->kind)
    self->kind = after->kind;
  if (!g_str_equal (wishes_before, wishes_after))
    memcpy (self->wishes, after->wishes, sizeof self->wishes);
  if (memcmp (before->reminders, after->reminders, sizeof self->reminders) != 0)
    memcpy (self->reminders, after->reminders, sizeof self->reminders);

  if (differ (before->questions, after->questions))
    {
      g_clear_pointer (&self->questions, g_variant_unref);
      self->questions = dup_variant (after->questions);
    }

  if (differ (before->history, after->history))
    {
      g_clear_pointer (&self->history, g_variant_unref);
      self->history = dup_variant (after->history);
    }
}

/**
 * hc_appointment_copy_new_changed:
 * @present: what is told of an appointment now
 * @before: what was told before a change
 * @after: what was told after it
 *
 * Makes the same change to what is told now: what did not change between @before and @after stays as it is.
 *
 * Returns: (transfer full): a copy of @present with the change
 */
HcAppointmentDetails *
hc_appointment_copy_new_changed (const HcAppointmentDetails *present,
                                 const HcAppointmentDetails *before,
                                 const HcAppointmentDetails *after)
{
  HcAppointmentDetails *self;
  const HcTextField *fields;
  guint n_fields;

  g_return_val_if_fail (present != NULL, NULL);
  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  fields = _hc_appointment_get_fields (&n_fields);
  self = hc_appointment_copy_new (present);
  for (guint i = 0; i < n_fields; i++)
    if (g_strcmp0 (hc_appointment_copy_get_text (before, fields[i].column),
                   hc_appointment_copy_get_text (after, fields[i].column)) != 0)
      hc_appointment_copy_set_text (self, fields[i].column, hc_appointment_copy_get_text (after, fields[i].column));
  take_parts (self, before, after);

  return self;
}
