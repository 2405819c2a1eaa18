/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-label-error.h"
#include "label-fixture.h"

/* What is expected was worked out by hand from zoltopril.xml. */

#define HEAD \
  "abcdef00-1234-5678-9abc-def012345678|7|2026-01-02|0|prescription|ZOLT® (zoltopril) tablets, for mouth use|" \
  "Nowhere & Sons\n"

#define PRODUCTS \
  "99999-101|Zolt Forte|zoltopril and quorazide|TABLET, FILM COATED|ORAL & BUCCAL|" \
  "ZOL;10 & F|capsule|white|blue|2|16.5\n" \
  "  + ZOLTOPRIL HYDROCHLORIDE|ZOLTOPRIL|10 mg\n" \
  "  + QUORAZIDE|(null)|12.5 mg\n" \
  "  - FD&C Blue No. 0|(null)|(null)\n" \
  "99999-102|zoltopril liquid|zoltopril liquid|SOLUTION|(null)|A&B||||0|0\n" \
  "  + ZOLTOPRIL|(null)|6.25 mg/5 mL\n" \
  "  + GRASS THAT IS NONE|(null)|10000 [BAU]/mL\n" \
  "  + COUNTED THINGS|(null)|7\n" \
  "  + AS MUCH AS NEEDED|(null)|(null)\n" \
  "99999-200|Zolt Starter|(null)|KIT|ORAL|(null)||||0|0\n" \
  "99999-201|Zolt Morning|(null)|CAPSULE|(null)|AM||yellow||0|0\n" \
  "  + ZOLTOPRIL|(null)|5 mg\n" \
  "5|Zolt Evening|(null)|(null)|(null)|PM||||0|0\n" \
  "  - Nothing|(null)|(null)\n" \
  "99999-300|Old Zolt|(null)|(null)|(null)|(null)||||0|0\n" \
  "  + Zoltopril|(null)|1 g\n" \
  "  - Sand|(null)|(null)\n"

#define SECTIONS \
  "1 34067-9 1 INDICATIONS AND USAGE\n" \
  "pZolt is for plain fever.\n" \
  "pSecond line\n" \
  "pand its rest: 5 < 7 & <b>.\n" \
  "ploose words\n" \
  "2 42229-5 1.1 Lists\n" \
  "hGive to:\n" \
  "ione\n" \
  "inested\n" \
  "iafter\n" \
  "ha)\n" \
  "ifirst\n" \
  "imore\n" \
  "pThe end\n" \
  "3 42229-5 1.1.1 Deep\n" \
  "pDown.\n" \
  "2 42229-5 1.2 Tables\n" \
  "pBefore\n" \
  "hDoses\n" \
  "cAge\tDose [Or less.]\n" \
  "r2 to 5\t1 mL daily\n" \
  "r6\t\n" \
  "r\ta b\n" \
  "cAll\tothers\n" \
  "router\tin ner\n" \
  "pAfter\n" \
  "1 34090-1 (null)\n" \
  "p10⁹ cells, 5 m², 10⁻³ and 10⁽⁻⁴⁾\n" \
  "pH₂O, AUC₀₋₂₄, Cmax, Zolt®, 5th day\n" \
  "pSee 1.1, µg, é, 日本 and 🙂.\n" \
  "1 51945-4 Only a title\n" \
  "\n"

static char *
read_fixture (gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sources", "zoltopril.xml", NULL);
  g_autoptr (GError) error = NULL;
  char *xml = NULL;

  g_file_get_contents (path, &xml, length, &error);
  g_assert_no_error (error);

  return xml;
}

static void
test_label (void)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *xml = read_fixture (&length);
  g_autoptr (HcLabel) label = label_fixture_read_spl (xml, length, length, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = label_fixture_describe (label);
  g_assert_cmpstr (text, ==, HEAD PRODUCTS SECTIONS);
}

/* A piece may end anywhere, in the middle of a letter, too. */
static void
test_pieces (void)
{
  static const gsize pieces[] = { 1, 2, 3, 7, 100, 4096 };
  gsize length;
  g_autofree char *xml = read_fixture (&length);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HcLabel) label = label_fixture_read_spl (xml, length, pieces[i], &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = label_fixture_describe (label);
      g_assert_cmpstr (text, ==, HEAD PRODUCTS SECTIONS);
    }
}

/* The strengths of a product as a line: only of what acts, only where they are told. */
static void
test_strength (void)
{
  static const char *const expected[] = {
    "10 mg / 12.5 mg", "6.25 mg/5 mL / 10000 [BAU]/mL / 7", "", "5 mg", "", "1 g"
  };
  gsize length;
  g_autofree char *xml = read_fixture (&length);
  g_autoptr (HcLabel) label = label_fixture_read_spl (xml, length, length, NULL);

  g_assert_cmpuint (label->products->len, ==, G_N_ELEMENTS (expected));
  g_assert_cmpstr (hc_label_get_name (label), ==, "Zolt Forte");
  g_assert_cmpstr (hc_label_get_generic (label), ==, "zoltopril and quorazide");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *strength = hc_label_product_dup_strength (label->products->pdata[i]);

      g_assert_cmpstr (strength, ==, expected[i]);
    }
}

