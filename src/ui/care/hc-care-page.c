/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-page.h"

#include <glib/gi18n.h>

#include "hc-care-home.h"
#include "hc-care-list-page.h"
#include "hc-care-listings.h"
#include "hc-center-page.h"
#include "hc-clinic-dialog.h"
#include "hc-clinic-page.h"
#include "hc-guide-page.h"
#include "hc-helpline-page.h"
#include "hc-navigation.h"
#include "hc-person-dialog.h"

#define HOME HC_LINK_SCHEME ":care"
#define HELPLINES HC_LINK_SCHEME ":care?list=helplines"
#define GUIDES HC_LINK_SCHEME ":care?list=guides"

/**
 * HcCarePage:
 *
 * Find Care: where it is found, and above that what is told of a center, a helpline or a guide. It opens `care`,
 * `care?list=helplines`, `care?list=guides`, `care/ID`, and `care?contact=ID` with somebody of the care team in the
 * dialog of the person; `care?contact=new` adds somebody. `care?clinic=ID` is a clinic of the person's own;
 * `care?clinic=new` adds one, and with `center=ID` one that is that center.
 */
struct _HcCarePage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation; /* the tag of each page is the link to it */
  HcCareDirectory   *directory;  /* NULL when the library cannot be read */
  HcCareHome        *home;
};

G_DEFINE_FINAL_TYPE (HcCarePage, hc_care_page, HC_TYPE_PAGE)

static void
update_link (HcCarePage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (page != NULL && adw_navigation_page_get_tag (page) != NULL)
    hc_page_set_link (HC_PAGE (self), adw_navigation_page_get_tag (page));
}

static gboolean
set_not_found (GError    **error,
               const char *words)
{
  g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, words);

  return FALSE;
}

static GListModel *
list_helplines (HcCarePage *self)
{
  g_autoptr (GListStore) listings = g_list_store_new (HC_TYPE_LISTING);
  GListModel *helplines = hc_care_directory_get_helplines (self->directory);

  for (guint i = 0; i < g_list_model_get_n_items (helplines); i++)
    {
      g_autoptr (HcHelpline) helpline = g_list_model_get_item (helplines, i);
      g_autoptr (HcListing) listing = hc_care_listing_new_helpline (helpline, NULL);

      g_list_store_append (listings, listing);
    }

  return G_LIST_MODEL (g_steal_pointer (&listings));
}

static GListModel *
list_guides (HcCarePage *self)
{
  g_autoptr (GListStore) listings = g_list_store_new (HC_TYPE_LISTING);
  GListModel *guides = hc_care_directory_get_guides (self->directory);

  for (guint i = 0; i < g_list_model_get_n_items (guides); i++)
    {
      g_autoptr (HcCareGuide) guide = g_list_model_get_item (guides, i);
      g_autoptr (HcListing) listing = hc_care_listing_new_guide (guide, "care", NULL);

      g_list_store_append (listings, listing);
    }

  return G_LIST_MODEL (g_steal_pointer (&listings));
}

static gboolean
open_list (HcCarePage  *self,
           const char  *name,
           GError     **error)
{
  gboolean is_helplines = g_str_equal (name, "helplines");
  const char *link = is_helplines ? HELPLINES : GUIDES;
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, link);
  g_autoptr (GListModel) listings = NULL;

  if (!is_helplines && !g_str_equal (name, "guides"))
    return set_not_found (error, _("There is no such list"));

  if (page == NULL)
    {
      listings = is_helplines ? list_helplines (self) : list_guides (self);
      page = hc_care_list_page_new (is_helplines ? _("Helplines") : _("Guides"), link, listings);
    }
  hc_navigation_bring_up (self->navigation, page);

  return TRUE;
}

/* A center, a helpline or a guide: they share their ids. */
static HcListingPage *
make_page (HcCarePage *self,
           const char *id)
{
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  HcCareCenter *center = hc_care_directory_get_center (self->directory, id);
  HcHelpline *helpline = hc_care_directory_get_helpline (self->directory, id);
  HcCareGuide *guide = hc_care_directory_get_guide (self->directory, id);

  if (center != NULL)
    return hc_center_page_new (context, self->directory, center);

  if (helpline != NULL)
    return hc_helpline_page_new (context, self->directory, helpline);

  return guide != NULL ? hc_guide_page_new (context, guide, "care") : NULL;
}

static gboolean
open_id (HcCarePage  *self,
         const char  *id,
         GError     **error)
{
  g_autofree char *link = g_strconcat (HOME "/", id, NULL);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, link);

  if (page == NULL)
    page = (AdwNavigationPage *) make_page (self, id);
  if (page == NULL)
    return set_not_found (error, _("There is no such place in Find Care"));

  hc_navigation_bring_up (self->navigation, page);

  return TRUE;
}

static gboolean
has_dialog (HcCarePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return ADW_IS_APPLICATION_WINDOW (root) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL;
}

