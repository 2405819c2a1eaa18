/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-schedule-editor.h"

#include <glib/gi18n.h>

#include "hc-date-entry.h"
#include "hc-disclosure.h"
#include "hc-field.h"
#include "hc-medicine-days.h"
#include "hc-schedule-amounts.h"
#include "hc-schedule-extras.h"
#include "hc-schedule-part.h"
#include "hc-schedule-preview.h"

/**
 * HcScheduleEditor:
 *
 * When a medicine is taken, to be entered and changed. Below, it always says what was understood. What is wrong is
 * said at the field. It can show each schedule that there is, and gives it back as it was when nothing is changed.
 */
struct _HcScheduleEditor
{
  GtkBox             parent_instance;

  HcClock           *clock;
  HcDoseUnit         unit;
  gboolean           is_filling;
  gboolean           extras_are_wrong;

  GtkCheckButton    *times_button;
  GtkCheckButton    *hours_button;
  GtkCheckButton    *need_button;
  GtkWidget         *times_box;
  GtkBox            *parts;
  HcScheduleAmounts *amounts;
  HcField           *first_field;
  HcDateEntry       *first_entry;
  GtkCheckButton    *end_button;
  HcField           *last_field;
  HcDateEntry       *last_entry;
  AdwBin            *more_bin;
  HcDisclosure      *more;
  HcScheduleExtras  *extras;
  HcField           *preview_field;
  HcSchedulePreview *preview;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcScheduleEditor, hc_schedule_editor, GTK_TYPE_BOX)

static HcScheduleKind
get_kind (HcScheduleEditor *self)
{
  if (gtk_check_button_get_active (self->hours_button))
    return HC_SCHEDULE_EVERY_N_HOURS;

  return gtk_check_button_get_active (self->need_button) ? HC_SCHEDULE_AS_NEEDED : HC_SCHEDULE_AT_TIMES;
}

static void
update_preview (HcScheduleEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcSchedule) schedule = hc_schedule_editor_dup_schedule (self, &error);
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);

  if (schedule != NULL)
    hc_schedule_preview_show (self->preview, schedule, self->unit, now);
  else
    hc_schedule_preview_show_nothing (self->preview, error->message);
}

static void
changed_cb (HcScheduleEditor *self)
{
  if (self->is_filling)
    return;

  update_preview (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_changed_cb (HcScheduleEditor *self)
{
  HcScheduleKind kind = get_kind (self);

  gtk_widget_set_visible (self->times_box, kind == HC_SCHEDULE_AT_TIMES);
  gtk_widget_set_visible (GTK_WIDGET (self->amounts), kind != HC_SCHEDULE_AT_TIMES);
  hc_schedule_amounts_set_kind (self->amounts, kind);
  changed_cb (self);
}

static void
end_changed_cb (HcScheduleEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->last_field), gtk_check_button_get_active (self->end_button));
  changed_cb (self);
}

static void
number_parts (HcScheduleEditor *self)
{
  guint n = 0, place = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    n++;

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    hc_schedule_part_set_place (HC_SCHEDULE_PART (part), place++, n);
}

