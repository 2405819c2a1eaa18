/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fake-fetcher.h"
#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* Feeds that somebody reads, without a network. */

#define RSS(title, items) "<rss version='2.0'><channel><title>" title "</title>" items "</channel></rss>"
#define ITEM(id, title, day, text) \
  "<item><guid isPermaLink='false'>" id "</guid><title>" title "</title><link>https://a.example/" id "</link>" \
  "<pubDate>" day " Nov 2026 08:00:00 GMT</pubDate><description>" text "</description></item>"

FakeFetcher    *news_fixture_install   (HcUiFixture *fixture) G_GNUC_WARN_UNUSED_RESULT;
void            news_fixture_allow     (HcUiFixture *fixture,
                                        gboolean     allow);
HcSubscription *news_fixture_subscribe (HcUiFixture *fixture,
                                        const char  *address,
                                        const char  *title,
                                        const char  *folder);
void            news_fixture_refresh   (HcUiFixture *fixture);

G_END_DECLS
