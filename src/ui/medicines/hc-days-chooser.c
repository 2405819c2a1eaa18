/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-days-chooser.h"

#include <glib/gi18n.h>

#include "hc-choice.h"
#include "hc-cycle-strip.h"
#include "hc-field.h"
#include "hc-typed.h"

#define N_WEEKDAYS 7

/* By HcDaysKind. */
static const char *const pages[] = { "every", "n", "week", "cycle" };

/* Cycles of treatments of colorectal cancer, those of capecitabine, trifluridine with tipiracil, and regorafenib
 * and fruquintinib. */
static const struct {
  const char *label;
  int         length;
  const char *days;
} cycles[] = {
  { N_("1–14 of 21"), 21, "1-14" },
  { N_("1–5 and 8–12 of 28"), 28, "1-5, 8-12" },
  { N_("1–21 of 28"), 28, "1-21" },
};

/**
 * HcDaysChooser:
 *
 * The days on which something is taken: each, each so many, of the week or of a treatment cycle.
 */
struct _HcDaysChooser
{
  GtkBox           parent_instance;

  GtkToggleButton *weekdays[N_WEEKDAYS]; /* Monday first */

  HcChoice        *kind_choice;
  GtkStack        *stack;
  HcField         *n_field;
  GtkEditable     *n_entry;
  HcField         *week_field;
  AdwWrapBox      *week_box;
  AdwWrapBox      *cycle_chips;
  HcField         *length_field;
  GtkEditable     *length_entry;
  HcField         *cycle_field;
  GtkEditable     *cycle_entry;
  HcCycleStrip    *strip;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDaysChooser, hc_days_chooser, GTK_TYPE_BOX)

static void
show_cycle (HcDaysChooser *self)
{
  HcDays days = { 0 };
  int length = 0;
  gboolean is_read = hc_typed_read_count (gtk_editable_get_text (self->length_entry), &length) == NULL
                     && hc_days_parse_cycle (gtk_editable_get_text (self->cycle_entry), length, &days, NULL);

  hc_cycle_strip_set_days (self->strip, is_read ? &days : NULL);
}

static void
changed_cb (HcDaysChooser *self)
{
  show_cycle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_changed_cb (HcDaysChooser *self)
{
  guint kind = hc_choice_get_selected (self->kind_choice);

  gtk_stack_set_visible_child_name (self->stack, pages[kind]);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), kind != HC_DAYS_EVERY);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chip_cb (HcDaysChooser *self,
         GtkWidget     *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cycle"));
  g_autofree char *length = g_strdup_printf ("%d", cycles[i].length);

  gtk_editable_set_text (self->length_entry, length);
  gtk_editable_set_text (self->cycle_entry, cycles[i].days);
}

