/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-about-dialog.h"
#include "hc-article-list.h"
#include "hc-article-page.h"
#include "hc-consent-panel.h"
#include "hc-network-log-page.h"
#include "hc-network-page.h"
#include "hc-network-row.h"
#include "hc-preferences-dialog.h"
#include "network-fixture.h"

/* What the person allows of the network, where that is asked, and the log of what was sent. */

static const char *const titles[HC_N_SERVICES] = {
  "Clinical Trials Registry", "FDA Recalls", "News and Discussion Feeds",
};

static AdwSwitchRow *
find_row (NetworkFixture *self,
          const char     *title)
{
  AdwSwitchRow *row = network_fixture_find (self, ADW_TYPE_SWITCH_ROW, title);

  g_assert_nonnull (row);

  return row;
}

static const char *
get_words (NetworkFixture *self,
           const char     *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (self, title)));
}

/* Everything is off; the words name the host and what is not sent. */
static void
test_rows (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:network", 360);
  HcNetworkConsent *consent = network_fixture_get_consent (self);

  g_assert_nonnull (network_fixture_find (self, HC_TYPE_NETWORK_PAGE, NULL));
  for (guint i = 0; i < HC_N_SERVICES; i++)
    {
      g_assert_false (adw_switch_row_get_active (find_row (self, titles[i])));
      g_assert_false (hc_network_consent_is_on (consent, (HcServiceId) i));
    }

  g_assert_nonnull (strstr (get_words (self, titles[HC_SERVICE_TRIALS]), "Asks clinicaltrials.gov for"));
  g_assert_nonnull (strstr (get_words (self, titles[HC_SERVICE_TRIALS]), "age and city are not sent"));
  g_assert_nonnull (strstr (get_words (self, titles[HC_SERVICE_RECALLS]), "Asks api.fda.gov for"));
  g_assert_nonnull (strstr (get_words (self, titles[HC_SERVICE_RECALLS]), "Your medicines are not sent"));

  for (guint i = 0; i < HC_N_SERVICES; i++)
    {
      g_signal_emit_by_name (find_row (self, titles[i]), "activate");
      for (guint j = 0; j < HC_N_SERVICES; j++)
        g_assert_true (hc_network_consent_is_on (consent, (HcServiceId) j) == (j <= i));
    }

  g_signal_emit_by_name (find_row (self, "_Work Offline"), "activate");
  g_assert_true (hc_network_consent_is_offline (consent));
  g_assert_true (hc_network_consent_is_on (consent, HC_SERVICE_TRIALS));
  g_assert_false (hc_network_consent_check (consent, HC_SERVICE_TRIALS, NULL));

  /* What is changed elsewhere shows here. */
  hc_network_consent_set_on (consent, HC_SERVICE_FEEDS, FALSE);
  hc_network_consent_set_offline (consent, FALSE);
  g_assert_false (adw_switch_row_get_active (find_row (self, titles[HC_SERVICE_FEEDS])));
  g_assert_false (adw_switch_row_get_active (find_row (self, "_Work Offline")));
  g_assert_cmpuint (http_server_count (self->server), ==, 0);
}

