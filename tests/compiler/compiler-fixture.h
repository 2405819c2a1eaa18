/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* The parts of a good article; its text starts in line 13. */
#define ALPHA_FRONT_MATTER                                                                               \
  "---\n"                                                                                                \
  "id: alpha\n"                                                                                          \
  "title: Alpha & Co\n"                                                                                  \
  "summary: What alpha is.\n"                                                                            \
  "topics: first, second\n"                                                                              \
  "checked: 2026-11-20\n"                                                                                \
  "review: none\n"                                                                                       \
  "paged: no\n"                                                                                          \
  "stages: 2, recurrent\n"                                                                               \
  "source: one | Title One | Publisher One | https://one.example/a?b=c&d=e | 2021-05-18 | 2026-11-20 | read\n"  \
  "source: two | Title Two | Publisher Two | https://two.example/ | undated | 2026-11-19 | copy\n"       \
  "---\n"

/* The text of a good article; after it comes line 19. */
#define ALPHA_TEXT                                                                                       \
  "\n"                                                                                                   \
  "The first paragraph.[^one]\n"                                                                         \
  "\n"                                                                                                   \
  "## A heading\n"                                                                                       \
  "\n"                                                                                                   \
  "A paragraph with a citation.[^two]\n"

/**
 * CompilerFixture:
 * @root: a folder of this test with `content` and, once made, `library.db` in it
 *
 * A content folder to run the compiler on. It holds two topics, a line of synonyms and three
 * articles, alpha, beta and gamma, in this order of reading and without a fault.
 */
typedef struct
{
  char *root;
} CompilerFixture;

CompilerFixture *compiler_fixture_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void             compiler_fixture_free     (CompilerFixture *self);
void             compiler_fixture_write    (CompilerFixture *self,
                                            const char      *name,
                                            const char      *text,
                                            gssize           length);
void             compiler_fixture_remove   (CompilerFixture *self,
                                            const char      *name);
gboolean         compiler_fixture_exists   (CompilerFixture *self,
                                            const char      *name);
char            *compiler_fixture_read     (CompilerFixture *self,
                                            const char      *name,
                                            gsize           *length) G_GNUC_WARN_UNUSED_RESULT;
int              compiler_fixture_run      (CompilerFixture *self,
                                            char           **out,
                                            char           **errors,
                                            ...) G_GNUC_NULL_TERMINATED;
char            *compiler_fixture_query    (CompilerFixture *self,
                                            const char      *sql) G_GNUC_WARN_UNUSED_RESULT;
char            *compiler_query            (const char      *database,
                                            const char      *sql) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CompilerFixture, compiler_fixture_free)

G_END_DECLS
