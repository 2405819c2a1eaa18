/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicines-home.h"

#include <glib/gi18n.h>

#include "hc-alarm.h"
#include "hc-alert-banner.h"
#include "hc-day-doses.h"
#include "hc-disclosure.h"
#include "hc-medicine-dialogs.h"
#include "hc-medicine-row.h"
#include "hc-medicine-warnings.h"
#include "hc-need-row.h"
#include "hc-need.h"
#include "hc-person-switcher.h"
#include "hc-timing-plan.h"

/**
 * HcMedicinesHome:
 *
 * What a person takes: what is to be looked at, the doses of today, what is taken when it is needed, and all
 * medicines; those that are stopped are folded. A medicine is added by the action `medicines.add`.
 */
struct _HcMedicinesHome
{
  AdwNavigationPage   parent_instance;

  HcContext          *context;
  HcAlarm            *alarm;   /* rings at midnight: what is taken, and how much of it today, changes then */
  GtkFilterListModel *needed;
  GtkFilterListModel *taken;
  GtkFilterListModel *stopped;
  GtkListBox         *stopped_list;

  HcAlertBanner      *alert_banner;
  GtkStack           *stack;
  AdwStatusPage      *empty_page;
  HcMedicineWarnings *warnings;
  GtkWidget          *today_box;
  GtkWidget          *doses;
  GtkWidget          *no_doses;
  GtkWidget          *need_box;
  GtkListBox         *need_list;
  GtkWidget          *taken_box;
  GtkListBox         *taken_list;
  AdwBin             *stopped_bin;
};

G_DEFINE_FINAL_TYPE (HcMedicinesHome, hc_medicines_home, ADW_TYPE_NAVIGATION_PAGE)

static GDateTime *
dup_now (HcMedicinesHome *self)
{
  return hc_clock_dup_time (hc_context_get_clock (self->context));
}

static gboolean
is_mine (HcMedicinesHome *self,
         HcMedicine      *medicine)
{
  return hc_current_person_owns (hc_context_get_person (self->context), hc_medicine_get_details (medicine)->person);
}

static gboolean
is_taken (gpointer item,
          gpointer user_data)
{
  HcMedicinesHome *self = user_data;
  g_autoptr (GDateTime) now = dup_now (self);

  return is_mine (self, item) && hc_medicine_is_taken (item, now);
}

static gboolean
is_stopped (gpointer item,
            gpointer user_data)
{
  HcMedicinesHome *self = user_data;
  g_autoptr (GDateTime) now = dup_now (self);

  return is_mine (self, item) && !hc_medicine_is_taken (item, now);
}

static gboolean
is_needed (gpointer item,
           gpointer user_data)
{
  HcMedicinesHome *self = user_data;
  g_autoptr (GDateTime) now = dup_now (self);

  return is_mine (self, item) && hc_need_is_of (item, now);
}

/* Whether any medicine has times at all: if none has, it is no news that there are no doses today. The filters may
 * not know yet what the store does. */
static gboolean
has_times (HcMedicinesHome *self)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (self->context)));
  guint n = g_list_model_get_n_items (medicines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);
      const HcCourse *course = hc_medicine_get_details (medicine)->course;
      const HcRegimen *last = course != NULL ? hc_course_get_last (course) : NULL;

      if (is_taken (medicine, self) && last != NULL && last->schedule->kind != HC_SCHEDULE_AS_NEEDED)
        return TRUE;
    }

  return FALSE;
}

static void
update (HcMedicinesHome *self)
{
  gboolean has_doses = g_list_model_get_n_items (G_LIST_MODEL (hc_context_get_day_plan (self->context))) > 0;
  guint n_taken = g_list_model_get_n_items (G_LIST_MODEL (self->taken));
  guint n_stopped = g_list_model_get_n_items (G_LIST_MODEL (self->stopped));

  gtk_stack_set_visible_child_name (self->stack, n_taken + n_stopped > 0 ? "list" : "empty");
  gtk_widget_set_visible (self->no_doses, !has_doses);
  gtk_widget_set_visible (self->today_box, has_doses || has_times (self));
  gtk_widget_set_visible (self->need_box, g_list_model_get_n_items (G_LIST_MODEL (self->needed)) > 0);
  gtk_widget_set_visible (self->taken_box, n_taken > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->stopped_bin), n_stopped > 0);
}

/* After a dose was taken or has become due. */
static void
update_rows (HcMedicinesHome *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->need_list, i)) != NULL; i++)
    hc_need_row_update (HC_NEED_ROW (row));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->taken_list, i)) != NULL; i++)
    hc_medicine_row_update (HC_MEDICINE_ROW (row));

  update (self);
}

static void
filter_again (HcMedicinesHome *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->needed), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->taken), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->stopped), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_alarm (HcMedicinesHome *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GDateTime) midnight = hc_timing_plan_dup_begin (now);

  hc_alarm_set (self->alarm, midnight);
}

