/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-reader.h"

#include <string.h>

#include "hc-feed-charset.h"
#include "hc-feed-json.h"
#include "hc-feed-xml.h"

G_DEFINE_QUARK (hc-feed-error-quark, hc_feed_error)

/* Whether it begins as a page of the web does, after comments and the declaration of XML. */
static gboolean
is_page (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("^\\s*(<\\?[^>]*>\\s*|<!--.{0,4000}?-->\\s*){0,20}"
                                          "(<!doctype\\s+html|<(html|head|body|title|meta|script|div|center|"
                                          "h1)[\\s>/])",
                                          G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);

  return g_regex_match (regex, text, 0, NULL);
}

/**
 * hc_feed_read:
 * @bytes: what was fetched, trusted in nothing
 * @content_type: (nullable): the Content-Type that came with it; of it only the charset is believed
 * @address: (nullable): where it was fetched; relative addresses in it are resolved against it
 * @error: return location for a %HC_FEED_ERROR
 *
 * Reads a feed: RSS, Atom or JSON Feed, whichever it is.
 *
 * Returns: (transfer full) (nullable): the feed, which may have no items
 */
HcFeed *
hc_feed_read (GBytes      *bytes,
              const char  *content_type,
              const char  *address,
              GError     **error)
{
  g_autofree char *text = NULL;
  const char *start;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = hc_feed_charset_decode (bytes, content_type, error);
  if (text == NULL)
    return NULL;

  start = text + strspn (text, " \n\t");

  if (*start == '\0')
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_EMPTY, "There is nothing in it");
      return NULL;
    }

  if (*start == '{' || *start == '[')
    return hc_feed_json_read (start, address, error);

  if (*start != '<')
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_A_FEED, "It is neither XML nor JSON");
      return NULL;
    }

  if (is_page (start))
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_HTML, "It is a page of the web");
      return NULL;
    }

  return hc_feed_xml_read (start, address, error);
}
