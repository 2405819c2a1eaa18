/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A guide: a short text, what to ask, and where there is more to read. */

#include "hc-guide-page.h"

#include <glib/gi18n.h>

#include "hc-care-listings.h"
#include "hc-link.h"

/**
 * hc_guide_page_new:
 * @context: what the pages share
 * @guide: a guide
 * @place: the place of the link to it, `care` or `community`
 *
 * Returns: (transfer floating): the guide
 */
HcListingPage *
hc_guide_page_new (HcContext   *context,
                   HcCareGuide *guide,
                   const char  *place)
{
  const HcCareGuideDetails *details;
  g_autoptr (GListStore) listings = g_list_store_new (HC_TYPE_LISTING);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link = NULL;
  HcListingPage *page;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CARE_GUIDE (guide), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  details = hc_care_guide_get_details (guide);
  link = g_strconcat (HC_LINK_SCHEME ":", place, "/", details->id, NULL);
  page = hc_listing_page_new (details->title, link);
  sources = hc_care_guide_load_sources (guide, hc_context_get_library (context), &error);
  if (sources == NULL)
    g_warning ("No sources: %s", error->message);

  hc_listing_page_add_text (page, details->summary, "summary");
  for (guint i = 0; details->paragraphs[i] != NULL; i++)
    hc_listing_page_add_text (page, details->paragraphs[i], NULL);
  hc_listing_page_add_points (page, _("What to Ask"), details->questions);
  hc_care_listings_add_links (listings, hc_context_get_library (context), details->links, NULL);
  hc_listing_page_add_links (page, _("Read More"), G_LIST_MODEL (listings));
  hc_listing_page_add_sources (page, details->checked, sources);

  return page;
}
