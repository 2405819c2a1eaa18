/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-article.h"

G_BEGIN_DECLS

GtkWidget  *hc_block_widget_new        (HcBlock    *block) G_GNUC_WARN_UNUSED_RESULT;
void        hc_block_collect_citations (HcBlock    *block,
                                        GHashTable *numbers);
const char *hc_call_out_get_title      (const char *detail);
GtkWidget  *hc_source_list_new         (GPtrArray  *sources,
                                        GHashTable *numbers) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_source_dup_details      (HcSource   *source) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_date_to_words           (const char *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
