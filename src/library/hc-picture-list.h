/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library-private.h"

G_BEGIN_DECLS

gboolean hc_picture_list_read (HcLibrary   *library,
                               GListStore  *pictures,
                               GError     **error);

G_END_DECLS
