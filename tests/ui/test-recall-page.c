/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-alert-row.h"
#include "hc-alerts-view.h"
#include "hc-recall-banner.h"
#include "hc-recall-page.h"
#include "network-fixture.h"

/* Recalls are asked for when the person wants it, and what concerns a medicine becomes an alert. A server on this
 * computer stands for the FDA. */

#define PAGE "health-center:alerts?recalls=yes"

#define RECALL(number, class, name) \
  "{\"recall_number\":\"" number "\",\"product_type\":\"Drugs\",\"status\":\"Ongoing\",\"classification\":" \
  "\"Class " class "\",\"product_description\":\"" name " tablets, 5 mg, Rx only\",\"code_info\":\"Lot A1\"," \
  "\"reason_for_recall\":\"Too strong\",\"report_date\":\"20261101\",\"openfda\":{}}"

#define LIST(total, recalls) \
  "{\"meta\":{\"last_updated\":\"2026-11-18\",\"results\":{\"skip\":0,\"limit\":1000,\"total\":" total "}}," \
  "\"results\":[" recalls "]}"

#define WARFARIN \
  LIST ("2", RECALL ("D-0001-2026", "I", "Warfarin sodium") "," RECALL ("D-0002-2026", "II", "Zoltopril"))

static HcRecallWatch *
get_watch (NetworkFixture *self)
{
  return hc_context_get_recall_watch (self->fixture->context);
}

static void
allow (NetworkFixture *self)
{
  hc_network_consent_set_on (network_fixture_get_consent (self), HC_SERVICE_RECALLS, TRUE);
}

static void
add_medicine (NetworkFixture *self,
              const char     *name)
{
  HcMedicineStore *medicines = hc_profile_get_medicines (hc_context_get_profile (self->fixture->context));
  g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) {
    .name = name, .strength = "5 mg", .form = "tablet" });
  gboolean is_done = FALSE;

  hc_medicine_store_save_async (medicines, medicine, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
wait_for_end (NetworkFixture *self)
{
  WAIT_FOR (hc_recall_watch_get_phase (get_watch (self)) == HC_RECALL_IDLE);
  hc_ui_fixture_wait_frames (self->window, 4);
}

static void
activate (NetworkFixture *self,
          const char     *action)
{
  g_assert_true (gtk_widget_activate_action_variant (network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL), action,
                                                     NULL));
}

static const char *
get_banner (NetworkFixture *self)
{
  GtkWidget *banner = network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL);

  return adw_banner_get_title (hc_ui_fixture_find (banner, ADW_TYPE_BANNER, NULL));
}

static const char *
get_row (NetworkFixture *self,
         const char     *title)
{
  return adw_action_row_get_subtitle (network_fixture_find (self, ADW_TYPE_ACTION_ROW, title));
}

static void
assert_alerts (NetworkFixture *self,
               const char     *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, "SELECT notice, state FROM alert ORDER BY notice");

  g_assert_cmpstr (rows, ==, expected);
}

/* Without consent nothing is asked; turning it on asks, and tells what it found, with its class and lots. */
static void
test_turn_on (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:alerts", 720);
  g_autofree char *told = NULL;

  add_medicine (self, "Warfarin");
  g_assert_cmpstr (get_banner (self), ==, "Recalls were not checked yet");
  hc_ui_fixture_press (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL), "_Set Up");
  WAIT_FOR (network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL) != NULL);
  g_assert_cmpstr (get_row (self, "Last checked"), ==, "Not yet");
  g_assert_cmpstr (get_row (self, "Recalls on this computer"), ==, "0");
  g_assert_cmpuint (http_server_count (self->server), ==, 0);

  http_server_answer (self->server, 200, "Content-Type: application/json", WARFARIN, -1);
  hc_ui_fixture_press (network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL), "_Turn On");
  wait_for_end (self);
  g_assert_true (network_fixture_says (self, "Recalls Checked"));
  g_assert_true (network_fixture_says (self, "2 new, 0 changed, 0 as before."));
  g_assert_cmpstr (get_row (self, "Last checked"), ==, "21 November 2026, 12:00");
  g_assert_cmpstr (get_row (self, "The list of the FDA is of"), ==, "18 November 2026");
  g_assert_cmpstr (get_row (self, "Recalls on this computer"), ==, "2");
  told = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (told, ==, "Recalls Checked. 2 new, 0 changed, 0 as before.");
  assert_alerts (self, "D-0001-2026|unread");

  g_assert_true (hc_window_open_link (self->window, "health-center:alerts"));
  WAIT_FOR (network_fixture_says (self, "Recall, Class I: Most Serious"));
  g_assert_cmpstr (get_banner (self), ==, "Recalls last checked on 21 November 2026, 12:00");
}

