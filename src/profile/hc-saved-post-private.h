/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-saved-post.h"
#include "hc-text-fields.h"

G_BEGIN_DECLS

/* All texts of HcSavedPostDetails. */
const HcTextField *_hc_saved_post_get_fields (guint *n_fields);

void _hc_saved_post_set_created (HcSavedPost *self,
                                 GDateTime   *created);

G_END_DECLS
