/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-library-private.h"

/**
 * hc_library_find_pills:
 * @self: a library
 * @query: what is known of a pill
 * @limit: how many to add at the most
 * @pills: (element-type HcPill): takes those that fit, the best first
 * @n_found: (out): how many fit
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds pills of the library, see hc_pill_index_find().
 *
 * Returns: whether they could be read
 */
gboolean
hc_library_find_pills (HcLibrary          *self,
                       const HcPillQuery  *query,
                       guint               limit,
                       GPtrArray          *pills,
                       guint              *n_found,
                       GError            **error)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), FALSE);

  return hc_pill_index_find (hc_library_get_database (self), query, limit, pills, n_found, error);
}

/**
 * hc_library_list_pills:
 * @self: a library
 * @link: a link to a medicine
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcPill) (nullable): its pills, the weakest first
 */
GPtrArray *
hc_library_list_pills (HcLibrary   *self,
                       const char  *link,
                       GError     **error)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);

  return hc_pill_index_list (hc_library_get_database (self), link, error);
}
