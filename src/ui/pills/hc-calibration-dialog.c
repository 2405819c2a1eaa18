/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calibration-dialog.h"

#include "hc-bank-card.h"

#define KEY "screen-calibration"

/**
 * HcCalibrationDialog:
 *
 * Asks for the true size of the monitor: a drawing is to be made as wide as a bank card. What is set counts
 * at once and is kept in the preferences.
 */
struct _HcCalibrationDialog
{
  AdwDialog      parent_instance;

  GSettings     *settings;

  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (HcCalibrationDialog, hc_calibration_dialog, ADW_TYPE_DIALOG)

static void
change_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GtkAdjustment *adjustment = HC_CALIBRATION_DIALOG (widget)->adjustment;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                        g_variant_get_int32 (parameter) *
                                        gtk_adjustment_get_step_increment (adjustment));
}

static void
reset_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_settings_reset (HC_CALIBRATION_DIALOG (widget)->settings, KEY);
}

static void
close_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
hc_calibration_dialog_dispose (GObject *object)
{
  HcCalibrationDialog *self = HC_CALIBRATION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CALIBRATION_DIALOG);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hc_calibration_dialog_parent_class)->dispose (object);
}

static void
hc_calibration_dialog_class_init (HcCalibrationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_calibration_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/pills/hc-calibration-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCalibrationDialog, adjustment);

  gtk_widget_class_install_action (widget_class, "calibration.change", "i", change_action);
  gtk_widget_class_install_action (widget_class, "calibration.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "calibration.close", NULL, close_action);
}

static void
hc_calibration_dialog_init (HcCalibrationDialog *self)
{
  g_type_ensure (HC_TYPE_BANK_CARD);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_calibration_dialog_new:
 * @settings: the preferences
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
hc_calibration_dialog_new (GSettings *settings)
{
  HcCalibrationDialog *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HC_TYPE_CALIBRATION_DIALOG, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, KEY, self->adjustment, "value", G_SETTINGS_BIND_DEFAULT);

  return ADW_DIALOG (self);
}
