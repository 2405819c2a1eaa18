/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-notice.h"

/* As the FDA writes them: four to six digits, three or four, one or two. */
static void
test_ndcs (void)
{
  static const struct { const char *ndc, *expected; } cases[] = {
    { "0004-1101", "000004-1101" },
    { "0004-1101-50", "000004-1101" },
    { "00004-1101-5", "000004-1101" },
    { "50242-040-62", "050242-0040" },
    { "123456-0040-62", "123456-0040" },
    { "00004110150", "000004-1101" },
    { " 0004-1101\n", "000004-1101" },
    { "0004110150", NULL },
    { "000041101500", NULL },
    { "004-1101", NULL },
    { "1234567-1101", NULL },
    { "0004-11", NULL },
    { "0004-11010", NULL },
    { "0004-1101-", NULL },
    { "0004-1101-500", NULL },
    { "0004-1101-50-1", NULL },
    { "-1101", NULL },
    { "000x-1101", NULL },
    { "١٢٣٤-1101", NULL },
    { "7", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = hc_ndc_fold (cases[i].ndc);

      g_assert_cmpstr (folded, ==, cases[i].expected);
    }
}

static void
test_empty (void)
{
  g_autoptr (HcNotice) notice = hc_notice_new (HC_ALERT_SHORTAGE);

  g_assert_cmpint (notice->kind, ==, HC_ALERT_SHORTAGE);
  g_assert_cmpint (notice->severity, ==, 0);
  g_assert_null (notice->names);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/context/notice/ndcs", test_ndcs);
  g_test_add_func ("/context/notice/empty", test_empty);

  return g_test_run ();
}
