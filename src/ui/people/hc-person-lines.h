/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-line-group.h"

G_BEGIN_DECLS

void hc_person_lines_set_up_allergies (HcLineGroup *group,
                                       HcContext   *context);
void hc_person_lines_set_up_foods     (HcLineGroup *group,
                                       HcContext   *context);

G_END_DECLS