/* The hosts of the feeds are those of the person, each once. */
static void
test_feed_hosts (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:articles", 720);
  HcSubscriptionStore *store = hc_profile_get_subscriptions (hc_context_get_profile (self->fixture->context));
  static const char *const addresses[] = {
    "https://news.example/feed?key=secret", "https://news.example/other", "https://blog.example/atom.xml",
  };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (HcSubscription) subscription = hc_subscription_new ();
      gboolean is_done = FALSE;

      hc_subscription_store_save_async (store, subscription, &(HcSubscriptionDetails) { .address = addresses[i] },
                                        hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
    }

  hc_window_open_link (self->window, "health-center:network");
  WAIT_FOR (network_fixture_find (self, HC_TYPE_NETWORK_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 5);
  {
    const char *words = get_words (self, titles[HC_SERVICE_FEEDS]);
    g_auto (GStrv) lines = g_strsplit (words, "\n", 2);

    g_assert_nonnull (strstr (lines[0], "news.example"));
    g_assert_nonnull (strstr (lines[0], "blog.example"));
    g_assert_cmpuint (strlen (lines[0]), ==, strlen ("news.example, blog.example"));
    g_assert_null (strstr (words, "secret"));
  }
}

/* From the preferences one comes to the network, from there to the log and to the promise. */
static void
test_ways (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:articles", 720);
  g_autoptr (HcBackground) background = hc_background_new (NULL, TRUE, "/nowhere");
  AdwDialog *dialog = hc_preferences_dialog_new (self->fixture->context, background);

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  hc_ui_fixture_wait_frames (self->window, 5);
  g_signal_emit_by_name (network_fixture_find (self, ADW_TYPE_ACTION_ROW, "Ne_twork"), "activate");
  WAIT_FOR (network_fixture_find (self, HC_TYPE_NETWORK_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 5);
  g_signal_emit_by_name (network_fixture_find (self, ADW_TYPE_ACTION_ROW, "Network _Log"), "activate");
  WAIT_FOR (network_fixture_find (self, HC_TYPE_NETWORK_LOG_PAGE, NULL) != NULL);
  g_assert_true (network_fixture_says (self, "No Requests"));

  gtk_widget_activate_action (network_fixture_find (self, HC_TYPE_NETWORK_LOG_PAGE, NULL), "navigation.pop", NULL);
  WAIT_FOR (network_fixture_find (self, HC_TYPE_NETWORK_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 5);
  g_signal_emit_by_name (network_fixture_find (self, ADW_TYPE_ACTION_ROW, "Privacy _Promise"), "activate");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) == NULL);
  WAIT_FOR (network_fixture_find (self, HC_TYPE_ARTICLE_PAGE, NULL) != NULL);
  g_assert_true (network_fixture_says (self, "Our Privacy Promise"));
}

/* Also of pages that are not shown. */
static void
collect_labels (GtkWidget *widget,
                GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget))
    g_ptr_array_add (labels, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

/* The whole license, from its first to its last words, and not only an address of it. */
static void
assert_has_license (AdwDialog *about)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  collect_labels (GTK_WIDGET (about), labels);
  for (guint i = 0; i < labels->len; i++)
    {
      const char *text = gtk_label_get_text (g_ptr_array_index (labels, i));

      if (strstr (text, "Version 3, 29 June 2007") != NULL && strstr (text, "why-not-lgpl.html>") != NULL)
        return;
    }

  g_error ("The license is not shown");
}

/* What the program is judged by is found from the main menu, the preferences and the dialog about the program, and
 * nobody is asked for it. */
static void
test_ways_to_trust (void)
{
  static const struct { const char *link, *title; } links[] = {
    { "health-center:article/legal-disclaimer", "What This Program Can and Cannot Do" },
    { "health-center:article/privacy-promise", "Our Privacy Promise" },
    { "health-center:article/accessibility-statement", "Accessibility: For Every Reader" },
    { "health-center:article/sources-and-licenses", "Where Everything Comes From" },
  };
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:articles", 720);
  g_autoptr (HcBackground) background = hc_background_new (NULL, TRUE, "/nowhere");
  AdwDialog *preferences = hc_preferences_dialog_new (self->fixture->context, background);
  gboolean is_handled = FALSE;

  adw_dialog_present (preferences, GTK_WIDGET (self->window));
  hc_ui_fixture_wait_frames (self->window, 5);
  g_signal_emit_by_name (network_fixture_find (self, ADW_TYPE_ACTION_ROW, "_Privacy, Terms and Sources"), "activate");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) == NULL);
  WAIT_FOR (network_fixture_find (self, HC_TYPE_ARTICLE_LIST, NULL) != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_true (network_fixture_says (self, links[i].title));

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      AdwDialog *about = hc_about_dialog_new ();

      adw_dialog_present (about, GTK_WIDGET (self->window));
      hc_ui_fixture_wait_frames (self->window, 5);
      if (i == 0)
        assert_has_license (about);
      g_signal_emit_by_name (about, "activate-link", links[i].link, &is_handled);
      g_assert_true (is_handled);
      WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) == NULL);
      hc_ui_fixture_wait_frames (self->window, 5);
      g_assert_nonnull (network_fixture_find (self, HC_TYPE_ARTICLE_PAGE, NULL));
      g_assert_true (network_fixture_says (self, links[i].title));
    }
  g_assert_cmpuint (http_server_count (self->server), ==, 0);
}

