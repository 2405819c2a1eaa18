/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-amount-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-schedule.h"
#include "hc-typed.h"
#include "hc-wrapped-label.h"

#define SPACE 6
#define WIDTH 5 /* letters */

/**
 * HcAmountEntry:
 *
 * An amount of a medicine: typed, or with a button for more and one for less, and behind it the same in words.
 * Unlike a spin button it changes nothing that was typed: what cannot be an amount is said.
 */
struct _HcAmountEntry
{
  GtkBox       parent_instance;

  HcDoseUnit   unit;
  char        *fault; /* what was said last */

  GtkEditable *entry;
  GtkWidget   *less_button;
  GtkLabel    *words_label;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcAmountEntry, hc_amount_entry, GTK_TYPE_BOX)

static void
update (HcAmountEntry *self)
{
  double amount = 0;
  const char *fault = hc_amount_entry_read (self, &amount);
  gboolean is_amount = fault == NULL && amount > 0 && amount <= HC_SCHEDULE_MAX_AMOUNT;
  g_autofree char *words = is_amount ? hc_dose_dup_words (amount, self->unit) : NULL;

  gtk_label_set_label (self->words_label, words != NULL ? words : "");
  gtk_widget_set_sensitive (self->less_button, is_amount && amount > 0.5);
}

static void
changed_cb (HcAmountEntry *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
more_cb (HcAmountEntry *self)
{
  double amount = 0;

  if (hc_amount_entry_read (self, &amount) != NULL)
    amount = 0;

  hc_amount_entry_set_amount (self, amount + 1);
}

/* Half of one is the least that is offered; anything else is typed. */
static void
less_cb (HcAmountEntry *self)
{
  double amount = 0;

  if (hc_amount_entry_read (self, &amount) == NULL)
    hc_amount_entry_set_amount (self, amount > 1 ? amount - 1 : 0.5);
}

static void
hc_amount_entry_finalize (GObject *object)
{
  g_free (HC_AMOUNT_ENTRY (object)->fault);

  G_OBJECT_CLASS (hc_amount_entry_parent_class)->finalize (object);
}

static void
hc_amount_entry_class_init (HcAmountEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_amount_entry_finalize;

  /**
   * HcAmountEntry::changed:
   *
   * Something else was entered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
add_button (HcAmountEntry *self,
            GtkWidget     *line,
            const char    *icon_name,
            const char    *label,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (line), button);

  return button;
}

static void
hc_amount_entry_init (HcAmountEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->unit = HC_DOSE_UNIT_OTHER;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  gtk_widget_add_css_class (line, "linked");
  gtk_widget_set_halign (line, GTK_ALIGN_START);
  self->less_button = add_button (self, line, "list-remove-symbolic", _("Less"), G_CALLBACK (less_cb));
  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "width-chars", WIDTH,
                              "max-width-chars", WIDTH,
                              "input-purpose", GTK_INPUT_PURPOSE_NUMBER,
                              NULL);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  add_button (self, line, "list-add-symbolic", _("More"), G_CALLBACK (more_cb));

  self->words_label = GTK_LABEL (hc_wrapped_label_new (NULL, "dimmed"));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->words_label, NULL, -1);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words_label));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}

/**
 * hc_amount_entry_new:
 *
 * Returns: (transfer floating): an entry without an amount
 */
GtkWidget *
hc_amount_entry_new (void)
{
  return g_object_new (HC_TYPE_AMOUNT_ENTRY, NULL);
}

/**
 * hc_amount_entry_set_unit:
 * @self: an entry
 * @unit: what the amount counts
 */
void
hc_amount_entry_set_unit (HcAmountEntry *self,
                          HcDoseUnit     unit)
{
  g_return_if_fail (HC_IS_AMOUNT_ENTRY (self));

  self->unit = unit;
  update (self);
}

/**
 * hc_amount_entry_set_amount:
 * @self: an entry
 * @amount: an amount; 0: none
 */
void
hc_amount_entry_set_amount (HcAmountEntry *self,
                            double         amount)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HC_IS_AMOUNT_ENTRY (self));

  text = amount != 0 ? hc_typed_dup_number (amount) : g_strdup ("");
  gtk_editable_set_text (self->entry, text);
}

/**
 * hc_amount_entry_read:
 * @self: an entry
 * @amount: (out): the number that was entered, which need not be an amount
 *
 * Returns: (nullable): what is wrong with it as a number, in words
 */
const char *
hc_amount_entry_read (HcAmountEntry *self,
                      double        *amount)
{
  g_return_val_if_fail (HC_IS_AMOUNT_ENTRY (self), NULL);

  return hc_typed_read_number (gtk_editable_get_text (self->entry), amount);
}

/**
 * hc_amount_entry_read_dose:
 * @self: an entry
 * @amount: (out): the amount that was entered
 *
 * Returns: (nullable): what is wrong with it as a dose, in the words of hc_schedule_check(); valid until the next
 *   call
 */
const char *
hc_amount_entry_read_dose (HcAmountEntry *self,
                           double        *amount)
{
  g_autoptr (HcSchedule) probe = NULL;
  g_autoptr (GError) error = NULL;
  const char *fault;

  g_return_val_if_fail (HC_IS_AMOUNT_ENTRY (self), NULL);

  fault = hc_amount_entry_read (self, amount);
  if (fault != NULL)
    return fault;

  probe = hc_schedule_new (HC_SCHEDULE_AS_NEEDED);
  g_date_set_dmy (&probe->first, 1, G_DATE_JANUARY, 2000);
  probe->amount = *amount;
  hc_schedule_check (probe, &error);
  g_set_str (&self->fault, error != NULL ? error->message : NULL);

  return self->fault;
}

/**
 * hc_amount_entry_read_stock:
 * @self: an entry
 * @amount: (out): the amount that was entered
 *
 * Returns: (nullable): what is wrong with it as what is there, in words; nothing may be left
 */
const char *
hc_amount_entry_read_stock (HcAmountEntry *self,
                            double        *amount)
{
  const char *fault;

  g_return_val_if_fail (HC_IS_AMOUNT_ENTRY (self), NULL);

  fault = hc_amount_entry_read (self, amount);
  if (fault == NULL && !(*amount >= 0))
    fault = _("It cannot be less than nothing.");
  if (fault == NULL && !(*amount <= HC_SCHEDULE_MAX_AMOUNT))
    fault = _("This is too much to be right.");

  return fault;
}

/**
 * hc_amount_entry_is_empty:
 * @self: an entry
 *
 * Returns: whether nothing was entered
 */
gboolean
hc_amount_entry_is_empty (HcAmountEntry *self)
{
  g_return_val_if_fail (HC_IS_AMOUNT_ENTRY (self), TRUE);

  return gtk_editable_get_text (self->entry)[strspn (gtk_editable_get_text (self->entry), " ")] == '\0';
}