/* Whoever asks on this day sends the same. Nothing of who they are or what they take is in it. */
static void
test_nothing_personal (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 720);
  HcProfile *profile = hc_context_get_profile (self->fixture->context);
  g_autoptr (HcPerson) person = hc_person_new ();
  static const char *const personal[] = { "arfarin", "5 mg", "5%20mg", "Josefine", "profile", "ookie", "Referer" };
  gboolean is_done = FALSE;
  const char *request;

  hc_person_store_save_async (hc_profile_get_people (profile), person, &(HcPersonDetails) { .name = "Josefine" },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  add_medicine (self, "Warfarin");
  allow (self);
  http_server_answer (self->server, 200, NULL, WARFARIN, -1);
  activate (self, "recalls.check");
  wait_for_end (self);

  g_assert_cmpuint (http_server_count (self->server), ==, 1);
  request = http_server_get_request (self->server, 0);
  g_assert_true (g_str_has_prefix (request, "GET /drug/enforcement.json?search=report_date:%5B20241121+TO+20261121%5D"
                                   "&sort=report_date:asc&limit=1000&skip=0\n"));
  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    g_assert_null (strstr (request, personal[i]));
  g_assert_null (strstr (request, hc_person_get_id (person)));

  {
    g_auto (GStrv) lines = g_strsplit (request, "\n", -1);

    /* Other lines than these may tell something. */
    for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
      g_assert_true (g_regex_match_simple ("^(Host: api.fda.gov|Accept: application/json|User-Agent: HealthCenter|"
                                           "Accept-Language: en|Accept-Encoding: [a-z, ]+|Connection: Keep-Alive)$",
                                           lines[i], G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT));
  }
}

/* A network that is not there, and a switch that is off: told in words, also above the alerts. */
static void
test_no_network (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 360);

  allow (self);
  hc_http_client_add_route (hc_context_get_http (self->fixture->context), "api.fda.gov", 1);
  activate (self, "recalls.check");
  wait_for_end (self);
  g_assert_true (network_fixture_says (self, "The site cannot be reached."));
  g_assert_true (network_fixture_says (self, "Recalls were not checked yet. All recalls"));

  g_assert_true (hc_window_open_link (self->window, "health-center:alerts"));
  WAIT_FOR (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL) != NULL);
  g_assert_cmpstr (get_banner (self), ==, "Recalls Could Not Be Checked");
  g_assert_true (network_fixture_says (self, "The site cannot be reached. Check that this computer is connected to the "
                                             "internet, then try again. Recalls were not checked yet."));

  /* The network is there again. */
  hc_http_client_add_route (hc_context_get_http (self->fixture->context), "api.fda.gov",
                            http_server_get_port (self->server));
  http_server_answer (self->server, 200, NULL, WARFARIN, -1);
  hc_ui_fixture_press (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL), "_Try Again");
  wait_for_end (self);
  g_assert_cmpstr (get_banner (self), ==, "Recalls last checked on 21 November 2026, 12:00");
}

static void
pause_cb (SoupServerMessage *message,
          gpointer           user_data)
{
  soup_server_message_pause (message);
}

static char *
make_full_page (void)
{
  GString *text = g_string_new ("{\"meta\":{\"results\":{\"total\":2000}},\"results\":[");

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%s{\"recall_number\":\"D-%04u-2026\",\"product_description\":\"Zoltopril\","
                            "\"report_date\":\"20261101\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");

  return g_string_free_and_steal (text);
}

