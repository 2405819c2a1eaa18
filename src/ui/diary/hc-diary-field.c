/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-field.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hc-diary-number.h"
#include "hc-wrapped-label.h"

#define SPACE 6
/* What a numb finger finds. */
#define TARGET_SIZE 48
#define NUMBER_WIDTH 8

/**
 * HcDiaryField:
 *
 * The answer to the question of a kind of entry: its grades as large rows, a scale as buttons, or a number with its
 * unit. What cannot be is said below it, in the limits that hold. A kind that is only words has none.
 */
struct _HcDiaryField
{
  GtkBox          parent_instance;

  HcDiaryDesk    *desk;
  HcDiaryKind    *kind;
  GPtrArray      *buttons; /* of a grade, a choice or a scale: one for each number */
  GtkWidget      *entry;   /* of a number */
  GtkWidget      *other;   /* chooses the other unit; NULL where there is none */
  GtkWidget      *fault;

  char           *shown;   /* the text of the number that was set; NULL for none */
  double          set_value;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDiaryField, hc_diary_field, GTK_TYPE_BOX)

static void
hc_diary_field_dispose (GObject *object)
{
  HcDiaryField *self = HC_DIARY_FIELD (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->kind);

  G_OBJECT_CLASS (hc_diary_field_parent_class)->dispose (object);
}

static void
hc_diary_field_class_init (HcDiaryFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_diary_field_dispose;

  /**
   * HcDiaryField::changed:
   *
   * The person has answered, or has begun to.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_diary_field_init (HcDiaryField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  self->buttons = g_ptr_array_new ();
}

static gboolean
uses_other (HcDiaryField *self)
{
  return self->other != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->other));
}

/* What was shown and not touched is what it was before it was rounded and converted. */
static HcDiaryNumberFault
parse (HcDiaryField *self,
       double       *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (g_strcmp0 (text, self->shown) == 0)
    {
      *value = self->set_value;
      return HC_DIARY_NUMBER_FINE;
    }

  return hc_diary_number_parse (self->kind, text, uses_other (self), value);
}

/* Returns: (transfer full) (nullable): what is wrong with the number; when it is one in the other unit, that is said */
static char *
dup_fault (HcDiaryField       *self,
           HcDiaryNumberFault  fault)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (self->kind);
  gboolean in_other = uses_other (self);
  g_autofree char *words = hc_diary_number_dup_words (self->kind, fault, in_other);
  double value;

  if (fault == HC_DIARY_NUMBER_LIMITS && self->other != NULL &&
      hc_diary_number_parse (self->kind, gtk_editable_get_text (GTK_EDITABLE (self->entry)), !in_other, &value) ==
        HC_DIARY_NUMBER_FINE)
    /* Translators: a sentence that says what numbers there are in this unit, and another unit. */
    return g_strdup_printf (_("%s If it is in %s, choose that unit."), words,
                            in_other ? details->unit : details->other_unit);

  return g_steal_pointer (&words);
}

