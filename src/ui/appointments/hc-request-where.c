/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-request-where.h"

#include <glib/gi18n.h>

#include "hc-appointment-copy.h"
#include "hc-appointment-fields.h"
#include "hc-choice.h"
#include "hc-clinic-dialog.h"
#include "hc-field.h"
#include "hc-person-switcher.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 18
#define MAX_FOUND 6
#define SEARCH_DELAY 100 /* milliseconds */

static const HcAppointmentField fields[] = {
  { "place", N_("Name of the Clinic or Practice"), NULL, FALSE, GTK_INPUT_PURPOSE_FREE_FORM },
  { "doctor", N_("Doctor, If You Want a Certain One"), NULL, FALSE, GTK_INPUT_PURPOSE_NAME },
  { "phone", N_("Their Phone"), NULL, FALSE, GTK_INPUT_PURPOSE_PHONE },
  { "email", N_("Their E-mail"), NULL, FALSE, GTK_INPUT_PURPOSE_EMAIL },
  { "address", N_("Their Address"), NULL, TRUE, GTK_INPUT_PURPOSE_FREE_FORM },
};

/* All that is copied from a clinic or a center. */
static const char *const copied[] = {
  "clinic", "center", "place", "doctor", "address", "phone", "email", "web", "zone",
};

/**
 * HcRequestWhere:
 *
 * The first step of a request: for whom it is, what kind of appointment, and where.
 */
struct _HcRequestWhere
{
  GtkBox               parent_instance;

  HcContext           *context;
  HcCareDirectory     *directory;   /* (nullable) */
  HcAppointmentEdit   *edit;
  GPtrArray           *people;      /* of HcPerson, as they are listed */

  HcChoice            *person_choice;
  HcChoice            *kind_choice;
  GtkListBox          *clinics;
  GtkSearchEntry      *search;
  GtkListBox          *found;
  HcAppointmentFields *fields;
};

G_DEFINE_FINAL_TYPE (HcRequestWhere, hc_request_where, GTK_TYPE_BOX)

static void
hc_request_where_dispose (GObject *object)
{
  HcRequestWhere *self = HC_REQUEST_WHERE (object);

  hc_request_where_let_go (self);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_request_where_parent_class)->dispose (object);
}

static void
hc_request_where_class_init (HcRequestWhereClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_request_where_dispose;
}

static void
hc_request_where_init (HcRequestWhere *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
}

/**
 * hc_request_where_copy_center:
 * @details: a copy of what is told of an appointment
 * @center: a center
 *
 * Writes where it is.
 */
void
hc_request_where_copy_center (HcAppointmentDetails *details,
                              HcCareCenter         *center)
{
  const HcCareCenterDetails *from = hc_care_center_get_details (center);
  g_autofree char *address = g_strdup_printf ("%s, %s", from->city, from->state);

  hc_appointment_copy_set_text (details, "clinic", "");
  hc_appointment_copy_set_text (details, "center", from->id);
  hc_appointment_copy_set_text (details, "place", from->name);
  hc_appointment_copy_set_text (details, "doctor", "");
  hc_appointment_copy_set_text (details, "address", address);
  hc_appointment_copy_set_text (details, "phone", from->phone);
  hc_appointment_copy_set_text (details, "email", "");
  hc_appointment_copy_set_text (details, "web", from->website);
  hc_appointment_copy_set_text (details, "zone", from->zone);
}

/**
 * hc_request_where_copy_clinic:
 * @details: a copy of what is told of an appointment
 * @clinic: a clinic of the person's own
 *
 * Writes where it is.
 */
void
hc_request_where_copy_clinic (HcAppointmentDetails *details,
                              HcClinic             *clinic)
{
  const HcClinicDetails *from = hc_clinic_get_details (clinic);

  hc_appointment_copy_set_text (details, "clinic", hc_clinic_get_id (clinic));
  hc_appointment_copy_set_text (details, "center", from->center);
  hc_appointment_copy_set_text (details, "place", from->name);
  hc_appointment_copy_set_text (details, "doctor", from->doctor);
  hc_appointment_copy_set_text (details, "address", from->address);
  hc_appointment_copy_set_text (details, "phone", from->phone);
  hc_appointment_copy_set_text (details, "email", from->email);
  hc_appointment_copy_set_text (details, "web", from->web);
  hc_appointment_copy_set_text (details, "zone", from->zone);
}

