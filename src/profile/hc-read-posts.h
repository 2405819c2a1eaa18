/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_TYPE_READ_POSTS (hc_read_posts_get_type ())

G_DECLARE_FINAL_TYPE (HcReadPosts, hc_read_posts, HC, READ_POSTS, GObject)

gboolean hc_read_posts_has           (HcReadPosts          *self,
                                      const char           *feed,
                                      const char           *key);
guint    hc_read_posts_count_unread  (HcReadPosts          *self,
                                      const char           *feed,
                                      const char *const    *keys);
void     hc_read_posts_mark_async    (HcReadPosts          *self,
                                      const char           *feed,
                                      const char *const    *keys,
                                      gboolean              is_read,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean hc_read_posts_mark_finish   (HcReadPosts          *self,
                                      GAsyncResult         *result,
                                      GError              **error);
void     hc_read_posts_forget_async  (HcReadPosts          *self,
                                      const char           *feed,
                                      const char *const    *kept,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);

G_END_DECLS
