/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_BADGES (hc_badges_get_type ())

G_DECLARE_FINAL_TYPE (HcBadges, hc_badges, HC, BADGES, GObject)

HcBadges *hc_badges_new       (HcContext  *context) G_GNUC_WARN_UNUSED_RESULT;
guint     hc_badges_get_count (HcBadges   *self,
                               const char *place);
char     *hc_badges_dup_words (HcBadges   *self,
                               const char *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
