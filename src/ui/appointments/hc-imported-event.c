/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-imported-event.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-appointment-copy.h"
#include "hc-appointment-letter.h"
#include "hc-visit-reminders.h"

/**
 * HcImportedEvent:
 *
 * An event of a calendar file, what the person has of it already, and whether it is to become an appointment.
 */
struct _HcImportedEvent
{
  GObject          parent_instance;

  HcCalendarEvent *event;
  HcAppointment   *known;       /* NULL when it is new */
  gboolean         is_moved;    /* the known one has another time */
  gboolean         is_same;     /* there is nothing new */
  gboolean         is_chosen;
  char            *folded;      /* what it is found by */
};

G_DEFINE_FINAL_TYPE (HcImportedEvent, hc_imported_event, G_TYPE_OBJECT)

static void
hc_imported_event_finalize (GObject *object)
{
  HcImportedEvent *self = HC_IMPORTED_EVENT (object);

  g_clear_pointer (&self->event, hc_calendar_event_unref);
  g_clear_object (&self->known);
  g_free (self->folded);

  G_OBJECT_CLASS (hc_imported_event_parent_class)->finalize (object);
}

static void
hc_imported_event_class_init (HcImportedEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_imported_event_finalize;
}

static void
hc_imported_event_init (HcImportedEvent *self)
{
}

static gboolean
is_same_moment (GDateTime *a,
                GDateTime *b)
{
  return a == NULL || b == NULL ? a == b : g_date_time_equal (a, b);
}

/* Whether both are at the same time, wherever the clocks are. */
static gboolean
is_at_same_time (const HcAppointmentDetails *a,
                 const HcAppointmentDetails *b,
                 GTimeZone                  *zone)
{
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (a, zone), its_begin = hc_appointment_dup_begin (b, zone);
  g_autoptr (GDateTime) end = hc_appointment_dup_end (a, zone), its_end = hc_appointment_dup_end (b, zone);

  return is_same_moment (begin, its_begin) && is_same_moment (end, its_end);
}

/**
 * hc_imported_event_new:
 * @event: an event
 * @known: (nullable): what the person has of it already
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): the event, not chosen
 */
HcImportedEvent *
hc_imported_event_new (HcCalendarEvent *event,
                       HcAppointment   *known,
                       GDateTime       *now)
{
  HcImportedEvent *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (event != NULL, NULL);
  g_return_val_if_fail (known == NULL || HC_IS_APPOINTMENT (known), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  self = g_object_new (HC_TYPE_IMPORTED_EVENT, NULL);
  self->event = hc_calendar_event_ref (event);
  g_set_object (&self->known, known);

  text = g_strjoin ("\n", event->summary, event->location, event->description, NULL);
  self->folded = g_utf8_casefold (text, -1);

  if (known != NULL)
    {
      const HcAppointmentDetails *details = hc_appointment_get_details (known);
      const HcAppointmentDetails times = { .begins = event->begins, .ends = event->ends, .zone = event->zone };

      self->is_moved = !is_at_same_time (details, &times, g_date_time_get_timezone (now));
      self->is_same = !self->is_moved && event->is_cancelled == (details->state == HC_APPOINTMENT_CANCELLED);
    }

  return self;
}

/**
 * hc_imported_event_get_known:
 * @self: an event
 *
 * Returns: (transfer none) (nullable): what the person has of it already
 */
HcAppointment *
hc_imported_event_get_known (HcImportedEvent *self)
{
  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), NULL);

  return self->known;
}

/**
 * hc_imported_event_is_nothing_new:
 * @self: an event
 *
 * Returns: whether the person has it already, as it is
 */
gboolean
hc_imported_event_is_nothing_new (HcImportedEvent *self)
{
  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), FALSE);

  return self->is_same;
}

/**
 * hc_imported_event_is_proposed:
 * @self: an event
 * @now: the time
 *
 * Returns: whether it is likely to be wanted: it is to come, says something new, and raises no question
 */
gboolean
hc_imported_event_is_proposed (HcImportedEvent *self,
                               GDateTime       *now)
{
  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), FALSE);
  g_return_val_if_fail (now != NULL, FALSE);

  return !self->is_same && self->event->problem == NULL && !self->event->is_all_day &&
         (!self->event->is_cancelled || self->known != NULL) && g_date_time_compare (self->event->begin, now) > 0;
}

/**
 * hc_imported_event_is_chosen:
 * @self: an event
 *
 * Returns: whether it is to become an appointment
 */
gboolean
hc_imported_event_is_chosen (HcImportedEvent *self)
{
  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), FALSE);

  return self->is_chosen;
}

