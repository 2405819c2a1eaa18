/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-row.h"

#include "hc-medicine-words.h"
#include "hc-pill-drawing.h"
#include "hc-supply.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define PADDING 12
#define DRAWING_WIDTH 56
#define DRAWING_HEIGHT 36

/**
 * HcMedicineRow:
 *
 * A medicine of the person: what it looks like, its name, how it is taken, the next dose, and a warning when
 * little of it is left. It leads to its page.
 */
struct _HcMedicineRow
{
  GtkListBoxRow  parent_instance;

  HcContext     *context;
  HcMedicine    *medicine;
  char          *supply_words; /* NULL: nothing to warn of, or not known yet */
  guint          n_asked;      /* how often the supply was asked for; an answer to another question is old */

  GtkWidget     *drawing;
  GtkWidget     *title;
  GtkWidget     *schedule;
  GtkWidget     *next;
  GtkWidget     *supply;
  GtkWidget     *supply_label;
};

G_DEFINE_FINAL_TYPE (HcMedicineRow, hc_medicine_row, GTK_TYPE_LIST_BOX_ROW)

/* Where the answer to a question belongs. */
typedef struct
{
  HcMedicineRow *row;
  guint          n_asked;
} Asked;

static void
update_words (HcMedicineRow *self)
{
  const char *words[] = { gtk_label_get_label (GTK_LABEL (self->schedule)),
                          gtk_widget_get_visible (self->next) ? gtk_label_get_label (GTK_LABEL (self->next)) : NULL,
                          self->supply_words };
  g_autoptr (GString) description = g_string_new (NULL);

  gtk_widget_set_visible (self->supply, self->supply_words != NULL);
  gtk_label_set_label (GTK_LABEL (self->supply_label), self->supply_words != NULL ? self->supply_words : "");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_string_append_printf (description, "%s%s", description->len > 0 ? ". " : "", words[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (self->title)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str,
                                  -1);
}

static void
supply_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (HcMedicineRow) self = asked->row;
  g_autoptr (GError) error = NULL;
  HcSupply supply;
  gboolean is_known = hc_supply_read_finish (HC_DOSE_LOG (source), result, &supply, &error);

  if (self->medicine == NULL || asked->n_asked != self->n_asked)
    return;

  /* The window tells when the profile cannot be read. */
  g_clear_pointer (&self->supply_words, g_free);
  if (is_known && supply.is_low)
    self->supply_words = hc_supply_dup_words (&supply, hc_medicine_get_details (self->medicine)->unit);
  update_words (self);
}

static void
ask_for_supply (HcMedicineRow *self,
                GDateTime     *now)
{
  HcDoseLog *log = hc_profile_get_dose_log (hc_context_get_profile (self->context));
  const HcMedicineDetails *details = hc_medicine_get_details (self->medicine);
  Asked *asked;

  self->n_asked++;
  if (details->counted == NULL || details->refill_at <= 0 || !hc_medicine_is_taken (self->medicine, now))
    {
      g_clear_pointer (&self->supply_words, g_free);
      return;
    }

  asked = g_new0 (Asked, 1);
  asked->row = g_object_ref (self);
  asked->n_asked = self->n_asked;
  hc_supply_read_async (log, self->medicine, now, supply_read_cb, asked);
}

/**
 * hc_medicine_row_update:
 * @self: a row
 *
 * Looks again, after doses were taken or time has gone by.
 */
void
hc_medicine_row_update (HcMedicineRow *self)
{
  g_autoptr (HcPill) pill = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *title = NULL, *schedule = NULL, *next = NULL;

  g_return_if_fail (HC_IS_MEDICINE_ROW (self));

  pill = hc_medicine_make_pill (self->medicine);
  now = hc_clock_dup_time (hc_context_get_clock (self->context));
  title = hc_medicine_dup_title (self->medicine);
  schedule = hc_medicine_words_schedule (self->medicine, now);
  next = hc_medicine_words_next (self->medicine, now);

  hc_pill_drawing_set_pill (HC_PILL_DRAWING (self->drawing), pill);
  gtk_widget_set_visible (self->drawing, hc_pill_get_look (pill)->shape != HC_PILL_SHAPE_UNKNOWN);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->schedule), schedule);
  gtk_label_set_label (GTK_LABEL (self->next), next != NULL ? next : "");
  gtk_widget_set_visible (self->next, next != NULL);
  ask_for_supply (self, now);
  update_words (self);
}

static void
hc_medicine_row_dispose (GObject *object)
{
  HcMedicineRow *self = HC_MEDICINE_ROW (object);

  g_clear_object (&self->medicine);
  g_clear_object (&self->context);
  g_clear_pointer (&self->supply_words, g_free);

  G_OBJECT_CLASS (hc_medicine_row_parent_class)->dispose (object);
}

static void
hc_medicine_row_class_init (HcMedicineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_medicine_row_dispose;
}

static GtkWidget *
new_icon (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "icon-name", icon_name,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "valign", GTK_ALIGN_CENTER,
                       NULL);
}

static void
hc_medicine_row_init (HcMedicineRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE / 4);

  gtk_widget_set_margin_start (line, PADDING);
  gtk_widget_set_margin_end (line, PADDING);
  gtk_widget_set_margin_top (line, PADDING);
  gtk_widget_set_margin_bottom (line, PADDING);

  self->drawing = hc_pill_drawing_new (NULL);
  gtk_widget_set_size_request (self->drawing, DRAWING_WIDTH, DRAWING_HEIGHT);
  gtk_widget_set_valign (self->drawing, GTK_ALIGN_START);

  self->title = hc_wrapped_label_new (NULL, "heading");
  self->schedule = hc_wrapped_label_new (NULL, NULL);
  self->next = hc_wrapped_label_new (NULL, "dimmed");
  self->supply = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE / 2);
  self->supply_label = hc_wrapped_label_new (NULL, NULL);
  gtk_widget_add_css_class (self->supply, "warning");
  gtk_box_append (GTK_BOX (self->supply), new_icon ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (self->supply), self->supply_label);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->schedule);
  gtk_box_append (GTK_BOX (words), self->next);
  gtk_box_append (GTK_BOX (words), self->supply);
  gtk_box_append (GTK_BOX (line), self->drawing);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), new_icon ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), line);
}

/**
 * hc_medicine_row_new:
 * @context: the profile and the clock
 * @medicine: a medicine
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
hc_medicine_row_new (HcContext  *context,
                     HcMedicine *medicine)
{
  HcMedicineRow *self;
  g_autofree char *link = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE (medicine), NULL);

  self = g_object_new (HC_TYPE_MEDICINE_ROW, NULL);
  self->context = g_object_ref (context);
  self->medicine = g_object_ref (medicine);
  link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", link);
  hc_medicine_row_update (self);

  return GTK_WIDGET (self);
}
