/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-request-wish.h"

#include <glib/gi18n.h>

#include "hc-appointment-unfinished.h"
#include "hc-date-entry.h"
#include "hc-field.h"
#include "hc-schedule-words.h"
#include "hc-typed.h"

#define SPACE 12
#define CLOCK_WIDTH 7 /* letters */

/* The times of day that most people wish for; the last one is told in hours. */
enum {
  ANY_TIME,
  MORNING,
  AFTERNOON,
  CERTAIN,
};

static const struct { int from, until; } times[] = {
  [ANY_TIME] = { 0, 0 },
  [MORNING] = { 8 * 60, 12 * 60 },
  [AFTERNOON] = { 12 * 60, 17 * 60 },
};

/* What is entered, by the names under which it is kept while it is unfinished. */
static const char *const parts[] = { "day", "time", "from", "until" };

/**
 * HcRequestWish:
 *
 * A day that is wished for, and the time of it. It emits `changed`.
 */
struct _HcRequestWish
{
  AdwBin       parent_instance;

  HcField     *day_field;
  HcDateEntry *day_entry;
  GtkDropDown *time_choice;
  GtkWidget   *times_box;
  HcField     *from_field;
  HcField     *until_field;
  gboolean     has_own_fault;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcRequestWish, hc_request_wish, ADW_TYPE_BIN)

static void
hc_request_wish_class_init (HcRequestWishClass *klass)
{
  /**
   * HcRequestWish::changed:
   *
   * Something else is wished for.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
changed_cb (HcRequestWish *self)
{
  gtk_widget_set_visible (self->times_box, gtk_drop_down_get_selected (self->time_choice) == CERTAIN);
  g_signal_emit (self, signals[CHANGED], 0);
}

static HcField *
make_time (HcRequestWish *self,
           const char    *title)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", CLOCK_WIDTH, "max-width-chars", CLOCK_WIDTH, NULL);

  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return HC_FIELD (hc_field_new (title, entry));
}

static void
hc_request_wish_init (HcRequestWish *self)
{
  const char *const labels[] = { _("At any time"), _("In the morning"), _("In the afternoon"), _("Between two times…"),
                                 NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  GtkWidget *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACE, "line-spacing", SPACE, NULL);

  self->day_entry = HC_DATE_ENTRY (hc_date_entry_new ());
  self->time_choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time_choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time of Day"), -1);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->day_entry));
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->time_choice));
  self->day_field = HC_FIELD (hc_field_new ("", line));

  self->from_field = make_time (self, _("From"));
  self->until_field = make_time (self, _("Until"));
  self->times_box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACE, "line-spacing", SPACE, NULL);
  adw_wrap_box_append (ADW_WRAP_BOX (self->times_box), GTK_WIDGET (self->from_field));
  adw_wrap_box_append (ADW_WRAP_BOX (self->times_box), GTK_WIDGET (self->until_field));
  gtk_widget_set_visible (self->times_box, FALSE);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day_field));
  gtk_box_append (GTK_BOX (box), self->times_box);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->day_entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->time_choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * hc_request_wish_new:
 * @title: which of the wishes it is
 *
 * Returns: (transfer floating): no wish yet
 */
GtkWidget *
hc_request_wish_new (const char *title)
{
  HcRequestWish *self = g_object_new (HC_TYPE_REQUEST_WISH, NULL);

  hc_field_set_title (self->day_field, title);

  return GTK_WIDGET (self);
}

static void
set_minute (HcField *field,
            int      minute)
{
  g_autofree char *words = hc_schedule_dup_minute (minute % (24 * 60));

  gtk_editable_set_text (GTK_EDITABLE (hc_field_get_child (field)), words);
}

/**
 * hc_request_wish_set:
 * @self: a wish
 * @wish: what is wished for
 */
void
hc_request_wish_set (HcRequestWish           *self,
                     const HcAppointmentWish *wish)
{
  guint choice = ANY_TIME;

  g_return_if_fail (HC_IS_REQUEST_WISH (self));
  g_return_if_fail (wish != NULL);

  hc_date_entry_set_date (self->day_entry, &wish->day);
  if (wish->from < wish->until)
    for (choice = MORNING; choice < CERTAIN; choice++)
      if (times[choice].from == wish->from && times[choice].until == wish->until)
        break;

  if (choice == CERTAIN)
    {
      set_minute (self->from_field, wish->from);
      set_minute (self->until_field, wish->until);
    }
  gtk_drop_down_set_selected (self->time_choice, choice);
}

static gboolean
is_empty (HcRequestWish *self)
{
  return *hc_date_entry_get_text (self->day_entry) == '\0';
}

/* Returns: whether both times can be read and the second is later */
static gboolean
read_times (HcRequestWish     *self,
            HcAppointmentWish *wish)
{
  g_autofree char *from = hc_field_dup_text (self->from_field);
  g_autofree char *until = hc_field_dup_text (self->until_field);
  gboolean is_right = hc_field_set_fault (self->from_field, hc_typed_read_time (from, &wish->from));

  is_right &= hc_field_set_fault (self->until_field, hc_typed_read_time (until, &wish->until));
  if (is_right && wish->until == 0)
    wish->until = 24 * 60;
  if (is_right && wish->until <= wish->from)
    is_right = hc_field_set_fault (self->until_field, _("This is not after the first time."));

  return is_right;
}

/**
 * hc_request_wish_read:
 * @self: a wish
 * @wish: (out): what is wished for; its day is not valid when there is no wish
 *
 * Says at the field what cannot be meant.
 *
 * Returns: whether it can be meant
 */
gboolean
hc_request_wish_read (HcRequestWish     *self,
                      HcAppointmentWish *wish)
{
  guint choice;
  gboolean is_right = TRUE;

  g_return_val_if_fail (HC_IS_REQUEST_WISH (self), FALSE);
  g_return_val_if_fail (wish != NULL, FALSE);

  *wish = (HcAppointmentWish) { 0 };
  g_date_clear (&wish->day, 1);
  choice = gtk_drop_down_get_selected (self->time_choice);
  hc_field_set_fault (self->from_field, NULL);
  hc_field_set_fault (self->until_field, NULL);

  if (!is_empty (self))
    {
      is_right = hc_field_set_fault (self->day_field, hc_date_entry_read (self->day_entry, &wish->day));
      if (choice == CERTAIN)
        is_right &= read_times (self, wish);
      else
        {
          wish->from = times[choice].from;
          wish->until = times[choice].until;
        }
    }
  else
    {
      hc_field_set_fault (self->day_field, NULL);
    }

  self->has_own_fault = !is_right;
  if (!is_right)
    g_date_clear (&wish->day, 1);

  return is_right;
}

static HcField *
get_time_field (HcRequestWish *self,
                const char    *part)
{
  return g_str_equal (part, "from") ? self->from_field : self->until_field;
}

/* Returns: (transfer full): what stands there */
static char *
dup_part (HcRequestWish *self,
          const char    *part)
{
  if (g_str_equal (part, "day"))
    return g_strdup (hc_date_entry_get_text (self->day_entry));
  if (g_str_equal (part, "time"))
    return g_strdup_printf ("%u", gtk_drop_down_get_selected (self->time_choice));

  return hc_field_dup_text (get_time_field (self, part));
}

static void
set_part (HcRequestWish *self,
          const char    *part,
          const char    *text)
{
  guint64 choice;

  if (g_str_equal (part, "day"))
    hc_date_entry_set_text (self->day_entry, text);
  else if (!g_str_equal (part, "time"))
    gtk_editable_set_text (GTK_EDITABLE (hc_field_get_child (get_time_field (self, part))), text);
  else if (g_ascii_string_to_unsigned (text, 10, ANY_TIME, CERTAIN, &choice, NULL))
    gtk_drop_down_set_selected (self->time_choice, (guint) choice);
}

/**
 * hc_request_wish_keep:
 * @self: a wish that was read
 * @unfinished: what the appointment keeps of what is unfinished
 * @number: which of the wishes it is
 *
 * Returns: (transfer full): the same with what was entered here and cannot be meant, or not yet
 */
char *
hc_request_wish_keep (HcRequestWish *self,
                      const char    *unfinished,
                      guint          number)
{
  g_autofree char *kept = g_strdup (unfinished);
  gboolean is_unfinished;

  g_return_val_if_fail (HC_IS_REQUEST_WISH (self), NULL);

  is_unfinished = self->has_own_fault ||
                  (is_empty (self) && gtk_drop_down_get_selected (self->time_choice) != ANY_TIME);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *field = g_strdup_printf ("wish-%u-%s", number, parts[i]);
      g_autofree char *text = is_unfinished ? dup_part (self, parts[i]) : NULL;
      g_autofree char *before = g_steal_pointer (&kept);

      kept = hc_appointment_unfinished_set (before, HC_APPOINTMENT_DRAFT, field, text);
    }

  return g_steal_pointer (&kept);
}

