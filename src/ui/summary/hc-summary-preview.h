/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-summary-words.h"

G_BEGIN_DECLS

GtkWidget *hc_summary_preview_new (const HcVisitSummary *summary,
                                   HcSummaryParts        parts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
