/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-words.h"

#include <glib/gi18n.h>

#include "hc-person-words.h"
#include "hc-severity-words.h"

/* What a summary says, line by line: the same on the screen and on paper. */

/* No name is longer than that where there is room for one line. */
#define SHORT_LENGTH 60

static void
line_free (HcSummaryLine *line)
{
  g_free (line->lead);
  g_free (line->text);
  g_clear_object (&line->medicine);
  g_free (line);
}

static HcSummaryLine *
add (GPtrArray         *lines,
     HcSummaryLineKind  kind,
     const char        *lead,
     const char        *text)
{
  HcSummaryLine *line = g_new0 (HcSummaryLine, 1);

  line->kind = kind;
  line->lead = g_strdup (lead);
  line->text = g_strdup (text);
  g_ptr_array_add (lines, line);

  return line;
}

static void
add_heading (GPtrArray      *lines,
             HcSummaryParts  part)
{
  add (lines, HC_SUMMARY_HEADING, NULL, hc_summary_words_get_part (part));
}

/* Nothing for an empty text. */
static void
add_named (GPtrArray         *lines,
           HcSummaryLineKind  kind,
           const char        *name,
           const char        *text)
{
  if (text != NULL && *text != '\0')
    add (lines, kind, name, text);
}

/**
 * hc_summary_words_dup_day:
 * @time: a time
 *
 * Returns: (transfer full): its day
 */
char *
hc_summary_words_dup_day (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
  return g_date_time_format (time, _("%-d %B %Y"));
}

/* The day in the zone of the person; what the database gives is in UTC. */
static char *
dup_local_day (const HcVisitSummary *summary,
               GDateTime            *time)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (time, g_date_time_get_timezone (summary->now));

  return hc_summary_words_dup_day (local);
}

/**
 * hc_summary_words_dup_shortened:
 * @text: a text
 *
 * Returns: (transfer full): its beginning, where there is little room
 */
char *
hc_summary_words_dup_shortened (const char *text)
{
  g_autofree char *beginning = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_strlen (text, -1) <= SHORT_LENGTH)
    return g_strdup (text);

  beginning = g_utf8_substring (text, 0, SHORT_LENGTH);

  return g_strconcat (beginning, "…", NULL);
}

/**
 * hc_summary_words_get_part:
 * @part: one part
 *
 * Returns: (transfer none): its heading
 */
const char *
hc_summary_words_get_part (HcSummaryParts part)
{
  switch (part)
    {
    case HC_SUMMARY_DIAGNOSIS:
      return _("Diagnosis and Treatment");
    case HC_SUMMARY_ALLERGIES:
      return _("Allergies");
    case HC_SUMMARY_MEDICINES:
      return _("Medicines");
    case HC_SUMMARY_DOSES:
      return _("Doses Taken");
    case HC_SUMMARY_INTERACTIONS:
      return _("Major Interactions");
    case HC_SUMMARY_DIARY:
      return _("Diary");
    case HC_SUMMARY_NOTES:
      return _("Notes of the Diary");
    case HC_SUMMARY_QUESTIONS:
      return _("Questions for the Care Team");
    case HC_SUMMARY_CONTACTS:
    default:
      return _("Contacts");
    }
}

static void
add_head (GPtrArray            *lines,
          const HcVisitSummary *summary)
{
  const HcPersonDetails *details = summary->person != NULL ? hc_person_get_details (summary->person) : NULL;
  g_autofree char *since = hc_summary_words_dup_day (summary->since);
  g_autofree char *today = hc_summary_words_dup_day (summary->now);
  g_autofree char *born = details != NULL && details->birth_year > 0 ? g_strdup_printf ("%d", details->birth_year)
                                                                     : NULL;
  g_autofree char *period = NULL;

  add (lines, HC_SUMMARY_TITLE, NULL, _("Visit Summary"));
  /* Translators: on paper; the dots are to be written on. */
  add (lines, HC_SUMMARY_TEXT, _("Name"), details != NULL && details->name != NULL ? details->name
                                                                                   : _("______________________"));
  add_named (lines, HC_SUMMARY_TEXT, _("Born"), born);

  if (summary->is_since_visit)
    /* Translators: both are days. */
    period = g_strdup_printf (_("%s. What is new is told since the last visit, %s."), today, since);
  else
    /* Translators: both are days. */
    period = g_strdup_printf (_("%s. What is new is told since %s."), today, since);

  add (lines, HC_SUMMARY_TEXT, _("Made on"), period);
}

