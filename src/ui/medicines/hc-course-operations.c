/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-course-operations.h"

/* What a medicine has before and after. */
typedef struct
{
  HcMedicine *medicine;
  HcCourse   *before;
  HcCourse   *after;
} Change;

/**
 * HcCourseChanges:
 *
 * Other courses for some medicines, to be saved as one operation.
 */
struct _HcCourseChanges
{
  GObject    parent_instance;

  GPtrArray *changes; /* of Change */
};

G_DEFINE_FINAL_TYPE (HcCourseChanges, hc_course_changes, G_TYPE_OBJECT)

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->medicine);
  hc_course_free (change->before);
  hc_course_free (change->after);
  g_free (change);
}

static void
hc_course_changes_finalize (GObject *object)
{
  g_ptr_array_unref (HC_COURSE_CHANGES (object)->changes);

  G_OBJECT_CLASS (hc_course_changes_parent_class)->finalize (object);
}

static void
hc_course_changes_class_init (HcCourseChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_course_changes_finalize;
}

static void
hc_course_changes_init (HcCourseChanges *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

/**
 * hc_course_changes_new:
 *
 * Returns: (transfer full): no changes yet
 */
HcCourseChanges *
hc_course_changes_new (void)
{
  return g_object_new (HC_TYPE_COURSE_CHANGES, NULL);
}

/**
 * hc_course_changes_add:
 * @self: the changes
 * @medicine: a medicine that has a course
 * @course: the course that it is to have; copied
 */
void
hc_course_changes_add (HcCourseChanges *self,
                       HcMedicine      *medicine,
                       const HcCourse  *course)
{
  Change *change;

  g_return_if_fail (HC_IS_COURSE_CHANGES (self));
  g_return_if_fail (HC_IS_MEDICINE (medicine) && hc_medicine_get_details (medicine)->course != NULL);
  g_return_if_fail (course != NULL);

  change = g_new0 (Change, 1);
  change->medicine = g_object_ref (medicine);
  change->before = hc_course_copy (hc_medicine_get_details (medicine)->course);
  change->after = hc_course_copy (course);
  g_ptr_array_add (self->changes, change);
}

/* One medicine is saved after the other. When one cannot be saved those before are put back as they were, and the
 * error is told. */
typedef struct
{
  HcCourseChanges *changes;
  gboolean         is_undo;
  guint            n_saved;
  GError          *error; /* what has happened; from then on it goes backwards */
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->changes);
  g_clear_error (&work->error);
  g_free (work);
}

static void
save_next (GTask *task);

static void
finish_work (GTask *task,
             Work  *work)
{
  if (work->error != NULL)
    g_task_return_error (task, g_steal_pointer (&work->error));
  else
    g_task_return_boolean (task, TRUE);

  g_object_unref (task);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (hc_medicine_store_save_finish (HC_MEDICINE_STORE (source), result, &error))
    {
      if (work->error == NULL)
        work->n_saved++;
    }
  else if (work->error == NULL)
    {
      work->error = g_steal_pointer (&error);
    }

  save_next (task);
}

/* Another change of the medicine since then is not to be lost, and what was removed is not to come back. */
static gboolean
has_changed_since (HcStore      *store,
                   const Change *change,
                   gboolean      has_after)
{
  const HcCourse *course = hc_medicine_get_details (change->medicine)->course;

  return hc_store_lookup (store, hc_medicine_get_id (change->medicine)) != change->medicine || course == NULL ||
         !hc_course_equal (course, has_after ? change->after : change->before);
}

static void
save_next (GTask *task)
{
  Work *work = g_task_get_task_data (task);
  gboolean goes_back = work->error != NULL;
  HcMedicineDetails details;
  Change *change;

  if (goes_back ? work->n_saved == 0 : work->n_saved == work->changes->changes->len)
    {
      finish_work (task, work);
      return;
    }

  change = g_ptr_array_index (work->changes->changes, goes_back ? work->n_saved - 1 : work->n_saved);
  if (goes_back)
    work->n_saved--;
  else if (has_changed_since (g_task_get_source_object (task), change, work->is_undo))
    {
      g_set_error_literal (&work->error, G_IO_ERROR, G_IO_ERROR_EXISTS, "The medicine was changed meanwhile");
      save_next (task);
      return;
    }

  details = *hc_medicine_get_details (change->medicine);
  details.course = work->is_undo == goes_back ? change->after : change->before;
  hc_medicine_store_save_async (g_task_get_source_object (task), change->medicine, &details, saved_cb, task);
}

static void
start (GObject             *store,
       GObject             *item,
       gboolean             is_undo,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (store, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->changes = HC_COURSE_CHANGES (g_object_ref (item));
  work->is_undo = is_undo;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  save_next (task);
}

static void
execute (GObject             *store,
         GObject             *item,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  start (store, item, FALSE, callback, user_data);
}

static void
undo (GObject             *store,
      GObject             *item,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  start (store, item, TRUE, callback, user_data);
}

static gboolean
finish (GObject       *store,
        GAsyncResult  *result,
        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_change_courses_new:
 * @store: the medicines
 * @changes: what they are to have
 * @description: what was done, once it is
 *
 * Returns: (transfer full): the operation that gives all of them their other courses, or none
 */
HcOperation *
hc_change_courses_new (HcMedicineStore *store,
                       HcCourseChanges *changes,
                       const char      *description)
{
  static const HcOperationFuncs funcs = { execute, finish, undo, finish };

  g_return_val_if_fail (HC_IS_MEDICINE_STORE (store), NULL);
  g_return_val_if_fail (HC_IS_COURSE_CHANGES (changes), NULL);

  return hc_operation_new (description, G_OBJECT (store), G_OBJECT (changes), &funcs);
}
