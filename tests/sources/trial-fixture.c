/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "trial-fixture.h"

#include <string.h>

/* A trial as text, the same that read-trials.py makes of what Python's own readers give. */

static void
add (GString    *text,
     const char *name,
     const char *value)
{
  g_autoptr (GString) line = g_string_new (value);

  if (value == NULL || *value == '\0')
    return;

  g_string_replace (line, "\\", "\\\\", 0);
  g_string_replace (line, "\n", "\\n", 0);
  g_string_replace (line, "\r", "\\r", 0);
  g_string_append_printf (text, "%s: %s\n", name, line->str);
}

static void
add_list (GString    *text,
          const char *name,
          GPtrArray  *list)
{
  for (guint i = 0; i < list->len; i++)
    add (text, name, g_ptr_array_index (list, i));
}

static void
add_contacts (GString    *text,
              const char *name,
              GPtrArray  *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      HcTrialContact *contact = g_ptr_array_index (contacts, i);

      add (text, name, contact->name != NULL ? contact->name : "-");
      add (text, "role", contact->role);
      add (text, "phone", contact->phone);
      add (text, "extension", contact->extension);
      add (text, "email", contact->email);
    }
}

char *
trial_fixture_describe (const HcTrial *trial)
{
  GString *text = g_string_new (NULL);

  add (text, "nct", trial->nct);
  add (text, "title", trial->title);
  add (text, "official", trial->official_title);
  add (text, "acronym", trial->acronym);
  add (text, "status", trial->status);
  add (text, "why", trial->why_stopped);
  add (text, "type", trial->study_type);
  add_list (text, "phase", trial->phases);
  add_list (text, "condition", trial->conditions);
  add_list (text, "keyword", trial->keywords);
  for (guint i = 0; i < trial->interventions->len; i++)
    {
      HcTrialIntervention *intervention = g_ptr_array_index (trial->interventions, i);

      add (text, "intervention", intervention->name);
      add (text, "kind", intervention->type);
      add (text, "description", intervention->description);
    }
  add (text, "summary", trial->summary);
  add (text, "eligibility", trial->eligibility);
  add (text, "sex", trial->sex);
  add (text, "gender", trial->gender_based ? "yes" : NULL);
  add (text, "minimum", trial->minimum_age);
  add (text, "maximum", trial->maximum_age);
  add_list (text, "group", trial->age_groups);
  add (text, "healthy", trial->healthy);
  add (text, "sponsor", trial->sponsor);
  if (trial->enrollment >= 0)
    g_string_append_printf (text, "enrollment: %" G_GINT64_FORMAT "\n", trial->enrollment);
  add (text, "start", trial->start_date);
  add (text, "primary", trial->primary_completion_date);
  add (text, "completion", trial->completion_date);
  add (text, "verified", trial->verified_date);
  add (text, "updated", trial->updated);
  add_contacts (text, "contact", trial->contacts);
  for (guint i = 0; i < trial->sites->len; i++)
    {
      HcTrialSite *site = g_ptr_array_index (trial->sites, i);

      add (text, "site", site->facility != NULL ? site->facility : "-");
      add (text, "city", site->city);
      add (text, "state", site->state);
      add (text, "zip", site->zip);
      add (text, "country", site->country);
      add (text, "site status", site->status);
      if (site->has_point)
        g_string_append_printf (text, "point: %.5f %.5f\n", site->latitude, site->longitude);
      add_contacts (text, "site contact", site->contacts);
    }

  return g_string_free_and_steal (text);
}

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  g_autoptr (HcTrial) owned = trial;
  g_autofree char *description = trial_fixture_describe (owned);

  g_string_append_printf (user_data, "%s--\n", description);

  return TRUE;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  g_assert_true (error->domain == HC_TRIAL_ERROR);
  g_string_append_printf (user_data, "fault %d in %u\n--\n", error->code, number);

  return TRUE;
}

/* Returns: (transfer full): all trials and faults of a file that comes in pieces of so many bytes */
char *
trial_fixture_read (const char  *text,
                    gsize        length,
                    gsize        piece,
                    GError     **error)
{
  static const HcTrialReaderFuncs funcs = { take_trial_cb, take_fault_cb };
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (HcTrialReader) reader = hc_trial_reader_new (&funcs, all);
  gboolean go_on = TRUE;

  for (gsize start = 0; start < length && go_on; start += piece)
    go_on = hc_trial_reader_feed (reader, text + start, MIN (piece, length - start), error);

  if (go_on && hc_trial_reader_finish (reader, error))
    g_string_append_printf (all, "token %s, total %" G_GINT64_FORMAT "\n", hc_trial_reader_get_token (reader),
                            hc_trial_reader_get_total (reader));

  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* Returns: (transfer full): a study; @more stands at the end of the protocol, with a comma before it, or is
 * empty */
char *
trial_fixture_make_json (const char *nct,
                         const char *title,
                         const char *status,
                         const char *updated,
                         const char *more)
{
  return g_strdup_printf ("{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"%s\",\"briefTitle\":\"%s\"},"
                          "\"statusModule\":{\"overallStatus\":\"%s\","
                          "\"lastUpdatePostDateStruct\":{\"date\":\"%s\"}}%s},"
                          "\"hasResults\":false}", nct, title, status, updated, more);
}

/* Gives up the last reference but those of a thread that is about to end, and waits for these. */
void
trial_fixture_end_object (gpointer object)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  GWeakRef last;
  gboolean is_gone = FALSE;

  g_weak_ref_init (&last, object);
  g_object_unref (object);

  while (!is_gone && g_get_monotonic_time () < deadline)
    {
      g_autoptr (GObject) left = g_weak_ref_get (&last);

      is_gone = left == NULL;
      g_thread_yield ();
    }

  g_weak_ref_clear (&last);
  g_assert_true (is_gone);
}
