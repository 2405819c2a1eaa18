/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-parts.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What an appointment is made of, and the forms in which the database keeps it. These are checked when read as if a
 * stranger had written them: a backup may come from anywhere. */

#define HISTORY_TYPE "a(sxss)"  /* state; microseconds of Unix time; who; note */
#define QUESTIONS_TYPE "a(ss)"  /* question; answer */
#define MAX_LENGTH (8 * 1024 * 1024)
#define MAX_ENTRIES 1000
#define LENGTH_OF_DAY 10

static const char *const state_names[HC_APPOINTMENT_N_STATES] = {
  "draft", "requested", "confirmed", "moved", "cancelled", "done", "missed",
};

static const char *const kind_names[HC_APPOINTMENT_N_KINDS] = {
  "first-visit", "follow-up", "second-opinion", "referral", "test", "telephone",
};

static const char *const state_words[HC_APPOINTMENT_N_STATES] = {
  /* Translators: how it stands with an appointment. */
  N_("Draft"), N_("Requested"), N_("Confirmed"), N_("Moved"), N_("Canceled"), N_("Done"), N_("Missed"),
};

static const char *const kind_words[HC_APPOINTMENT_N_KINDS] = {
  N_("First visit"), N_("Follow-up visit"), N_("Second opinion"), N_("Referral of a patient"), N_("Test"),
  N_("Telephone call"),
};

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *text,
           guint             *position)
{
  for (guint i = 0; text != NULL && i < n_names; i++)
    if (g_str_equal (names[i], text))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_appointment_state_to_string:
 * @state: a state
 *
 * Returns: its name in the database
 */
const char *
hc_appointment_state_to_string (HcAppointmentState state)
{
  g_return_val_if_fail (state < HC_APPOINTMENT_N_STATES, NULL);

  return state_names[state];
}

/**
 * hc_appointment_state_from_string:
 * @text: (nullable): a name
 * @state: (out): the state, left alone when there is none of that name
 *
 * Returns: whether there is a state of that name
 */
gboolean
hc_appointment_state_from_string (const char         *text,
                                  HcAppointmentState *state)
{
  guint position;

  if (!find_name (state_names, G_N_ELEMENTS (state_names), text, &position))
    return FALSE;

  *state = (HcAppointmentState) position;

  return TRUE;
}

/**
 * hc_appointment_state_to_words:
 * @state: a state
 *
 * Returns: what a person is told of it
 */
const char *
hc_appointment_state_to_words (HcAppointmentState state)
{
  g_return_val_if_fail (state < HC_APPOINTMENT_N_STATES, NULL);

  return _(state_words[state]);
}

/**
 * hc_appointment_kind_to_string:
 * @kind: a kind
 *
 * Returns: its name in the database
 */
const char *
hc_appointment_kind_to_string (HcAppointmentKind kind)
{
  g_return_val_if_fail (kind < HC_APPOINTMENT_N_KINDS, NULL);

  return kind_names[kind];
}

/**
 * hc_appointment_kind_from_string:
 * @text: (nullable): a name
 * @kind: (out): the kind, left alone when there is none of that name
 *
 * Returns: whether there is a kind of that name
 */
gboolean
hc_appointment_kind_from_string (const char        *text,
                                 HcAppointmentKind *kind)
{
  guint position;

  if (!find_name (kind_names, G_N_ELEMENTS (kind_names), text, &position))
    return FALSE;

  *kind = (HcAppointmentKind) position;

  return TRUE;
}

/**
 * hc_appointment_kind_to_words:
 * @kind: a kind
 *
 * Returns: what a person is told of it
 */
const char *
hc_appointment_kind_to_words (HcAppointmentKind kind)
{
  g_return_val_if_fail (kind < HC_APPOINTMENT_N_KINDS, NULL);

  return _(kind_words[kind]);
}

static gboolean
parse_day (const char *text,
           GDate      *day)
{
  int year, month, number;

  if (strlen (text) != LENGTH_OF_DAY || sscanf (text, "%4d-%2d-%2d", &year, &month, &number) != 3 ||
      !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

/**
 * hc_appointment_wishes_print:
 * @wishes: (array fixed-size=3): wished days
 *
 * Returns: (transfer full): the form in which the database keeps them: `2026-12-01 540-720`, in minutes of the day,
 *   one a line; those that are not set are left out
 */
char *
hc_appointment_wishes_print (const HcAppointmentWish *wishes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (wishes != NULL, NULL);

  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    if (g_date_valid (&wishes[i].day))
      g_string_append_printf (text, "%s%04d-%02d-%02d %d-%d", text->len > 0 ? "\n" : "",
                              g_date_get_year (&wishes[i].day), (int) g_date_get_month (&wishes[i].day),
                              g_date_get_day (&wishes[i].day), wishes[i].from, wishes[i].until);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hc_appointment_wishes_parse:
 * @text: (nullable): what the database keeps
 * @wishes: (out) (array fixed-size=3): the wished days; what is none is left out
 */
void
hc_appointment_wishes_parse (const char        *text,
                             HcAppointmentWish *wishes)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", HC_APPOINTMENT_N_WISHES + 1);
  guint n = 0;

  g_return_if_fail (wishes != NULL);

  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    {
      wishes[i] = (HcAppointmentWish) { 0 };
      g_date_clear (&wishes[i].day, 1);
    }

  for (guint i = 0; lines[i] != NULL && n < HC_APPOINTMENT_N_WISHES; i++)
    {
      HcAppointmentWish *wish = &wishes[n];
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 2);
      int from = 0, until = 0;

      if (parts[0] == NULL || parts[1] == NULL || !parse_day (parts[0], &wish->day))
        continue;

      if (sscanf (parts[1], "%4d-%4d", &from, &until) == 2 && from >= 0 && from < until && until <= 24 * 60)
        {
          wish->from = from;
          wish->until = until;
        }
      n++;
    }
}

/**
 * hc_appointment_reminders_print:
 * @minutes: (array fixed-size=6): so many minutes before to remind, up to the first 0
 *
 * Returns: (transfer full): the form in which the database keeps them, with spaces between them
 */
char *
hc_appointment_reminders_print (const int *minutes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (minutes != NULL, NULL);

  for (guint i = 0; i < HC_APPOINTMENT_N_REMINDERS && minutes[i] > 0; i++)
    g_string_append_printf (text, "%s%d", text->len > 0 ? " " : "", minutes[i]);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hc_appointment_reminders_parse:
 * @text: (nullable): what the database keeps
 * @minutes: (out) (array fixed-size=6): the minutes, from 1 to %HC_APPOINTMENT_MAX_REMINDER, and zeros; what is none
 *   is left out
 */
void
hc_appointment_reminders_parse (const char *text,
                                int        *minutes)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", HC_APPOINTMENT_N_REMINDERS + 1);
  guint n = 0;

  g_return_if_fail (minutes != NULL);

  memset (minutes, 0, HC_APPOINTMENT_N_REMINDERS * sizeof *minutes);

  for (guint i = 0; parts[i] != NULL && n < HC_APPOINTMENT_N_REMINDERS; i++)
    {
      guint64 number;

      if (g_ascii_string_to_unsigned (parts[i], 10, 1, HC_APPOINTMENT_MAX_REMINDER, &number, NULL))
        minutes[n++] = (int) number;
    }
}

/* Returns: (transfer full) (nullable): what @text says; NULL when it is none, or there is none */
static GVariant *
parse_list (const char *text,
            const char *type)
{
  g_autoptr (GVariant) list = NULL;

  if (text == NULL || *text == '\0' || strlen (text) > MAX_LENGTH)
    return NULL;

  list = g_variant_parse (G_VARIANT_TYPE (type), text, NULL, NULL, NULL);

  return list != NULL && g_variant_n_children (list) <= MAX_ENTRIES ? g_steal_pointer (&list) : NULL;
}

/**
 * hc_appointment_history_parse:
 * @text: (nullable): what the database keeps
 *
 * Returns: (transfer full) (nullable): the history, an `a(sxss)` of states that there are; %NULL when @text is empty
 *   or cannot be read
 */
GVariant *
hc_appointment_history_parse (const char *text)
{
  g_autoptr (GVariant) history = parse_list (text, HISTORY_TYPE);

  for (guint i = 0; history != NULL && i < g_variant_n_children (history); i++)
    {
      HcAppointmentState state;
      const char *name;

      g_variant_get_child (history, i, "(&sx&s&s)", &name, NULL, NULL, NULL);
      if (!hc_appointment_state_from_string (name, &state))
        return NULL;
    }

  return g_steal_pointer (&history);
}

/**
 * hc_appointment_history_add:
 * @history: (nullable): a history
 * @step: what has become of the appointment; its texts may be %NULL
 *
 * Returns: (transfer full): a history with one step more; after very many the oldest are left out
 */
GVariant *
hc_appointment_history_add (GVariant                *history,
                            const HcAppointmentStep *step)
{
  GVariantBuilder builder;
  gsize n = history != NULL ? g_variant_n_children (history) : 0;

  g_return_val_if_fail (step != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (HISTORY_TYPE));
  for (gsize i = n >= MAX_ENTRIES ? n - MAX_ENTRIES + 1 : 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (history, i);

      g_variant_builder_add_value (&builder, child);
    }

  g_variant_builder_add (&builder, "(sxss)", hc_appointment_state_to_string (step->state), step->time,
                         step->by != NULL ? step->by : "", step->note != NULL ? step->note : "");

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * hc_appointment_history_get:
 * @history: (nullable): a history
 * @position: the number of a step, the oldest is 0
 * @step: (out): the step; its texts belong to @history
 *
 * Returns: whether there is such a step
 */
gboolean
hc_appointment_history_get (GVariant          *history,
                            guint              position,
                            HcAppointmentStep *step)
{
  const char *name;

  g_return_val_if_fail (step != NULL, FALSE);

  if (history == NULL || position >= g_variant_n_children (history))
    return FALSE;

  g_variant_get_child (history, position, "(&sx&s&s)", &name, &step->time, &step->by, &step->note);

  return hc_appointment_state_from_string (name, &step->state);
}

/**
 * hc_appointment_questions_parse:
 * @text: (nullable): what the database keeps
 *
 * Returns: (transfer full) (nullable): the questions, an `a(ss)`; %NULL when @text is empty or cannot be read
 */
GVariant *
hc_appointment_questions_parse (const char *text)
{
  return parse_list (text, QUESTIONS_TYPE);
}

/**
 * hc_appointment_questions_new:
 * @questions: (array zero-terminated=1): what to ask, valid UTF-8
 * @answers: (array zero-terminated=1): what was answered, empty: nothing yet; missing ones are empty
 *
 * Returns: (transfer full): the questions with their answers, the first thousand of them
 */
GVariant *
hc_appointment_questions_new (const char *const *questions,
                              const char *const *answers)
{
  GVariantBuilder builder;
  guint n_answers = answers != NULL ? g_strv_length ((char **) answers) : 0;

  g_return_val_if_fail (questions != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (QUESTIONS_TYPE));
  for (guint i = 0; questions[i] != NULL && i < MAX_ENTRIES; i++)
    g_variant_builder_add (&builder, "(ss)", questions[i], i < n_answers ? answers[i] : "");

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * hc_appointment_questions_get:
 * @questions: (nullable): questions with their answers
 * @position: the number of a question, from 0
 * @question: (out): the question; it belongs to @questions
 * @answer: (out): the answer, empty: none yet; it belongs to @questions
 *
 * Returns: whether there is such a question
 */
gboolean
hc_appointment_questions_get (GVariant    *questions,
                              guint        position,
                              const char **question,
                              const char **answer)
{
  if (questions == NULL || position >= g_variant_n_children (questions))
    return FALSE;

  g_variant_get_child (questions, position, "(&s&s)", question, answer);

  return TRUE;
}
