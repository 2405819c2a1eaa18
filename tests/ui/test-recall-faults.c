/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "empty-resolver.h"
#include "fixture.h"
#include "hc-recall-banner.h"
#include "hc-recall-page.h"
#include "network-fixture.h"

/* Whatever a site, a network in between or a bad line does to the recalls is told in words, on the page and in the
 * banner, with what was there before, its date, and a way to try again. */

#define PAGE "health-center:alerts?recalls=yes"

#define RECALL(number, name) \
  "{\"recall_number\":\"" number "\",\"status\":\"Ongoing\",\"classification\":\"Class I\"," \
  "\"product_description\":\"" name " tablets, 5 mg\",\"code_info\":\"Lot A1\",\"report_date\":\"20261101\"}"

#define LIST(total, recalls) \
  "{\"meta\":{\"last_updated\":\"2026-11-18\",\"results\":{\"skip\":0,\"limit\":1000,\"total\":" total "}}," \
  "\"results\":[" recalls "]}"

#define GOOD LIST ("2", RECALL ("D-0001-2026", "Warfarin sodium") "," RECALL ("D-0002-2026", "Zoltopril"))

#define CHECKED "Recalls last checked on 21 November 2026, 12:00"

#define NOTHING_NEW "0 new, 0 changed, 2 as before."

static HcRecallWatch *
get_watch (NetworkFixture *self)
{
  return hc_context_get_recall_watch (self->fixture->context);
}

static HcHttpClient *
get_client (NetworkFixture *self)
{
  return hc_context_get_http (self->fixture->context);
}

static void
wait_for_end (NetworkFixture *self)
{
  WAIT_FOR (hc_recall_watch_get_phase (get_watch (self)) == HC_RECALL_IDLE);
  hc_ui_fixture_wait_frames (self->window, 4);
}

static void
check (NetworkFixture *self)
{
  g_assert_true (gtk_widget_activate_action_variant (network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL),
                                                     "recalls.check", NULL));
  wait_for_end (self);
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
  g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) { .name = name, .strength = "5 mg" });
  gboolean is_done = FALSE;

  hc_medicine_store_save_async (medicines, medicine, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
assert_alerts (NetworkFixture *self,
               const char     *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, "SELECT notice FROM alert ORDER BY notice");

  g_assert_cmpstr (rows, ==, expected);
}

/* The first of a type, whether it is seen or not: the page lies above the banner. */
static gpointer
find_within (GtkWidget *widget,
             GType      type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child, type);

  return found;
}

/* Nothing is wrong, and nothing is said of that. */
static void
assert_no_trouble (GtkWidget *recall_banner)
{
  AdwBanner *banner = find_within (recall_banner, ADW_TYPE_BANNER);
  GtkWidget *reason_label = find_within (gtk_widget_get_next_sibling (GTK_WIDGET (banner)), GTK_TYPE_LABEL);

  g_assert_cmpstr (adw_banner_get_title (banner), ==, CHECKED);
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "_Check for Recalls");
  g_assert_false (gtk_widget_get_visible (reason_label));
}

/* The page and the banner say the same. The banner is below the page, in another part of the window. */
static void
assert_trouble (NetworkFixture *self,
                GtkWidget      *recall_banner,
                const char     *heading,
                const char     *words,
                const char     *checked)
{
  AdwBanner *banner = find_within (recall_banner, ADW_TYPE_BANNER);
  GtkLabel *reason_label = find_within (gtk_widget_get_next_sibling (GTK_WIDGET (banner)), GTK_TYPE_LABEL);
  g_autofree char *kept = g_strconcat (checked, ". All recalls and alerts that were here are still here.", NULL);
  g_autofree char *end = g_strconcat (" ", checked, ".", NULL);
  const char *reason = gtk_label_get_label (reason_label);

  if (!network_fixture_says (self, words))
    g_error ("“%s” is not told, but: %s", words, reason);
  g_assert_true (network_fixture_says (self, heading));
  g_assert_true (network_fixture_says (self, kept));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, heading);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (reason_label)));
  g_assert_nonnull (strstr (reason, words));
  g_assert_true (g_str_has_suffix (reason, end));
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "_Try Again");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (banner)), ==, "alerts.retry-check");
}

