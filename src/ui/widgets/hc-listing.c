/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-listing.h"

/**
 * HcListing:
 *
 * A line of a directory: something that has a name and a link, whatever it is.
 */
struct _HcListing
{
  GObject           parent_instance;

  HcListingDetails  details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcListing, hc_listing, G_TYPE_OBJECT)

static void
hc_listing_finalize (GObject *object)
{
  HcListing *self = HC_LISTING (object);

  g_free ((char *) self->details.section);
  g_free ((char *) self->details.title);
  g_free ((char *) self->details.detail);
  g_free ((char *) self->details.remark);
  g_free ((char *) self->details.icon_name);
  g_free ((char *) self->details.link);

  G_OBJECT_CLASS (hc_listing_parent_class)->finalize (object);
}

static void
hc_listing_class_init (HcListingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_listing_finalize;
}

static void
hc_listing_init (HcListing *self)
{
}

/**
 * hc_listing_new:
 * @details: what is told of it
 *
 * Returns: (transfer full): a listing
 */
HcListing *
hc_listing_new (const HcListingDetails *details)
{
  HcListing *self;

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->title != NULL && details->link != NULL, NULL);

  self = g_object_new (HC_TYPE_LISTING, NULL);
  self->details.section = g_strdup (details->section);
  self->details.title = g_strdup (details->title);
  self->details.detail = g_strdup (details->detail);
  self->details.remark = g_strdup (details->remark);
  self->details.icon_name = g_strdup (details->icon_name);
  self->details.link = g_strdup (details->link);

  return self;
}

/**
 * hc_listing_get_details:
 * @self: a listing
 *
 * Returns: (transfer none): what is told of it
 */
const HcListingDetails *
hc_listing_get_details (HcListing *self)
{
  g_return_val_if_fail (HC_IS_LISTING (self), NULL);

  return &self->details;
}
