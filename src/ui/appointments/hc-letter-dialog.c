/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-letter-dialog.h"

#include <glib/gi18n.h>

#include "hc-agree-dialog.h"
#include "hc-appointment-copy.h"
#include "hc-appointment-operations.h"
#include "hc-letter-view.h"
#include "hc-navigation.h"

/**
 * HcLetterDialog:
 *
 * A text to the clinic about an appointment that is to be moved or canceled. What becomes of the appointment is what
 * the person says, and not that a text was handed to a mail program.
 */
struct _HcLetterDialog
{
  HcOperationDialog  parent_instance;

  HcContext         *context;
  HcAppointment     *appointment;
  HcLetterPurpose    purpose;

  AdwBanner         *banner;
  GtkScrolledWindow *scroller;
  GtkLabel          *intro_label;
  HcLetterView      *letter;
  GtkLabel          *done_label;
};

G_DEFINE_FINAL_TYPE (HcLetterDialog, hc_letter_dialog, HC_TYPE_OPERATION_DIALOG)

static void
cancel_appointment (HcLetterDialog *self)
{
  HcAppointmentStore *store = hc_profile_get_appointments (hc_context_get_profile (self->context));
  g_autoptr (HcAppointmentCopy) details = hc_appointment_copy_new (hc_appointment_get_details (self->appointment));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (HcOperation) operation = NULL;

  hc_appointment_copy_add_step (details, &(HcAppointmentStep) {
    .state = HC_APPOINTMENT_CANCELLED,
    .time = g_date_time_to_unix_usec (now),
  });
  operation = hc_appointment_change_new (store, self->appointment, details, _("Appointment canceled"));
  hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
}

static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcLetterDialog *self = HC_LETTER_DIALOG (widget);
  g_autoptr (GtkWidget) window = NULL;
  AdwDialog *agree;

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  if (self->purpose == HC_LETTER_CANCEL)
    {
      cancel_appointment (self);
      return;
    }

  window = GTK_WIDGET (g_object_ref (gtk_widget_get_root (widget)));
  agree = hc_agree_dialog_new (self->context, self->appointment, HC_APPOINTMENT_MOVED);
  hc_saving_dialog_finish (HC_SAVING_DIALOG (self));
  adw_dialog_present (agree, window);
}

static void
hc_letter_dialog_set_busy (HcOperationDialog *dialog,
                           gboolean           is_busy)
{
  adw_banner_set_revealed (HC_LETTER_DIALOG (dialog)->banner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (dialog), "letter-dialog.done", !is_busy);
}

static void
hc_letter_dialog_failed (HcOperationDialog *dialog,
                         const char        *words)
{
  adw_banner_set_title (HC_LETTER_DIALOG (dialog)->banner, words);
  adw_banner_set_revealed (HC_LETTER_DIALOG (dialog)->banner, TRUE);
}

static void
hc_letter_dialog_dispose (GObject *object)
{
  HcLetterDialog *self = HC_LETTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_LETTER_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->appointment);

  G_OBJECT_CLASS (hc_letter_dialog_parent_class)->dispose (object);
}

static void
hc_letter_dialog_class_init (HcLetterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_letter_dialog_dispose;
  HC_OPERATION_DIALOG_CLASS (klass)->set_busy = hc_letter_dialog_set_busy;
  HC_OPERATION_DIALOG_CLASS (klass)->failed = hc_letter_dialog_failed;

  g_type_ensure (HC_TYPE_LETTER_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-letter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcLetterDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcLetterDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcLetterDialog, intro_label);
  gtk_widget_class_bind_template_child (widget_class, HcLetterDialog, letter);
  gtk_widget_class_bind_template_child (widget_class, HcLetterDialog, done_label);

  gtk_widget_class_install_action (widget_class, "letter-dialog.done", NULL, done_action);
}

static void
hc_letter_dialog_init (HcLetterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_navigation_begin_at_top (self->scroller);
}

/**
 * hc_letter_dialog_new:
 * @context: the profile, the library and the clock
 * @appointment: an appointment
 * @purpose: %HC_LETTER_MOVE or %HC_LETTER_CANCEL
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
AdwDialog *
hc_letter_dialog_new (HcContext       *context,
                      HcAppointment   *appointment,
                      HcLetterPurpose  purpose)
{
  HcLetterDialog *self;
  g_autoptr (HcCareDirectory) directory = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_cancel = purpose == HC_LETTER_CANCEL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);

  self = g_object_new (HC_TYPE_LETTER_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->appointment = g_object_ref (appointment);
  self->purpose = purpose;

  directory = hc_care_directory_new (hc_context_get_library (context), &error);
  if (directory == NULL)
    g_warning ("The centers cannot be read: %s", error->message);

  adw_dialog_set_title (ADW_DIALOG (self), is_cancel ? _("Cancel the Appointment") : _("Move the Appointment"));
  gtk_label_set_label (self->intro_label, is_cancel
                       ? _("Let the clinic know, then mark it as canceled here. Nothing is sent by itself.")
                       : _("Ask the clinic for another time, then note what was agreed. Nothing is sent by itself."));
  gtk_label_set_label (self->done_label, is_cancel ? _("_Mark as Canceled") : _("_Note the New Time…"));
  hc_letter_view_show (self->letter, context, directory, hc_appointment_get_details (appointment), purpose);

  return ADW_DIALOG (self);
}