static void
show_fault (HcDiaryField *self,
            const char   *words)
{
  GtkWidget *target = self->entry;

  gtk_label_set_text (GTK_LABEL (self->fault), words != NULL ? words : "");
  gtk_widget_set_visible (self->fault, words != NULL);
  if (target == NULL)
    return;

  if (words != NULL)
    gtk_widget_add_css_class (target, "error");
  else
    gtk_widget_remove_css_class (target, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
changed_cb (HcDiaryField *self)
{
  /* Nobody is told of a fault while they write; but one that is shown goes as soon as it is mended. */
  show_fault (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
button_toggled_cb (HcDiaryField *self,
                   gpointer      button)
{
  gboolean is_active = GTK_IS_CHECK_BUTTON (button) ? gtk_check_button_get_active (button)
                                                    : gtk_toggle_button_get_active (button);

  if (is_active)
    changed_cb (self);
}

static void
unit_toggled_cb (HcDiaryField *self)
{
  /* The same digits mean something else now. */
  g_clear_pointer (&self->shown, g_free);
  hc_diary_desk_set_other_unit (self->desk, hc_diary_kind_get_details (self->kind)->id, uses_other (self));
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    changed_cb (self);
}

static void
add_rows (HcDiaryField *self)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (self->kind);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, details->question, -1);

  for (guint i = 0; details->words[i] != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new ();
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "use-markup", FALSE,
                                     "title", details->words[i],
                                     "activatable-widget", button,
                                     NULL);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, details->words[i], -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  gtk_box_append (GTK_BOX (self), list);
}

static void
add_scale (HcDiaryField *self)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (self->kind);
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "child-spacing", SPACE,
                                 "line-spacing", SPACE,
                                 NULL);
  g_autofree char *ends = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, details->question, -1);

  for (int i = 0; i <= (int) details->maximum; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      /* Translators: a step of a scale: “3 of 10”. */
      g_autofree char *label = g_strdup_printf (_("%d of %d"), i, (int) details->maximum);
      GtkWidget *button = gtk_toggle_button_new_with_label (number);

      gtk_widget_set_size_request (button, TARGET_SIZE, TARGET_SIZE);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
      /* What is seen on the button would be its name otherwise. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->buttons, button);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
    }

  /* Translators: what the ends of a scale mean: “0: No pain. 10: The worst pain I can imagine.” */
  ends = g_strdup_printf (_("0: %s. %d: %s."), details->words[0], (int) details->maximum, details->words[1]);
  gtk_box_append (GTK_BOX (self), box);
  gtk_box_append (GTK_BOX (self), hc_wrapped_label_new (ends, "dimmed"));
}

static GtkWidget *
new_unit_button (const char *unit)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (unit);

  gtk_widget_set_size_request (button, TARGET_SIZE, TARGET_SIZE);

  return button;
}

static void
add_number (HcDiaryField *self)
{
  const HcDiaryKindDetails *details = hc_diary_kind_get_details (self->kind);
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACE, "line-spacing", SPACE, NULL);

  self->entry = g_object_new (GTK_TYPE_ENTRY,
                              "input-purpose", GTK_INPUT_PURPOSE_NUMBER,
                              "activates-default", TRUE,
                              "width-chars", NUMBER_WIDTH,
                              "max-width-chars", NUMBER_WIDTH,
                              "height-request", TARGET_SIZE,
                              NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, details->question, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (box), self->entry);

  if (details->other_unit != NULL)
    {
      GtkWidget *unit = new_unit_button (details->unit);

      self->other = new_unit_button (details->other_unit);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->other), GTK_TOGGLE_BUTTON (unit));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (unit), TRUE);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->other),
                                    hc_diary_desk_uses_other_unit (self->desk, details->id));
      g_signal_connect_object (self->other, "toggled", G_CALLBACK (unit_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (box), unit);
      adw_wrap_box_append (ADW_WRAP_BOX (box), self->other);
    }
  else if (details->unit != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (box), gtk_label_new (details->unit));

  gtk_box_append (GTK_BOX (self), box);
}

/**
 * hc_diary_field_new:
 * @desk: what the parts of the diary share
 * @kind: a kind of entry
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
hc_diary_field_new (HcDiaryDesk *desk,
                    HcDiaryKind *kind)
{
  HcDiaryField *self;

  g_return_val_if_fail (HC_IS_DIARY_DESK (desk), NULL);
  g_return_val_if_fail (HC_IS_DIARY_KIND (kind), NULL);

  self = g_object_new (HC_TYPE_DIARY_FIELD, NULL);
  self->desk = g_object_ref (desk);
  self->kind = g_object_ref (kind);

  switch (hc_diary_kind_get_details (kind)->input)
    {
    case HC_DIARY_INPUT_GRADE:
    case HC_DIARY_INPUT_CHOICE:
      add_rows (self);
      break;
    case HC_DIARY_INPUT_SCALE10:
      add_scale (self);
      break;
    case HC_DIARY_INPUT_NUMBER:
    case HC_DIARY_INPUT_COUNT:
      add_number (self);
      break;
    case HC_DIARY_INPUT_TEXT:
    default:
      break;
    }

  self->fault = hc_wrapped_label_new (NULL, "error");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_box_append (GTK_BOX (self), self->fault);
  if (self->entry != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->fault,
                                    NULL, -1);

  return GTK_WIDGET (self);
}

/**
 * hc_diary_field_get_kind:
 * @self: a field
 *
 * Returns: (transfer none): what is asked
 */
