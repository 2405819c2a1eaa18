/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clinic-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-field.h"
#include "hc-mail-link.h"
#include "hc-open-hours-words.h"
#include "hc-phone-link.h"
#include "hc-window.h"
#include "hc-zone-choice.h"

/* The texts of a clinic that are one line, in the order in which they are asked for. */
enum {
  NAME,
  DOCTOR,
  ROLE,
  ADDRESS,
  PHONE,
  EMAIL,
  WEB,
  HOURS,
  NOTES,
  N_TEXTS
};

static const struct
{
  gsize            offset;
  const char      *title;
  const char      *hint;
  GtkInputPurpose  purpose;
} texts[N_TEXTS] = {
#define OFFSET(name) G_STRUCT_OFFSET (HcClinicDetails, name)
  [NAME] = { OFFSET (name), N_("Name of the Clinic or Practice"), NULL, GTK_INPUT_PURPOSE_FREE_FORM },
  [DOCTOR] = { OFFSET (doctor), N_("Whom You See There"), NULL, GTK_INPUT_PURPOSE_NAME },
  [ROLE] = { OFFSET (role), N_("What They Are"), N_("Such as surgeon, oncologist, stoma nurse."),
             GTK_INPUT_PURPOSE_FREE_FORM },
  [ADDRESS] = { OFFSET (address), N_("Address"), NULL, GTK_INPUT_PURPOSE_FREE_FORM },
  [PHONE] = { OFFSET (phone), N_("Phone"), NULL, GTK_INPUT_PURPOSE_PHONE },
  [EMAIL] = { OFFSET (email), N_("E-mail"), NULL, GTK_INPUT_PURPOSE_EMAIL },
  [WEB] = { OFFSET (web), N_("Website"), NULL, GTK_INPUT_PURPOSE_URL },
  [HOURS] = { OFFSET (hours), N_("Weekly Hours"), N_("Such as mon-fri 08:00-17:00."), GTK_INPUT_PURPOSE_FREE_FORM },
  [NOTES] = { OFFSET (notes), N_("Notes"), NULL, GTK_INPUT_PURPOSE_FREE_FORM },
#undef OFFSET
};

/**
 * HcClinicDialog:
 *
 * A clinic or a doctor of the person's own. It is saved with every change, as soon as it has a name.
 */
struct _HcClinicDialog
{
  HcSavingDialog   parent_instance;

  HcContext       *context;   /* NULL until everything is filled in */
  HcClinic        *clinic;
  char            *center;    /* the id of the center of the library that it is; empty: none */
  guint            n_saving;
  gboolean         has_failed;

  AdwBanner       *banner;
  GtkBox          *fields_box;
  HcField         *fields[N_TEXTS];
  GtkWidget       *zone_choice;
};

G_DEFINE_FINAL_TYPE (HcClinicDialog, hc_clinic_dialog, HC_TYPE_SAVING_DIALOG)

static HcClinicStore *
get_store (HcClinicDialog *self)
{
  return hc_profile_get_clinics (hc_context_get_profile (self->context));
}

static gboolean
has_name (HcClinicDialog *self)
{
  g_autofree char *name = hc_field_dup_text (self->fields[NAME]);

  return *name != '\0';
}

static gboolean
is_saved (HcClinicDialog *self)
{
  return hc_clinic_get_created (self->clinic) != NULL;
}