/* How much has come is told; Cancel ends it at once, and what has come stays. */
static void
test_cancel (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 360);
  g_autofree char *page = make_full_page ();

  allow (self);
  http_server_answer (self->server, 200, NULL, page, -1);
  http_server_answer_with (self->server, pause_cb, NULL);
  activate (self, "recalls.check");
  WAIT_FOR (http_server_count (self->server) == 2);
  WAIT_FOR (network_fixture_says (self, "1000 recalls received, 50 %"));
  g_assert_nonnull (network_fixture_find (self, GTK_TYPE_PROGRESS_BAR, NULL));

  g_assert_true (hc_window_open_link (self->window, "health-center:alerts"));
  WAIT_FOR (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL) != NULL);
  g_assert_cmpstr (get_banner (self), ==, "1000 recalls received, 50 %");
  hc_ui_fixture_press (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL), "_Cancel");
  wait_for_end (self);
  g_assert_cmpstr (get_banner (self), ==, "Recalls were not checked yet");

  g_assert_true (hc_window_open_link (self->window, PAGE));
  WAIT_FOR (network_fixture_says (self, "Canceled"));
  g_assert_true (network_fixture_says (self, "What had come before that is kept."));
  g_assert_cmpstr (get_row (self, "Recalls on this computer"), ==, "1000");
}

/* What is turned off while it runs ends, and says why. */
static void
test_turned_off (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 360);

  allow (self);
  http_server_answer_with (self->server, pause_cb, NULL);
  activate (self, "recalls.check");
  WAIT_FOR (http_server_count (self->server) == 1);
  hc_network_consent_set_offline (network_fixture_get_consent (self), TRUE);
  wait_for_end (self);
  g_assert_true (network_fixture_says (self, "Work Offline is on, so nothing was asked."));

  /* Trying again would change nothing: the way leads to where it can be turned on. */
  g_assert_true (hc_window_open_link (self->window, "health-center:alerts"));
  WAIT_FOR (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL) != NULL);
  g_assert_true (network_fixture_says (self, "Work Offline is on, so nothing was asked."));
  hc_ui_fixture_press (network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL), "_Set Up");
  WAIT_FOR (network_fixture_says (self, "Work Offline Is On"));
}

/* A file needs no consent and no network; what was left out is told with the reason. */
static void
test_import (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 360);
  HcRecallPage *page = network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL);
  g_autofree char *path = g_build_filename (self->fixture->folder, "recalls.json", NULL);
  g_autofree char *missing = g_build_filename (self->fixture->folder, "missing.zip", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), nothing = g_file_new_for_path (missing);

  add_medicine (self, "Warfarin");
  fixture_write_file (self->fixture->folder, "recalls.json",
                      LIST ("2", RECALL ("D-0001-2026", "I", "Warfarin sodium") ",{\"reason_for_recall\":\"x\"}"), -1);
  hc_recall_page_import (page, file);
  wait_for_end (self);
  g_assert_true (network_fixture_says (self, "Recalls Imported"));
  g_assert_true (network_fixture_says (self, "1 new, 0 changed, 0 as before. 1 entry could not be read and was left "
                                             "out."));
  g_assert_true (network_fixture_says (self, "An entry has no number or no name"));
  assert_alerts (self, "D-0001-2026|unread");

  hc_recall_page_import (page, nothing);
  wait_for_end (self);
  g_assert_true (network_fixture_says (self, "The File Could Not Be Read"));
  g_assert_true (network_fixture_says (self, "The file cannot be opened."));
  assert_alerts (self, "D-0001-2026|unread");

  /* It is there now. */
  fixture_write_file (self->fixture->folder, "missing.zip", "PK\003\004 broken", -1);
  hc_ui_fixture_press (page, "_Try Again");
  wait_for_end (self);
  g_assert_true (network_fixture_says (self, "The archive is damaged"));
  g_assert_cmpuint (http_server_count (self->server), ==, 0);
}

