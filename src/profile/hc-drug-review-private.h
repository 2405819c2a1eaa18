/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-drug-review.h"

G_BEGIN_DECLS

void _hc_drug_review_set_changed (HcDrugReview *self,
                                  GDateTime    *changed);

G_END_DECLS
