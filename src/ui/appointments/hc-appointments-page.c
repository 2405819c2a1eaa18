/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointments-page.h"

#include <glib/gi18n.h>

#include "hc-appointment-page.h"
#include "hc-appointments-home.h"
#include "hc-follow-up-page.h"
#include "hc-navigation.h"

#define FOLLOW_UP "follow-up"

/**
 * HcAppointmentsPage:
 *
 * Appointments: all of the person, and above that one of them, or the follow-up after the treatment. It opens
 * `appointments`, `appointments?follow-up=yes` and `appointment/ID`; with `?person=ID` those of that person.
 */
struct _HcAppointmentsPage
{
  HcPage              parent_instance;

  AdwNavigationView  *navigation;
  HcAppointmentsHome *home;
  HcAppointmentPage  *appointment;  /* NULL until it is opened, and so is the other */
  HcFollowUpPage     *follow_up;
};

G_DEFINE_FINAL_TYPE (HcAppointmentsPage, hc_appointments_page, HC_TYPE_PAGE)

static HcContext *
get_context (HcAppointmentsPage *self)
{
  return hc_page_get_context (HC_PAGE (self));
}

static gboolean
is_visible (HcAppointmentsPage *self,
            gpointer            page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
update_link (HcAppointmentsPage *self)
{
  HcAppointment *appointment = is_visible (self, self->appointment)
                               ? hc_appointment_page_get_appointment (self->appointment) : NULL;

  if (appointment != NULL)
    {
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":appointment/", hc_appointment_get_id (appointment), NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else
    {
      hc_page_set_link (HC_PAGE (self), is_visible (self, self->follow_up)
                                        ? HC_LINK_SCHEME ":appointments?" FOLLOW_UP "=yes"
                                        : HC_LINK_SCHEME ":appointments");
    }
}

/* A link may lead to what is somebody else's who is cared for. */
static void
choose_owner (HcAppointmentsPage *self,
              const char         *owner)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (get_context (self)));
  HcCurrentPerson *current = hc_context_get_person (get_context (self));

  if (!hc_current_person_owns (current, owner) && hc_store_lookup (HC_STORE (people), owner) != NULL)
    hc_current_person_choose (current, owner);
}

static gboolean
open_appointment (HcAppointmentsPage  *self,
                  const char          *id,
                  GError             **error)
{
  HcAppointmentStore *appointments = hc_profile_get_appointments (hc_context_get_profile (get_context (self)));
  HcAppointment *appointment = id != NULL ? hc_store_lookup (HC_STORE (appointments), id) : NULL;

  if (appointment == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such appointment"));
      return FALSE;
    }

  choose_owner (self, hc_appointment_get_details (appointment)->person);
  if (self->appointment == NULL)
    {
      self->appointment = hc_appointment_page_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->appointment));
    }

  hc_appointment_page_show (self->appointment, appointment);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->appointment));

  return TRUE;
}

static void
open_follow_up (HcAppointmentsPage *self)
{
  if (self->follow_up == NULL)
    {
      self->follow_up = hc_follow_up_page_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->follow_up));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->follow_up));
}

static gboolean
hc_appointments_page_open (HcPage  *page,
                           HcLink  *link,
                           GError **error)
{
  HcAppointmentsPage *self = HC_APPOINTMENTS_PAGE (page);
  const char *person = g_hash_table_lookup (link->query, "person");
  gboolean opened = TRUE;

  if (person != NULL)
    choose_owner (self, person);

  if (g_str_equal (link->place, "appointment"))
    opened = open_appointment (self, link->id, error);
  else if (g_hash_table_contains (link->query, FOLLOW_UP))
    open_follow_up (self);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "home");

  update_link (self);

  return opened;
}

static void
hc_appointments_page_constructed (GObject *object)
{
  HcAppointmentsPage *self = HC_APPOINTMENTS_PAGE (object);

  G_OBJECT_CLASS (hc_appointments_page_parent_class)->constructed (object);

  self->home = hc_appointments_home_new (get_context (self));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
}

static void
hc_appointments_page_class_init (HcAppointmentsPageClass *klass)
{
  static const char *const places[] = { "appointments", "appointment", NULL };
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hc_appointments_page_constructed;

  page_class->section = HC_SECTION_HEALTH;
  page_class->title = N_("Appointments");
  page_class->icon_name = "hc-appointments-symbolic";
  page_class->places = places;
  page_class->open = hc_appointments_page_open;
}

static void
hc_appointments_page_init (HcAppointmentsPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
