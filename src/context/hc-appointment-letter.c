/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-letter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-schedule-words.h"

/* What is written or said to a clinic, as plain text. It says what the person wrote, and nothing of what the program
 * knows of them beside. */

/* A text being made. */
typedef struct
{
  const HcAppointmentLetter  *letter;
  const HcAppointmentDetails *details;
  GString                    *text;
} Writer;

static gboolean
is_set (const char *text)
{
  return text != NULL && text[strspn (text, " \t\r\n")] != '\0';
}

/* Takes @words. */
static void
add_paragraph (Writer *writer,
               char   *words)
{
  g_autofree char *stripped = g_strstrip (words);

  if (*stripped != '\0')
    g_string_append_printf (writer->text, "%s%s", writer->text->len > 0 ? "\n\n" : "", stripped);
}

/* A line of its own below the paragraph before. */
static void
add_line (Writer     *writer,
          const char *words)
{
  g_string_append_printf (writer->text, "\n%s", words);
}

static void
add_field (Writer     *writer,
           const char *label,
           const char *value)
{
  g_autofree char *stripped = NULL;

  if (!is_set (value))
    return;

  stripped = g_strstrip (g_strdup (value));
  /* Translators: what something is called, and what was written about it: "Insurance: none". */
  add_paragraph (writer, g_strdup_printf (strchr (stripped, '\n') != NULL ? "%s\n%s" : _("%s %s"), label, stripped));
}

/**
 * hc_appointment_wish_dup_words:
 * @wish: a wished day
 *
 * Returns: (transfer full): the day, and the time when one is wished for: "Tuesday, 1 December 2026, 09:00 to 12:00"
 */
char *
hc_appointment_wish_dup_words (const HcAppointmentWish *wish)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL, *from = NULL, *until = NULL;

  g_return_val_if_fail (wish != NULL && g_date_valid (&wish->day), NULL);

  day = g_date_time_new_utc (g_date_get_year (&wish->day), (int) g_date_get_month (&wish->day),
                             g_date_get_day (&wish->day), 0, 0, 0);
  /* Translators: a day of an appointment, in the form of g_date_time_format(): "Tuesday, 1 December 2026". */
  date = g_date_time_format (day, _("%A, %-d %B %Y"));

  if (wish->from >= wish->until)
    return g_steal_pointer (&date);

  from = hc_schedule_dup_minute (wish->from);
  until = hc_schedule_dup_minute (wish->until % (24 * 60));

  /* Translators: a day, and between which times of it. */
  return g_strdup_printf (_("%s, %s to %s"), date, from, until);
}

/**
 * hc_appointment_dup_time_words:
 * @begin: when an appointment begins, in the zone of the place
 * @end: (nullable): when it ends
 *
 * Returns: (transfer full): the day and the time, with the name of the zone: "Tuesday, 1 December 2026, 10:30 (EST)"
 */
char *
hc_appointment_dup_time_words (GDateTime *begin,
                               GDateTime *end)
{
  g_autofree char *date = NULL, *from = NULL, *until = NULL;
  const char *zone;

  g_return_val_if_fail (begin != NULL, NULL);

  date = g_date_time_format (begin, _("%A, %-d %B %Y"));
  from = hc_schedule_dup_minute (g_date_time_get_hour (begin) * 60 + g_date_time_get_minute (begin));
  zone = g_date_time_get_timezone_abbreviation (begin);

  if (end == NULL)
    /* Translators: a day, a time of it, and the short name of a time zone. */
    return g_strdup_printf (_("%s, %s (%s)"), date, from, zone);

  until = hc_schedule_dup_minute (g_date_time_get_hour (end) * 60 + g_date_time_get_minute (end));

  /* Translators: a day, the times when something begins and ends, and the short name of a time zone. */
  return g_strdup_printf (_("%s, %s to %s (%s)"), date, from, until, zone);
}

