/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-directory.h"

G_BEGIN_DECLS

const char *hc_care_words_get_kind      (HcCareCenterKind  kind);
const char *hc_care_words_get_meaning   (HcCareCenterKind  kind);
char       *hc_care_words_dup_distance  (double            miles) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_care_words_dup_zone      (GTimeZone        *zone,
                                         GDateTime        *moment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
