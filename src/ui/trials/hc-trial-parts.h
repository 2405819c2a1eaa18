/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget         *hc_trial_parts_new           (void) G_GNUC_WARN_UNUSED_RESULT;
const char *const *hc_trial_parts_get_questions (void);

G_END_DECLS
