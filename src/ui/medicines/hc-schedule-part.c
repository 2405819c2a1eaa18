/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-part.h"

#include <glib/gi18n.h>

#include "hc-choice.h"
#include "hc-days-chooser.h"
#include "hc-dose-time-row.h"
#include "hc-field.h"
#include "hc-schedule-words.h"
#include "hc-typed.h"

/* The places in the choice of how long. */
#define TO_THE_END 0
#define SOME_DAYS 1

/* Times that can be chosen at once; each can be changed. */
static const struct {
  const char *label;
  int         minute;
} chips[] = {
  /* Translators: %s is a time of the day. */
  { N_("Morning, %s"), 8 * 60 },
  /* Translators: %s is a time of the day. */
  { N_("Noon, %s"), 12 * 60 },
  /* Translators: %s is a time of the day. */
  { N_("Evening, %s"), 18 * 60 },
  /* Translators: %s is a time of the day. */
  { N_("Bedtime, %s"), 22 * 60 },
};

/**
 * HcSchedulePart:
 *
 * What is taken on some days: times with amounts, the days, when it begins and how long it lasts. Most schedules
 * have one part. The steps of a taper are parts, one after the other, and so are different doses on different days.
 */
struct _HcSchedulePart
{
  GtkBox         parent_instance;

  HcDoseUnit     unit;
  guint          place; /* among the parts of the schedule */

  GtkWidget     *head;
  GtkLabel      *title_label;
  HcField       *begin_field;
  HcChoice      *begin_choice;
  HcField       *first_field;
  GtkEditable   *first_entry;
  HcField       *times_field;
  AdwWrapBox    *chips;
  GtkBox        *times;
  HcDaysChooser *days;
  HcField       *length_field;
  HcChoice      *length_choice;
  HcField       *n_field;
  GtkEditable   *n_entry;
};

enum {
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcSchedulePart, hc_schedule_part, GTK_TYPE_BOX)

static void
changed_cb (HcSchedulePart *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (HcSchedulePart *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static HcPartBegin
get_begin (HcSchedulePart *self)
{
  return self->place > 0 ? (HcPartBegin) hc_choice_get_selected (self->begin_choice) : HC_PART_BEGIN_FIRST;
}

static gboolean
is_limited (HcSchedulePart *self)
{
  return hc_choice_get_selected (self->length_choice) == SOME_DAYS;
}

static void
choice_changed_cb (HcSchedulePart *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->first_field), get_begin (self) == HC_PART_BEGIN_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->n_field), is_limited (self));
  changed_cb (self);
}

static void
time_removed_cb (HcSchedulePart *self,
                 GtkWidget      *row)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  gtk_box_remove (self->times, row);
  gtk_widget_set_visible (GTK_WIDGET (self->times), gtk_widget_get_first_child (GTK_WIDGET (self->times)) != NULL);
  gtk_widget_grab_focus (chip);
  changed_cb (self);
}

/* What is taken at one time is most often taken at the next, too. What is counted one by one begins with one. */
static double
propose_amount (HcSchedulePart *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->times));

  if (last != NULL)
    return hc_dose_time_row_get_amount (HC_DOSE_TIME_ROW (last));

  switch (self->unit)
    {
    case HC_DOSE_UNIT_TABLET:
    case HC_DOSE_UNIT_CAPSULE:
    case HC_DOSE_UNIT_PATCH:
    case HC_DOSE_UNIT_INJECTION:
    case HC_DOSE_UNIT_SACHET:
    case HC_DOSE_UNIT_SUPPOSITORY:
    case HC_DOSE_UNIT_OTHER:
      return 1;

    case HC_DOSE_UNIT_MILLILITER:
    case HC_DOSE_UNIT_DROP:
    case HC_DOSE_UNIT_PUFF:
    case HC_DOSE_UNIT_SPOON:
    case HC_DOSE_UNIT_UNIT:
    case HC_DOSE_UNIT_MILLIGRAM:
    default:
      return 0;
    }
}

static void
chip_cb (HcSchedulePart *self,
         GtkWidget      *button)
{
  int minute = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "minute"));

  hc_schedule_part_add_time (self, minute, propose_amount (self));
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->times)), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
add_chip (HcSchedulePart *self,
          const char     *label,
          int             minute)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_object_set_data (G_OBJECT (button), "minute", GINT_TO_POINTER (minute));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chip_cb), self);
  adw_wrap_box_append (self->chips, button);
}

