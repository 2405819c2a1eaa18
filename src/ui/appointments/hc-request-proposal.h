/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-care-directory.h"
#include "hc-context.h"
#include "hc-link.h"

G_BEGIN_DECLS

HcAppointmentDetails *hc_request_proposal_new_like     (HcAppointment   *appointment) G_GNUC_WARN_UNUSED_RESULT;
HcAppointmentDetails *hc_request_proposal_new_for_link (HcContext       *context,
                                                        HcCareDirectory *directory,
                                                        HcLink          *link) G_GNUC_WARN_UNUSED_RESULT;
HcAppointment        *hc_request_proposal_find_draft   (HcContext       *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
