/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-visit-summary.h"

#include "hc-my-questions.h"
#include "hc-wall-clock.h"

/* The doses and the diary are asked of the database; all else is in memory and taken at once, so that nothing of
 * somebody else comes in when another person is chosen meanwhile. */

typedef struct
{
  HcVisitSummary *summary;
  GPtrArray      *medicines; /* of HcMedicine, of the person */
  guint           n_counted; /* of these */
  char           *person;
  gboolean        is_first;
} Load;

static HcVisitSummary *
summary_new (HcContext *context)
{
  HcVisitSummary *self = g_rc_box_new0 (HcVisitSummary);

  self->now = hc_clock_dup_time (hc_context_get_clock (context));
  g_set_object (&self->person, hc_current_person_get (hc_context_get_person (context)));
  self->medicines = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_summary_medicine_free);
  self->stopped = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_summary_medicine_free);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->interactions = g_ptr_array_new_with_free_func (g_object_unref);
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->contacts = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static void
summary_clear (gpointer data)
{
  HcVisitSummary *self = data;

  g_date_time_unref (self->now);
  g_clear_pointer (&self->since, g_date_time_unref);
  g_clear_object (&self->person);
  g_ptr_array_unref (self->medicines);
  g_ptr_array_unref (self->stopped);
  g_clear_pointer (&self->diary, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->interactions);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->contacts);
}

static GDateTime *
dup_day (GDateTime *time,
         int        days)
{
  g_autoptr (GDateTime) other = g_date_time_add_days (time, days);

  return g_date_time_new (g_date_time_get_timezone (other), g_date_time_get_year (other),
                          g_date_time_get_month (other), g_date_time_get_day_of_month (other), 0, 0, 0);
}

/**
 * hc_visit_summary_dup_last_visit:
 * @context: a context
 *
 * Returns: (transfer full) (nullable): the beginning of the day of the last visit of the current person, %NULL
 *   when it was not told, is to come, or is further back than a summary goes
 */
GDateTime *
hc_visit_summary_dup_last_visit (HcContext *context)
{
  g_autoptr (GDateTime) now = NULL, visit = NULL, earliest = NULL;
  HcPerson *person;
  const char *day;
  GDate date;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  person = hc_current_person_get (hc_context_get_person (context));
  day = person != NULL ? hc_person_get_details (person)->last_visit : NULL;
  if (day == NULL)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, day);
  if (!g_date_valid (&date))
    return NULL;

  now = hc_clock_dup_time (hc_context_get_clock (context));
  earliest = dup_day (now, -HC_VISIT_SUMMARY_MAX_DAYS);
  visit = g_date_time_new (g_date_time_get_timezone (now), g_date_get_year (&date), (int) g_date_get_month (&date),
                           g_date_get_day (&date), 0, 0, 0);

  return visit != NULL && g_date_time_compare (visit, now) <= 0 && g_date_time_compare (visit, earliest) >= 0
         ? g_steal_pointer (&visit) : NULL;
}

/* @since: (nullable): what was asked for */
static void
set_since (HcVisitSummary *self,
           HcContext      *context,
           GDateTime      *since)
{
  g_autoptr (GDateTime) visit = hc_visit_summary_dup_last_visit (context);
  g_autoptr (GDateTime) earliest = dup_day (self->now, -HC_VISIT_SUMMARY_MAX_DAYS);

  self->is_since_visit = visit != NULL && (since == NULL || g_date_time_equal (since, visit));

  if (self->is_since_visit)
    self->since = g_steal_pointer (&visit);
  else if (since == NULL)
    self->since = dup_day (self->now, -HC_VISIT_SUMMARY_DAYS);
  else
    self->since = g_date_time_ref (g_date_time_compare (since, earliest) < 0 ? earliest : since);
}

static void
add_medicine (HcVisitSummary *self,
              HcMedicine     *medicine,
              GArray         *days)
{
  g_autoptr (HcSummaryMedicine) summary = hc_summary_medicine_new (medicine, days, self->since, self->now);
  GPtrArray *list = summary->stopped != NULL ? self->stopped : self->medicines;

  if (summary->stopped != NULL && g_date_time_compare (summary->stopped, self->since) < 0)
    return;

  /* Who tells of no dose of a medicine may well take it. */
  if (summary->n_taken + summary->n_skipped > 0)
    {
      self->n_planned += summary->n_planned;
      self->n_taken += summary->n_taken;
      self->n_skipped += summary->n_skipped;
    }

  g_ptr_array_add (list, g_steal_pointer (&summary));
}

/* In the order in which they were added; the list has the newest first. */
static GPtrArray *
list_medicines (HcContext *context)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (context)));
  GPtrArray *owned = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = g_list_model_get_n_items (medicines); i > 0; i--)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i - 1);

      if (hc_current_person_owns (hc_context_get_person (context), hc_medicine_get_details (medicine)->person))
        g_ptr_array_add (owned, g_steal_pointer (&medicine));
    }

  return owned;
}

/* The entries come newest first. */
static void
add_diary (HcVisitSummary *self,
           HcContext      *context,
           GPtrArray      *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDiaryBook) book = hc_diary_book_new (hc_context_get_library (context), &error);

  if (book == NULL)
    g_warning ("The kinds of the diary cannot be read: %s", error->message);

  self->diary = hc_summary_diary_list (entries, book);

  for (guint i = entries->len; i > 0; i--)
    {
      HcDiaryEntry *entry = g_ptr_array_index (entries, i - 1);
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);

      if (details->is_covered)
        self->n_covered++;
      else if (*details->text != '\0')
        g_ptr_array_add (self->notes, g_object_ref (entry));
    }
}

