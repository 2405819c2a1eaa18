/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-postings.h"

/* The bytes, worked out by hand from what hc-search-postings.c says of them. */

static void
assert_bytes (GByteArray   *postings,
              const guint8 *expected,
              gsize         length)
{
  g_assert_cmpmem (postings->data, postings->len, expected, length);
}

static void
test_bytes (void)
{
  g_autoptr (GByteArray) postings = g_byte_array_new ();

  hc_search_postings_append (postings, 0, 1, 0x41);
  hc_search_postings_append (postings, 1, 128, 0xff);
  hc_search_postings_append (postings, 128, 256, 0x01);
  hc_search_postings_append (postings, 256, 256 + 16384, 0x02);
  hc_search_postings_append (postings, 256 + 16384, G_MAXUINT32, 0x03);

  {
    /* 1; 127; 128; 16384; 2^32 - 1 - 16640 = 0xffffbeff = 1111 1111111 1111110 1111101 1111111 */
    const guint8 expected[] = {
      0x01, 0x41, 0x7f, 0xff, 0x80, 0x01, 0x01, 0x80, 0x80, 0x01, 0x02, 0xff, 0xfd, 0xfe, 0xff, 0x0f, 0x03,
    };

    assert_bytes (postings, expected, sizeof expected);
  }
}

static void
test_merge (void)
{
  /* 2: 0x41, 4: 0x05, 135: 0xc3 */
  const guint8 list[] = { 0x02, 0x41, 0x02, 0x05, 0x83, 0x01, 0xc3 };
  guint8 values[136] = { 0 };

  values[2] = 0x42;
  values[4] = 0x04;
  values[5] = 0x07;

  g_assert_true (hc_search_postings_merge (list, sizeof list, HC_SEARCH_NEARNESS_SAME, values,
                                           G_N_ELEMENTS (values)));
  g_assert_cmphex (values[1], ==, 0);
  g_assert_cmphex (values[2], ==, 0x42);
  g_assert_cmphex (values[3], ==, 0);
  g_assert_cmphex (values[4], ==, 0x05);
  g_assert_cmphex (values[5], ==, 0x07);
  g_assert_cmphex (values[135], ==, 0xc3);

  /* One document fewer. */
  g_assert_false (hc_search_postings_merge (list, sizeof list, HC_SEARCH_NEARNESS_SAME, values,
                                            G_N_ELEMENTS (values) - 1));
  g_assert_true (hc_search_postings_merge (NULL, 0, HC_SEARCH_NEARNESS_SAME, values, 1));
}

/* Half the weight, but something; a quarter of it and a field lower when it is far. */
static void
test_lower (void)
{
  static const guint8 values_of_fields[] = { 0xff, 0xbf, 0x7f, 0x3f, 0x01, 0x00 };
  static const guint8 synonym[] = { 0x9f, 0x9f, 0x5f, 0x1f, 0x01, 0x00 };
  static const guint8 far[] = { 0x8f, 0x4f, 0x0f, 0x0f, 0x01, 0x00 };
  const guint8 list[] = { 0x01, 0xff, 0x01, 0xbf, 0x01, 0x7f, 0x01, 0x3f, 0x01, 0x01 };
  guint8 values[6] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (values_of_fields); i++)
    {
      g_assert_cmphex (hc_search_value_lower (values_of_fields[i], HC_SEARCH_NEARNESS_SAME), ==, values_of_fields[i]);
      g_assert_cmphex (hc_search_value_lower (values_of_fields[i], HC_SEARCH_NEARNESS_SYNONYM), ==, synonym[i]);
      g_assert_cmphex (hc_search_value_lower (values_of_fields[i], HC_SEARCH_NEARNESS_FAR), ==, far[i]);
    }

  g_assert_true (hc_search_postings_merge (list, sizeof list, HC_SEARCH_NEARNESS_FAR, values, G_N_ELEMENTS (values)));
  g_assert_cmphex (values[1], ==, 0x8f);
  g_assert_cmphex (values[2], ==, 0x4f);
  g_assert_cmphex (values[3], ==, 0x0f);
  g_assert_cmphex (values[4], ==, 0x0f);
  g_assert_cmphex (values[5], ==, 0x01);
}

static void
test_combine (void)
{
  static const HcSearchField body = HC_SEARCH_FIELD_BODY, summary = HC_SEARCH_FIELD_SUMMARY;
  static const HcSearchField title = HC_SEARCH_FIELD_TITLE, start = HC_SEARCH_FIELD_START;

  g_assert_cmpint (hc_search_field_combine (start, title), ==, start);
  g_assert_cmpint (hc_search_field_combine (start, start), ==, start);
  g_assert_cmpint (hc_search_field_combine (title, start), ==, title);
  g_assert_cmpint (hc_search_field_combine (start, summary), ==, summary);
  g_assert_cmpint (hc_search_field_combine (summary, start), ==, summary);
  g_assert_cmpint (hc_search_field_combine (title, body), ==, body);
  g_assert_cmpint (hc_search_field_combine (body, summary), ==, body);
}

/* What a damaged file may hold, of any length: never more is read or written than there is. */
static void
test_garbage (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint n = (guint) g_test_rand_int_range (0, 24);
      g_autofree guint8 *list = g_malloc (n);
      g_autofree guint8 *values = g_malloc0 (100);

      for (guint j = 0; j < n; j++)
        list[j] = (guint8) g_test_rand_int_range (0, g_test_rand_bit () ? 4 : 256);

      hc_search_postings_merge (list, n, (HcSearchNearness) g_test_rand_int_range (0, 3), values, 100);
      g_assert_cmphex (values[0], ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-postings/bytes", test_bytes);
  g_test_add_func ("/search-postings/merge", test_merge);
  g_test_add_func ("/search-postings/lower", test_lower);
  g_test_add_func ("/search-postings/combine", test_combine);
  g_test_add_func ("/search-postings/garbage", test_garbage);

  return g_test_run ();
}
