/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment.h"

#include <stdio.h>

#include "hc-appointment-private.h"
#include "hc-wall-clock.h"

/* What is after so many moves is no calendar's business. */
#define MAX_SEQUENCE 1000000

/**
 * HcAppointment:
 *
 * An appointment of a person, from a first draft to what came of it. It changes only when #HcAppointmentStore has
 * saved it, and then emits `changed`. It keeps its dates after it was removed, so that it can be added again as it
 * was.
 */
struct _HcAppointment
{
  GObject               parent_instance;

  char                 *id;
  HcAppointmentDetails  details; /* what it points to is owned; texts that may be empty are not NULL */
  GDateTime            *created; /* NULL until it was added */
  GDateTime            *changed;
  gboolean              only_dismissed; /* of what is to be saved: nothing else of it is */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define FIELD(name) { #name, G_STRUCT_OFFSET (HcAppointmentDetails, name) }

static const HcTextField fields[] = {
  FIELD (person), FIELD (subject), FIELD (clinic), FIELD (center), FIELD (place), FIELD (doctor), FIELD (address),
  FIELD (phone), FIELD (email), FIELD (web), FIELD (zone), FIELD (begins), FIELD (ends), FIELD (reason),
  FIELD (bring), FIELD (reach), FIELD (insurance), FIELD (access), FIELD (interpreter), FIELD (notes),
  FIELD (travel), FIELD (patient), FIELD (patient_born), FIELD (patient_contact), FIELD (diagnosis),
  FIELD (treatment), FIELD (urgency), FIELD (referrer), FIELD (referrer_practice), FIELD (referrer_contact),
  FIELD (uid), FIELD (unfinished),
};

#undef FIELD

G_DEFINE_FINAL_TYPE (HcAppointment, hc_appointment, G_TYPE_OBJECT)

static void
clear_details (HcAppointmentDetails *details)
{
  hc_text_fields_clear (fields, G_N_ELEMENTS (fields), details);
  g_clear_pointer (&details->dismissed, g_date_time_unref);
  g_clear_pointer (&details->questions, g_variant_unref);
  g_clear_pointer (&details->history, g_variant_unref);
  g_free ((char *) details->unread_questions);
  g_free ((char *) details->unread_history);
}

static void
copy_details (const HcAppointmentDetails *from,
              HcAppointmentDetails       *to)
{
  *to = *from;
  hc_text_fields_copy (fields, G_N_ELEMENTS (fields), from, to);

  if (to->dismissed != NULL)
    g_date_time_ref (to->dismissed);
  to->questions = from->questions != NULL ? g_variant_ref_sink (from->questions) : NULL;
  to->history = from->history != NULL ? g_variant_ref_sink (from->history) : NULL;
  to->unread_questions = g_strdup (from->unread_questions != NULL || from->questions != NULL
                                   ? from->unread_questions : "");
  to->unread_history = g_strdup (from->unread_history != NULL || from->history != NULL ? from->unread_history : "");
}

static void
hc_appointment_finalize (GObject *object)
{
  HcAppointment *self = HC_APPOINTMENT (object);

  g_free (self->id);
  clear_details (&self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_appointment_parent_class)->finalize (object);
}

static void
hc_appointment_class_init (HcAppointmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_appointment_finalize;

  /**
   * HcAppointment::changed:
   *
   * Something else was saved of the appointment.
   */
  signals[CHANGED] = g_signal_new ("changed", HC_TYPE_APPOINTMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_appointment_init (HcAppointment *self)
{
}

static void
set_time (GDateTime **place,
          GDateTime  *time)
{
  if (time != NULL)
    g_date_time_ref (time);

  g_clear_pointer (place, g_date_time_unref);
  *place = time;
}

/* Returns: (array length=n_fields): the texts that HcAppointmentDetails has */
const HcTextField *
_hc_appointment_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/* Makes an appointment as the database holds it, or is to hold it. */
HcAppointment *
_hc_appointment_new_with_id (const char                 *id,
                             const HcAppointmentDetails *details,
                             GDateTime                  *created,
                             GDateTime                  *changed)
{
  HcAppointment *self = g_object_new (HC_TYPE_APPOINTMENT, NULL);

  self->id = g_strdup (id);
  copy_details (details, &self->details);
  set_time (&self->created, created);
  set_time (&self->changed, changed);

  return self;
}

/* Makes what is to be saved of an appointment when only its reminders were seen. */
HcAppointment *
_hc_appointment_new_dismissed (HcAppointment *appointment,
                               GDateTime     *time)
{
  HcAppointment *self = _hc_appointment_new_with_id (appointment->id, &appointment->details, appointment->created,
                                                     appointment->changed);

  set_time (&self->details.dismissed, time);
  self->only_dismissed = TRUE;

  return self;
}

gboolean
_hc_appointment_is_only_dismissed (HcAppointment *self)
{
  return self->only_dismissed;
}

/* Makes @self say what was read back. */
void
_hc_appointment_set_saved (HcAppointment *self,
                           HcAppointment *saved)
{
  HcAppointmentDetails old = self->details;

  copy_details (&saved->details, &self->details);
  clear_details (&old);
  set_time (&self->created, saved->created);
  set_time (&self->changed, saved->changed);

  g_signal_emit (self, signals[CHANGED], 0);
}

/* Lets calendars know that it is another event than @before. */
void
_hc_appointment_count_up (HcAppointment *self,
                          HcAppointment *before)
{
  self->details.sequence = MIN (MAX (self->details.sequence, before->details.sequence) + 1, MAX_SEQUENCE);
}

/**
 * hc_appointment_new:
 *
 * Returns: (transfer full): a draft that is not saved and says nothing yet
 */
HcAppointment *
hc_appointment_new (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_appointment_new_with_id (id, &(HcAppointmentDetails) { 0 }, NULL, NULL);
}

/**
 * hc_appointment_get_id:
 * @self: an appointment
 *
 * Returns: (transfer none): its id, a random UUID
 */
const char *
hc_appointment_get_id (HcAppointment *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT (self), NULL);

  return self->id;
}

/**
 * hc_appointment_get_details:
 * @self: an appointment
 *
 * Returns: (transfer none): what is told of it, as it was saved last; valid until the next change
 */
const HcAppointmentDetails *
hc_appointment_get_details (HcAppointment *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT (self), NULL);

  return &self->details;
}

/**
 * hc_appointment_get_created:
 * @self: an appointment
 *
 * Returns: (transfer none) (nullable): when it was added, %NULL before that
 */
GDateTime *
hc_appointment_get_created (HcAppointment *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT (self), NULL);

  return self->created;
}

/**
 * hc_appointment_get_changed:
 * @self: an appointment
 *
 * Returns: (transfer none) (nullable): when something else was told of it, %NULL before it was added
 */
GDateTime *
hc_appointment_get_changed (HcAppointment *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT (self), NULL);

