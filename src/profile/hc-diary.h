/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-diary-entry.h"

G_BEGIN_DECLS

/* For so many hours what was written is in memory. */
#define HC_DIARY_RECENT_HOURS 72

/**
 * HcDiaryCount:
 * @n_entries: how many entries there are of a kind
 * @last: the time of the newest of them
 */
typedef struct
{
  guint      n_entries;
  GDateTime *last;
} HcDiaryCount;

#define HC_TYPE_DIARY (hc_diary_get_type ())

G_DECLARE_FINAL_TYPE (HcDiary, hc_diary, HC, DIARY, GObject)

GPtrArray  *hc_diary_list_recent     (HcDiary                    *self,
                                      const char                 *person,
                                      gboolean                    include_unowned,
                                      guint                       hours) G_GNUC_WARN_UNUSED_RESULT;
void        hc_diary_save_async      (HcDiary                    *self,
                                      HcDiaryEntry               *entry,
                                      const HcDiaryEntryDetails  *details,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);
gboolean    hc_diary_save_finish     (HcDiary                    *self,
                                      GAsyncResult               *result,
                                      GError                    **error);
void        hc_diary_save_all_async  (HcDiary                    *self,
                                      GPtrArray                  *entries,
                                      const HcDiaryEntryDetails  *details,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);
gboolean    hc_diary_save_all_finish (HcDiary                    *self,
                                      GAsyncResult               *result,
                                      GError                    **error);
void        hc_diary_remove_async    (HcDiary                    *self,
                                      HcDiaryEntry               *entry,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);
gboolean    hc_diary_remove_finish   (HcDiary                    *self,
                                      GAsyncResult               *result,
                                      GError                    **error);
void        hc_diary_uncover_async   (HcDiary                    *self,
                                      HcDiaryEntry               *entry,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);
gboolean    hc_diary_uncover_finish  (HcDiary                    *self,
                                      GAsyncResult               *result,
                                      GError                    **error);
void        hc_diary_query_async     (HcDiary                    *self,
                                      const char                 *person,
                                      gboolean                    include_unowned,
                                      const char *const          *kinds,
                                      GDateTime                  *from,
                                      GDateTime                  *until,
                                      guint                       limit,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);
GPtrArray  *hc_diary_query_finish    (HcDiary                    *self,
                                      GAsyncResult               *result,
                                      GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void        hc_diary_count_async     (HcDiary                    *self,
                                      const char                 *person,
                                      gboolean                    include_unowned,
                                      const char *const          *kinds,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);
GHashTable *hc_diary_count_finish    (HcDiary                    *self,
                                      GAsyncResult               *result,
                                      GError                    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
