/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "fixture.h"
#include "hc-eligibility-text.h"
#include "hc-trial-reader.h"

/* The text about who can take part becomes lists, and no word of it is lost. */

static char *
describe (const char *text)
{
  g_autoptr (GPtrArray) parts = hc_eligibility_text_split (text);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HcEligibilityPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (all, "%c%s%u %s%s%s\n", "oie"[part->kind],
                              part->is_heading ? "H" : part->is_item ? "I" : "P", part->depth,
                              part->marker != NULL ? part->marker : "", part->marker != NULL ? " " : "",
                              part->text);
    }

  return g_string_free_and_steal (all);
}

#define assert_parts(text, expected)                \
  G_STMT_START {                                    \
    g_autofree char *parts = describe (text);       \
    g_assert_cmpstr (parts, ==, expected);          \
  } G_STMT_END

static void
test_lists (void)
{
  assert_parts ("Inclusion Criteria:\n\n* Age \\> 18\n* Stage IV,\n  proven\n\n    * in the "
                "liver\n\nExclusion Criteria:\n\n"
                "1. KRAS\n2. BRAF \\[V600E\\]\n",
                "iH0 Inclusion Criteria:\niI0 Age > 18\niI0 Stage IV, proven\niI1 in the liver\neH0 "
                "Exclusion Criteria:\n"
                "eI0 1. KRAS\neI0 2. BRAF [V600E]\n");
  assert_parts ("Free words\r\ngo on\r\n\r\nA new paragraph", "oP0 Free words go on\noP0 A new paragraph\n");
  assert_parts ("KEY EXCLUSION CRITERIA\n- a\n\xe2\x80\xa2 b\n(3) c\na) d\n1.5 times\n3.Age",
                "eH0 KEY EXCLUSION CRITERIA\neI0 a\neI0 b\neI0 (3) c\neI0 a) d 1.5 times\neI0 3. Age\n");
  assert_parts ("Exclusion Criteria: none\nNon-inclusion criteria:\n* x",
                "eH0 Exclusion Criteria:\neP0 none\neH0 Non-inclusion criteria:\neI0 x\n");
  /* A sentence that speaks of the lists is none of their headings. */
  assert_parts ("Patients must meet all inclusion criteria.\n\nInclusion and exclusion criteria:\n\n* "
                "EXCLUSION CRITERIA FOR STEP 1\n* x",
                "oP0 Patients must meet all inclusion criteria.\noP0 Inclusion and exclusion criteria:\n"
                "eH0 EXCLUSION CRITERIA FOR STEP 1\neI0 x\n");
  assert_parts ("", "");
  assert_parts (NULL, "");
}

static void
append_blocks (GString   *all,
               GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);

      g_string_append_printf (all, "%s%d(", hc_block_kind_to_string (block->kind), block->level);
      if (block->markup != NULL)
        g_string_append (all, block->markup);
      append_blocks (all, block->children);
      g_string_append_c (all, ')');
    }
}

static void
test_blocks (void)
{
  g_autoptr (GPtrArray) blocks = hc_eligibility_text_blocks ("Inclusion Criteria:\n\n3. a < b\n4. c\n  * "
                                                             "d\n6. e\n\nEnd & out");
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *expected = NULL;
  const char *h = hc_block_kind_to_string (HC_BLOCK_HEADING),
  *p = hc_block_kind_to_string (HC_BLOCK_PARAGRAPH);
  const char *l = hc_block_kind_to_string (HC_BLOCK_LIST), *i = hc_block_kind_to_string (HC_BLOCK_LIST_ITEM);

  append_blocks (all, blocks);
  expected = g_strdup_printf ("%s2(Inclusion Criteria:)%s3(%s0(%s0(a &lt; "
                              "b))%s0(%s0(c)%s0(%s0(%s0(d)))))%s6(%s0(%s0(e)))"
                              "%s0(End &amp; out)", h, l, i, p, i, p, l, i, p, l, i, p, p);
  g_assert_cmpstr (all->str, ==, expected);
}

/* What is a bullet, and where, the test of lists shows; here such signs do not count. */
static void
append_letter (GString *words,
               char     letter)
{
  if (!g_ascii_isspace (letter) && letter != '*' && letter != '-')
    g_string_append_c (words, letter);
}

/* The words of a text, without the backslashes of Markdown. */
static void
append_words (GString    *words,
              const char *text)
{
  for (const char *position = text; *position != '\0'; position++)
    {
      if (*position == '\\' && g_ascii_ispunct (position[1]))
        position++;
      append_letter (words, *position);
    }
}

static char *
dup_words_of_parts (const char *text)
{
  g_autoptr (GPtrArray) parts = hc_eligibility_text_split (text);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const HcEligibilityPart *part = g_ptr_array_index (parts, i);

      for (const char *position = part->marker != NULL ? part->marker : ""; *position != '\0'; position++)
        append_letter (words, *position);
      for (const char *position = part->text; *position != '\0'; position++)
        append_letter (words, *position);
    }

  g_string_replace (words, "•", "", 0);

  return g_string_free_and_steal (words);
}

static void
assert_all_words (const char *text)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autofree char *found = dup_words_of_parts (text);

  append_words (wanted, text);
  g_string_replace (wanted, "•", "", 0);
  g_assert_cmpstr (found, ==, wanted->str);
}

/* Random texts of what makes lists. */
static void
test_property (void)
{
  static const char *const pieces[] = {
    "word", "Inclusion Criteria:", "Exclusion criteria", "\n", "\n\n", "\r\n", "  ", "* ", "- ", "1. ", "2) ",
    "(3) ",
    "a) ", "\\>", "\\( ", "x.", "inclusion", "criteria: ", "\t", "•", "\xc3\xa9", "12.5", "\\",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int n = g_rand_int_range (random, 0, 40);

      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      assert_all_words (text->str);
    }
}

typedef struct
{
  guint n;
  guint n_both;
} Count;

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  g_autoptr (HcTrial) owned = trial;
  Count *count = user_data;
  g_autofree char *parts = describe (owned->eligibility);

  if (owned->eligibility == NULL)
    return TRUE;

  assert_all_words (owned->eligibility);
  count->n++;
  count->n_both += strstr (parts, "\neI") != NULL && strstr (parts, "iI") != NULL;

  return TRUE;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  g_test_fail_printf ("%u: %s", number, error->message);

  return TRUE;
}

static void
test_real (gconstpointer data)
{
  static const HcTrialReaderFuncs funcs = { take_trial_cb, take_fault_cb };
  const char *folder = g_getenv ("HC_SHARED_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : SHARED_DATA, data, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (HcTrialReader) reader = NULL;
  Count count = { 0, 0 };
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    {
      g_test_skip ("The real files are not here");
      return;
    }

  reader = hc_trial_reader_new (&funcs, &count);
  g_assert_true (hc_trial_reader_feed (reader, contents, length, NULL));
  g_assert_true (hc_trial_reader_finish (reader, NULL));
  g_test_message ("%u texts, %u with both lists", count.n, count.n_both);
  g_assert_cmpuint (count.n_both * 10, >=, count.n * 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/eligibility-text/lists", test_lists);
  g_test_add_func ("/eligibility-text/blocks", test_blocks);
  g_test_add_func ("/eligibility-text/property", test_property);
  g_test_add_data_func ("/eligibility-text/real", "clinicaltrials/ctg-studies-NSCLCBench.json", test_real);

  return g_test_run ();
}
