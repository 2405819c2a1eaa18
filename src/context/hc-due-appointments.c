/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-due-appointments.h"

#include <glib/gi18n.h>

#include "hc-alarm.h"
#include "hc-appointment-letter.h"
#include "hc-due-list.h"
#include "hc-link.h"

/* An appointment of the next days is told of, and a request that nobody has answered for some. */
#define DAYS_AHEAD 7
#define DAYS_OF_WAITING 5
#define DAY (24 * 60 * 60)

/* One without an end is told of for so long after it has begun. */
#define LENGTH (60 * 60)

/**
 * HcDueAppointments:
 *
 * The appointments of the next days of the person who is shown, and their requests that wait for an answer, for
 * those who gather what is due: a #GListModel of #HcDueItem.
 */
struct _HcDueAppointments
{
  GObject          parent_instance;

  HcProfile       *profile;
  HcCurrentPerson *person;
  HcClock         *clock;
  HcAlarm         *alarm;
  GPtrArray       *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcDueAppointments, hc_due_appointments, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
hc_due_appointments_get_item_type (GListModel *model)
{
  return HC_TYPE_DUE_ITEM;
}

static guint
hc_due_appointments_get_n_items (GListModel *model)
{
  return HC_DUE_APPOINTMENTS (model)->items->len;
}

static gpointer
hc_due_appointments_get_item (GListModel *model,
                              guint       position)
{
  HcDueAppointments *self = HC_DUE_APPOINTMENTS (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hc_due_appointments_get_item_type;
  iface->get_n_items = hc_due_appointments_get_n_items;
  iface->get_item = hc_due_appointments_get_item;
}

static void
hc_due_appointments_finalize (GObject *object)
{
  HcDueAppointments *self = HC_DUE_APPOINTMENTS (object);

  g_clear_object (&self->alarm);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);
  g_clear_object (&self->clock);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (hc_due_appointments_parent_class)->finalize (object);
}

static void
hc_due_appointments_class_init (HcDueAppointmentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_due_appointments_finalize;
}

static void
hc_due_appointments_init (HcDueAppointments *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static char *
dup_title (const HcAppointmentDetails *details)
{
  const char *place = *details->place != '\0' ? details->place : details->doctor;

  /* Translators: the kind of an appointment, and where: "Follow-up visit: City Clinic". */
  return *place != '\0' ? g_strdup_printf (_("%s: %s"), hc_appointment_kind_to_words (details->kind), place)
                        : g_strdup (hc_appointment_kind_to_words (details->kind));
}

static void
add_item (HcDueAppointments *self,
          HcAppointment     *appointment,
          const char        *words,
          GDateTime         *time)
{
  g_autofree char *title = dup_title (hc_appointment_get_details (appointment));
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":appointment/", hc_appointment_get_id (appointment), NULL);

  g_ptr_array_add (self->items, hc_due_item_new (title, words, "hc-appointments-symbolic", link, time));
}

/* Returns: when it was asked for, Unix time */
static gint64
find_request (HcAppointment *appointment)
{
  GVariant *history = hc_appointment_get_details (appointment)->history;
  HcAppointmentStep step;
  gint64 time = g_date_time_to_unix (hc_appointment_get_changed (appointment));

  for (guint i = 0; hc_appointment_history_get (history, i, &step); i++)
    if (step.state == HC_APPOINTMENT_REQUESTED)
      time = step.time / G_USEC_PER_SEC;

  return time;
}

static void
wait_for (gint64 *next,
          gint64  time,
          gint64  now)
{
  if (time > now && time < *next)
    *next = time;
}

static void
look_at_request (HcDueAppointments *self,
                 HcAppointment     *appointment,
                 GDateTime         *now,
                 gint64            *next)
{
  gint64 asked = find_request (appointment), present = g_date_time_to_unix (now);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *date = NULL, *words = NULL;

  wait_for (next, asked + DAYS_OF_WAITING * DAY, present);
  time = g_date_time_new_from_unix_utc (asked);
  if (present - asked < DAYS_OF_WAITING * DAY || time == NULL)
    return;

  local = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  date = g_date_time_format (local, _("%-d %B %Y"));
  /* Translators: of an appointment that was asked for; %s is a date. */
  words = g_strdup_printf (_("Asked for on %s. No answer was noted yet"), date);
  add_item (self, appointment, words, NULL);
}

static void
look_at_agreed (HcDueAppointments *self,
                HcAppointment     *appointment,
                GDateTime         *now,
                gint64            *next)
{
  const HcAppointmentDetails *details = hc_appointment_get_details (appointment);
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (details, zone);
  g_autoptr (GDateTime) end = hc_appointment_dup_end (details, zone);
  g_autofree char *words = NULL;
  gint64 begins, ends, present = g_date_time_to_unix (now);

  if (begin == NULL)
    return;

  begins = g_date_time_to_unix (begin);
  ends = end != NULL ? g_date_time_to_unix (end) : begins + LENGTH;
  wait_for (next, begins - DAYS_AHEAD * DAY, present);
  wait_for (next, begins, present);
  wait_for (next, ends, present);
  if (present < begins - DAYS_AHEAD * DAY || present >= ends)
    return;

  words = hc_appointment_dup_time_words (begin, end);
  add_item (self, appointment, words, begin);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  GDateTime *first = hc_due_item_get_time ((HcDueItem *) a), *second = hc_due_item_get_time ((HcDueItem *) b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_date_time_compare (first, second);
}

static void
update (HcDueAppointments *self)
{
  GListModel *appointments = G_LIST_MODEL (hc_profile_get_appointments (self->profile));
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  g_autoptr (GDateTime) time = NULL;
  guint n_before = self->items->len;
  gint64 next = G_MAXINT64;

  g_ptr_array_set_size (self->items, 0);

  for (guint i = 0; i < g_list_model_get_n_items (appointments); i++)
    {
      g_autoptr (HcAppointment) appointment = g_list_model_get_item (appointments, i);
      const HcAppointmentDetails *details = hc_appointment_get_details (appointment);

      if (!hc_current_person_owns (self->person, details->person))
        continue;

      if (details->state == HC_APPOINTMENT_REQUESTED)
        look_at_request (self, appointment, now, &next);
      else if (details->state == HC_APPOINTMENT_CONFIRMED || details->state == HC_APPOINTMENT_MOVED)
        look_at_agreed (self, appointment, now, &next);
    }

  if (next != G_MAXINT64)
    time = g_date_time_new_from_unix_utc (next);
  hc_alarm_set (self->alarm, time);

  g_ptr_array_sort_values (self->items, compare_items);
  if (n_before > 0 || self->items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);
}

/**
 * hc_due_appointments_new:
 * @profile: the profile with the appointments
 * @person: who is shown
 * @clock: tells the time
 *
 * Returns: (transfer full): what is due of their appointments
 */
HcDueAppointments *
hc_due_appointments_new (HcProfile       *profile,
                         HcCurrentPerson *person,
                         HcClock         *clock)
{
  HcDueAppointments *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (HC_IS_CURRENT_PERSON (person), NULL);
  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_DUE_APPOINTMENTS, NULL);
  self->profile = g_object_ref (profile);
  self->person = g_object_ref (person);
  self->clock = g_object_ref (clock);
  self->alarm = hc_alarm_new (clock);

  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_appointments (profile), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}
