/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-edit.h"

#include <string.h>

#include "hc-appointment-copy.h"
#include "hc-error-words.h"

/**
 * HcAppointmentEdit:
 *
 * An appointment that somebody writes on. Each change is saved at once, with all the changes before it; those that
 * are written while the disk is busy are saved together as soon as it is not. What was told of the appointment
 * elsewhere stays. It emits `changed` when something was written, and when a save has ended.
 */
struct _HcAppointmentEdit
{
  GObject               parent_instance;

  HcAppointmentStore   *appointments;
  HcAppointment        *appointment;
  HcAppointmentDetails *before;     /* what it said when the writing began, or says since the last save */
  HcAppointmentDetails *sent;       /* what is being saved; NULL while nothing is */
  HcAppointmentDetails *details;    /* what it is to say */
  guint                 n_frozen;
  gboolean              is_saving;  /* a save is under way */
  gboolean              is_dirty;   /* changed since that save began, or while frozen */
  char                 *failure;    /* why the last save has failed; NULL when it has not */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAppointmentEdit, hc_appointment_edit, G_TYPE_OBJECT)

static void
hc_appointment_edit_finalize (GObject *object)
{
  HcAppointmentEdit *self = HC_APPOINTMENT_EDIT (object);

  g_clear_object (&self->appointments);
  g_clear_object (&self->appointment);
  g_clear_pointer (&self->before, hc_appointment_copy_free);
  g_clear_pointer (&self->sent, hc_appointment_copy_free);
  g_clear_pointer (&self->details, hc_appointment_copy_free);
  g_free (self->failure);

  G_OBJECT_CLASS (hc_appointment_edit_parent_class)->finalize (object);
}

static void
hc_appointment_edit_class_init (HcAppointmentEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_appointment_edit_finalize;

  /**
   * HcAppointmentEdit::changed:
   *
   * Something was written, or a save has ended.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_appointment_edit_init (HcAppointmentEdit *self)
{
}

/**
 * hc_appointment_edit_new:
 * @appointments: where it is kept
 * @appointment: an appointment, saved or new
 *
 * Returns: (transfer full): what writes on it
 */
HcAppointmentEdit *
hc_appointment_edit_new (HcAppointmentStore *appointments,
                         HcAppointment      *appointment)
{
  HcAppointmentEdit *self;

  g_return_val_if_fail (HC_IS_APPOINTMENT_STORE (appointments), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);

  self = g_object_new (HC_TYPE_APPOINTMENT_EDIT, NULL);
  self->appointments = g_object_ref (appointments);
  self->appointment = g_object_ref (appointment);
  self->before = hc_appointment_copy_new (hc_appointment_get_details (appointment));
  self->details = hc_appointment_copy_new (self->before);

  return self;
}

/**
 * hc_appointment_edit_get_appointment:
 * @self: what is being written
 *
 * Returns: (transfer none): the appointment
 */
HcAppointment *
hc_appointment_edit_get_appointment (HcAppointmentEdit *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (self), NULL);

  return self->appointment;
}

/**
 * hc_appointment_edit_get_details:
 * @self: what is being written
 *
 * Returns: (transfer none): all that was written, on the disk or on its way there; valid until the next change
 */
const HcAppointmentDetails *
hc_appointment_edit_get_details (HcAppointmentEdit *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (self), NULL);

  return self->details;
}

/**
 * hc_appointment_edit_get_state:
 * @self: what is being written
 *
 * Returns: where it is
 */
HcSaveState
hc_appointment_edit_get_state (HcAppointmentEdit *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (self), HC_SAVE_STATE_SAVED);

  if (self->is_saving)
    return HC_SAVE_STATE_SAVING;

  return self->failure != NULL ? HC_SAVE_STATE_UNSAVED : HC_SAVE_STATE_SAVED;
}

/**
 * hc_appointment_edit_get_failure:
 * @self: what is being written
 *
 * Returns: (nullable): why it could not be saved, in words; %NULL when it could
 */
const char *
hc_appointment_edit_get_failure (HcAppointmentEdit *self)
{
  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (self), NULL);

  return self->failure;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcAppointmentEdit) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_saving = FALSE;
  if (hc_appointment_store_save_finish (HC_APPOINTMENT_STORE (source), result, &error))
    {
      /* A word that is taken back is a change as well. */
      hc_appointment_copy_free (self->before);
      self->before = g_steal_pointer (&self->sent);
      g_clear_pointer (&self->failure, g_free);
    }
  else
    {
      g_clear_pointer (&self->sent, hc_appointment_copy_free);
      g_set_str (&self->failure, hc_error_to_words (error));
    }

  if (self->is_dirty && self->n_frozen == 0)
    hc_appointment_edit_save (self);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_appointment_edit_save:
 * @self: what is being written
 *
 * Saves it as it is: again, when it could not be saved.
 */
