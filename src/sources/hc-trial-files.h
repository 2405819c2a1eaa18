/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-trial-error.h"
#include "hc-trial.h"

G_BEGIN_DECLS

/**
 * HcTrialFilesFuncs:
 * @take_trial: (transfer full): takes a trial; returns whether to go on
 * @take_problem: takes what is wrong with a file or a part of one
 * @take_progress: takes how much was read of all, 0 to 1; returns whether to go on
 *
 * What files give.
 */
typedef struct
{
  gboolean (*take_trial)    (HcTrial *trial, gpointer user_data);
  void     (*take_problem)  (const char *file, const GError *error, gpointer user_data);
  gboolean (*take_progress) (double fraction, gpointer user_data);
} HcTrialFilesFuncs;

gboolean hc_trial_files_read (const char *const        *paths,
                              const HcTrialFilesFuncs  *funcs,
                              gpointer                  user_data);

G_END_DECLS
