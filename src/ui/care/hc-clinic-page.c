/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-clinic-page.h"

#include <glib/gi18n.h>

#include "hc-clinic-dialog.h"
#include "hc-contact-address.h"
#include "hc-external-link.h"
#include "hc-link.h"
#include "hc-open-hours-view.h"
#include "hc-phone-link.h"
#include "hc-request-buttons.h"
#include "hc-window.h"
#include "hc-wrapped-button.h"

#define SPACE 12
#define MAX_BUTTONS 3

/**
 * HcClinicPage:
 *
 * A clinic or a doctor of the person's own. It says what is saved, also when that was changed elsewhere, and goes when
 * the clinic was removed. Its actions are `clinic-page.edit` and `clinic-page.remove`.
 */
struct _HcClinicPage
{
  HcListingPage    parent_instance;

  HcContext       *context;
  HcCareDirectory *directory;
  HcClinic        *clinic;

  GtkWidget       *buttons;   /* at the end; they stay, and keep the keyboard */
};

G_DEFINE_FINAL_TYPE (HcClinicPage, hc_clinic_page, HC_TYPE_LISTING_PAGE)

static HcClinicStore *
get_store (HcClinicPage *self)
{
  return hc_profile_get_clinics (hc_context_get_profile (self->context));
}

static const char *
get_text (const char *text)
{
  return *text != '\0' ? text : NULL;
}

/* Returns: (nullable): the address of a website as people write it; NULL when it is none */
static char *
dup_website (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *address = NULL;

  if (*stripped == '\0')
    return NULL;

  address = strstr (stripped, "://") != NULL ? g_strdup (stripped) : g_strconcat ("https://", stripped, NULL);

  return hc_external_link_is_known (address) ? g_steal_pointer (&address) : NULL;
}

static void
add_contact (HcClinicPage          *self,
             const HcClinicDetails *details)
{
  HcListingPage *page = HC_LISTING_PAGE (self);
  g_autofree char *phone = hc_phone_link_new (details->phone);
  g_autofree char *mail = hc_contact_address_from_email (details->email);
  g_autofree char *website = dup_website (details->web);
  /* Translators: %s is a telephone number. */
  g_autofree char *label = g_strdup_printf (_("Call %s"), details->phone);
  HcListingButton buttons[MAX_BUTTONS];
  guint n = 0;

  if (phone != NULL)
    buttons[n++] = (HcListingButton) { label, phone, FALSE };
  if (mail != NULL)
    buttons[n++] = (HcListingButton) { _("Write"), mail, FALSE };
  if (website != NULL)
    buttons[n++] = (HcListingButton) { _("Website"), website, FALSE };

  hc_listing_page_add_fact (page, _("Address"), get_text (details->address));

  /* What leads nowhere stands there as it was written. */
  if (n == 0 && *details->phone == '\0' && *details->email == '\0' && *details->web == '\0')
    return;

  hc_listing_page_add_heading (page, _("Contact"));
  if (phone == NULL)
    hc_listing_page_add_text (page, get_text (details->phone), NULL);
  hc_listing_page_add_text (page, get_text (details->email), NULL);
  hc_listing_page_add_text (page, get_text (details->web), NULL);
  hc_listing_page_add_link_buttons (page, buttons, n);
}

static void
add_hours (HcClinicPage          *self,
           const HcClinicDetails *details)
{
  HcListingPage *page = HC_LISTING_PAGE (self);
  HcClock *clock = hc_context_get_clock (self->context);
  g_autoptr (HcOpenHours) hours = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GTimeZone) zone = NULL;

  if (*details->hours == '\0')
    return;

  hc_listing_page_add_heading (page, _("Open Hours"));
  hours = hc_open_hours_parse (details->hours, NULL);
  if (hours == NULL)
    {
      hc_listing_page_add_text (page, details->hours, NULL);
      return;
    }

  now = hc_clock_dup_time (clock);
  zone = *details->zone != '\0' ? g_time_zone_new_identifier (details->zone) : NULL;
  if (zone == NULL)
    zone = g_time_zone_ref (g_date_time_get_timezone (now));
  hc_listing_page_add (page, hc_open_hours_view_new (clock, hours, zone,
                                                     hc_care_directory_get_holidays (self->directory)));
}