/* Presses the button of the page; the server answers as it should. */
static void
try_again (NetworkFixture *self)
{
  http_server_answer (self->server, 200, "Content-Type: application/json", GOOD, -1);
  hc_ui_fixture_press (network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL), "_Try Again");
  wait_for_end (self);
}

static NetworkFixture *
open_page (GtkWidget **banner,
           gboolean    is_routed)
{
  NetworkFixture *self = is_routed ? network_fixture_open ("health-center:alerts", 360)
                                   : network_fixture_open_without_route ("health-center:alerts", 360);

  *banner = network_fixture_find (self, HC_TYPE_RECALL_BANNER, NULL);
  g_assert_nonnull (*banner);
  allow (self);
  add_medicine (self, "Warfarin");
  g_assert_true (hc_window_open_link (self->window, PAGE));
  WAIT_FOR (network_fixture_find (self, HC_TYPE_RECALL_PAGE, NULL) != NULL);

  return self;
}

/* Sends the beginning of an answer by hand, and may hang up. */
static void
answer_by_hand (SoupServerMessage *message,
                const char        *text,
                gboolean           stays)
{
  GIOStream *stream = soup_server_message_steal_connection (message);

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), text, strlen (text), NULL, NULL,
                                            NULL));
  if (stays)
    g_object_set_data_full (G_OBJECT (message), "stream", stream, g_object_unref);
  else
    g_object_unref (stream);
}

static void
hang_up_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  answer_by_hand (message, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Type: application/json\r\n\r\n"
                  "{\"results\":[", FALSE);
}

static void
two_gigabytes_cb (SoupServerMessage *message,
                  gpointer           user_data)
{
  answer_by_hand (message, "HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n{", TRUE);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

static void
write_more_cb (SoupServerMessage *message,
               gpointer           user_data)
{
  static const char blanks[64 * 1024] = "                ";

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, blanks,
                            sizeof blanks);
  soup_server_message_unpause (message);
}

static void
endless_cb (SoupServerMessage *message,
            gpointer           user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (write_more_cb), NULL);
  write_more_cb (message, NULL);
}

/* One byte, and the next one later than the client waits for. */
static void
one_byte_cb (SoupServerMessage *message,
             gpointer           user_data)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, "{", 1);
  *(SoupServerMessage **) user_data = g_object_ref (message);
}

typedef struct
{
  const char *name;
  guint       status;
  guint       n_answers; /* the same, as often as is tried */
  const char *headers;
  const char *body;
  gssize      length;
  const char *words;
} Fault;

#define JSON "Content-Type: application/json"

static const Fault faults[] = {
  { "html", 200, 1, "Content-Type: text/html", "<html>Sign in</html>", -1, "A web page came in place of the data." },
  { "html-as-json", 200, 1, JSON, "<!DOCTYPE html>", -1, "A web page came in place of the data." },
  { "portal-leads-away", 302, 1, "Location: https://elsewhere.example/", "", -1,
    "A web page came in place of the data. If this network wants you to sign in, do that in a web browser" },
  { "portal-says-so", 511, 1, "Content-Type: text/html", "<html>", -1, "A web page came in place of the data." },
  { "empty", 200, 1, JSON, "", -1, "The data is damaged or of another kind" },
  { "cut", 200, 1, NULL, "{\"results\":[{\"recall_number\":\"D-", -1, "The data breaks off in the middle." },
  { "no-json", 200, 1, NULL, "nothing", -1, "The data is damaged or of another kind" },
  { "other-json", 200, 1, NULL, "{\"error\":{}}", -1, "about something else" },
  { "null", 200, 1, JSON, "null", -1, "The data is damaged or of another kind" },
  { "utf-16", 200, 1, "Content-Type: application/json; charset=utf-16", "\xff\xfe{\0\"\0r\0", 8,
    "The data is damaged or of another kind" },
  { "charset-around", 200, 1, NULL, "{\"meta\":{\"x\":\"M\xfcller\"},\"results\":[]}", -1, "The data is" },
  { "busy", 429, 1, "Retry-After: 7200", "", -1, "busy and asks to come back later" },
  { "unavailable", 503, 1, "Retry-After: 7200", "", -1, "busy and asks to come back later" },
  { "server", 500, 4, NULL, "", -1, "does not work at the moment" },
  { "gateway", 502, 4, "Content-Type: text/html", "<html>", -1, "does not work at the moment" },
  { "refused", 403, 1, NULL, "", -1, "refused the request" },
  { "circle", 302, 6, "Location: /", "", -1, "from one address to the next" },
};