static void
add_weekdays (HcDaysChooser *self)
{
  for (int i = 0; i < N_WEEKDAYS; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2001, 1, 1 + i, 0, 0, 0); /* a Monday */
      g_autofree char *name = g_date_time_format (day, "%A");
      g_autofree char *abbreviation = g_date_time_format (day, "%a");
      GtkWidget *button = gtk_toggle_button_new_with_label (abbreviation);

      /* What is seen on the button would be its name otherwise. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_tooltip_text (button, name);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (changed_cb), self);
      adw_wrap_box_append (self->week_box, button);
      self->weekdays[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
add_chips (HcDaysChooser *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (cycles); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(cycles[i].label));

      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      g_object_set_data (G_OBJECT (button), "cycle", GUINT_TO_POINTER (i));
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (chip_cb), self);
      adw_wrap_box_append (self->cycle_chips, button);
    }
}

static void
hc_days_chooser_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_DAYS_CHOOSER);

  G_OBJECT_CLASS (hc_days_chooser_parent_class)->dispose (object);
}

static void
hc_days_chooser_class_init (HcDaysChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_days_chooser_dispose;

  g_type_ensure (HC_TYPE_CHOICE);
  g_type_ensure (HC_TYPE_FIELD);
  g_type_ensure (HC_TYPE_CYCLE_STRIP);

  /**
   * HcDaysChooser::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-days-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, n_field);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, n_entry);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, week_field);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, week_box);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, cycle_chips);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, length_field);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, length_entry);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, cycle_field);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, cycle_entry);
  gtk_widget_class_bind_template_child (widget_class, HcDaysChooser, strip);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
}

static void
hc_days_chooser_init (HcDaysChooser *self)
{
  static const char *const kinds[] = {
    N_("Every day"),
    N_("Every so many days"),
    N_("On days of the week"),
    N_("On days of a treatment cycle"),
    NULL,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  hc_choice_set_labels (self->kind_choice, kinds);
  add_weekdays (self);
  add_chips (self);
}

/**
 * hc_days_chooser_set_days:
 * @self: a chooser
 * @days: what is to be chosen
 */
void
hc_days_chooser_set_days (HcDaysChooser *self,
                          const HcDays  *days)
{
  g_autofree char *number = NULL, *cycle = NULL;

  g_return_if_fail (HC_IS_DAYS_CHOOSER (self));
  g_return_if_fail (days != NULL);

  number = g_strdup_printf ("%d", days->n);
  if (days->kind == HC_DAYS_EVERY_N)
    gtk_editable_set_text (self->n_entry, number);

  for (int i = 0; days->kind == HC_DAYS_OF_WEEK && i < N_WEEKDAYS; i++)
    gtk_toggle_button_set_active (self->weekdays[i], (days->week & (1u << i)) != 0);

  if (days->kind == HC_DAYS_OF_CYCLE)
    {
      cycle = hc_days_dup_cycle (days);
      gtk_editable_set_text (self->length_entry, number);
      gtk_editable_set_text (self->cycle_entry, cycle);
    }

  hc_choice_set_selected (self->kind_choice, days->kind);
}

static gboolean
read_n (HcDaysChooser *self,
        HcDays        *days)
{
  g_autoptr (GError) error = NULL;
  const char *fault = hc_typed_read_count (gtk_editable_get_text (self->n_entry), &days->n);

  if (fault == NULL && !hc_days_check (days, &error))
    fault = error->message;

  return hc_field_set_fault (self->n_field, fault);
}

static gboolean
read_week (HcDaysChooser *self,
           HcDays        *days)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < N_WEEKDAYS; i++)
    if (gtk_toggle_button_get_active (self->weekdays[i]))
      days->week |= 1u << i;

  hc_days_check (days, &error);

  return hc_field_set_fault (self->week_field, error != NULL ? error->message : NULL);
}

static gboolean
read_cycle (HcDaysChooser *self,
            HcDays        *days)
{
  g_autoptr (GError) error = NULL, length_error = NULL;
  const char *fault = hc_typed_read_count (gtk_editable_get_text (self->length_entry), &days->n);

  /* What is wrong with the length is said at the length: the first day alone is in every cycle. */
  if (fault == NULL && !hc_days_check (&(HcDays) { .kind = HC_DAYS_OF_CYCLE, .n = days->n, .cycle = { 1 } },
                                       &length_error))
    fault = length_error->message;

  if (!hc_field_set_fault (self->length_field, fault))
    {
      hc_field_set_fault (self->cycle_field, NULL);
      return FALSE;
    }

  hc_days_parse_cycle (gtk_editable_get_text (self->cycle_entry), days->n, days, &error);

  return hc_field_set_fault (self->cycle_field, error != NULL ? error->message : NULL);
}

/**
 * hc_days_chooser_read:
 * @self: a chooser
 * @days: (out): what was chosen
 *
 * Returns: whether there are such days; if not, the fields know what is wrong
 */
gboolean
hc_days_chooser_read (HcDaysChooser *self,
                      HcDays        *days)
{
  g_return_val_if_fail (HC_IS_DAYS_CHOOSER (self), FALSE);
  g_return_val_if_fail (days != NULL, FALSE);

  *days = (HcDays) { .kind = (HcDaysKind) hc_choice_get_selected (self->kind_choice) };

  switch (days->kind)
    {
    case HC_DAYS_EVERY_N:
      return read_n (self, days);

    case HC_DAYS_OF_WEEK:
      return read_week (self, days);

    case HC_DAYS_OF_CYCLE:
      return read_cycle (self, days);

    case HC_DAYS_EVERY:
    default:
      return TRUE;
    }
}