static void
add_diagnosis (GPtrArray            *lines,
               const HcVisitSummary *summary)
{
  const HcPersonDetails *details = summary->person != NULL ? hc_person_get_details (summary->person) : NULL;
  g_autofree char *diagnosis = details != NULL ? hc_person_dup_diagnosis (details) : NULL;
  g_autofree char *biomarkers = details != NULL ? hc_person_dup_biomarkers (details) : NULL;

  if (details == NULL || (diagnosis == NULL && biomarkers == NULL && *details->treatment == '\0'))
    return;

  add_heading (lines, HC_SUMMARY_DIAGNOSIS);
  add_named (lines, HC_SUMMARY_TEXT, _("Diagnosis"), diagnosis);
  add_named (lines, HC_SUMMARY_TEXT, _("Biomarkers"), biomarkers);
  add_named (lines, HC_SUMMARY_TEXT, _("Treatment, in own words"), details->treatment);
}

static void
add_allergies (GPtrArray            *lines,
               const HcVisitSummary *summary)
{
  const HcPersonDetails *details = summary->person != NULL ? hc_person_get_details (summary->person) : NULL;
  g_auto (GStrv) allergies = g_strsplit (details != NULL ? details->allergies : "", "\n", -1);
  gboolean is_empty = TRUE;

  add_heading (lines, HC_SUMMARY_ALLERGIES);
  for (guint i = 0; allergies[i] != NULL; i++)
    if (*g_strstrip (allergies[i]) != '\0')
      {
        add (lines, HC_SUMMARY_TEXT, NULL, allergies[i]);
        is_empty = FALSE;
      }

  if (is_empty)
    add (lines, HC_SUMMARY_TEXT, NULL, _("None was written down."));
}

static void
add_change (GPtrArray             *lines,
            const HcVisitSummary  *summary,
            const HcSummaryChange *change)
{
  g_autofree char *day = dup_local_day (summary, change->time);
  g_autofree char *lead = NULL;
  gboolean is_planned = g_date_time_compare (change->time, summary->now) > 0;

  if (is_planned)
    /* Translators: %s is a day to come. */
    lead = g_strdup_printf (_("From %s on"), day);
  else if (change->before != NULL)
    lead = g_strdup_printf (_("Changed on %s"), day);
  else
    lead = g_strdup_printf (_("New since %s"), day);

  if (change->before != NULL || is_planned)
    add (lines, HC_SUMMARY_DETAIL, lead, change->after);
  else
    add (lines, HC_SUMMARY_DETAIL, NULL, lead);

  add_named (lines, HC_SUMMARY_DETAIL, _("Before"), change->before);
  add_named (lines, HC_SUMMARY_DETAIL, _("Why"), change->reason);
}

