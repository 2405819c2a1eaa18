/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *hc_error_to_words      (const GError *error);
const char *hc_save_error_to_words (const GError *error);

G_END_DECLS
