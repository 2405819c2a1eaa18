/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of appointments. */

#include "hc-appointment-words.h"

#include <glib/gi18n.h>

#include "hc-schedule-words.h"

#define MAX_TITLE 200
#define MINUTES_OF_HOUR 60
#define MINUTES_OF_DAY (24 * 60)
#define MINUTES_OF_WEEK (7 * 24 * 60)

/**
 * hc_appointment_words_shorten:
 * @text: what somebody wrote, of any length
 * @max: so many characters
 *
 * Returns: (transfer full): the text, or its beginning with an ellipsis when it is longer
 */
char *
hc_appointment_words_shorten (const char *text,
                              glong       max)
{
  g_autofree char *beginning = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_strlen (text, -1) <= max)
    return g_strdup (text);

  beginning = g_utf8_substring (text, 0, max);

  return g_strconcat (g_strchomp (beginning), "…", NULL);
}

/**
 * hc_appointment_words_title:
 * @details: what is told of an appointment
 *
 * Returns: (transfer full): what it is and where: "Second opinion: City Clinic"; of a very long name the beginning
 */
char *
hc_appointment_words_title (const HcAppointmentDetails *details)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (details != NULL, NULL);

  place = hc_appointment_words_shorten (*details->place != '\0' ? details->place : details->doctor, MAX_TITLE);

  /* Translators: the kind of an appointment, and where: "Follow-up visit: City Clinic". */
  return *place != '\0' ? g_strdup_printf (_("%s: %s"), hc_appointment_kind_to_words (details->kind), place)
                        : g_strdup (hc_appointment_kind_to_words (details->kind));
}

static char *
dup_minute (GDateTime *time)
{
  return hc_schedule_dup_minute (g_date_time_get_hour (time) * MINUTES_OF_HOUR + g_date_time_get_minute (time));
}

/* The day and the times, without the name of the zone. */
static char *
dup_when (GDateTime *begin,
          GDateTime *end)
{
  /* Translators: a day of an appointment, in the form of g_date_time_format(): "Tuesday, 1 December 2026". */
  g_autofree char *day = g_date_time_format (begin, _("%A, %-d %B %Y"));
  g_autofree char *from = dup_minute (begin);
  g_autofree char *until = end != NULL ? dup_minute (end) : NULL;

  if (until == NULL)
    /* Translators: a day and a time: "Tuesday, 1 December 2026, 10:30". */
    return g_strdup_printf (_("%s, %s"), day, from);

  /* Translators: a day, and between which times of it. */
  return g_strdup_printf (_("%s, %s to %s"), day, from, until);
}

/* Whether the clock of the place and mine show the same at that moment. */
static gboolean
is_same_clock (GDateTime *time,
               GDateTime *now)
{
  g_autoptr (GDateTime) here = g_date_time_to_timezone (time, g_date_time_get_timezone (now));

  return g_date_time_get_utc_offset (here) == g_date_time_get_utc_offset (time);
}

/**
 * hc_appointment_words_when:
 * @details: what is told of an appointment
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): when it is by the clock of the person; or that nothing was agreed
 */
char *
hc_appointment_words_when (const HcAppointmentDetails *details,
                           GDateTime                  *now)
{
  g_autoptr (GDateTime) begin = NULL, end = NULL, begin_here = NULL, end_here = NULL;
  GTimeZone *zone;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  zone = g_date_time_get_timezone (now);
  begin = hc_appointment_dup_begin (details, zone);
  end = hc_appointment_dup_end (details, zone);
  if (begin == NULL)
    return g_strdup (details->state == HC_APPOINTMENT_DRAFT ? _("Not asked for yet") : _("No date was agreed yet"));

  begin_here = g_date_time_to_timezone (begin, zone);
  end_here = end != NULL ? g_date_time_to_timezone (end, zone) : NULL;

  return dup_when (begin_here, end_here);
}

/**
 * hc_appointment_words_when_there:
 * @details: what is told of an appointment
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full) (nullable): when it is by the clock of the place; %NULL when that shows the same as the
 *   clock of the person
 */
char *
hc_appointment_words_when_there (const HcAppointmentDetails *details,
                                 GDateTime                  *now)
{
  g_autoptr (GDateTime) begin = NULL, end = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  begin = hc_appointment_dup_begin (details, g_date_time_get_timezone (now));
  end = hc_appointment_dup_end (details, g_date_time_get_timezone (now));
  if (begin == NULL || is_same_clock (begin, now))
    return NULL;

  words = hc_appointment_dup_time_words (begin, end);

  /* Translators: %s is a day, a time and the name of a time zone. */
  return g_strdup_printf (_("On the clock there: %s"), words);
}