/**
 * hc_imported_event_set_chosen:
 * @self: an event
 * @is_chosen: whether it is to become an appointment
 */
void
hc_imported_event_set_chosen (HcImportedEvent *self,
                              gboolean         is_chosen)
{
  g_return_if_fail (HC_IS_IMPORTED_EVENT (self));

  self->is_chosen = is_chosen;
}

/**
 * hc_imported_event_has_words:
 * @self: an event
 * @folded: words, as g_utf8_casefold() gives them
 *
 * Returns: whether its text has these words
 */
gboolean
hc_imported_event_has_words (HcImportedEvent *self,
                             const char      *folded)
{
  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), FALSE);
  g_return_val_if_fail (folded != NULL, FALSE);

  return strstr (self->folded, folded) != NULL;
}

static void
add_line (GString    *words,
          const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (words, "\n%s", line);
}

/* What is to be looked at when it is taken. */
static char *
dup_question (const HcCalendarEvent *event)
{
  if (event->problem != NULL)
    return g_strdup_printf ("%s.", event->problem);

  return g_strdup (event->is_all_day ? _("The file tells the day, but no time: it stands at midnight.") : "");
}

/**
 * hc_imported_event_dup_words:
 * @self: an event
 *
 * Returns: (transfer full): what it is, when and where, and what is to be known before it is taken, in lines
 */
char *
hc_imported_event_dup_words (HcImportedEvent *self)
{
  g_autoptr (GString) words = NULL;
  g_autofree char *when = NULL, *question = NULL;

  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), NULL);

  /* Translators: a day, in the form of g_date_time_format(). */
  when = self->event->is_all_day ? g_date_time_format (self->event->begin, _("%A, %-d %B %Y"))
                                 : hc_appointment_dup_time_words (self->event->begin, NULL);
  question = dup_question (self->event);
  words = g_string_new (*self->event->summary != '\0' ? self->event->summary : _("Without a title"));
  add_line (words, when);
  add_line (words, self->event->location);
  add_line (words, self->event->is_cancelled ? _("Canceled") : NULL);
  if (self->is_same)
    add_line (words, _("You have this already."));
  else if (self->known != NULL)
    add_line (words, self->is_moved ? _("You have this with another time, which is changed.")
                                    : _("You have this already. How it stands with it is changed."));
  add_line (words, question);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static HcAppointmentState
find_state (HcImportedEvent *self)
{
  if (self->event->is_cancelled)
    return HC_APPOINTMENT_CANCELLED;

  return self->is_moved && *hc_appointment_get_details (self->known)->begins != '\0' ? HC_APPOINTMENT_MOVED
                                                                                   : HC_APPOINTMENT_CONFIRMED;
}

/**
 * hc_imported_event_make_details:
 * @self: an event
 * @person: the id of the person whose appointment a new one is
 * @now: the time
 *
 * Returns: (transfer full): what is to be told of the appointment; free with hc_appointment_copy_free()
 */
HcAppointmentDetails *
hc_imported_event_make_details (HcImportedEvent *self,
                                const char      *person,
                                GDateTime       *now)
{
  const HcCalendarEvent *event;
  g_autoptr (HcAppointment) fresh = NULL;
  g_autofree char *question = NULL;
  HcAppointmentDetails *details;

  g_return_val_if_fail (HC_IS_IMPORTED_EVENT (self), NULL);
  g_return_val_if_fail (person != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  event = self->event;
  fresh = hc_appointment_new ();
  question = dup_question (event);
  details = hc_appointment_copy_new (hc_appointment_get_details (self->known != NULL ? self->known : fresh));
  hc_appointment_copy_set_text (details, "begins", event->begins);
  hc_appointment_copy_set_text (details, "ends", event->ends);
  hc_appointment_copy_set_text (details, "zone", event->zone);

  /* One that was made here has its address, which a file says with other words. */
  if (self->known == NULL || *details->uid != '\0')
    hc_appointment_copy_set_text (details, "address", event->location);

  if (self->known == NULL)
    {
      details->kind = HC_APPOINTMENT_FOLLOW_UP;
      details->sequence = event->sequence;
      hc_appointment_copy_set_text (details, "person", person);
      hc_appointment_copy_set_text (details, "place", event->summary);
      hc_appointment_copy_set_text (details, "notes", event->description);
      hc_appointment_copy_set_text (details, "uid", event->uid);
      hc_visit_reminders_set_usual (details->reminders);
    }

  hc_appointment_copy_add_step (details, &(HcAppointmentStep) {
    .state = find_state (self),
    .time = g_date_time_to_unix_usec (now),
    .by = _("a calendar file"),
    .note = question,
  });

  return details;
}
