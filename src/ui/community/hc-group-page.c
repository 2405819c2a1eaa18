/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a support group. */

#include "hc-group-page.h"

#include <glib/gi18n.h>

#include "hc-care-listings.h"
#include "hc-follow-button.h"
#include "hc-group-words.h"
#include "hc-link.h"
#include "hc-news-words.h"

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

/* What is said there in public, to be read in News. */
static void
add_discussions (HcListingPage  *page,
                 HcContext      *context,
                 HcSupportGroup *group)
{
  g_autofree char *host = hc_news_words_dup_host (hc_support_group_get_details (group)->feed);
  /* Translators: %s is the name of a site. */
  g_autofree char *words = g_strdup_printf (_("What is written there in public can be read here, in News, and stays "
                                              "readable offline. Nothing is asked of %s before you allow that; then "
                                              "it sees your internet address, as it sees that of every reader. It is "
                                              "not told your name, and nothing is written there."), host);

  hc_listing_page_add_fact (page, _("Discussions"), words);
  hc_listing_page_add (page, hc_follow_button_new (context, group));
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
  if (details->feed != NULL)
    add_discussions (page, context, group);
  hc_listing_page_add_links (page, _("Before You Join"), G_LIST_MODEL (listings));
  hc_listing_page_add_sources (page, details->checked, sources);

  return page;
}
