/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"
#include "hc-support-group.h"

G_BEGIN_DECLS

#define HC_TYPE_FOLLOW_BUTTON (hc_follow_button_get_type ())

G_DECLARE_FINAL_TYPE (HcFollowButton, hc_follow_button, HC, FOLLOW_BUTTON, AdwBin)

GtkWidget *hc_follow_button_new (HcContext      *context,
                               HcSupportGroup *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