static void
update_state (HcClinicDialog *self)
{
  HcSaveState state = HC_SAVE_STATE_SAVED;

  if (self->n_saving > 0)
    state = HC_SAVE_STATE_SAVING;
  else if (self->has_failed)
    state = HC_SAVE_STATE_UNSAVED;

  /* Only a clinic with a name is kept: somebody who wrote all else is asked. */
  for (guint i = 0; state == HC_SAVE_STATE_SAVED && !has_name (self) && i < N_TEXTS; i++)
    {
      g_autofree char *text = hc_field_dup_text (self->fields[i]);

      if (*text != '\0')
        state = HC_SAVE_STATE_UNSAVED;
    }

  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), state);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcClinicDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  self->has_failed = !hc_clinic_store_save_finish (HC_CLINIC_STORE (source), result, &error);
  if (self->context == NULL)
    return;

  if (self->has_failed)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), hc_error_to_words (error));

      adw_banner_set_title (self->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  adw_banner_set_revealed (self->banner, self->has_failed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clinic.remove", is_saved (self));
  update_state (self);
}

static void
save (HcClinicDialog *self)
{
  HcClinicDetails details = *hc_clinic_get_details (self->clinic);
  char *read[N_TEXTS];

  for (guint i = 0; i < N_TEXTS; i++)
    {
      read[i] = hc_field_dup_text (self->fields[i]);
      G_STRUCT_MEMBER (const char *, &details, texts[i].offset) = read[i];
    }
  details.center = self->center;
  details.zone = hc_zone_choice_get_zone (self->zone_choice);
  if (!is_saved (self))
    details.person = hc_current_person_get_id (hc_context_get_person (self->context));

  if (*read[NAME] != '\0')
    {
      self->n_saving++;
      hc_clinic_store_save_async (get_store (self), self->clinic, &details, saved_cb, g_object_ref (self));
    }
  update_state (self);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (read[i]);
}

/* What is wrong is kept nevertheless: it may be right tomorrow. */
static void
check (HcClinicDialog *self)
{
  g_autofree char *phone = hc_field_dup_text (self->fields[PHONE]);
  g_autofree char *email = hc_field_dup_text (self->fields[EMAIL]);
  g_autofree char *text = hc_field_dup_text (self->fields[HOURS]);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcOpenHours) hours = *text != '\0' ? hc_open_hours_parse (text, &error) : NULL;
  g_autofree char *words = hours != NULL ? hc_open_hours_dup_words (hours) : NULL;

  hc_field_set_fault (self->fields[NAME], has_name (self) ? NULL : _("Write a name. Without one it is not saved."));
  hc_field_set_fault (self->fields[PHONE], *phone != '\0' ? hc_phone_find_fault (phone) : NULL);
  hc_field_set_fault (self->fields[EMAIL], *email != '\0' ? hc_mail_find_fault (email) : NULL);
  hc_field_set_fault (self->fields[HOURS], error != NULL ? error->message : NULL);
  hc_field_set_hint (self->fields[HOURS], words != NULL ? words : _(texts[HOURS].hint));
}

static void
changed_cb (HcClinicDialog *self)
{
  if (self->context == NULL)
    return;

  check (self);
  save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_CLINIC_DIALOG (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcClinicDialog *self = HC_CLINIC_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (HcOperation) operation = hc_clinic_removal_new (get_store (self), self->clinic);

  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
  hc_saving_dialog_finish (HC_SAVING_DIALOG (self));
}

static void
hc_clinic_dialog_dispose (GObject *object)
{
  HcClinicDialog *self = HC_CLINIC_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CLINIC_DIALOG);
  g_clear_object (&self->context);
  g_clear_object (&self->clinic);
  g_clear_pointer (&self->center, g_free);

  G_OBJECT_CLASS (hc_clinic_dialog_parent_class)->dispose (object);
}

static void
hc_clinic_dialog_class_init (HcClinicDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_clinic_dialog_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("This Clinic Is Not Saved");

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-clinic-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcClinicDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcClinicDialog, fields_box);

  gtk_widget_class_install_action (widget_class, "clinic.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "clinic.remove", NULL, remove_action);
}

static void
hc_clinic_dialog_init (HcClinicDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_fields (HcClinicDialog        *self,
            const HcClinicDetails *details)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY,
                                       "text", G_STRUCT_MEMBER (const char *, details, texts[i].offset),
                                       "input-purpose", texts[i].purpose,
                                       "width-chars", 1,
                                       NULL);

      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      self->fields[i] = HC_FIELD (hc_field_new (_(texts[i].title), entry));
      hc_field_set_hint (self->fields[i], texts[i].hint != NULL ? _(texts[i].hint) : NULL);
      gtk_box_append (self->fields_box, GTK_WIDGET (self->fields[i]));
    }
}

static void
add_zone (HcClinicDialog *self,
          HcContext      *context,
          const char     *zone)
{
  self->zone_choice = hc_zone_choice_new (context, zone);
  g_signal_connect_object (self->zone_choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->fields_box, hc_field_new (_("Time Zone"), self->zone_choice));
}

