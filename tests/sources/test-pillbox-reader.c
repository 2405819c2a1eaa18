/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pillbox-reader.h"

#include <string.h>

#include "label-fixture.h"

typedef struct
{
  GPtrArray *labels;
  GString   *faults;    /* "line code" each */
  guint      n_unnamed;
  guint      stop_after; /* labels, 0: never */
} Taken;

static gboolean
take_label_cb (HcLabel  *label,
               gpointer  user_data)
{
  Taken *taken = user_data;

  g_ptr_array_add (taken->labels, label);

  return taken->labels->len != taken->stop_after;
}

static void
take_fault_cb (const GError *error,
               guint         line,
               gpointer      user_data)
{
  Taken *taken = user_data;

  g_assert_cmpuint (error->domain, ==, HC_LABEL_ERROR);
  g_string_append_printf (taken->faults, "%u %d\n", line, error->code);
}

static Taken *
taken_new (void)
{
  Taken *taken = g_new0 (Taken, 1);

  taken->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_label_free);
  taken->faults = g_string_new (NULL);

  return taken;
}

static void
taken_free (Taken *taken)
{
  g_ptr_array_unref (taken->labels);
  g_string_free (taken->faults, TRUE);
  g_free (taken);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taken, taken_free)

static gboolean
read_csv (Taken       *taken,
          const char  *csv,
          gsize        length,
          gsize        piece,
          GError     **error)
{
  static const HcPillboxFuncs funcs = { take_label_cb, take_fault_cb };
  g_autoptr (HcPillboxReader) reader = hc_pillbox_reader_new (&funcs, taken);

  for (gsize i = 0; i < length; i += piece)
    if (!hc_pillbox_reader_feed (reader, csv + i, MIN (piece, length - i), error))
      return FALSE;

  return hc_pillbox_reader_finish (reader, &taken->n_unnamed, error);
}

static char *
describe (Taken *taken)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < taken->labels->len; i++)
    {
      g_autofree char *label = label_fixture_describe (taken->labels->pdata[i]);

      g_string_append (text, label);
    }

  return g_string_free_and_steal (text);
}

/* Two columns have one name, and one is in capitals, as in old exports; two that are not known. */
#define HEADER \
  "\xef\xbb\xbfID,spp,SetID,splsize,pillbox_size,splshape,splshape_text,pillbox_shape_text,splscore,pillbox_score," \
  "splimprint,pillbox_imprint,splcolor,splcolor_text,pillbox_color_text,spl_strength,spl_ingredients," \
  "spl_inactive_ing,rxtty,rxtty,product_code,part_num,medicine_name,author,dosage_form,document_type,effective_time," \
  "version_number\r\n"

#define ROWS \
  /* As the maker filed it. */ \
  "1,a-1,AAAA-1,8.50,,C48348,ROUND,,2,,ZOL;10,,C48325;C48333,WHITE;BLUE,,ZOLTOPRIL 10 mg,ZOLTOPRIL," \
  "\"STARCH, CORN;Chalk; \",SY,x,99999-101,0,Zolt,Nowhere & Sons,TABLET,34391-3,20150304,3\r\n" \
  /* As the NLM corrected it; the same label. */ \
  "2,a-2,aaaa-1,8,9.5,C48348,ROUND,HEXAGON (6 SIDED),1,2,ZOL;20,ZOI;20,C48325,WHITE,Red;Red,20 mg,ZOLTOPRIL,,,," \
  "99999-102,0,Zolt,Nowhere & Sons,,,,\r\n" \
  /* Names instead of codes; two ingredients; quotation marks; no code of a product. */ \
  "3,spp-3,bbbb-2,-4,,,DOUBLE CIRCLE,,x,,\"A \"\"B\"\"\",,,\"TURQUOISE, PINK\",,\"1 mg;QUORAZIDE 2 mg\"," \
  "\"ZOLTOPRIL;QUORAZIDE\",,,,,1,\"Quora \n two\",,,,,\r\n" \
  /* One strength for several. */ \
  "4,,bbbb-2,,,C99999,,,,,,,C48323;C48324;C48325,,,3 mg,A; B;,,,,99999-104,,Third,,,34390-5,2015,x\r\n" \
  /* No name, no label, a label that cannot be one, an empty line. */ \
  "5,,cccc-3,,,,,,,,,,,,,,,,,,,,,,,,,\r\n" \
  "6,,,,,,,,,,,,,,,,,,,,,,Nameless,,,,,\r\n" \
  "7,,../etc,,,,,,,,,,,,,,,,,,,,Evil,,,,,\r\n" \
  "\r\n" \
  /* The first label again, and too few fields. */ \
  "8,a-8,AAAA-1,,,,,,,,,,,,,,,,,,99999-108,,Zolt,,,,,\r\n" \
  "9,a-9,AAAA-1\r\n" \
  /* The last line does not end. */ \
  "10,d,dddd-4,1e9,,,,,99,,,,,,,,,,,,,,Last,,,,,4"

