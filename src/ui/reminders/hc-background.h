/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_TYPE_BACKGROUND (hc_background_get_type ())

G_DECLARE_FINAL_TYPE (HcBackground, hc_background, HC, BACKGROUND, GObject)

HcBackground *hc_background_new            (GDBusConnection      *connection,
                                            gboolean              is_sandboxed,
                                            const char           *folder) G_GNUC_WARN_UNUSED_RESULT;
void          hc_background_set_patience   (HcBackground         *self,
                                            guint                 seconds);
void          hc_background_request_async  (HcBackground         *self,
                                            gboolean              starts_at_login,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean      hc_background_request_finish (HcBackground         *self,
                                            GAsyncResult         *result,
                                            GError              **error);
const char   *hc_background_error_to_words (const GError         *error);

G_END_DECLS
