/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-dialog.h"

#include "hc-field.h"
#include "hc-wrapped-label.h"

/**
 * HcMedicineDialog:
 *
 * Something that is changed about a medicine: fields below one another, and a button that saves them.
 */
struct _HcMedicineDialog
{
  HcOperationDialog       parent_instance;

  HcMedicineDialogSubmit  submit;
  gpointer                form;
  GDestroyNotify          free_form;

  AdwBanner              *banner;
  GtkBox                 *box;
  GtkLabel               *button_label;
};

G_DEFINE_FINAL_TYPE (HcMedicineDialog, hc_medicine_dialog, HC_TYPE_OPERATION_DIALOG)

static void
hc_medicine_dialog_set_busy (HcOperationDialog *dialog,
                             gboolean           is_busy)
{
  HcMedicineDialog *self = HC_MEDICINE_DIALOG (dialog);

  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "medicine-dialog.save", !is_busy);
}

static void
hc_medicine_dialog_failed (HcOperationDialog *dialog,
                           const char        *words)
{
  HcMedicineDialog *self = HC_MEDICINE_DIALOG (dialog);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcMedicineDialog *self = HC_MEDICINE_DIALOG (widget);
  g_autoptr (HcOperation) operation = NULL;

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  operation = self->submit (self, self->form);
  if (operation != NULL)
    hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
  else
    hc_field_reveal_faults (GTK_WIDGET (self->box));
}

static void
hc_medicine_dialog_dispose (GObject *object)
{
  HcMedicineDialog *self = HC_MEDICINE_DIALOG (object);

  if (self->free_form != NULL)
    g_clear_pointer (&self->form, self->free_form);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_MEDICINE_DIALOG);

  G_OBJECT_CLASS (hc_medicine_dialog_parent_class)->dispose (object);
}

static void
hc_medicine_dialog_class_init (HcMedicineDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_medicine_dialog_dispose;
  HC_OPERATION_DIALOG_CLASS (klass)->set_busy = hc_medicine_dialog_set_busy;
  HC_OPERATION_DIALOG_CLASS (klass)->failed = hc_medicine_dialog_failed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-medicine-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcMedicineDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcMedicineDialog, box);
  gtk_widget_class_bind_template_child (widget_class, HcMedicineDialog, button_label);
  gtk_widget_class_install_action (widget_class, "medicine-dialog.save", NULL, save_action);
}

static void
hc_medicine_dialog_init (HcMedicineDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_medicine_dialog_new:
 * @title: what the dialog is about
 * @button: the label of the button that saves, with a mnemonic
 * @submit: makes the operation that saves
 * @form: passed to @submit
 * @free_form: frees @form
 *
 * Returns: (transfer floating): a dialog without fields
 */
HcMedicineDialog *
hc_medicine_dialog_new (const char             *title,
                        const char             *button,
                        HcMedicineDialogSubmit  submit,
                        gpointer                form,
                        GDestroyNotify          free_form)
{
  HcMedicineDialog *self;

  g_return_val_if_fail (title != NULL && button != NULL, NULL);
  g_return_val_if_fail (submit != NULL, NULL);

  self = g_object_new (HC_TYPE_MEDICINE_DIALOG, "title", title, NULL);
  self->submit = submit;
  self->form = form;
  self->free_form = free_form;
  gtk_box_append (self->box, hc_wrapped_label_new_heading (title, "title-2"));
  gtk_label_set_label (self->button_label, button);

  return self;
}

/**
 * hc_medicine_dialog_add:
 * @self: a dialog
 * @child: (transfer floating): a field, or anything else, which goes below the others
 */
void
hc_medicine_dialog_add (HcMedicineDialog *self,
                        GtkWidget        *child)
{
  g_return_if_fail (HC_IS_MEDICINE_DIALOG (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_box_append (self->box, child);
}
