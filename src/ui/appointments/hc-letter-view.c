/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-letter-view.h"

#include <glib/gi18n.h>

#include "hc-appointment-copy.h"
#include "hc-appointment-words.h"
#include "hc-error-words.h"
#include "hc-external-link.h"
#include "hc-file-saver.h"
#include "hc-letter-printout.h"
#include "hc-mail-link.h"
#include "hc-phone-link.h"
#include "hc-toast.h"
#include "hc-visit-hours.h"

/**
 * HcLetterView:
 *
 * A text to a clinic, and the ways to give it to them: mail, paper, a call, the clipboard. Nothing is sent from here;
 * it emits `handed-over` when it was given to another program, so that the person can be asked what became of it.
 */
struct _HcLetterView
{
  AdwBin                parent_instance;

  HcContext            *context;
  HcCareDirectory      *directory;
  HcAppointmentDetails *details;    /* a copy; NULL until it is shown */
  HcLetterPurpose       purpose;

  GtkLabel             *text_label;
  GtkLabel             *long_label;
  GtkWidget            *mail_button;
  GtkWidget            *call_box;
  GtkLabel             *number_label;
  GtkLabel             *hours_label;
  GtkLabel             *script_label;
};

enum {
  HANDED_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcLetterView, hc_letter_view, ADW_TYPE_BIN)

static char *
dup_text (HcLetterView *self,
          HcLetterForm  form)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  HcAppointmentLetter letter;

  hc_appointment_words_letter (self->context, self->details, self->purpose, now, &letter);

  return hc_appointment_letter_print (&letter, form);
}

/**
 * hc_letter_view_dup_mail:
 * @self: a view that shows a letter
 * @is_shortened: (out) (optional): whether the text is longer than a link may be
 *
 * Returns: (transfer full) (nullable): the link that opens the mail program; %NULL when the address is none
 */
char *
hc_letter_view_dup_mail (HcLetterView *self,
                         gboolean     *is_shortened)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *subject = NULL, *body = NULL;
  HcAppointmentLetter letter;

  g_return_val_if_fail (HC_IS_LETTER_VIEW (self), NULL);

  now = hc_clock_dup_time (hc_context_get_clock (self->context));
  hc_appointment_words_letter (self->context, self->details, self->purpose, now, &letter);
  subject = hc_appointment_letter_dup_subject (&letter);
  body = hc_appointment_letter_print (&letter, HC_LETTER_MAIL);

  return hc_mail_link_new (*self->details->email != '\0' ? self->details->email : NULL, subject, body, is_shortened);
}

static void
hand_over (HcLetterView *self)
{
  g_signal_emit (self, signals[HANDED_OVER], 0);
}

static void
open_link (HcLetterView *self,
           const char   *link)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (link == NULL || !GTK_IS_WINDOW (root) || !hc_external_link_is_known (link))
    return;

  hc_external_link_present (link, GTK_WINDOW (root));
  hand_over (self);
}

static void
mail_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *link = hc_letter_view_dup_mail (HC_LETTER_VIEW (widget), NULL);

  open_link (HC_LETTER_VIEW (widget), link);
}

static void
call_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *link = hc_phone_link_new (HC_LETTER_VIEW (widget)->details->phone);

  open_link (HC_LETTER_VIEW (widget), link);
}

static void
copy_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcLetterView *self = HC_LETTER_VIEW (widget);
  g_autofree char *text = dup_text (self, HC_LETTER_MAIL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  hc_toast_show (widget, _("Text copied"));
  hand_over (self);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcLetterView *self = HC_LETTER_VIEW (widget);
  g_autofree char *text = dup_text (self, HC_LETTER_ON_PAPER);
  g_autoptr (HcLetterPrintout) printout = hc_letter_printout_new (text);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (hc_printout_run (HC_PRINTOUT (printout), GTK_WINDOW (root), &error))
    hand_over (self);
  else if (error != NULL)
    hc_toast_show (widget, _("It could not be printed"));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcLetterView *self = HC_LETTER_VIEW (widget);
  g_autofree char *text = dup_text (self, HC_LETTER_ON_PAPER);
  g_autoptr (HcLetterPrintout) printout = hc_letter_printout_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = hc_printout_dup_pdf (HC_PRINTOUT (printout), &error);

  if (pdf == NULL)
    {
      hc_toast_show (widget, hc_save_error_to_words (error));
      return;
    }

  /* Translators: the name of a file. */
  hc_file_saver_choose (widget, _("Save the Letter"), _("Letter.pdf"), pdf);
  hand_over (self);
}

static void
hc_letter_view_dispose (GObject *object)
{
  HcLetterView *self = HC_LETTER_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_LETTER_VIEW);
  g_clear_object (&self->context);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->details, hc_appointment_copy_free);

  G_OBJECT_CLASS (hc_letter_view_parent_class)->dispose (object);
}

static void
hc_letter_view_class_init (HcLetterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_letter_view_dispose;

  /**
   * HcLetterView::handed-over:
   *
   * The text was given to another program. Whether it was sent is not known.
   */
  signals[HANDED_OVER] = g_signal_new ("handed-over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-letter-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, text_label);
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, long_label);
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, mail_button);
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, call_box);
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, number_label);
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, hours_label);
  gtk_widget_class_bind_template_child (widget_class, HcLetterView, script_label);

  gtk_widget_class_install_action (widget_class, "letter.mail", NULL, mail_action);
  gtk_widget_class_install_action (widget_class, "letter.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "letter.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "letter.call", NULL, call_action);
}

static void
hc_letter_view_init (HcLetterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_call (HcLetterView *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (HcVisitHours) hours = hc_visit_hours_new (self->context, self->directory, self->details);
  g_autofree char *link = hc_phone_link_new (self->details->phone);
  g_autofree char *script = dup_text (self, HC_LETTER_CALL);
  g_autofree char *open = hours != NULL ? hc_visit_hours_dup_words (hours, now) : NULL;

  gtk_label_set_label (self->number_label, self->details->phone);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), link != NULL);
  gtk_label_set_label (self->hours_label, open != NULL ? open : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hours_label), open != NULL && link != NULL);
  gtk_label_set_label (self->script_label, g_strchomp (script));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.call", link != NULL);
}

/**
 * hc_letter_view_show:
 * @self: a view
 * @context: the people, the clinics and the clock
 * @directory: (nullable): the centers
 * @details: what is told of the appointment; copied
 * @purpose: what the text is for
 */
void
hc_letter_view_show (HcLetterView               *self,
                     HcContext                  *context,
                     HcCareDirectory            *directory,
                     const HcAppointmentDetails *details,
                     HcLetterPurpose             purpose)
{
  g_autofree char *text = NULL, *mail = NULL;
  HcAppointmentDetails *copy;
  gboolean is_shortened = FALSE;

  g_return_if_fail (HC_IS_LETTER_VIEW (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (details != NULL);

  copy = hc_appointment_copy_new (details);
  g_clear_pointer (&self->details, hc_appointment_copy_free);
  self->details = copy;
  g_set_object (&self->context, context);
  g_set_object (&self->directory, directory);
  self->purpose = purpose;

  text = dup_text (self, HC_LETTER_MAIL);
  mail = hc_letter_view_dup_mail (self, &is_shortened);
  gtk_label_set_label (self->text_label, g_strchomp (text));
  gtk_widget_set_visible (GTK_WIDGET (self->long_label), mail != NULL && is_shortened);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.mail", mail != NULL);
  show_call (self);
}
