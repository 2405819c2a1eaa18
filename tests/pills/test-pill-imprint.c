/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-imprint.h"

static void
assert_fold (const char *text,
             const char *expected)
{
  g_autofree char *folded = hc_pill_imprint_fold (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
assert_same (const char *one,
             const char *other)
{
  g_autofree char *first = hc_pill_imprint_fold (one);
  g_autofree char *second = hc_pill_imprint_fold (other);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, "");
}

/* What nobody can tell apart on a pill is the same; what can be told apart is not. */
static void
test_fold (void)
{
  assert_fold ("", "");
  assert_fold ("abc", "ABC");
  assert_fold ("A B-C.D/E;F", "ABCDEF");
  assert_fold ("…  -- ★", "");

  assert_same ("10", "IO");
  assert_same ("1O", "lo");
  assert_same ("I0", "|0");
  assert_same ("L484", "1484");
  assert_same ("Ill1", "llll");
  assert_same ("A-007", "aOO7");
  assert_same ("20 mg", "20MG");

  assert_fold ("2356789", "2356789");
  assert_fold ("QDBSZG", "QDBSZG");
}

/* Letters with accents and wide ones, as some keyboards and some files have them. */
static void
test_fold_letters (void)
{
  assert_same ("é", "E");
  assert_same ("e\xcc\x81", "E");
  assert_same ("Ｌ１０", "L10");
  assert_fold ("ß", "SS");
  assert_fold ("Ω5", "Ω5");
  /* A byte that is no UTF-8 is no letter. */
  assert_fold ("A\xff" "B", "AB");
}

static void
assert_parts (const char *text,
              const char *expected)
{
  g_auto (GStrv) parts = hc_pill_imprint_parts (text);
  g_autofree char *joined = g_strjoinv (" ", parts);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_parts (void)
{
  assert_parts ("", "");
  assert_parts (" - ;/ ", "");
  assert_parts ("54 262", "54 262");
  assert_parts ("  wpi\t839;5/x,y\n", "WPI 839 5 X Y");
  assert_parts ("A-B 2.5", "AB 25");
  assert_parts ("- 10 .", "IO");
  /* Eight at the most: what is empty does not count. */
  assert_parts ("a ; b c d e f g h i j", "A B C D E F G H");
}

static void
assert_split (const char *imprint,
              const char *front,
              const char *back)
{
  g_autofree char *first = NULL, *second = NULL;

  hc_pill_imprint_split (imprint, &first, &second);
  g_assert_cmpstr (first, ==, front);
  g_assert_cmpstr (second, ==, back);
}

static void
test_split (void)
{
  assert_split ("", "", "");
  assert_split (";; ;", "", "");
  assert_split ("PD 155", "PD 155", "");
  assert_split ("PD;155", "PD", "155");
  assert_split ("PD;155;10", "PD;155", "10");
  assert_split ("ZOL;3227;10;mg", "ZOL;3227", "10;mg");
  assert_split (" PD ;; 155 ;", "PD", "155");
}

static void
test_show (void)
{
  g_autofree char *empty = hc_pill_imprint_show ("");
  g_autofree char *one = hc_pill_imprint_show ("PD 155");
  g_autofree char *two = hc_pill_imprint_show ("ZOL;3227");

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (one, ==, "PD 155");
  g_assert_cmpstr (two, ==, "ZOL 3227");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pill-imprint/fold", test_fold);
  g_test_add_func ("/pill-imprint/fold/letters", test_fold_letters);
  g_test_add_func ("/pill-imprint/parts", test_parts);
  g_test_add_func ("/pill-imprint/split", test_split);
  g_test_add_func ("/pill-imprint/show", test_show);

  return g_test_run ();
}
