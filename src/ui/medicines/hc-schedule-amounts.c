/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-amounts.h"

#include "hc-amount-entry.h"
#include "hc-field.h"
#include "hc-schedule-words.h"
#include "hc-typed.h"

/* More hours are too many in any case. */
#define MANY_HOURS 100000

/**
 * HcScheduleAmounts:
 *
 * What a schedule says that has no times of the day: how much is taken each few hours, or when it is needed.
 */
struct _HcScheduleAmounts
{
  GtkBox         parent_instance;

  HcSchedule    *original;    /* what was to be shown; NULL: a new one */
  int            anchor_time; /* the minute of the day that is shown for its anchor; -1: none */
  GTimeZone     *here;

  HcField       *amount_field;
  HcAmountEntry *amount_entry;
  HcField       *interval_field;
  GtkEditable   *interval_entry;
  HcField       *anchor_field;
  GtkEditable   *anchor_entry;
  HcField       *max_field;
  HcAmountEntry *max_entry;
  HcField       *gap_field;
  GtkEditable   *gap_entry;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcScheduleAmounts, hc_schedule_amounts, GTK_TYPE_BOX)

static void
changed_cb (HcScheduleAmounts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hc_schedule_amounts_dispose (GObject *object)
{
  HcScheduleAmounts *self = HC_SCHEDULE_AMOUNTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_SCHEDULE_AMOUNTS);
  g_clear_pointer (&self->original, hc_schedule_free);
  g_clear_pointer (&self->here, g_time_zone_unref);

  G_OBJECT_CLASS (hc_schedule_amounts_parent_class)->dispose (object);
}

