/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hc_phone_number_is_valid (const char *text);
char    *hc_phone_number_dup_uri  (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