static void
day_changed_cb (HcMedicinesHome *self)
{
  set_alarm (self);
  filter_again (self);
  hc_medicine_warnings_update (self->warnings);
  update_rows (self);
}

static void
person_changed_cb (HcMedicinesHome *self)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));
  gboolean is_user = person == NULL || hc_person_get_details (person)->is_user;
  g_autofree char *title = NULL;

  /* Translators: %s is a person: "Medicines: Jo". */
  title = is_user ? g_strdup (_("My Medicines")) : g_strdup_printf (_("Medicines: %s"), hc_person_to_words (person));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_status_page_set_description (
    self->empty_page,
    is_user ? _("Here will be what you take: medicines, supplements, what you buy yourself. "
                "They are checked for interactions on this computer.")
            : _("Here will be what is taken: medicines, supplements, what is bought without a prescription. "
                "They are checked for interactions on this computer."));

  filter_again (self);
  update (self);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  hc_medicine_dialogs_add (widget, HC_MEDICINES_HOME (widget)->context, NULL);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return hc_medicine_row_new (HC_MEDICINES_HOME (user_data)->context, item);
}

static GtkWidget *
make_need_row (gpointer item,
               gpointer user_data)
{
  return hc_need_row_new (HC_MEDICINES_HOME (user_data)->context, item);
}

static GtkFilterListModel *
new_list (HcMedicinesHome         *self,
          GtkCustomFilterFunc      func,
          GtkListBox              *list,
          GtkListBoxCreateWidgetFunc make)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (self->context)));
  GtkFilterListModel *model = gtk_filter_list_model_new (g_object_ref (medicines),
                                                         GTK_FILTER (gtk_custom_filter_new (func, self, NULL)));

  gtk_list_box_bind_model (list, G_LIST_MODEL (model), make, self, NULL);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return model;
}

static void
add_stopped (HcMedicinesHome *self)
{
  self->stopped_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->stopped_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->stopped_list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stopped_list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stopped Medicines"), -1);
  adw_bin_set_child (self->stopped_bin, hc_disclosure_new (_("Stopped Medicines"), GTK_WIDGET (self->stopped_list)));
}

/* The filters ask the page, which is about to go. */
static void
let_go (GtkFilterListModel **model)
{
  if (*model == NULL)
    return;

  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (gtk_filter_list_model_get_filter (*model)), NULL, NULL, NULL);
  g_clear_object (model);
}

static void
hc_medicines_home_dispose (GObject *object)
{
  HcMedicinesHome *self = HC_MEDICINES_HOME (object);

  if (self->needed != NULL)
    {
      gtk_list_box_bind_model (self->need_list, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->taken_list, NULL, NULL, NULL, NULL);
      gtk_list_box_bind_model (self->stopped_list, NULL, NULL, NULL, NULL);
    }

  g_clear_object (&self->alarm);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_MEDICINES_HOME);
  for (guint i = 0; i < 3; i++)
    {
      GtkFilterListModel **models[] = { &self->needed, &self->taken, &self->stopped };

      if (*models[i] != NULL)
        g_signal_handlers_disconnect_by_data (*models[i], self);
      let_go (models[i]);
    }
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_medicines_home_parent_class)->dispose (object);
}

static void
hc_medicines_home_class_init (HcMedicinesHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_medicines_home_dispose;

  g_type_ensure (HC_TYPE_ALERT_BANNER);
  g_type_ensure (HC_TYPE_DAY_DOSES);
  g_type_ensure (HC_TYPE_MEDICINE_WARNINGS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-medicines-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, alert_banner);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, stack);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, warnings);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, today_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, doses);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, no_doses);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, need_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, need_list);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, taken_box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, taken_list);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesHome, stopped_bin);

  gtk_widget_class_install_action (widget_class, "medicines.add", NULL, add_action);
}

static void
hc_medicines_home_init (HcMedicinesHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_stopped (self);
}

/**
 * hc_medicines_home_new:
 * @context: the profile, and what is known of medicines
 *
 * Returns: (transfer floating): a page with the medicines of the person whose data is shown
 */
HcMedicinesHome *
hc_medicines_home_new (HcContext *context)
{
  HcMedicinesHome *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_MEDICINES_HOME, NULL);
  self->context = g_object_ref (context);
  self->alarm = hc_alarm_new (hc_context_get_clock (context));
  self->taken = new_list (self, is_taken, self->taken_list, make_row);
  self->stopped = new_list (self, is_stopped, self->stopped_list, make_row);
  self->needed = new_list (self, is_needed, self->need_list, make_need_row);

  hc_alert_banner_set_context (self->alert_banner, context);
  hc_day_doses_set_context (HC_DAY_DOSES (self->doses), context);
  hc_medicine_warnings_set_context (self->warnings, context);
  g_signal_connect_object (self->alarm, "rings", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_day_plan (context), "items-changed", G_CALLBACK (update_rows), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_dose_log (hc_context_get_profile (context)), "changed",
                           G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  set_alarm (self);
  person_changed_cb (self);

  return self;
}
