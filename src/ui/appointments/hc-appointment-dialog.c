/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-dialog.h"

#include <glib/gi18n.h>

#include "hc-appointment-check.h"
#include "hc-appointment-fields.h"
#include "hc-visit-questions.h"
#include "hc-visit-reminders.h"

static const HcAppointmentField place_fields[] = {
  { "place", N_("Place"), N_("The name of the clinic or the practice."), FALSE, GTK_INPUT_PURPOSE_FREE_FORM },
  { "doctor", N_("With Whom"), NULL, FALSE, GTK_INPUT_PURPOSE_NAME },
  { "address", N_("Address"), NULL, TRUE, GTK_INPUT_PURPOSE_FREE_FORM },
  { "phone", N_("Phone"), NULL, FALSE, GTK_INPUT_PURPOSE_PHONE },
  { "email", N_("E-mail"), NULL, FALSE, GTK_INPUT_PURPOSE_EMAIL },
  { "web", N_("Website"), NULL, FALSE, GTK_INPUT_PURPOSE_URL },
};

static const HcAppointmentField note_fields[] = {
  { "bring", N_("What to Bring"), N_("Insurance card, list of medicines, reports, pictures."), TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { "travel", N_("How to Get There"), N_("Who drives, where to park, which door."), TRUE,
    GTK_INPUT_PURPOSE_FREE_FORM },
  { "notes", N_("Notes"), NULL, TRUE, GTK_INPUT_PURPOSE_FREE_FORM },
};

static const struct
{
  const char *title;
  const char *description;
} parts[] = {
  [HC_APPOINTMENT_PART_PLACE] = { N_("Where and With Whom"), N_("It is saved as you write.") },
  [HC_APPOINTMENT_PART_NOTES] = { N_("Notes and Travel"), N_("It is saved as you write.") },
  [HC_APPOINTMENT_PART_QUESTIONS] = { N_("Questions and Answers"),
    N_("What you want to ask, and what was said. It is saved as you write.") },
  [HC_APPOINTMENT_PART_REMINDERS] = { N_("Reminders"),
    N_("You are reminded only when reminders are switched on in the preferences.") },
};

/**
 * HcAppointmentDialog:
 *
 * A part of an appointment, to be written. It is saved with every change; what cannot be saved stays, with the
 * reason.
 */
struct _HcAppointmentDialog
{
  HcSavingDialog       parent_instance;

  HcContext           *context;
  HcAppointmentEdit   *edit;
  HcAppointmentFields *fields;    /* NULL where there are none */

  AdwWindowTitle      *title;
  AdwBanner           *banner;
  GtkLabel            *description;
  AdwBin              *bin;
};

G_DEFINE_FINAL_TYPE (HcAppointmentDialog, hc_appointment_dialog, HC_TYPE_SAVING_DIALOG)

static void
show_problems (HcAppointmentDialog *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GPtrArray) problems = hc_appointment_check (hc_appointment_edit_get_details (self->edit), now, NULL, NULL);

  if (self->fields != NULL)
    hc_appointment_fields_show_problems (self->fields, problems);
}

static void
changed_cb (HcAppointmentDialog *self)
{
  HcSaveState state = hc_appointment_edit_get_state (self->edit);
  const char *failure = hc_appointment_edit_get_failure (self->edit);

  adw_window_title_set_subtitle (self->title, state == HC_SAVE_STATE_SAVED ? _("Saved")
                                              : state == HC_SAVE_STATE_SAVING ? _("Saving…") : _("Not Saved"));
  if (failure != NULL)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), failure);

      if (g_strcmp0 (adw_banner_get_title (self->banner), words) != 0 || !adw_banner_get_revealed (self->banner))
        gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
      adw_banner_set_title (self->banner, words);
    }

  adw_banner_set_revealed (self->banner, failure != NULL);
  show_problems (self);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  hc_appointment_edit_save (HC_APPOINTMENT_DIALOG (widget)->edit);
}

static void
hc_appointment_dialog_dispose (GObject *object)
{
  HcAppointmentDialog *self = HC_APPOINTMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_APPOINTMENT_DIALOG);
  g_clear_object (&self->edit);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_appointment_dialog_parent_class)->dispose (object);
}

static void
hc_appointment_dialog_class_init (HcAppointmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_appointment_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Not Everything Is Saved");

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-appointment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentDialog, description);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentDialog, bin);

  gtk_widget_class_install_action (widget_class, "appointment-edit.save", NULL, save_action);
}

static void
hc_appointment_dialog_init (HcAppointmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_content (HcAppointmentDialog *self,
              HcAppointmentPart    part)
{
  switch (part)
    {
    case HC_APPOINTMENT_PART_QUESTIONS:
      return hc_visit_questions_new (self->context, self->edit);
    case HC_APPOINTMENT_PART_REMINDERS:
      return hc_visit_reminders_new (self->edit);
    case HC_APPOINTMENT_PART_NOTES:
      return hc_appointment_fields_new (self->edit, note_fields, G_N_ELEMENTS (note_fields));
    case HC_APPOINTMENT_PART_PLACE:
    default:
      return hc_appointment_fields_new (self->edit, place_fields, G_N_ELEMENTS (place_fields));
    }
}

/**
 * hc_appointment_dialog_new:
 * @context: the profile and the clock
 * @appointment: an appointment
 * @part: what of it is written
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
AdwDialog *
hc_appointment_dialog_new (HcContext         *context,
                           HcAppointment     *appointment,
                           HcAppointmentPart  part)
{
  HcAppointmentDialog *self;
  GtkWidget *content;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT (appointment), NULL);
  g_return_val_if_fail (part < G_N_ELEMENTS (parts), NULL);

  self = g_object_new (HC_TYPE_APPOINTMENT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->edit = hc_appointment_edit_new (hc_profile_get_appointments (hc_context_get_profile (context)), appointment);
  adw_dialog_set_title (ADW_DIALOG (self), _(parts[part].title));
  gtk_label_set_label (self->description, _(parts[part].description));

  content = make_content (self, part);
  self->fields = HC_IS_APPOINTMENT_FIELDS (content) ? HC_APPOINTMENT_FIELDS (content) : NULL;
  adw_bin_set_child (self->bin, content);
  g_signal_connect_object (self->edit, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_problems (self);

  return ADW_DIALOG (self);
}
