/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-operations.h"

#include "hc-window.h"

/* What is told of a dose after an operation, and was told before it. */
typedef struct
{
  char         *medicine;
  char         *key;
  HcDoseRecord *after;  /* NULL: nothing */
  HcDoseRecord *before; /* likewise; known when the operation is done */
} Mark;

#define HC_TYPE_DOSE_MARKS (hc_dose_marks_get_type ())

G_DECLARE_FINAL_TYPE (HcDoseMarks, hc_dose_marks, HC, DOSE_MARKS, GObject)

/**
 * HcDoseMarks:
 *
 * What an operation says of doses. It is done and taken back as a whole.
 */
struct _HcDoseMarks
{
  GObject    parent_instance;

  GPtrArray *marks; /* of Mark */
};

G_DEFINE_FINAL_TYPE (HcDoseMarks, hc_dose_marks, G_TYPE_OBJECT)

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->medicine);
  g_free (mark->key);
  g_clear_pointer (&mark->after, hc_dose_record_free);
  g_clear_pointer (&mark->before, hc_dose_record_free);
  g_free (mark);
}

static void
hc_dose_marks_finalize (GObject *object)
{
  g_ptr_array_unref (HC_DOSE_MARKS (object)->marks);

  G_OBJECT_CLASS (hc_dose_marks_parent_class)->finalize (object);
}

static void
hc_dose_marks_class_init (HcDoseMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_dose_marks_finalize;
}

static void
hc_dose_marks_init (HcDoseMarks *self)
{
  self->marks = g_ptr_array_new_with_free_func (mark_free);
}

static void
add_mark (HcDoseMarks        *self,
          const char         *medicine,
          const char         *key,
          const HcDoseRecord *after)
{
  Mark *mark = g_new0 (Mark, 1);

  mark->medicine = g_strdup (medicine);
  mark->key = g_strdup (key);
  mark->after = after != NULL ? hc_dose_record_copy (after) : NULL;
  g_ptr_array_add (self->marks, mark);
}

/* What is to be written: first all records at once, then one after the other is removed. */
typedef struct
{
  GPtrArray *saved;   /* of HcDoseRecord, owned by the marks */
  GPtrArray *removed; /* of Mark, likewise */
  guint      n_removed;
} Work;

static void
work_free (Work *work)
{
  g_ptr_array_unref (work->saved);
  g_ptr_array_unref (work->removed);
  g_free (work);
}

static void
remove_next (GTask *task);

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  GError *error = NULL;

  if (!hc_dose_log_remove_finish (HC_DOSE_LOG (source), result, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  work->n_removed++;
  remove_next (task);
}

static void
remove_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);

  if (work->n_removed < work->removed->len)
    {
      const Mark *mark = g_ptr_array_index (work->removed, work->n_removed);

      hc_dose_log_remove_async (g_task_get_source_object (task), mark->medicine, mark->key, removed_cb, task);
      return;
    }

  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (hc_dose_log_save_all_finish (HC_DOSE_LOG (source), result, &error))
    {
      remove_next (task);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
write_marks (GObject             *log,
             HcDoseMarks         *self,
             gboolean             is_undo,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (log, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->saved = g_ptr_array_new ();
  work->removed = g_ptr_array_new ();
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = g_ptr_array_index (self->marks, i);
      HcDoseRecord *record = is_undo ? mark->before : mark->after;

      g_ptr_array_add (record != NULL ? work->saved : work->removed, record != NULL ? (gpointer) record : mark);
    }

  g_task_set_source_tag (task, write_marks);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  hc_dose_log_save_all_async (HC_DOSE_LOG (log), work->saved, saved_cb, task);
}

static void
execute (GObject             *log,
         GObject             *item,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  HcDoseMarks *self = HC_DOSE_MARKS (item);

  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = g_ptr_array_index (self->marks, i);
      const HcDoseRecord *record = hc_dose_log_lookup (HC_DOSE_LOG (log), mark->medicine, mark->key);

      g_clear_pointer (&mark->before, hc_dose_record_free);
      mark->before = record != NULL ? hc_dose_record_copy (record) : NULL;
    }

  write_marks (log, self, FALSE, callback, user_data);
}

static void
undo (GObject             *log,
      GObject             *item,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  write_marks (log, HC_DOSE_MARKS (item), TRUE, callback, user_data);
}

static gboolean
finish (GObject       *log,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const HcOperationFuncs funcs = { execute, finish, undo, finish };

/**
 * hc_mark_doses_new:
 * @log: what is said of doses
 * @records: (element-type HcDoseRecord): what is to be said of some of them
 * @description: what was done, once it is
 *
 * Returns: (transfer full): the operation that says that; undone, it puts back what was said before
 */
HcOperation *
hc_mark_doses_new (HcDoseLog  *log,
                   GPtrArray  *records,
                   const char *description)
{
  g_autoptr (HcDoseMarks) marks = NULL;

  g_return_val_if_fail (HC_IS_DOSE_LOG (log), NULL);
  g_return_val_if_fail (records != NULL && records->len > 0, NULL);

  marks = g_object_new (HC_TYPE_DOSE_MARKS, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const HcDoseRecord *record = g_ptr_array_index (records, i);

      add_mark (marks, record->medicine, record->key, record);
    }

  return hc_operation_new (description, G_OBJECT (log), G_OBJECT (marks), &funcs);
}

/**
 * hc_unmark_dose_new:
 * @log: what is said of doses
 * @medicine: the id of a medicine
 * @key: the name of a dose
 * @description: what was done, once it is
 *
 * Returns: (transfer full): the operation that makes nothing be said of the dose
 */
HcOperation *
hc_unmark_dose_new (HcDoseLog  *log,
                    const char *medicine,
                    const char *key,
                    const char *description)
{
  g_autoptr (HcDoseMarks) marks = NULL;

  g_return_val_if_fail (HC_IS_DOSE_LOG (log), NULL);
  g_return_val_if_fail (medicine != NULL && key != NULL, NULL);

  marks = g_object_new (HC_TYPE_DOSE_MARKS, NULL);
  add_mark (marks, medicine, key, NULL);

  return hc_operation_new (description, G_OBJECT (log), G_OBJECT (marks), &funcs);
}

/**
 * hc_dose_operation_perform:
 * @widget: where it was asked for, in a window
 * @operation: what is to be done
 *
 * Does it. A toast of the window says so and offers to undo it.
 */
void
hc_dose_operation_perform (GtkWidget   *widget,
                           HcOperation *operation)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HC_IS_OPERATION (operation));

  root = gtk_widget_get_root (widget);
  if (HC_IS_WINDOW (root))
    hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}
