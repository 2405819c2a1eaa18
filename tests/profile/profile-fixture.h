/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "hc-database.h"
#include "hc-profile.h"

G_BEGIN_DECLS

/* 2026-11-20 23:11:54 UTC */
#define FIXTURE_TIME 1795216314

/* The newest version of the schema, for what SQLite says of a file. */
#define FIXTURE_VERSION "10"

typedef struct
{
  char      *folder; /* of the test, with the folder of the profile in it */
  char      *profile_folder;
  char      *path;   /* of profile.db */
  HcClock   *clock;  /* stands still at FIXTURE_TIME */
  HcProfile *profile;
} ProfileFixture;

void       profile_fixture_set_up       (ProfileFixture   *fixture,
                                         gconstpointer     data);
void       profile_fixture_tear_down    (ProfileFixture   *fixture,
                                         gconstpointer     data);
void       profile_fixture_set_time     (ProfileFixture   *fixture,
                                         gint64            seconds);
gboolean   profile_fixture_try_open     (ProfileFixture   *fixture,
                                         GError          **error);
void       profile_fixture_open         (ProfileFixture   *fixture);
void       profile_fixture_close        (ProfileFixture   *fixture);
void       profile_fixture_assert_fails (ProfileFixture   *fixture,
                                         int               code);
gboolean   profile_fixture_try_restore  (ProfileFixture   *fixture,
                                         HcBackup         *backup,
                                         GError          **error);
gboolean   profile_fixture_try_fresh    (ProfileFixture   *fixture,
                                         GError          **error);
gboolean   profile_fixture_try_save     (ProfileFixture   *fixture,
                                         HcNote           *note,
                                         const char       *text,
                                         GError          **error);
HcNote    *profile_fixture_add_note     (ProfileFixture   *fixture,
                                         const char       *text) G_GNUC_WARN_UNUSED_RESULT;
void       profile_fixture_delete_note  (ProfileFixture   *fixture,
                                         HcNote           *note);
GPtrArray *profile_fixture_list_backups (ProfileFixture   *fixture) G_GNUC_WARN_UNUSED_RESULT;
char      *profile_fixture_dup_texts    (ProfileFixture   *fixture) G_GNUC_WARN_UNUSED_RESULT;
void       profile_fixture_watch        (GListModel       *model,
                                         GString          *log);

G_END_DECLS
