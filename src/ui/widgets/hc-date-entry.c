/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-date-entry.h"

#include <glib/gi18n.h>

#include "hc-schedule-words.h"
#include "hc-typed.h"

#define MIN_WIDTH 8 /* letters */
#define WIDTH 18

/**
 * HcDateEntry:
 *
 * A day: typed, or chosen from a calendar. When it is left, it says the day that was understood.
 */
struct _HcDateEntry
{
  GtkBox         parent_instance;

  GtkEditable   *entry;
  GtkMenuButton *button;
  GtkCalendar   *calendar;
  gboolean       is_showing; /* the calendar is set, nobody chooses */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDateEntry, hc_date_entry, GTK_TYPE_BOX)

static void
changed_cb (HcDateEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (HcDateEntry *self)
{
  GDate date;
  g_autofree char *words = NULL;

  if (hc_date_entry_read (self, &date) != NULL)
    return;

  words = hc_schedule_dup_date (&date);
  if (!g_str_equal (words, gtk_editable_get_text (self->entry)))
    gtk_editable_set_text (self->entry, words);
}

/* The calendar begins with what was typed. */
static void
popped_up_cb (HcDateEntry *self)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  if (!gtk_menu_button_get_active (self->button) || hc_date_entry_read (self, &date) != NULL)
    return;

  time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                                12, 0, 0);
  self->is_showing = TRUE;
  gtk_calendar_select_day (self->calendar, time);
  self->is_showing = FALSE;
}

static void
day_selected_cb (HcDateEntry *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (self->calendar);
  GDate date;

  if (self->is_showing)
    return;

  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (time), (GDateMonth) g_date_time_get_month (time),
                  (GDateYear) g_date_time_get_year (time));
  hc_date_entry_set_date (self, &date);
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
hc_date_entry_class_init (HcDateEntryClass *klass)
{
  /**
   * HcDateEntry::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_date_entry_init (HcDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  self->entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", MIN_WIDTH, "max-width-chars", WIDTH, NULL);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));

  self->button = g_object_new (GTK_TYPE_MENU_BUTTON,
                               "icon-name", "x-office-calendar-symbolic",
                               "tooltip-text", _("Choose the Day"),
                               "popover", popover,
                               NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose the Day"), -1);
  g_signal_connect_swapped (self->button, "notify::active", G_CALLBACK (popped_up_cb), self);

  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->button));
}

/**
 * hc_date_entry_new:
 *
 * Returns: (transfer floating): an entry without a day
 */
GtkWidget *
hc_date_entry_new (void)
{
  return g_object_new (HC_TYPE_DATE_ENTRY, NULL);
}

/**
 * hc_date_entry_set_date:
 * @self: an entry
 * @date: a day; one that is not valid empties the entry
 */
void
hc_date_entry_set_date (HcDateEntry *self,
                        const GDate *date)
{
  g_autofree char *words = NULL;

  g_return_if_fail (HC_IS_DATE_ENTRY (self));
  g_return_if_fail (date != NULL);

  words = g_date_valid (date) ? hc_schedule_dup_date (date) : g_strdup ("");
  gtk_editable_set_text (self->entry, words);
}

/**
 * hc_date_entry_get_text:
 * @self: an entry
 *
 * Returns: (transfer none): what stands there, a day or not; valid until something else does
 */
const char *
hc_date_entry_get_text (HcDateEntry *self)
{
  g_return_val_if_fail (HC_IS_DATE_ENTRY (self), NULL);

  return gtk_editable_get_text (self->entry);
}

/**
 * hc_date_entry_set_text:
 * @self: an entry
 * @text: what is to stand there, a day or not
 */
void
hc_date_entry_set_text (HcDateEntry *self,
                        const char  *text)
{
  g_return_if_fail (HC_IS_DATE_ENTRY (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->entry, text);
}

/**
 * hc_date_entry_read:
 * @self: an entry
 * @date: (out): the day that was entered; not valid when it cannot be read
 *
 * Returns: (nullable): what is wrong with it, in words
 */
const char *
hc_date_entry_read (HcDateEntry *self,
                    GDate       *date)
{
  g_return_val_if_fail (HC_IS_DATE_ENTRY (self), NULL);

  return hc_typed_read_date (gtk_editable_get_text (self->entry), date);
}
