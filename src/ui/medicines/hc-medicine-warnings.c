/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-warnings.h"

#include <glib/gi18n.h>

#include "hc-allergy-card.h"
#include "hc-severity-words.h"
#include "hc-timing-words.h"

#define SPACE 12

/**
 * HcMedicineWarnings:
 *
 * What is to be looked at in the medicines of the person: allergies, interactions and times that are too near to
 * each other, the worst first. It is not there when there is nothing.
 */
struct _HcMedicineWarnings
{
  AdwBin      parent_instance;

  HcContext  *context;
  GtkBox     *cards;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HcMedicineWarnings, hc_medicine_warnings, ADW_TYPE_BIN)

static GtkWidget *
new_icon (const char *icon_name,
          const char *css_class)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", icon_name,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (icon, css_class);

  return icon;
}

static void
add_row (GPtrArray  *rows,
         HcSeverity  severity,
         const char *title,
         const char *subtitle,
         const char *link)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", subtitle,
                                 "activatable", link != NULL,
                                 NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             new_icon (hc_severity_to_icon_name (severity), hc_severity_to_css_class (severity)));

  if (link != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_icon ("go-next-symbolic", NULL));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-link");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);
    }

  g_object_set_data (G_OBJECT (row), "severity", GUINT_TO_POINTER (severity));
  g_ptr_array_add (rows, row);
}

static void
add_interactions (HcMedicineWarnings *self,
                  GPtrArray          *rows)
{
  g_autoptr (HcInteractionCheck) check = hc_medicine_check_run (hc_context_get_medicine_check (self->context));
  HcFinding *worst;
  g_autofree char *summary = NULL, *title = NULL, *names = NULL, *subtitle = NULL;

  if (check == NULL || check->findings->len == 0)
    return;

  worst = g_ptr_array_index (check->findings, 0);
  summary = hc_interaction_check_dup_summary (check);
  names = hc_finding_dup_title (worst);
  /* Translators: %s is how many: “1 major · 2 moderate”. */
  title = g_strdup_printf (_("Interactions: %s"), summary);
  /* Translators: how much an interaction matters, and two medicines. */
  subtitle = g_strdup_printf (_("%s. %s"), hc_severity_to_words (hc_finding_get_severity (worst)), names);
  add_row (rows, hc_finding_get_severity (worst), title, subtitle, "health-center:interactions?mine=yes");
}

/* Allergies stand above all else, with what to do and who says so. */
static void
show_allergies (HcMedicineWarnings   *self,
                const HcAllergyCheck *check)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);

  for (guint i = 0; check != NULL && i < check->findings->len; i++)
    gtk_box_append (self->cards, hc_allergy_card_new (hc_context_get_library (self->context),
                                                      g_ptr_array_index (check->findings, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->cards), check != NULL && check->findings->len > 0);
}

/* What nobody could read must not look as if it had been checked. */
static void
add_unread_allergies (GPtrArray            *rows,
                      const HcAllergyCheck *check)
{
  for (guint i = 0; check != NULL && i < check->told->len; i++)
    {
      const HcToldAllergy *told = g_ptr_array_index (check->told, i);
      g_autofree char *title = NULL;

      if (told->read_as != NULL)
        continue;

      /* Translators: %s is an allergy, as the person wrote it. */
      title = g_strdup_printf (_("Allergy Not Checked: %s"), told->words);
      add_row (rows, HC_SEVERITY_MINOR, title,
               _("It was compared with names only. Tell your pharmacist of it."), NULL);
    }
}

static void
add_times (HcMedicineWarnings *self,
           GPtrArray          *rows)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (HcTimingPlan) plan = hc_timing_plan_new (hc_context_get_medicine_check (self->context),
                                                      hc_context_get_profile (self->context),
                                                      hc_context_get_person (self->context), now, NULL, FALSE);
  g_autofree char *words = NULL;

  if (plan == NULL || plan->order->conflicts->len == 0)
    return;

  words = hc_timing_words_conflict (plan, g_ptr_array_index (plan->order->conflicts, 0));
  add_row (rows, HC_SEVERITY_MODERATE, _("Times to Look At"), words, "health-center:medicines?timing=yes");
}

static void
hc_medicine_warnings_dispose (GObject *object)
{
  g_clear_object (&HC_MEDICINE_WARNINGS (object)->context);

  G_OBJECT_CLASS (hc_medicine_warnings_parent_class)->dispose (object);
}

static void
hc_medicine_warnings_class_init (HcMedicineWarningsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_medicine_warnings_dispose;
}

static void
hc_medicine_warnings_init (HcMedicineWarnings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  self->cards = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Warnings"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->cards));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * hc_medicine_warnings_update:
 * @self: the warnings, with a context
 *
 * Looks again, after time has gone by.
 */
void
hc_medicine_warnings_update (HcMedicineWarnings *self)
{
  g_autoptr (HcAllergyCheck) allergies = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (HC_IS_MEDICINE_WARNINGS (self) && self->context != NULL);

  allergies = hc_medicine_check_run_allergies (hc_context_get_medicine_check (self->context), NULL);
  rows = g_ptr_array_new ();
  show_allergies (self, allergies);
  gtk_list_box_remove_all (self->list);
  add_interactions (self, rows);
  add_unread_allergies (rows, allergies);
  add_times (self, rows);

  for (guint severity = HC_SEVERITY_MAJOR; severity <= HC_SEVERITY_MINOR; severity++)
    for (guint i = 0; i < rows->len; i++)
      if (GPOINTER_TO_UINT (g_object_get_data (g_ptr_array_index (rows, i), "severity")) == severity)
        gtk_list_box_append (self->list, g_ptr_array_index (rows, i));

  gtk_widget_set_visible (GTK_WIDGET (self->list), rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0 || gtk_widget_get_visible (GTK_WIDGET (self->cards)));
}

/**
 * hc_medicine_warnings_set_context:
 * @self: the warnings
 * @context: what is known of medicines, and those of the person
 *
 * Shows what is to be looked at, and follows all changes.
 */
void
hc_medicine_warnings_set_context (HcMedicineWarnings *self,
                                  HcContext          *context)
{
  g_return_if_fail (HC_IS_MEDICINE_WARNINGS (self));
  g_return_if_fail (HC_IS_CONTEXT (context) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_medicine_check (context), "changed", G_CALLBACK (hc_medicine_warnings_update),
                           self, G_CONNECT_SWAPPED);
  hc_medicine_warnings_update (self);
}