/* After each of them the same data is there, with its date, and the next attempt brings what it should. */
static void
test_replies (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = open_page (&banner, TRUE);

  http_server_answer (self->server, 200, JSON, GOOD, -1);
  check (self);
  assert_alerts (self, "D-0001-2026");

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_test_message ("%s", faults[i].name);
      for (guint j = 0; j < faults[i].n_answers; j++)
        http_server_answer (self->server, faults[i].status, faults[i].headers, faults[i].body, faults[i].length);
      check (self);
      assert_trouble (self, banner, "Recalls Could Not Be Checked", faults[i].words, CHECKED);
      assert_alerts (self, "D-0001-2026");

      try_again (self);
      g_assert_true (network_fixture_says (self, NOTHING_NEW));
      assert_no_trouble (banner);
    }
}

/* What is too much, too deep or too slow to be read to its end. */
static void
test_excess (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = open_page (&banner, TRUE);
  g_autoptr (GString) deep = g_string_new ("{\"results\":[");
  g_autoptr (GBytes) bomb = http_server_pack ("[", 100 * 1024 * 1024);
  g_autoptr (SoupServerMessage) large = NULL, slow = NULL;

  http_server_answer (self->server, 200, JSON, GOOD, -1);
  check (self);

  for (guint i = 0; i < 10000; i++)
    g_string_append_c (deep, '[');
  http_server_answer (self->server, 200, JSON, deep->str, -1);
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "built in another way than it should be", CHECKED);

  http_server_answer (self->server, 200, "Content-Encoding: gzip", g_bytes_get_data (bomb, NULL),
                      (gssize) g_bytes_get_size (bomb));
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "sent more than this program takes", CHECKED);

  http_server_answer_with (self->server, two_gigabytes_cb, &large);
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "sent more than this program takes", CHECKED);

  http_server_answer_with (self->server, endless_cb, NULL);
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "sent more than this program takes", CHECKED);

  hc_http_client_set_limits (get_client (self), &(HcHttpLimits) { .max_attempts = 1 });
  http_server_answer_with (self->server, hang_up_cb, NULL);
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "broke before everything had arrived", CHECKED);

  hc_http_client_set_limits (get_client (self), &(HcHttpLimits) { .window_ms = 20 });
  http_server_answer_with (self->server, one_byte_cb, &slow);
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "The connection is too slow at the moment.", CHECKED);

  hc_http_client_set_limits (get_client (self), &(HcHttpLimits) { 0 });
  try_again (self);
  g_assert_true (network_fixture_says (self, NOTHING_NEW));
  assert_alerts (self, "D-0001-2026");
}

/* The one who answers is not the FDA: nothing is sent to them, and nothing is read. */
static void
test_other_host (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = open_page (&banner, TRUE);
  g_autoptr (HttpServer) impostor = http_server_new ("other-host.pem");

  allow (self);
  hc_http_client_add_route (get_client (self), "api.fda.gov", http_server_get_port (impostor));
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "could not prove that it is the right one",
                  "Recalls were not checked yet");
  g_assert_cmpuint (http_server_count (impostor), ==, 0);

  network_fixture_route (self);
  try_again (self);
  g_assert_true (network_fixture_says (self, "2 new, 0 changed, 0 as before."));
}

/* The name servers know nobody of that name. */
static void
test_no_such_host (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = NULL;
  g_autofree char *names = NULL;

  empty_resolver_install ();
  self = open_page (&banner, FALSE);
  check (self);
  assert_trouble (self, banner, "Recalls Could Not Be Checked", "The site was not found.",
                  "Recalls were not checked yet");
  names = empty_resolver_remove ();
  g_assert_cmpstr (names, ==, "api.fda.gov");

  network_fixture_route (self);
  try_again (self);
  assert_alerts (self, "D-0001-2026");
}

/* openFDA says with 404 that there is nothing: that is a good answer. */
static void
test_nothing_found (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = open_page (&banner, TRUE);

  http_server_answer (self->server, 404, JSON, "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No matches found!\"}}",
                      -1);
  check (self);
  g_assert_true (network_fixture_says (self, "Recalls Checked"));
  g_assert_true (network_fixture_says (self, "0 new, 0 changed, 0 as before."));
  assert_no_trouble (banner);
}