static void
add_medicine (GPtrArray               *lines,
              const HcVisitSummary    *summary,
              const HcSummaryMedicine *medicine)
{
  const HcMedicineDetails *details = hc_medicine_get_details (medicine->medicine);
  HcSummaryLine *title = add (lines, HC_SUMMARY_ITEM, NULL, medicine->title);
  g_autofree char *stopped = medicine->stopped != NULL ? dup_local_day (summary, medicine->stopped) : NULL;
  g_autofree char *since = medicine->since != NULL ? dup_local_day (summary, medicine->since) : NULL;

  title->medicine = g_object_ref (medicine->medicine);
  add_named (lines, HC_SUMMARY_DETAIL, stopped != NULL ? _("Was taken") : NULL, medicine->schedule);
  add_named (lines, HC_SUMMARY_DETAIL, _("Stopped on"), stopped);
  add_named (lines, HC_SUMMARY_DETAIL, _("Why"), medicine->stop_reason);

  /* Of what is new it is told with the changes. */
  if (medicine->since != NULL && g_date_time_compare (medicine->since, summary->since) < 0)
    add_named (lines, HC_SUMMARY_DETAIL, _("Taken since"), since);

  add_named (lines, HC_SUMMARY_DETAIL, _("For"), details->reason);
  add_named (lines, HC_SUMMARY_DETAIL, _("Prescribed by"), details->prescriber);

  for (guint i = 0; i < medicine->changes->len; i++)
    add_change (lines, summary, g_ptr_array_index (medicine->changes, i));
}

static void
add_medicines (GPtrArray            *lines,
               const HcVisitSummary *summary)
{
  add (lines, HC_SUMMARY_HEADING, NULL, _("Medicines Taken Now"));
  for (guint i = 0; i < summary->medicines->len; i++)
    add_medicine (lines, summary, g_ptr_array_index (summary->medicines, i));

  if (summary->medicines->len == 0)
    add (lines, HC_SUMMARY_TEXT, NULL, _("None was written down."));

  if (summary->stopped->len > 0)
    add (lines, HC_SUMMARY_HEADING, NULL, _("Medicines Stopped"));
  for (guint i = 0; i < summary->stopped->len; i++)
    add_medicine (lines, summary, g_ptr_array_index (summary->stopped, i));
}

/* What was not written down may well have been taken. */
static char *
dup_doses (guint n_planned,
           guint n_taken,
           guint n_skipped)
{
  guint n_unknown = n_planned - n_taken - n_skipped;
  g_autofree char *taken = g_strdup_printf (ngettext ("%u of %u dose taken", "%u of %u doses taken", n_planned),
                                            n_taken, n_planned);
  g_autofree char *skipped = g_strdup_printf (ngettext ("%u left out on purpose", "%u left out on purpose",
                                                        n_skipped), n_skipped);
  g_autofree char *unknown = g_strdup_printf (ngettext ("%u not written down", "%u not written down", n_unknown),
                                              n_unknown);

  return g_strconcat (taken, n_skipped > 0 ? ", " : "", n_skipped > 0 ? skipped : "",
                      n_unknown > 0 ? ", " : "", n_unknown > 0 ? unknown : "", NULL);
}

static void
add_doses_of (GPtrArray *lines,
              GPtrArray *medicines)
{
  for (guint i = 0; i < medicines->len; i++)
    {
      const HcSummaryMedicine *medicine = g_ptr_array_index (medicines, i);
      g_autofree char *text = NULL;

      if (medicine->n_taken + medicine->n_skipped > 0)
        text = dup_doses (medicine->n_planned, medicine->n_taken, medicine->n_skipped);
      else if (medicine->n_needed > 0)
        text = g_strdup_printf (ngettext ("taken %u time when needed", "taken %u times when needed",
                                          medicine->n_needed), medicine->n_needed);
      else if (medicine->n_planned > 0)
        text = g_strdup (_("not written down"));

      add_named (lines, HC_SUMMARY_TEXT, medicine->title, text);
    }
}

static void
add_doses (GPtrArray            *lines,
           const HcVisitSummary *summary)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *all = NULL;

  add_doses_of (rows, summary->medicines);
  add_doses_of (rows, summary->stopped);
  if (rows->len == 0)
    return;

  add_heading (lines, HC_SUMMARY_DOSES);
  if (summary->n_planned > 0 && rows->len > 1)
    {
      all = dup_doses (summary->n_planned, summary->n_taken, summary->n_skipped);
      add (lines, HC_SUMMARY_TEXT, _("All together"), all);
    }

  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&rows));
}

