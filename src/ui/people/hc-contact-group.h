/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_CONTACT_GROUP (hc_contact_group_get_type ())

G_DECLARE_FINAL_TYPE (HcContactGroup, hc_contact_group, HC, CONTACT_GROUP, AdwPreferencesGroup)

void hc_contact_group_show (HcContactGroup *self,
                            HcContext      *context,
                            const char     *person,
                            gboolean        include_unowned);

G_END_DECLS
