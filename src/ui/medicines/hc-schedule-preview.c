/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-preview.h"

#include <glib/gi18n.h>

#include "hc-dose-words.h"
#include "hc-schedule-words.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define N_DOSES 3

/**
 * HcSchedulePreview:
 *
 * A schedule read back: in words, and the next doses that it leads to.
 */
struct _HcSchedulePreview
{
  GtkBox    parent_instance;

  GtkLabel *title_label;
  GtkLabel *words_label;
  GtkLabel *doses_label;
};

G_DEFINE_FINAL_TYPE (HcSchedulePreview, hc_schedule_preview, GTK_TYPE_BOX)

static void
hc_schedule_preview_class_init (HcSchedulePreviewClass *klass)
{
}

static void
hc_schedule_preview_init (HcSchedulePreview *self)
{
  self->title_label = GTK_LABEL (hc_wrapped_label_new_heading (NULL, "call-out-title"));
  self->words_label = GTK_LABEL (hc_wrapped_label_new (NULL, NULL));
  self->doses_label = GTK_LABEL (hc_wrapped_label_new (NULL, "dimmed"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "call-out");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words_label));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->doses_label));
}

/**
 * hc_schedule_preview_new:
 *
 * Returns: (transfer floating): a preview of nothing
 */
GtkWidget *
hc_schedule_preview_new (void)
{
  return g_object_new (HC_TYPE_SCHEDULE_PREVIEW, NULL);
}

static void
set_words (HcSchedulePreview *self,
           const char        *title,
           const char        *words,
           const char        *doses)
{
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->words_label, words);
  gtk_label_set_label (self->doses_label, doses);
  gtk_widget_set_visible (GTK_WIDGET (self->doses_label), *doses != '\0');
}

/* "Friday, 20 November 2026, 8:00 PM: 2 tablets" */
static char *
dup_dose (const HcDose *dose,
          HcDoseUnit    unit)
{
  g_autofree char *weekday = g_date_time_format (dose->time, "%A");
  g_autofree char *amount = hc_dose_dup_words (dose->amount, unit);
  g_autofree char *day = hc_dose_words_day (dose->time);
  g_autofree char *time = hc_dose_words_time (dose->time);

  /* Translators: a day of the week, a day, a time and a dose: "Friday, 20 November 2026, 20:00: 2 tablets". */
  return g_strdup_printf (_("%s, %s, %s: %s"), weekday, day, time, amount);
}

static char *
dup_doses (const HcSchedule *schedule,
           HcDoseUnit        unit,
           GDateTime        *now)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDateTime) after = g_date_time_ref (now);

  for (guint i = 0; i < N_DOSES; i++)
    {
      g_autoptr (HcDose) dose = hc_schedule_next_dose (schedule, after, g_date_time_get_timezone (now));
      g_autofree char *words = dose != NULL ? dup_dose (dose, unit) : NULL;

      if (dose == NULL)
        break;

      g_string_append_printf (text, "\n%s", words);
      g_date_time_unref (after);
      after = g_date_time_ref (dose->time);
    }

  if (text->len > 0)
    g_string_prepend (text, _("The next doses:"));
  else if (schedule->kind != HC_SCHEDULE_AS_NEEDED)
    g_string_append (text, _("All doses of this are in the past."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * hc_schedule_preview_show:
 * @self: a preview
 * @schedule: a schedule that has been checked
 * @unit: what its amounts count
 * @now: the time, in the zone of the person
 */
void
hc_schedule_preview_show (HcSchedulePreview *self,
                          const HcSchedule  *schedule,
                          HcDoseUnit         unit,
                          GDateTime         *now)
{
  g_autofree char *words = NULL, *doses = NULL;

  g_return_if_fail (HC_IS_SCHEDULE_PREVIEW (self));
  g_return_if_fail (schedule != NULL);
  g_return_if_fail (now != NULL);

  words = hc_schedule_dup_words (schedule, unit);
  doses = dup_doses (schedule, unit, now);
  set_words (self, _("This Is What Was Understood"), words, doses);
}

/**
 * hc_schedule_preview_show_nothing:
 * @self: a preview
 * @why: what is still missing, a sentence
 */
void
hc_schedule_preview_show_nothing (HcSchedulePreview *self,
                                  const char        *why)
{
  g_return_if_fail (HC_IS_SCHEDULE_PREVIEW (self));
  g_return_if_fail (why != NULL);

  set_words (self, _("Not Complete Yet"), why, "");
}
