/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody wrote down of a contact, as an address that a program can call or write to. */

#include "hc-contact-address.h"

#include <string.h>

/* A short number of an emergency service has three. */
#define FEWEST_DIGITS 3

/* What people write between the digits. */
#define BETWEEN " \t-./()"

/* "x 12" and "ext. 12" at the end. Returns whether there is nothing else. */
static gboolean
is_extension (const char *text)
{
  static const char *const words[] = { "extension", "ext.", "ext", "x", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (text, words[i], strlen (words[i])) == 0)
      {
        const char *digits = text + strlen (words[i]);

        digits += strspn (digits, BETWEEN);

        return *digits != '\0' && digits[strspn (digits, "0123456789 ")] == '\0';
      }

  return FALSE;
}

/**
 * hc_contact_address_from_phone:
 * @phone: a number as somebody wrote it
 *
 * Finds the number in what was written. An extension is left out: it is dialed when somebody answers. A number that
 * is not certain is none, so that nobody else is called.
 *
 * Returns: (transfer full) (nullable): the address, `tel:+18002221222`; %NULL when it is no number
 */
char *
hc_contact_address_from_phone (const char *phone)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GString) address = NULL;
  guint n_digits = 0;

  g_return_val_if_fail (phone != NULL, NULL);

  stripped = g_strstrip (g_strdup (phone));
  address = g_string_new ("tel:");

  for (const char *position = stripped; *position != '\0'; position++)
    {
      if (g_ascii_isdigit (*position))
        {
          g_string_append_c (address, *position);
          n_digits++;
        }
      else if (*position == '+' && n_digits == 0 && !g_str_has_suffix (address->str, "+"))
        {
          g_string_append_c (address, '+');
        }
      else if (strchr (BETWEEN, *position) == NULL)
        {
          if (n_digits > 0 && is_extension (position))
            break;

          return NULL;
        }
    }

  return n_digits >= FEWEST_DIGITS ? g_strdup (address->str) : NULL;
}

/**
 * hc_contact_address_from_email:
 * @email: a mail address as somebody wrote it
 *
 * Returns: (transfer full) (nullable): the address, `mailto:nurse@example.org`; %NULL when it is no mail address
 */
char *
hc_contact_address_from_email (const char *email)
{
  g_autofree char *stripped = NULL;
  g_autofree char *escaped = NULL;
  const char *at, *dot;

  g_return_val_if_fail (email != NULL, NULL);

  stripped = g_strstrip (g_strdup (email));
  at = strchr (stripped, '@');
  dot = at != NULL ? strrchr (at, '.') : NULL;

  if (at == NULL || at == stripped || strchr (at + 1, '@') != NULL || dot == NULL || dot == at + 1 || dot[1] == '\0' ||
      strpbrk (stripped, " \t,;<>\"") != NULL)
    return NULL;

  escaped = g_uri_escape_string (stripped, "@!$'*+", TRUE);

  return g_strconcat ("mailto:", escaped, NULL);
}
