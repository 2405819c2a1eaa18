/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "hc-undo-stack.h"

/* Operations on a store that only writes down what it is asked to do, and fails when it is told to.
 * It answers later, as the real ones do. */

typedef struct
{
  GString     *log;
  const char  *refuses; /* "execute" or "undo" */
  HcUndoStack *stack;
  GObject     *store;
} Fixture;

static void
answer (Fixture             *fixture,
        const char          *what,
        GObject             *item,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (fixture->store, NULL, callback, user_data);

  g_string_append_printf (fixture->log, "%s %s; ", what, (const char *) g_object_get_data (item, "name"));

  if (g_strcmp0 (fixture->refuses, what) == 0)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
  else
    g_task_return_boolean (task, TRUE);
}

static void
execute (GObject             *store,
         GObject             *item,
         GAsyncReadyCallback  callback,
         gpointer             user_data)
{
  answer (g_object_get_data (store, "fixture"), "execute", item, callback, user_data);
}

static void
undo (GObject             *store,
      GObject             *item,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  answer (g_object_get_data (store, "fixture"), "undo", item, callback, user_data);
}

static gboolean
finish (GObject       *store,
        GAsyncResult  *result,
        GError       **error)
{
  g_assert_true (g_task_is_valid (result, store));

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
performed_cb (Fixture     *fixture,
              HcOperation *operation)
{
  g_string_append_printf (fixture->log, "performed %s; ", hc_operation_get_description (operation));
}

static void
undone_cb (Fixture     *fixture,
           HcOperation *operation)
{
  g_string_append_printf (fixture->log, "undone %s; ", hc_operation_get_description (operation));
}

static void
failed_cb (Fixture      *fixture,
           HcOperation  *operation,
           const GError *error)
{
  g_string_append_printf (fixture->log, "failed %s: %s; ", hc_operation_get_description (operation), error->message);
}

static void
empty_cb (Fixture *fixture)
{
  g_string_append (fixture->log, hc_undo_stack_is_empty (fixture->stack) ? "empty; " : "not empty; ");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->log = g_string_new (NULL);
  fixture->store = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data (fixture->store, "fixture", fixture);
  fixture->stack = hc_undo_stack_new ();
  g_signal_connect_swapped (fixture->stack, "performed", G_CALLBACK (performed_cb), fixture);
  g_signal_connect_swapped (fixture->stack, "undone", G_CALLBACK (undone_cb), fixture);
  g_signal_connect_swapped (fixture->stack, "failed", G_CALLBACK (failed_cb), fixture);
  g_signal_connect_swapped (fixture->stack, "notify::empty", G_CALLBACK (empty_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->stack);
  g_assert_finalize_object (fixture->store);
  g_string_free (fixture->log, TRUE);
}

static HcOperation *
make_operation (Fixture    *fixture,
                const char *name)
{
  static const HcOperationFuncs funcs = { execute, finish, undo, finish };
  g_autoptr (GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (item, "name", (gpointer) name);

  return hc_operation_new (name, fixture->store, item, &funcs);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static HcOperation *
perform (Fixture    *fixture,
         const char *name)
{
  HcOperation *operation = make_operation (fixture, name);

  hc_undo_stack_perform (fixture->stack, operation);
  settle ();

  return operation;
}

static void
assert_log (Fixture    *fixture,
            const char *expected)
{
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean empty = FALSE;

  g_object_get (fixture->stack, "empty", &empty, NULL);
  g_assert_true (empty);

  g_object_unref (perform (fixture, "A"));
  assert_log (fixture, "execute A; not empty; performed A; ");
  g_object_unref (perform (fixture, "B"));
  assert_log (fixture, "execute B; performed B; ");
  g_assert_false (hc_undo_stack_is_empty (fixture->stack));

  hc_undo_stack_undo_last (fixture->stack);
  settle ();
  assert_log (fixture, "undo B; undone B; ");
  hc_undo_stack_undo_last (fixture->stack);
  settle ();
  assert_log (fixture, "empty; undo A; undone A; ");
  hc_undo_stack_undo_last (fixture->stack);
  settle ();
  assert_log (fixture, "");
}

/* The button of an older toast. */
static void
test_any (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (HcOperation) a = perform (fixture, "A");
  g_autoptr (HcOperation) b = perform (fixture, "B");

  g_string_truncate (fixture->log, 0);
  hc_undo_stack_undo (fixture->stack, a);
  settle ();
  assert_log (fixture, "undo A; undone A; ");

  /* A second press on the same button. */
  hc_undo_stack_undo (fixture->stack, a);
  settle ();
  assert_log (fixture, "");

  hc_undo_stack_undo_last (fixture->stack);
  hc_undo_stack_undo (fixture->stack, b);
  settle ();
  assert_log (fixture, "empty; undo B; undone B; ");
}

static void
test_failed_execution (Fixture       *fixture,
                       gconstpointer  data)
{
  fixture->refuses = "execute";
  g_object_unref (perform (fixture, "A"));
  assert_log (fixture, "execute A; failed A: refused; ");
  g_assert_true (hc_undo_stack_is_empty (fixture->stack));
  hc_undo_stack_undo_last (fixture->stack);
  settle ();
  assert_log (fixture, "");
}

/* What could not be taken back can be tried again. */
static void
test_failed_undo (Fixture       *fixture,
                  gconstpointer  data)
{
  g_object_unref (perform (fixture, "A"));
  g_string_truncate (fixture->log, 0);

  fixture->refuses = "undo";
  hc_undo_stack_undo_last (fixture->stack);
  settle ();
  assert_log (fixture, "empty; undo A; not empty; failed A: refused; ");

  fixture->refuses = NULL;
  hc_undo_stack_undo_last (fixture->stack);
  settle ();
  assert_log (fixture, "empty; undo A; undone A; ");
}

/* The window is closed while the store is at work. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (HcOperation) operation = make_operation (fixture, "A");
  HcUndoStack *stack = g_object_ref (fixture->stack);

  hc_undo_stack_perform (fixture->stack, operation);
  g_object_unref (stack);
  settle ();
  assert_log (fixture, "execute A; not empty; performed A; ");
}

static void
operation_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_operation_finish (HC_OPERATION (source), result, &error))
    g_string_append (fixture->log, "done; ");
  else
    g_string_append_printf (fixture->log, "%s; ", error->message);
}

static void
test_operation (Fixture       *fixture,
                gconstpointer  data)
{
  static const HcOperationFuncs funcs = { execute, finish, undo, finish };
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (HcOperation) operation = hc_operation_new ("Something deleted", fixture->store, item, &funcs);

  g_object_set_data (item, "name", (gpointer) "item");
  g_assert_cmpstr (hc_operation_get_description (operation), ==, "Something deleted");
  hc_operation_execute_async (operation, operation_cb, fixture);
  g_assert_cmpstr (fixture->log->str, ==, "execute item; ");
  settle ();
  hc_operation_undo_async (operation, operation_cb, fixture);
  settle ();
  assert_log (fixture, "execute item; done; undo item; done; ");

  fixture->refuses = "undo";
  hc_operation_undo_async (operation, operation_cb, fixture);
  settle ();
  assert_log (fixture, "undo item; refused; ");
  g_assert_finalize_object (g_steal_pointer (&operation));
  g_assert_finalize_object (item);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/undo-stack/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("order", test_order);
  ADD ("any", test_any);
  ADD ("failed-execution", test_failed_execution);
  ADD ("failed-undo", test_failed_undo);
  ADD ("gone", test_gone);
  ADD ("operation", test_operation);

  return g_test_run ();
}
