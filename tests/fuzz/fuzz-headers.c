/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include <libsoup/soup.h>
#include <string.h>

#include "hc-http-reply-private.h"
#include "hc-retry.h"

#define ADDRESS "https://feeds.example.org/a/feed.xml"
#define LONGEST_HEADER 2000
#define DAY_MS 86400000

/* What goes into a database, and back to the server. */
static void
check_header (const char *value)
{
  if (value == NULL)
    return;

  g_assert_cmpstr (value, !=, "");
  g_assert_true (g_str_is_ascii (value));
  g_assert_null (strpbrk (value, "\r\n"));
  g_assert_cmpuint (strlen (value), <=, LONGEST_HEADER);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): the first line and the headers of a reply, or anything
 * @size: how many bytes
 *
 * Reads what a server says of its reply. All of it can be kept, and what it asks to wait has an end.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (SoupMessage) message = soup_message_new ("GET", ADDRESS);
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (1795271875);
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (HcHttpReply) reply = NULL;
  SoupHTTPVersion version;
  gint64 asked;

  /* Some servers break the rules, and the library takes what it can. */
  soup_headers_parse_response (text, (int) strlen (text), headers, &version, NULL, NULL);
  reply = hc_http_reply_new (message);

  check_header (reply->etag);
  check_header (reply->last_modified);
  check_header (reply->content_type);
  check_header (reply->charset);
  g_assert_true (reply->next == NULL || g_uri_is_valid (reply->next, SOUP_HTTP_URI_FLAGS, NULL));

  asked = hc_retry_parse_after (soup_message_headers_get_one (headers, "Retry-After"), now);
  g_assert_true (asked == -1 || (asked >= 0 && asked <= DAY_MS));

  return 0;
}
