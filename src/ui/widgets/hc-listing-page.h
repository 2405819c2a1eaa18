/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-listing.h"

G_BEGIN_DECLS

#define HC_TYPE_LISTING_PAGE (hc_listing_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcListingPage, hc_listing_page, HC, LISTING_PAGE, AdwNavigationPage)

struct _HcListingPageClass
{
  AdwNavigationPageClass parent_class;
};

/**
 * HcListingButton:
 * @label: what it says, plain
 * @link: where it leads: a link of the program, or an address that hc_external_link_is_known() knows
 * @is_suggested: whether it is what most people want there
 *
 * A large button of a page.
 */
typedef struct
{
  const char *label;
  const char *link;
  gboolean    is_suggested;
} HcListingButton;

HcListingPage *hc_listing_page_new              (const char     *title,
                                                 const char     *link) G_GNUC_WARN_UNUSED_RESULT;
void           hc_listing_page_begin            (HcListingPage  *self,
                                                 const char     *title);
void           hc_listing_page_add              (HcListingPage  *self,
                                                 GtkWidget      *widget);
void           hc_listing_page_add_text         (HcListingPage  *self,
                                                 const char     *text,
                                                 const char     *css_class);
void           hc_listing_page_add_heading      (HcListingPage  *self,
                                                 const char     *title);
void           hc_listing_page_add_fact         (HcListingPage  *self,
                                                 const char     *title,
                                                 const char     *text);
void           hc_listing_page_add_points       (HcListingPage     *self,
                                                 const char        *title,
                                                 const char *const *points);
void           hc_listing_page_add_buttons      (HcListingPage  *self,
                                                 const char     *phone,
                                                 const char     *website);
void           hc_listing_page_add_link_buttons (HcListingPage         *self,
                                                 const HcListingButton *buttons,
                                                 guint                  n_buttons);
void           hc_listing_page_add_links        (HcListingPage  *self,
                                                 const char     *title,
                                                 GListModel     *listings);
void           hc_listing_page_add_confirmation (HcListingPage  *self,
                                                 gboolean        is_confirmed,
                                                 const char     *remark);
void           hc_listing_page_add_sources      (HcListingPage  *self,
                                                 const char     *checked,
                                                 GPtrArray      *sources);

G_END_DECLS
