/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_US_STATE (hc_us_state_get_type ())

G_DECLARE_FINAL_TYPE (HcUsState, hc_us_state, HC, US_STATE, GObject)

HcUsState  *hc_us_state_new      (const char *code,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_us_state_get_code (HcUsState  *self);
const char *hc_us_state_get_name (HcUsState  *self);

G_END_DECLS