/* When it was agreed for, in words; an empty text when nothing was. */
static char *
dup_agreed (const Writer *writer)
{
  GTimeZone *zone = g_date_time_get_timezone (writer->letter->now);
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (writer->details, zone);
  g_autoptr (GDateTime) end = hc_appointment_dup_end (writer->details, zone);

  return begin != NULL ? hc_appointment_dup_time_words (begin, end) : g_strdup ("");
}

/**
 * hc_appointment_letter_dup_subject:
 * @self: what a letter is made of
 *
 * Returns: (transfer full): its subject, in one line. Others see the subject of a mail: it has neither a name nor
 *   a reason.
 */
char *
hc_appointment_letter_dup_subject (const HcAppointmentLetter *self)
{
  g_return_val_if_fail (self != NULL && self->details != NULL, NULL);

  switch (self->purpose)
    {
    case HC_LETTER_MOVE:
      return g_strdup (_("Request to move an appointment"));
    case HC_LETTER_CANCEL:
      return g_strdup (_("Cancellation of an appointment"));
    case HC_LETTER_REQUEST:
    default:
      break;
    }

  switch (self->details->kind)
    {
    case HC_APPOINTMENT_SECOND_OPINION:
      return g_strdup (_("Request for a second opinion"));
    case HC_APPOINTMENT_REFERRAL:
      return g_strdup (_("Referral of a patient"));
    case HC_APPOINTMENT_TEST:
      return g_strdup (_("Request for a test"));
    case HC_APPOINTMENT_TELEPHONE:
      return g_strdup (_("Request for a telephone call"));
    case HC_APPOINTMENT_FIRST_VISIT:
    case HC_APPOINTMENT_FOLLOW_UP:
    default:
      return g_strdup (_("Request for an appointment"));
    }
}

/* What it is all about, in one sentence. */
static const char *
get_request (const Writer *writer)
{
  switch (writer->details->kind)
    {
    case HC_APPOINTMENT_FOLLOW_UP:
      return _("I would like to make an appointment for a follow-up visit.");
    case HC_APPOINTMENT_SECOND_OPINION:
      return _("I would like to have a second opinion, and ask for an appointment.");
    case HC_APPOINTMENT_REFERRAL:
      return _("I would like to refer a patient to you, and ask for an appointment.");
    case HC_APPOINTMENT_TEST:
      return _("I would like to make an appointment for a test.");
    case HC_APPOINTMENT_TELEPHONE:
      return _("I would like to make an appointment for a telephone call.");
    case HC_APPOINTMENT_FIRST_VISIT:
    default:
      return _("I would like to make an appointment for a first visit.");
    }
}

static void
add_opening (Writer *writer)
{
  g_autofree char *agreed = dup_agreed (writer);

  switch (writer->letter->purpose)
    {
    case HC_LETTER_MOVE:
      add_paragraph (writer, *agreed != '\0'
                     /* Translators: %s is a day and a time. */
                     ? g_strdup_printf (_("The appointment on %s cannot be kept. I would like to ask for another "
                                          "day."), agreed)
                     : g_strdup (_("An appointment with you cannot be kept. I would like to ask for another day.")));
      break;
    case HC_LETTER_CANCEL:
      add_paragraph (writer, *agreed != '\0'
                     /* Translators: %s is a day and a time. */
                     ? g_strdup_printf (_("Please cancel the appointment on %s."), agreed)
                     : g_strdup (_("Please cancel the appointment with you.")));
      break;
    case HC_LETTER_REQUEST:
    default:
      add_paragraph (writer, g_strdup (get_request (writer)));
    }
}

static void
add_patient (Writer *writer)
{
  const HcAppointmentLetter *letter = writer->letter;
  g_autofree char *year = letter->birth_year > 0 ? g_strdup_printf ("%d", letter->birth_year) : NULL;

  if (writer->details->kind == HC_APPOINTMENT_REFERRAL)
    {
      add_field (writer, _("Patient:"), writer->details->patient);
      add_field (writer, _("Born:"), writer->details->patient_born);
      add_field (writer, _("How to reach the patient:"), writer->details->patient_contact);
      return;
    }

  if (!is_set (letter->patient))
    return;

  add_field (writer, _("Patient:"), letter->patient);
  add_field (writer, _("Year of birth:"), year);
}

