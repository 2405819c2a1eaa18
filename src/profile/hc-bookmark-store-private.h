/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-bookmark-store.h"
#include "hc-clock.h"
#include "hc-database-worker.h"

G_BEGIN_DECLS

HcBookmarkStore *_hc_bookmark_store_new      (HcDatabaseWorker  *worker,
                                              HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *_hc_bookmark_store_read_all (HcDatabase        *database,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void             _hc_bookmark_store_fill     (HcBookmarkStore   *self,
                                              GPtrArray         *bookmarks);

G_END_DECLS
