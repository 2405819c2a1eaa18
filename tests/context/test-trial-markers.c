/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-markers.h"
#include "hc-trial-stages.h"

/* What sentences of trials say of tumors and stages; the sentences are as the registry has them. */

static const struct {
  const char *text;
  guint       markers;
} sentences[] = {
  { "Metastatic MSI-H or dMMR colorectal cancer", HC_TRIAL_MSI_H },
  { "microsatellite instability-high (MSI-H)", HC_TRIAL_MSI_H },
  { "Deficient DNA Mismatch Repair", HC_TRIAL_MSI_H },
  { "mismatch repair deficient", HC_TRIAL_MSI_H },
  { "Microsatellite stable (MSS) or pMMR", HC_TRIAL_MSS },
  { "non-MSI-H tumors", HC_TRIAL_MSS },
  { "not MSI-High", HC_TRIAL_MSS },
  { "proficient mismatch repair", HC_TRIAL_MSS },
  { "MSI status must be known", 0 },
  { "KRAS G12C mutation", HC_TRIAL_KRAS_G12C },
  { "KRAS p.G12C-mutated colorectal cancer", HC_TRIAL_KRAS_G12C },
  { "KRAS or NRAS mutation", HC_TRIAL_RAS_MUTATED },
  { "RAS mutant", HC_TRIAL_RAS_MUTATED },
  { "KRAS mutation status is known", 0 },
  { "RAS wild-type", HC_TRIAL_RAS_WILD },
  { "KRAS/NRAS/BRAF wild type", HC_TRIAL_RAS_WILD },
  { "wild-type KRAS", HC_TRIAL_RAS_WILD },
  { "No known KRAS mutation", HC_TRIAL_RAS_WILD },
  { "without RAS mutations", HC_TRIAL_RAS_WILD },
  { "BRAF V600E mutation", HC_TRIAL_BRAF_MUTATED },
  { "BRAFV600E", HC_TRIAL_BRAF_MUTATED },
  { "without a BRAF V600E mutation", HC_TRIAL_BRAF_WILD },
  { "BRAF wild-type", HC_TRIAL_BRAF_WILD },
  { "HER2-positive or HER2 amplified", HC_TRIAL_HER2_POSITIVE },
  { "overexpression of HER2", HC_TRIAL_HER2_POSITIVE },
  { "HER2 negative", HC_TRIAL_HER2_NEGATIVE },
  { "must not have HER2 overexpression", HC_TRIAL_HER2_NEGATIVE },
  { "NTRK gene fusion", HC_TRIAL_NTRK },
  { "no prior HER2 therapy", 0 },
  { "Abrasion of the skin", 0 },
  { "drastic changes", 0 },
  { "", 0 },
};

static void
test_markers (void)
{
  g_autoptr (HcTrialMarkers) markers = hc_trial_markers_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_test_message ("%s", sentences[i].text);
      g_assert_cmphex (hc_trial_markers_find (markers, sentences[i].text, NULL), ==, sentences[i].markers);
    }
  g_assert_cmphex (hc_trial_markers_find (markers, NULL, NULL), ==, 0);
}

static void
test_genes (void)
{
  g_autoptr (HcTrialMarkers) markers = hc_trial_markers_new ();
  guint genes = 0;

  hc_trial_markers_find (markers, "The KRAS status and HER2 must be known", &genes);
  g_assert_cmphex (genes, ==, 1u << HC_TRIAL_GENE_RAS | 1u << HC_TRIAL_GENE_HER2);
  g_assert_cmphex (hc_trial_markers_of_person ("kras-g12c her2 other"), ==,
                   HC_TRIAL_KRAS_G12C | HC_TRIAL_RAS_MUTATED | HC_TRIAL_HER2_POSITIVE);
  g_assert_cmphex (hc_trial_markers_of_person (NULL), ==, 0);
  g_assert_cmphex (hc_trial_markers_get_opposite (HC_TRIAL_MSS), ==, HC_TRIAL_MSI_H);
  g_assert_cmphex (hc_trial_markers_get_opposite (HC_TRIAL_NTRK), ==, 0);
}

#define S(n) HC_TRIAL_STAGE (n)

static void
test_stages (void)
{
  static const struct {
    const char *text;
    guint       stages;
  } cases[] = {
    { "Stage III Colon Cancer", S (3) }, { "stage IIIB", S (3) },
    { "Stages 0-III", S (0) | S (1) | S (2) | S (3) },
    { "Stage II, III or IV", S (2) | S (3) | S (4) }, { "stage I to III", S (1) | S (2) | S (3) },
    { "stage IIB/C and stage III", S (2) | S (3) }, { "Stages 0-3", S (0) | S (1) | S (2) | S (3) },
    { "metastatic disease", S (4) }, { "non-metastatic", 0 },
    { "recurrent rectal cancer", HC_TRIAL_STAGE_RECURRENT },
    { "The first stage of labor", 0 }, { "two-stage design", 0 }, { "", 0 },
  };
  g_autoptr (HcTrialStages) stages = hc_trial_stages_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmphex (hc_trial_stages_find (stages, cases[i].text), ==, cases[i].stages);
    }

  g_assert_cmphex (hc_trial_stages_of_person ("4"), ==, S (4));
  g_assert_cmphex (hc_trial_stages_of_person ("recurrent"), ==, HC_TRIAL_STAGE_RECURRENT);
  g_assert_cmphex (hc_trial_stages_of_person (NULL), ==, 0);
  g_assert_cmphex (hc_trial_stages_of_person ("IV"), ==, 0);

  g_assert_true (hc_trial_stages_is_spread (stages, "Evidence of distant metastases."));
  g_assert_true (hc_trial_stages_is_spread (stages, "Stage IV disease"));
  g_assert_false (hc_trial_stages_is_spread (stages, "Brain metastases"));
  g_assert_false (hc_trial_stages_is_spread (stages, "Metastatic disease that cannot be removed"));
  g_assert_false (hc_trial_stages_is_spread (stages, "No metastatic disease"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trial-markers/markers", test_markers);
  g_test_add_func ("/trial-markers/genes", test_genes);
  g_test_add_func ("/trial-markers/stages", test_stages);

  return g_test_run ();
}
