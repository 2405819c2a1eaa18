/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-profile.h"

G_BEGIN_DECLS

void        hc_profile_count_async  (HcProfile            *self,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GHashTable *hc_profile_count_finish (HcProfile            *self,
                                     GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
