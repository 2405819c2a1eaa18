/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to be found, as lines of a list. */

#include "hc-care-listings.h"

#include <glib/gi18n.h>

#include "hc-care-words.h"
#include "hc-link.h"

/**
 * hc_care_listing_new_clinic:
 * @clinic: a clinic of the person's own
 * @section: (nullable): the heading above
 *
 * Returns: (transfer full): a line that leads to it
 */
HcListing *
hc_care_listing_new_clinic (HcClinic   *clinic,
                            const char *section)
{
  const HcClinicDetails *details;
  g_autofree char *link = NULL, *whom = NULL;
  gboolean has_doctor, has_role;

  g_return_val_if_fail (HC_IS_CLINIC (clinic), NULL);

  details = hc_clinic_get_details (clinic);
  link = g_strconcat (HC_LINK_SCHEME ":care?clinic=", hc_clinic_get_id (clinic), NULL);
  has_doctor = *details->doctor != '\0' && !g_str_equal (details->doctor, details->name);
  has_role = *details->role != '\0';

  if (has_doctor && has_role)
    /* Translators: somebody, and what they are: “Dr. Kim, surgeon”. */
    whom = g_strdup_printf (_("%s, %s"), details->doctor, details->role);
  else if (has_doctor || has_role)
    whom = g_strdup (has_doctor ? details->doctor : details->role);

  return hc_listing_new (&(HcListingDetails) {
    .section = section,
    .title = details->name,
    .detail = whom,
    .remark = *details->phone != '\0' ? details->phone : NULL,
    .link = link,
  });
}

/**
 * hc_care_listing_new_contact:
 * @contact: somebody of the care team
 * @section: (nullable): the heading above
 *
 * Returns: (transfer full): a line that leads to them
 */
HcListing *
hc_care_listing_new_contact (HcCareContact *contact,
                             const char    *section)
{
  const HcCareContactDetails *details;
  g_autofree char *link = NULL;

  g_return_val_if_fail (HC_IS_CARE_CONTACT (contact), NULL);

  details = hc_care_contact_get_details (contact);
  link = g_strconcat (HC_LINK_SCHEME ":care?contact=", hc_care_contact_get_id (contact), NULL);

  return hc_listing_new (&(HcListingDetails) {
    .section = section,
    .title = details->name,
    .detail = g_strcmp0 (details->role, details->name) != 0 ? details->role : NULL,
    .remark = g_strcmp0 (details->phone, details->name) != 0 ? details->phone : NULL,
    .link = link,
  });
}

/**
 * hc_care_listing_new_helpline:
 * @helpline: a helpline
 * @section: (nullable): the heading above
 *
 * Returns: (transfer full): a line that leads to it
 */
HcListing *
hc_care_listing_new_helpline (HcHelpline *helpline,
                              const char *section)
{
  const HcHelplineDetails *details;
  g_autofree char *link = NULL;

  g_return_val_if_fail (HC_IS_HELPLINE (helpline), NULL);

  details = hc_helpline_get_details (helpline);
  link = g_strconcat (HC_LINK_SCHEME ":care/", details->id, NULL);

  return hc_listing_new (&(HcListingDetails) {
    .section = section,
    .title = details->name,
    .detail = details->purpose,
    .remark = details->phone,
    .icon_name = "hc-call-symbolic",
    .link = link,
  });
}

/**
 * hc_care_listing_new_guide:
 * @guide: a guide
 * @place: the place of the link, `care` or `community`
 * @section: (nullable): the heading above
 *
 * Returns: (transfer full): a line that leads to it
 */
