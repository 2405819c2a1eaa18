/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-search.h"

#include <glib/gi18n.h>

#include "hc-library.h"
#include "hc-pill-imprint.h"

/* A longer list of names is not read. */
#define MAX_NAMES 4

/**
 * hc_pill_search_run:
 * @context: what the pages share
 * @query: what is known of a pill
 * @limit: how many to find at the most
 * @n_found: (out): how many fit
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds the pills that come with the program, then those of imported labels.
 *
 * Returns: (transfer full) (element-type HcPill): the pills that were found, also when there is an error
 */
GPtrArray *
hc_pill_search_run (HcContext          *context,
                    const HcPillQuery  *query,
                    guint               limit,
                    guint              *n_found,
                    GError            **error)
{
  GPtrArray *pills = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_labels = 0;

  g_return_val_if_fail (HC_IS_CONTEXT (context), pills);
  g_return_val_if_fail (query != NULL, pills);
  g_return_val_if_fail (n_found != NULL, pills);

  /* At least one is asked of the labels, for without a row they cannot say how many fit. */
  if (hc_library_find_pills (hc_context_get_library (context), query, limit, pills, n_found, error))
    hc_label_catalog_find_pills (hc_context_get_labels (context), query, MAX (limit - MIN (pills->len, limit), 1),
                                 pills, &n_labels, error);

  *n_found += n_labels;
  if (pills->len > limit)
    g_ptr_array_set_size (pills, (int) limit);

  return pills;
}

static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return *a != '\0' && g_str_equal (folded_a, folded_b);
}

/* A label may give the brand as the name of what the library has by its generic one. */
static gboolean
is_same_medicine (HcPill *a,
                  HcPill *b)
{
  const HcPillDetails *one = hc_pill_get_details (a), *other = hc_pill_get_details (b);

  return is_same_name (one->name, other->name) || is_same_name (one->name, other->brand) ||
         is_same_name (one->brand, other->name) || is_same_name (one->brand, other->brand);
}

/* Pills whose imprints read the same have the same key: most pills need no closer look. */
static char *
make_key (HcPill *pill)
{
  g_autofree char *front = hc_pill_imprint_fold (hc_pill_get_look (pill)->front);
  g_autofree char *back = hc_pill_imprint_fold (hc_pill_get_look (pill)->back);
  gboolean is_ordered = strcmp (front, back) <= 0;

  return g_strjoin (";", is_ordered ? front : back, is_ordered ? back : front, NULL);
}

static gboolean
has_look_alike (GPtrArray *pills,
                GPtrArray *keys,
                guint      position)
{
  HcPill *pill = g_ptr_array_index (pills, position);

  for (guint i = 0; i < pills->len; i++)
    {
      HcPill *other = g_ptr_array_index (pills, i);

      if (i != position && g_str_equal (g_ptr_array_index (keys, i), g_ptr_array_index (keys, position)) &&
          hc_pill_looks_like (pill, other) && !is_same_medicine (pill, other))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_named (GPtrArray *named,
          HcPill    *pill)
{
  for (guint i = 0; i < named->len; i++)
    if (is_same_medicine (g_ptr_array_index (named, i), pill))
      return TRUE;

  return FALSE;
}

/**
 * hc_pill_search_warn:
 * @pills: (element-type HcPill): pills that were found
 *
 * Returns: (transfer full) (nullable): a warning that names the medicines among them that nothing that is known
 *   tells apart; %NULL when there are none
 */
char *
hc_pill_search_warn (GPtrArray *pills)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (pills != NULL, NULL);

  for (guint i = 0; i < pills->len; i++)
    g_ptr_array_add (keys, make_key (g_ptr_array_index (pills, i)));

  for (guint i = 0; i < pills->len; i++)
    {
      HcPill *pill = g_ptr_array_index (pills, i);

      if (!has_look_alike (pills, keys, i) || is_named (named, pill))
        continue;

      g_ptr_array_add (named, pill);
      if (named->len <= MAX_NAMES)
        /* Translators: between the names of a list. */
        g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", hc_pill_get_details (pill)->name);
    }

  if (named->len == 0)
    return NULL;

  if (named->len > MAX_NAMES)
    /* Translators: the end of a list of names that is too long. */
    g_string_append (names, _(" and others"));

  /* Translators: %s is a list of names. */
  return g_strdup_printf (_("Different medicines on this list look alike: %s. A pharmacist can tell them apart."),
                          names->str);
}
