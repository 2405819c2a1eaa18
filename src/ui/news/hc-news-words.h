/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"

G_BEGIN_DECLS

const char *hc_news_words_problem     (HcFeedProblem       problem,
                                       const char         *reason);
char       *hc_news_words_dup_status  (const HcFeedStatus *status,
                                       const char         *reason,
                                       GDateTime          *now) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_news_words_dup_end     (HcNewsUpdater      *updater) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_news_words_dup_unread  (guint               n_unread) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_news_words_dup_host    (const char         *address) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_news_words_dup_hosts   (HcNews             *news) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