/* What can be found by its look becomes a pill. */
static void
test_pill (void)
{
  gsize length;
  g_autofree char *xml = read_fixture (&length);
  g_autoptr (HcLabel) label = label_fixture_read_spl (xml, length, length, NULL);
  g_autoptr (HcPill) pill = hc_label_product_make_pill (label->products->pdata[0], label);
  g_autoptr (HcPill) old = hc_label_product_make_pill (label->products->pdata[5], label);
  const HcPillDetails *details = hc_pill_get_details (pill);

  g_assert_true (hc_label_product_has_look (label->products->pdata[0]));
  g_assert_true (hc_label_product_has_look (label->products->pdata[3]));
  g_assert_false (hc_label_product_has_look (label->products->pdata[2]));
  g_assert_false (hc_label_product_has_look (label->products->pdata[5]));

  g_assert_cmpstr (hc_pill_get_look (pill)->front, ==, "ZOL");
  g_assert_cmpstr (hc_pill_get_look (pill)->back, ==, "10 & F");
  g_assert_cmpint (hc_pill_get_look (pill)->colors[1], ==, HC_PILL_COLOR_BLUE);
  g_assert_cmpstr (details->target, ==, "health-center:label/abcdef00-1234-5678-9abc-def012345678");
  g_assert_cmpstr (details->name, ==, "zoltopril and quorazide");
  g_assert_cmpstr (details->brand, ==, "Zolt Forte");
  g_assert_cmpstr (details->strength, ==, "10 mg / 12.5 mg");
  g_assert_cmpstr (details->form, ==, "TABLET, FILM COATED");
  g_assert_cmpstr (details->maker, ==, "Nowhere & Sons");
  g_assert_nonnull (strstr (details->source, "abcdef00-1234-5678-9abc-def012345678, version 7"));
  g_assert_true (details->confirmed);

  g_assert_cmpstr (hc_pill_get_details (old)->name, ==, "Old Zolt");
  g_assert_cmpstr (hc_pill_get_details (old)->brand, ==, "");
}

/* Codes from the FDA's list of document types. */
static void
test_kinds (void)
{
  static const struct { const char *code; const char *kind; } kinds[] = {
    { "34391-3", "prescription" }, { "34390-5", "otc" }, { "58476-3", "supplement" }, { "50577-6", "animal" },
    { "50578-4", "animal" }, { "50576-8", "animal" }, { "50574-3", "animal" }, { "50573-5", "animal" },
    { "50575-0", "animal" }, { "50572-7", "animal" }, { "50571-9", "animal" }, { "77647-6", "animal" },
    { "53404-0", "other" }, { "58474-8", "other" }, { "", "other" }, { NULL, "other" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      HcLabelKind kind = hc_label_kind_from_document_code (kinds[i].code);

      g_assert_cmpstr (hc_label_kind_to_string (kind), ==, kinds[i].kind);
      g_assert_cmpint (hc_label_kind_from_string (kinds[i].kind), ==, kind);
    }

  g_assert_cmpint (hc_label_kind_from_string ("nothing"), ==, HC_LABEL_OTHER);
}

static void
test_dates (void)
{
  static const struct { const char *value; const char *date; } dates[] = {
    { "20260102", "2026-01-02" }, { "20240229", "2024-02-29" }, { "20260102123000.000-0500", "2026-01-02" },
    { "20230229", NULL }, { "20261301", NULL }, { "2026", NULL }, { "202601", NULL }, { "2026011", NULL },
    { "00000000", NULL }, { "2026-01-02", NULL }, { "x", NULL }, { "", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = hc_label_format_date (dates[i].value);

      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

/* One of the FDA's files about substances is told from a label by its code alone. */
static void
test_index (void)
{
  static const char *const codes[] = {
    "60685-5", "63417-0", "64124-1", "71446-9", "73815-3", "77288-9", "77648-4", "82353-4", "93372-1", "93723-5"
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      LabelFixture fixture = { .set_id = "a-1", .version = 1, .name = "Zolt", .document_code = codes[i] };
      g_autofree char *xml = label_fixture_make_spl (&fixture);
      g_autoptr (GError) error = NULL;

      g_assert_null (label_fixture_read_spl (xml, strlen (xml), 50, &error));
      g_assert_error (error, HC_LABEL_ERROR, HC_LABEL_ERROR_INDEX);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spl-reader/label", test_label);
  g_test_add_func ("/spl-reader/pieces", test_pieces);
  g_test_add_func ("/spl-reader/strength", test_strength);
  g_test_add_func ("/spl-reader/pill", test_pill);
  g_test_add_func ("/spl-reader/kinds", test_kinds);
  g_test_add_func ("/spl-reader/dates", test_dates);
  g_test_add_func ("/spl-reader/index", test_index);

  return g_test_run ();
}
