/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "empty-resolver.h"
#include "hc-recall-page.h"
#include "network-fixture.h"

/* Before the person has allowed it nothing leaves this computer: whatever is opened, pressed or sent to the program,
 * by mistake or by somebody who wants it to. Not even a host is looked for. */

/* As they come from anywhere: a web page, a letter, another program, a file that somebody was sent. */
static const char *const links[] = {
  "health-center:alerts", "health-center:alerts?recalls=yes", "health-center:alerts?recalls=yes&check=yes&fetch=1",
  "health-center:alerts?recalls=https://evil.example/", "health-center:network?recalls=on&trials=true&feeds=1",
  "health-center:network-log", "health-center:news", "health-center:news?show=all",
  "health-center:news?show=add&address=https://evil.example/feed.xml", "health-center:news?feed=https://evil.example/",
  "health-center:news/https://evil.example/feed.xml", "health-center:trials", "health-center:trials?show=results",
  "health-center:trials?show=saved&fetch=yes", "health-center:trial/NCT04008030",
  "health-center:trial/NCT04008030?fetch=https://evil.example/", "health-center:community",
  "health-center:community/colontown", "health-center:care/memorial-sloan-kettering",
  "health-center:search?q=https://evil.example/", "health-center:article/https://evil.example/",
  "health-center:article/privacy-promise", "health-center://evil.example/", "health-center:today",
  "health-center:medicines",
  "https://evil.example/", "http://evil.example/", "ftp://evil.example/x",
};

/* All that asks somebody when it may; some have no widget to be done to on a page. */
static const char *const actions[] = {
  "recalls.check", "recalls.retry", "alerts.check-recalls", "alerts.retry-check", "trials.fetch", "trials.retry",
  "news.refresh", "news.retry::x", "news.follow::https://evil.example/feed.xml",
  "news.subscribe(('https://evil.example/feed.xml', 'Evil', 'Evil'))", "posts.refresh", "posts.retry", "posts.follow",
};

static void
close_dialogs (NetworkFixture *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))) != NULL)
    {
      adw_dialog_force_close (dialog);
      hc_ui_fixture_wait_frames (self->window, 2);
    }
}

/* To every widget that is there, whether a button for it is shown or not. */
static guint
do_everything (NetworkFixture *self)
{
  g_autoptr (GPtrArray) widgets = hc_ui_fixture_find_all (self->window, GTK_TYPE_WIDGET);
  guint n_done = 0;

  g_ptr_array_foreach (widgets, (GFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (widgets, g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;
      gboolean is_done = FALSE;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      for (guint j = 0; j < widgets->len && !is_done; j++)
        is_done = gtk_widget_activate_action_variant (g_ptr_array_index (widgets, j), name, target);
      n_done += is_done;
    }

  return n_done;
}

static void
fill (NetworkFixture *self)
{
  HcProfile *profile = hc_context_get_profile (self->fixture->context);
  g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) { .name = "Warfarin" });
  g_autoptr (HcSubscription) feed = hc_subscription_new ();
  gboolean is_saved = FALSE, is_subscribed = FALSE;

  hc_medicine_store_save_async (hc_profile_get_medicines (profile), medicine, NULL, hc_ui_fixture_done_cb, &is_saved);
  WAIT_FOR (is_saved);
  hc_subscription_store_save_async (hc_profile_get_subscriptions (profile), feed,
                                    &(HcSubscriptionDetails) { .address = "https://feeds.example/feed" },
                                    hc_ui_fixture_done_cb, &is_subscribed);
  WAIT_FOR (is_subscribed);
}

/* Returns: how many actions were done on all pages */
static guint
go_everywhere (NetworkFixture *self)
{
  HcContext *context = self->fixture->context;
  guint n_done = 0;

  /* As at the start of the program. */
  hc_recall_watch_start (hc_context_get_recall_watch (context));

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      hc_window_open_link (self->window, links[i]);
      hc_ui_fixture_wait_frames (self->window, 3);
      n_done += do_everything (self);
      hc_ui_fixture_wait_frames (self->window, 3);
      close_dialogs (self);
    }

  /* A part of the program that forgot to look whether it may. */
  hc_recall_watch_check (hc_context_get_recall_watch (context));
  WAIT_FOR (hc_recall_watch_get_phase (hc_context_get_recall_watch (context)) == HC_RECALL_IDLE);
  hc_recall_watch_retry (hc_context_get_recall_watch (context));
  WAIT_FOR (hc_recall_watch_get_phase (hc_context_get_recall_watch (context)) == HC_RECALL_IDLE);
  hc_ui_fixture_wait_idle ();

  return n_done;
}

static void
assert_nothing_left (NetworkFixture *self)
{
  HcContext *context = self->fixture->context;
  g_autofree char *names = empty_resolver_remove ();

  g_assert_cmpstr (names, ==, "");
  g_assert_cmpuint (hc_http_client_count_running (hc_context_get_http (context)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hc_context_get_network_log (context))), ==, 0);
  g_assert_cmpuint (http_server_count (self->server), ==, 0);
}

static void
test_off (void)
{
  g_autoptr (NetworkFixture) self = NULL;

  empty_resolver_install ();
  self = network_fixture_open_without_route ("health-center:today", 720);
  fill (self);
  g_assert_cmpuint (go_everywhere (self), >, 8);
  assert_nothing_left (self);

  /* Nobody has turned anything on but the person. */
  for (guint i = 0; i < HC_N_SERVICES; i++)
    g_assert_false (hc_network_consent_is_on (network_fixture_get_consent (self), (HcServiceId) i));
}

/* Everything is allowed, and Work Offline is on. */
static void
test_offline (void)
{
  g_autoptr (NetworkFixture) self = NULL;

  empty_resolver_install ();
  self = network_fixture_open_without_route ("health-center:today", 720);
  hc_network_consent_set_offline (network_fixture_get_consent (self), TRUE);
  for (guint i = 0; i < HC_N_SERVICES; i++)
    hc_network_consent_set_on (network_fixture_get_consent (self), (HcServiceId) i, TRUE);
  fill (self);
  g_assert_cmpuint (go_everywhere (self), >, 8);
  assert_nothing_left (self);
  g_assert_true (hc_network_consent_is_offline (network_fixture_get_consent (self)));
}

/* One service is turned on: of the others still nobody is looked for. */
static void
test_one_of_three (void)
{
  g_autoptr (NetworkFixture) self = NULL;
  g_autofree char *names = NULL;
  GListModel *log;

  empty_resolver_install ();
  self = network_fixture_open_without_route ("health-center:today", 720);
  hc_network_consent_set_on (network_fixture_get_consent (self), HC_SERVICE_RECALLS, TRUE);
  fill (self);
  go_everywhere (self);
  WAIT_FOR (hc_http_client_count_running (hc_context_get_http (self->fixture->context)) == 0);

  log = G_LIST_MODEL (hc_context_get_network_log (self->fixture->context));
  g_assert_cmpuint (g_list_model_get_n_items (log), >, 0);
  names = empty_resolver_remove ();
  g_assert_cmpstr (names, ==, "api.fda.gov");
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (HcNetworkEntry) entry = g_list_model_get_item (log, i);

      g_assert_cmpstr (hc_network_entry_get_host (entry), ==, "api.fda.gov");
      g_assert_cmpstr (hc_network_entry_get_fault (entry), ==, "no-such-host");
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/network-consent/off", test_off);
  g_test_add_func ("/network-consent/offline", test_offline);
  g_test_add_func ("/network-consent/one-of-three", test_one_of_three);

  return g_test_run ();
}
