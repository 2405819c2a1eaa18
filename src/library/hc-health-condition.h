/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _HcHealthCondition HcHealthCondition;

HcHealthCondition *hc_health_condition_parse   (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
void               hc_health_condition_free    (HcHealthCondition  *self);
gboolean           hc_health_condition_is_met  (HcHealthCondition  *self,
                                                GHashTable         *answers);
guint              hc_health_condition_get_n   (HcHealthCondition  *self);
const char        *hc_health_condition_get     (HcHealthCondition  *self,
                                                guint               part,
                                                const char *const **values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcHealthCondition, hc_health_condition_free)

G_END_DECLS
