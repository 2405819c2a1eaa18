/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-form.h"

#include <glib/gi18n.h>

#include "hc-dose-unit-drop-down.h"
#include "hc-field.h"
#include "hc-link.h"
#include "hc-pill-drawing.h"
#include "hc-pill-words.h"
#include "hc-wrapped-label.h"

#define SPACE 24
#define CHIP_SPACE 6
#define MAX_CHIPS 12
#define MAX_LOOKS 24
#define DRAWING_WIDTH 130
#define DRAWING_HEIGHT 64

/**
 * HcMedicineForm:
 *
 * What a medicine is exactly: its name, its strength, its form, what doses count, and what a pill looks like. What
 * the library or a label knows of it can be chosen, and all else typed.
 */
struct _HcMedicineForm
{
  GtkBox           parent_instance;

  HcMedicine      *proposal; /* NULL before one is set */
  GPtrArray       *pills;    /* of HcPill: what is known of it */
  gboolean         is_filling;
  gboolean         has_chosen_unit;

  HcField         *name_field;
  GtkEditable     *name_entry;
  HcField         *strength_field;
  GtkEditable     *strength_entry;
  AdwWrapBox      *strength_chips;
  HcField         *form_field;
  GtkEditable     *form_entry;
  AdwWrapBox      *form_chips;
  GtkDropDown     *unit_drop_down;
  HcField         *looks_field;
  AdwWrapBox      *looks;
  GtkToggleButton *no_look; /* the first of the looks */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcMedicineForm, hc_medicine_form, GTK_TYPE_BOX)

static void
changed (HcMedicineForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

static gboolean
has_look (const HcPillLook *look)
{
  return look->shape != HC_PILL_SHAPE_UNKNOWN || (look->front != NULL && *look->front != '\0');
}

static void
chip_cb (GtkEditable *entry,
         GtkButton   *button)
{
  gtk_editable_set_text (entry, gtk_button_get_label (button));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

/* Whether there is such a chip already, or no room for another one. */
static gboolean
has_chip (AdwWrapBox *box,
          const char *text)
{
  guint n = 0;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (box)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (++n == MAX_CHIPS || g_utf8_collate (gtk_button_get_label (GTK_BUTTON (chip)), text) == 0)
      return TRUE;

  return FALSE;
}

static void
add_chip (AdwWrapBox  *box,
          GtkEditable *entry,
          const char  *text)
{
  GtkWidget *button;

  if (*text == '\0' || has_chip (box, text))
    return;

  button = gtk_button_new_with_label (text);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (chip_cb), entry);
  adw_wrap_box_append (box, button);
  gtk_widget_set_visible (GTK_WIDGET (box), TRUE);
}

/* What is known of the medicine, each once. */
static void
fill_chips (HcMedicineForm *self)
{
  clear (self->strength_chips);
  clear (self->form_chips);
  gtk_widget_set_visible (GTK_WIDGET (self->strength_chips), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->form_chips), FALSE);

  for (guint i = 0; i < self->pills->len; i++)
    {
      const HcPillDetails *details = hc_pill_get_details (g_ptr_array_index (self->pills, i));
      g_autofree char *form = g_utf8_strdown (details->form, -1);

      add_chip (self->strength_chips, self->strength_entry, details->strength);
      add_chip (self->form_chips, self->form_entry, form);
    }
}

/* Who knows the pill knows its strength and its form. */
static void
look_toggled_cb (HcMedicineForm  *self,
                 GtkToggleButton *button)
{
  HcPill *pill = g_object_get_data (G_OBJECT (button), "pill");
  const HcPillDetails *details = pill != NULL ? hc_pill_get_details (pill) : NULL;

  if (self->is_filling)
    return;

  if (details != NULL && gtk_toggle_button_get_active (button))
    {
      g_autofree char *form = g_utf8_strdown (details->form, -1);

      if (*gtk_editable_get_text (self->form_entry) == '\0')
        gtk_editable_set_text (self->form_entry, form);

      /* That the others go now would only confuse. */
      self->is_filling = TRUE;
      if (*gtk_editable_get_text (self->strength_entry) == '\0')
        gtk_editable_set_text (self->strength_entry, details->strength);
      self->is_filling = FALSE;
    }

  changed (self);
}

static GtkWidget *
create_look (HcMedicineForm *self,
             HcPill         *pill)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, CHIP_SPACE);
  GtkWidget *drawing = hc_pill_drawing_new (pill);
  const HcPillDetails *details = hc_pill_get_details (pill);
  g_autofree char *words = hc_pill_words_describe (pill);

  gtk_widget_set_size_request (drawing, DRAWING_WIDTH, DRAWING_HEIGHT);
  gtk_box_append (GTK_BOX (content), drawing);
  gtk_box_append (GTK_BOX (content), hc_wrapped_label_new_centered (*details->maker != '\0' ? details->maker
                                                                                            : details->strength,
                                                                    "caption"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->no_look);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "pill", g_object_ref (pill), g_object_unref);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (look_toggled_cb), self);

  return button;
}

