/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "hc-mail-link.h"
#include "hc-phone-link.h"

/* Links to call and to write, of what people wrote. The expected ones are worked out by hand after RFC 3966 and
 * RFC 6068. */

static void
test_phone (void)
{
  static const struct
  {
    const char *text;
    const char *link; /* NULL: it is no number */
  } numbers[] = {
    { "800-525-2225", "tel:+18005252225" },
    { " (212) 555-0100 ", "tel:+12125550100" },
    { "1 212.555.0100", "tel:+12125550100" },
    { "+49 (0)30 / 1234567", "tel:+49301234567" },
    { "+1\302\240212\342\200\221555\342\200\2210100", "tel:+12125550100" },
    { "212-555-0100 ext. 12", "tel:+12125550100;ext=12" },
    { "212-555-0100 x7", "tel:+12125550100;ext=7" },
    { "212-555-0100#7", "tel:+12125550100;ext=7" },
    { "1-800-4-CANCER", "tel:+18004226237" },
    { "911", "tel:911" },
    { "030 1234567", "tel:0301234567" },
    { "112-555-0100", "tel:1125550100" },
    { "call me in the evening", NULL },
    { "two one two", NULL },
    { "212-555-0100 after nine", NULL },
    { "12", NULL },
    { "1234567890123456", NULL },
    { "1-800-CANCER-NOW-PLEASE", NULL },
    { "1-800-CANCER-NOW", NULL },
    { "212-555-0100;phone-context=evil.example", NULL },
    { "212-555-0100\r\nBcc: a@example.org", NULL },
    { "212+555", NULL },
    { "212-555-0100 ext 12345678", NULL },
    { "+", NULL },
    { "", NULL },
    { "\xff" "212555", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *link = hc_phone_link_new (numbers[i].text);

      g_assert_cmpstr (link, ==, numbers[i].link);
      g_assert_true ((hc_phone_find_fault (numbers[i].text) == NULL) == (link != NULL));
    }

  g_assert_null (hc_phone_link_new (NULL));
}

static void
test_addresses (void)
{
  static const char *const good[] = {
    "name@example.org", " name@example.org ", "first.last+clinic@mail.example.co.uk", "o'brien@example.org",
    "a@b-c.example", "jürgen@example.org", "name@münchen.example",
  };
  static const char *const bad[] = {
    "", "name", "name.example.org", "@example.org", "name@", "name@example", "a@b@example.org", "a b@example.org",
    "a@exam ple.org", "Name <name@example.org>", "a@example.org, b@example.org", "a@example.org;b@example.org",
    "a@example.org\nBcc: b@example.org", "a@example.org\r\nSubject: x", ".a@example.org", "a.@example.org",
    "a..b@example.org", "a@-example.org", "a@example-.org", "a@example..org", "a@[127.0.0.1]", "\"a b\"@example.org",
    "a@exa_mple.org", "a\xff@example.org", "a@example.org?cc=b@example.org",
  };
  g_autofree char *long_name = g_strnfill (65, 'a');
  g_autofree char *long_local = g_strconcat (long_name, "@example.org", NULL);
  g_autofree char *filler = g_strnfill (1000000, 'a');
  g_autofree char *huge = g_strconcat ("a@", filler, ".org", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpstr (hc_mail_find_fault (good[i]), ==, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_nonnull (hc_mail_find_fault (bad[i]));
      if (*bad[i] != '\0')
        g_assert_null (hc_mail_link_new (bad[i], "s", "b", NULL));
    }

  g_assert_nonnull (hc_mail_find_fault (long_local));
  g_assert_nonnull (hc_mail_find_fault (huge));
}

static void
test_mail (void)
{
  gboolean is_shortened = TRUE;
  g_autofree char *plain = hc_mail_link_new ("first+last@example.org", "Request for an appointment",
                                             "Dear Dr. Ames,\n\n100 % & more? #1 = \"yes\"\n", &is_shortened);
  g_autofree char *injected = hc_mail_link_new ("a@example.org", "Hello\r\nBcc: b@example.org\342\200\250x",
                                                "a&cc=b@example.org\r\nb\rc\001d", NULL);
  g_autofree char *letters = hc_mail_link_new (NULL, "ä€", "😀", NULL);

  g_assert_cmpstr (plain, ==,
                   "mailto:first%2Blast@example.org?subject=Request%20for%20an%20appointment"
                   "&body=Dear%20Dr.%20Ames%2C%0D%0A%0D%0A100%20%25%20%26%20more%3F%20%231%20%3D%20%22yes%22%0D%0A");
  g_assert_false (is_shortened);
  g_assert_cmpstr (injected, ==,
                   "mailto:a@example.org?subject=Hello%20%20Bcc%3A%20b%40example.org%20x"
                   "&body=a%26cc%3Db%40example.org%0D%0Ab%0D%0Acd");
  g_assert_cmpstr (letters, ==, "mailto:?subject=%C3%A4%E2%82%AC&body=%F0%9F%98%80");
}

/* What is too long is cut between words, never within a letter, and says so. */
static void
test_long (void)
{
  static const char *const fillers[] = { "word ", "ä", "😀", "\n", "€ ", "x" };
  const char *const note = "%0D%0A%0D%0A%5BThe%20text%20is%20longer.%20Its%20rest%20has%20to%20be%20pasted%20here.%5D";

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autofree char *link = NULL, *text = NULL;
      gboolean is_shortened = FALSE;
      const char *begin;

      while (body->len < 50000)
        g_string_append (body, fillers[i]);

      link = hc_mail_link_new ("a@example.org", "s", body->str, &is_shortened);
      g_assert_true (is_shortened);
      g_assert_cmpuint (strlen (link), <=, HC_MAIL_LINK_MAX_LENGTH);
      g_assert_cmpuint (strlen (link), >, HC_MAIL_LINK_MAX_LENGTH - 40);
      g_assert_true (g_str_has_suffix (link, note));

      begin = strstr (link, "&body=") + strlen ("&body=");
      text = g_uri_unescape_segment (begin, link + strlen (link) - strlen (note), NULL);
      g_assert_nonnull (text);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

/* Any bytes: a link has only characters that a link may have, one subject and one body. */
static void
test_any (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      char subject[64], body[256];
      g_autofree char *link = NULL;

      for (guint j = 0; j < sizeof subject - 1; j++)
        subject[j] = (char) g_test_rand_int_range (1, 256);
      for (guint j = 0; j < sizeof body - 1; j++)
        body[j] = (char) g_test_rand_int_range (1, 256);
      subject[sizeof subject - 1] = body[sizeof body - 1] = '\0';

      link = hc_mail_link_new ("a@example.org", subject, body, NULL);
      g_assert_cmpuint (strspn (link, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%@:?=&"), ==,
                        strlen (link));
      g_assert_true (strchr (link, '&') == strrchr (link, '&'));
      g_assert_null (strstr (strstr (link, "?subject="), "%0A&"));
      g_assert_nonnull (strstr (link, "&body="));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/links/phone", test_phone);
  g_test_add_func ("/context/links/addresses", test_addresses);
  g_test_add_func ("/context/links/mail", test_mail);
  g_test_add_func ("/context/links/long", test_long);
  g_test_add_func ("/context/links/any", test_any);

  return g_test_run ();
}
