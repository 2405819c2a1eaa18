/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-contact.h"

G_BEGIN_DECLS

HcCareContact *_hc_care_contact_new_with_id (const char                 *id) G_GNUC_WARN_UNUSED_RESULT;
void           _hc_care_contact_set_saved   (HcCareContact              *self,
                                             const HcCareContactDetails *details,
                                             GDateTime                  *created,
                                             GDateTime                  *changed);

G_END_DECLS
