/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "hc-trial.h"

G_BEGIN_DECLS

/* Where studies are in JSON, and what is wanted of each. */
#define HC_TRIAL_JSON_LIST "studies"
#define HC_TRIAL_JSON_PROTOCOL "protocolSection"

HcTrial *hc_trial_json_read_protocol (JsonObject     *protocol,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
HcTrial *hc_trial_json_read          (const char     *json,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
char    *hc_trial_json_print         (const HcTrial  *trial) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
