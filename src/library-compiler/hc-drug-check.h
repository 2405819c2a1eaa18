/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-content.h"

G_BEGIN_DECLS

void hc_drug_check (HcContent   *content,
                    HcFaultList *faults);

G_END_DECLS
