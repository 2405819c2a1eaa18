/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-saved-post.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_SAVED_POST_STORE (hc_saved_post_store_get_type ())

G_DECLARE_FINAL_TYPE (HcSavedPostStore, hc_saved_post_store, HC, SAVED_POST_STORE, HcStore)

void         hc_saved_post_store_add_async     (HcSavedPostStore     *self,
                                                HcSavedPost          *post,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean     hc_saved_post_store_add_finish    (HcSavedPostStore     *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void         hc_saved_post_store_remove_async  (HcSavedPostStore     *self,
                                                HcSavedPost          *post,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean     hc_saved_post_store_remove_finish (HcSavedPostStore     *self,
                                                GAsyncResult         *result,
                                                GError              **error);
HcSavedPost *hc_saved_post_store_lookup        (HcSavedPostStore     *self,
                                                const char           *feed,
                                                const char           *key);
GStrv        hc_saved_post_store_list_keys     (HcSavedPostStore     *self,
                                                const char           *feed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
