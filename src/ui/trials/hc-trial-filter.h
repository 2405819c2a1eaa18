/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-trial-match.h"

G_BEGIN_DECLS

GtkStringList *hc_trial_filter_list_statuses  (void) G_GNUC_WARN_UNUSED_RESULT;
GtkStringList *hc_trial_filter_list_phases    (void) G_GNUC_WARN_UNUSED_RESULT;
GtkStringList *hc_trial_filter_list_distances (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean       hc_trial_filter_matches        (HcTrialMatch *match,
                                               guint         status,
                                               guint         phase,
                                               guint         distance);

G_END_DECLS
