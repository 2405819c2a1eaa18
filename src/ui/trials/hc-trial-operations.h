/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-operation.h"
#include "hc-trial-desk.h"

G_BEGIN_DECLS

gboolean      hc_trial_is_open         (GtkWidget            *widget,
                                        HcTrialDesk          *desk);
HcTrial      *hc_trial_load            (HcTrialDesk          *desk,
                                        const char           *nct,
                                        gboolean             *is_listed) G_GNUC_WARN_UNUSED_RESULT;
HcSavedTrial *hc_trial_make_saved      (HcTrialDesk          *desk,
                                        const HcTrial        *trial) G_GNUC_WARN_UNUSED_RESULT;
void          hc_trial_save            (GtkWidget            *widget,
                                        HcTrialDesk          *desk,
                                        const HcTrial        *trial);
void          hc_trial_remove          (GtkWidget            *widget,
                                        HcTrialDesk          *desk,
                                        HcSavedTrial         *saved);
void          hc_trial_save_note_async (HcSavedTrialStore    *store,
                                        HcSavedTrial         *saved,
                                        const char           *note,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
HcOperation  *hc_delete_trial_note_new (HcSavedTrialStore    *store,
                                        HcSavedTrial         *saved) G_GNUC_WARN_UNUSED_RESULT;
void          hc_trial_ask             (GtkWidget            *widget,
                                        HcTrialDesk          *desk,
                                        const HcTrial        *trial,
                                        const char *const    *questions);

G_END_DECLS
