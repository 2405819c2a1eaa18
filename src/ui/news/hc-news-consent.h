/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

void hc_news_consent_present (HcContext *context,
                              GtkWidget *parent);

G_END_DECLS
