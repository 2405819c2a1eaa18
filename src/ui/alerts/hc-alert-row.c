/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-row.h"

#include <glib/gi18n.h>

/**
 * HcAlertRow:
 *
 * An alert in a list: what kind it is, its title, the medicine, who published it and when. It activates
 * `alerts.dismiss` or `alerts.restore` with the key of the alert.
 */
struct _HcAlertRow
{
  GtkWidget        parent_instance;

  HcMedicineStore *medicines;

  GtkImage        *icon;
  GtkWidget       *words;
  GtkLabel        *kind_label;
  GtkLabel        *title_label;
  GtkLabel        *medicine_label;
  GtkLabel        *origin_label;
  GtkButton       *button;
};

G_DEFINE_FINAL_TYPE (HcAlertRow, hc_alert_row, GTK_TYPE_WIDGET)

static void
hc_alert_row_dispose (GObject *object)
{
  HcAlertRow *self = HC_ALERT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ALERT_ROW);
  g_clear_object (&self->medicines);

  G_OBJECT_CLASS (hc_alert_row_parent_class)->dispose (object);
}

static void
hc_alert_row_class_init (HcAlertRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_alert_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/alerts/hc-alert-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, words);
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, medicine_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HcAlertRow, button);
}

static void
hc_alert_row_init (HcAlertRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_alert_row_new:
 * @medicines: the medicines of all people
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_alert_row_new (HcMedicineStore *medicines)
{
  HcAlertRow *self;

  g_return_val_if_fail (HC_IS_MEDICINE_STORE (medicines), NULL);

  self = g_object_new (HC_TYPE_ALERT_ROW, NULL);
  self->medicines = g_object_ref (medicines);

  return GTK_WIDGET (self);
}

static void
show_kind (HcAlertRow *self,
           HcAlert    *alert)
{
  const char *classes[2] = { hc_alert_words_get_css_class (alert), NULL };
  const char *kind = hc_alert_words_get_kind (alert);
  g_autofree char *words = NULL;

  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_image_set_from_icon_name (self->icon, hc_alert_words_get_icon_name (alert));

  if (hc_alert_get_state (alert) == HC_ALERT_UNREAD)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "heading");

  switch (hc_alert_get_state (alert))
    {
    case HC_ALERT_UNREAD:
      /* Translators: an alert that was not read yet; %s is its kind. */
      words = g_strdup_printf (_("New · %s"), kind);
      break;
    case HC_ALERT_DISMISSED:
      /* Translators: an alert that was dismissed; %s is its kind. */
      words = g_strdup_printf (_("Dismissed · %s"), kind);
      break;
    case HC_ALERT_READ:
    default:
      words = g_strdup (kind);
      break;
    }

  gtk_label_set_label (self->kind_label, words);
}

static void
show_button (HcAlertRow *self,
             HcAlert    *alert)
{
  gboolean is_dismissed = hc_alert_get_state (alert) == HC_ALERT_DISMISSED;
  const char *what = is_dismissed ? _("Bring Back") : _("Dismiss");
  g_autofree char *label = NULL;

  /* Translators: what a button does, and to which alert. */
  label = g_strdup_printf (_("%s: %s"), what, hc_alert_get_details (alert)->title);
  gtk_button_set_icon_name (self->button, is_dismissed ? "edit-undo-symbolic" : "window-close-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", hc_alert_get_key (alert));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button),
                                  is_dismissed ? "alerts.restore" : "alerts.dismiss");
}

/**
 * hc_alert_row_show:
 * @self: a row
 * @alert: an alert, as it is now
 */
void
hc_alert_row_show (HcAlertRow *self,
                   HcAlert    *alert)
{
  g_autofree char *medicine = NULL, *origin = NULL;

  g_return_if_fail (HC_IS_ALERT_ROW (self));
  g_return_if_fail (HC_IS_ALERT (alert));

  medicine = hc_alert_words_dup_medicine (alert, self->medicines);
  origin = hc_alert_words_dup_origin (alert);
  show_kind (self, alert);
  gtk_label_set_label (self->title_label, hc_alert_get_details (alert)->title);
  gtk_label_set_label (self->medicine_label, medicine);
  gtk_label_set_label (self->origin_label, origin);
  show_button (self, alert);
}

/**
 * hc_alert_row_dup_words:
 * @self: a row
 *
 * Returns: (transfer full): what it says, for a screen reader
 */
char *
hc_alert_row_dup_words (HcAlertRow *self)
{
  g_return_val_if_fail (HC_IS_ALERT_ROW (self), NULL);

  return g_strdup_printf ("%s. %s. %s. %s", gtk_label_get_label (self->kind_label),
                          gtk_label_get_label (self->title_label), gtk_label_get_label (self->medicine_label),
                          gtk_label_get_label (self->origin_label));
}
