/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-request-summary.h"

#include <glib/gi18n.h>

#include "hc-appointment-check.h"
#include "hc-appointment-words.h"

/**
 * HcRequestSummary:
 *
 * All that a request says, before it is sent: where, when, and the text; above it what is to be looked at again.
 */
struct _HcRequestSummary
{
  GtkBox    parent_instance;

  GtkLabel *problems_label;
  GtkLabel *where_label;
  GtkLabel *when_label;
  GtkLabel *text_label;
};

G_DEFINE_FINAL_TYPE (HcRequestSummary, hc_request_summary, GTK_TYPE_BOX)

static void
hc_request_summary_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_REQUEST_SUMMARY);

  G_OBJECT_CLASS (hc_request_summary_parent_class)->dispose (object);
}

static void
hc_request_summary_class_init (HcRequestSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_request_summary_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-request-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, HcRequestSummary, problems_label);
  gtk_widget_class_bind_template_child (widget_class, HcRequestSummary, where_label);
  gtk_widget_class_bind_template_child (widget_class, HcRequestSummary, when_label);
  gtk_widget_class_bind_template_child (widget_class, HcRequestSummary, text_label);
}

static void
hc_request_summary_init (HcRequestSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_line (GString    *text,
          const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
}

static void
show_where (HcRequestSummary           *self,
            const HcAppointmentDetails *details)
{
  g_autofree char *title = hc_appointment_words_title (details);
  g_autoptr (GString) text = g_string_new (title);

  if (*details->place != '\0' && *details->doctor != '\0')
    add_line (text, details->doctor);
  if (*details->address != '\0')
    add_line (text, details->address);

  gtk_label_set_label (self->where_label, text->str);
}

static void
show_when (HcRequestSummary           *self,
           const HcAppointmentDetails *details)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < HC_APPOINTMENT_N_WISHES; i++)
    if (g_date_valid (&details->wishes[i].day))
      {
        g_autofree char *words = hc_appointment_wish_dup_words (&details->wishes[i]);

        add_line (text, words);
      }

  if (text->len == 0)
    g_string_append (text, _("No day is wished for. The clinic proposes one."));
  gtk_label_set_label (self->when_label, text->str);
}

/* In the order of the steps; a day says which one it is. */
static void
show_problems (HcRequestSummary          *self,
               const HcAppointmentLetter *letter,
               GPtrArray                 *problems)
{
  GtkWidget *label = GTK_WIDGET (self->problems_label);
  gboolean has_fault = hc_appointment_has_fault (problems);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const HcAppointmentProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *day = g_str_equal (problem->field, "wishes")
                             ? hc_appointment_wish_dup_words (&letter->details->wishes[problem->index]) : NULL;
      /* Translators: a day that is wished for, and what is to be said of it. */
      g_autofree char *words = day != NULL ? g_strdup_printf (_("%s: %s."), day, problem->words)
                                           : g_strconcat (problem->words, ".", NULL);

      add_line (text, words);
    }

  if (letter->details->kind != HC_APPOINTMENT_REFERRAL && (letter->patient == NULL || *letter->patient == '\0'))
    add_line (text, _("Your name is not known here. Write it in “How to Reach You”, so that they know who asks."));

  gtk_label_set_label (self->problems_label, text->str);
  gtk_widget_set_visible (label, text->len > 0);
  gtk_widget_remove_css_class (label, has_fault ? "warning" : "error");
  gtk_widget_add_css_class (label, has_fault ? "error" : "warning");
}

/**
 * hc_request_summary_show:
 * @self: a summary
 * @context: the people and the clock
 * @details: what is told of the appointment
 * @problems: (element-type HcAppointmentProblem): what is wrong with it, see hc_appointment_check()
 */
void
hc_request_summary_show (HcRequestSummary           *self,
                         HcContext                  *context,
                         const HcAppointmentDetails *details,
                         GPtrArray                  *problems)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *text = NULL;
  HcAppointmentLetter letter;

  g_return_if_fail (HC_IS_REQUEST_SUMMARY (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (details != NULL);
  g_return_if_fail (problems != NULL);

  now = hc_clock_dup_time (hc_context_get_clock (context));
  hc_appointment_words_letter (context, details, HC_LETTER_REQUEST, now, &letter);
  text = hc_appointment_letter_print (&letter, HC_LETTER_MAIL);
  gtk_label_set_label (self->text_label, g_strchomp (text));
  show_where (self, details);
  show_when (self, details);
  show_problems (self, &letter, problems);
}