static void
add_wishes (Writer *writer)
{
  gboolean has_one = FALSE;

  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *line = NULL;

      if (!g_date_valid (&writer->details->wishes[i].day))
        continue;

      if (!has_one)
        add_paragraph (writer, g_strdup (writer->details->kind == HC_APPOINTMENT_REFERRAL
                                         ? _("Days that would suit the patient:") : _("Days that would suit me:")));
      has_one = TRUE;
      words = hc_appointment_wish_dup_words (&writer->details->wishes[i]);
      line = g_strconcat ("– ", words, NULL);
      add_line (writer, line);
    }
}

static void
add_request_fields (Writer *writer)
{
  const HcAppointmentDetails *details = writer->details;
  gboolean is_referral = details->kind == HC_APPOINTMENT_REFERRAL;

  add_field (writer, is_referral ? _("Question to you:") : _("Reason:"), details->reason);

  if (is_referral)
    {
      add_field (writer, _("Diagnosis:"), details->diagnosis);
      add_field (writer, _("Treatment so far:"), details->treatment);
      add_field (writer, _("Urgency:"), details->urgency);
    }

  add_wishes (writer);
  if (!is_referral)
    add_field (writer, _("How to reach me:"), details->reach);
  add_field (writer, _("Insurance:"), details->insurance);
  add_field (writer, _("Needed to get in and about:"), details->access);
  add_field (writer, _("An interpreter is needed for:"), details->interpreter);
  add_field (writer, is_referral ? _("The patient will bring:") : _("I will bring:"), details->bring);
}

static void
add_closing_request (Writer *writer)
{
  switch (writer->letter->purpose)
    {
    case HC_LETTER_MOVE:
      add_paragraph (writer, g_strdup (_("Please let me know which other day and time you can offer.")));
      return;
    case HC_LETTER_CANCEL:
      add_paragraph (writer, g_strdup (_("Please let me know that you have received this.")));
      return;
    case HC_LETTER_REQUEST:
    default:
      break;
    }

  if (writer->details->kind == HC_APPOINTMENT_SECOND_OPINION)
    add_paragraph (writer, g_strdup (_("Please let me know which records, pictures and tissue samples you need, how "
                                       "they are to be sent, and what it costs.")));

  add_paragraph (writer, g_strdup (writer->details->kind == HC_APPOINTMENT_REFERRAL
                                   ? _("Please let the patient and me know which day and time you can offer.")
                                   : _("Please let me know which day and time you can offer, and what to bring.")));
}

static void
add_signature (Writer *writer)
{
  const HcAppointmentDetails *details = writer->details;
  const char *name = is_set (writer->letter->writer) ? writer->letter->writer : writer->letter->patient;

  add_paragraph (writer, g_strdup (_("Thank you,")));

  if (details->kind == HC_APPOINTMENT_REFERRAL)
    {
      const char *const lines[] = { details->referrer, details->referrer_practice, details->referrer_contact };

      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        if (is_set (lines[i]))
          add_line (writer, lines[i]);
    }
  else if (is_set (name))
    {
      add_line (writer, name);
    }
}

static void
add_head (Writer *writer)
{
  const HcAppointmentDetails *details = writer->details;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  /* Translators: the day of a letter, in the form of g_date_time_format(). */
  add_paragraph (writer, g_date_time_format (writer->letter->now, _("%-d %B %Y")));

  if (is_set (details->doctor))
    g_ptr_array_add (lines, (gpointer) details->doctor);
  if (is_set (details->place))
    g_ptr_array_add (lines, (gpointer) details->place);
  if (is_set (details->address))
    g_ptr_array_add (lines, (gpointer) details->address);
  g_ptr_array_add (lines, NULL);

  add_paragraph (writer, g_strjoinv ("\n", (char **) lines->pdata));
  add_paragraph (writer, hc_appointment_letter_dup_subject (writer->letter));
}

