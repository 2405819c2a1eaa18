/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-label.h"

G_BEGIN_DECLS

char     *hc_label_rows_format_ingredients (HcLabelProduct  *product) G_GNUC_WARN_UNUSED_RESULT;
gboolean  hc_label_rows_read_products      (HcDatabase      *database,
                                            gint64           id,
                                            HcLabel         *label,
                                            GError         **error);
gboolean  hc_label_rows_read_sections      (HcDatabase      *database,
                                            gint64           id,
                                            HcLabel         *label,
                                            GError         **error);
gboolean  hc_label_rows_merge              (HcDatabase      *database,
                                            gint64           id,
                                            HcLabel         *label,
                                            gboolean        *changed,
                                            GError         **error);

G_END_DECLS
