/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-recall-watch.h"

G_BEGIN_DECLS

char       *hc_recall_words_dup_time     (GDateTime     *time) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_recall_words_dup_checked  (HcRecallWatch *watch) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_recall_words_dup_progress (HcRecallWatch *watch) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_recall_words_is_trouble   (HcRecallWatch *watch);
const char *hc_recall_words_get_end      (HcRecallWatch *watch);
char       *hc_recall_words_dup_details  (HcRecallWatch *watch) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_recall_words_for_error    (const GError  *error);

G_END_DECLS