/* Shows @details, which are those of @clinic or what is proposed for a new one. */
static HcClinicDialog *
make (HcContext             *context,
      HcClinic              *clinic,
      const HcClinicDetails *details)
{
  HcClinicDialog *self = g_object_new (HC_TYPE_CLINIC_DIALOG, NULL);

  self->clinic = g_object_ref (clinic);
  self->center = g_strdup (details->center);
  add_fields (self, details);
  add_zone (self, context, details->zone);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "clinic.remove", is_saved (self));
  self->context = g_object_ref (context);
  if (has_name (self))
    check (self);

  return self;
}

/**
 * hc_clinic_dialog_new:
 * @context: the profile, and the library with the time zones
 * @clinic: a clinic, new or saved
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
AdwDialog *
hc_clinic_dialog_new (HcContext *context,
                      HcClinic  *clinic)
{
  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CLINIC (clinic), NULL);

  return ADW_DIALOG (make (context, clinic, hc_clinic_get_details (clinic)));
}

/* The clinic of the person that is that center. */
static HcClinic *
find_clinic (HcContext  *context,
             const char *center)
{
  GListModel *clinics = G_LIST_MODEL (hc_profile_get_clinics (hc_context_get_profile (context)));

  for (guint i = 0; i < g_list_model_get_n_items (clinics); i++)
    {
      g_autoptr (HcClinic) clinic = g_list_model_get_item (clinics, i);
      const HcClinicDetails *details = hc_clinic_get_details (clinic);

      if (g_str_equal (details->center, center) &&
          hc_current_person_owns (hc_context_get_person (context), details->person))
        return g_steal_pointer (&clinic);
    }

  return NULL;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * hc_clinic_dialog_new_for_center:
 * @context: the profile, and the library with the time zones
 * @center: (nullable): a center; %NULL: the person writes of a clinic that the library does not know
 *
 * Adds a clinic. One that is a center is saved at once, with what is known of it; one that was added before is shown.
 *
 * Returns: (transfer floating): a dialog to be presented over an #HcWindow
 */
AdwDialog *
hc_clinic_dialog_new_for_center (HcContext    *context,
                                 HcCareCenter *center)
{
  g_autoptr (HcClinic) clinic = NULL;
  g_autofree char *address = NULL;
  const HcCareCenterDetails *from;
  HcClinicDialog *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  from = center != NULL ? hc_care_center_get_details (center) : NULL;
  clinic = from != NULL ? find_clinic (context, from->id) : NULL;
  if (clinic != NULL)
    return hc_clinic_dialog_new (context, clinic);

  clinic = hc_clinic_new ();
  if (from == NULL)
    return hc_clinic_dialog_new (context, clinic);

  address = g_strdup_printf ("%s, %s", from->city, from->state);
  self = make (context, clinic, &(HcClinicDetails) {
    .name = from->name,
    .doctor = "",
    .role = "",
    .address = address,
    .phone = or_empty (from->phone),
    .email = "",
    .web = or_empty (from->website),
    .hours = or_empty (from->hours),
    .zone = or_empty (from->zone),
    .notes = "",
    .center = from->id,
  });
  save (self);

  return ADW_DIALOG (self);
}

static void
remove_clinic (GObject             *store,
               GObject             *item,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  hc_clinic_store_remove_async (HC_CLINIC_STORE (store), HC_CLINIC (item), callback, user_data);
}

static gboolean
remove_finish (GObject       *store,
               GAsyncResult  *result,
               GError       **error)
{
  return hc_clinic_store_remove_finish (HC_CLINIC_STORE (store), result, error);
}

static void
restore_clinic (GObject             *store,
                GObject             *item,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  hc_clinic_store_save_async (HC_CLINIC_STORE (store), HC_CLINIC (item), hc_clinic_get_details (HC_CLINIC (item)),
                              callback, user_data);
}

static gboolean
restore_finish (GObject       *store,
                GAsyncResult  *result,
                GError       **error)
{
  return hc_clinic_store_save_finish (HC_CLINIC_STORE (store), result, error);
}

/**
 * hc_clinic_removal_new:
 * @clinics: where it is kept
 * @clinic: one of them
 *
 * Returns: (transfer full): the operation that removes the clinic; appointments there stay
 */
HcOperation *
hc_clinic_removal_new (HcClinicStore *clinics,
                       HcClinic      *clinic)
{
  static const HcOperationFuncs funcs = { remove_clinic, remove_finish, restore_clinic, restore_finish };

  return hc_operation_new (_("Clinic removed"), G_OBJECT (clinics), G_OBJECT (clinic), &funcs);
}
