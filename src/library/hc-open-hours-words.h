/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-open-hours.h"

G_BEGIN_DECLS

char *hc_open_hours_dup_words (const HcOpenHours *self) G_GNUC_WARN_UNUSED_RESULT;
char *hc_open_state_dup_words (const HcOpenState *self,
                               GDateTime         *moment,
                               GTimeZone         *zone,
                               GTimeZone         *mine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