static char *
make_page (guint first,
           guint n_recalls)
{
  GString *text = g_string_new ("{\"meta\":{\"results\":{\"total\":100000}},\"results\":[");

  for (guint i = 0; i < n_recalls; i++)
    g_string_append_printf (text, "%s{\"recall_number\":\"D-%04u-2025\",\"product_description\":\"Other\","
                            "\"report_date\":\"20261101\"}", i > 0 ? "," : "", first + i);
  g_string_append (text, "]}");

  return g_string_free_and_steal (text);
}

/* A list that comes twice, and one that has no end: what came is kept, and the date is that of before. */
static void
test_paging (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = open_page (&banner, TRUE);
  g_autofree char *page = make_page (1, 1000);

  http_server_answer (self->server, 200, JSON, GOOD, -1);
  check (self);

  for (guint i = 0; i < 2; i++)
    http_server_answer (self->server, 200, NULL, page, -1);
  check (self);
  assert_trouble (self, banner, "Not All Recalls Came", "1000 new, 0 changed, 1000 as before. The list of the site "
                  "broke off. Try again later.", CHECKED);
  try_again (self);
  assert_no_trouble (banner);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *one = make_page (2000 + i, 1);

      http_server_answer (self->server, 200,
                          "Link: <https://api.fda.gov/drug/enforcement.json?search_after=1>; rel=\"next\"", one, -1);
    }
  check (self);
  assert_trouble (self, banner, "Not All Recalls Came", "60 new", CHECKED);
  try_again (self);
  assert_alerts (self, "D-0001-2026");
}

/* Fields that are missing, null, of another type or of no known value: what can be read is read, and what an entry
 * cannot do without is told. A medicine is found by whatever is left. */
static void
test_odd_fields (void)
{
  GtkWidget *banner;
  g_autoptr (NetworkFixture) self = open_page (&banner, TRUE);
  g_autofree char *rows = NULL, *path = g_build_filename (self->fixture->folder, "sources.db", NULL);

  http_server_answer (self->server, 200, JSON, LIST ("8",
    "{\"recall_number\":\"D-1\",\"product_description\":\"Warfarin\",\"report_date\":\"31/31/2026\","
    "\"classification\":\"Class IX\",\"status\":\"Vanished\",\"code_info\":null,\"openfda\":null},"
    "{\"recall_number\":\"D-2\",\"product_description\":\"Warfarin\",\"report_date\":\"11/01/2026\","
    "\"classification\":null,\"reason_for_recall\":7,\"openfda\":{\"generic_name\":null}},"
    "{\"recall_number\":\"D-3\",\"product_description\":\"Warfarin\",\"report_date\":20261101,"
    "\"recall_initiation_date\":\"2026-10-30\",\"classification\":\"class ii\",\"openfda\":[]},"
    "{\"recall_number\":null,\"product_description\":\"Warfarin\"},"
    "{\"recall_number\":\"D-5\"},"
    "{\"recall_number\":\"D-6\",\"product_description\":\"M\xfcller\"},"
    "{},"
    "null"), -1);
  check (self);
  g_assert_true (network_fixture_says (self, "3 new, 0 changed, 0 as before. 5 entries could not be read and were left "
                                             "out."));
  g_assert_true (network_fixture_says (self, "An entry has no number or no name, so it was left out."));
  g_assert_true (network_fixture_says (self, "The data is not written in Unicode, so it cannot be read."));
  assert_alerts (self, "D-1\nD-2\nD-3");

  rows = fixture_query (path, "SELECT number, class, coalesce (reported, '-'), coalesce (initiated, '-'), "
                        "coalesce (reason, '-') FROM recall ORDER BY number");
  g_assert_cmpstr (rows, ==, "D-1|0|-|-|-\nD-2|0|2026-11-01|-|-\nD-3|2|-|2026-10-30|-");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/recall-faults/replies", test_replies);
  g_test_add_func ("/recall-faults/excess", test_excess);
  g_test_add_func ("/recall-faults/other-host", test_other_host);
  g_test_add_func ("/recall-faults/no-such-host", test_no_such_host);
  g_test_add_func ("/recall-faults/nothing-found", test_nothing_found);
  g_test_add_func ("/recall-faults/paging", test_paging);
  g_test_add_func ("/recall-faults/odd-fields", test_odd_fields);

  return g_test_run ();
}
