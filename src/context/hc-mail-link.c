/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-mail-link.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* Links to write a mail, after RFC 6068. All that is not a letter, a digit or one of - . _ ~ is percent-encoded, also
 * where the RFC would let it stand: nothing that somebody wrote can end the subject, add a header or another address.
 * Line breaks of the body are %0D%0A, those of the subject are spaces. */

#define MAX_ADDRESS 254 /* RFC 5321, 4.5.3.1.3 */
#define MAX_LOCAL 64
#define MAX_SUBJECT 200

/* What may stand before the @ without quotes, RFC 5322, 3.2.3, and what is not ASCII, RFC 6531. */
static gboolean
is_local_part (const char *text,
               gsize       length)
{
  if (length == 0 || length > MAX_LOCAL || text[0] == '.' || text[length - 1] == '.')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && (guchar) text[i] < 0x80 && strchr ("!#$%&'*+-/=?^_`{|}~.", text[i]) == NULL)
      return FALSE;

  return g_strstr_len (text, (gssize) length, "..") == NULL;
}

static gboolean
is_domain (const char *text)
{
  g_autofree char *ascii = g_hostname_to_ascii (text);
  g_auto (GStrv) labels = NULL;
  guint n;

  if (ascii == NULL)
    return FALSE;

  labels = g_strsplit (ascii, ".", -1);
  n = g_strv_length (labels);

  for (guint i = 0; i < n; i++)
    {
      gsize length = strlen (labels[i]);

      if (length == 0 || length > 63 || labels[i][0] == '-' || labels[i][length - 1] == '-')
        return FALSE;

      for (gsize j = 0; j < length; j++)
        if (!g_ascii_isalnum (labels[i][j]) && labels[i][j] != '-')
          return FALSE;
    }

  return n >= 2;
}

/**
 * hc_mail_find_fault:
 * @address: an address for mail as a person wrote it
 *
 * Returns: (nullable): what is wrong with it, in words; %NULL: nothing
 */
const char *
hc_mail_find_fault (const char *address)
{
  g_autofree char *text = NULL;
  const char *at;

  g_return_val_if_fail (address != NULL, NULL);

  if (strlen (address) > MAX_ADDRESS)
    return _("This is too long for an e-mail address");
  if (!g_utf8_validate (address, -1, NULL))
    return _("This is not an e-mail address");

  text = g_strstrip (g_strdup (address));

  if (strpbrk (text, "\r\n") != NULL)
    return _("Write one e-mail address, without line breaks");
  if (strpbrk (text, " ,;<>") != NULL)
    return _("Write one e-mail address, without spaces and without a name");

  at = strrchr (text, '@');
  if (at == NULL)
    return _("An e-mail address has an @, such as name@example.org");
  if (!is_local_part (text, (gsize) (at - text)) || !is_domain (at + 1))
    return _("This is not an e-mail address");

  return NULL;
}

/* One line, without what cannot be seen. */
static char *
dup_subject (const char *subject)
{
  g_autofree char *valid = g_utf8_make_valid (subject, -1);
  g_autoptr (GString) text = g_string_new (NULL);
  glong n = 0;

  for (const char *p = valid; *p != '\0' && n < MAX_SUBJECT; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      /* The separators of lines and paragraphs are line breaks as well. */
      g_string_append_unichar (text, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Line breaks of any kind are \n, and nothing else is there that cannot be seen. */
static char *
dup_body (const char *body)
{
  g_autofree char *valid = g_utf8_make_valid (body, -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85)
        {
          if (c != '\r' || p[1] != '\n')
            g_string_append_c (text, '\n');
        }
      else if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        {
          g_string_append_unichar (text, c);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
escape_body (const char *text)
{
  g_autoptr (GString) lines = g_string_new (text);

  g_string_replace (lines, "\n", "\r\n", 0);

  return g_uri_escape_string (lines->str, NULL, FALSE);
}

static gsize
escaped_length (const char *start,
                const char *end)
{
  gsize length = 0;

  for (const char *p = start; p < end; p++)
    length += *p == '\n' ? 6 : g_ascii_isalnum (*p) || strchr ("-._~", *p) != NULL ? 1 : 3;

  return length;
}

/* Cuts @text so that it has no more than @room bytes when it is escaped, at a space where there is one. */
static void
shorten (char  *text,
         gsize  room)
{
  char *end = text, *space = NULL;
  gsize length = 0;

  while (*end != '\0')
    {
      char *next = g_utf8_next_char (end);

      length += escaped_length (end, next);
      if (length > room)
        break;
      if (*end == ' ' || *end == '\n')
        space = end;
      end = next;
    }

  if (*end != '\0')
    *(space != NULL ? space : end) = '\0';
}

/**
 * hc_mail_link_new:
 * @address: (nullable): an address in which hc_mail_find_fault() finds none; %NULL: the person chooses one
 * @subject: the subject; line breaks become spaces
 * @body: the text
 * @is_shortened: (out) (optional): whether the text was too long; then it says so at its end, and the person is to
 *   paste the whole one
 *
 * Returns: (transfer full) (nullable): a link of %HC_MAIL_LINK_MAX_LENGTH bytes at most, `mailto:...`; %NULL when
 *   there is something wrong with the address
 */
char *
hc_mail_link_new (const char *address,
                  const char *subject,
                  const char *body,
                  gboolean   *is_shortened)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address != NULL ? address : ""));
  g_autofree char *plain_subject = NULL, *plain_body = NULL, *to = NULL, *head = NULL, *text = NULL;
  g_autofree char *about = NULL;
  gboolean is_long;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (body != NULL, NULL);

  if (*stripped != '\0' && hc_mail_find_fault (stripped) != NULL)
    return NULL;

  plain_subject = dup_subject (subject);
  plain_body = dup_body (body);
  to = g_uri_escape_string (stripped, "@", FALSE);
  about = g_uri_escape_string (plain_subject, NULL, FALSE);
  head = g_strconcat ("mailto:", to, "?subject=", about, "&body=", NULL);
  text = escape_body (plain_body);

  is_long = strlen (head) + strlen (text) > HC_MAIL_LINK_MAX_LENGTH;
  if (is_shortened != NULL)
    *is_shortened = is_long;

  if (is_long)
    {
      /* Translators: stands at the end of a mail whose text was too long to be handed over. */
      g_autofree char *note = g_strconcat ("\n\n", _("[The text is longer. Its rest has to be pasted here.]"), NULL);
      g_autofree char *whole = NULL;

      shorten (plain_body, HC_MAIL_LINK_MAX_LENGTH - strlen (head) - escaped_length (note, note + strlen (note)));
      whole = g_strconcat (plain_body, note, NULL);
      g_free (text);
      text = escape_body (whole);
    }

  return g_strconcat (head, text, NULL);
}
