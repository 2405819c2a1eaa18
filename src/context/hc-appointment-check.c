/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-check.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-mail-link.h"
#include "hc-phone-link.h"
#include "hc-wall-clock.h"

/* What is wrong with a request before it is sent, field by field. Nothing of it keeps a draft from being saved. */

/* Nobody makes appointments for later; rather the year is wrong. */
#define MAX_DAYS_AHEAD 730

/* The texts, and which of them are one line. */
static const struct
{
  const char *name;
  gsize       offset;
  gboolean    is_line;
} texts[] = {
#define TEXT(name, is_line) { #name, G_STRUCT_OFFSET (HcAppointmentDetails, name), is_line }
  TEXT (place, TRUE), TEXT (doctor, TRUE), TEXT (address, FALSE), TEXT (phone, TRUE), TEXT (email, TRUE),
  TEXT (web, TRUE), TEXT (reason, FALSE), TEXT (bring, FALSE), TEXT (reach, FALSE), TEXT (insurance, FALSE),
  TEXT (access, FALSE), TEXT (interpreter, TRUE), TEXT (notes, FALSE), TEXT (travel, FALSE), TEXT (patient, TRUE),
  TEXT (patient_born, TRUE), TEXT (patient_contact, FALSE), TEXT (diagnosis, FALSE), TEXT (treatment, FALSE),
  TEXT (urgency, FALSE), TEXT (referrer, TRUE), TEXT (referrer_practice, FALSE), TEXT (referrer_contact, FALSE),
#undef TEXT
};

/**
 * hc_appointment_problem_free:
 * @self: (transfer full): a problem
 */
void
hc_appointment_problem_free (HcAppointmentProblem *self)
{
  g_free (self->words);
  g_free (self);
}

/* Takes @words. */
static void
add (GPtrArray  *problems,
     const char *field,
     guint       position,
     gboolean    is_fault,
     char       *words)
{
  HcAppointmentProblem *problem = g_new0 (HcAppointmentProblem, 1);

  problem->field = field;
  problem->index = position;
  problem->is_fault = is_fault;
  problem->words = words;
  g_ptr_array_add (problems, problem);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
check_texts (const HcAppointmentDetails *details,
             GPtrArray                  *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, details, texts[i].offset);
      glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

      if (length > HC_APPOINTMENT_MAX_TEXT)
        add (problems, texts[i].name, 0, TRUE,
             /* Translators: of a text that was written. Both are numbers of characters. */
             g_strdup_printf (_("This text has %ld characters. At most %d can be sent"), length,
                              HC_APPOINTMENT_MAX_TEXT));
      else if (texts[i].is_line && text != NULL && strpbrk (text, "\r\n") != NULL)
        add (problems, texts[i].name, 0, TRUE, g_strdup (_("Write this in one line")));
    }
}

static void
check_missing (const HcAppointmentDetails *details,
               GPtrArray                  *problems)
{
  if (is_empty (details->place) && is_empty (details->doctor))
    add (problems, "place", 0, TRUE, g_strdup (_("Say which clinic or doctor it is for")));

  if (details->kind == HC_APPOINTMENT_REFERRAL)
    {
      if (is_empty (details->patient))
        add (problems, "patient", 0, TRUE, g_strdup (_("Say who the patient is")));
      if (is_empty (details->referrer))
        add (problems, "referrer", 0, TRUE, g_strdup (_("Say who refers the patient")));
      if (is_empty (details->referrer_contact))
        add (problems, "referrer_contact", 0, FALSE, g_strdup (_("Say how the clinic can reach you")));
    }
  else if (is_empty (details->reach))
    {
      add (problems, "reach", 0, FALSE, g_strdup (_("Say how the clinic can reach you")));
    }
}

static void
check_contacts (const HcAppointmentDetails *details,
                GPtrArray                  *problems)
{
  const char *fault;

  if (!is_empty (details->phone) && (fault = hc_phone_find_fault (details->phone)) != NULL)
    add (problems, "phone", 0, TRUE, g_strdup (fault));

  if (!is_empty (details->email) && strpbrk (details->email, "\r\n") == NULL &&
      (fault = hc_mail_find_fault (details->email)) != NULL)
    add (problems, "email", 0, TRUE, g_strdup (fault));
}

