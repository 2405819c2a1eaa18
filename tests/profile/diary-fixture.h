/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "profile-fixture.h"

G_BEGIN_DECLS

#define ANN "0a1b2c3d-0000-4000-8000-00000000000a"
#define BOB "0a1b2c3d-0000-4000-8000-00000000000b"
#define HOUR (G_GINT64_CONSTANT (60) * 60)

HcDiary      *diary_fixture_get          (ProfileFixture             *fixture);
HcDiaryEntry *diary_fixture_make         (const char                 *person,
                                          const char                 *kind,
                                          gint64                      seconds,
                                          const char                 *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean      diary_fixture_try_save     (ProfileFixture             *fixture,
                                          HcDiaryEntry               *entry,
                                          const HcDiaryEntryDetails  *details,
                                          GError                    **error);
void          diary_fixture_save         (ProfileFixture             *fixture,
                                          HcDiaryEntry               *entry,
                                          const HcDiaryEntryDetails  *details);
void          diary_fixture_add          (ProfileFixture             *fixture,
                                          const char                 *person,
                                          const char                 *kind,
                                          gint64                      seconds,
                                          const char                 *text);
GPtrArray    *diary_fixture_query        (ProfileFixture             *fixture,
                                          const char                 *person,
                                          gboolean                    include_unowned,
                                          const char *const          *kinds,
                                          gint64                      from,
                                          gint64                      until,
                                          guint                       limit) G_GNUC_WARN_UNUSED_RESULT;
void          diary_fixture_assert_texts (GPtrArray                  *entries,
                                          const char                 *expected);

G_END_DECLS
