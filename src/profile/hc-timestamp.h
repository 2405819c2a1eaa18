/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-statement.h"

G_BEGIN_DECLS

char      *hc_timestamp_print (GDateTime   *time) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *hc_timestamp_parse (const char  *text,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void       hc_timestamp_bind  (HcStatement *statement,
                               const char  *parameter,
                               GDateTime   *time);
void       hc_timestamp_set   (GDateTime  **field,
                               GDateTime   *time);
void       hc_timestamp_bind_range (HcStatement *statement,
                                    GDateTime   *from,
                                    GDateTime   *until);

G_END_DECLS
