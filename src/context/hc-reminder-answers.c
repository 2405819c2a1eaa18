/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reminder.h"

#include <string.h>

#include "hc-reminder-private.h"

/* What a person answers to a reminder. The ids of the groups come back from the desktop, and nothing of them is
 * believed. */

#define LENGTH_OF_ID 36
#define MAX_KEY 40
#define MAX_DOSES 100

/* Returns: (nullable) (transfer full): the dose of that name; %NULL when it is not in the plan of today */
static HcPlannedDose *
find_dose (HcReminder *self,
           const char *name)
{
  GListModel *plan = G_LIST_MODEL (_hc_reminder_get_plan (self));

  for (guint i = 0; i < g_list_model_get_n_items (plan); i++)
    {
      g_autoptr (HcPlannedDose) dose = g_list_model_get_item (plan, i);
      g_autofree char *other = _hc_reminder_dup_name (dose);

      if (g_str_equal (name, other))
        return g_steal_pointer (&dose);
    }

  return NULL;
}

static gboolean
is_name (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *medicine = NULL;

  if (length <= LENGTH_OF_ID + 1 || length > LENGTH_OF_ID + 1 + MAX_KEY || text[LENGTH_OF_ID] != ' ')
    return FALSE;

  medicine = g_strndup (text, LENGTH_OF_ID);

  return g_uuid_string_is_valid (medicine);
}

/* What was said in the program stays as it is, and a dose whose time has not come cannot be meant. */
static gboolean
can_be_marked (HcPlannedDose *dose,
               HcDoseState    state)
{
  switch (hc_planned_dose_get_state (dose))
    {
    case HC_PLANNED_DUE:
      return TRUE;
    case HC_PLANNED_SNOOZED:
    case HC_PLANNED_MISSED:
      return state != HC_DOSE_SNOOZED;
    case HC_PLANNED_UPCOMING:
    case HC_PLANNED_TAKEN:
    case HC_PLANNED_SKIPPED:
    default:
      return FALSE;
    }
}

/* Returns: (transfer full) (nullable): the records, or %NULL with @error set */
static GPtrArray *
make_records (HcReminder   *self,
              const char   *id,
              HcDoseState   state,
              GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  int minutes = state == HC_DOSE_SNOOZED ? HC_REMINDER_SNOOZE_MINUTES : 0;
  g_autoptr (GDateTime) now = _hc_reminder_dup_time (self);
  g_autoptr (GDateTime) time = g_date_time_add_minutes (now, minutes);
  g_auto (GStrv) names = g_strsplit (id, ",", MAX_DOSES + 1);
  guint n_names = g_strv_length (names);
  gboolean is_known = FALSE;

  for (guint i = 0; i < n_names; i++)
    if (n_names > MAX_DOSES || !is_name (names[i]))
      {
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "These are no names of doses");
        return NULL;
      }

  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr (HcPlannedDose) dose = find_dose (self, names[i]);

      if (dose == NULL)
        continue;

      is_known = TRUE;
      if (can_be_marked (dose, state))
        g_ptr_array_add (records, hc_planned_dose_make_record (dose, state, time));
    }

  if (!is_known)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There are no such doses today");
      return NULL;
    }

  return g_steal_pointer (&records);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_dose_log_save_all_finish (HC_DOSE_LOG (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * hc_reminder_mark_async:
 * @self: a reminder; it need not be active, but the profile must be open
 * @id: the id of a group, which may have been reminded of by an earlier run of the program, and may as well be
 *   from anybody
 * @state: what is said of the doses that it names; %HC_DOSE_SNOOZED puts them off for
 *   %HC_REMINDER_SNOOZE_MINUTES
 * @callback: (nullable): called when that is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves what is said of all doses of a group, or of none. Of a dose of which something was said already that
 * stays, and one that is not in the plan any more is left out.
 */
void
hc_reminder_mark_async (HcReminder          *self,
                        const char          *id,
                        HcDoseState          state,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  g_autoptr (GPtrArray) records = NULL;
  GError *error = NULL;

  g_return_if_fail (HC_IS_REMINDER (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_reminder_mark_async);
  records = make_records (self, id, state, &error);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  hc_dose_log_save_all_async (_hc_reminder_get_log (self), records, saved_cb, task);
}

/**
 * hc_reminder_mark_finish:
 * @self: a reminder
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR, %G_IO_ERROR_NOT_FOUND when none of the doses is in the plan of
 *   today, or %G_IO_ERROR_INVALID_ARGUMENT when the id is none
 *
 * Returns: whether what was said is on the disk; if not, nothing of it is
 */
gboolean
hc_reminder_mark_finish (HcReminder    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_reminder_mark_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