static void
part_removed_cb (HcScheduleEditor *self,
                 GtkWidget        *part)
{
  gtk_box_remove (self->parts, part);
  number_parts (self);
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->parts)), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static HcSchedulePart *
add_part (HcScheduleEditor *self)
{
  GtkWidget *part = hc_schedule_part_new (self->unit);

  g_signal_connect_swapped (part, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (part, "removed", G_CALLBACK (part_removed_cb), self);
  gtk_box_append (self->parts, part);
  number_parts (self);

  return HC_SCHEDULE_PART (part);
}

static void
add_step_cb (HcScheduleEditor *self)
{
  HcSchedulePart *before = HC_SCHEDULE_PART (gtk_widget_get_last_child (GTK_WIDGET (self->parts)));
  HcSchedulePart *part = add_part (self);

  hc_schedule_part_set_limited (before);
  hc_schedule_part_set_begin (part, HC_PART_BEGIN_AFTER);
  gtk_widget_child_focus (GTK_WIDGET (part), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
add_days_cb (HcScheduleEditor *self)
{
  gtk_widget_child_focus (GTK_WIDGET (add_part (self)), GTK_DIR_TAB_FORWARD);
  changed_cb (self);
}

static void
hc_schedule_editor_dispose (GObject *object)
{
  HcScheduleEditor *self = HC_SCHEDULE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_SCHEDULE_EDITOR);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hc_schedule_editor_parent_class)->dispose (object);
}

static void
hc_schedule_editor_class_init (HcScheduleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_schedule_editor_dispose;

  g_type_ensure (HC_TYPE_DATE_ENTRY);
  g_type_ensure (HC_TYPE_FIELD);
  g_type_ensure (HC_TYPE_SCHEDULE_AMOUNTS);
  g_type_ensure (HC_TYPE_SCHEDULE_PREVIEW);

  /**
   * HcScheduleEditor::changed:
   *
   * The person has entered something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-schedule-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, times_button);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, hours_button);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, need_button);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, times_box);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, parts);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, amounts);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, first_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, first_entry);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, end_button);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, last_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, last_entry);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, more_bin);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, preview_field);
  gtk_widget_class_bind_template_child (widget_class, HcScheduleEditor, preview);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_step_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_days_cb);
}

static void
hc_schedule_editor_init (HcScheduleEditor *self)
{
  self->unit = HC_DOSE_UNIT_OTHER;
  self->is_filling = TRUE; /* until it is told what to show */
  gtk_widget_init_template (GTK_WIDGET (self));

  self->extras = HC_SCHEDULE_EXTRAS (hc_schedule_extras_new ());
  g_signal_connect_swapped (self->extras, "changed", G_CALLBACK (changed_cb), self);
  self->more = HC_DISCLOSURE (hc_disclosure_new (_("Pauses and Journeys"), GTK_WIDGET (self->extras)));
  adw_bin_set_child (self->more_bin, GTK_WIDGET (self->more));
}

/**
 * hc_schedule_editor_new:
 * @clock: tells the first day that is proposed, and which doses are the next
 *
 * Returns: (transfer floating): an editor of a new schedule
 */
GtkWidget *
hc_schedule_editor_new (HcClock *clock)
{
  HcScheduleEditor *self;

  g_return_val_if_fail (HC_IS_CLOCK (clock), NULL);

  self = g_object_new (HC_TYPE_SCHEDULE_EDITOR, NULL);
  self->clock = g_object_ref (clock);
  hc_schedule_editor_set_schedule (self, NULL, HC_DOSE_UNIT_OTHER);

  return GTK_WIDGET (self);
}

/* Lines of the same days are one part. */
static gboolean
is_same_part (const HcScheduleLine *a,
              const HcScheduleLine *b)
{
  return hc_days_equal (&a->days, &b->days) && a->first_day == b->first_day && a->n_days == b->n_days;
}

static void
fill_parts (HcScheduleEditor *self,
            const HcSchedule *schedule)
{
  const HcScheduleLine *before = NULL;
  HcSchedulePart *part = NULL;
  GtkWidget *old;
  int end = 0;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, old);

  for (guint i = 0; schedule != NULL && i < schedule->lines->len; i++)
    {
      const HcScheduleLine *line = &g_array_index (schedule->lines, HcScheduleLine, i);

      if (before == NULL || !is_same_part (before, line))
        {
          part = add_part (self);
          hc_schedule_part_set_days (part, line, end);
          end = line->n_days > 0 ? line->first_day + line->n_days : 0;
        }

      hc_schedule_part_add_time (part, line->minute, line->amount);
      before = line;
    }

  if (before == NULL)
    add_part (self);
  number_parts (self);
}

static void
fill_dates (HcScheduleEditor *self,
            const HcSchedule *schedule)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (self->clock);
  GDate today;

  hc_medicine_days_get_today (self->clock, &today);
  hc_date_entry_set_date (self->first_entry, schedule != NULL ? &schedule->first : &today);
  gtk_check_button_set_active (self->end_button, schedule != NULL && g_date_valid (&schedule->last));
  if (schedule != NULL)
    hc_date_entry_set_date (self->last_entry, &schedule->last);
  hc_schedule_extras_set (self->extras, schedule, g_date_time_get_timezone (now));
}

/**
 * hc_schedule_editor_set_schedule:
 * @self: an editor
 * @schedule: (nullable): a schedule that has been checked; %NULL: a new one from today on
 * @unit: what its amounts count
 *
 * Shows a schedule. ::changed is not emitted.
 */
void
hc_schedule_editor_set_schedule (HcScheduleEditor *self,
                                 const HcSchedule *schedule,
                                 HcDoseUnit        unit)
{
  HcScheduleKind kind = schedule != NULL ? schedule->kind : HC_SCHEDULE_AT_TIMES;

  g_return_if_fail (HC_IS_SCHEDULE_EDITOR (self));

  self->is_filling = TRUE;
  hc_schedule_editor_set_unit (self, unit);
  fill_parts (self, kind == HC_SCHEDULE_AT_TIMES ? schedule : NULL);
  fill_dates (self, schedule);
  hc_schedule_amounts_set (self->amounts, schedule, self->clock);
  gtk_check_button_set_active (kind == HC_SCHEDULE_AT_TIMES        ? self->times_button
                               : kind == HC_SCHEDULE_EVERY_N_HOURS ? self->hours_button
                                                                   : self->need_button, TRUE);
  hc_disclosure_set_expanded (self->more,
                              schedule != NULL && (schedule->pauses->len > 0 || schedule->zone != NULL));

  self->is_filling = FALSE;
  update_preview (self);
}

