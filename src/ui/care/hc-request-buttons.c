/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buttons on the page of a place that ask for an appointment there. */

#include "hc-request-buttons.h"

#include <glib/gi18n.h>

#include "hc-link.h"

static char *
dup_link (const char *kind,
          const char *id,
          const char *appointment)
{
  g_autoptr (HcLink) link = hc_link_new ("request", NULL, NULL);

  g_hash_table_insert (link->query, g_strdup (kind), g_strdup (id));
  if (appointment != NULL)
    g_hash_table_insert (link->query, g_strdup ("kind"), g_strdup (appointment));

  return hc_link_print (link);
}

/**
 * hc_request_buttons_add:
 * @page: the page of a place
 * @kind: what it is, `center` or `clinic`
 * @id: its id
 *
 * Adds a heading and the buttons below it. Each opens the request with the place filled in; a center can also become
 * one of the clinics of the person.
 */
void
hc_request_buttons_add (HcListingPage *page,
                        const char    *kind,
                        const char    *id)
{
  g_autofree char *visit = NULL, *opinion = NULL, *referral = NULL, *mine = NULL;
  gboolean is_center;

  g_return_if_fail (HC_IS_LISTING_PAGE (page));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (id != NULL);

  visit = dup_link (kind, id, NULL);
  opinion = dup_link (kind, id, "second-opinion");
  referral = dup_link (kind, id, "referral");
  mine = g_strconcat (HC_LINK_SCHEME ":care?center=", id, "&clinic=new", NULL);
  is_center = g_str_equal (kind, "center");

  hc_listing_page_add_heading (page, _("Ask for an Appointment"));
  hc_listing_page_add_link_buttons (page, (const HcListingButton []) {
    { _("Request Appointment"), visit, TRUE },
    { _("Second Opinion"), opinion, FALSE },
    { _("Refer a Patient"), referral, FALSE },
    { _("Add to My Clinics…"), mine, FALSE },
  }, is_center ? 4 : 3);
}
