/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a support group. */

#include "hc-group-page.h"

#include <glib/gi18n.h>

#include "hc-care-listings.h"
#include "hc-group-words.h"
#include "hc-link.h"

static void
add_kind (HcListingPage               *page,
          const HcSupportGroupDetails *details)
{
  const char *form = hc_group_words_get_form (details->form);
  g_autofree char *ways = hc_group_words_dup_ways (details->ways);
  /* Translators: what a group is, and how one is with others: “Closed group, online”. */
  g_autofree char *kind = ways != NULL ? g_strdup_printf (_("%s, %s"), form, ways) : g_strdup (form);

  hc_listing_page_add_text (page, kind, "dimmed");
}

/**
 * hc_group_page_new:
 * @context: what the pages share
 * @group: a group
 * @safety: (nullable): the guide on joining safely
 *
 * Returns: (transfer floating): all that is told of it
 */
HcListingPage *
hc_group_page_new (HcContext      *context,
                   HcSupportGroup *group,
                   HcCareGuide    *safety)
{
  const HcSupportGroupDetails *details;
  g_autoptr (GListStore) listings = g_list_store_new (HC_TYPE_LISTING);
  g_autoptr (HcListing) listing = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link = NULL;
  HcListingPage *page;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_SUPPORT_GROUP (group), NULL);

  details = hc_support_group_get_details (group);
  link = g_strconcat (HC_LINK_SCHEME ":community/", details->id, NULL);
  page = hc_listing_page_new (details->name, link);
  sources = hc_support_group_load_sources (group, hc_context_get_library (context), &error);
  if (sources == NULL)
    g_warning ("No sources: %s", error->message);

  if (safety != NULL)
    {
      listing = hc_care_listing_new_guide (safety, "community", NULL);
      g_list_store_append (listings, listing);
    }

  hc_listing_page_add_text (page, details->about, "summary");
  add_kind (page, details);
  hc_listing_page_add_confirmation (page, details->confirmed, details->remark);
  hc_listing_page_add_buttons (page, details->phone, details->website);
  hc_listing_page_add_fact (page, _("For Whom"), details->audience);
  hc_listing_page_add_fact (page, _("Country"), details->country);
  hc_listing_page_add_fact (page, _("Who Can See What You Say"), details->privacy);
  hc_listing_page_add_fact (page, _("Cost"), details->cost);
  hc_listing_page_add_fact (page, _("How to Join"), details->join);
  hc_listing_page_add_fact (page, _("What It Asks of You"), details->asks);
  hc_listing_page_add_links (page, _("Before You Join"), G_LIST_MODEL (listings));
  hc_listing_page_add_sources (page, details->checked, sources);

  return page;
}