HcDiaryKind *
hc_diary_field_get_kind (HcDiaryField *self)
{
  g_return_val_if_fail (HC_IS_DIARY_FIELD (self), NULL);

  return self->kind;
}

/**
 * hc_diary_field_set_value:
 * @self: a field
 * @value: the answer, in the unit of the kind
 *
 * Shows an answer.
 */
void
hc_diary_field_set_value (HcDiaryField *self,
                          double        value)
{
  g_return_if_fail (HC_IS_DIARY_FIELD (self));

  if (self->entry != NULL)
    {
      const HcDiaryKindDetails *details = hc_diary_kind_get_details (self->kind);
      gboolean in_other = uses_other (self);

      g_free (self->shown);
      self->shown = g_strdup_printf ("%.*f", in_other ? details->other_digits : details->digits,
                                     in_other ? hc_diary_kind_to_other (self->kind, value) : value);
      self->set_value = value;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
    }
  else if (hc_diary_kind_accepts (self->kind, value) && (guint) value < self->buttons->len)
    {
      gpointer button = g_ptr_array_index (self->buttons, (guint) value);

      if (GTK_IS_CHECK_BUTTON (button))
        gtk_check_button_set_active (button, TRUE);
      else
        gtk_toggle_button_set_active (button, TRUE);
    }
}

/**
 * hc_diary_field_get_value:
 * @self: a field
 * @value: (out): the answer, in the unit of the kind
 *
 * Returns: whether there is an answer that can be
 */
gboolean
hc_diary_field_get_value (HcDiaryField *self,
                          double       *value)
{
  g_return_val_if_fail (HC_IS_DIARY_FIELD (self), FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (self->entry != NULL)
    return parse (self, value) == HC_DIARY_NUMBER_FINE;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      gpointer button = g_ptr_array_index (self->buttons, i);

      if (GTK_IS_CHECK_BUTTON (button) ? gtk_check_button_get_active (button) : gtk_toggle_button_get_active (button))
        {
          *value = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * hc_diary_field_is_empty:
 * @self: a field
 *
 * Returns: whether nothing was answered
 */
gboolean
hc_diary_field_is_empty (HcDiaryField *self)
{
  double value;

  g_return_val_if_fail (HC_IS_DIARY_FIELD (self), TRUE);

  if (self->entry != NULL)
    return parse (self, &value) == HC_DIARY_NUMBER_EMPTY;

  return !hc_diary_field_get_value (self, &value);
}

/**
 * hc_diary_field_check:
 * @self: a field
 *
 * Says at the field what is wrong with the answer, and goes there.
 *
 * Returns: whether there is an answer that can be
 */
gboolean
hc_diary_field_check (HcDiaryField *self)
{
  g_autofree char *words = NULL;
  double value;

  g_return_val_if_fail (HC_IS_DIARY_FIELD (self), FALSE);

  if (hc_diary_field_get_value (self, &value))
    {
      show_fault (self, NULL);
      return TRUE;
    }

  words = self->entry != NULL ? dup_fault (self, parse (self, &value)) : g_strdup (_("Choose an answer."));
  show_fault (self, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_grab_focus (self->entry != NULL ? self->entry : g_ptr_array_index (self->buttons, 0));

  return FALSE;
}
