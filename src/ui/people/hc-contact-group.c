/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-contact-group.h"

#include <glib/gi18n.h>

#include "hc-contact-address.h"
#include "hc-external-link.h"

#define CONTACT_KEY "hc-contact"
#define BUTTON_KEY "hc-call-button"

/**
 * HcContactGroup:
 *
 * The care team of a person, in the order in which it was told. A row opens a contact, and calls it. It emits `open`
 * with a contact, a new one to add somebody.
 */
struct _HcContactGroup
{
  AdwPreferencesGroup  parent_instance;

  HcContext           *context; /* NULL until it was told */
  char                *person;
  gboolean             include_unowned;
  GPtrArray           *rows;    /* of GtkWidget, owned by the list */
  GtkListBox          *list;
};

enum {
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcContactGroup, hc_contact_group, ADW_TYPE_PREFERENCES_GROUP)

static GListModel *
get_contacts (HcContactGroup *self)
{
  return G_LIST_MODEL (hc_profile_get_care_contacts (hc_context_get_profile (self->context)));
}

static gboolean
is_shown (HcContactGroup *self,
          HcCareContact  *contact)
{
  const char *owner = hc_care_contact_get_details (contact)->person;

  return g_str_equal (owner, self->person) || (*owner == '\0' && self->include_unowned);
}

static void
activated_cb (HcContactGroup *self,
              GtkWidget      *row)
{
  g_signal_emit (self, signals[OPEN], 0, g_object_get_data (G_OBJECT (row), CONTACT_KEY));
}

static void
add_cb (HcContactGroup *self)
{
  g_autoptr (HcCareContact) contact = hc_care_contact_new ();

  g_signal_emit (self, signals[OPEN], 0, contact);
}

static void
call_cb (HcContactGroup *self,
         GtkWidget      *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  HcCareContact *contact = g_object_get_data (G_OBJECT (row), CONTACT_KEY);
  g_autofree char *address = hc_contact_address_from_phone (hc_care_contact_get_details (contact)->phone);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (address != NULL && GTK_IS_WINDOW (root))
    hc_external_link_present (address, GTK_WINDOW (root));
}

static GtkWidget *
make_row (HcContactGroup *self,
          HcCareContact  *contact)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "activatable", TRUE,
                                 NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "hc-call-symbolic",
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (call_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  g_object_set_data_full (G_OBJECT (row), CONTACT_KEY, g_object_ref (contact), g_object_unref);
  g_object_set_data (G_OBJECT (row), BUTTON_KEY, button);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
update_row (GtkWidget *row)
{
  const HcCareContactDetails *details =
    hc_care_contact_get_details (g_object_get_data (G_OBJECT (row), CONTACT_KEY));
  const char *const lines[] = { details->role, details->phone, details->email };
  GtkWidget *button = g_object_get_data (G_OBJECT (row), BUTTON_KEY);
  g_autofree char *address = hc_contact_address_from_phone (details->phone);
  /* Translators: %s is the name of a person or a place. */
  g_autofree char *label = g_strdup_printf (_("Call %s"), details->name);
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*lines[i] != '\0' && !g_str_equal (lines[i], details->name))
      g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? "\n" : "", lines[i]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), details->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle->str);
  gtk_widget_set_visible (button, address != NULL);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The row of a contact stays as long as that is there, so that the keyboard comes back to it. */
static void
update (HcContactGroup *self)
{
  GListModel *contacts = get_contacts (self);
  guint n_rows = 0;

  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);
      HcCareContact *contact = g_object_get_data (G_OBJECT (row), CONTACT_KEY);

      if (hc_store_lookup (HC_STORE (contacts), hc_care_contact_get_id (contact)) == contact)
        continue;

      gtk_list_box_remove (self->list, row);
      g_ptr_array_remove_index (self->rows, i - 1);
    }

  /* The list of the store begins with the newest. */
  for (guint i = g_list_model_get_n_items (contacts); i > 0; i--)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i - 1);
      GtkWidget *row = n_rows < self->rows->len ? g_ptr_array_index (self->rows, n_rows) : NULL;

      if (!is_shown (self, contact))
        continue;

      if (row == NULL || g_object_get_data (G_OBJECT (row), CONTACT_KEY) != contact)
        {
          row = make_row (self, contact);
          gtk_list_box_insert (self->list, row, (int) n_rows);
          g_ptr_array_insert (self->rows, (int) n_rows, row);
        }

      update_row (row);
      n_rows++;
    }
}

static void
contacts_changed_cb (HcContactGroup *self,
                     guint           position,
                     guint           n_removed,
                     guint           n_added,
                     GListModel     *contacts)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i);

      g_signal_connect_object (contact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }

  update (self);
}

static void
hc_contact_group_finalize (GObject *object)
{
  HcContactGroup *self = HC_CONTACT_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->context);
  g_free (self->person);

  G_OBJECT_CLASS (hc_contact_group_parent_class)->finalize (object);
}

static void
hc_contact_group_class_init (HcContactGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_contact_group_finalize;

  /**
   * HcContactGroup::open:
   * @contact: a contact, new or saved
   *
   * The person wants to see or to change it.
   */
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, HC_TYPE_CARE_CONTACT);
}

static void
hc_contact_group_init (HcContactGroup *self)
{
  GtkWidget *add_row;

  self->rows = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self, NULL, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));

  add_row = g_object_new (ADW_TYPE_BUTTON_ROW,
                          "title", _("Add _Someone…"),
                          "use-underline", TRUE,
                          "start-icon-name", "list-add-symbolic",
                          NULL);
  g_signal_connect_object (add_row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, add_row);
}

/**
 * hc_contact_group_show:
 * @self: a group that shows nothing yet
 * @context: where the contacts are kept
 * @person: the id of the person whose contacts they are
 * @include_unowned: whether contacts of nobody belong to them
 *
 * Shows the care team of a person.
 */
void
hc_contact_group_show (HcContactGroup *self,
                       HcContext      *context,
                       const char     *person,
                       gboolean        include_unowned)
{
  GListModel *contacts;

  g_return_if_fail (HC_IS_CONTACT_GROUP (self));
  g_return_if_fail (HC_IS_CONTEXT (context) && self->context == NULL);
  g_return_if_fail (person != NULL);

  self->context = g_object_ref (context);
  self->person = g_strdup (person);
  self->include_unowned = include_unowned;
  contacts = get_contacts (self);

  g_signal_connect_object (contacts, "items-changed", G_CALLBACK (contacts_changed_cb), self, G_CONNECT_SWAPPED);
  contacts_changed_cb (self, 0, 0, g_list_model_get_n_items (contacts), contacts);
}
