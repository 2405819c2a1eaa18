/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-statement.h"

G_BEGIN_DECLS

gboolean  hc_text_check     (const char   *text,
                             GError      **error);
gboolean  hc_text_bind      (HcStatement  *statement,
                             const char   *parameter,
                             const char   *text,
                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_text_dup_valid (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
void      hc_text_append_any (GString           *sql,
                              const char        *expression,
                              const char *const *texts);
void      hc_text_bind_any   (HcStatement       *statement,
                              const char *const *texts);

G_END_DECLS
