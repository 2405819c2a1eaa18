/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-appointment-letter.h"
#include "hc-care-directory.h"
#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_LETTER_VIEW (hc_letter_view_get_type ())

G_DECLARE_FINAL_TYPE (HcLetterView, hc_letter_view, HC, LETTER_VIEW, AdwBin)

void  hc_letter_view_show      (HcLetterView               *self,
                                HcContext                  *context,
                                HcCareDirectory            *directory,
                                const HcAppointmentDetails *details,
                                HcLetterPurpose             purpose);
char *hc_letter_view_dup_mail  (HcLetterView               *self,
                                gboolean                   *is_shortened) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
