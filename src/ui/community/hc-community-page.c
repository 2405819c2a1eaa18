/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-community-page.h"

#include <glib/gi18n.h>

#include "hc-care-list-page.h"
#include "hc-community-home.h"
#include "hc-group-page.h"
#include "hc-guide-page.h"
#include "hc-navigation.h"

#define HOME HC_LINK_SCHEME ":community"

/**
 * HcCommunityPage:
 *
 * Community: the directory of groups, and above it what is told of one, or a guide. It opens `community`, and
 * `community/ID` with the id of a group or of a guide.
 */
struct _HcCommunityPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation; /* the tag of each page is the link to it */
  HcCareDirectory   *directory;  /* NULL when the library cannot be read */
  HcCommunityHome   *home;
};

G_DEFINE_FINAL_TYPE (HcCommunityPage, hc_community_page, HC_TYPE_PAGE)

static void
update_link (HcCommunityPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (page != NULL && adw_navigation_page_get_tag (page) != NULL)
    hc_page_set_link (HC_PAGE (self), adw_navigation_page_get_tag (page));
}

static HcListingPage *
make_page (HcCommunityPage *self,
           const char      *id)
{
  HcContext *context = hc_page_get_context (HC_PAGE (self));
  HcSupportGroup *group = hc_care_directory_get_group (self->directory, id);
  HcCareGuide *guide = hc_care_directory_get_guide (self->directory, id);

  if (group != NULL)
    return hc_group_page_new (context, group,
                              hc_care_directory_get_guide (self->directory, HC_COMMUNITY_SAFETY_GUIDE));

  return guide != NULL ? hc_guide_page_new (context, guide, "community") : NULL;
}

static gboolean
open_id (HcCommunityPage  *self,
         const char       *id,
         GError          **error)
{
  g_autofree char *link = g_strconcat (HOME "/", id, NULL);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, link);

  if (page == NULL)
    page = (AdwNavigationPage *) make_page (self, id);

  if (page == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such group"));
      return FALSE;
    }

  hc_navigation_bring_up (self->navigation, page);

  return TRUE;
}

static gboolean
hc_community_page_open (HcPage  *page,
                        HcLink  *link,
                        GError **error)
{
  HcCommunityPage *self = HC_COMMUNITY_PAGE (page);
  gboolean is_open = TRUE;

  if (self->directory == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("The directory cannot be read"));
      return FALSE;
    }

  if (link->id != NULL)
    is_open = open_id (self, link->id, error);
  else
    adw_navigation_view_pop_to_tag (self->navigation, HOME);

  update_link (self);

  return is_open;
}

static void
hc_community_page_focus_search (HcPage *page)
{
  HcCommunityPage *self = HC_COMMUNITY_PAGE (page);

  if (self->home != NULL &&
      adw_navigation_view_get_visible_page (self->navigation) == ADW_NAVIGATION_PAGE (self->home))
    hc_community_home_focus_search (self->home);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
}

static void
hc_community_page_constructed (GObject *object)
{
  HcCommunityPage *self = HC_COMMUNITY_PAGE (object);
  HcLibrary *library;
  g_autoptr (GError) error = NULL;

  G_OBJECT_CLASS (hc_community_page_parent_class)->constructed (object);

  library = hc_context_get_library (hc_page_get_context (HC_PAGE (self)));
  self->directory = hc_care_directory_new (library, &error);
  if (self->directory == NULL)
    {
      g_warning ("No directory of groups: %s", error->message);
      adw_navigation_view_add (self->navigation,
                               hc_care_list_page_new_trouble (_("Community"), HOME, "hc-community-symbolic", error));
      return;
    }

  self->home = hc_community_home_new (library, self->directory, HOME);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
}

static void
hc_community_page_dispose (GObject *object)
{
  g_clear_object (&HC_COMMUNITY_PAGE (object)->directory);

  G_OBJECT_CLASS (hc_community_page_parent_class)->dispose (object);
}

static void
hc_community_page_class_init (HcCommunityPageClass *klass)
{
  static const char *const places[] = { "community", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_community_page_constructed;
  object_class->dispose = hc_community_page_dispose;

  page_class->section = HC_SECTION_CONNECT;
  page_class->title = N_("Community");
  page_class->icon_name = "hc-community-symbolic";
  page_class->places = places;
  page_class->open = hc_community_page_open;
  page_class->focus_search = hc_community_page_focus_search;
}

static void
hc_community_page_init (HcCommunityPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