  return self->changed;
}

/**
 * hc_appointment_dup_uid:
 * @self: an appointment
 *
 * Returns: (transfer full): how calendars call it, always the same
 */
char *
hc_appointment_dup_uid (HcAppointment *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT (self), NULL);

  return *self->details.uid != '\0' ? g_strdup (self->details.uid)
                                    : g_strconcat (self->id, "@health-center", NULL);
}

/**
 * hc_appointment_dup_zone:
 * @details: what is told of an appointment
 * @otherwise: the time zone of the person
 *
 * Returns: (transfer full): the time zone of the place, @otherwise when it was not told or is not known here
 */
GTimeZone *
hc_appointment_dup_zone (const HcAppointmentDetails *details,
                         GTimeZone                  *otherwise)
{
  GTimeZone *zone = NULL;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (otherwise != NULL, NULL);

  if (details->zone != NULL && *details->zone != '\0')
    zone = g_time_zone_new_identifier (details->zone);

  return zone != NULL ? zone : g_time_zone_ref (otherwise);
}

/* The first moment at which the clock of the place shows that time or a later one. */
static GDateTime *
find_moment (const HcAppointmentDetails *details,
             const char                 *text,
             GTimeZone                  *otherwise)
{
  g_autoptr (GTimeZone) zone = hc_appointment_dup_zone (details, otherwise);
  g_autoptr (GDateTime) wall = NULL, utc = NULL;
  int year, month, day, hour, minute;

  if (text == NULL || sscanf (text, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute) != 5)
    return NULL;

  wall = g_date_time_new_utc (year, month, day, hour, minute, 0);
  if (wall == NULL)
    return NULL;

  utc = g_date_time_new_from_unix_utc (hc_wall_clock_find (zone, g_date_time_to_unix (wall)));

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * hc_appointment_dup_begin:
 * @details: what is told of an appointment
 * @otherwise: the time zone of the person
 *
 * Returns: (transfer full) (nullable): when it begins, in the time zone of the place; %NULL: not agreed. A time that
 *   the clock leaves out in spring is the next one that it shows, of two equal ones in autumn it is the first.
 */
GDateTime *
hc_appointment_dup_begin (const HcAppointmentDetails *details,
                          GTimeZone                  *otherwise)
{
  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (otherwise != NULL, NULL);

  return find_moment (details, details->begins, otherwise);
}

/**
 * hc_appointment_dup_end:
 * @details: what is told of an appointment
 * @otherwise: the time zone of the person
 *
 * Returns: (transfer full) (nullable): when it ends, in the time zone of the place; %NULL: not told, or not after
 *   its begin
 */
GDateTime *
hc_appointment_dup_end (const HcAppointmentDetails *details,
                        GTimeZone                  *otherwise)
{
  g_autoptr (GDateTime) begin = NULL, end = NULL;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (otherwise != NULL, NULL);

  begin = find_moment (details, details->begins, otherwise);
  end = find_moment (details, details->ends, otherwise);

  return begin != NULL && end != NULL && g_date_time_compare (begin, end) < 0 ? g_steal_pointer (&end) : NULL;
}

/**
 * hc_appointment_is_coming:
 * @details: what is told of an appointment
 * @now: the time, in the zone of the person
 *
 * Returns: whether it is still to come, or nothing was agreed yet: it stands above those that are past
 */
gboolean
hc_appointment_is_coming (const HcAppointmentDetails *details,
                          GDateTime                  *now)
{
  g_autoptr (GDateTime) begin = NULL, end = NULL;

  g_return_val_if_fail (details != NULL, FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  if (details->state == HC_APPOINTMENT_CANCELLED || details->state == HC_APPOINTMENT_DONE ||
      details->state == HC_APPOINTMENT_MISSED)
    return FALSE;

  begin = hc_appointment_dup_begin (details, g_date_time_get_timezone (now));
  end = hc_appointment_dup_end (details, g_date_time_get_timezone (now));

  return begin == NULL || g_date_time_compare (end != NULL ? end : begin, now) >= 0;
}
