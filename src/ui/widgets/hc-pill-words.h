/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-pill.h"

G_BEGIN_DECLS

const char *hc_pill_words_get_shape (HcPillShape  shape);
const char *hc_pill_words_get_color (HcPillColor  color);
const char *hc_pill_words_get_score (int          score);
char       *hc_pill_words_describe  (HcPill      *pill) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
