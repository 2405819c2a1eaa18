/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-diary-watch.h"

G_BEGIN_DECLS

#define HC_TYPE_DIARY_DESK (hc_diary_desk_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryDesk, hc_diary_desk, HC, DIARY_DESK, GObject)

HcDiaryDesk  *hc_diary_desk_new                (HcContext            *context,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
HcContext    *hc_diary_desk_get_context        (HcDiaryDesk          *self);
HcDiary      *hc_diary_desk_get_diary          (HcDiaryDesk          *self);
HcDiaryBook  *hc_diary_desk_get_book           (HcDiaryDesk          *self);
HcDiaryWatch *hc_diary_desk_get_watch          (HcDiaryDesk          *self);
HcDiaryKind  *hc_diary_desk_get_kind           (HcDiaryDesk          *self,
                                                const char           *id);
const char   *hc_diary_desk_get_name           (HcDiaryDesk          *self,
                                                const char           *kind);
const char   *hc_diary_desk_get_person_id      (HcDiaryDesk          *self);
GDateTime    *hc_diary_desk_dup_now            (HcDiaryDesk          *self) G_GNUC_WARN_UNUSED_RESULT;
void          hc_diary_desk_query_async        (HcDiaryDesk          *self,
                                                const char *const    *kinds,
                                                guint                 limit,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void          hc_diary_desk_count_async        (HcDiaryDesk          *self,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean      hc_diary_desk_is_covered         (HcDiaryDesk          *self,
                                                HcDiaryEntry         *entry);
gboolean      hc_diary_desk_shows_always       (HcDiaryDesk          *self,
                                                const char           *kind);
void          hc_diary_desk_set_shows_always   (HcDiaryDesk          *self,
                                                const char           *kind,
                                                gboolean              shows_always);
gboolean      hc_diary_desk_is_pinned          (HcDiaryDesk          *self,
                                                const char           *kind);
void          hc_diary_desk_set_pinned         (HcDiaryDesk          *self,
                                                const char           *kind,
                                                gboolean              is_pinned);
gboolean      hc_diary_desk_uses_other_unit    (HcDiaryDesk          *self,
                                                const char           *kind);
void          hc_diary_desk_set_other_unit     (HcDiaryDesk          *self,
                                                const char           *kind,
                                                gboolean              uses_other);
char         *hc_diary_desk_dup_value          (HcDiaryDesk          *self,
                                                HcDiaryEntry         *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
