/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-drug.h"

G_BEGIN_DECLS

const char *hc_drug_kind_to_words (HcDrugKind          kind);
char       *hc_drug_words_title   (const char         *words) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_drug_words_join    (const char *const  *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
