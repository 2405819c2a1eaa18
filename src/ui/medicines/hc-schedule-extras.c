/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-extras.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-choice.h"
#include "hc-field.h"
#include "hc-pause-row.h"

/* The place in the choice of clocks. */
#define ONE_PLACE 1

/**
 * HcScheduleExtras:
 *
 * What few schedules need: pauses, and the time zone whose clock is meant.
 */
struct _HcScheduleExtras
{
  GtkBox       parent_instance;

  GtkBox      *pauses;
  GtkWidget   *pause_button;
  HcChoice    *zone_choice;
  HcField     *zone_field;
  GtkEditable *zone_entry;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcScheduleExtras, hc_schedule_extras, GTK_TYPE_BOX)

static void
changed_cb (HcScheduleExtras *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_zone (HcScheduleExtras *self)
{
  return hc_choice_get_selected (self->zone_choice) == ONE_PLACE;
}

static void
zone_changed_cb (HcScheduleExtras *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->zone_field), has_zone (self));
  changed_cb (self);
}

static void
pause_removed_cb (HcScheduleExtras *self,
                  GtkWidget        *row)
{
  gtk_box_remove (self->pauses, row);
  gtk_widget_set_visible (GTK_WIDGET (self->pauses), gtk_widget_get_first_child (GTK_WIDGET (self->pauses)) != NULL);
  gtk_widget_grab_focus (self->pause_button);
  changed_cb (self);
}

static void
add_pause (HcScheduleExtras      *self,
           const HcSchedulePause *pause)
{
  GtkWidget *row = hc_pause_row_new (pause);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (pause_removed_cb), self);
  gtk_box_append (self->pauses, row);
  gtk_widget_set_visible (GTK_WIDGET (self->pauses), TRUE);
}

static void
add_pause_cb (HcScheduleExtras *self)
{
  add_pause (self, NULL);
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->pauses)), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
hc_schedule_extras_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_SCHEDULE_EXTRAS);

  G_OBJECT_CLASS (hc_schedule_extras_parent_class)->dispose (object);
}

static void
hc_schedule_extras_class_init (HcScheduleExtrasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_schedule_extras_dispose;

  g_type_ensure (HC_TYPE_CHOICE);
  g_type_ensure (HC_TYPE_FIELD);

  /**
   * HcScheduleExtras::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-schedule-extras.ui");
  gtk_widget_class_bind_template_child (widget_class, HcScheduleExtras, pauses);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleExtras, pause_button);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleExtras, zone_choice);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleExtras, zone_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleExtras, zone_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_pause_cb);
}

static void
hc_schedule_extras_init (HcScheduleExtras *self)
{
  static const char *const clocks[] = { N_("The clock where I am"), N_("The clock of one place"), NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  hc_choice_set_labels (self->zone_choice, clocks);
}

/**
 * hc_schedule_extras_new:
 *
 * Returns: (transfer floating): the extras of a schedule that has none
 */
GtkWidget *
hc_schedule_extras_new (void)
{
  return g_object_new (HC_TYPE_SCHEDULE_EXTRAS, NULL);
}

/**
 * hc_schedule_extras_set:
 * @self: the extras
 * @schedule: (nullable): whose extras are shown; %NULL: none
 * @here: the zone where the person is, which is proposed
 */
void
hc_schedule_extras_set (HcScheduleExtras *self,
                        const HcSchedule *schedule,
                        GTimeZone        *here)
{
  GtkWidget *row;
  const char *zone;

  g_return_if_fail (HC_IS_SCHEDULE_EXTRAS (self));
  g_return_if_fail (here != NULL);

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->pauses))) != NULL)
    gtk_box_remove (self->pauses, row);
  gtk_widget_set_visible (GTK_WIDGET (self->pauses), FALSE);

  for (guint i = 0; schedule != NULL && i < schedule->pauses->len; i++)
    add_pause (self, &g_array_index (schedule->pauses, HcSchedulePause, i));

  zone = schedule != NULL && schedule->zone != NULL ? schedule->zone : g_time_zone_get_identifier (here);
  gtk_editable_set_text (self->zone_entry, zone);
  hc_choice_set_selected (self->zone_choice, schedule != NULL && schedule->zone != NULL ? ONE_PLACE : 0);
}

static gboolean
read_zone (HcScheduleExtras *self,
           HcSchedule       *schedule)
{
  g_autofree char *name = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  const char *fault;

  if (!has_zone (self))
    return TRUE;

  name = g_strstrip (g_strdup (gtk_editable_get_text (self->zone_entry)));
  /* What has no letters would be read as so many hours from Greenwich, or as a file. */
  zone = g_ascii_isupper (*name) && strstr (name, "..") == NULL ? g_time_zone_new_identifier (name) : NULL;
  fault = zone == NULL ? _("This time zone is not known. Write it like Europe/Berlin.") : NULL;
  if (!hc_field_set_fault (self->zone_field, fault))
    return FALSE;

  g_set_str (&schedule->zone, name);

  return TRUE;
}

/**
 * hc_schedule_extras_read:
 * @self: the extras
 * @schedule: takes the pauses and the zone
 *
 * Returns: whether all could be read; if not, the fields know what is wrong
 */
gboolean
hc_schedule_extras_read (HcScheduleExtras *self,
                         HcSchedule       *schedule)
{
  gboolean is_right;

  g_return_val_if_fail (HC_IS_SCHEDULE_EXTRAS (self), FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);

  is_right = read_zone (self, schedule);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->pauses)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    is_right = hc_pause_row_read (HC_PAUSE_ROW (row), schedule->pauses) && is_right;

  return is_right;
}

/**
 * hc_schedule_extras_set_pause_fault:
 * @self: the extras of a schedule with a pause
 * @fault: what is wrong with the pauses together
 */
void
hc_schedule_extras_set_pause_fault (HcScheduleExtras *self,
                                    const char       *fault)
{
  GtkWidget *last;

  g_return_if_fail (HC_IS_SCHEDULE_EXTRAS (self));

  last = gtk_widget_get_last_child (GTK_WIDGET (self->pauses));
  if (last != NULL)
    hc_pause_row_set_fault (HC_PAUSE_ROW (last), fault);
}
