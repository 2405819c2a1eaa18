/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-label.h"

G_BEGIN_DECLS

void fuzz_labels_check (HcLabel *label);
void fuzz_labels_save  (HcLabel *label);
char *fuzz_labels_print (HcLabel *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
