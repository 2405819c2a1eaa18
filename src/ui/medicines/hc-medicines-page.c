/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicines-page.h"

#include <glib/gi18n.h>

#include "hc-alerts-view.h"
#include "hc-medicine-page.h"
#include "hc-medicines-home.h"
#include "hc-navigation.h"
#include "hc-timing-page.h"

/**
 * HcMedicinesPage:
 *
 * My Medicines: what the person takes, and above that one medicine, the times of all, or alerts about them. It
 * opens `medicines`, `medicines?timing=yes`, `medicine/ID`, `alerts` and `alerts?recalls=yes`; with `?person=ID`
 * those of that person.
 */
struct _HcMedicinesPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation;
  HcMedicinesHome   *home;
  HcMedicinePage    *medicine; /* NULL until it is opened, and so are the others */
  HcTimingPage      *timing;
  HcAlertsView      *alerts;
};

G_DEFINE_FINAL_TYPE (HcMedicinesPage, hc_medicines_page, HC_TYPE_PAGE)

static HcContext *
get_context (HcMedicinesPage *self)
{
  return hc_page_get_context (HC_PAGE (self));
}

static gboolean
is_visible (HcMedicinesPage *self,
            gpointer         page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
update_link (HcMedicinesPage *self)
{
  HcMedicine *medicine = is_visible (self, self->medicine) ? hc_medicine_page_get_medicine (self->medicine) : NULL;

  if (medicine != NULL)
    {
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":medicine/", hc_medicine_get_id (medicine), NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (is_visible (self, self->timing))
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":medicines?timing=yes");
    }
  else
    {
      hc_page_set_link (HC_PAGE (self), is_visible (self, self->alerts) ? HC_LINK_SCHEME ":alerts"
                                                                        : HC_LINK_SCHEME ":medicines");
    }
}

/* A link may lead to what is somebody else's who is cared for. */
static void
choose_owner (HcMedicinesPage *self,
              const char      *owner)
{
  HcPersonStore *people = hc_profile_get_people (hc_context_get_profile (get_context (self)));
  HcCurrentPerson *current = hc_context_get_person (get_context (self));

  if (!hc_current_person_owns (current, owner) && hc_store_lookup (HC_STORE (people), owner) != NULL)
    hc_current_person_choose (current, owner);
}

static gboolean
open_medicine (HcMedicinesPage  *self,
               const char       *id,
               GError          **error)
{
  HcMedicineStore *medicines = hc_profile_get_medicines (hc_context_get_profile (get_context (self)));
  HcMedicine *medicine = id != NULL ? hc_store_lookup (HC_STORE (medicines), id) : NULL;

  if (medicine == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such medicine"));
      return FALSE;
    }

  choose_owner (self, hc_medicine_get_details (medicine)->person);
  if (self->medicine == NULL)
    {
      self->medicine = hc_medicine_page_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->medicine));
    }

  hc_medicine_page_show (self->medicine, medicine);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->medicine));

  return TRUE;
}

static void
open_timing (HcMedicinesPage *self)
{
  if (self->timing == NULL)
    {
      self->timing = hc_timing_page_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->timing));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->timing));
}

static void
open_alerts (HcMedicinesPage *self,
             gboolean         with_recalls)
{
  if (self->alerts == NULL)
    {
      self->alerts = hc_alerts_view_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->alerts));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->alerts));
  if (with_recalls)
    hc_alerts_view_show_recalls (self->alerts);
}

static gboolean
hc_medicines_page_open (HcPage  *page,
                        HcLink  *link,
                        GError **error)
{
  HcMedicinesPage *self = HC_MEDICINES_PAGE (page);
  const char *person = g_hash_table_lookup (link->query, "person");
  gboolean opened = TRUE;

  if (person != NULL)
    choose_owner (self, person);

  if (g_str_equal (link->place, "medicine"))
    opened = open_medicine (self, link->id, error);
  else if (g_str_equal (link->place, "alerts"))
    open_alerts (self, g_hash_table_contains (link->query, "recalls"));
  else if (g_hash_table_contains (link->query, "timing"))
    open_timing (self);
  else
    adw_navigation_view_pop_to_tag (self->navigation, "home");

  update_link (self);

  return opened;
}

static void
hc_medicines_page_constructed (GObject *object)
{
  HcMedicinesPage *self = HC_MEDICINES_PAGE (object);

  G_OBJECT_CLASS (hc_medicines_page_parent_class)->constructed (object);

  self->home = hc_medicines_home_new (get_context (self));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
}

static void
hc_medicines_page_class_init (HcMedicinesPageClass *klass)
{
  static const char *const places[] = { "medicines", "medicine", "alerts", NULL };
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hc_medicines_page_constructed;

  page_class->section = HC_SECTION_HEALTH;
  page_class->title = N_("My Medicines");
  page_class->icon_name = "hc-medicines-symbolic";
  page_class->places = places;
  page_class->open = hc_medicines_page_open;
}

static void
hc_medicines_page_init (HcMedicinesPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