HcListing *
hc_care_listing_new_guide (HcCareGuide *guide,
                           const char  *place,
                           const char  *section)
{
  const HcCareGuideDetails *details;
  g_autofree char *link = NULL;

  g_return_val_if_fail (HC_IS_CARE_GUIDE (guide), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  details = hc_care_guide_get_details (guide);
  link = g_strconcat (HC_LINK_SCHEME ":", place, "/", details->id, NULL);

  return hc_listing_new (&(HcListingDetails) {
    .section = section,
    .title = details->title,
    .detail = details->summary,
    .icon_name = "hc-key-point-symbolic",
    .link = link,
  });
}

/**
 * hc_care_listing_new_center:
 * @center: a center
 * @directory: where it is from
 * @from: (nullable): the city from which its distance is told
 * @section: (nullable): the heading above
 *
 * Returns: (transfer full): a line that leads to it
 */
HcListing *
hc_care_listing_new_center (HcCareCenter    *center,
                            HcCareDirectory *directory,
                            HcCity          *from,
                            const char      *section)
{
  const HcCareCenterDetails *details;
  const char *state, *kind;
  g_autofree char *link = NULL, *place = NULL, *remark = NULL;

  g_return_val_if_fail (HC_IS_CARE_CENTER (center), NULL);
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);

  details = hc_care_center_get_details (center);
  state = hc_care_directory_get_state_name (directory, details->state);
  kind = hc_care_words_get_kind (details->kind);
  link = g_strconcat (HC_LINK_SCHEME ":care/", details->id, NULL);
  /* Translators: a city and its state. */
  place = g_strdup_printf (_("%s, %s"), details->city, state != NULL ? state : details->state);

  if (from != NULL)
    {
      g_autofree char *distance = hc_care_words_dup_distance (hc_care_center_get_distance (center, from));
      g_autofree char *city = g_steal_pointer (&place);

      place = g_strdup_printf ("%s · %s", city, distance);
    }

  if (details->confirmed)
    remark = g_strdup (kind);
  else
    /* Translators: %s is the kind of a center. */
    remark = g_strdup_printf (_("%s · Not confirmed yet"), kind);

  return hc_listing_new (&(HcListingDetails) {
    .section = section,
    .title = details->name,
    .detail = place,
    .remark = remark,
    .link = link,
  });
}

/**
 * hc_care_listings_add_guides:
 * @listings: takes the lines
 * @directory: where the guides are
 * @ids: (array zero-terminated=1): the ids of guides; one that there is none of is left out
 */
void
hc_care_listings_add_guides (GListStore        *listings,
                             HcCareDirectory   *directory,
                             const char *const *ids)
{
  g_return_if_fail (G_IS_LIST_STORE (listings));
  g_return_if_fail (HC_IS_CARE_DIRECTORY (directory));
  g_return_if_fail (ids != NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      HcCareGuide *guide = hc_care_directory_get_guide (directory, ids[i]);
      g_autoptr (HcListing) listing = guide != NULL ? hc_care_listing_new_guide (guide, "care", NULL) : NULL;

      if (listing != NULL)
        g_list_store_append (listings, listing);
    }
}

/**
 * hc_care_listings_add_links:
 * @listings: takes the lines
 * @library: where the articles and answers are
 * @links: (array zero-terminated=1): links to articles and answers; one that leads nowhere is left out
 * @section: (nullable): the heading above
 */
void
hc_care_listings_add_links (GListStore        *listings,
                            HcLibrary         *library,
                            const char *const *links,
                            const char        *section)
{
  g_return_if_fail (G_IS_LIST_STORE (listings));
  g_return_if_fail (HC_IS_LIBRARY (library));
  g_return_if_fail (links != NULL);

  for (guint i = 0; links[i] != NULL; i++)
    {
      g_autoptr (HcLink) link = hc_link_parse (links[i], NULL);
      HcArticle *article = link != NULL && link->id != NULL ? hc_library_get_article (library, link->id) : NULL;
      g_autoptr (HcListing) listing = NULL;

      if (article == NULL)
        continue;

      listing = hc_listing_new (&(HcListingDetails) {
        .section = section,
        .title = hc_article_get_title (article),
        .detail = hc_article_get_summary (article),
        .icon_name = hc_article_get_kind (article) == HC_ARTICLE_KIND_QUESTION ? "hc-ask-symbolic"
                                                                               : "hc-articles-symbolic",
        .link = links[i],
      });
      g_list_store_append (listings, listing);
    }
}
