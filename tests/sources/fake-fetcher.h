/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-fetcher.h"

G_BEGIN_DECLS

/* Somebody who has all feeds and no network. It answers when it is told to, so that a test knows how many
 * wait. */

#define FAKE_TYPE_FETCHER (fake_fetcher_get_type ())

G_DECLARE_FINAL_TYPE (FakeFetcher, fake_fetcher, FAKE, FETCHER, GObject)

FakeFetcher *fake_fetcher_new      (void) G_GNUC_WARN_UNUSED_RESULT;
HcFeedReply *fake_fetcher_serve    (FakeFetcher *self,
                                    const char  *address,
                                    guint        status,
                                    const char  *body);
void        fake_fetcher_hold     (FakeFetcher *self,
                                   guint        n);
char        *fake_fetcher_dup_log  (FakeFetcher *self) G_GNUC_WARN_UNUSED_RESULT;
guint        fake_fetcher_get_most (FakeFetcher *self);

G_END_DECLS
