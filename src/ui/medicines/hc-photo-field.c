/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-photo-field.h"

#include <glib/gi18n.h>

#include "hc-field.h"
#include "hc-photo-file.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define HEIGHT 180

/**
 * HcPhotoField:
 *
 * A photo of the box of a medicine: chosen, seen and removed.
 */
struct _HcPhotoField
{
  GtkBox        parent_instance;

  GBytes       *jpeg; /* NULL: none */
  GCancellable *cancellable;
  gboolean      is_busy;

  HcField      *field;
  GtkPicture   *picture;
  GtkLabel     *choose_label;
  GtkWidget    *remove_button;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPhotoField, hc_photo_field, GTK_TYPE_BOX)

static void
update (HcPhotoField *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->picture), gtk_picture_get_paintable (self->picture) != NULL);
  gtk_widget_set_visible (self->remove_button, self->jpeg != NULL);
  gtk_label_set_label (self->choose_label, self->is_busy         ? _("Reading the Picture…")
                                           : self->jpeg != NULL ? _("Choose Another Photo…")
                                                                : _("Choose a Photo…"));
}

/* What is shown was made small before, so that decoding it takes no time worth a thread. */
static void
set_photo (HcPhotoField *self,
           GBytes       *jpeg)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = jpeg != NULL ? hc_photo_file_load_texture (jpeg, &error) : NULL;

  g_clear_pointer (&self->jpeg, g_bytes_unref);
  self->jpeg = jpeg != NULL ? g_bytes_ref (jpeg) : NULL;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  hc_field_set_fault (self->field, error != NULL ? hc_photo_error_to_words (error) : NULL);
  hc_field_reveal_faults (GTK_WIDGET (self->field));
  update (self);
}

static void
say (HcPhotoField *self,
     const char   *fault)
{
  hc_field_set_fault (self->field, fault);
  hc_field_reveal_faults (GTK_WIDGET (self->field));
}

/* Of a field that is gone nothing is told any more, however long a picture takes. */
static gpointer
weak_new (HcPhotoField *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static HcPhotoField *
weak_steal (gpointer data)
{
  GWeakRef *weak = data;
  HcPhotoField *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HcPhotoField) self = weak_steal (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) jpeg = hc_photo_file_read_finish (G_FILE (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->is_busy = FALSE;

  if (jpeg != NULL)
    set_photo (self, jpeg);
  else
    say (self, hc_photo_error_to_words (error));

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcPhotoField) self = weak_steal (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self == NULL)
    return;

  if (file != NULL)
    hc_photo_field_read_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    say (self, hc_photo_error_to_words (error));
}

static void
choose_cb (HcPhotoField *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_dialog_set_title (dialog, _("Photo of the Box"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->cancellable, chosen_cb,
                        weak_new (self));
}

static void
remove_cb (HcPhotoField *self)
{
  set_photo (self, NULL);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self->choose_label)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hc_photo_field_dispose (GObject *object)
{
  HcPhotoField *self = HC_PHOTO_FIELD (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (hc_photo_field_parent_class)->dispose (object);
}

static void
hc_photo_field_finalize (GObject *object)
{
  HcPhotoField *self = HC_PHOTO_FIELD (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->jpeg, g_bytes_unref);

  G_OBJECT_CLASS (hc_photo_field_parent_class)->finalize (object);
}

static void
hc_photo_field_class_init (HcPhotoFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hc_photo_field_dispose;
  object_class->finalize = hc_photo_field_finalize;

  /**
   * HcPhotoField::changed:
   *
   * The person has chosen or removed a photo, or tried to.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
hc_photo_field_init (HcPhotoField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  GtkWidget *choose = gtk_button_new ();

  self->cancellable = g_cancellable_new ();
  self->picture = g_object_new (GTK_TYPE_PICTURE,
                                "alternative-text", _("Photo of the Box"),
                                "content-fit", GTK_CONTENT_FIT_CONTAIN,
                                "height-request", HEIGHT,
                                "halign", GTK_ALIGN_START,
                                NULL);
  self->choose_label = GTK_LABEL (hc_wrapped_label_new (NULL, NULL));
  gtk_button_set_child (GTK_BUTTON (choose), GTK_WIDGET (self->choose_label));
  gtk_widget_set_halign (choose, GTK_ALIGN_START);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  self->remove_button = hc_wrapped_label_new_button (_("Remove the Photo"));
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (remove_cb), self);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), choose);
  gtk_box_append (GTK_BOX (box), self->remove_button);
  self->field = HC_FIELD (hc_field_new (_("Photo of the Box"), box));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));
  update (self);
}

/**
 * hc_photo_field_new:
 *
 * Returns: (transfer floating): a field without a photo
 */
GtkWidget *
hc_photo_field_new (void)
{
  return g_object_new (HC_TYPE_PHOTO_FIELD, NULL);
}

/**
 * hc_photo_field_hide_title:
 * @self: a field
 *
 * Leaves out the title, where it is said elsewhere.
 */
void
hc_photo_field_hide_title (HcPhotoField *self)
{
  g_return_if_fail (HC_IS_PHOTO_FIELD (self));

  hc_field_set_title (self->field, NULL);
}

/**
 * hc_photo_field_set_photo:
 * @self: a field
 * @jpeg: (nullable): a JPEG file, %NULL for none
 */
void
hc_photo_field_set_photo (HcPhotoField *self,
                          GBytes       *jpeg)
{
  g_return_if_fail (HC_IS_PHOTO_FIELD (self));

  set_photo (self, jpeg);
}

/**
 * hc_photo_field_get_photo:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the photo as a JPEG file
 */
GBytes *
hc_photo_field_get_photo (HcPhotoField *self)
{
  g_return_val_if_fail (HC_IS_PHOTO_FIELD (self), NULL);

  return self->jpeg;
}

/**
 * hc_photo_field_read_file:
 * @self: a field
 * @file: a file that the person has chosen
 *
 * Takes the picture in it, or says why that cannot be. The photo that was there stays until then.
 */
void
hc_photo_field_read_file (HcPhotoField *self,
                          GFile        *file)
{
  g_return_if_fail (HC_IS_PHOTO_FIELD (self));
  g_return_if_fail (G_IS_FILE (file));

  self->is_busy = TRUE;
  hc_field_set_fault (self->field, NULL);
  update (self);
  hc_photo_file_read_async (file, self->cancellable, read_cb, weak_new (self));
}

/**
 * hc_photo_field_is_busy:
 * @self: a field
 *
 * Returns: whether a photo is being read that would be lost now
 */
gboolean
hc_photo_field_is_busy (HcPhotoField *self)
{
  g_return_val_if_fail (HC_IS_PHOTO_FIELD (self), FALSE);

  return self->is_busy;
}