/* The pages about the program are articles of the library, which says that they hold no medical facts. */
static void
test_trust (void)
{
  static const struct { const char *link, *title; } pages[] = {
    { "health-center:article/legal-disclaimer", "What This Program Can and Cannot Do" },
    { "health-center:article/privacy-promise", "Our Privacy Promise" },
    { "health-center:article/accessibility-statement", "Accessibility: For Every Reader" },
    { "health-center:article/sources-and-licenses", "Where Everything Comes From" },
  };
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:articles/about", 360);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_true (network_fixture_says (self, pages[i].title));

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (hc_window_open_link (self->window, pages[i].link));
      hc_ui_fixture_wait_frames (self->window, 5);
      g_assert_true (network_fixture_says (self, pages[i].title));
      g_assert_true (network_fixture_says (self, "no medical facts in them"));
      g_assert_false (network_fixture_says (self, "not reviewed by a clinician"));
    }
}

static NetworkFixture *
open_log (int width)
{
  NetworkFixture *self = network_fixture_open ("health-center:network", width);

  g_signal_emit_by_name (network_fixture_find (self, ADW_TYPE_ACTION_ROW, "Network _Log"), "activate");
  WAIT_FOR (network_fixture_find (self, HC_TYPE_NETWORK_LOG_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 5);

  return self;
}

static GtkWidget *
get_log_page (NetworkFixture *self)
{
  return network_fixture_find (self, HC_TYPE_NETWORK_LOG_PAGE, NULL);
}

/* The rows from top to bottom, a line each. */
static char *
dup_rows (NetworkFixture *self)
{
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (self->window, HC_TYPE_NETWORK_ROW);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (g_ptr_array_index (rows, i), GTK_TYPE_LABEL);

      for (guint j = 0; j < labels->len; j++)
        g_string_append_printf (text, "%s\n", gtk_label_get_label (g_ptr_array_index (labels, j)));
    }

  return g_string_free_and_steal (text);
}

static void
test_log (void)
{
  g_autoptr (NetworkFixture) self = open_log (360);
  GtkWidget *list;
  g_autofree char *rows = NULL;

  g_assert_true (network_fixture_says (self, "No Requests"));
  network_fixture_log (self, "/drug/enforcement.json?skip=0&limit=1000", 200, NULL, 12345);
  network_fixture_log (self, "/drug/enforcement.json?skip=1000", 0, "no-such-host", 0);
  network_fixture_log (self, "/<b>&amp;", 0, "canceled", 0);
  hc_ui_fixture_wait_frames (self->window, 5);

  rows = dup_rows (self);
  g_assert_cmpstr (rows, ==,
                   "Stopped\nGET api.fda.gov/<b>&amp;\nFDA Recalls · 21 November 2026, 12:00:30 · 0 bytes received\n"
                   "The site was not found. Check that this computer is connected to the internet, and the address if "
                   "you typed it.\nGET api.fda.gov/drug/enforcement.json?skip=1000\nFDA Recalls · 21 November 2026, "
                   "12:00:30 · 0 bytes received\n"
                   "Received\nGET api.fda.gov/drug/enforcement.json?skip=0&limit=1000\nFDA Recalls · 21 November 2026, "
                   "12:00:30 · 12.3\302\240kB received\n");
  list = hc_ui_fixture_find (get_log_page (self), GTK_TYPE_LIST_VIEW, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "Network Log");
}

static void
assert_stored (NetworkFixture *self,
               const char     *expected)
{
  g_autofree char *path = g_build_filename (self->fixture->folder, "network.db", NULL);
  g_autofree char *rows = NULL;

  /* A thread writes; what it has done it tells to the main loop. */
  WAIT_FOR ((g_free (rows), rows = fixture_query (path, "SELECT path FROM request ORDER BY id"),
             g_str_equal (rows, expected)));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* The whole log as text, whether its rows are seen or not; nothing can be copied of an empty one. */
static void
test_copy (void)
{
  g_autoptr (NetworkFixture) self = open_log (360);
  GtkWidget *button = hc_ui_fixture_find (get_log_page (self), GTK_TYPE_BUTTON, "C_opy");
  g_autofree char *text = NULL, *told = NULL;

  g_assert_nonnull (button);
  g_assert_false (gtk_widget_get_sensitive (button));
  for (guint i = 0; i < 50; i++)
    network_fixture_log (self, "/other", 200, NULL, 1);
  network_fixture_log (self, "/drug/enforcement.json?skip=0", 200, NULL, 12345);
  hc_ui_fixture_press (get_log_page (self), "C_opy");
  WAIT_FOR ((told = hc_ui_fixture_take_announcement ()) != NULL);
  g_assert_nonnull (strstr (told, "Copied"));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (button), NULL, copied_cb, &text);
  WAIT_FOR (text != NULL);
  g_assert_true (g_str_has_prefix (text, "Received\nGET api.fda.gov/drug/enforcement.json?skip=0\nFDA Recalls · "
                                   "21 November 2026, 12:00:30 · 12.3\302\240kB received\n\nReceived\nGET "
                                   "api.fda.gov/other\n"));
  {
    g_auto (GStrv) requests = g_strsplit (text, "\n\n", -1);

    g_assert_cmpuint (g_strv_length (requests), ==, 51);
  }
}