#define EXPECTED \
  "aaaa-1|3|2015-03-04|1|prescription|(null)|Nowhere & Sons\n" \
  "99999-101/0|Zolt|ZOLTOPRIL|TABLET|(null)|ZOL;10|round|white|blue|2|8.5\n" \
  "  + ZOLTOPRIL|(null)|10 mg\n" \
  "  - STARCH, CORN|(null)|(null)\n" \
  "  - Chalk|(null)|(null)\n" \
  "99999-102/0|Zolt|ZOLTOPRIL|(null)|(null)|ZOI;20|hexagon|red||2|9.5\n" \
  "  + ZOLTOPRIL|(null)|20 mg\n" \
  "bbbb-2|0|(null)|1|other|(null)|(null)\n" \
  "spp-3/1|Quora \n two|ZOLTOPRIL;QUORAZIDE|(null)|(null)|A \"B\"|double-circle|turquoise|pink|0|0\n" \
  "  + ZOLTOPRIL|(null)|1 mg\n" \
  "  + QUORAZIDE|(null)|2 mg\n" \
  "99999-104/|Third|A; B;|(null)|(null)|(null)||black|gray|0|0\n" \
  "  + A|(null)|3 mg\n" \
  "  + B|(null)|(null)\n" \
  "aaaa-1|0|(null)|1|other|(null)|(null)\n" \
  "99999-108/|Zolt|(null)|(null)|(null)|(null)||||0|0\n" \
  "dddd-4|4|(null)|1|other|(null)|(null)\n" \
  "d/|Last|(null)|(null)|(null)|(null)||||9|0\n"

static void
test_rows (void)
{
  static const gsize pieces[] = { 1, 2, 3, 64, 100000 };
  const char *csv = HEADER ROWS;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (Taken) taken = taken_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *faults = g_strdup_printf ("12 %d\n", HC_LABEL_ERROR_WRONG_ROW);

      g_assert_true (read_csv (taken, csv, strlen (csv), pieces[i], &error));
      g_assert_no_error (error);
      text = describe (taken);
      g_assert_cmpstr (text, ==, EXPECTED);
      g_assert_cmpuint (taken->n_unnamed, ==, 3);
      g_assert_cmpstr (taken->faults->str, ==, faults);
    }
}

static void
test_shapes (void)
{
  /* As the NLM wrote them. */
  static const char *const names[] = {
    "BULLET", "CAPSULE", "CLOVER", "DIAMOND", "DOUBLE CIRCLE", "FREEFORM", "GEAR", "HEPTAGON (7 SIDES)",
    "HEXAGON (6 SIDES)", "OCTAGON (8 SIDED)", "OVAL", "PENTAGON (5 SIDES)", "RECTANGLE", "ROUND", "SEMI-CIRCLE",
    "SQUARE", "TEAR", "TRAPEZOID", "TRIANGLE"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Taken) taken = taken_new ();
      g_autofree char *csv =
        g_strdup_printf ("setid,splsize,splshape,pillbox_shape_text,splimprint,splcolor,medicine_name\n"
                         "a,1,C48346,%s,x,C48325,Zolt\n", names[i]);

      g_assert_true (read_csv (taken, csv, strlen (csv), 1000, NULL));
      g_assert_cmpint (((HcLabelProduct *) ((HcLabel *) taken->labels->pdata[0])->products->pdata[0])->shape, ==,
                       HC_PILL_SHAPE_BULLET + i);
    }
}

/* What is another file is told of at once, before all of it was read. */
static void
test_wrong_header (void)
{
  static const char *const files[] = {
    "", "\n\n", "name,color\nZolt,red\n", "setid,splsize,splshape,splimprint,splcolor\n", "\"setid\nx",
    "\x89PNG\r\n\x1a\n", "setid;splsize;splshape;splimprint;splcolor;medicine_name\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (Taken) taken = taken_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (read_csv (taken, files[i], strlen (files[i]), 5, &error));
      g_assert_error (error, HC_LABEL_ERROR, HC_LABEL_ERROR_WRONG_HEADER);
      g_assert_cmpuint (taken->labels->len, ==, 0);
    }
}

