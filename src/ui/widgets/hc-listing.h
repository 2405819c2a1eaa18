/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcListingDetails:
 * @section: (nullable): the heading under which it stands
 * @title: its name
 * @detail: (nullable): where or what it is
 * @remark: (nullable): what else helps to choose
 * @icon_name: (nullable): a symbolic icon before it
 * @link: the link to all that is told of it
 *
 * What is told of something in a list.
 */
typedef struct
{
  const char *section;
  const char *title;
  const char *detail;
  const char *remark;
  const char *icon_name;
  const char *link;
} HcListingDetails;

#define HC_TYPE_LISTING (hc_listing_get_type ())

G_DECLARE_FINAL_TYPE (HcListing, hc_listing, HC, LISTING, GObject)

HcListing              *hc_listing_new         (const HcListingDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcListingDetails *hc_listing_get_details (HcListing              *self);

G_END_DECLS
