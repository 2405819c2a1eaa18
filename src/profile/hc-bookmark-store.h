/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-bookmark.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_BOOKMARK_STORE (hc_bookmark_store_get_type ())

G_DECLARE_FINAL_TYPE (HcBookmarkStore, hc_bookmark_store, HC, BOOKMARK_STORE, HcStore)

void        hc_bookmark_store_add_async     (HcBookmarkStore      *self,
                                             HcBookmark           *bookmark,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    hc_bookmark_store_add_finish    (HcBookmarkStore      *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void        hc_bookmark_store_remove_async  (HcBookmarkStore      *self,
                                             HcBookmark           *bookmark,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    hc_bookmark_store_remove_finish (HcBookmarkStore      *self,
                                             GAsyncResult         *result,
                                             GError              **error);
HcBookmark *hc_bookmark_store_lookup        (HcBookmarkStore      *self,
                                             const char           *link);

G_END_DECLS
