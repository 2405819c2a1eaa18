/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-pill-index.h"

G_BEGIN_DECLS

#define HC_TYPE_PILL_FORM (hc_pill_form_get_type ())

G_DECLARE_FINAL_TYPE (HcPillForm, hc_pill_form, HC, PILL_FORM, GtkBox)

void    hc_pill_form_get_query   (HcPillForm        *self,
                                  HcPillQuery       *query);
void    hc_pill_form_set_query   (HcPillForm        *self,
                                  const HcPillQuery *query);
HcPill *hc_pill_form_get_pill    (HcPillForm        *self);
void    hc_pill_form_focus_entry (HcPillForm        *self);

G_END_DECLS