/* Who has enough gets no more, and that is no fault. */
static void
test_stop (void)
{
  g_autoptr (Taken) taken = taken_new ();
  g_autoptr (GError) error = NULL;
  const char *csv = HEADER ROWS;

  taken->stop_after = 2;
  g_assert_false (read_csv (taken, csv, strlen (csv), 10, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (taken->labels->len, ==, 2);
}

/* What Python's csv module counts in the real files. */
typedef struct
{
  const char *file;
  guint       n_unnamed, n_runs, n_products, n_active, n_inactive, n_imprints, n_shapes, n_colored, n_two_colors,
              n_halves, n_strengths;
  double      sizes;
} Counts;

static Taken *
read_real (const char *name)
{
  g_autofree char *path = label_fixture_find_shared (name);
  g_autofree char *csv = NULL;
  g_autoptr (Taken) taken = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (path == NULL)
    {
      g_test_skip ("There is no real file of the Pillbox here");
      return NULL;
    }

  g_assert_true (g_file_get_contents (path, &csv, &length, NULL));
  taken = taken_new ();
  g_assert_true (read_csv (taken, csv, length, 65536, &error));
  g_assert_no_error (error);

  return g_steal_pointer (&taken);
}

static void
count (Taken  *taken,
       Counts *counts)
{
  counts->n_unnamed = taken->n_unnamed;
  counts->n_runs = taken->labels->len;

  for (guint i = 0; i < taken->labels->len; i++)
    {
      const HcLabel *label = taken->labels->pdata[i];

      for (guint j = 0; j < label->products->len; j++)
        {
          const HcLabelProduct *product = label->products->pdata[j];
          gboolean has_strength = FALSE;

          counts->n_products++;
          counts->n_imprints += product->imprint != NULL;
          counts->n_shapes += product->shape != HC_PILL_SHAPE_UNKNOWN;
          counts->n_colored += product->colors[0] != HC_PILL_COLOR_UNKNOWN;
          counts->n_two_colors += product->colors[1] != HC_PILL_COLOR_UNKNOWN;
          counts->n_halves += product->score == 2;
          counts->sizes += product->size;

          for (guint k = 0; k < product->ingredients->len; k++)
            {
              const HcLabelIngredient *ingredient = product->ingredients->pdata[k];

              counts->n_active += ingredient->is_active;
              counts->n_inactive += !ingredient->is_active;
              has_strength |= ingredient->strength != NULL;
            }
          counts->n_strengths += has_strength;
        }
    }
}

static void
test_real_counts (gconstpointer data)
{
  const Counts *expected = data;
  g_autoptr (Taken) taken = read_real (expected->file);
  Counts counts = { 0 };

  if (taken == NULL)
    return;

  count (taken, &counts);
  g_assert_cmpstr (taken->faults->str, ==, "");
  g_assert_cmpuint (counts.n_unnamed, ==, expected->n_unnamed);
  g_assert_cmpuint (counts.n_runs, ==, expected->n_runs);
  g_assert_cmpuint (counts.n_products, ==, expected->n_products);
  g_assert_cmpuint (counts.n_active, ==, expected->n_active);
  g_assert_cmpuint (counts.n_inactive, ==, expected->n_inactive);
  g_assert_cmpuint (counts.n_imprints, ==, expected->n_imprints);
  g_assert_cmpuint (counts.n_shapes, ==, expected->n_shapes);
  g_assert_cmpuint (counts.n_colored, ==, expected->n_colored);
  g_assert_cmpuint (counts.n_two_colors, ==, expected->n_two_colors);
  g_assert_cmpuint (counts.n_halves, ==, expected->n_halves);
  g_assert_cmpuint (counts.n_strengths, ==, expected->n_strengths);
  g_assert_cmpfloat (counts.sizes, ==, expected->sizes);
}

/* A few rows that somebody read in the files. */
static void
test_real_rows (void)
{
  g_autoptr (Taken) taken = read_real ("pillbox/pillbox_api_2010_as_master.csv");
  const HcLabel *label;
  const HcLabelProduct *product;
  const HcLabelIngredient *ingredient;

  if (taken == NULL)
    return;

  label = taken->labels->pdata[0];
  product = label->products->pdata[0];
  g_assert_cmpstr (label->set_id, ==, "309de576-c318-404a-bc15-660c2b1876fb");
  g_assert_cmpstr (label->maker, ==, "Eli Lilly and Company");
  g_assert_cmpint (label->origin, ==, HC_LABEL_ORIGIN_PILLBOX);
  g_assert_cmpstr (product->key, ==, "0002-3227/0");
  g_assert_cmpstr (product->name, ==, "Strattera");
  g_assert_cmpstr (product->generic, ==, "atomoxetine");
  g_assert_cmpstr (product->imprint, ==, "LILLY;3227;10;mg");
  g_assert_cmpint (product->shape, ==, HC_PILL_SHAPE_CAPSULE);
  g_assert_cmpint (product->colors[0], ==, HC_PILL_COLOR_WHITE);
  g_assert_cmpint (product->colors[1], ==, HC_PILL_COLOR_UNKNOWN);
  g_assert_cmpfloat (product->size, ==, 16);
  g_assert_cmpint (product->score, ==, 1);
  g_assert_cmpuint (product->ingredients->len, ==, 6);
  ingredient = product->ingredients->pdata[0];
  g_assert_cmpstr (ingredient->strength, ==, "10 MG");
  ingredient = product->ingredients->pdata[1];
  g_assert_cmpstr (ingredient->name, ==, "STARCH, Corn");

  /* The third row with a name: another maker's way to say yellow once. */
  label = taken->labels->pdata[1];
  product = label->products->pdata[0];
  g_assert_cmpstr (product->name, ==, "Symbyax");
  g_assert_cmpint (product->colors[0], ==, HC_PILL_COLOR_YELLOW);
  g_assert_cmpint (product->colors[1], ==, HC_PILL_COLOR_UNKNOWN);
  g_assert_cmpuint (label->products->len, ==, 1);

  /* The last row. */
  label = taken->labels->pdata[taken->labels->len - 1];
  product = label->products->pdata[label->products->len - 1];
  g_assert_cmpstr (product->imprint, ==, "0489;DYNACIN;75;mg");
  g_assert_cmpstr (label->maker, ==, "MEDICIS, The Dermatology Company");
}

static void
test_real_strengths (void)
{
  g_autoptr (Taken) taken = read_real ("pillbox/pillbox_2014_partial_as_master.csv");
  const HcLabel *label;
  const HcLabelIngredient *ingredient;

  if (taken == NULL)
    return;

  /* GLIMEPIRIDE 2 mg, and the last row: ARNICA MONTANA 30 [hp_C] and six more. */
  label = taken->labels->pdata[0];
  ingredient = ((HcLabelProduct *) label->products->pdata[0])->ingredients->pdata[0];
  g_assert_cmpstr (ingredient->name, ==, "GLIMEPIRIDE");
  g_assert_cmpstr (ingredient->strength, ==, "2 mg");
  g_assert_cmpuint (label->products->len, ==, 2);

  label = taken->labels->pdata[taken->labels->len - 1];
  g_assert_cmpuint (((HcLabelProduct *) label->products->pdata[0])->ingredients->len, ==, 7);
  ingredient = ((HcLabelProduct *) label->products->pdata[0])->ingredients->pdata[6];
  g_assert_cmpstr (ingredient->name, ==, "COMFREY ROOT");
  g_assert_cmpstr (ingredient->strength, ==, "30 [hp_C]");
}

int
main (int   argc,
      char *argv[])
{
  static const Counts counts[] = {
    { "pillbox/pillbox_api_2010_as_master.csv", 1, 279, 402, 433, 3682, 395, 397, 398, 81, 66, 385, 5674 },
    { "pillbox/pillbox_2014_partial_as_master.csv", 1593, 21207, 32408, 43965, 0, 0, 0, 32404, 1981, 0, 32408, 0 },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pillbox-reader/rows", test_rows);
  g_test_add_func ("/pillbox-reader/shapes", test_shapes);
  g_test_add_func ("/pillbox-reader/wrong-header", test_wrong_header);
  g_test_add_func ("/pillbox-reader/stop", test_stop);
  g_test_add_data_func ("/pillbox-reader/real/2010", &counts[0], test_real_counts);
  g_test_add_data_func ("/pillbox-reader/real/2014", &counts[1], test_real_counts);
  g_test_add_func ("/pillbox-reader/real/rows", test_real_rows);
  g_test_add_func ("/pillbox-reader/real/strengths", test_real_strengths);

  return g_test_run ();
}
