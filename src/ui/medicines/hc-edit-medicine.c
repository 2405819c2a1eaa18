/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-dialogs.h"

#include <glib/gi18n.h>

#include "hc-dose-unit-drop-down.h"
#include "hc-error-words.h"
#include "hc-field.h"
#include "hc-medicine-dialog.h"
#include "hc-medicine-operations.h"
#include "hc-photo-field.h"
#include "hc-text-wrap.h"
#include "hc-wrapped-label.h"

#define NOTES_HEIGHT 120

/* What is told of a medicine, but for when it is taken. */

typedef struct
{
  HcContext      *context;
  HcMedicine     *medicine;
  HcMedicineDialog *dialog;

  HcField        *name_field;
  HcField        *strength_field;
  HcField        *form_field;
  GtkDropDown    *unit_drop_down;
  HcField        *reason_field;
  HcField        *prescriber_field;
  GtkTextBuffer  *notes;
  GtkCheckButton *quiet_button;
  HcPhotoField   *photo_field;
  gboolean        photo_has_changed;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->context);
  g_object_unref (form->medicine);
  g_free (form);
}

static gboolean
check_fields (Form *form)
{
  HcField *fields[] = { form->strength_field, form->form_field, form->reason_field, form->prescriber_field };
  g_autofree char *name = hc_field_dup_text (form->name_field);
  gboolean is_right = *name == '\0' ? hc_field_set_fault (form->name_field, _("A medicine needs a name."))
                                    : hc_field_check_name (form->name_field);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    is_right = hc_field_check_name (fields[i]) && is_right;

  return is_right;
}

static HcOperation *
create_operation (Form                    *form,
                  const HcMedicineDetails *details)
{
  HcProfile *profile = hc_context_get_profile (form->context);
  g_autoptr (HcMedicine) after = hc_medicine_new (details);
  g_autofree char *title = hc_medicine_dup_title (after);
  /* Translators: %s is a medicine. */
  g_autofree char *description = g_strdup_printf (_("%s changed"), title);

  if (form->photo_has_changed)
    return hc_medicine_change_new_with_photo (profile, form->medicine, details,
                                              hc_photo_field_get_photo (form->photo_field), description);

  return hc_medicine_change_new (profile, form->medicine, details, description);
}

static HcOperation *
submit (HcMedicineDialog *dialog,
        gpointer          data)
{
  Form *form = data;
  HcMedicineDetails details = *hc_medicine_get_details (form->medicine);
  g_autoptr (HcCourse) course = details.course != NULL ? hc_course_copy (details.course) : NULL;
  const HcRegimen *last = course != NULL ? hc_course_get_last (course) : NULL;
  g_autofree char *name = NULL, *strength = NULL, *kind = NULL, *reason = NULL, *prescriber = NULL, *notes = NULL;
  GtkTextIter start, end;

  /* A picture that is still being read would be left out. */
  if (!check_fields (form) || hc_photo_field_is_busy (form->photo_field))
    return NULL;

  details.name = name = hc_field_dup_text (form->name_field);
  details.strength = strength = hc_field_dup_text (form->strength_field);
  details.form = kind = hc_field_dup_text (form->form_field);
  details.reason = reason = hc_field_dup_text (form->reason_field);
  details.prescriber = prescriber = hc_field_dup_text (form->prescriber_field);
  details.unit = hc_dose_unit_drop_down_get (form->unit_drop_down);
  details.is_quiet = gtk_check_button_get_active (form->quiet_button);
  gtk_text_buffer_get_bounds (form->notes, &start, &end);
  details.notes = notes = gtk_text_buffer_get_text (form->notes, &start, &end, TRUE);

  if (last != NULL)
    hc_course_correct (course, strength, last->schedule);
  details.course = course;

  return create_operation (form, &details);
}

static void
add (Form       *form,
     gpointer    widget,
     gpointer    source,
     const char *signal)
{
  g_signal_connect_swapped (source, signal, G_CALLBACK (hc_operation_dialog_changed), form->dialog);
  hc_medicine_dialog_add (form->dialog, GTK_WIDGET (widget));
}