static void
hc_schedule_part_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_SCHEDULE_PART);

  G_OBJECT_CLASS (hc_schedule_part_parent_class)->dispose (object);
}

static void
hc_schedule_part_class_init (HcSchedulePartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_schedule_part_dispose;

  g_type_ensure (HC_TYPE_CHOICE);
  g_type_ensure (HC_TYPE_DAYS_CHOOSER);
  g_type_ensure (HC_TYPE_FIELD);

  /**
   * HcSchedulePart::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcSchedulePart::removed:
   *
   * The part is not wanted any more.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-schedule-part.ui");
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, head);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, begin_field);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, begin_choice);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, first_field);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, first_entry);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, times_field);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, chips);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, times);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, days);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, length_field);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, length_choice);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, n_field);
  gtk_widget_class_bind_template_child (widget_class, HcSchedulePart, n_entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
hc_schedule_part_init (HcSchedulePart *self)
{
  static const char *const begins[] = {
    N_("On the first day"),
    N_("When the part before ends"),
    N_("On another day of the treatment"),
    NULL,
  };
  static const char *const lengths[] = { N_("To the end"), N_("For a number of days"), NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  hc_choice_set_labels (self->begin_choice, begins);
  hc_choice_set_labels (self->length_choice, lengths);

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      g_autofree char *time = hc_schedule_dup_minute (chips[i].minute);
      g_autoptr (GString) label = g_string_new (_(chips[i].label));

      g_string_replace (label, "%s", time, 1);
      add_chip (self, label->str, chips[i].minute);
    }

  add_chip (self, _("Other Time"), -1);
}

/**
 * hc_schedule_part_new:
 * @unit: what amounts count
 *
 * Returns: (transfer floating): a part without times, for each day
 */
GtkWidget *
hc_schedule_part_new (HcDoseUnit unit)
{
  HcSchedulePart *self = g_object_new (HC_TYPE_SCHEDULE_PART, NULL);

  self->unit = unit;

  return GTK_WIDGET (self);
}

/**
 * hc_schedule_part_set_unit:
 * @self: a part
 * @unit: what amounts count
 */
void
hc_schedule_part_set_unit (HcSchedulePart *self,
                           HcDoseUnit      unit)
{
  g_return_if_fail (HC_IS_SCHEDULE_PART (self));

  self->unit = unit;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->times)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    hc_dose_time_row_set_unit (HC_DOSE_TIME_ROW (row), unit);
}

/**
 * hc_schedule_part_set_place:
 * @self: a part
 * @place: its place among the parts of the schedule, 0: the first
 * @n_parts: how many there are
 *
 * Asks for the beginning and the length only where there are several parts.
 */
void
hc_schedule_part_set_place (HcSchedulePart *self,
                            guint           place,
                            guint           n_parts)
{
  g_autofree char *title = NULL;

  g_return_if_fail (HC_IS_SCHEDULE_PART (self));

  /* Translators: %u is the number of a part of a schedule. */
  title = g_strdup_printf (_("Part %u"), place + 1);
  self->place = place;
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_visible (self->head, n_parts > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->begin_field), place > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->length_field), n_parts > 1 || is_limited (self));
  gtk_widget_set_visible (GTK_WIDGET (self->first_field), get_begin (self) == HC_PART_BEGIN_DAY);
}

static void
set_number (GtkEditable *entry,
            int          number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_editable_set_text (entry, text);
}

/**
 * hc_schedule_part_set_days:
 * @self: a part
 * @line: a line of a schedule, whose days, beginning and length are those of the part
 * @end_before: the day of the schedule after the part before, 0: that has no end, or there is none
 */
void
hc_schedule_part_set_days (HcSchedulePart       *self,
                           const HcScheduleLine *line,
                           int                   end_before)
{
  g_return_if_fail (HC_IS_SCHEDULE_PART (self));
  g_return_if_fail (line != NULL);

  hc_days_chooser_set_days (self->days, &line->days);
  set_number (self->first_entry, line->first_day + 1);
  if (line->n_days > 0)
    set_number (self->n_entry, line->n_days);

  hc_choice_set_selected (self->begin_choice,
                              line->first_day == 0 ? HC_PART_BEGIN_FIRST
                              : line->first_day == end_before ? HC_PART_BEGIN_AFTER
                                                              : HC_PART_BEGIN_DAY);
  hc_choice_set_selected (self->length_choice, line->n_days > 0 ? SOME_DAYS : TO_THE_END);
}

