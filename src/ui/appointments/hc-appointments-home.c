/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointments-home.h"

#include <glib/gi18n.h>

#include "hc-alarm.h"
#include "hc-appointment-row.h"
#include "hc-disclosure.h"
#include "hc-event-import.h"
#include "hc-link.h"
#include "hc-month-view.h"
#include "hc-next-appointment.h"
#include "hc-person-switcher.h"

/* Nothing is waited for longer than a day: the state of a row depends on the time. */
#define HOURS_OF_WAITING 24

/**
 * HcAppointmentsHome:
 *
 * The appointments of a person: the next one large, what comes, what was asked for, what is past; and a month. One is
 * asked for with the action `appointments.request`, and taken from a calendar file with `appointments.import`.
 */
struct _HcAppointmentsHome
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcAlarm           *alarm;       /* rings when one is over */
  gboolean           is_dirty;    /* what is shown is not what there is */
  guint              update_id;   /* what was saved together is shown together; 0: nothing was */

  GtkStack          *stack;
  GtkWidget         *next_box;
  AdwBin            *next_bin;
  GtkWidget         *coming_box;
  GtkListBox        *coming_list;
  GtkWidget         *asked_box;
  GtkListBox        *asked_list;
  AdwBin            *past_bin;
  GtkListBox        *past_list;
  HcMonthView       *month;
};

G_DEFINE_FINAL_TYPE (HcAppointmentsHome, hc_appointments_home, ADW_TYPE_NAVIGATION_PAGE)

static GDateTime *
dup_now (HcAppointmentsHome *self)
{
  return hc_clock_dup_time (hc_context_get_clock (self->context));
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      zone)
{
  g_autoptr (GDateTime) first = hc_appointment_dup_begin (hc_appointment_get_details ((HcAppointment *) a), zone);
  g_autoptr (GDateTime) second = hc_appointment_dup_begin (hc_appointment_get_details ((HcAppointment *) b), zone);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_date_time_compare (first, second);
}

/* Returns: (transfer full): those of the person, in the order of time; those without a time at the end */
static GPtrArray *
list_mine (HcAppointmentsHome *self,
           GDateTime          *now)
{
  GListModel *all = G_LIST_MODEL (hc_profile_get_appointments (hc_context_get_profile (self->context)));
  GPtrArray *mine = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HcAppointment) appointment = g_list_model_get_item (all, i);

      if (hc_current_person_owns (hc_context_get_person (self->context),
                                  hc_appointment_get_details (appointment)->person))
        g_ptr_array_add (mine, g_steal_pointer (&appointment));
    }

  g_ptr_array_sort_values_with_data (mine, compare, g_date_time_get_timezone (now));

  return mine;
}

static void
set_alarm (HcAppointmentsHome *self,
           GPtrArray          *mine,
           GDateTime          *now)
{
  g_autoptr (GDateTime) next = g_date_time_add_hours (now, HOURS_OF_WAITING);
  GTimeZone *zone = g_date_time_get_timezone (now);

  for (guint i = 0; i < mine->len; i++)
    {
      const HcAppointmentDetails *details = hc_appointment_get_details (g_ptr_array_index (mine, i));
      g_autoptr (GDateTime) end = hc_appointment_dup_end (details, zone);
      g_autoptr (GDateTime) over = NULL;

      if (end == NULL)
        end = hc_appointment_dup_begin (details, zone);
      over = end != NULL ? g_date_time_add_seconds (end, 1.0) : NULL;
      if (over != NULL && g_date_time_compare (over, now) > 0 && g_date_time_compare (over, next) < 0)
        {
          g_date_time_unref (next);
          next = g_steal_pointer (&over);
        }
    }

  hc_alarm_set (self->alarm, next);
}

