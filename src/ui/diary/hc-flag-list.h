/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_FLAG_LIST (hc_flag_list_get_type ())

G_DECLARE_FINAL_TYPE (HcFlagList, hc_flag_list, HC, FLAG_LIST, GtkBox)

GtkWidget *hc_flag_list_new            (HcDiaryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void       hc_flag_list_present_dialog (HcDiaryDesk *desk,
                                        GtkWidget   *parent);

G_END_DECLS
