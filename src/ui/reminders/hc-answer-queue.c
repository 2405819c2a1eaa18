/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-answer-queue.h"

/**
 * HcAnswerQueue:
 *
 * Takes the answers of the person to notifications, which are actions of the application with an id. An answer may
 * be what starts the program: it waits for the profile, and the program stays meanwhile. When the profile is closed
 * there is nobody left to answer to.
 */
struct _HcAnswerQueue
{
  GObject            parent_instance;

  HcContext         *context;
  GApplication      *application; /* which owns the owner */
  const char *const *actions;
  HcAnswerFunc       func;
  GObject           *owner;       /* which owns the queue */
  GPtrArray         *waiting;     /* of HcAnswer: until the profile is open */
};

G_DEFINE_FINAL_TYPE (HcAnswerQueue, hc_answer_queue, G_TYPE_OBJECT)

/**
 * hc_answer_free:
 * @answer: (transfer full): an answer
 *
 * Frees it; the program may end now.
 */
void
hc_answer_free (HcAnswer *answer)
{
  g_return_if_fail (answer != NULL);

  g_clear_object (&answer->owner);
  g_application_release (answer->application);
  g_object_unref (answer->application);
  g_free (answer->id);
  g_free (answer);
}

static void
hc_answer_queue_dispose (GObject *object)
{
  HcAnswerQueue *self = HC_ANSWER_QUEUE (object);

  for (guint i = 0; self->actions != NULL && self->actions[i] != NULL; i++)
    g_action_map_remove_action (G_ACTION_MAP (self->application), self->actions[i]);
  self->actions = NULL;

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_answer_queue_parent_class)->dispose (object);
}

static void
hc_answer_queue_class_init (HcAnswerQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_answer_queue_dispose;
}

static void
hc_answer_queue_init (HcAnswerQueue *self)
{
  self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_answer_free);
}

static void
give_waiting (HcAnswerQueue *self)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  HcProfileState state = hc_profile_get_state (profile);

  if (state == HC_PROFILE_CLOSED)
    g_ptr_array_set_size (self->waiting, 0);

  while (state != HC_PROFILE_OPENING && self->waiting->len > 0)
    {
      HcAnswer *answer = g_ptr_array_steal_index (self->waiting, 0);

      /* Not before: what waits must not keep the owner, which owns it. */
      answer->owner = g_object_ref (self->owner);
      self->func (answer, state == HC_PROFILE_READY ? NULL : hc_profile_get_error (profile));
    }
}

static void
answer_action (GSimpleAction *action,
               GVariant      *target,
               gpointer       user_data)
{
  HcAnswerQueue *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  HcAnswer *answer = g_new0 (HcAnswer, 1);

  answer->application = g_object_ref (self->application);
  answer->id = g_variant_dup_string (target, NULL);
  while (!g_str_equal (self->actions[answer->action], name))
    answer->action++;

  g_application_hold (self->application);
  g_ptr_array_add (self->waiting, answer);

  hc_context_open_profile (self->context);
  give_waiting (self);
}

/**
 * hc_answer_queue_new:
 * @context: with the profile, which need not be open
 * @application: the application, which gets the actions and outlives the queue
 * @actions: (array zero-terminated=1): the names of the actions, of unlimited life
 * @func: takes the answers, one after the other
 * @owner: a #GObject that shows the notifications, and owns the queue
 *
 * Returns: (transfer full): a queue that takes answers as long as it lives
 */
HcAnswerQueue *
hc_answer_queue_new (HcContext         *context,
                     GApplication      *application,
                     const char *const *actions,
                     HcAnswerFunc       func,
                     gpointer           owner)
{
  HcAnswerQueue *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (actions != NULL, NULL);
  g_return_val_if_fail (func != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);

  self = g_object_new (HC_TYPE_ANSWER_QUEUE, NULL);
  self->context = g_object_ref (context);
  self->application = application;
  self->actions = actions;
  self->func = func;
  self->owner = owner;

  for (guint i = 0; actions[i] != NULL; i++)
    {
      const GActionEntry entry = { actions[i], answer_action, "s" };

      g_action_map_add_action_entries (G_ACTION_MAP (application), &entry, 1, self);
    }
  g_signal_connect_object (hc_context_get_profile (context), "notify::state", G_CALLBACK (give_waiting), self,
                           G_CONNECT_SWAPPED);

  return self;
}
