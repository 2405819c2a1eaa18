/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-printout.h"

G_BEGIN_DECLS

#define HC_TYPE_LETTER_PRINTOUT (hc_letter_printout_get_type ())

G_DECLARE_FINAL_TYPE (HcLetterPrintout, hc_letter_printout, HC, LETTER_PRINTOUT, HcPrintout)

HcLetterPrintout *hc_letter_printout_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