/**
 * hc_request_wish_bring_back:
 * @self: a wish
 * @unfinished: what the appointment keeps of what is unfinished
 * @number: which of the wishes it is
 *
 * Shows what hc_request_wish_keep() kept.
 *
 * Returns: whether it kept anything
 */
gboolean
hc_request_wish_bring_back (HcRequestWish *self,
                            const char    *unfinished,
                            guint          number)
{
  gboolean is_unfinished = FALSE;

  g_return_val_if_fail (HC_IS_REQUEST_WISH (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *field = g_strdup_printf ("wish-%u-%s", number, parts[i]);
      g_autofree char *text = hc_appointment_unfinished_dup_text (unfinished, HC_APPOINTMENT_DRAFT, field);

      if (text == NULL)
        continue;

      set_part (self, parts[i], text);
      is_unfinished = TRUE;
    }

  return is_unfinished;
}

/**
 * hc_request_wish_set_problem:
 * @self: a wish that was read
 * @words: (nullable): what is wrong with it, or to be looked at
 * @is_fault: whether it is wrong
 */
void
hc_request_wish_set_problem (HcRequestWish *self,
                             const char    *words,
                             gboolean       is_fault)
{
  g_return_if_fail (HC_IS_REQUEST_WISH (self));

  if (!self->has_own_fault)
    hc_field_set_fault (self->day_field, is_fault ? words : NULL);
  hc_field_set_hint (self->day_field, is_fault ? NULL : words);
}
