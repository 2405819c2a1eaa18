/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

GType *hc_pages_list (guint *n_pages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
