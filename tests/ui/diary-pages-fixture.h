/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* A window with the diary, the real library and an open profile. The clock stands at Saturday, 2026-11-21, 14:05. */
typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
} DiaryPages;

DiaryPages   *diary_pages_open       (const char    *link,
                                      int            width);
void          diary_pages_free       (DiaryPages    *self);
HcDiaryEntry *diary_pages_make       (const char    *person,
                                      const char    *kind,
                                      double         value,
                                      int            minutes,
                                      const char    *text,
                                      gboolean       is_covered) G_GNUC_WARN_UNUSED_RESULT;
void          diary_pages_save       (DiaryPages    *self,
                                      GPtrArray     *entries);
void          diary_pages_add        (DiaryPages    *self,
                                      const char    *person,
                                      const char    *kind,
                                      double         value,
                                      int            minutes,
                                      const char    *text,
                                      gboolean       is_covered);
char         *diary_pages_add_person (DiaryPages    *self,
                                      const char    *name);
gpointer      diary_pages_find       (DiaryPages    *self,
                                      GType          type,
                                      const char    *text);
gpointer      diary_pages_find_dialog (DiaryPages   *self,
                                       GType         type);
gpointer      diary_pages_enter      (DiaryPages    *self,
                                      const char    *kind);
void          diary_pages_activate   (DiaryPages    *self,
                                      const char    *action,
                                      const char    *target);
void          diary_pages_assert_sql (DiaryPages    *self,
                                      const char    *sql,
                                      const char    *expected);
gboolean      diary_pages_says       (gpointer       widget,
                                      const char    *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiaryPages, diary_pages_free)

G_END_DECLS