static void
add_interactions (HcVisitSummary *self,
                  HcContext      *context)
{
  g_autoptr (HcInteractionCheck) check = hc_medicine_check_run (hc_context_get_medicine_check (context));

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    if (hc_finding_get_severity (g_ptr_array_index (check->findings, i)) == HC_SEVERITY_MAJOR)
      g_ptr_array_add (self->interactions, g_object_ref (g_ptr_array_index (check->findings, i)));
}

static void
add_questions (HcVisitSummary *self,
               HcContext      *context)
{
  HcCareQuestionStore *store = hc_profile_get_care_questions (hc_context_get_profile (context));
  g_autoptr (GPtrArray) ordered = hc_my_questions_dup_ordered (store, hc_context_get_person (context));

  for (guint i = 0; i < ordered->len; i++)
    {
      HcCareQuestion *question = g_ptr_array_index (ordered, i);

      if (hc_care_question_get_state (question) == HC_CARE_QUESTION_OPEN)
        g_ptr_array_add (self->questions, g_object_ref (question));
    }
}

/* The list has the newest first; whom one added first matters most. */
static void
add_contacts (HcVisitSummary *self,
              HcContext      *context)
{
  GListModel *contacts = G_LIST_MODEL (hc_profile_get_care_contacts (hc_context_get_profile (context)));

  for (guint i = g_list_model_get_n_items (contacts); i > 0; i--)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i - 1);

      if (hc_current_person_owns (hc_context_get_person (context), hc_care_contact_get_details (contact)->person))
        g_ptr_array_add (self->contacts, g_steal_pointer (&contact));
    }
}

static void
load_free (Load *load)
{
  hc_visit_summary_unref (load->summary);
  g_ptr_array_unref (load->medicines);
  g_free (load->person);
  g_free (load);
}

static void
diary_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  g_autoptr (GPtrArray) entries = NULL;
  GError *error = NULL;

  entries = hc_diary_query_finish (HC_DIARY (source), result, &error);
  if (entries == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  add_diary (load->summary, g_task_get_source_object (task), entries);
  g_task_return_pointer (task, hc_visit_summary_ref (load->summary), (GDestroyNotify) hc_visit_summary_unref);
}

static void counted_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data);

/* Counts the doses of one medicine after the other, then reads the diary. Takes over @task. */
static void
go_on (GTask *task)
{
  HcContext *context = g_task_get_source_object (task);
  HcProfile *profile = hc_context_get_profile (context);
  Load *load = g_task_get_task_data (task);
  g_autoptr (GDateTime) since = NULL;
  g_autoptr (GPtrArray) one = NULL;
  GDate first, last;

  if (load->n_counted == load->medicines->len)
    {
      hc_diary_query_async (hc_profile_get_diary (profile), load->person, load->is_first, NULL,
                            load->summary->since, NULL, 0, diary_read_cb, task);
      return;
    }

  since = g_date_time_to_timezone (load->summary->since, g_date_time_get_timezone (load->summary->now));
  hc_wall_clock_get_day (since, &first);
  hc_wall_clock_get_day (load->summary->now, &last);
  if (g_date_compare (&first, &last) > 0)
    first = last;
  one = g_ptr_array_new ();
  g_ptr_array_add (one, g_ptr_array_index (load->medicines, load->n_counted));

  hc_adherence_count_async (hc_profile_get_dose_log (profile), one, &first, &last, load->summary->now, NULL,
                            counted_cb, task);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GArray) days = hc_adherence_count_finish (HC_DOSE_LOG (source), result, &error);

  if (days == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  add_medicine (load->summary, g_ptr_array_index (load->medicines, load->n_counted), days);
  load->n_counted++;
  go_on (g_steal_pointer (&task));
}

/**
 * hc_visit_summary_load_async:
 * @context: what is known, with a profile that is open
 * @since: (nullable): since when changes are told, at most %HC_VISIT_SUMMARY_MAX_DAYS ago; %NULL: since the last
 *   visit, or as many days as %HC_VISIT_SUMMARY_DAYS when none was told of
 * @callback: called when it is there, or something could not be read
 * @user_data: passed to @callback
 *
 * Gathers what the care team of the current person is to be told.
 */
void
hc_visit_summary_load_async (HcContext           *context,
                             GDateTime           *since,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  HcCurrentPerson *person;
  Load *load;
  GTask *task;

  g_return_if_fail (HC_IS_CONTEXT (context));

  person = hc_context_get_person (context);
  load = g_new0 (Load, 1);
  load->summary = summary_new (context);
  load->medicines = list_medicines (context);
  load->person = g_strdup (hc_current_person_get_id (person));
  load->is_first = hc_current_person_is_first (person);
  set_since (load->summary, context, since);
  add_interactions (load->summary, context);
  add_questions (load->summary, context);
  add_contacts (load->summary, context);

  task = g_task_new (context, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_visit_summary_load_async);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  go_on (task);
}

/**
 * hc_visit_summary_load_finish:
 * @context: the context
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the summary
 */
HcVisitSummary *
hc_visit_summary_load_finish (HcContext     *context,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_visit_summary_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hc_visit_summary_ref:
 * @self: a summary
 *
 * Returns: (transfer full): @self
 */
HcVisitSummary *
hc_visit_summary_ref (HcVisitSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

/**
 * hc_visit_summary_unref:
 * @self: (transfer full): a summary
 */
void
hc_visit_summary_unref (HcVisitSummary *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, summary_clear);
}
