/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hc_phone_find_fault (const char *text);
char       *hc_phone_link_new   (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
