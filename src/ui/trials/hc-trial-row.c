/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-row.h"

#include <glib/gi18n.h>

#include "hc-trial-words.h"
#include "hc-wrapped-label.h"

#define SPACE 4

/* More reasons are on the page of the trial. */
#define MAX_REASONS 3

/**
 * HcTrialRow:
 *
 * A trial in a list: its title, its status and phase, its nearest site, and why it is in its group. It can be chosen
 * to be compared.
 */
struct _HcTrialRow
{
  GtkBox          parent_instance;

  HcTrialDesk    *desk;
  char           *nct;        /* NULL between two */
  gboolean        is_filling; /* the button is set, not pressed */

  GtkWidget      *title;
  GtkWidget      *kind;
  GtkWidget      *nearest;
  GtkWidget      *reasons;
  GtkWidget      *remark;
  GtkCheckButton *compare;
};

G_DEFINE_FINAL_TYPE (HcTrialRow, hc_trial_row, GTK_TYPE_BOX)

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
update_compared (HcTrialRow *self)
{
  gboolean is_compared;

  if (self->nct == NULL)
    return;

  is_compared = hc_trial_desk_compares (self->desk, self->nct);
  self->is_filling = TRUE;
  gtk_check_button_set_active (self->compare, is_compared);
  self->is_filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare),
                            is_compared || hc_trial_desk_get_compared (self->desk)->len < HC_TRIAL_MAX_COMPARED);
}

static void
toggled_cb (HcTrialRow *self)
{
  if (!self->is_filling && self->nct != NULL)
    hc_trial_desk_set_compared (self->desk, self->nct, gtk_check_button_get_active (self->compare));
}

/* What decides comes first: what speaks against it, then what is to be asked. */
static char *
dup_reasons (HcTrialMatch *match)
{
  GPtrArray *reasons = hc_trial_match_get_fits (match);
  GString *words = g_string_new (NULL);

  if (hc_trial_match_get_fit (match) == HC_TRIAL_DOES_NOT_FIT)
    reasons = hc_trial_match_get_misfits (match);
  else if (hc_trial_match_get_fit (match) == HC_TRIAL_ASK)
    reasons = hc_trial_match_get_questions (match);

  for (guint i = 0; i < reasons->len && i < MAX_REASONS; i++)
    {
      const HcTrialReason *reason = g_ptr_array_index (reasons, i);

      g_string_append_printf (words, "%s• %s", words->len > 0 ? "\n" : "", reason->words);
    }

  if (reasons->len > MAX_REASONS)
    {
      guint n = reasons->len - MAX_REASONS;

      g_string_append_c (words, '\n');
      /* Translators: how many more reasons there are, below some that are listed. */
      g_string_append_printf (words, g_dngettext (NULL, "and %u more", "and %u more", n), n);
    }

  return g_string_free_and_steal (words);
}

static void
hc_trial_row_dispose (GObject *object)
{
  HcTrialRow *self = HC_TRIAL_ROW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->nct, g_free);

  G_OBJECT_CLASS (hc_trial_row_parent_class)->dispose (object);
}

static void
hc_trial_row_class_init (HcTrialRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_trial_row_dispose;
}

static void
hc_trial_row_init (HcTrialRow *self)
{
  /* A box of its own: the list sets the spaces of that which is its row. */
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  self->title = hc_wrapped_label_new (NULL, "heading");
  self->kind = hc_wrapped_label_new (NULL, "dimmed");
  self->nearest = hc_wrapped_label_new (NULL, NULL);
  self->reasons = hc_wrapped_label_new (NULL, NULL);
  self->remark = hc_wrapped_label_new (NULL, "dimmed");
  self->compare = GTK_CHECK_BUTTON (hc_wrapped_label_new_check (_("Compare")));
  gtk_widget_set_halign (GTK_WIDGET (self->compare), GTK_ALIGN_START);
  /* All of these buttons say the same: the trial tells them from each other. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->compare), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->title,
                                  NULL, -1);
  g_signal_connect_swapped (self->compare, "toggled", G_CALLBACK (toggled_cb), self);

  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->kind);
  gtk_box_append (GTK_BOX (box), self->nearest);
  gtk_box_append (GTK_BOX (box), self->reasons);
  gtk_box_append (GTK_BOX (box), self->remark);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->compare));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (self), box);
}

/**
 * hc_trial_row_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_trial_row_new (HcTrialDesk *desk)
{
  HcTrialRow *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_ROW, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update_compared), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * hc_trial_row_show:
 * @self: a row
 * @match: (nullable): a trial, %NULL for none
 * @remark: (nullable): what else is to be said of it
 *
 * Shows a trial.
 */
void
hc_trial_row_show (HcTrialRow   *self,
                   HcTrialMatch *match,
                   const char   *remark)
{
  g_autofree char *kind = NULL, *nearest = NULL, *reasons = NULL;

  g_return_if_fail (HC_IS_TRIAL_ROW (self));
  g_return_if_fail (match == NULL || HC_IS_TRIAL_MATCH (match));

  g_set_str (&self->nct, match != NULL ? hc_trial_match_get_nct (match) : NULL);
  if (match == NULL)
    return;

  kind = hc_trial_words_dup_kind (match);
  nearest = hc_trial_words_dup_nearest (match);
  reasons = dup_reasons (match);
  set_text (self->title, hc_trial_match_get_title (match));
  set_text (self->kind, kind);
  set_text (self->nearest, nearest);
  set_text (self->reasons, reasons);
  set_text (self->remark, remark);
  update_compared (self);
}
