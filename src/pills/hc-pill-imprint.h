/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *hc_pill_imprint_fold  (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char **hc_pill_imprint_parts (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
void   hc_pill_imprint_split (const char  *imprint,
                              char       **front,
                              char       **back);
char  *hc_pill_imprint_show  (const char  *side) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