static void
add_interactions (GPtrArray            *lines,
                  const HcVisitSummary *summary)
{
  if (summary->interactions->len > 0)
    add_heading (lines, HC_SUMMARY_INTERACTIONS);

  for (guint i = 0; i < summary->interactions->len; i++)
    {
      HcFinding *finding = g_ptr_array_index (summary->interactions, i);
      g_autofree char *title = hc_finding_dup_title (finding);
      g_autofree char *effect = hc_finding_dup_effect (finding);
      g_autofree char *action = hc_finding_dup_action (finding);

      add (lines, HC_SUMMARY_ITEM, NULL, title);
      add_named (lines, HC_SUMMARY_DETAIL, NULL, hc_severity_to_words (hc_finding_get_severity (finding)));
      add_named (lines, HC_SUMMARY_DETAIL, NULL, effect);
      add_named (lines, HC_SUMMARY_DETAIL, _("What to do"), action);
    }
}

/* A grade with its number, by which a care team knows it. */
static char *
dup_number (const HcSummaryDiary *diary,
            double                value)
{
  g_autofree char *words = NULL;

  if (diary->kind == NULL)
    return g_strdup_printf ("%g", value);

  words = hc_diary_kind_format (diary->kind, value, FALSE);
  if (hc_diary_kind_get_details (diary->kind)->input != HC_DIARY_INPUT_GRADE)
    return g_steal_pointer (&words);

  /* Translators: a grade after CTCAE, and what it means: "grade 2, I eat or drink less than usual". */
  return g_strdup_printf (_("grade %.0f, %s"), value, words);
}

/* "38.2 °C (8 November 2026)" */
static char *
dup_value (const HcVisitSummary *summary,
           const HcSummaryDiary *diary,
           HcDiaryEntry         *entry)
{
  const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
  g_autofree char *day = dup_local_day (summary, details->time);
  g_autofree char *value = dup_number (diary, details->value);

  /* Translators: what was measured or felt, and the day. */
  return g_strdup_printf (_("%s (%s)"), value, day);
}

static void
append_value (GString              *text,
              const HcVisitSummary *summary,
              const HcSummaryDiary *diary,
              const char           *name,
              HcDiaryEntry         *entry)
{
  g_autofree char *value = dup_value (summary, diary, entry);

  g_string_append_printf (text, "; %s: %s", name, value);
}

static void
add_diary_kind (GPtrArray            *lines,
                const HcVisitSummary *summary,
                const HcSummaryDiary *diary)
{
  const HcDiaryKindDetails *details = diary->kind != NULL ? hc_diary_kind_get_details (diary->kind) : NULL;
  HcDiaryEntry *worst = hc_summary_diary_get_worst (diary);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u entry", "%u entries", diary->n_entries), diary->n_entries);

  if (details != NULL && (details->input == HC_DIARY_INPUT_GRADE || details->input == HC_DIARY_INPUT_CHOICE ||
                          details->input == HC_DIARY_INPUT_SCALE10))
    {
      if (worst != NULL)
        append_value (text, summary, diary, _("worst"), worst);
      if (diary->last != NULL && diary->last != worst)
        append_value (text, summary, diary, _("last"), diary->last);
    }
  else if (diary->first != NULL)
    {
      if (diary->first != diary->last)
        append_value (text, summary, diary, _("first"), diary->first);
      append_value (text, summary, diary, _("last"), diary->last);
      if (diary->lowest != diary->first && diary->lowest != diary->last)
        append_value (text, summary, diary, _("lowest"), diary->lowest);
      if (diary->highest != diary->first && diary->highest != diary->last)
        append_value (text, summary, diary, _("highest"), diary->highest);
    }

  add (lines, HC_SUMMARY_TEXT, details != NULL ? details->name : diary->id, text->str);
}

static void
add_diary (GPtrArray            *lines,
           const HcVisitSummary *summary)
{
  gboolean is_empty = TRUE;

  for (guint i = 0; i < summary->diary->len; i++)
    {
      const HcSummaryDiary *diary = g_ptr_array_index (summary->diary, i);

      /* What has words only is among the notes. */
      if (diary->first == NULL)
        continue;

      if (is_empty)
        add_heading (lines, HC_SUMMARY_DIARY);
      is_empty = FALSE;
      add_diary_kind (lines, summary, diary);
    }
}

