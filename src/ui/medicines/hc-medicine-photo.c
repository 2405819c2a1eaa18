/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicine-photo.h"

#include "hc-error-words.h"
#include "hc-medicine-operations.h"
#include "hc-photo-field.h"
#include "hc-window.h"

/**
 * HcMedicinePhoto:
 *
 * The photo of the box of a medicine that is in the list. What the person does with it is done at once, and can be
 * undone.
 */
struct _HcMedicinePhoto
{
  AdwBin        parent_instance;

  HcContext    *context;   /* NULL until a medicine is shown */
  HcMedicine   *medicine;
  GBytes       *saved;     /* what is on the disk, as far as it is known; NULL: none */
  HcOperation  *operation; /* the one that is under way; NULL: none */

  HcPhotoField *field;     /* NULL until a medicine is shown */
};

G_DEFINE_FINAL_TYPE (HcMedicinePhoto, hc_medicine_photo, ADW_TYPE_BIN)

static HcMedicinePhotos *
get_photos (HcMedicinePhoto *self)
{
  return hc_profile_get_medicine_photos (hc_context_get_profile (self->context));
}

static void
set_saved (HcMedicinePhoto *self,
           GBytes          *jpeg)
{
  g_clear_pointer (&self->saved, g_bytes_unref);
  self->saved = jpeg != NULL ? g_bytes_ref (jpeg) : NULL;
  hc_photo_field_set_photo (self->field, jpeg);
}

/* What is being read, and whether anybody still wants it. */
typedef struct
{
  HcMedicinePhoto *self;
  HcMedicine      *medicine;
} Loading;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Loading *loading = user_data;
  g_autoptr (HcMedicinePhoto) self = loading->self;
  g_autoptr (HcMedicine) medicine = loading->medicine;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = hc_medicine_photos_load_finish (HC_MEDICINE_PHOTOS (source), result, &error);

  if (medicine != self->medicine)
    return;

  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", hc_error_to_words (error));
  else
    set_saved (self, jpeg);
}

static void
load (HcMedicinePhoto *self)
{
  Loading *loading = g_new0 (Loading, 1);

  loading->self = g_object_ref (self);
  loading->medicine = g_object_ref (self->medicine);
  hc_medicine_photos_load_async (get_photos (self), hc_medicine_get_id (self->medicine), loaded_cb, loading);
}

static void
photo_changed_cb (HcMedicinePhoto *self,
                  const char      *medicine)
{
  if (self->medicine != NULL && g_str_equal (medicine, hc_medicine_get_id (self->medicine)))
    load (self);
}

/* The window says why. */
static void
failed_cb (HcMedicinePhoto *self,
           HcOperation     *operation)
{
  if (self->medicine != NULL && operation == self->operation)
    load (self);
}

/* Also when a file could not be read, of which the field tells; then there is nothing to be done. */
static void
chosen_cb (HcMedicinePhoto *self)
{
  GBytes *jpeg = hc_photo_field_get_photo (self->field);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  HcUndoStack *stack;

  if (jpeg == self->saved || !HC_IS_WINDOW (root))
    return;

  stack = hc_window_get_undo_stack (HC_WINDOW (root));
  g_clear_object (&self->operation);
  self->operation = hc_medicine_photo_change_new (hc_context_get_profile (self->context), self->medicine, jpeg);
  g_signal_handlers_disconnect_by_data (stack, self);
  g_signal_connect_object (stack, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  hc_undo_stack_perform (stack, self->operation);
}

static void
hc_medicine_photo_dispose (GObject *object)
{
  HcMedicinePhoto *self = HC_MEDICINE_PHOTO (object);

  g_clear_object (&self->context);
  g_clear_object (&self->medicine);
  g_clear_object (&self->operation);
  g_clear_pointer (&self->saved, g_bytes_unref);

  G_OBJECT_CLASS (hc_medicine_photo_parent_class)->dispose (object);
}

static void
hc_medicine_photo_class_init (HcMedicinePhotoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_medicine_photo_dispose;
}

static void
hc_medicine_photo_init (HcMedicinePhoto *self)
{
}

/* A field of its own for each medicine: what is still being read for another one goes with the field of that. */
static void
begin (HcMedicinePhoto *self)
{
  g_clear_pointer (&self->saved, g_bytes_unref);
  g_clear_object (&self->operation);
  self->field = HC_PHOTO_FIELD (hc_photo_field_new ());
  hc_photo_field_hide_title (self->field);
  g_signal_connect_object (self->field, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->field));
}

/**
 * hc_medicine_photo_show:
 * @self: a photo
 * @context: the profile
 * @medicine: a medicine of its list
 *
 * Shows the photo of that medicine, and follows its changes.
 */
void
hc_medicine_photo_show (HcMedicinePhoto *self,
                        HcContext       *context,
                        HcMedicine      *medicine)
{
  g_return_if_fail (HC_IS_MEDICINE_PHOTO (self));
  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (HC_IS_MEDICINE (medicine));

  if (medicine == self->medicine)
    return;

  begin (self);
  g_set_object (&self->medicine, medicine);
  if (self->context == NULL)
    {
      self->context = g_object_ref (context);
      g_signal_connect_object (get_photos (self), "changed", G_CALLBACK (photo_changed_cb), self, G_CONNECT_SWAPPED);
    }
  load (self);
}
