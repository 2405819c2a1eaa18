/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hc_search_kind_to_words     (const char *kind);
const char *hc_search_kind_to_icon_name (const char *kind);

G_END_DECLS
