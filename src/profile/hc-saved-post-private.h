/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-saved-post.h"

G_BEGIN_DECLS

void _hc_saved_post_set_created (HcSavedPost *self,
                                 GDateTime   *created);

G_END_DECLS
