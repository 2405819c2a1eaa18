/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcTrialMarker:
 * @HC_TRIAL_MSI_H: microsatellite instability high, mismatch repair deficient
 * @HC_TRIAL_MSS: microsatellite stable, mismatch repair proficient
 * @HC_TRIAL_RAS_MUTATED: a mutation of KRAS or NRAS
 * @HC_TRIAL_RAS_WILD: none
 * @HC_TRIAL_KRAS_G12C: that mutation of KRAS
 * @HC_TRIAL_BRAF_MUTATED: a mutation of BRAF, V600E in most cases
 * @HC_TRIAL_BRAF_WILD: none
 * @HC_TRIAL_HER2_POSITIVE: too much of HER2
 * @HC_TRIAL_HER2_NEGATIVE: not too much
 * @HC_TRIAL_NTRK: a fusion of NTRK
 *
 * What can be found in a tumor, as flags.
 */
typedef enum {
  HC_TRIAL_MSI_H         = 1 << 0,
  HC_TRIAL_MSS           = 1 << 1,
  HC_TRIAL_RAS_MUTATED   = 1 << 2,
  HC_TRIAL_RAS_WILD      = 1 << 3,
  HC_TRIAL_KRAS_G12C     = 1 << 4,
  HC_TRIAL_BRAF_MUTATED  = 1 << 5,
  HC_TRIAL_BRAF_WILD     = 1 << 6,
  HC_TRIAL_HER2_POSITIVE = 1 << 7,
  HC_TRIAL_HER2_NEGATIVE = 1 << 8,
  HC_TRIAL_NTRK          = 1 << 9,
} HcTrialMarker;

/**
 * HcTrialGene:
 * @HC_TRIAL_GENE_MSI: mismatch repair
 * @HC_TRIAL_GENE_RAS: KRAS and NRAS
 * @HC_TRIAL_GENE_BRAF: BRAF
 * @HC_TRIAL_GENE_HER2: HER2
 * @HC_TRIAL_GENE_NTRK: NTRK
 * @HC_TRIAL_N_GENES: how many there are
 *
 * What a tumor is tested for.
 */
typedef enum {
  HC_TRIAL_GENE_MSI,
  HC_TRIAL_GENE_RAS,
  HC_TRIAL_GENE_BRAF,
  HC_TRIAL_GENE_HER2,
  HC_TRIAL_GENE_NTRK,
  HC_TRIAL_N_GENES,
} HcTrialGene;

/**
 * HcTrialMarkers:
 *
 * Finds in a text what it says of tumors.
 */
typedef struct _HcTrialMarkers HcTrialMarkers;

HcTrialMarkers *hc_trial_markers_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void            hc_trial_markers_free         (HcTrialMarkers *self);
guint           hc_trial_markers_find         (HcTrialMarkers *self,
                                               const char     *text,
                                               guint          *genes);
guint           hc_trial_markers_of_person    (const char     *biomarkers);
guint           hc_trial_markers_get_opposite (HcTrialMarker   marker);
guint           hc_trial_markers_of_gene      (HcTrialGene     gene);
const char     *hc_trial_marker_to_words      (HcTrialMarker   marker);
const char     *hc_trial_gene_to_words        (HcTrialGene     gene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcTrialMarkers, hc_trial_markers_free)

G_END_DECLS
