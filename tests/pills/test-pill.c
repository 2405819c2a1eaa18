/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill.h"

static HcPill *
make (const char  *front,
      const char  *back,
      HcPillShape  shape,
      HcPillColor  color,
      HcPillColor  color2)
{
  return hc_pill_new (&(HcPillLook) { .front = front, .back = back, .shape = shape, .colors = { color, color2 } },
                      &(HcPillDetails) { .name = "Zoltopril" });
}

static void
assert_alike (HcPill   *first,
              HcPill   *second,
              gboolean  expected)
{
  g_autoptr (HcPill) one = first;
  g_autoptr (HcPill) other = second;

  g_assert_true (hc_pill_looks_like (one, one));
  g_assert_cmpint (hc_pill_looks_like (one, other), ==, expected);
  g_assert_cmpint (hc_pill_looks_like (other, one), ==, expected);
}

#define ROUND HC_PILL_SHAPE_ROUND
#define OVAL HC_PILL_SHAPE_OVAL
#define ANY HC_PILL_SHAPE_UNKNOWN
#define WHITE HC_PILL_COLOR_WHITE
#define BLUE HC_PILL_COLOR_BLUE
#define RED HC_PILL_COLOR_RED
#define NONE HC_PILL_COLOR_UNKNOWN

/* A pill has no front of its own: it is turned over. */
static void
test_same_imprint (void)
{
  assert_alike (make ("PD", "155", ROUND, WHITE, NONE), make ("PD", "155", ROUND, WHITE, NONE), TRUE);
  assert_alike (make ("PD", "155", ROUND, WHITE, NONE), make ("155", "PD", ROUND, WHITE, NONE), TRUE);
  assert_alike (make ("PD", "155", ROUND, WHITE, NONE), make ("pd", "l55", ROUND, WHITE, NONE), TRUE);
  assert_alike (make ("PD", "155", ROUND, WHITE, NONE), make ("PD", "156", ROUND, WHITE, NONE), FALSE);
  assert_alike (make ("PD", "155", ROUND, WHITE, NONE), make ("PD", NULL, ROUND, WHITE, NONE), FALSE);
  assert_alike (make ("PD", "PD", ROUND, WHITE, NONE), make ("PD", NULL, ROUND, WHITE, NONE), FALSE);
  assert_alike (make (NULL, NULL, ROUND, WHITE, NONE), make ("", "", ROUND, WHITE, NONE), TRUE);
}

static void
test_same_look (void)
{
  assert_alike (make ("A", "", ROUND, WHITE, NONE), make ("A", "", OVAL, WHITE, NONE), FALSE);
  assert_alike (make ("A", "", ROUND, WHITE, NONE), make ("A", "", ROUND, BLUE, NONE), FALSE);
  /* What is not known does not tell them apart. */
  assert_alike (make ("A", "", ROUND, WHITE, NONE), make ("A", "", ANY, WHITE, NONE), TRUE);
  assert_alike (make ("A", "", ROUND, WHITE, NONE), make ("A", "", ROUND, NONE, NONE), TRUE);
  assert_alike (make ("A", "", ROUND, WHITE, BLUE), make ("A", "", ANY, NONE, NONE), TRUE);
}

/* Neither does a capsule have a first color. */
static void
test_two_colors (void)
{
  assert_alike (make ("A", "", ROUND, WHITE, BLUE), make ("A", "", ROUND, WHITE, BLUE), TRUE);
  assert_alike (make ("A", "", ROUND, WHITE, BLUE), make ("A", "", ROUND, BLUE, WHITE), TRUE);
  assert_alike (make ("A", "", ROUND, WHITE, BLUE), make ("A", "", ROUND, WHITE, NONE), FALSE);
  assert_alike (make ("A", "", ROUND, WHITE, BLUE), make ("A", "", ROUND, BLUE, NONE), FALSE);
  assert_alike (make ("A", "", ROUND, WHITE, BLUE), make ("A", "", ROUND, WHITE, RED), FALSE);
}

static void
test_details (void)
{
  char name[] = "Zoltopril";
  g_autoptr (HcPill) pill = hc_pill_new (&(HcPillLook) { .front = "A;1", .size = 7.5, .score = 2 },
                                         &(HcPillDetails) { .name = name, .strength = "10 mg", .confirmed = TRUE });
  g_autoptr (HcPill) bare = hc_pill_new (&(HcPillLook) { 0 }, &(HcPillDetails) { .name = "Zoltopril" });
  g_autofree char *title = NULL, *bare_title = NULL;

  /* The texts were copied, and there is always one. */
  name[0] = 'X';
  title = hc_pill_dup_title (pill);
  bare_title = hc_pill_dup_title (bare);
  g_assert_cmpstr (title, ==, "Zoltopril 10 mg");
  g_assert_cmpstr (bare_title, ==, "Zoltopril");
  g_assert_cmpstr (hc_pill_get_look (pill)->front, ==, "A;1");
  g_assert_cmpstr (hc_pill_get_look (pill)->back, ==, "");
  g_assert_cmpfloat (hc_pill_get_look (pill)->size, ==, 7.5);
  g_assert_cmpint (hc_pill_get_look (pill)->score, ==, 2);
  g_assert_cmpstr (hc_pill_get_details (pill)->url, ==, "");
  g_assert_true (hc_pill_get_details (pill)->confirmed);
  g_assert_false (hc_pill_get_details (bare)->confirmed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pill/alike/imprint", test_same_imprint);
  g_test_add_func ("/pill/alike/look", test_same_look);
  g_test_add_func ("/pill/alike/colors", test_two_colors);
  g_test_add_func ("/pill/details", test_details);

  return g_test_run ();
}
