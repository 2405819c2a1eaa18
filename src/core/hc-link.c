/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-link.h"

/* Longer texts are no links that this program ever makes. */
#define MAX_LENGTH 2000

G_DEFINE_QUARK (hc-link-error-quark, hc_link_error)

/**
 * hc_link_new:
 * @place: the kind of place
 * @id: (nullable): what is to be shown there
 * @anchor: (nullable): the part of it
 *
 * Returns: (transfer full): a link without parameters
 */
HcLink *
hc_link_new (const char *place,
             const char *id,
             const char *anchor)
{
  HcLink *self;

  g_return_val_if_fail (place != NULL, NULL);

  self = g_new0 (HcLink, 1);
  self->place = g_strdup (place);
  self->id = g_strdup (id);
  self->anchor = g_strdup (anchor);
  self->query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * hc_link_free:
 * @self: (transfer full) (nullable): a link
 */
void
hc_link_free (HcLink *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_free (self->id);
  g_free (self->anchor);
  g_hash_table_unref (self->query);
  g_free (self);
}

static void
set_invalid (GError **error)
{
  g_set_error_literal (error, HC_LINK_ERROR, HC_LINK_ERROR_INVALID, "Not a link of Health Center");
}

/**
 * hc_link_parse:
 * @text: a text from anywhere, trusted in nothing
 * @error: return location for %HC_LINK_ERROR_INVALID
 *
 * Reads a link. Whether the place and the thing exist is for the pages to say.
 *
 * Returns: (transfer full) (nullable): the link
 */
HcLink *
hc_link_parse (const char  *text,
               GError     **error)
{
  g_autoptr (HcLink) self = NULL;
  g_autoptr (GUri) uri = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strlen (text) <= MAX_LENGTH)
    /* The parameters are decoded after they were told apart. */
    uri = g_uri_parse (text, G_URI_FLAGS_ENCODED_QUERY, NULL);

  if (uri != NULL && g_str_equal (g_uri_get_scheme (uri), HC_LINK_SCHEME) && g_uri_get_host (uri) == NULL)
    parts = g_strsplit (g_uri_get_path (uri), "/", 2);

  if (parts == NULL || parts[0] == NULL || *parts[0] == '\0' || (parts[1] != NULL && *parts[1] == '\0'))
    {
      set_invalid (error);
      return NULL;
    }

  self = hc_link_new (parts[0], parts[1], g_uri_get_fragment (uri));

  if (g_uri_get_query (uri) != NULL)
    {
      g_autoptr (GHashTable) query = g_uri_parse_params (g_uri_get_query (uri), -1, "&",
                                                         G_URI_PARAMS_WWW_FORM, NULL);

      if (query == NULL)
        {
          set_invalid (error);
          return NULL;
        }

      g_hash_table_unref (self->query);
      self->query = g_steal_pointer (&query);
    }

  return g_steal_pointer (&self);
}

/* The parameters by their names, so that the same link is the same text; NULL when there are none. */
static char *
dup_query (HcLink *self)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->query), (GCompareFunc) strcmp);
  GString *query = g_string_new (NULL);

  for (GList *node = names; node != NULL; node = node->next)
    {
      if (query->len > 0)
        g_string_append_c (query, '&');
      g_string_append_uri_escaped (query, node->data, NULL, FALSE);
      g_string_append_c (query, '=');
      g_string_append_uri_escaped (query, g_hash_table_lookup (self->query, node->data), NULL, FALSE);
    }

  if (query->len == 0)
    {
      g_string_free (query, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (query);
}

/**
 * hc_link_print:
 * @self: a link
 *
 * Returns: (transfer full): the text that hc_link_parse() reads
 */
char *
hc_link_print (HcLink *self)
{
  g_autofree char *path = NULL, *query = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  path = self->id != NULL ? g_strconcat (self->place, "/", self->id, NULL) : g_strdup (self->place);

  query = dup_query (self);

  return g_uri_join (G_URI_FLAGS_ENCODED_QUERY, HC_LINK_SCHEME, NULL, NULL, -1, path, query, self->anchor);
}