/* Takes what @details say of the place. */
static void
take_place (HcRequestWhere             *self,
            const HcAppointmentDetails *details)
{
  const char *place = hc_appointment_copy_get_text (details, "place");
  /* Translators: %s is a clinic. */
  g_autofree char *words = g_strdup_printf (_("%s is chosen"), place);

  hc_appointment_edit_freeze (self->edit);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    hc_appointment_edit_set_text (self->edit, copied[i], hc_appointment_copy_get_text (details, copied[i]));
  hc_appointment_edit_thaw (self->edit);

  hc_appointment_fields_refill (self->fields);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
clinic_activated_cb (HcRequestWhere *self,
                     GtkListBoxRow  *row)
{
  g_autoptr (HcAppointmentCopy) details = hc_appointment_copy_new (hc_appointment_edit_get_details (self->edit));
  HcClinic *clinic = g_object_get_data (G_OBJECT (row), "hc-clinic");

  if (clinic == NULL)
    return;

  hc_request_where_copy_clinic (details, clinic);
  take_place (self, details);
}

static void
center_activated_cb (HcRequestWhere *self,
                     GtkListBoxRow  *row)
{
  g_autoptr (HcAppointmentCopy) details = hc_appointment_copy_new (hc_appointment_edit_get_details (self->edit));

  hc_request_where_copy_center (details, g_object_get_data (G_OBJECT (row), "hc-center"));
  take_place (self, details);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
present_clinic (HcRequestWhere *self,
                HcClinic       *clinic)
{
  adw_dialog_present (hc_clinic_dialog_new (self->context, clinic), GTK_WIDGET (self));
}

static void
edit_cb (HcRequestWhere *self,
         GtkButton      *button)
{
  present_clinic (self, g_object_get_data (G_OBJECT (button), "hc-clinic"));
}

static void
add_cb (HcRequestWhere *self)
{
  g_autoptr (HcClinic) clinic = hc_clinic_new ();

  present_clinic (self, clinic);
}

static GtkWidget *
make_clinic_row (gpointer item,
                 gpointer user_data)
{
  const HcClinicDetails *details = hc_clinic_get_details (item);
  /* Translators: %s is the name of a clinic. */
  g_autofree char *label = g_strdup_printf (_("Edit %s"), details->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", details->name,
                                 "subtitle", details->doctor,
                                 "activatable", TRUE,
                                 NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "hc-clinic", g_object_ref (item), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "hc-clinic", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), user_data, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
update_clinics (HcRequestWhere *self)
{
  GListModel *all = G_LIST_MODEL (hc_profile_get_clinics (hc_context_get_profile (self->context)));
  guint n_mine = 0;

  gtk_list_box_remove_all (self->clinics);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HcClinic) clinic = g_list_model_get_item (all, i);

      if (!hc_current_person_owns (hc_context_get_person (self->context), hc_clinic_get_details (clinic)->person))
        continue;

      gtk_list_box_append (self->clinics, make_clinic_row (clinic, self));
      n_mine++;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->clinics), n_mine > 0);
}

static void
search_changed_cb (HcRequestWhere *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GListModel) centers = NULL;
  guint n = 0;

  gtk_list_box_remove_all (self->found);
  if (*text != '\0' && self->directory != NULL)
    centers = hc_care_directory_list_centers (self->directory, &(HcCareQuery) { .text = text });

  for (guint i = 0; centers != NULL && i < g_list_model_get_n_items (centers) && n < MAX_FOUND; i++, n++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (centers, i);
      const HcCareCenterDetails *details = hc_care_center_get_details (center);
      g_autofree char *city = g_strdup_printf ("%s, %s", details->city, details->state);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "use-markup", FALSE,
                                     "title", details->name,
                                     "subtitle", city,
                                     "activatable", TRUE,
                                     NULL);

      g_object_set_data_full (G_OBJECT (row), "hc-center", g_object_ref (center), g_object_unref);
      gtk_list_box_append (self->found, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->found), n > 0);
}

static void
person_chosen_cb (HcRequestWhere *self)
{
  guint place = hc_choice_get_selected (self->person_choice);

  if (place < self->people->len)
    hc_appointment_edit_set_text (self->edit, "person", hc_person_get_id (g_ptr_array_index (self->people, place)));
}

static void
kind_chosen_cb (HcRequestWhere *self)
{
  hc_appointment_edit_set_kind (self->edit, (HcAppointmentKind) hc_choice_get_selected (self->kind_choice));
}