static void
write_letter (Writer       *writer,
              HcLetterForm  form)
{
  if (form == HC_LETTER_ON_PAPER)
    add_head (writer);

  add_paragraph (writer, is_set (writer->details->doctor)
                 /* Translators: the first line of a letter; %s is the name of a doctor. */
                 ? g_strdup_printf (_("Dear %s,"), writer->details->doctor)
                 : g_strdup (_("Dear Sir or Madam,")));
  add_opening (writer);

  if (is_set (writer->letter->writer) && is_set (writer->letter->patient) &&
      writer->details->kind != HC_APPOINTMENT_REFERRAL)
    /* Translators: %s is the name of the person for whom somebody else writes. */
    add_paragraph (writer, g_strdup_printf (_("I am writing for %s."), writer->letter->patient));

  add_patient (writer);

  if (writer->letter->purpose == HC_LETTER_REQUEST)
    add_request_fields (writer);
  else
    {
      if (writer->letter->purpose == HC_LETTER_MOVE)
        add_wishes (writer);
      add_field (writer, _("How to reach me:"), writer->details->reach);
    }

  add_closing_request (writer);
  add_signature (writer);
}

/* What is read aloud comes first, then what to have at hand, and what not to hang up without. */
static void
write_script (Writer *writer)
{
  const HcAppointmentLetter *letter = writer->letter;
  const char *name = is_set (letter->writer) ? letter->writer : letter->patient;

  if (writer->details->kind == HC_APPOINTMENT_REFERRAL && is_set (writer->details->referrer))
    name = writer->details->referrer;

  /* Translators: read aloud on the telephone; %s is a name. */
  add_paragraph (writer, is_set (name) ? g_strdup_printf (_("Hello, my name is %s."), name) : g_strdup (_("Hello.")));

  if (is_set (letter->writer) && is_set (letter->patient) && writer->details->kind != HC_APPOINTMENT_REFERRAL)
    /* Translators: read aloud on the telephone; %s is the name of the person for whom somebody else calls. */
    add_paragraph (writer, g_strdup_printf (_("I am calling for %s."), letter->patient));

  add_opening (writer);

  if (letter->purpose == HC_LETTER_REQUEST)
    {
      add_patient (writer);
      add_request_fields (writer);
    }
  else if (letter->purpose == HC_LETTER_MOVE)
    {
      add_patient (writer);
      add_wishes (writer);
    }
  else
    {
      add_patient (writer);
    }

  add_paragraph (writer, g_strdup (_("Before you hang up, ask and write down:")));
  add_line (writer, _("– With whom have I spoken?"));

  if (letter->purpose == HC_LETTER_CANCEL)
    {
      add_line (writer, _("– Is it canceled now, and does it cost anything?"));
      return;
    }

  add_line (writer, _("– Which day and which time is it?"));
  add_line (writer, _("– Where exactly, and with whom?"));
  add_line (writer, _("– What is to be brought, and is there anything to do before?"));

  if (writer->details->kind == HC_APPOINTMENT_SECOND_OPINION && letter->purpose == HC_LETTER_REQUEST)
    add_line (writer, _("– Which records, pictures and tissue samples do you need, and how are they to be sent?"));
}

/**
 * hc_appointment_letter_print:
 * @self: what it is made of
 * @form: how it is given to the clinic
 *
 * Makes the text. What was not told is left out.
 *
 * Returns: (transfer full): plain text, in paragraphs with an empty line between them
 */
char *
hc_appointment_letter_print (const HcAppointmentLetter *self,
                             HcLetterForm               form)
{
  Writer writer = { .letter = self };

  g_return_val_if_fail (self != NULL && self->details != NULL && self->now != NULL, NULL);

  writer.details = self->details;
  writer.text = g_string_new (NULL);

  if (form == HC_LETTER_CALL)
    write_script (&writer);
  else
    write_letter (&writer, form);

  g_string_append_c (writer.text, '\n');

  return g_string_free_and_steal (writer.text);
}