static gboolean
is_same_look (const HcPillLook *a,
              const HcPillLook *b)
{
  return g_strcmp0 (a->front, b->front) == 0 && g_strcmp0 (a->back, b->back) == 0 && a->shape == b->shape
         && a->colors[0] == b->colors[0] && a->colors[1] == b->colors[1];
}

/* The look that is chosen; NULL for none. */
static HcPill *
get_look (HcMedicineForm *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->looks)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return g_object_get_data (G_OBJECT (button), "pill");

  return NULL;
}

/* The pills of the strength that was entered; all of them before that. What is chosen stays chosen. */
static void
fill_looks (HcMedicineForm *self)
{
  g_autofree char *strength = hc_field_dup_text (self->strength_field);
  HcPill *chosen = get_look (self);
  HcPillLook look = chosen != NULL ? *hc_pill_get_look (chosen) : (HcPillLook) { 0 };
  g_autoptr (HcPill) kept = chosen != NULL ? g_object_ref (chosen) : NULL;
  guint n = 0;

  clear (self->looks);
  self->no_look = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (self->no_look), hc_wrapped_label_new (_("None of These"), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->no_look),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("None of These"), -1);
  gtk_toggle_button_set_active (self->no_look, TRUE);
  adw_wrap_box_append (self->looks, GTK_WIDGET (self->no_look));

  for (guint i = 0; i < self->pills->len && n < MAX_LOOKS; i++)
    {
      HcPill *pill = g_ptr_array_index (self->pills, i);
      GtkWidget *button;

      if (!has_look (hc_pill_get_look (pill)) ||
          (*strength != '\0' && g_utf8_collate (hc_pill_get_details (pill)->strength, strength) != 0))
        continue;

      button = create_look (self, pill);
      adw_wrap_box_append (self->looks, button);
      if (kept != NULL && is_same_look (hc_pill_get_look (pill), &look))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      n++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->looks_field), n > 0);
}

static void
strength_changed_cb (HcMedicineForm *self)
{
  if (self->is_filling)
    return;

  self->is_filling = TRUE;
  fill_looks (self);
  self->is_filling = FALSE;
  changed (self);
}

/* The form says what is counted, unless somebody has said it. */
static void
form_changed_cb (HcMedicineForm *self)
{
  g_autofree char *form = hc_field_dup_text (self->form_field);
  gboolean was_filling = self->is_filling;

  if (!self->has_chosen_unit && *form != '\0')
    {
      self->is_filling = TRUE;
      hc_dose_unit_drop_down_set (self->unit_drop_down, hc_dose_unit_from_form (form));
      self->is_filling = was_filling;
    }

  changed (self);
}

static void
unit_changed_cb (HcMedicineForm *self)
{
  if (!self->is_filling)
    self->has_chosen_unit = TRUE;

  changed (self);
}

static void
hc_medicine_form_finalize (GObject *object)
{
  HcMedicineForm *self = HC_MEDICINE_FORM (object);

  g_clear_object (&self->proposal);
  g_clear_pointer (&self->pills, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_medicine_form_parent_class)->finalize (object);
}

static void
hc_medicine_form_class_init (HcMedicineFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_medicine_form_finalize;

  /**
   * HcMedicineForm::changed:
   *
   * The person has entered something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static AdwWrapBox *
new_chips (const char *label)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "child-spacing", CHIP_SPACE,
                                 "line-spacing", CHIP_SPACE,
                                 NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return ADW_WRAP_BOX (box);
}

/* An entry, and below it what is known of it. */
static HcField *
add_entry (HcMedicineForm *self,
           const char     *title,
           GtkEditable   **entry,
           AdwWrapBox     *chips,
           GCallback       callback)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, CHIP_SPACE);
  GtkWidget *field;

  *entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*entry));
  if (chips != NULL)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (chips));

  field = hc_field_new (title, box);
  g_signal_connect_swapped (*entry, "changed", callback, self);
  gtk_box_append (GTK_BOX (self), field);

  return HC_FIELD (field);
}

static void
hc_medicine_form_init (HcMedicineForm *self)
{
  self->pills = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);

  self->strength_chips = new_chips (_("Strengths That Are Known"));
  self->form_chips = new_chips (_("Forms That Are Known"));
  self->name_field = add_entry (self, _("Name"), &self->name_entry, NULL, G_CALLBACK (changed));
  self->strength_field = add_entry (self, _("Strength, If You Know It"), &self->strength_entry, self->strength_chips,
                                    G_CALLBACK (strength_changed_cb));
  hc_field_set_hint (self->strength_field, _("As on the box, such as 500 mg."));
  self->form_field = add_entry (self, _("Form, If You Like"), &self->form_entry, self->form_chips,
                                G_CALLBACK (form_changed_cb));
  hc_field_set_hint (self->form_field, _("Such as tablet, capsule or drops."));

  self->unit_drop_down = GTK_DROP_DOWN (hc_dose_unit_drop_down_new (HC_DOSE_UNIT_OTHER));
  g_signal_connect_swapped (self->unit_drop_down, "notify::selected", G_CALLBACK (unit_changed_cb), self);
  gtk_box_append (GTK_BOX (self), hc_field_new (_("Doses Are Counted In"), GTK_WIDGET (self->unit_drop_down)));

  self->looks = new_chips (_("What It Looks Like"));
  self->looks_field = HC_FIELD (hc_field_new (_("What It Looks Like, If You Have It at Hand"),
                                              GTK_WIDGET (self->looks)));
  hc_field_set_hint (self->looks_field, _("Drawings from the makers' descriptions."));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->looks_field));
}

