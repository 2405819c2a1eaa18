/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean  hc_text_check     (const char  *text,
                             GError     **error);
char     *hc_text_dup_valid (const char  *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
