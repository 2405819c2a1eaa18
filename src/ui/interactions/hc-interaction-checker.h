/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_INTERACTION_CHECKER (hc_interaction_checker_get_type ())

G_DECLARE_FINAL_TYPE (HcInteractionChecker, hc_interaction_checker, HC, INTERACTION_CHECKER, AdwNavigationPage)

HcInteractionChecker *hc_interaction_checker_new          (HcContext            *context) G_GNUC_WARN_UNUSED_RESULT;
void                  hc_interaction_checker_add          (HcInteractionChecker *self,
                                                           const char           *name,
                                                           const char           *link,
                                                           const char           *actives);
void                  hc_interaction_checker_add_mine     (HcInteractionChecker *self);
void                  hc_interaction_checker_clear        (HcInteractionChecker *self);
void                  hc_interaction_checker_focus_search (HcInteractionChecker *self);

G_END_DECLS