static const char *
find_name (const HcVisitSummary *summary,
           const char           *kind)
{
  for (guint i = 0; i < summary->diary->len; i++)
    {
      const HcSummaryDiary *diary = g_ptr_array_index (summary->diary, i);

      if (g_str_equal (diary->id, kind))
        return diary->kind != NULL ? hc_diary_kind_get_details (diary->kind)->name : kind;
    }

  return kind;
}

static void
add_notes (GPtrArray            *lines,
           const HcVisitSummary *summary)
{
  if (summary->notes->len > 0)
    add_heading (lines, HC_SUMMARY_NOTES);

  for (guint i = 0; i < summary->notes->len; i++)
    {
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (g_ptr_array_index (summary->notes, i));
      g_autofree char *day = dup_local_day (summary, details->time);
      /* Translators: a day, and what a note is about. */
      g_autofree char *lead = g_strdup_printf (_("%s, %s"), day, find_name (summary, details->kind));

      add (lines, HC_SUMMARY_TEXT, lead, details->text);
    }
}

static void
add_questions (GPtrArray            *lines,
               const HcVisitSummary *summary)
{
  if (summary->questions->len > 0)
    add_heading (lines, HC_SUMMARY_QUESTIONS);

  for (guint i = 0; i < summary->questions->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1,
                                               hc_care_question_get_text (g_ptr_array_index (summary->questions, i)));

      add (lines, HC_SUMMARY_TEXT, NULL, text);
    }
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
add_contacts (GPtrArray            *lines,
              const HcVisitSummary *summary)
{
  if (summary->contacts->len > 0)
    add_heading (lines, HC_SUMMARY_CONTACTS);

  for (guint i = 0; i < summary->contacts->len; i++)
    {
      const HcCareContactDetails *details = hc_care_contact_get_details (g_ptr_array_index (summary->contacts, i));
      g_autoptr (GString) text = g_string_new (NULL);

      append_part (text, details->role);
      append_part (text, details->phone);
      append_part (text, details->email);
      append_part (text, details->note);
      add (lines, HC_SUMMARY_TEXT, details->name, text->str);
    }
}

/**
 * hc_summary_words_list:
 * @summary: a summary
 * @parts: what of it goes in
 *
 * Returns: (transfer container) (element-type HcSummaryLine): what it says
 */
GPtrArray *
hc_summary_words_list (const HcVisitSummary *summary,
                       HcSummaryParts        parts)
{
  static void (* const add_part[HC_SUMMARY_N_PARTS]) (GPtrArray *lines, const HcVisitSummary *summary) = {
    add_diagnosis, add_allergies, add_medicines, add_doses, add_interactions, add_diary, add_notes, add_questions,
    add_contacts,
  };
  GPtrArray *lines;

  g_return_val_if_fail (summary != NULL, NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  add_head (lines, summary);

  for (guint i = 0; i < G_N_ELEMENTS (add_part); i++)
    if (((guint) parts & (1u << i)) != 0)
      add_part[i] (lines, summary);

  return lines;
}

/**
 * hc_summary_line_dup_markup:
 * @line: a line
 *
 * Returns: (transfer full): it as Pango markup, on which what somebody wrote has no influence
 */
char *
hc_summary_line_dup_markup (const HcSummaryLine *line)
{
  g_autofree char *lead = NULL, *text = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  text = g_markup_escape_text (line->text, -1);
  if (line->lead == NULL)
    return g_steal_pointer (&text);

  lead = g_markup_escape_text (line->lead, -1);

  /* Translators: the name of something in bold, and what is said of it; the marks are those of HTML. */
  return g_strdup_printf (*line->text != '\0' ? _("<b>%s:</b> %s") : "<b>%s</b>%s", lead, text);
}