static gboolean
is_equal (const HcAppointmentWish *a,
          const HcAppointmentWish *b)
{
  gboolean a_has_time = a->from < a->until, b_has_time = b->from < b->until;

  return g_date_compare (&a->day, &b->day) == 0 && a_has_time == b_has_time &&
         (!a_has_time || (a->from == b->from && a->until == b->until));
}

/* @now: on the clock of the place */
static void
check_wish (const HcAppointmentDetails *details,
            guint                       position,
            GDateTime                  *now,
            HcOpenFunc                  is_open,
            gpointer                    user_data,
            GPtrArray                  *problems)
{
  const HcAppointmentWish *wish = &details->wishes[position];
  int minute = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  gboolean has_time = wish->from < wish->until;
  GDate today;
  int days;

  hc_wall_clock_get_day (now, &today);
  days = g_date_days_between (&today, &wish->day);

  for (guint i = 0; i < position; i++)
    if (g_date_valid (&details->wishes[i].day) && is_equal (&details->wishes[i], wish))
      {
        add (problems, "wishes", position, TRUE,
             g_strdup (_("This is wished for above already. Choose another day or time")));
        return;
      }

  if (days < 0)
    add (problems, "wishes", position, TRUE, g_strdup (_("This day is over. Choose one that is to come")));
  else if (days == 0 && has_time && wish->until <= minute)
    add (problems, "wishes", position, TRUE, g_strdup (_("This time is over. Choose one that is to come")));
  else if (days > MAX_DAYS_AHEAD)
    add (problems, "wishes", position, FALSE, g_strdup (_("This is more than two years away. Is the year right?")));
  else if (is_open != NULL && !is_open (&wish->day, has_time ? wish->from : 0, has_time ? wish->until : 24 * 60,
                                        user_data))
    add (problems, "wishes", position, FALSE,
         g_strdup (has_time ? _("The clinic is closed at this time, as far as is known")
                            : _("The clinic is closed on this day, as far as is known")));
}

static void
check_agreed (const HcAppointmentDetails *details,
              GDateTime                  *now,
              GPtrArray                  *problems)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (details, zone);
  g_autoptr (GDateTime) end = hc_appointment_dup_end (details, zone);
  gboolean is_agreed = details->state == HC_APPOINTMENT_CONFIRMED || details->state == HC_APPOINTMENT_MOVED;

  if (is_agreed && begin == NULL)
    add (problems, "begins", 0, TRUE, g_strdup (_("Say when it is")));
  else if (is_agreed && g_date_time_compare (begin, now) < 0)
    add (problems, "begins", 0, FALSE, g_strdup (_("This time is over. Is the date right?")));

  if (begin != NULL && !is_empty (details->ends) && end == NULL)
    add (problems, "ends", 0, TRUE, g_strdup (_("The end is not after the beginning")));
}

/**
 * hc_appointment_check:
 * @details: what is told of an appointment
 * @now: the time, in the zone of the person
 * @is_open: (nullable) (scope call): tells when the place is open; %NULL: that is not known
 * @user_data: passed to @is_open
 *
 * Looks what is wrong with a request. Days are those of the place.
 *
 * Returns: (transfer full) (element-type HcAppointmentProblem): what is wrong, in the order of the fields; empty:
 *   nothing
 */
GPtrArray *
hc_appointment_check (const HcAppointmentDetails *details,
                      GDateTime                  *now,
                      HcOpenFunc                  is_open,
                      gpointer                    user_data)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_appointment_problem_free);
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) there = NULL;

  g_return_val_if_fail (details != NULL, problems);
  g_return_val_if_fail (now != NULL, problems);

  zone = hc_appointment_dup_zone (details, g_date_time_get_timezone (now));
  there = g_date_time_to_timezone (now, zone);

  check_missing (details, problems);
  check_contacts (details, problems);
  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    if (g_date_valid (&details->wishes[i].day))
      check_wish (details, i, there, is_open, user_data, problems);
  check_agreed (details, now, problems);
  check_texts (details, problems);

  return problems;
}

/**
 * hc_appointment_has_fault:
 * @problems: (element-type HcAppointmentProblem): what hc_appointment_check() has found
 *
 * Returns: whether one of them keeps the request from being sent
 */
gboolean
hc_appointment_has_fault (GPtrArray *problems)
{
  g_return_val_if_fail (problems != NULL, FALSE);

  for (guint i = 0; i < problems->len; i++)
    if (((HcAppointmentProblem *) g_ptr_array_index (problems, i))->is_fault)
      return TRUE;

  return FALSE;
}
