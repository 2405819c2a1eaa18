/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page with one list: all helplines, or all guides. */

#include "hc-care-list-page.h"

#include "hc-listing-view.h"

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
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *view = g_object_new (HC_TYPE_LISTING_VIEW, NULL);
  AdwNavigationPage *page;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (listings), NULL);

  g_list_store_append (lists, listings);
  hc_listing_view_set_lists (HC_LISTING_VIEW (view), title, G_LIST_MODEL (lists));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), view);

  page = adw_navigation_page_new (toolbar_view, title);
  adw_navigation_page_set_tag (page, link);

  return page;
}
