/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-alert.h"

G_BEGIN_DECLS

char     *_hc_alert_make_key       (const char           *notice,
                                    const char           *medicine) G_GNUC_WARN_UNUSED_RESULT;
void      _hc_alert_set_saved      (HcAlert              *self,
                                    const HcAlertDetails *details,
                                    HcAlertState          state,
                                    GDateTime            *created,
                                    GDateTime            *changed);
gboolean  _hc_alert_get_sets_state (HcAlert              *self);
void      _hc_alert_set_sets_state (HcAlert              *self,
                                    gboolean              sets_state);

G_END_DECLS