/* Whoever is alone is not asked for whom it is. */
static void
add_people (HcRequestWhere *self)
{
  GListModel *all = G_LIST_MODEL (hc_profile_get_people (hc_context_get_profile (self->context)));
  const char *owner = hc_appointment_edit_get_details (self->edit)->person;
  guint selected = 0;

  if (g_list_model_get_n_items (all) < 2)
    return;

  self->person_choice = g_object_new (HC_TYPE_CHOICE, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      HcPerson *person = g_list_model_get_item (all, i);

      if (g_str_equal (hc_person_get_id (person), owner))
        selected = self->people->len;
      hc_choice_add (self->person_choice, hc_person_to_words (person));
      g_ptr_array_add (self->people, person);
    }

  hc_choice_set_selected (self->person_choice, selected);
  g_signal_connect_object (self->person_choice, "changed", G_CALLBACK (person_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), hc_field_new (_("For Whom"), GTK_WIDGET (self->person_choice)));
}

static void
add_kinds (HcRequestWhere *self)
{
  self->kind_choice = g_object_new (HC_TYPE_CHOICE, NULL);
  for (guint i = 0; i < HC_APPOINTMENT_N_KINDS; i++)
    hc_choice_add (self->kind_choice, hc_appointment_kind_to_words ((HcAppointmentKind) i));
  hc_choice_set_selected (self->kind_choice, (guint) hc_appointment_edit_get_details (self->edit)->kind);
  g_signal_connect_object (self->kind_choice, "changed", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), hc_field_new (_("What Kind of Appointment"), GTK_WIDGET (self->kind_choice)));
}

static GtkListBox *
add_list (HcRequestWhere *self,
          const char     *label,
          GCallback       activated)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (list, "row-activated", activated, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), list);

  return GTK_LIST_BOX (list);
}

static void
add_places (HcRequestWhere *self)
{
  GtkWidget *add = hc_wrapped_button_new (_("_Add a Clinic or Doctor of Yours…"));

  gtk_box_append (GTK_BOX (self), hc_wrapped_label_new_heading (_("Where"), "title-3"));
  self->clinics = add_list (self, _("My Clinics and Doctors"), G_CALLBACK (clinic_activated_cb));
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), add);

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_search_delay (self->search, SEARCH_DELAY);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_search_entry_set_placeholder_text (self->search, _("Find a cancer center"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a cancer center"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->directory != NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->search));
  self->found = add_list (self, _("Cancer Centers"), G_CALLBACK (center_activated_cb));

  self->fields = HC_APPOINTMENT_FIELDS (hc_appointment_fields_new (self->edit, fields, G_N_ELEMENTS (fields)));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->fields));
}

/**
 * hc_request_where_new:
 * @context: the people and the clinics
 * @directory: (nullable): the centers
 * @edit: the request that is being written
 *
 * Returns: (transfer floating): the first step
 */
GtkWidget *
hc_request_where_new (HcContext         *context,
                      HcCareDirectory   *directory,
                      HcAppointmentEdit *edit)
{
  HcRequestWhere *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_APPOINTMENT_EDIT (edit), NULL);

  self = g_object_new (HC_TYPE_REQUEST_WHERE, NULL);
  self->context = g_object_ref (context);
  g_set_object (&self->directory, directory);
  self->edit = g_object_ref (edit);

  add_people (self);
  add_kinds (self);
  add_places (self);
  g_signal_connect_object (hc_profile_get_clinics (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (update_clinics), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_clinics (self);

  return GTK_WIDGET (self);
}

/**
 * hc_request_where_let_go:
 * @self: the first step
 *
 * Lets go of the profile, when the dialog goes.
 */
void
hc_request_where_let_go (HcRequestWhere *self)
{
  g_return_if_fail (HC_IS_REQUEST_WHERE (self));

  if (self->context == NULL)
    return;

  g_signal_handlers_disconnect_by_data (hc_profile_get_clinics (hc_context_get_profile (self->context)), self);
  g_clear_object (&self->context);
  g_clear_object (&self->directory);
  g_clear_object (&self->edit);
}

/**
 * hc_request_where_show_problems:
 * @self: the first step
 * @problems: (element-type HcAppointmentProblem): what is wrong
 */
void
hc_request_where_show_problems (HcRequestWhere *self,
                                GPtrArray      *problems)
{
  g_return_if_fail (HC_IS_REQUEST_WHERE (self));

  hc_appointment_fields_show_problems (self->fields, problems);
}