/**
 * hc_schedule_editor_set_unit:
 * @self: an editor
 * @unit: what amounts count from now on
 */
void
hc_schedule_editor_set_unit (HcScheduleEditor *self,
                             HcDoseUnit        unit)
{
  g_return_if_fail (HC_IS_SCHEDULE_EDITOR (self));

  self->unit = unit;
  hc_schedule_amounts_set_unit (self->amounts, unit);
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    hc_schedule_part_set_unit (HC_SCHEDULE_PART (part), unit);

  if (!self->is_filling)
    update_preview (self);
}

static gboolean
read_parts (HcScheduleEditor *self,
            GArray           *lines)
{
  gboolean is_right = TRUE;
  int end = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->parts)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    is_right = hc_schedule_part_read (HC_SCHEDULE_PART (part), &end, lines) && is_right;

  return is_right;
}

static gboolean
read_dates (HcScheduleEditor *self,
            HcSchedule       *schedule)
{
  gboolean is_right = hc_field_set_fault (self->first_field, hc_date_entry_read (self->first_entry, &schedule->first));

  if (gtk_check_button_get_active (self->end_button))
    return hc_field_set_fault (self->last_field, hc_date_entry_read (self->last_entry, &schedule->last)) && is_right;

  return is_right;
}

/* The field at which an error of hc_schedule_check() belongs. */
static void
set_error (HcScheduleEditor *self,
           HcSchedule       *schedule,
           const GError     *error)
{
  self->extras_are_wrong = error->code == HC_SCHEDULE_ERROR_BAD_PAUSE;

  if (error->code == HC_SCHEDULE_ERROR_BAD_PAUSE)
    {
      hc_schedule_extras_set_pause_fault (self->extras, error->message);
    }
  else if (error->code == HC_SCHEDULE_ERROR_BAD_DATES)
    {
      g_autoptr (HcSchedule) endless = hc_schedule_copy (schedule);
      g_autoptr (GError) first_error = NULL;

      g_date_clear (&endless->last, 1);
      hc_schedule_check (endless, &first_error);
      hc_field_set_fault (g_error_matches (first_error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_DATES)
                            ? self->first_field : self->last_field, error->message);
    }
  else if (schedule->kind == HC_SCHEDULE_AT_TIMES || !hc_schedule_amounts_set_error (self->amounts, error))
    {
      hc_field_set_fault (self->preview_field, error->message);
    }
}

/**
 * hc_schedule_editor_dup_schedule:
 * @self: an editor
 * @error: return location for a %HC_SCHEDULE_ERROR with the words of the first fault
 *
 * Looks at what was entered. What is wrong is told to the fields, which say it when they were left, or after
 * hc_schedule_editor_focus_fault().
 *
 * Returns: (transfer full) (nullable): a schedule that has been checked, %NULL when something is wrong
 */
HcSchedule *
hc_schedule_editor_dup_schedule (HcScheduleEditor  *self,
                                 GError           **error)
{
  g_autoptr (HcSchedule) schedule = NULL;
  g_autoptr (GError) check_error = NULL;
  gboolean is_right;

  g_return_val_if_fail (HC_IS_SCHEDULE_EDITOR (self), NULL);

  schedule = hc_schedule_new (get_kind (self));
  hc_field_set_fault (self->preview_field, NULL);

  /* The zone comes first: it tells which clock the times are those of. */
  self->extras_are_wrong = !hc_schedule_extras_read (self->extras, schedule);
  is_right = read_dates (self, schedule) && !self->extras_are_wrong;
  if (schedule->kind == HC_SCHEDULE_AT_TIMES)
    is_right = read_parts (self, schedule->lines) && is_right;
  else
    is_right = hc_schedule_amounts_read (self->amounts, schedule) && is_right;

  if (is_right && hc_schedule_check (schedule, &check_error))
    return g_steal_pointer (&schedule);

  if (check_error != NULL)
    {
      set_error (self, schedule, check_error);
      g_propagate_error (error, g_steal_pointer (&check_error));
    }
  else
    {
      const char *fault = hc_field_find_fault (GTK_WIDGET (self));

      g_set_error_literal (error, HC_SCHEDULE_ERROR, HC_SCHEDULE_ERROR_BAD_TEXT,
                           fault != NULL ? fault : _("Something about the pauses or the time zone is not right yet."));
    }

  return NULL;
}

/**
 * hc_schedule_editor_focus_fault:
 * @self: an editor
 *
 * Says everything that is wrong at the fields, and leads to the first of them.
 */
void
hc_schedule_editor_focus_fault (HcScheduleEditor *self)
{
  g_return_if_fail (HC_IS_SCHEDULE_EDITOR (self));

  if (self->extras_are_wrong)
    hc_disclosure_set_expanded (self->more, TRUE);

  hc_field_reveal_faults (GTK_WIDGET (self));
}
