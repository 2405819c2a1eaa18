/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-allergy-check.h"

G_BEGIN_DECLS

GtkWidget *hc_allergy_card_new (HcLibrary              *library,
                                const HcAllergyFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
