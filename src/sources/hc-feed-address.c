/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-address.h"

#include <string.h>

#define MAX_LENGTH 2000

#define FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE)

/* Returns a copy without the blanks and control characters that browsers do not see either: a "javascript:"
 * with an end of line in it is a scheme to them. NULL when it is too long to be an address. */
static char *
dup_clean (const char *text)
{
  gsize length = strlen (text);
  char *copy;
  gsize n = 0;

  if (length > MAX_LENGTH || !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;

  copy = g_strstrip (g_strdup (text));
  for (const char *c = copy; *c != '\0'; c++)
    if ((guchar) *c > 0x20 && *c != 0x7f)
      copy[n++] = *c;
    else if (*c == ' ')
      copy[n++] = ' ';
  copy[n] = '\0';

  return copy;
}

/* GLib ends the name of a host at a semicolon, and then cannot write the address that it has read. */
static gboolean
is_sound (const char *reference)
{
  g_autofree char *host = NULL, *path = NULL;

  return g_uri_split (reference, FLAGS, NULL, NULL, &host, NULL, &path, NULL, NULL, NULL) &&
         (host == NULL || *path == '\0' || *path == '/');
}

static gboolean
is_allowed (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  if (g_str_equal (scheme, "mailto"))
    return *g_uri_get_path (uri) != '\0';

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

/**
 * hc_feed_address_resolve:
 * @base: (nullable): the address of what refers
 * @reference: what it refers to: an address, or a part of one
 *
 * Returns: (transfer full) (nullable): the whole address, `https:`, `http:` or `mailto:`; %NULL for anything
 *   else
 */
char *
hc_feed_address_resolve (const char *base,
                         const char *reference)
{
  g_autofree char *clean = NULL, *resolved = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (reference != NULL, NULL);

  clean = dup_clean (reference);
  if (clean == NULL || *clean == '\0' || !is_sound (clean))
    return NULL;

  resolved = g_uri_resolve_relative (base, clean, FLAGS, NULL);
  uri = resolved != NULL ? g_uri_parse (resolved, FLAGS, NULL) : NULL;

  if (uri == NULL || strlen (resolved) > MAX_LENGTH || !is_allowed (uri))
    return NULL;

  return g_steal_pointer (&resolved);
}

/**
 * hc_feed_address_is_web:
 * @address: (nullable): an address
 *
 * Returns: whether it is one of the web: `https:` or `http:` with a host
 */
gboolean
hc_feed_address_is_web (const char *address)
{
  g_autofree char *resolved = address != NULL ? hc_feed_address_resolve (NULL, address) : NULL;

  return resolved != NULL && !g_str_has_prefix (resolved, "mailto:");
}

/**
 * hc_feed_address_same_host:
 * @a: (nullable): an address
 * @b: (nullable): another one
 *
 * Returns: whether both name the same host
 */
gboolean
hc_feed_address_same_host (const char *a,
                           const char *b)
{
  g_autoptr (GUri) uri_a = a != NULL ? g_uri_parse (a, FLAGS, NULL) : NULL;
  g_autoptr (GUri) uri_b = b != NULL ? g_uri_parse (b, FLAGS, NULL) : NULL;

  return uri_a != NULL && uri_b != NULL && g_uri_get_host (uri_a) != NULL && g_uri_get_host (uri_b) != NULL &&
         g_ascii_strcasecmp (g_uri_get_host (uri_a), g_uri_get_host (uri_b)) == 0;
}

/**
 * hc_feed_address_normalize:
 * @text: what a person typed or pasted, or what a list of feeds says
 *
 * Makes an address that can be subscribed to of what people have: `feed:` addresses, those without a scheme,
 * and those of `http:`, of which nothing is ever fetched: they become `https:`.
 *
 * Returns: (transfer full) (nullable): an `https:` address without a fragment, a user or a password; %NULL
 *   when it is none
 */
char *
hc_feed_address_normalize (const char *text)
{
  g_autofree char *clean = NULL, *whole = NULL;
  g_autoptr (GUri) uri = NULL, result = NULL;
  const char *rest, *host;
  int port;

  g_return_val_if_fail (text != NULL, NULL);

  clean = dup_clean (text);
  if (clean == NULL || strchr (clean, ' ') != NULL)
    return NULL;

  rest = clean;
  if (g_ascii_strncasecmp (rest, "feed:", 5) == 0)
    rest += 5;
  if (g_ascii_strncasecmp (rest, "https://", 8) == 0)
    rest += 8;
  else if (g_ascii_strncasecmp (rest, "http://", 7) == 0)
    rest += 7;
  else if (g_str_has_prefix (rest, "//"))
    rest += 2;

  /* Another scheme would become the name of a host, with what follows as its port. */
  whole = g_strconcat ("https://", rest, NULL);
  uri = is_sound (whole) ? g_uri_parse (whole, FLAGS, NULL) : NULL;
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL || strchr (host, '.') == NULL || g_str_has_prefix (host, ".") ||
      strpbrk (host, "\"<>\\^`{|} ") != NULL)
    return NULL;

  /* The port of http is not one of https. */
  port = g_uri_get_port (uri);
  if (port == 80 || port == 443)
    port = -1;

  result = g_uri_build (FLAGS, "https", NULL, host, port,
                        *g_uri_get_path (uri) != '\0' ? g_uri_get_path (uri) : "/",
                        g_uri_get_query (uri), NULL);

  return g_uri_to_string (result);
}
