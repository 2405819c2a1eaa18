/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-link.h"
#include "hc-window.h"

G_BEGIN_DECLS

gboolean hc_link_dialogs_has     (const char *place);
gboolean hc_link_dialogs_present (HcWindow   *window,
                                  HcContext  *context,
                                  HcLink     *link);
void     hc_link_dialogs_leave   (GtkWidget  *widget,
                                  const char *link);

G_END_DECLS
