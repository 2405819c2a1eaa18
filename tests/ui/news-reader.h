/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "news-fixture.h"

G_BEGIN_DECLS

/* Somebody who reads News. The server is a fake one. */

#define A "https://a.example/feed"
#define B "https://b.example/feed"

typedef struct
{
  HcUiFixture *fixture;
  FakeFetcher *fetcher;
  HcWindow    *window;
} Reader;

Reader    *reader_new                (void) G_GNUC_WARN_UNUSED_RESULT;
void       reader_free               (Reader *self);
void       reader_open               (Reader     *self,
                                      const char *link);
Reader    *reader_new_filled         (void) G_GNUC_WARN_UNUSED_RESULT;
gpointer   reader_find               (Reader     *self,
                                      GType       type,
                                      const char *text);
gpointer   reader_wait_for           (Reader     *self,
                                      GType       type,
                                      const char *text);
void       reader_act                (Reader     *self,
                                      const char *action,
                                      GVariant   *target);
void       reader_assert_query       (Reader     *self,
                                      const char *sql,
                                      const char *expected);
guint      reader_count              (Reader     *self,
                                      const char *sql);
void       reader_assert_rows        (Reader     *self,
                                      GType       type,
                                      const char *expected);
void       reader_activate_row       (Reader *self,
                                      guint   position);
void       reader_assert_log         (Reader     *self,
                                      const char *expected);
AdwDialog *reader_wait_for_dialog    (Reader *self);
void       reader_wait_for_no_dialog (Reader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

G_END_DECLS
