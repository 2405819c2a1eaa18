/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-phone-link.h"

#include <glib/gi18n.h>
#include <string.h>

/* Numbers as people write them, as links after RFC 3966. Ten digits that can be a number of the North American plan
 * are one; what has no country in front otherwise stays as it is, without the context that the RFC asks for: no
 * program that dials reads it, and it is as likely wrong as right. */

#define MAX_LENGTH 60
#define MIN_DIGITS 3
#define MAX_DIGITS 15   /* E.164 */
#define MAX_EXTENSION 7

/* The letters on the keys 2 to 9. */
static char
key_of (char letter)
{
  static const char keys[] = "22233344455566677778889999";

  return keys[g_ascii_toupper (letter) - 'A'];
}

/* Returns: how long what stands before an extension is, 0 when there is none here */
static gsize
match_extension (const char *text)
{
  static const char *const words[] = { "extension", "ext.", "ext", "x", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      {
        const char *rest = text + strlen (words[i]);

        while (*rest == ' ' || *rest == ':')
          rest++;

        if (g_ascii_isdigit (*rest))
          return (gsize) (rest - text);
      }

  return 0;
}

/* Separators that people write; of others than ASCII the no-break space and hyphens. */
static gboolean
is_separator (gunichar c)
{
  return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '/' || c == 0xa0 || c == 0x202f ||
         (c >= 0x2010 && c <= 0x2014);
}

static gboolean
read_extension (const char *text,
                GString    *extension)
{
  g_autofree char *digits = g_strstrip (g_strdup (text));

  if (strlen (digits) > MAX_EXTENSION || strspn (digits, "0123456789") != strlen (digits))
    return FALSE;

  g_string_append (extension, digits);

  return TRUE;
}

/* Returns: whether @text is a number: its digits, with the plus sign that it may have, and its extension */
static gboolean
read_number (const char *text,
             GString    *digits,
             GString    *extension)
{
  gboolean has_letters = FALSE;
  const char *p = text;
  gsize length;

  if (*p == '+')
    g_string_append_c (digits, *p++);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (digits, *p);
        }
      else if (digits->len > 1 && (length = match_extension (p)) > 0)
        {
          if (!read_extension (p + length, extension))
            return FALSE;
          break;
        }
      else if (g_ascii_isupper (*p) && digits->len >= MIN_DIGITS && p[-1] != ' ')
        {
          g_string_append_c (digits, key_of (*p));
          has_letters = TRUE;
        }
      else if (g_str_has_prefix (p, "(0)") && *text == '+')
        {
          /* +44 (0)20: only for those who are in the country. */
          p += 2;
        }
      else if (!is_separator (g_utf8_get_char (p)))
        {
          return FALSE;
        }
    }

  length = digits->len - (*text == '+');

  /* Words on keys, 1-800-4-CANCER, are of the North American plan. */
  return length >= MIN_DIGITS && length <= MAX_DIGITS && (!has_letters || length == 10 || length == 11);
}

static gboolean
parse (const char *text,
       GString    *digits,
       GString    *extension)
{
  g_autofree char *stripped = NULL;

  if (text == NULL || strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  stripped = g_strstrip (g_strdup (text));

  return read_number (stripped, digits, extension);
}

/**
 * hc_phone_find_fault:
 * @text: a telephone number as a person wrote it
 *
 * Returns: (nullable): what is wrong with it, in words; %NULL: nothing
 */
const char *
hc_phone_find_fault (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) extension = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  return parse (text, digits, extension) ? NULL
         : _("Write the number in digits, such as 212-555-0100. Other words fit into the notes");
}

/**
 * hc_phone_link_new:
 * @text: (nullable): a telephone number as a person wrote it
 *
 * Returns: (transfer full) (nullable): a link to call it, `tel:+12125550100;ext=12`; %NULL when it is no number
 */
char *
hc_phone_link_new (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) extension = g_string_new (NULL);
  const char *country = "";

  if (!parse (text, digits, extension))
    return NULL;

  /* Neither an area nor an exchange begins with 0 or 1. */
  if (digits->len == 10 && digits->str[0] >= '2' && digits->str[3] >= '2')
    country = "+1";
  else if (digits->len == 11 && digits->str[0] == '1' && digits->str[1] >= '2' && digits->str[4] >= '2')
    country = "+";

  return g_strconcat ("tel:", country, digits->str, extension->len > 0 ? ";ext=" : "", extension->str, NULL);
}