/**
 * hc_appointment_words_state:
 * @details: what is told of an appointment
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): how it stands with it: "Confirmed", or that its day is over and nothing was told since
 */
char *
hc_appointment_words_state (const HcAppointmentDetails *details,
                            GDateTime                  *now)
{
  gboolean is_agreed;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  is_agreed = details->state == HC_APPOINTMENT_CONFIRMED || details->state == HC_APPOINTMENT_MOVED;
  if (is_agreed && !hc_appointment_is_coming (details, now))
    return g_strdup (_("Its time is over"));

  return g_strdup (hc_appointment_state_to_words (details->state));
}

/**
 * hc_appointment_words_step:
 * @step: a step of a history
 * @now: the time, in the zone of the person
 *
 * Returns: (transfer full): when it was, who said so, and what else was noted
 */
char *
hc_appointment_words_step (const HcAppointmentStep *step,
                           GDateTime               *now)
{
  g_autoptr (GDateTime) time = NULL, here = NULL;
  g_autoptr (GString) words = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (step != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  time = g_date_time_new_from_unix_utc (step->time / G_USEC_PER_SEC);
  here = time != NULL ? g_date_time_to_timezone (time, g_date_time_get_timezone (now)) : NULL;
  when = here != NULL ? dup_when (here, NULL) : g_strdup (_("At an unknown time"));
  words = g_string_new (when);

  if (*step->by != '\0')
    /* Translators: %s is who confirmed, moved or cancelled an appointment. */
    g_string_append_printf (words, _(", by %s"), step->by);
  if (*step->note != '\0')
    g_string_append_printf (words, "\n%s", step->note);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * hc_appointment_words_reminder:
 * @minutes: so many minutes before it begins
 *
 * Returns: (transfer full): the same in words: "2 hours before"
 */
char *
hc_appointment_words_reminder (int minutes)
{
  int n;

  g_return_val_if_fail (minutes > 0, NULL);

  if (minutes % MINUTES_OF_WEEK == 0)
    {
      n = minutes / MINUTES_OF_WEEK;
      return g_strdup_printf (ngettext ("%d week before", "%d weeks before", n), n);
    }
  if (minutes % MINUTES_OF_DAY == 0)
    {
      n = minutes / MINUTES_OF_DAY;
      return g_strdup_printf (ngettext ("%d day before", "%d days before", n), n);
    }
  if (minutes % MINUTES_OF_HOUR == 0)
    {
      n = minutes / MINUTES_OF_HOUR;
      return g_strdup_printf (ngettext ("%d hour before", "%d hours before", n), n);
    }

  return g_strdup_printf (ngettext ("%d minute before", "%d minutes before", minutes), minutes);
}

/* Returns: (transfer none) (nullable): whose appointment it is */
static HcPerson *
get_owner (HcContext                  *context,
           const HcAppointmentDetails *details)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (context));

  return *details->person != '\0' ? hc_store_lookup (HC_STORE (people), details->person)
                                  : hc_current_person_get_first (hc_context_get_person (context));
}

/* The name of the one who uses the program, when it is known. */
static const char *
get_user_name (HcContext *context)
{
  GListModel *people = G_LIST_MODEL (hc_profile_get_people (hc_context_get_profile (context)));

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (HcPerson) person = g_list_model_get_item (people, i);

      if (hc_person_get_details (person)->is_user)
        return hc_person_get_details (person)->name;
    }

  return NULL;
}

/**
 * hc_appointment_words_letter:
 * @context: with the people
 * @details: what is told of an appointment
 * @purpose: what the letter is for
 * @now: the time, in the zone of the person
 * @letter: (out): what a letter is made of; it points to what it was given, and to the people
 */
void
hc_appointment_words_letter (HcContext                  *context,
                             const HcAppointmentDetails *details,
                             HcLetterPurpose             purpose,
                             GDateTime                  *now,
                             HcAppointmentLetter        *letter)
{
  HcPerson *owner;
  const HcPersonDetails *person;

  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (details != NULL);
  g_return_if_fail (letter != NULL);

  owner = get_owner (context, details);
  person = owner != NULL ? hc_person_get_details (owner) : NULL;

  *letter = (HcAppointmentLetter) {
    .details = details,
    .purpose = purpose,
    .patient = person != NULL ? person->name : NULL,
    .birth_year = person != NULL ? person->birth_year : 0,
    .writer = person != NULL && !person->is_user ? get_user_name (context) : NULL,
    .now = now,
  };
}
