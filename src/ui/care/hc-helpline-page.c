/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a helpline. */

#include "hc-helpline-page.h"

#include <glib/gi18n.h>

#include "hc-link.h"
#include "hc-open-hours-view.h"

/* A line for messages is not called, and nothing here sends messages: it says what to do. */
static void
add_contact (HcListingPage           *page,
             const HcHelplineDetails *details)
{
  if (details->message != NULL && details->phone != NULL)
    {
      /* Translators: the word to send as a text message, and the number to which it is sent. */
      g_autofree char *words = g_strdup_printf (_("Send the word %s as a text message to %s."), details->message,
                                                details->phone);

      hc_listing_page_add_text (page, words, "summary");
      hc_listing_page_add_buttons (page, NULL, details->website);
    }
  else
    {
      hc_listing_page_add_buttons (page, details->phone, details->website);
    }
}

static void
add_hours (HcListingPage   *page,
           HcContext       *context,
           HcCareDirectory *directory,
           HcHelpline      *helpline)
{
  const HcOpenHours *hours = hc_helpline_get_hours (helpline);

  if (hours != NULL)
    {
      hc_listing_page_add_heading (page, _("Hours"));
      hc_listing_page_add (page, hc_open_hours_view_new (hc_context_get_clock (context), hours,
                                                         hc_helpline_get_zone (helpline),
                                                         hc_care_directory_get_holidays (directory)));
    }
  else if (hc_helpline_get_details (helpline)->phone != NULL)
    {
      hc_listing_page_add_fact (page, _("Hours"), _("Its hours are not confirmed. Call on a weekday."));
    }
}

/**
 * hc_helpline_page_new:
 * @context: what the pages share
 * @directory: where the helpline is from
 * @helpline: a helpline
 *
 * Returns: (transfer floating): all that is told of it
 */
HcListingPage *
hc_helpline_page_new (HcContext       *context,
                      HcCareDirectory *directory,
                      HcHelpline      *helpline)
{
  const HcHelplineDetails *details;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *link = NULL;
  HcListingPage *page;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);
  g_return_val_if_fail (HC_IS_HELPLINE (helpline), NULL);

  details = hc_helpline_get_details (helpline);
  link = g_strconcat (HC_LINK_SCHEME ":care/", details->id, NULL);
  page = hc_listing_page_new (details->name, link);
  sources = hc_helpline_load_sources (helpline, hc_context_get_library (context), &error);
  if (sources == NULL)
    g_warning ("No sources: %s", error->message);

  /* What is urgent is not below what is long. */
  add_contact (page, details);
  hc_listing_page_add_text (page, details->purpose, "summary");
  hc_listing_page_add_confirmation (page, details->confirmed, details->remark);
  add_hours (page, context, directory, helpline);
  hc_listing_page_add_fact (page, _("Languages"), details->languages);
  hc_listing_page_add_fact (page, _("Cost"), details->cost);
  hc_listing_page_add_sources (page, details->checked, sources);

  return page;
}