static void
add_label_pills (HcMedicineForm *self,
                 HcContext      *context,
                 const char     *set_id)
{
  g_autoptr (HcLabel) label = hc_label_catalog_load (hc_context_get_labels (context), set_id, NULL);

  for (guint i = 0; label != NULL && i < label->products->len; i++)
    g_ptr_array_add (self->pills, hc_label_product_make_pill (g_ptr_array_index (label->products, i), label));
}

/* What the library or the label knows. Nothing of it is needed, so that an error changes nothing. */
static void
load_pills (HcMedicineForm *self,
            HcContext      *context)
{
  const HcMedicineDetails *details = hc_medicine_get_details (self->proposal);
  g_autoptr (HcLink) link = details->link != NULL ? hc_link_parse (details->link, NULL) : NULL;
  GPtrArray *pills;

  g_ptr_array_set_size (self->pills, 0);
  if (link == NULL)
    return;

  pills = hc_library_list_pills (hc_context_get_library (context), details->link, NULL);
  if (pills != NULL)
    g_ptr_array_extend_and_steal (self->pills, pills);

  if (g_str_equal (link->place, "label") && link->id != NULL)
    add_label_pills (self, context, link->id);
}

static void
choose_look (HcMedicineForm   *self,
             const HcPillLook *look)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->looks)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      HcPill *pill = g_object_get_data (G_OBJECT (button), "pill");

      if (pill != NULL && is_same_look (hc_pill_get_look (pill), look))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
    }
}

/**
 * hc_medicine_form_set_proposal:
 * @self: a form
 * @context: the library and the imported labels
 * @proposal: what is known of the medicine
 *
 * Fills the form anew. ::changed is not emitted.
 */
void
hc_medicine_form_set_proposal (HcMedicineForm *self,
                               HcContext      *context,
                               HcMedicine     *proposal)
{
  const HcMedicineDetails *details;
  g_autofree char *form = NULL;

  g_return_if_fail (HC_IS_MEDICINE_FORM (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (proposal));

  details = hc_medicine_get_details (proposal);
  form = g_utf8_strdown (details->form, -1);
  g_set_object (&self->proposal, proposal);
  self->is_filling = TRUE;
  self->has_chosen_unit = FALSE;

  load_pills (self, context);
  /* A look that nobody else knows can be kept, too. */
  if (has_look (&details->look))
    {
      g_autoptr (HcPill) pill = hc_medicine_make_pill (proposal);
      gboolean is_known = FALSE;

      for (guint i = 0; i < self->pills->len; i++)
        is_known = is_known || is_same_look (hc_pill_get_look (g_ptr_array_index (self->pills, i)), &details->look);
      if (!is_known)
        g_ptr_array_insert (self->pills, 0, g_steal_pointer (&pill));
    }

  gtk_editable_set_text (self->name_entry, details->name);
  gtk_editable_set_text (self->strength_entry, details->strength);
  hc_dose_unit_drop_down_set (self->unit_drop_down, details->unit);
  gtk_editable_set_text (self->form_entry, form);
  fill_chips (self);
  fill_looks (self);
  choose_look (self, &details->look);

  self->is_filling = FALSE;
}

/**
 * hc_medicine_form_dup_medicine:
 * @self: a form that was filled
 *
 * Returns: (transfer full) (nullable): a medicine that is not saved, with what was entered; %NULL when something is
 *   wrong, which the fields know then
 */
HcMedicine *
hc_medicine_form_dup_medicine (HcMedicineForm *self)
{
  HcMedicineDetails details;
  g_autofree char *name = NULL, *strength = NULL, *form = NULL;
  gboolean is_right;
  HcPill *look;

  g_return_val_if_fail (HC_IS_MEDICINE_FORM (self), NULL);
  g_return_val_if_fail (self->proposal != NULL, NULL);

  name = hc_field_dup_text (self->name_field);
  is_right = *name == '\0' ? hc_field_set_fault (self->name_field, _("A medicine needs a name."))
                           : hc_field_check_name (self->name_field);
  is_right = hc_field_check_name (self->strength_field) && is_right;
  is_right = hc_field_check_name (self->form_field) && is_right;
  if (!is_right)
    return NULL;

  look = get_look (self);
  details = *hc_medicine_get_details (self->proposal);
  details.name = name;
  details.strength = strength = hc_field_dup_text (self->strength_field);
  details.form = form = hc_field_dup_text (self->form_field);
  details.unit = hc_dose_unit_drop_down_get (self->unit_drop_down);
  details.look = look != NULL ? *hc_pill_get_look (look) : (HcPillLook) { 0 };

  return hc_medicine_new (&details);
}
