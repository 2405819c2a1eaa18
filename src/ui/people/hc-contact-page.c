/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-contact-page.h"

#include <glib/gi18n.h>

#include "hc-contact-address.h"
#include "hc-error-words.h"
#include "hc-external-link.h"
#include "hc-field-note.h"
#include "hc-text-wrap.h"

/**
 * HcContactPage:
 *
 * Somebody of the care team: their name, how to reach them, and what else there is to say. Every change is saved at
 * once; it emits `changed` when it is saved or not, and `removed` with the operation when they are to go.
 */
struct _HcContactPage
{
  AdwNavigationPage   parent_instance;

  HcCareContactStore *contacts; /* NULL until the fields are filled */
  HcCareContact      *contact;
  char               *person;     /* whose contact it is */
  guint               n_saving;
  gboolean            has_failed; /* the last save has failed */

  AdwBanner          *banner;
  AdwEntryRow        *name_row;
  AdwEntryRow        *role_row;
  AdwEntryRow        *phone_row;
  GtkLabel           *phone_note;
  AdwEntryRow        *email_row;
  GtkLabel           *email_note;
  GtkTextView        *note_view;
  GtkTextBuffer      *note_buffer;
};

enum {
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcContactPage, hc_contact_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_field (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* What was typed is kept in any case; it only may be no address. */
static void
update_address (HcContactPage *self,
                AdwEntryRow   *row,
                GtkLabel      *note,
                const char    *address,
                const char    *action,
                const char    *hint)
{
  g_autofree char *text = dup_field (row);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, address != NULL);
  hc_field_note_show_hint (GTK_WIDGET (row), note, *text != '\0' && address == NULL ? hint : NULL);
}

static char *
dup_phone_address (HcContactPage *self)
{
  g_autofree char *text = dup_field (self->phone_row);

  return hc_contact_address_from_phone (text);
}

static char *
dup_email_address (HcContactPage *self)
{
  g_autofree char *text = dup_field (self->email_row);

  return hc_contact_address_from_email (text);
}

static void
update (HcContactPage *self)
{
  g_autofree char *phone = dup_phone_address (self);
  g_autofree char *email = dup_email_address (self);
  g_autofree char *name = dup_field (self->name_row);

  update_address (self, self->phone_row, self->phone_note, phone, "contact.call",
                  _("Kept as it is. Write the number in digits only, and it can be called from here."));
  update_address (self, self->email_row, self->email_note, email, "contact.write",
                  _("Kept as it is. An e-mail address looks like name@example.org."));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *name != '\0' ? name : _("Care Team"));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcContactPage) self = user_data;
  g_autoptr (GError) error = NULL;

  /* Saves end in the order in which they began, and each one saves everything: the last one counts. */
  self->n_saving--;
  self->has_failed = !hc_care_contact_store_save_finish (HC_CARE_CONTACT_STORE (source), result, &error);

  if (self->banner == NULL)
    return;

  if (self->has_failed)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), hc_error_to_words (error));

      adw_banner_set_title (self->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }

  adw_banner_set_revealed (self->banner, self->has_failed);
  /* The page would be gone with what was typed. */
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !self->has_failed);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Somebody of whom only the phone is known is called by it: what was typed is never lost for want of a name. */
static const char *
find_name (const HcCareContactDetails *details)
{
  const char *const names[] = { details->name, details->role, details->phone, details->email };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*names[i] != '\0')
      return names[i];

  return *details->note != '\0' ? _("Care Team") : NULL;
}

static void
save (HcContactPage *self)
{
  g_autofree char *name = dup_field (self->name_row);
  g_autofree char *role = dup_field (self->role_row);
  g_autofree char *phone = dup_field (self->phone_row);
  g_autofree char *email = dup_field (self->email_row);
  g_autofree char *note = NULL;
  HcCareContactDetails details = { self->person, name, role, phone, email, NULL };

  g_object_get (self->note_buffer, "text", &note, NULL);
  details.note = note;
  details.name = find_name (&details);

  /* What says nothing is not kept; what was saved before and was emptied stays until it is removed. */
  if (details.name == NULL)
    return;

  self->n_saving++;
  hc_care_contact_store_save_async (self->contacts, self->contact, &details, saved_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
changed_cb (HcContactPage *self)
{
  if (self->contacts == NULL)
    return;

  update (self);
  save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (HC_CONTACT_PAGE (widget));
}

static void
present (HcContactPage *self,
         const char    *address)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (address != NULL && GTK_IS_WINDOW (root))
    hc_external_link_present (address, GTK_WINDOW (root));
}

static void
call_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_autofree char *address = dup_phone_address (HC_CONTACT_PAGE (widget));

  present (HC_CONTACT_PAGE (widget), address);
}

static void
write_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *address = dup_email_address (HC_CONTACT_PAGE (widget));

  present (HC_CONTACT_PAGE (widget), address);
}