static void
hc_schedule_amounts_class_init (HcScheduleAmountsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_schedule_amounts_dispose;

  g_type_ensure (HC_TYPE_AMOUNT_ENTRY);
  g_type_ensure (HC_TYPE_FIELD);

  /**
   * HcScheduleAmounts::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-schedule-amounts.ui");
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, amount_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, amount_entry);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, interval_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, interval_entry);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, anchor_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, anchor_entry);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, max_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, max_entry);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, gap_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleAmounts, gap_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
hc_schedule_amounts_init (HcScheduleAmounts *self)
{
  self->anchor_time = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_schedule_amounts_set_kind:
 * @self: the amounts
 * @kind: of the schedule; what it has no use for is not asked
 */
void
hc_schedule_amounts_set_kind (HcScheduleAmounts *self,
                              HcScheduleKind     kind)
{
  g_return_if_fail (HC_IS_SCHEDULE_AMOUNTS (self));

  gtk_widget_set_visible (GTK_WIDGET (self->interval_field), kind == HC_SCHEDULE_EVERY_N_HOURS);
  gtk_widget_set_visible (GTK_WIDGET (self->anchor_field), kind == HC_SCHEDULE_EVERY_N_HOURS);
  gtk_widget_set_visible (GTK_WIDGET (self->max_field), kind == HC_SCHEDULE_AS_NEEDED);
  gtk_widget_set_visible (GTK_WIDGET (self->gap_field), kind == HC_SCHEDULE_AS_NEEDED);
}

/**
 * hc_schedule_amounts_set_unit:
 * @self: the amounts
 * @unit: what they count
 */
void
hc_schedule_amounts_set_unit (HcScheduleAmounts *self,
                              HcDoseUnit         unit)
{
  g_return_if_fail (HC_IS_SCHEDULE_AMOUNTS (self));

  hc_amount_entry_set_unit (self->amount_entry, unit);
  hc_amount_entry_set_unit (self->max_entry, unit);
}

static void
set_hours (GtkEditable *entry,
           int          minutes)
{
  g_autofree char *text = minutes > 0 ? hc_typed_dup_number (minutes / 60.0) : g_strdup ("");

  gtk_editable_set_text (entry, text);
}

static GTimeZone *
dup_zone (HcScheduleAmounts *self,
          const HcSchedule  *schedule)
{
  GTimeZone *own = schedule->zone != NULL ? g_time_zone_new_identifier (schedule->zone) : NULL;

  return own != NULL ? own : g_time_zone_ref (self->here);
}

/* The time of the first dose of the first day, by the clock that is meant. */
static void
fill_anchor (HcScheduleAmounts *self,
             const HcSchedule  *schedule)
{
  g_autofree char *words = NULL;

  self->anchor_time = -1;

  if (schedule != NULL && schedule->kind == HC_SCHEDULE_EVERY_N_HOURS)
    {
      g_autoptr (GTimeZone) zone = dup_zone (self, schedule);
      g_autoptr (GDateTime) midnight = g_date_time_new (zone, g_date_get_year (&schedule->first),
                                                        (int) g_date_get_month (&schedule->first),
                                                        g_date_get_day (&schedule->first), 0, 0, 0);
      g_autoptr (GDateTime) before = g_date_time_add_seconds (midnight, -1);
      g_autoptr (HcDose) dose = hc_schedule_next_dose (schedule, before, zone);
      g_autoptr (GDateTime) anchor = g_date_time_new_from_unix_utc (schedule->anchor);
      g_autoptr (GDateTime) time = g_date_time_to_timezone (dose != NULL ? dose->time : anchor, zone);

      self->anchor_time = g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
    }

  words = self->anchor_time >= 0 ? hc_schedule_dup_minute (self->anchor_time) : g_strdup ("");
  gtk_editable_set_text (self->anchor_entry, words);
}

/**
 * hc_schedule_amounts_set:
 * @self: the amounts
 * @schedule: (nullable): whose amounts are shown; %NULL: a new one
 * @clock: tells the zone where the person is
 */
void
hc_schedule_amounts_set (HcScheduleAmounts *self,
                         const HcSchedule  *schedule,
                         HcClock           *clock)
{
  HcScheduleKind kind = schedule != NULL ? schedule->kind : HC_SCHEDULE_AT_TIMES;
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (HC_IS_SCHEDULE_AMOUNTS (self));
  g_return_if_fail (HC_IS_CLOCK (clock));

  now = hc_clock_dup_time (clock);
  g_clear_pointer (&self->here, g_time_zone_unref);
  self->here = g_time_zone_ref (g_date_time_get_timezone (now));
  g_clear_pointer (&self->original, hc_schedule_free);
  self->original = schedule != NULL ? hc_schedule_copy (schedule) : NULL;

  fill_anchor (self, schedule);
  hc_amount_entry_set_amount (self->amount_entry, kind != HC_SCHEDULE_AT_TIMES ? schedule->amount : 0);
  set_hours (self->interval_entry, kind == HC_SCHEDULE_EVERY_N_HOURS ? schedule->interval_minutes : 0);
  hc_amount_entry_set_amount (self->max_entry, kind == HC_SCHEDULE_AS_NEEDED ? schedule->daily_max : 0);
  set_hours (self->gap_entry, kind == HC_SCHEDULE_AS_NEEDED ? schedule->min_minutes : 0);
}

/* What is out of all bounds still tells whether it is too little or too much. */
static gboolean
read_hours (HcField     *field,
            GtkEditable *entry,
            int         *minutes)
{
  double hours = 0;
  gboolean is_right = hc_field_set_fault (field, hc_typed_read_number (gtk_editable_get_text (entry), &hours));

  *minutes = (int) (CLAMP (hours, -1, MANY_HOURS) * 60 + (hours > 0 ? 0.5 : -0.5));

  return is_right;
}

static gboolean
read_interval (HcScheduleAmounts *self,
               HcSchedule        *schedule)
{
  gboolean is_right = read_hours (self->interval_field, self->interval_entry, &schedule->interval_minutes);
  g_autoptr (GTimeZone) zone = dup_zone (self, schedule);
  g_autoptr (GDateTime) anchor = NULL;
  int minute = 0;

  if (!hc_field_set_fault (self->anchor_field,
                           hc_typed_read_time (gtk_editable_get_text (self->anchor_entry), &minute)) ||
      !g_date_valid (&schedule->first))
    return FALSE;

  /* The anchor may be long before the first day. */
  if (self->original != NULL && self->original->kind == HC_SCHEDULE_EVERY_N_HOURS && minute == self->anchor_time &&
      g_date_compare (&self->original->first, &schedule->first) == 0 &&
      g_strcmp0 (self->original->zone, schedule->zone) == 0)
    {
      schedule->anchor = self->original->anchor;
      return is_right;
    }

  anchor = g_date_time_new (zone, g_date_get_year (&schedule->first), (int) g_date_get_month (&schedule->first),
                            g_date_get_day (&schedule->first), minute / 60, minute % 60, 0);
  schedule->anchor = anchor != NULL ? g_date_time_to_unix (anchor) : 0;

  return is_right;
}

static gboolean
read_need (HcScheduleAmounts *self,
           HcSchedule        *schedule)
{
  gboolean is_right = TRUE;

  hc_field_set_fault (self->max_field, NULL);
  hc_field_set_fault (self->gap_field, NULL);

  if (!hc_amount_entry_is_empty (self->max_entry))
    {
      is_right = hc_field_set_fault (self->max_field, hc_amount_entry_read (self->max_entry, &schedule->daily_max));
      /* 0 would be no maximum. */
      if (schedule->daily_max == 0)
        schedule->daily_max = -1;
    }

  if (*gtk_editable_get_text (self->gap_entry) != '\0')
    is_right = read_hours (self->gap_field, self->gap_entry, &schedule->min_minutes) && is_right;

  return is_right;
}

/**
 * hc_schedule_amounts_read:
 * @self: the amounts
 * @schedule: takes what was entered, after its kind; its first day and its zone are known already
 *
 * Returns: whether all could be read; if not, the fields know what is wrong
 */
gboolean
hc_schedule_amounts_read (HcScheduleAmounts *self,
                          HcSchedule        *schedule)
{
  gboolean is_right;

  g_return_val_if_fail (HC_IS_SCHEDULE_AMOUNTS (self), FALSE);
  g_return_val_if_fail (schedule != NULL, FALSE);

  is_right = hc_field_set_fault (self->amount_field, hc_amount_entry_read_dose (self->amount_entry, &schedule->amount));

  return (schedule->kind == HC_SCHEDULE_EVERY_N_HOURS ? read_interval (self, schedule) : read_need (self, schedule))
         && is_right;
}

/**
 * hc_schedule_amounts_set_error:
 * @self: the amounts
 * @error: what hc_schedule_check() says of the schedule
 *
 * Returns: whether one of the fields is to blame, which knows it now
 */
gboolean
hc_schedule_amounts_set_error (HcScheduleAmounts *self,
                               const GError      *error)
{
  gboolean has_interval;
  HcField *field = NULL;

  g_return_val_if_fail (HC_IS_SCHEDULE_AMOUNTS (self), FALSE);
  g_return_val_if_fail (error != NULL, FALSE);

  has_interval = gtk_widget_get_visible (GTK_WIDGET (self->interval_field));
  if (error->code == HC_SCHEDULE_ERROR_BAD_INTERVAL || error->code == HC_SCHEDULE_ERROR_TOO_MANY)
    field = has_interval ? self->interval_field : self->gap_field;
  else if (error->code == HC_SCHEDULE_ERROR_BAD_MAXIMUM)
    field = self->max_field;

  if (field != NULL)
    hc_field_set_fault (field, error->message);

  return field != NULL;
}
