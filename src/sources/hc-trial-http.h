/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-http-client.h"
#include "hc-trial-fetch.h"

G_BEGIN_DECLS

HcTrialFetch *hc_trial_http_new_fetch (const char   *database_path,
                                       HcHttpClient *client) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