/**
 * hc_schedule_part_set_begin:
 * @self: a part
 * @begin: when it begins
 */
void
hc_schedule_part_set_begin (HcSchedulePart *self,
                            HcPartBegin     begin)
{
  g_return_if_fail (HC_IS_SCHEDULE_PART (self));

  hc_choice_set_selected (self->begin_choice, begin);
}

/**
 * hc_schedule_part_set_limited:
 * @self: a part
 *
 * Asks for how many days it lasts: another part follows.
 */
void
hc_schedule_part_set_limited (HcSchedulePart *self)
{
  g_return_if_fail (HC_IS_SCHEDULE_PART (self));

  hc_choice_set_selected (self->length_choice, SOME_DAYS);
}

/**
 * hc_schedule_part_add_time:
 * @self: a part
 * @minute: the minute of the day, -1: to be told
 * @amount: how much, 0: to be told
 */
void
hc_schedule_part_add_time (HcSchedulePart *self,
                           int             minute,
                           double          amount)
{
  GtkWidget *row;

  g_return_if_fail (HC_IS_SCHEDULE_PART (self));

  row = hc_dose_time_row_new (minute, amount, self->unit);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (time_removed_cb), self);
  gtk_box_append (self->times, row);
  gtk_widget_set_visible (GTK_WIDGET (self->times), TRUE);
}

static gboolean
read_begin (HcSchedulePart *self,
            int             end_before,
            int            *first_day)
{
  const char *fault = NULL;

  *first_day = 0;

  if (get_begin (self) == HC_PART_BEGIN_DAY)
    {
      fault = hc_typed_read_count (gtk_editable_get_text (self->first_entry), first_day);
      (*first_day)--;
    }
  else if (get_begin (self) == HC_PART_BEGIN_AFTER)
    {
      *first_day = end_before;
      if (end_before == 0)
        return hc_field_set_fault (self->begin_field, _("Say at the part before for how many days it lasts."));
    }

  hc_field_set_fault (self->begin_field, NULL);

  return hc_field_set_fault (self->first_field, fault);
}

static gboolean
read_length (HcSchedulePart *self,
             int            *n_days)
{
  *n_days = 0;

  return !is_limited (self)
         || hc_field_set_fault (self->n_field, hc_typed_read_count (gtk_editable_get_text (self->n_entry), n_days));
}

/* Whether it is not too many days, in the words of hc_schedule_check(). */
static gboolean
check_length (HcSchedulePart       *self,
              const HcScheduleLine *line)
{
  g_autoptr (HcSchedule) probe = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  g_autoptr (GError) error = NULL;

  g_date_set_dmy (&probe->first, 1, G_DATE_JANUARY, 2000);
  g_array_append_vals (probe->lines, line, 1);
  if (hc_schedule_check (probe, &error) || error->code != HC_SCHEDULE_ERROR_BAD_DAYS)
    return TRUE;

  return hc_field_set_fault (is_limited (self) ? self->n_field : self->first_field, error->message);
}

/**
 * hc_schedule_part_read:
 * @self: a part
 * @end_before: (inout): the day of the schedule after the part before, and then after this one; 0: no end
 * @lines: (element-type HcScheduleLine): takes the lines of the part
 *
 * Returns: whether all could be read; if not, the fields know what is wrong
 */
gboolean
hc_schedule_part_read (HcSchedulePart *self,
                       int            *end_before,
                       GArray         *lines)
{
  HcScheduleLine line = { 0 };
  gboolean is_right;
  gboolean has_times = gtk_widget_get_first_child (GTK_WIDGET (self->times)) != NULL;

  g_return_val_if_fail (HC_IS_SCHEDULE_PART (self), FALSE);
  g_return_val_if_fail (end_before != NULL && lines != NULL, FALSE);

  is_right = read_begin (self, *end_before, &line.first_day);
  is_right = hc_field_set_fault (self->times_field, has_times ? NULL : _("Add at least one time of the day."))
             && is_right;
  is_right = hc_days_chooser_read (self->days, &line.days) && is_right;
  is_right = read_length (self, &line.n_days) && is_right;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->times)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      is_right = hc_dose_time_row_read (HC_DOSE_TIME_ROW (row), &line.minute, &line.amount) && is_right;
      g_array_append_val (lines, line);
    }

  *end_before = line.n_days > 0 ? line.first_day + line.n_days : 0;

  return is_right && check_length (self, &line);
}
