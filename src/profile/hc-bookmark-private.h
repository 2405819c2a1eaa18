/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-bookmark.h"

G_BEGIN_DECLS

void _hc_bookmark_set_created (HcBookmark *self,
                               GDateTime  *created);

G_END_DECLS
