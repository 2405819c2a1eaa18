/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-charset.h"

#include <string.h>

/* Nobody reads a word that is as long; it is a picture that was put into the text. */
#define MAX_RUN 4096

/* An encoding is declared near the beginning. */
#define MAX_DECLARATION 1024

static const struct
{
  const char *mark;
  gsize       length;
  const char *charset;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, /* before UTF-16, whose mark it begins with */
  { "\0\0\xfe\xff", 4, "UTF-32BE" },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
  { "<\0?\0", 4, "UTF-16LE" },       /* without a mark, but XML all the same */
  { "\0<\0?", 4, "UTF-16BE" },
};

static char *
match_charset (const char *text,
               gsize       length,
               const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL))
    return NULL;

  return g_match_info_fetch (match, 1);
}

/* Returns what the declaration of XML or a meta element of HTML says, or NULL. */
static char *
find_declared (const char *data,
               gsize       length)
{
  char *charset = match_charset (data, MIN (length, MAX_DECLARATION),
                                 "^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

  return charset != NULL ? charset : match_charset (data, MIN (length, MAX_DECLARATION),
                                                    "<meta\\s[^>]*charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
}

static gboolean
is_utf8 (const char *charset)
{
  return g_ascii_strcasecmp (charset, "UTF-8") == 0 || g_ascii_strcasecmp (charset, "UTF8") == 0 ||
         g_ascii_strcasecmp (charset, "US-ASCII") == 0 || g_ascii_strcasecmp (charset, "ASCII") == 0;
}

/* The web means Windows when it says Latin-1. */
static const char *
get_meant (const char *charset)
{
  static const char *const latin[] = { "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "LATIN1", "LATIN-1" };

  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (g_ascii_strcasecmp (latin[i], charset) == 0)
      return "WINDOWS-1252";

  return charset;
}

static gboolean
is_single_byte (const char *charset)
{
  return g_ascii_strncasecmp (charset, "ISO-8859", 8) == 0 ||
         g_ascii_strncasecmp (charset, "WINDOWS-125", 11) == 0 ||
         g_ascii_strncasecmp (charset, "CP125", 5) == 0;
}

static char *
convert (const char *data,
         gsize       length,
         const char *charset)
{
  gsize n_read = 0, n_written = 0;
  g_autofree char *text = g_convert (data, (gssize) length, "UTF-8", charset, &n_read, &n_written, NULL);
  char *found;

  if (text == NULL)
    return NULL;

  /* A zero would end the text. */
  while ((found = memchr (text, '\0', n_written)) != NULL)
    *found = ' ';

  return g_steal_pointer (&text);
}

/* Returns valid UTF-8 whatever the bytes are. */
static char *
convert_any (const char *data,
             gsize       length,
             const char *charset)
{
  char *text = NULL;

  /* Latin-1 is what servers say that know nothing better, and what is UTF-8 is so by no chance. */
  if (charset != NULL && is_single_byte (charset) && g_utf8_validate (data, (gssize) length, NULL))
    charset = "UTF-8";

  if (charset != NULL && !is_utf8 (charset))
    text = convert (data, length, get_meant (charset));

  if (text == NULL && charset == NULL && !g_utf8_validate (data, (gssize) length, NULL))
    text = convert (data, length, "WINDOWS-1252");

  return text != NULL ? text : g_utf8_make_valid (data, (gssize) length);
}

/* XML knows no control characters, and feeds have them all the same. */
static void
blank_controls (char *text)
{
  for (char *c = text; *c != '\0'; c++)
    {
      if (((guchar) *c < 0x20 && *c != '\n' && *c != '\t') || *c == 0x7f)
        *c = ' ';
      /* U+FFFE and U+FFFF become U+FFFD. */
      else if (c[0] == '\xef' && c[1] == '\xbf' && (c[2] == '\xbe' || c[2] == '\xbf'))
        c[2] = '\xbd';
    }
}

/**
 * hc_feed_charset_shorten_runs:
 * @text: (inout): a text, changed where it stands
 *
 * Cuts what has no blank, quote or bracket in some thousand bytes of ASCII: pictures that were written into
 * an address. They would not be shown, and a parser would keep them.
 */
void
hc_feed_charset_shorten_runs (char *text)
{
  gsize run = 0;
  char *to = text;

  g_return_if_fail (text != NULL);

  for (const char *from = text; *from != '\0'; from++)
    {
      if ((guchar) *from >= 0x80 || (guchar) *from <= ' ' || strchr ("\"'<>&;\\", *from) != NULL)
        run = 0;
      else if (++run > MAX_RUN)
        continue;

      *to++ = *from;
    }

  *to = '\0';
}

/**
 * hc_feed_charset_decode:
 * @bytes: what was fetched or read, trusted in nothing
 * @content_type: (nullable): the Content-Type that came with it
 * @error: return location for a %HC_FEED_ERROR
 *
 * Makes text of bytes. Its encoding is what a byte order mark says, or the charset of the content type, or
 * the declaration of XML or HTML, in this order (RFC 7303); without any of these it is UTF-8 or, where it
 * cannot be, Windows-1252. What is wrong becomes U+FFFD, and control characters become blanks.
 *
 * Returns: (transfer full) (nullable): valid UTF-8
 */
char *
hc_feed_charset_decode (GBytes      *bytes,
                        const char  *content_type,
                        GError     **error)
{
  g_autofree char *charset = NULL;
  const char *data;
  char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  if (length > HC_FEED_MAX_LENGTH)
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_TOO_LARGE, "It is larger than 8 MiB");
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (marks) && charset == NULL; i++)
    if (length >= marks[i].length && memcmp (data, marks[i].mark, marks[i].length) == 0)
      charset = g_strdup (marks[i].charset);

  if (charset == NULL && content_type != NULL)
    charset = match_charset (content_type, strlen (content_type),
                             ";\\s*charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
  if (charset == NULL && length > 0)
    charset = find_declared (data, length);

  text = convert_any (data != NULL ? data : "", length, charset);
  if (text == NULL)
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_TEXT, "Its characters cannot be read");
      return NULL;
    }

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    memmove (text, text + 3, strlen (text + 3) + 1);

  blank_controls (text);
  hc_feed_charset_shorten_runs (text);

  return text;
}