static HcField *
add_entry (Form       *form,
           const char *title,
           const char *text)
{
  GtkWidget *field = hc_field_new_entry (title, text);

  add (form, field, hc_field_get_child (HC_FIELD (field)), "changed");

  return HC_FIELD (field);
}

static void
add_notes (Form       *form,
           const char *text)
{
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW,
                                  "accepts-tab", FALSE,
                                  "height-request", NOTES_HEIGHT,
                                  "top-margin", 9,
                                  "bottom-margin", 9,
                                  "left-margin", 9,
                                  "right-margin", 9,
                                  NULL);

  hc_text_wrap_set_up (GTK_TEXT_VIEW (view));
  gtk_widget_add_css_class (view, "answer");
  form->notes = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (form->notes, text, -1);
  add (form, hc_field_new (_("Notes"), view), form->notes, "changed");
}

static void
photo_changed_cb (Form *form)
{
  form->photo_has_changed = TRUE;
}

static void
photo_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (HcPhotoField) field = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = hc_medicine_photos_load_finish (HC_MEDICINE_PHOTOS (source), result, &error);

  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (field), "win.show-toast", "s", hc_error_to_words (error));
  else if (jpeg != NULL && hc_photo_field_get_photo (field) == NULL)
    hc_photo_field_set_photo (field, jpeg);
}

static void
add_photo (Form *form)
{
  HcMedicinePhotos *photos = hc_profile_get_medicine_photos (hc_context_get_profile (form->context));

  form->photo_field = HC_PHOTO_FIELD (hc_photo_field_new ());
  g_signal_connect_swapped (form->photo_field, "changed", G_CALLBACK (photo_changed_cb), form);
  add (form, form->photo_field, form->photo_field, "changed");
  hc_medicine_photos_load_async (photos, hc_medicine_get_id (form->medicine), photo_loaded_cb,
                                 g_object_ref (form->photo_field));
}

static void
add_fields (Form *form)
{
  const HcMedicineDetails *details = hc_medicine_get_details (form->medicine);

  form->name_field = add_entry (form, _("Name"), details->name);
  form->strength_field = add_entry (form, _("Strength"), details->strength);
  hc_field_set_hint (form->strength_field,
                     _("Only to correct a typing error. When another strength is taken now, change the dose instead."));
  form->form_field = add_entry (form, _("Form"), details->form);
  hc_field_set_hint (form->form_field, _("Such as tablet, capsule or drops."));
  form->unit_drop_down = GTK_DROP_DOWN (hc_dose_unit_drop_down_new (details->unit));
  add (form, hc_field_new (_("Doses Are Counted In"), GTK_WIDGET (form->unit_drop_down)), form->unit_drop_down,
       "notify::selected");
  form->reason_field = add_entry (form, _("What It Is For"), details->reason);
  form->prescriber_field = add_entry (form, _("Who Prescribed It"), details->prescriber);
  add_notes (form, details->notes);

  form->quiet_button = GTK_CHECK_BUTTON (hc_wrapped_label_new_check (_("Do not remind of its doses")));
  gtk_check_button_set_active (form->quiet_button, details->is_quiet);
  add (form, form->quiet_button, form->quiet_button, "toggled");
  add_photo (form);
}

/**
 * hc_medicine_dialogs_edit:
 * @parent: where it was asked for, in a window
 * @context: the profile
 * @medicine: a medicine
 *
 * Corrects and completes what is told of a medicine, but for when it is taken.
 */
void
hc_medicine_dialogs_edit (GtkWidget  *parent,
                          HcContext  *context,
                          HcMedicine *medicine)
{
  Form *form;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  form = g_new0 (Form, 1);
  form->context = g_object_ref (context);
  form->medicine = g_object_ref (medicine);
  form->dialog = hc_medicine_dialog_new (_("Edit a Medicine"), _("_Save"), submit, form, form_free);
  add_fields (form);

  adw_dialog_present (ADW_DIALOG (form->dialog), parent);
}
