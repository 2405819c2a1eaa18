/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-http-reply-private.h"

#include <string.h>

/* A longer header is left out: what it says would go into a database or back to the server. */
#define LONGEST_HEADER 2000

/**
 * hc_http_reply_free:
 * @self: (transfer full) (nullable): a reply
 */
void
hc_http_reply_free (HcHttpReply *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_free (self->content_type);
  g_free (self->charset);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->moved_to);
  g_clear_pointer (&self->not_before, g_date_time_unref);
  g_free (self->next);
  g_free (self);
}

static gboolean
is_good (const char *value)
{
  return value != NULL && *value != '\0' && strlen (value) <= LONGEST_HEADER && g_str_is_ascii (value);
}

static char *
dup_header (SoupMessageHeaders *headers,
            const char         *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return is_good (value) ? g_strdup (value) : NULL;
}

static gboolean
is_next (const char *parameters)
{
  g_autoptr (GHashTable) table = soup_header_parse_semi_param_list (parameters);
  const char *relation = g_hash_table_lookup (table, "rel");
  gboolean is_it = relation != NULL && g_ascii_strcasecmp (relation, "next") == 0;

  soup_header_free_param_list (g_steal_pointer (&table));

  return is_it;
}

/* The header is a list of `<address>; rel="relation"`, RFC 8288. A comma may stand within an address. */
static char *
find_next (const char *header,
           GUri       *base)
{
  const char *start = header, *end;

  while (start != NULL && (start = strchr (start, '<')) != NULL && (end = strchr (start, '>')) != NULL)
    {
      g_autofree char *target = g_strndup (start + 1, (gsize) (end - start - 1));
      const char *following = strstr (end, ",<"), *spaced = strstr (end, ", <");
      const char *stop = following != NULL && (spaced == NULL || following < spaced) ? following : spaced;
      g_autofree char *parameters = stop != NULL ? g_strndup (end + 1, (gsize) (stop - end - 1)) : g_strdup (end + 1);
      g_autoptr (GUri) uri = NULL;

      g_strchug (parameters);
      if (*parameters == ';' && is_next (parameters + 1))
        {
          uri = g_uri_parse_relative (base, target, SOUP_HTTP_URI_FLAGS, NULL);
          return uri != NULL ? g_uri_to_string (uri) : NULL;
        }

      start = stop;
    }

  return NULL;
}

/*
 * hc_http_reply_new:
 * @message: a message whose headers have come
 *
 * Returns: (transfer full): a reply with all but its bytes
 */
HcHttpReply *
hc_http_reply_new (SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  HcHttpReply *self = g_new0 (HcHttpReply, 1);
  g_autofree char *links = dup_header (headers, "Link");
  GHashTable *parameters = NULL;
  const char *type;

  self->status = soup_message_get_status (message);
  self->uri = g_uri_ref (soup_message_get_uri (message));
  self->etag = dup_header (headers, "ETag");
  self->last_modified = dup_header (headers, "Last-Modified");
  self->next = find_next (links, self->uri);

  type = soup_message_headers_get_content_type (headers, &parameters);
  if (is_good (type))
    self->content_type = g_ascii_strdown (type, -1);
  if (parameters != NULL)
    {
      const char *charset = g_hash_table_lookup (parameters, "charset");

      if (is_good (charset) && strlen (charset) < 100)
        self->charset = g_strdup (charset);
      g_hash_table_unref (parameters);
    }

  return self;
}
