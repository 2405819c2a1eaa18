/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz-target.h"

#include "hc-eligibility-text.h"
#include "hc-trial-json.h"
#include "hc-trial-matcher.h"
#include "hc-trial-reader.h"

#define PIECE 7

/* What a trial says must be good for all that is done with it. */
typedef struct
{
  GString        *text;
  HcTrialMatcher *matcher;
} Reading;

static void
check_trial (HcTrial        *trial,
             HcTrialMatcher *matcher)
{
  g_autofree char *json = hc_trial_json_print (trial), *again = NULL;
  g_autoptr (HcTrial) read = NULL;
  g_autoptr (HcTrialMatch) match = NULL;
  g_autoptr (GPtrArray) blocks = hc_eligibility_text_blocks (trial->eligibility);

  g_assert_true (g_utf8_validate (json, -1, NULL));
  g_assert_true (hc_trial_nct_is_valid (trial->nct));
  read = hc_trial_json_read (json, NULL);
  g_assert_nonnull (read);
  again = hc_trial_json_print (read);
  g_assert_cmpstr (again, ==, json);
  match = hc_trial_matcher_run (matcher, trial, TRUE);
  g_assert_cmpstr (hc_trial_match_get_nct (match), ==, trial->nct);
}

static gboolean
take_trial_cb (HcTrial  *trial,
               gpointer  user_data)
{
  g_autoptr (HcTrial) owned = trial;
  g_autofree char *json = hc_trial_json_print (owned);
  Reading *reading = user_data;

  g_string_append_printf (reading->text, "%s\n", json);
  if (reading->matcher != NULL)
    check_trial (owned, reading->matcher);

  return TRUE;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  Reading *reading = user_data;

  g_assert_true (error->domain == HC_TRIAL_ERROR);
  g_string_append_printf (reading->text, "%u: %s\n", number, error->message);

  return TRUE;
}

/* Returns: (transfer full): what a reader makes of a file that comes in pieces of so many bytes */
static char *
read_trials (const uint8_t  *data,
             size_t          size,
             size_t          piece,
             HcTrialMatcher *matcher)
{
  static const HcTrialReaderFuncs funcs = { take_trial_cb, take_fault_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { text, matcher };
  g_autoptr (HcTrialReader) reader = hc_trial_reader_new (&funcs, &reading);
  g_autoptr (GError) error = NULL;
  gboolean go_on = TRUE;

  for (size_t start = 0; start < size && go_on; start += piece)
    go_on = hc_trial_reader_feed (reader, (const char *) data + start, MIN (piece, size - start), &error);

  if (go_on)
    go_on = hc_trial_reader_finish (reader, &error);

  g_assert_true (go_on == (error == NULL));
  g_string_append_printf (text, "%s, %s", hc_trial_reader_get_token (reader), error != NULL ? error->message
                          : "good");

  return g_strdup (text->str);
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): a page or a file of the registry, or anything
 * @size: how many bytes
 *
 * Reads trials. However many pieces the file comes in, it has the same trials and faults; each trial can be
 * written, read again, split into lists and compared with a person.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static HcTrialMatcher *matcher;
  g_autofree char *whole = NULL, *pieces = NULL;

  /* Kept for all inputs: its patterns take long to compile. */
  if (matcher == NULL)
    matcher = hc_trial_matcher_new (&(HcTrialPatient) {
      .site = "colon", .stage = "4", .biomarkers = "msi-h ras-wild her2", .treatment = "FOLFOX",
      .birth_year = 1960,
      .sex = "FEMALE", .year = 2026, .has_place = TRUE, .latitude = 40, .longitude = -75,
    });

  whole = read_trials (data, size, MAX (size, 1), matcher);
  pieces = read_trials (data, size, PIECE, NULL);
  g_assert_cmpstr (whole, ==, pieces);

  return 0;
}
