/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-diary.h"

G_BEGIN_DECLS

GPtrArray    *hc_diary_rows_read        (HcStatement   *statement,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *hc_diary_rows_read_recent (HcDatabase    *database,
                                         GDateTime     *from,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *hc_diary_rows_write       (HcDatabase    *database,
                                         GPtrArray     *entries,
                                         GDateTime     *now,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      hc_diary_rows_delete      (HcDatabase    *database,
                                         const char    *id,
                                         GError       **error);
HcDiaryEntry *hc_diary_rows_uncover     (HcDatabase    *database,
                                         const char    *id,
                                         GDateTime     *now,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
