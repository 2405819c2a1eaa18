/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-dose-group.h"

#include <glib/gi18n.h>

#include "hc-dose-operations.h"
#include "hc-dose-row.h"
#include "hc-dose-words.h"
#include "hc-wrapped-label.h"

#define SPACE 9
#define BUTTON_HEIGHT 44

/**
 * HcDoseGroup:
 *
 * The doses of one time of the day, below that time. Those that are due can be taken together, by the action
 * `doses.take-all`.
 */
struct _HcDoseGroup
{
  GtkBox      parent_instance;

  HcContext  *context;
  GDateTime  *time;

  GtkWidget  *heading;
  GtkWidget  *take_all;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HcDoseGroup, hc_dose_group, GTK_TYPE_BOX)

static GPtrArray *
list_due (HcDoseGroup *self)
{
  GPtrArray *due = g_ptr_array_new ();
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      HcPlannedDose *dose = hc_dose_row_get_dose (HC_DOSE_ROW (row));

      if (hc_planned_dose_get_state (dose) == HC_PLANNED_DUE)
        g_ptr_array_add (due, dose);
    }

  return due;
}

static void
take_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcDoseGroup *self = HC_DOSE_GROUP (widget);
  g_autoptr (GPtrArray) due = list_due (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (HcOperation) operation = NULL;
  g_autofree char *description = NULL;

  if (due->len == 0)
    return;

  for (guint i = 0; i < due->len; i++)
    g_ptr_array_add (records, hc_planned_dose_make_record (g_ptr_array_index (due, i), HC_DOSE_TAKEN, now));

  description = g_strdup_printf (ngettext ("%u dose taken", "%u doses taken", due->len), due->len);
  operation = hc_mark_doses_new (hc_profile_get_dose_log (hc_context_get_profile (self->context)), records,
                                 description);
  hc_dose_operation_perform (widget, operation);
}

static void
hc_dose_group_dispose (GObject *object)
{
  HcDoseGroup *self = HC_DOSE_GROUP (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (hc_dose_group_parent_class)->dispose (object);
}

static void
hc_dose_group_class_init (HcDoseGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_dose_group_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "doses.take-all", NULL, take_all_action);
}

static void
hc_dose_group_init (HcDoseGroup *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  self->heading = hc_wrapped_label_new_heading (NULL, "heading");
  gtk_widget_add_css_class (self->heading, "numeric");
  gtk_widget_set_hexpand (self->heading, TRUE);
  self->take_all = g_object_new (GTK_TYPE_BUTTON,
                                 "label", _("Take _All"),
                                 "use-underline", TRUE,
                                 "action-name", "doses.take-all",
                                 "height-request", BUTTON_HEIGHT,
                                 NULL);
  gtk_box_append (GTK_BOX (line), self->heading);
  gtk_box_append (GTK_BOX (line), self->take_all);
  gtk_box_append (GTK_BOX (self), line);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * hc_dose_group_new:
 * @context: the profile and the clock
 * @time: when the doses are due, in the zone of the person
 *
 * Returns: (transfer floating): a group without doses
 */
GtkWidget *
hc_dose_group_new (HcContext *context,
                   GDateTime *time)
{
  HcDoseGroup *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (time != NULL, NULL);

  self = g_object_new (HC_TYPE_DOSE_GROUP, NULL);
  self->context = g_object_ref (context);
  self->time = g_date_time_ref (time);

  return GTK_WIDGET (self);
}

/**
 * hc_dose_group_get_time:
 * @self: a group
 *
 * Returns: (transfer none): when its doses are due
 */
GDateTime *
hc_dose_group_get_time (HcDoseGroup *self)
{
  g_return_val_if_fail (HC_IS_DOSE_GROUP (self), NULL);

  return self->time;
}

static gboolean
shows (HcDoseRow     *row,
       HcPlannedDose *dose)
{
  HcPlannedDose *shown = hc_dose_row_get_dose (row);

  return hc_planned_dose_get_medicine (shown) == hc_planned_dose_get_medicine (dose) &&
         g_str_equal (hc_planned_dose_get_key (shown), hc_planned_dose_get_key (dose));
}

static HcDoseRow *
find_row (HcDoseGroup   *self,
          HcPlannedDose *dose)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (shows (HC_DOSE_ROW (row), dose))
      return HC_DOSE_ROW (row);

  return NULL;
}

static void
update_heading (HcDoseGroup *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GPtrArray) due = list_due (self);
  g_autofree char *time = hc_dose_words_time (self->time);
  /* Translators: %s is a time of day, above the doses that were to be taken then. */
  g_autofree char *yesterday = g_strdup_printf (_("Yesterday at %s"), time);
  const char *words = hc_dose_words_count_days (now, self->time) < 0 ? yesterday : time;
  /* Translators: what a list of doses is called for a screen reader; %s is a time. */
  g_autofree char *label = g_strdup_printf (_("Doses: %s"), words);
  /* Translators: what a button says to a screen reader; %s is a time. */
  g_autofree char *take_label = g_strdup_printf (_("Take All: %s"), words);

  gtk_label_set_label (GTK_LABEL (self->heading), words);
  gtk_widget_set_visible (self->take_all, due->len > 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_all), GTK_ACCESSIBLE_PROPERTY_LABEL, take_label, -1);
}

/**
 * hc_dose_group_set_doses:
 * @self: a group
 * @doses: (element-type HcPlannedDose): its doses, in their order
 *
 * Shows the doses. The row of one that is shown already stays.
 */
void
hc_dose_group_set_doses (HcDoseGroup *self,
                         GPtrArray   *doses)
{
  GtkListBoxRow *row;
  gboolean had_focus;

  g_return_if_fail (HC_IS_DOSE_GROUP (self));
  g_return_if_fail (doses != NULL);

  had_focus = gtk_widget_has_focus (self->take_all);

  for (guint i = 0; i < doses->len; i++)
    {
      HcPlannedDose *dose = g_ptr_array_index (doses, i);
      HcDoseRow *found = find_row (self, dose);

      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      if (found == NULL)
        gtk_list_box_insert (self->list, hc_dose_row_new (self->context, dose), (int) i);
      else
        {
          /* Rows that are in between are of doses that are gone, or come later. */
          while (row != GTK_LIST_BOX_ROW (found))
            {
              gtk_list_box_remove (self->list, GTK_WIDGET (row));
              row = gtk_list_box_get_row_at_index (self->list, (int) i);
            }
          hc_dose_row_set_dose (found, dose);
        }
    }

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) doses->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  update_heading (self);

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (had_focus && !gtk_widget_get_visible (self->take_all) && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