static void
add_button (HcClinicPage *self,
            const char   *label,
            const char   *action)
{
  GtkWidget *button = hc_wrapped_button_new (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_wrap_box_append (ADW_WRAP_BOX (self->buttons), button);
}

static void
fill (HcClinicPage *self)
{
  HcListingPage *page = HC_LISTING_PAGE (self);
  const HcClinicDetails *details = hc_clinic_get_details (self->clinic);

  hc_listing_page_begin (page, details->name);
  if (g_strcmp0 (details->doctor, details->name) != 0)
    hc_listing_page_add_text (page, get_text (details->doctor), NULL);
  hc_listing_page_add_text (page, get_text (details->role), NULL);
  hc_request_buttons_add (page, "clinic", hc_clinic_get_id (self->clinic));
  add_contact (self, details);
  add_hours (self, details);
  hc_listing_page_add_fact (page, _("Notes"), get_text (details->notes));

  hc_listing_page_add_heading (page, _("This Entry"));
  hc_listing_page_add_text (page, _("You wrote this. It stays on this computer."), "dimmed");
  hc_listing_page_add (page, self->buttons);
}

/* Goes when it is not that of the person any more. */
static void
update (HcClinicPage *self)
{
  GtkWidget *view;
  HcClinic *saved;

  if (self->context == NULL)
    return;

  saved = hc_store_lookup (HC_STORE (get_store (self)), hc_clinic_get_id (self->clinic));
  if (saved != NULL &&
      hc_current_person_owns (hc_context_get_person (self->context), hc_clinic_get_details (saved)->person))
    {
      g_set_object (&self->clinic, saved);
      fill (self);
      return;
    }

  view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  if (view != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) == ADW_NAVIGATION_PAGE (self))
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcClinicPage *self = HC_CLINIC_PAGE (widget);

  adw_dialog_present (hc_clinic_dialog_new (self->context, self->clinic), widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcClinicPage *self = HC_CLINIC_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (HcOperation) operation = hc_clinic_removal_new (get_store (self), self->clinic);

  hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

static void
hc_clinic_page_dispose (GObject *object)
{
  HcClinicPage *self = HC_CLINIC_PAGE (object);

  g_clear_object (&self->buttons);
  g_clear_object (&self->clinic);
  g_clear_object (&self->directory);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_clinic_page_parent_class)->dispose (object);
}

static void
hc_clinic_page_class_init (HcClinicPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_clinic_page_dispose;

  gtk_widget_class_install_action (widget_class, "clinic-page.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "clinic-page.remove", NULL, remove_action);
}

static void
hc_clinic_page_init (HcClinicPage *self)
{
  self->buttons = g_object_ref_sink (g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACE, "line-spacing", SPACE,
                                                   NULL));
  add_button (self, _("_Edit…"), "clinic-page.edit");
  add_button (self, _("_Remove"), "clinic-page.remove");
}

/**
 * hc_clinic_page_new:
 * @context: the profile and the clock
 * @directory: with the holidays
 * @clinic: a clinic that is saved
 * @link: the link to it
 *
 * Returns: (transfer floating): all that the person wrote of it
 */
HcClinicPage *
hc_clinic_page_new (HcContext       *context,
                    HcCareDirectory *directory,
                    HcClinic        *clinic,
                    const char      *link)
{
  HcClinicPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);
  g_return_val_if_fail (HC_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  self = g_object_new (HC_TYPE_CLINIC_PAGE, "tag", link, NULL);
  self->context = g_object_ref (context);
  self->directory = g_object_ref (directory);
  self->clinic = g_object_ref (clinic);
  g_signal_connect_object (get_store (self), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fill (self);

  return self;
}
