/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "hc-label-import.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *files;    /* a folder in it */
  char *database;
} ImportFixture;

void            import_fixture_set_up        (ImportFixture      *fixture,
                                              gconstpointer       data);
void            import_fixture_tear_down     (ImportFixture      *fixture,
                                              gconstpointer       data);
void            import_fixture_assert_sound  (const char         *database);
HcImportReport *import_fixture_finish        (HcLabelImport      *import,
                                              GAsyncResult      **place);
HcImportReport *import_fixture_run           (const char         *database,
                                              const char *const  *paths);
guint           import_fixture_count         (const char         *database);
void            import_fixture_write_pillbox (ImportFixture      *fixture,
                                              const char         *name,
                                              guint               n_labels);
char           *import_fixture_path          (ImportFixture      *fixture,
                                              const char         *name);

#define import_paths(database, ...) import_fixture_run (database, (const char *const[]) { __VA_ARGS__, NULL })

/* What became of an import: added, updated, unchanged, problems. */
#define assert_report(report, expected)                                                                     \
  G_STMT_START {                                                                                             \
    g_autofree char *numbers = g_strdup_printf ("%u %u %u %u", (report)->n_added, (report)->n_updated,       \
                                                (report)->n_unchanged, (report)->n_problems);                \
    g_assert_cmpstr (numbers, ==, expected);                                                                 \
  } G_STMT_END

#define assert_rows(fixture, sql, expected)                                        \
  G_STMT_START {                                                                    \
    g_autofree char *rows = fixture_query ((fixture)->database, sql);               \
    g_assert_cmpstr (rows, ==, expected);                                           \
  } G_STMT_END

G_END_DECLS
