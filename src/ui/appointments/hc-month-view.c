/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-month-view.h"

#include <glib/gi18n.h>

#include "hc-appointment-row.h"
#include "hc-appointment.h"
#include "hc-wrapped-label.h"

#define SPACE 12

/**
 * HcMonthView:
 *
 * A month with the days marked that have appointments, and below it all of these in words, those of the chosen day
 * first: what the marks say to the eye, the lists say to everybody.
 */
struct _HcMonthView
{
  GtkBox       parent_instance;

  GPtrArray   *appointments;    /* NULL until they are shown */
  GDateTime   *now;

  GtkCalendar *calendar;
  GtkLabel    *day_label;
  GtkListBox  *day_list;
  GtkLabel    *month_label;
  GtkListBox  *month_list;
};

G_DEFINE_FINAL_TYPE (HcMonthView, hc_month_view, GTK_TYPE_BOX)

static void
hc_month_view_finalize (GObject *object)
{
  HcMonthView *self = HC_MONTH_VIEW (object);

  g_clear_pointer (&self->appointments, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);

  G_OBJECT_CLASS (hc_month_view_parent_class)->finalize (object);
}

static void
hc_month_view_class_init (HcMonthViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_month_view_finalize;
}

/* Returns: (transfer full) (nullable): when it begins, by the clock of the person, if it is in that month */
static GDateTime *
find_in_month (HcMonthView   *self,
               HcAppointment *appointment,
               int            year,
               int            month)
{
  GTimeZone *zone = g_date_time_get_timezone (self->now);
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (hc_appointment_get_details (appointment), zone);
  g_autoptr (GDateTime) here = begin != NULL ? g_date_time_to_timezone (begin, zone) : NULL;

  if (here == NULL || g_date_time_get_year (here) != year || g_date_time_get_month (here) != month ||
      hc_appointment_get_details (appointment)->state == HC_APPOINTMENT_CANCELLED)
    return NULL;

  return g_steal_pointer (&here);
}

static void
update (HcMonthView *self)
{
  g_autoptr (GDateTime) chosen = gtk_calendar_get_date (self->calendar);
  int year = g_date_time_get_year (chosen), month = g_date_time_get_month (chosen);
  int day = g_date_time_get_day_of_month (chosen);
  /* Translators: a day, in the form of g_date_time_format(). */
  g_autofree char *day_words = g_date_time_format (chosen, _("%A, %-d %B %Y"));
  /* Translators: a month, in the form of g_date_time_format(): "December 2026". */
  g_autofree char *month_words = g_date_time_format (chosen, _("%B %Y"));
  g_autofree char *nothing = NULL;
  guint n_day = 0, n_month = 0;

  if (self->appointments == NULL)
    return;

  gtk_calendar_clear_marks (self->calendar);
  gtk_list_box_remove_all (self->day_list);
  gtk_list_box_remove_all (self->month_list);

  for (guint i = 0; i < self->appointments->len; i++)
    {
      HcAppointment *appointment = g_ptr_array_index (self->appointments, i);
      g_autoptr (GDateTime) begin = find_in_month (self, appointment, year, month);
      gboolean is_chosen = begin != NULL && g_date_time_get_day_of_month (begin) == day;

      if (begin == NULL)
        continue;

      gtk_calendar_mark_day (self->calendar, (guint) g_date_time_get_day_of_month (begin));
      gtk_list_box_append (is_chosen ? self->day_list : self->month_list,
                           hc_appointment_row_new (appointment, self->now));
      n_day += is_chosen ? 1 : 0;
      n_month += is_chosen ? 0 : 1;
    }

  /* Translators: %s is a day. */
  nothing = g_strdup_printf (_("%s: no appointments"), day_words);
  gtk_label_set_label (self->day_label, n_day > 0 ? day_words : nothing);
  gtk_label_set_label (self->month_label, month_words);
  gtk_widget_set_visible (GTK_WIDGET (self->day_list), n_day > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->month_list), n_month > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->month_label), n_month > 0);
}

static void
day_selected_cb (HcMonthView *self)
{
  guint n = 0;
  g_autofree char *words = NULL;

  update (self);
  while (gtk_list_box_get_row_at_index (self->day_list, (int) n) != NULL)
    n++;

  /* Translators: %s is a day. */
  words = n > 0 ? g_strdup_printf (g_dngettext (NULL, "%s: %u appointment", "%s: %u appointments", n),
                                   gtk_label_get_label (self->day_label), n)
                : g_strdup (gtk_label_get_label (self->day_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkListBox *
add_list (HcMonthView *self,
          GtkLabel    *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (label));
  gtk_box_append (GTK_BOX (self), list);

  return GTK_LIST_BOX (list);
}

/* With large text the month of the toolkit is wider than a narrow window. */
static GtkWidget *
make_scrolled (GtkWidget *calendar)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "child", calendar,
                       "vscrollbar-policy", GTK_POLICY_NEVER,
                       "propagate-natural-height", TRUE,
                       NULL);
}

static void
hc_month_view_init (HcMonthView *self)
{
  static const char *const day_signals[] = { "day-selected", "next-month", "prev-month", "next-year", "prev-year" };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Month of the Appointments"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (day_signals); i++)
    g_signal_connect_object (self->calendar, day_signals[i], G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), make_scrolled (GTK_WIDGET (self->calendar)));

  self->day_label = GTK_LABEL (hc_wrapped_label_new_heading (NULL, "title-3"));
  self->day_list = add_list (self, self->day_label);
  self->month_label = GTK_LABEL (hc_wrapped_label_new_heading (NULL, "title-3"));
  self->month_list = add_list (self, self->month_label);
}

/**
 * hc_month_view_show:
 * @self: a month
 * @appointments: (element-type HcAppointment): appointments in the order of time
 * @now: the time, in the zone of the person
 *
 * Shows appointments. The first time the present day is chosen.
 */
void
hc_month_view_show (HcMonthView *self,
                    GPtrArray   *appointments,
                    GDateTime   *now)
{
  gboolean is_first;

  g_return_if_fail (HC_IS_MONTH_VIEW (self));
  g_return_if_fail (appointments != NULL);
  g_return_if_fail (now != NULL);

  is_first = self->appointments == NULL;
  g_clear_pointer (&self->appointments, g_ptr_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
  self->appointments = g_ptr_array_ref (appointments);
  self->now = g_date_time_ref (now);

  if (is_first)
    {
      g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
      gtk_calendar_select_day (self->calendar, now);
      g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
    }
  update (self);
}