static void
remove_contact (GObject             *store,
                GObject             *item,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  hc_care_contact_store_remove_async (HC_CARE_CONTACT_STORE (store), HC_CARE_CONTACT (item), callback, user_data);
}

static gboolean
remove_contact_finish (GObject       *store,
                       GAsyncResult  *result,
                       GError       **error)
{
  return hc_care_contact_store_remove_finish (HC_CARE_CONTACT_STORE (store), result, error);
}

static void
restore_contact (GObject             *store,
                 GObject             *item,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  hc_care_contact_store_save_async (HC_CARE_CONTACT_STORE (store), HC_CARE_CONTACT (item),
                                    hc_care_contact_get_details (HC_CARE_CONTACT (item)), callback, user_data);
}

static gboolean
restore_contact_finish (GObject       *store,
                        GAsyncResult  *result,
                        GError       **error)
{
  return hc_care_contact_store_save_finish (HC_CARE_CONTACT_STORE (store), result, error);
}

static HcOperation *
removal_new (HcCareContactStore *contacts,
             HcCareContact      *contact)
{
  static const HcOperationFuncs funcs = { remove_contact, remove_contact_finish,
                                          restore_contact, restore_contact_finish };

  return hc_operation_new (_("Contact removed"), G_OBJECT (contacts), G_OBJECT (contact), &funcs);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcContactPage *self = HC_CONTACT_PAGE (widget);
  gboolean is_saved = hc_care_contact_get_created (self->contact) != NULL || self->n_saving > 0;
  g_autoptr (HcOperation) operation = is_saved ? removal_new (self->contacts, self->contact) : NULL;

  g_signal_emit (self, signals[REMOVED], 0, operation);
}

static void
hc_contact_page_dispose (GObject *object)
{
  HcContactPage *self = HC_CONTACT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CONTACT_PAGE);
  g_clear_object (&self->contacts);
  g_clear_object (&self->contact);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (hc_contact_page_parent_class)->dispose (object);
}

static void
hc_contact_page_class_init (HcContactPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_contact_page_dispose;

  /**
   * HcContactPage::changed:
   *
   * Something was entered, or a save has ended.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  /**
   * HcContactPage::removed:
   * @operation: (nullable): what removes the contact, %NULL when nothing was saved of it
   *
   * The person wants it to be removed.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, HC_TYPE_OPERATION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/people/hc-contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, role_row);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, phone_note);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, email_note);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, note_view);
  gtk_widget_class_bind_template_child (widget_class, HcContactPage, note_buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "contact.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "contact.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "contact.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "contact.remove", NULL, remove_action);
}

static void
hc_contact_page_init (HcContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_text_wrap_set_up (self->note_view);
}

static void
fill (HcContactPage              *self,
      const HcCareContactDetails *details)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), details->name);
  gtk_editable_set_text (GTK_EDITABLE (self->role_row), details->role);
  gtk_editable_set_text (GTK_EDITABLE (self->phone_row), details->phone);
  gtk_editable_set_text (GTK_EDITABLE (self->email_row), details->email);
  gtk_text_buffer_begin_irreversible_action (self->note_buffer);
  gtk_text_buffer_set_text (self->note_buffer, details->note, -1);
  gtk_text_buffer_end_irreversible_action (self->note_buffer);
}

/**
 * hc_contact_page_new:
 * @contacts: where it is kept
 * @contact: a contact, new or saved
 * @person: the id of the person whose contact it is, if it is new
 *
 * Returns: (transfer floating): a page to change it
 */
HcContactPage *
hc_contact_page_new (HcCareContactStore *contacts,
                     HcCareContact      *contact,
                     const char         *person)
{
  HcContactPage *self;
  gboolean is_new;

  g_return_val_if_fail (HC_IS_CARE_CONTACT_STORE (contacts), NULL);
  g_return_val_if_fail (HC_IS_CARE_CONTACT (contact), NULL);
  g_return_val_if_fail (person != NULL, NULL);

  is_new = hc_care_contact_get_created (contact) == NULL;
  self = g_object_new (HC_TYPE_CONTACT_PAGE, NULL);
  fill (self, hc_care_contact_get_details (contact));
  self->contacts = g_object_ref (contacts);
  self->contact = g_object_ref (contact);
  self->person = g_strdup (is_new ? person : hc_care_contact_get_details (contact)->person);
  update (self);

  return self;
}

/**
 * hc_contact_page_get_state:
 * @self: a page
 *
 * Returns: where that is which the person has entered
 */
HcSaveState
hc_contact_page_get_state (HcContactPage *self)
{
  g_return_val_if_fail (HC_IS_CONTACT_PAGE (self), HC_SAVE_STATE_SAVED);

  if (self->n_saving > 0)
    return HC_SAVE_STATE_SAVING;

  return self->has_failed ? HC_SAVE_STATE_UNSAVED : HC_SAVE_STATE_SAVED;
}
