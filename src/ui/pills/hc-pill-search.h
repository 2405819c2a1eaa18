/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"

G_BEGIN_DECLS

GPtrArray *hc_pill_search_run  (HcContext          *context,
                                const HcPillQuery  *query,
                                guint               limit,
                                guint              *n_found,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_pill_search_warn (GPtrArray          *pills) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
