/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page with one list: all helplines, or all guides; or with the reason why there is none. */

#include "hc-care-list-page.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-listing-view.h"

static AdwNavigationPage *
make_page (const char *title,
           const char *link,
           GtkWidget  *content)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), content);

  return adw_navigation_page_new_with_tag (toolbar_view, title, link);
}

/**
 * hc_care_list_page_new:
 * @title: what is listed
 * @link: the link to the list
 * @listings: a list of #HcListing
 *
 * Returns: (transfer floating): a page with the list
 */
AdwNavigationPage *
hc_care_list_page_new (const char *title,
                       const char *link,
                       GListModel *listings)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkWidget *view = g_object_new (HC_TYPE_LISTING_VIEW, NULL);

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (listings), NULL);

  g_list_store_append (lists, listings);
  hc_listing_view_set_lists (HC_LISTING_VIEW (view), title, G_LIST_MODEL (lists));

  return make_page (title, link, view);
}

/**
 * hc_care_list_page_new_trouble:
 * @title: what would be listed
 * @link: the link to it
 * @icon_name: its icon
 * @error: why the directory cannot be read
 *
 * Returns: (transfer floating): a page that says so
 */
AdwNavigationPage *
hc_care_list_page_new_trouble (const char   *title,
                               const char   *link,
                               const char   *icon_name,
                               const GError *error)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail (icon_name != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  return make_page (title, link, g_object_new (ADW_TYPE_STATUS_PAGE,
                                               "icon-name", icon_name,
                                               "title", _("The Directory Cannot Be Read"),
                                               "description", hc_error_to_words (error),
                                               NULL));
}