/* A medicine that is added later is compared with what is here already, without the network. */
static void
test_medicine_added (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 360);

  hc_recall_watch_start (get_watch (self));
  allow (self);
  http_server_answer (self->server, 200, NULL, WARFARIN, -1);
  activate (self, "recalls.check");
  wait_for_end (self);
  assert_alerts (self, "");

  add_medicine (self, "Warfarin");
  wait_for_end (self);
  assert_alerts (self, "D-0001-2026|unread");
  add_medicine (self, "Aspirin");
  add_medicine (self, "Zoltopril");
  wait_for_end (self);
  assert_alerts (self, "D-0001-2026|unread\nD-0002-2026|unread");
  g_assert_cmpuint (http_server_count (self->server), ==, 1);
}

/* At the start it asks when that is turned on, and not twice on a day, also when nobody answered. */
static void
test_once_a_day (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open ("health-center:alerts", 360);
  GSettings *settings = hc_context_get_settings (self->fixture->context);
  g_autofree char *day = NULL;

  hc_recall_watch_start (get_watch (self));
  wait_for_end (self);
  g_assert_cmpuint (http_server_count (self->server), ==, 0);

  /* Another start of the same day: another watch. */
  for (guint i = 0; i < 2; i++)
    {
      HcContext *context = self->fixture->context;
      g_autoptr (HcAlertMatcher) matcher =
        hc_alert_matcher_new (hc_context_get_profile (context), hc_context_get_medicine_check (context), NULL,
                              hc_context_get_clock (context));
      g_autoptr (HcRecallWatch) watch =
        hc_recall_watch_new (hc_context_get_http (context), hc_context_get_recalls (context), matcher,
                             hc_context_get_profile (context), settings);

      allow (self);
      if (i == 0)
        http_server_answer (self->server, 403, NULL, "", -1);
      hc_recall_watch_start (watch);
      WAIT_FOR (hc_recall_watch_get_phase (watch) == HC_RECALL_IDLE);
      g_assert_cmpuint (http_server_count (self->server), ==, 1);
      g_assert_cmpint (hc_recall_watch_get_end (watch), ==, i == 0 ? HC_RECALL_FETCH_FAILED : HC_RECALL_NOT_RUN);
    }

  day = g_settings_get_string (settings, "recalls-asked-day");
  g_assert_cmpstr (day, ==, "2026-11-21");
}

/* The end of the program ends what runs, and nothing is asked any more. */
static void
test_stop (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 360);

  allow (self);
  http_server_answer_with (self->server, pause_cb, NULL);
  activate (self, "recalls.check");
  WAIT_FOR (http_server_count (self->server) == 1);
  hc_context_stop_network (self->fixture->context);
  wait_for_end (self);
  g_assert_cmpuint (hc_http_client_count_running (hc_context_get_http (self->fixture->context)), ==, 0);

  activate (self, "recalls.check");
  wait_for_end (self);
  g_assert_cmpuint (http_server_count (self->server), ==, 1);
}

/* The keyboard comes to all that can be done. */
static void
test_keyboard (void)
{
  g_autoptr (NetworkFixture) self = network_fixture_open (PAGE, 720);
  static const char *const wanted[] = { "_Turn On", "_Network Preferences", "_Import a File…" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gboolean is_found = FALSE;

      for (guint j = 0; j < 60 && !is_found; j++)
        {
          GtkWidget *focus;

          gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
          focus = gtk_root_get_focus (GTK_ROOT (self->window));
          is_found = GTK_IS_BUTTON (focus) &&
                     (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), wanted[i]) == 0 ||
                      (GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (focus))) &&
                       g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (focus)))),
                                    wanted[i])));
        }
      g_assert_true (is_found);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/recall-page/turn-on", test_turn_on);
  g_test_add_func ("/recall-page/nothing-personal", test_nothing_personal);
  g_test_add_func ("/recall-page/no-network", test_no_network);
  g_test_add_func ("/recall-page/cancel", test_cancel);
  g_test_add_func ("/recall-page/turned-off", test_turned_off);
  g_test_add_func ("/recall-page/import", test_import);
  g_test_add_func ("/recall-page/medicine-added", test_medicine_added);
  g_test_add_func ("/recall-page/once-a-day", test_once_a_day);
  g_test_add_func ("/recall-page/stop", test_stop);
  g_test_add_func ("/recall-page/keyboard", test_keyboard);

  return g_test_run ();
}
