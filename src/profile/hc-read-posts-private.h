/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-database-worker.h"
#include "hc-read-posts.h"

G_BEGIN_DECLS

HcReadPosts *_hc_read_posts_new      (HcDatabaseWorker  *worker,
                                      HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
GHashTable  *_hc_read_posts_read_all (HcDatabase        *database,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void         _hc_read_posts_fill     (HcReadPosts       *self,
                                      GHashTable        *posts);

G_END_DECLS
