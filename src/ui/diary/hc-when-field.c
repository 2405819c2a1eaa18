/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-when-field.h"

#include <glib/gi18n.h>

#include "hc-diary-words.h"
#include "hc-typed.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define TARGET_SIZE 48
#define CLOCK_WIDTH 6
/* The clock of somebody who tells of it later may be a little ahead. */
#define AHEAD_MINUTES 5

/**
 * HcWhenField:
 *
 * When something was: a day and a time of day, now until somebody says otherwise. What lies ahead is refused.
 */
struct _HcWhenField
{
  GtkBox         parent_instance;

  HcClock       *clock;
  GDateTime     *set_time;   /* what was set; NULL: now, whenever it is asked for */
  GDateTime     *day;        /* what is chosen, in the zone in which times are shown */
  gboolean       is_touched; /* the person has changed something */

  GtkMenuButton *day_button;
  GtkWidget     *day_label;
  GtkCalendar   *calendar;
  GtkWidget     *entry;
  GtkWidget     *fault;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcWhenField, hc_when_field, GTK_TYPE_BOX)

static void
hc_when_field_dispose (GObject *object)
{
  HcWhenField *self = HC_WHEN_FIELD (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->set_time, g_date_time_unref);
  g_clear_pointer (&self->day, g_date_time_unref);

  G_OBJECT_CLASS (hc_when_field_parent_class)->dispose (object);
}

static void
hc_when_field_class_init (HcWhenFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_when_field_dispose;

  /**
   * HcWhenField::changed:
   *
   * The person has said when it was, or has begun to.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GDateTime *
dup_now (HcWhenField *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);

  return g_date_time_to_local (now);
}

static void
show_fault (HcWhenField *self,
            const char  *words)
{
  gtk_label_set_text (GTK_LABEL (self->fault), words != NULL ? words : "");
  gtk_widget_set_visible (self->fault, words != NULL);
  if (words != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
touch (HcWhenField *self)
{
  self->is_touched = TRUE;
  show_fault (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_day (HcWhenField *self)
{
  g_autoptr (GDateTime) now = dup_now (self);
  g_autofree char *day = hc_diary_words_dup_day (self->day, now);
  /* Translators: %s is a day. */
  g_autofree char *label = g_strdup_printf (_("Day: %s"), day);

  gtk_label_set_text (GTK_LABEL (self->day_label), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
day_selected_cb (HcWhenField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);

  if (g_date_time_get_year (day) == g_date_time_get_year (self->day) &&
      g_date_time_get_day_of_year (day) == g_date_time_get_day_of_year (self->day))
    return;

  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = g_steal_pointer (&day);
  show_day (self);
  touch (self);
}

static void
show_time (HcWhenField *self,
           GDateTime   *time)
{
  g_autofree char *clock = hc_diary_words_dup_clock (time);

  g_signal_handlers_block_by_func (self->entry, touch, self);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  g_clear_pointer (&self->day, g_date_time_unref);
  self->day = g_date_time_ref (time);
  gtk_calendar_select_day (self->calendar, time);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), clock);
  show_day (self);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
  g_signal_handlers_unblock_by_func (self->entry, touch, self);
}

static void
hc_when_field_init (HcWhenField *self)
{
  static const char *const day_signals[] = { "day-selected", "next-month", "prev-month", "next-year", "prev-year" };
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACE, "line-spacing", SPACE, NULL);
  GtkWidget *popover = gtk_popover_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->day_label = hc_wrapped_label_new (NULL, NULL);
  self->day_button = g_object_new (GTK_TYPE_MENU_BUTTON,
                                   "child", self->day_label,
                                   "always-show-arrow", TRUE,
                                   "height-request", TARGET_SIZE,
                                   "popover", popover,
                                   NULL);
  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "activates-default", TRUE,
                              "width-chars", CLOCK_WIDTH,
                              "max-width-chars", CLOCK_WIDTH,
                              "height-request", TARGET_SIZE,
                              NULL);
  self->fault = hc_wrapped_label_new (NULL, "error");
  gtk_widget_set_visible (self->fault, FALSE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time of day"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->fault,
                                  NULL, -1);
  for (guint i = 0; i < G_N_ELEMENTS (day_signals); i++)
    g_signal_connect_object (self->calendar, day_signals[i], G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (touch), self, G_CONNECT_SWAPPED);

  adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->day_button));
  adw_wrap_box_append (ADW_WRAP_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (self), box);
  gtk_box_append (GTK_BOX (self), self->fault);
}

/**
 * hc_when_field_new:
 * @clock: tells the time
 *
 * Returns: (transfer floating): a field that says now
 */
GtkWidget *
hc_when_field_new (HcClock *clock)
{
  HcWhenField *self;
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_WHEN_FIELD, NULL);
  self->clock = g_object_ref (clock);
  now = dup_now (self);
  show_time (self, now);

  return GTK_WIDGET (self);
}

/**
 * hc_when_field_set_time:
 * @self: a field
 * @time: a time in any zone
 *
 * Shows a time. As long as nobody changes it, it is exactly this one.
 */
void
hc_when_field_set_time (HcWhenField *self,
                        GDateTime   *time)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_if_fail (HC_IS_WHEN_FIELD (self));
  g_return_if_fail (time != NULL);

  g_clear_pointer (&self->set_time, g_date_time_unref);
  self->set_time = g_date_time_ref (time);
  self->is_touched = FALSE;
  local = g_date_time_to_local (time);
  show_time (self, local);
}

/* Returns: (transfer full) (nullable): the time; %NULL when there is none, and then @words says why */
static GDateTime *
read_time (HcWhenField  *self,
           const char  **words)
{
  g_autoptr (GDateTime) now = dup_now (self);
  g_autoptr (GDateTime) limit = g_date_time_add_minutes (now, AHEAD_MINUTES);
  g_autoptr (GDateTime) time = NULL;
  int minute;

  *words = NULL;
  if (!self->is_touched)
    return g_date_time_ref (self->set_time != NULL ? self->set_time : now);

  if (hc_typed_read_time (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &minute) != NULL)
    {
      *words = _("Write the time as hours and minutes: 14:05.");
      return NULL;
    }

  time = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (self->day),
                          g_date_time_get_month (self->day), g_date_time_get_day_of_month (self->day), minute / 60,
                          minute % 60, 0);
  if (time == NULL || g_date_time_compare (time, limit) > 0)
    {
      *words = _("This lies ahead. Choose a day and a time up to now.");
      return NULL;
    }

  return g_date_time_ref (g_date_time_compare (time, now) > 0 ? now : time);
}

/**
 * hc_when_field_dup_time:
 * @self: a field
 *
 * Returns: (transfer full) (nullable): the time, not after now; %NULL for what cannot be
 */
GDateTime *
hc_when_field_dup_time (HcWhenField *self)
{
  const char *words;

  g_return_val_if_fail (HC_IS_WHEN_FIELD (self), NULL);

  return read_time (self, &words);
}

/**
 * hc_when_field_check:
 * @self: a field
 *
 * Says at the field what is wrong with the time, and goes there.
 *
 * Returns: whether it can be
 */
gboolean
hc_when_field_check (HcWhenField *self)
{
  g_autoptr (GDateTime) time = NULL;
  const char *words;

  g_return_val_if_fail (HC_IS_WHEN_FIELD (self), FALSE);

  time = read_time (self, &words);
  show_fault (self, words);
  if (words != NULL)
    {
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      gtk_widget_grab_focus (self->entry);
    }

  return time != NULL;
}
