/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hc_source_expander_new (GPtrArray *sources) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