/* What was cleared is gone from the list and from the disk, and comes back below what was sent since. */
static void
test_clear (void)
{
  g_autoptr (NetworkFixture) self = open_log (720);
  g_autofree char *told = NULL, *rows = NULL;

  network_fixture_log (self, "/a", 200, NULL, 1);
  network_fixture_log (self, "/b", 200, NULL, 1);
  assert_stored (self, "/a\n/b");

  gtk_widget_activate_action (get_log_page (self), "log.clear", NULL);
  WAIT_FOR (network_fixture_says (self, "No Requests"));
  WAIT_FOR ((told = hc_ui_fixture_take_announcement ()) != NULL);
  g_assert_nonnull (strstr (told, "Network log cleared"));
  assert_stored (self, "");

  network_fixture_log (self, "/c", 200, NULL, 1);
  hc_ui_fixture_press (get_log_page (self), "_Undo");
  assert_stored (self, "/a\n/b\n/c");
  hc_ui_fixture_wait_frames (self->window, 5);
  rows = dup_rows (self);
  g_assert_true (g_regex_match_simple ("api.fda.gov/c\n.*\n.*\n.*gov/b\n.*\n.*\n.*gov/a\n", rows, G_REGEX_DEFAULT,
                                       G_REGEX_MATCH_DEFAULT));
}

/* Says whom it asks and what is sent; one thing at a time; goes when all is allowed. */
static void
test_consent_panel (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:alerts?recalls=yes", 360);
  HcNetworkConsent *consent = network_fixture_get_consent (self);
  GtkWidget *panel = network_fixture_find (self, HC_TYPE_CONSENT_PANEL, NULL);

  hc_network_consent_set_offline (consent, TRUE);
  g_assert_nonnull (hc_ui_fixture_find (panel, GTK_TYPE_LABEL, "Turn On “FDA Recalls”?"));
  g_assert_nonnull (hc_ui_fixture_find (panel, GTK_TYPE_LABEL, "Asks api.fda.gov for all recalls"));
  g_assert_nonnull (hc_ui_fixture_find (panel, GTK_TYPE_LABEL, "Your medicines are not sent"));

  hc_ui_fixture_press (panel, "_Turn On");
  g_assert_true (hc_network_consent_is_on (consent, HC_SERVICE_RECALLS));
  g_assert_false (hc_network_consent_is_on (consent, HC_SERVICE_TRIALS));
  g_assert_nonnull (hc_ui_fixture_find (panel, GTK_TYPE_LABEL, "Work Offline Is On"));
  g_assert_cmpuint (http_server_count (self->server), ==, 0);

  hc_network_consent_set_offline (consent, FALSE);
  g_assert_false (gtk_widget_get_visible (panel));
  hc_network_consent_set_on (consent, HC_SERVICE_RECALLS, FALSE);
  g_assert_true (gtk_widget_get_visible (panel));
  g_assert_cmpuint (http_server_count (self->server), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/network-pages/rows", test_rows);
  g_test_add_func ("/network-pages/feed-hosts", test_feed_hosts);
  g_test_add_func ("/network-pages/ways", test_ways);
  g_test_add_func ("/network-pages/trust", test_trust);
  g_test_add_func ("/network-pages/ways-to-trust", test_ways_to_trust);
  g_test_add_func ("/network-pages/log", test_log);
  g_test_add_func ("/network-pages/copy", test_copy);
  g_test_add_func ("/network-pages/clear", test_clear);
  g_test_add_func ("/network-pages/consent-panel", test_consent_panel);

  return g_test_run ();
}