void
hc_appointment_edit_save (HcAppointmentEdit *self)
{
  g_autoptr (HcAppointmentCopy) details = NULL;

  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));

  if (self->is_saving)
    {
      self->is_dirty = TRUE;
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  self->is_dirty = FALSE;
  self->is_saving = TRUE;
  details = hc_appointment_copy_new_changed (hc_appointment_get_details (self->appointment), self->before,
                                             self->details);
  self->sent = hc_appointment_copy_new (self->details);
  hc_appointment_store_save_async (self->appointments, self->appointment, details, saved_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed (HcAppointmentEdit *self)
{
  if (self->n_frozen > 0)
    self->is_dirty = TRUE;
  else
    hc_appointment_edit_save (self);
}

/**
 * hc_appointment_edit_propose:
 * @self: what is being written, on which nothing was written yet
 * @details: what is proposed; copied
 *
 * Begins with a proposal. It is saved with the first change, and not before.
 */
void
hc_appointment_edit_propose (HcAppointmentEdit          *self,
                             const HcAppointmentDetails *details)
{
  HcAppointmentDetails *copy;

  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (details != NULL);

  copy = hc_appointment_copy_new (details);
  hc_appointment_copy_free (self->details);
  self->details = copy;
}

/**
 * hc_appointment_edit_freeze:
 * @self: what is being written
 *
 * Lets several changes be one, until hc_appointment_edit_thaw().
 */
void
hc_appointment_edit_freeze (HcAppointmentEdit *self)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));

  self->n_frozen++;
}

/**
 * hc_appointment_edit_thaw:
 * @self: what is being written
 *
 * Ends what hc_appointment_edit_freeze() began.
 */
void
hc_appointment_edit_thaw (HcAppointmentEdit *self)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (self->n_frozen > 0);

  self->n_frozen--;
  if (self->n_frozen == 0 && self->is_dirty)
    hc_appointment_edit_save (self);
}

/**
 * hc_appointment_edit_set_text:
 * @self: what is being written
 * @field: the name of a text of #HcAppointmentDetails
 * @text: what it is to say
 */
void
hc_appointment_edit_set_text (HcAppointmentEdit *self,
                              const char        *field,
                              const char        *text)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (field != NULL);
  g_return_if_fail (text != NULL);

  if (g_str_equal (hc_appointment_copy_get_text (self->details, field), text))
    return;

  hc_appointment_copy_set_text (self->details, field, text);
  changed (self);
}

/**
 * hc_appointment_edit_set_kind:
 * @self: what is being written
 * @kind: what kind of appointment it is
 */
void
hc_appointment_edit_set_kind (HcAppointmentEdit *self,
                              HcAppointmentKind  kind)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));

  if (self->details->kind == kind)
    return;

  self->details->kind = kind;
  changed (self);
}

/**
 * hc_appointment_edit_set_wishes:
 * @self: what is being written
 * @wishes: (array fixed-size=3): the wished days
 */
void
hc_appointment_edit_set_wishes (HcAppointmentEdit       *self,
                                const HcAppointmentWish *wishes)
{
  g_autofree char *before = NULL, *after = NULL;

  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (wishes != NULL);

  before = hc_appointment_wishes_print (self->details->wishes);
  after = hc_appointment_wishes_print (wishes);
  memcpy (self->details->wishes, wishes, sizeof self->details->wishes);
  if (!g_str_equal (before, after))
    changed (self);
}

/**
 * hc_appointment_edit_set_reminders:
 * @self: what is being written
 * @minutes: (array fixed-size=6): so many minutes before to remind, zeros at the end
 */
void
hc_appointment_edit_set_reminders (HcAppointmentEdit *self,
                                   const int         *minutes)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (minutes != NULL);

  if (memcmp (self->details->reminders, minutes, sizeof self->details->reminders) == 0)
    return;

  memcpy (self->details->reminders, minutes, sizeof self->details->reminders);
  changed (self);
}

/**
 * hc_appointment_edit_set_questions:
 * @self: what is being written
 * @questions: what to ask, and the answers
 */
void
hc_appointment_edit_set_questions (HcAppointmentEdit *self,
                                   GVariant          *questions)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (questions != NULL);

  hc_appointment_copy_set_questions (self->details, questions);
  changed (self);
}

/**
 * hc_appointment_edit_add_step:
 * @self: what is being written
 * @step: what has become of it
 */
void
hc_appointment_edit_add_step (HcAppointmentEdit       *self,
                              const HcAppointmentStep *step)
{
  g_return_if_fail (HC_IS_APPOINTMENT_EDIT (self));
  g_return_if_fail (step != NULL);

  hc_appointment_copy_add_step (self->details, step);
  changed (self);
}
