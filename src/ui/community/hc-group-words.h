/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-support-group.h"

G_BEGIN_DECLS

const char *hc_group_words_get_form (HcSupportGroupForm  form);
char       *hc_group_words_dup_ways (HcSupportGroupWays  ways) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
