/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-block.h"

G_BEGIN_DECLS

#define HC_TYPE_TABLE (hc_table_get_type ())

G_DECLARE_FINAL_TYPE (HcTable, hc_table, HC, TABLE, GtkWidget)

GtkWidget *hc_table_new (HcBlock *block) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