/* The care team belongs to the person, and is changed in their dialog. */
static gboolean
open_contact (HcCarePage  *self,
              const char  *id,
              GError     **error)
{
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  HcProfile *profile = hc_context_get_profile (context);
  HcCurrentPerson *current = hc_context_get_person (context);
  HcCareContact *found = hc_store_lookup (HC_STORE (hc_profile_get_care_contacts (profile)), id);
  g_autoptr (HcCareContact) contact = found != NULL ? g_object_ref (found) : NULL;
  HcPersonDialog *dialog;

  if (hc_profile_get_state (profile) != HC_PROFILE_READY)
    return set_not_found (error, _("Your own data is not open yet"));

  if (g_str_equal (id, "new"))
    contact = hc_care_contact_new ();
  else if (contact == NULL || !hc_current_person_owns (current, hc_care_contact_get_details (contact)->person))
    return set_not_found (error, _("There is nobody like that in this care team"));

  if (has_dialog (self))
    return TRUE;

  dialog = hc_person_dialog_new (context, hc_current_person_get (current));
  hc_person_dialog_open_contact (dialog, contact);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));

  return TRUE;
}

/* Over what is shown: whoever adds a center stays on its page. */
static void
add_clinic (HcCarePage *self,
            const char *center_id)
{
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  HcCareCenter *center = center_id != NULL ? hc_care_directory_get_center (self->directory, center_id) : NULL;

  if (has_dialog (self))
    return;

  adw_dialog_present (hc_clinic_dialog_new_for_center (context, center), GTK_WIDGET (self));
}

static gboolean
open_clinic (HcCarePage  *self,
             const char  *id,
             const char  *center_id,
             GError     **error)
{
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  HcProfile *profile = hc_context_get_profile (context);
  HcClinic *clinic = hc_store_lookup (HC_STORE (hc_profile_get_clinics (profile)), id);
  g_autofree char *link = g_strconcat (HOME "?clinic=", id, NULL);
  AdwNavigationPage *page;

  if (hc_profile_get_state (profile) != HC_PROFILE_READY)
    return set_not_found (error, _("Your own data is not open yet"));

  if (g_str_equal (id, "new"))
    {
      add_clinic (self, center_id);
      return TRUE;
    }

  if (clinic == NULL || !hc_current_person_owns (hc_context_get_person (context),
                                                 hc_clinic_get_details (clinic)->person))
    return set_not_found (error, _("There is no such clinic among yours"));

  page = adw_navigation_view_find_page (self->navigation, link);
  if (page == NULL)
    page = ADW_NAVIGATION_PAGE (hc_clinic_page_new (context, self->directory, clinic, link));
  hc_navigation_bring_up (self->navigation, page);

  return TRUE;
}

static gboolean
hc_care_page_open (HcPage  *page,
                   HcLink  *link,
                   GError **error)
{
  HcCarePage *self = HC_CARE_PAGE (page);
  const char *list = g_hash_table_lookup (link->query, "list");
  const char *contact = g_hash_table_lookup (link->query, "contact");
  const char *clinic = g_hash_table_lookup (link->query, "clinic");
  gboolean is_open = TRUE;

  if (self->directory == NULL)
    return set_not_found (error, _("The directory cannot be read"));

  if (contact != NULL)
    is_open = open_contact (self, contact, error);
  else if (clinic != NULL)
    is_open = open_clinic (self, clinic, g_hash_table_lookup (link->query, "center"), error);
  else if (list != NULL)
    is_open = open_list (self, list, error);
  else if (link->id != NULL)
    is_open = open_id (self, link->id, error);
  else
    adw_navigation_view_pop_to_tag (self->navigation, HOME);

  update_link (self);

  return is_open;
}

static void
hc_care_page_focus_search (HcPage *page)
{
  HcCarePage *self = HC_CARE_PAGE (page);

  if (self->home != NULL &&
      adw_navigation_view_get_visible_page (self->navigation) == ADW_NAVIGATION_PAGE (self->home))
    hc_care_home_focus_search (self->home);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
}

static void
hc_care_page_constructed (GObject *object)
{
  HcCarePage *self = HC_CARE_PAGE (object);
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (hc_care_page_parent_class)->constructed (object);

  self->directory = hc_care_directory_new (hc_context_get_library (context), &error);
  if (self->directory == NULL)
    {
      g_warning ("No directory of care: %s", error->message);
      adw_navigation_view_add (self->navigation,
                               hc_care_list_page_new_trouble (_("Find Care"), HOME, "hc-care-symbolic", error));
      return;
    }

  self->home = hc_care_home_new (context, self->directory, HOME);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
}

static void
hc_care_page_dispose (GObject *object)
{
  g_clear_object (&HC_CARE_PAGE (object)->directory);

  G_OBJECT_CLASS (hc_care_page_parent_class)->dispose (object);
}

static void
hc_care_page_class_init (HcCarePageClass *klass)
{
  static const char *const places[] = { "care", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_care_page_constructed;
  object_class->dispose = hc_care_page_dispose;

  page_class->section = HC_SECTION_CONNECT;
  page_class->title = N_("Find Care");
  page_class->icon_name = "hc-care-symbolic";
  page_class->places = places;
  page_class->open = hc_care_page_open;
  page_class->focus_search = hc_care_page_focus_search;
}

static void
hc_care_page_init (HcCarePage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