static void
show_lists (HcAppointmentsHome *self,
            GPtrArray          *mine,
            GDateTime          *now)
{
  HcAppointment *next = NULL;
  guint n_coming = 0, n_asked = 0, n_past = 0;

  gtk_list_box_remove_all (self->coming_list);
  gtk_list_box_remove_all (self->asked_list);
  gtk_list_box_remove_all (self->past_list);
  adw_bin_set_child (self->next_bin, NULL);

  for (guint i = 0; i < mine->len; i++)
    {
      HcAppointment *appointment = g_ptr_array_index (mine, i);
      const HcAppointmentDetails *details = hc_appointment_get_details (appointment);

      if (!hc_appointment_is_coming (details, now))
        {
          gtk_list_box_prepend (self->past_list, hc_appointment_row_new (appointment, now));
          n_past++;
        }
      else if (details->state == HC_APPOINTMENT_DRAFT || details->state == HC_APPOINTMENT_REQUESTED ||
               *details->begins == '\0')
        {
          gtk_list_box_append (self->asked_list, hc_appointment_row_new (appointment, now));
          n_asked++;
        }
      else if (next == NULL)
        {
          next = appointment;
          adw_bin_set_child (self->next_bin, hc_next_appointment_new (appointment, now));
        }
      else
        {
          gtk_list_box_append (self->coming_list, hc_appointment_row_new (appointment, now));
          n_coming++;
        }
    }

  gtk_widget_set_visible (self->next_box, next != NULL);
  gtk_widget_set_visible (self->coming_box, n_coming > 0);
  gtk_widget_set_visible (self->asked_box, n_asked > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->past_bin), n_past > 0);
}

static void
update (HcAppointmentsHome *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) mine = NULL;

  /* While a dialog saves each letter, nobody looks. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_dirty = TRUE;
      return;
    }

  self->is_dirty = FALSE;
  now = dup_now (self);
  mine = list_mine (self, now);
  gtk_stack_set_visible_child_name (self->stack, mine->len > 0 ? "list" : "empty");
  show_lists (self, mine, now);
  hc_month_view_show (self->month, mine, now);
  set_alarm (self, mine, now);
}

static gboolean
update_cb (gpointer user_data)
{
  HcAppointmentsHome *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (HcAppointmentsHome *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
person_changed_cb (HcAppointmentsHome *self)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));
  gboolean is_user = person == NULL || hc_person_get_details (person)->is_user;
  g_autofree char *title = NULL;

  /* Translators: %s is a person: "Appointments: Jo". */
  title = is_user ? g_strdup (_("Appointments")) : g_strdup_printf (_("Appointments: %s"), hc_person_to_words (person));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  update (self);
}

static void
request_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-link", "s", HC_LINK_SCHEME ":request");
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_event_import_choose (widget, HC_APPOINTMENTS_HOME (widget)->context);
}

static void
hc_appointments_home_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hc_appointments_home_parent_class)->map (widget);

  if (HC_APPOINTMENTS_HOME (widget)->is_dirty)
    update (HC_APPOINTMENTS_HOME (widget));
}

static void
hc_appointments_home_dispose (GObject *object)
{
  HcAppointmentsHome *self = HC_APPOINTMENTS_HOME (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->alarm);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_APPOINTMENTS_HOME);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_appointments_home_parent_class)->dispose (object);
}

static void
hc_appointments_home_class_init (HcAppointmentsHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_appointments_home_dispose;
  widget_class->map = hc_appointments_home_map;

  g_type_ensure (HC_TYPE_MONTH_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-appointments-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, stack);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, next_box);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, next_bin);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, coming_box);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, coming_list);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, asked_box);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, asked_list);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, past_bin);
  gtk_widget_class_bind_template_child (widget_class, HcAppointmentsHome, month);

  gtk_widget_class_install_action (widget_class, "appointments.request", NULL, request_action);
  gtk_widget_class_install_action (widget_class, "appointments.import", NULL, import_action);
}

static void
hc_appointments_home_init (HcAppointmentsHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->is_dirty = TRUE;
  self->past_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->past_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->past_list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->past_list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Past Appointments"), -1);
  adw_bin_set_child (self->past_bin, hc_disclosure_new (_("Past Appointments"), GTK_WIDGET (self->past_list)));
}

/**
 * hc_appointments_home_new:
 * @context: the profile, the library and the clock
 *
 * Returns: (transfer floating): a page with the appointments of the person whose data is shown
 */
HcAppointmentsHome *
hc_appointments_home_new (HcContext *context)
{
  HcAppointmentsHome *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_APPOINTMENTS_HOME, NULL);
  self->context = g_object_ref (context);
  self->alarm = hc_alarm_new (hc_context_get_clock (context));
  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_appointments (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  person_changed_cb (self);

  return self;
}
