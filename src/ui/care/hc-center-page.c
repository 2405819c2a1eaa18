/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a cancer center. */

#include "hc-center-page.h"

#include <glib/gi18n.h>

#include "hc-care-listings.h"
#include "hc-care-words.h"
#include "hc-link.h"
#include "hc-open-hours-view.h"
#include "hc-paragraph.h"
#include "hc-request-buttons.h"

/* What the words about designations rely on. */
#define DESIGNATIONS_TITLE "NCI Cancer Center Program Information"
#define DESIGNATIONS_URI "https://www.cancer.org/treatment/finding-and-paying-for-treatment/" \
                         "choosing-your-treatment-team/nci-cancer-center-programs.html"

/* What helps before one asks for an appointment: prices, and one's rights. */
static const char *const guides[] = {
  "price-transparency", "no-surprises", "second-opinion-right", "your-records", "interpreter", NULL
};

static void
add_place (HcListingPage             *page,
           HcContext                 *context,
           HcCareDirectory           *directory,
           HcCareCenter              *center)
{
  const HcCareCenterDetails *details = hc_care_center_get_details (center);
  const char *state = hc_care_directory_get_state_name (directory, details->state);
  g_autofree char *label = g_settings_get_string (hc_context_get_settings (context), "care-city");
  HcCity *from = hc_care_directory_get_city (directory, label);
  /* Translators: a city and its state. */
  g_autofree char *place = g_strdup_printf (_("%s, %s"), details->city, state != NULL ? state : details->state);

  hc_listing_page_add_text (page, details->parent, NULL);
  hc_listing_page_add_text (page, place, NULL);

  if (from != NULL)
    {
      g_autofree char *distance = hc_care_words_dup_distance (hc_care_center_get_distance (center, from));
      /* Translators: a distance, “about 12 miles”, and a city, “Buffalo, NY”. */
      g_autofree char *words = g_strdup_printf (_("%s from %s, in a straight line"), distance, label);

      hc_listing_page_add_text (page, words, "dimmed");
    }
}

static void
add_contact (HcListingPage   *page,
             HcContext       *context,
             HcCareDirectory *directory,
             HcCareCenter    *center)
{
  const HcCareCenterDetails *details = hc_care_center_get_details (center);
  const HcOpenHours *hours = hc_care_center_get_hours (center);

  hc_listing_page_add_heading (page, _("Contact"));
  if (details->phone == NULL)
    hc_listing_page_add_text (page, _("No source that we have read confirms a telephone number. Look on the website."),
                              NULL);
  hc_listing_page_add_text (page, details->phone_for, NULL);
  hc_listing_page_add_buttons (page, details->phone, details->website);

  if (hours != NULL)
    {
      hc_listing_page_add_heading (page, _("When the Telephone Is Answered"));
      hc_listing_page_add (page, hc_open_hours_view_new (hc_context_get_clock (context), hours,
                                                         hc_care_center_get_zone (center),
                                                         hc_care_directory_get_holidays (directory)));
    }
  else if (details->phone != NULL)
    {
      hc_listing_page_add_text (page, _("Its hours are not confirmed. Call on a weekday."), "dimmed");
    }
}

static void
add_about (HcListingPage   *page,
           HcCareDirectory *directory,
           HcCareCenter    *center)
{
  const HcCareCenterDetails *details = hc_care_center_get_details (center);
  HcCareCenter *main = details->campus_of != NULL ? hc_care_directory_get_center (directory, details->campus_of) : NULL;

  hc_listing_page_add_fact (page, hc_care_words_get_kind (details->kind), hc_care_words_get_meaning (details->kind));

  if (main != NULL)
    {
      g_autoptr (GListStore) listings = g_list_store_new (HC_TYPE_LISTING);
      g_autoptr (HcListing) listing = hc_care_listing_new_center (main, directory, NULL, NULL);

      g_list_store_append (listings, listing);
      hc_listing_page_add_links (page, _("A Campus of"), G_LIST_MODEL (listings));
    }
}

static void
add_sources (HcListingPage *page,
             HcContext     *context,
             HcCareCenter  *center)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = hc_care_center_load_sources (center, hc_context_get_library (context), &error);
  g_autofree char *markup =
    /* Translators: the address and the title of a page on the web. */
    g_markup_printf_escaped (_("What the designations mean: <a href=\"%s\">%s</a>, American Cancer Society."),
                             DESIGNATIONS_URI, DESIGNATIONS_TITLE);

  if (sources == NULL)
    g_warning ("No sources: %s", error->message);

  hc_listing_page_add_sources (page, hc_care_center_get_details (center)->checked, sources);
  hc_listing_page_add (page, hc_paragraph_new (markup, NULL));
}

/**
 * hc_center_page_new:
 * @context: what the pages share
 * @directory: where the center is from
 * @center: a center
 *
 * Returns: (transfer floating): all that is told of it
 */
HcListingPage *
hc_center_page_new (HcContext       *context,
                    HcCareDirectory *directory,
                    HcCareCenter    *center)
{
  g_autoptr (GListStore) listings = g_list_store_new (HC_TYPE_LISTING);
  const HcCareCenterDetails *details;
  g_autofree char *link = NULL;
  HcListingPage *page;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);
  g_return_val_if_fail (HC_IS_CARE_CENTER (center), NULL);

  details = hc_care_center_get_details (center);
  link = g_strconcat (HC_LINK_SCHEME ":care/", details->id, NULL);
  page = hc_listing_page_new (details->name, link);
  hc_care_listings_add_guides (listings, directory, guides);

  add_place (page, context, directory, center);
  hc_listing_page_add_confirmation (page, details->confirmed, details->remark);
  if (details->kind != HC_CARE_CENTER_LABORATORY)
    hc_request_buttons_add (page, "center", details->id);
  add_contact (page, context, directory, center);
  add_about (page, directory, center);
  hc_listing_page_add_links (page, _("Your Rights and the Costs"), G_LIST_MODEL (listings));
  add_sources (page, context, center);

  return page;
}
