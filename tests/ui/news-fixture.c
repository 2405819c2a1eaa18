/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "news-fixture.h"

/* Returns: (transfer full): what fetches in place of the network, for a context that was not asked for news yet */
FakeFetcher *
news_fixture_install (HcUiFixture *fixture)
{
  FakeFetcher *fetcher = fake_fetcher_new ();

  hc_context_set_feed_fetcher (fixture->context, HC_FEED_FETCHER (fetcher));

  return fetcher;
}

void
news_fixture_allow (HcUiFixture *fixture,
                    gboolean     allow)
{
  hc_network_consent_set_on (hc_context_get_consent (fixture->context), HC_SERVICE_FEEDS, allow);
}

/* Returns: (transfer none): the subscription, on the disk */
HcSubscription *
news_fixture_subscribe (HcUiFixture *fixture,
                        const char  *address,
                        const char  *title,
                        const char  *folder)
{
  HcSubscriptionStore *store = hc_profile_get_subscriptions (hc_context_get_profile (fixture->context));
  g_autoptr (HcSubscription) subscription = hc_subscription_new ();
  gboolean is_done = FALSE;

  hc_subscription_store_save_async (store, subscription, &(HcSubscriptionDetails) {
    .address = address,
    .title = title,
    .folder = folder,
    .home = "",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  return hc_subscription_store_find (store, address);
}

/* Fetches all feeds, whatever is allowed. */
void
news_fixture_refresh (HcUiFixture *fixture)
{
  gboolean is_done = FALSE;

  hc_news_refresh_async (hc_context_get_news (fixture->context), TRUE, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}
