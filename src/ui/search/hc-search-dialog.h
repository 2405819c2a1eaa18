/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_SEARCH_DIALOG (hc_search_dialog_get_type ())

G_DECLARE_FINAL_TYPE (HcSearchDialog, hc_search_dialog, HC, SEARCH_DIALOG, AdwDialog)

AdwDialog *hc_search_dialog_new         (HcContext             *context) G_GNUC_WARN_UNUSED_RESULT;
void       hc_search_dialog_search      (HcSearchDialog        *self,
                                         const char            *text);
gboolean   hc_search_dialog_forward_key (HcSearchDialog        *self,
                                         GtkEventControllerKey *keys);

G_END_DECLS
