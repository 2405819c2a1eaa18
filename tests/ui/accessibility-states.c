/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "accessibility-states.h"

#include "news-fixture.h"
#include "taking-fixture.h"
#include "trials-fixture.h"

#define WITH_TABLE "health-center:article/understanding-your-stage"

#define MEDICINE "health-center:medicine"
#define APPOINTMENT "health-center:appointment"
#define CLINIC "health-center:care?clinic"

/* With the place filled in, so that the request goes on. */
#define REQUEST "health-center:request?center=memorial-sloan-kettering"

/* A feed that could not be fetched the last time, and its post. */
#define FEED "health-center:news?feed"
#define POST "health-center:post"
#define FEED_ADDRESS "https://a.example/a-long-address-without-a-place-to-break-it/feed"

const AccessibilityState accessibility_states[] = {
  { "today", "health-center:today", NULL, NULL },
  { "setup", "health-center:today", "HcTodayView", "today.setup" },
  { "quizzes", "health-center:quiz", NULL, NULL },
  { "health-check", "health-center:health-check", NULL, NULL },
  { "articles", "health-center:articles", NULL, NULL },
  { "all-articles", "health-center:articles/all", NULL, NULL },
  { "questions", "health-center:questions", NULL, NULL },
  { "my-questions", "health-center:my-questions", NULL, NULL },
  { "ask", "health-center:my-questions", "HcQuestionsPage", "questions.ask" },
  { "glossary", "health-center:glossary", NULL, NULL },
  { "pictures", "health-center:pictures", NULL, NULL },
  { "drugs", "health-center:drugs", NULL, NULL },
  { "drugs-search", "health-center:drugs?q=nausea", NULL, NULL },
  { "drugs-class", "health-center:drugs?class=opioid", NULL, NULL },
  { "drug", "health-center:drug/capecitabine", NULL, NULL },
  { "interactions", "health-center:interactions?with=health-center:drug/warfarin", NULL, NULL },
  { "import", "health-center:import", NULL, NULL },
  { "medicines", "health-center:medicines", NULL, NULL },
  { "diary", "health-center:diary", NULL, NULL },
  { "diary-course", "health-center:diary/temperature", NULL, NULL },
  { "diary-add", "health-center:diary", "HcDiaryPage", "diary.add" },
  { "diary-evening", "health-center:diary", "HcDiaryPage", "diary.evening" },
  { "diary-entry", "health-center:diary/temperature?new=yes", NULL, NULL },
  { "alerts", "health-center:alerts", NULL, NULL },
  { "alert", "health-center:alerts", "GtkListView", "list.activate-item(uint32 0)" },
  { "recalls", "health-center:alerts?recalls=yes", NULL, NULL },
  { "network", "health-center:network", NULL, NULL },
  { "network-log", "health-center:network", "HcNetworkPage", "navigation.push::network-log" },
  { "about", "health-center:articles/about", NULL, NULL },
  { "sources-and-licenses", "health-center:article/sources-and-licenses#the-software", NULL, NULL },
  { "backup", "health-center:backup", NULL, NULL },
  { "medicine", MEDICINE, NULL, NULL },
  { "timing", "health-center:medicines?timing=yes", NULL, NULL },
  { "pills", "health-center:pills", NULL, NULL },
  { "pills-found", "health-center:pills?imprint=500", NULL, NULL },
  { "no-pills", "health-center:pills?imprint=QWXYZ", NULL, NULL },
  { "picture", "health-center:picture/colon-parts", NULL, NULL },
  { "search", "health-center:search?q=tired", NULL, NULL },
  { "nothing-found", "health-center:search?q=qwxyz", NULL, NULL },
  { "search-empty", "health-center:search", NULL, NULL },
  { "find", WITH_TABLE, "HcArticlePage", "article.find" },
  { "article", WITH_TABLE, NULL, NULL },
  { "paged-article", "health-center:article/rectal-cancer-treatment-by-stage#stage-ii", NULL, NULL },
  { "sources", "health-center:article/warning-signs#sources", NULL, NULL },
  { "contents", WITH_TABLE, "HcArticlePage", "article.show-contents" },
  { "note", WITH_TABLE, "HcArticlePage", "article.write-note" },
  { "notes", "health-center:notes", NULL, NULL },
  { "new-note", "health-center:notes", "HcNotesPage", "notes.new" },
  { "summary", "health-center:summary", NULL, NULL },
  { "care", "health-center:care", NULL, NULL },
  { "care-city", "health-center:care", "HcCareHome", "care.choose-city" },
  { "helplines", "health-center:care?list=helplines", NULL, NULL },
  { "center", "health-center:care/memorial-sloan-kettering", NULL, NULL },
  { "campus", "health-center:care/mayo-arizona", NULL, NULL },
  { "helpline", "health-center:care/crisis-text", NULL, NULL },
  { "guide", "health-center:care/finding-a-surgeon", NULL, NULL },
  { "clinic", CLINIC, NULL, NULL },
  { "clinic-edit", CLINIC, "HcClinicPage", "clinic-page.edit" },
  { "clinic-new", "health-center:care?clinic=new", NULL, NULL },
  { "request-where", REQUEST, NULL, NULL },
  { "request-when", REQUEST, "HcRequestDialog", "request.next", 0 },
  { "request-about", REQUEST, "HcRequestDialog", "request.next", 1 },
  { "request-summary", REQUEST, "HcRequestDialog", "request.next", 2 },
  { "request-send", REQUEST, "HcRequestDialog", "request.next", 3 },
  { "referral-about", REQUEST "&kind=referral", "HcRequestDialog", "request.next", 1 },
  { "community", "health-center:community", NULL, NULL },
  { "group", "health-center:community/healthunlocked", NULL, NULL },
  { "discussions", "health-center:community/reddit", NULL, NULL },
  { "news", "health-center:news", NULL, NULL },
  { "news-all", "health-center:news?show=all", NULL, NULL },
  { "news-saved", "health-center:news?show=saved", NULL, NULL },
  { "news-problem", "health-center:news?folder=Research", NULL, NULL },
  { "news-add", "health-center:news?show=add", NULL, NULL },
  { "news-consent", "health-center:news", "HcNewsPage", "news.refresh" },
  { "news-folder", "health-center:news?folder=Research", "HcPostList", "posts.rename-folder" },
  { "news-feed", FEED, NULL, NULL },
  { "news-edit", FEED, "HcPostList", "posts.edit" },
  { "post", POST, NULL, NULL },
  { "trials", "health-center:trials", NULL, NULL },
  { "trials-found", "health-center:trials?show=results", NULL, NULL },
  { "trials-saved", "health-center:trials?show=saved", NULL, NULL },
  { "trials-city", "health-center:trials", "HcTrialChips", "trials.choose-city" },
  { "trials-compare", "health-center:trials?show=compare", NULL, NULL },
  { "trial", "health-center:trial/NCT07000001", NULL, NULL },
  { "appointments", "health-center:appointments", NULL, NULL },
  { "follow-up", "health-center:appointments?follow-up=yes", NULL, NULL },
  { "appointment", APPOINTMENT, NULL, NULL },
  { "appointment-confirm", APPOINTMENT, "HcAppointmentPage", "appointment.confirm" },
  { "appointment-move", APPOINTMENT, "HcAppointmentPage", "appointment.move" },
  { "appointment-cancel", APPOINTMENT, "HcAppointmentPage", "appointment.cancel" },
  { "appointment-place", APPOINTMENT, "HcAppointmentPage", "appointment.edit::place" },
  { "appointment-notes", APPOINTMENT, "HcAppointmentPage", "appointment.edit::notes" },
  { "appointment-questions", APPOINTMENT, "HcAppointmentPage", "appointment.edit::questions" },
  { "appointment-reminders", APPOINTMENT, "HcAppointmentPage", "appointment.edit::reminders" },
  { "trial-note", "health-center:trial/NCT07000001", "HcTrialPage", "trial.note" },
  { "about-trouble", "health-center:notes", "HcWindow", "win.resolve-trouble" },
};

const guint accessibility_n_states = G_N_ELEMENTS (accessibility_states);

/* One at times that are too near to those of the other, changed before, and one for when it is needed. */
static void
add_medicines (HcUiFixture *fixture)
{
  g_autoptr (HcMedicine) needed = taking_fixture_add (fixture, "loperamide", "Loperamide", "2 mg");
  g_autoptr (HcMedicine) calcium = taking_fixture_add (fixture, "calcium", "Calcium", NULL);
  g_autoptr (HcMedicine) thyroid = taking_fixture_add (fixture, "levothyroxine", "Levothyroxine", "75 µg");

  taking_fixture_set_now (fixture, "2026-11-20T08:10:00Z");
  taking_fixture_needed (fixture, needed, "2026-11-01T00:00:00Z", 1, 8, 0);
  taking_fixture_at (fixture, calcium, "2026-11-01T00:00:00Z", 1, "08:00 20:00");
  taking_fixture_at (fixture, thyroid, "2026-11-01T00:00:00Z", 1, "07:00");
  taking_fixture_at (fixture, thyroid, "2026-11-10T00:00:00Z", 2, "08:00");
}

/* An alert, a check for recalls that failed, and the request of another one. */
static void
add_recalls (HcUiFixture *fixture)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcRecallWatch *watch = hc_context_get_recall_watch (fixture->context);
  g_autoptr (HcMedicine) medicine = g_list_model_get_item (G_LIST_MODEL (hc_profile_get_medicines (profile)), 0);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 20, 8, 0, 0);
  g_autoptr (GUri) uri = g_uri_parse ("https://api.fda.gov/drug/enforcement.json?search=report_date:%5B20241121+TO+"
                                      "20261121%5D&limit=1000", G_URI_FLAGS_ENCODED, NULL);
  g_autoptr (HcNetworkEntry) entry = hc_network_entry_new (time, hc_service_get (HC_SERVICE_RECALLS), "GET", uri);
  gboolean is_done = FALSE;

  hc_alert_store_add_async (hc_profile_get_alerts (profile), &(HcAlertDetails) {
    .notice = "D-0001-2026", .kind = HC_ALERT_RECALL, .severity = 1, .title = "Calcium tablets", .source = "FDA",
    .text = "Reason: Too strong", .published = "2026-11-01", .medicine = hc_medicine_get_id (medicine),
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  hc_recall_watch_check (watch);
  WAIT_FOR (hc_recall_watch_get_phase (watch) == HC_RECALL_IDLE);

  hc_network_entry_set_result (entry, 0, "no-such-host", 0, 0);
  hc_network_log_add (hc_context_get_network_log (fixture->context), entry);
}

static void
add_clinic (HcUiFixture *fixture)
{
  HcClinicStore *clinics = hc_profile_get_clinics (hc_context_get_profile (fixture->context));
  g_autoptr (HcClinic) clinic = hc_clinic_new ();
  gboolean is_done = FALSE;

  hc_clinic_store_save_async (clinics, clinic, &(HcClinicDetails) {
    .name = "Practice of the Averylongstreetnamethatdoesnotendsoon",
    .doctor = "Dr. Kim",
    .role = "Surgeon",
    .phone = "212-555-0100",
    .email = "front.desk.of.the.practice@averylongnameofahost.example.org",
    .web = "www.example.org",
    .hours = "mon-fri 08:00-17:00",
    .notes = "The door at the back",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
add_appointment (HcUiFixture *fixture)
{
  const char *const questions[] = { "May I fly?", NULL };
  g_autoptr (GVariant) asked = hc_appointment_questions_new (questions, NULL);
  HcAppointmentStore *store = hc_profile_get_appointments (hc_context_get_profile (fixture->context));
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  gboolean is_done = FALSE;

  hc_appointment_store_save_async (store, appointment, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_SECOND_OPINION, .doctor = "Dr. Okafor",
    .place = "Memorial Sloan Kettering Cancer Center", .phone = "800-525-2225", .zone = "America/New_York",
    .begins = "2099-12-01T10:30", .questions = asked, .reminders = { 1440 },
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static void
add_news (HcUiFixture *fixture)
{
  g_autoptr (FakeFetcher) fetcher = news_fixture_install (fixture);

  fake_fetcher_serve (fetcher, FEED_ADDRESS, 200,
                      RSS ("A paper", ITEM ("1", "A study of a medicine with a long name: trifluridine and tipiracil",
                                            "12", "About &lt;b&gt;capecitabine&lt;/b&gt; "
                                            "&lt;ul&gt;&lt;li&gt;One&lt;/li&gt;&lt;/ul&gt;"
                                            "https://a.example/averylongaddresswithoutanyplacetobreakit")
                           ITEM ("2", "Another", "13", "Words.")));
  news_fixture_subscribe (fixture, FEED_ADDRESS, "", "Research");
  news_fixture_subscribe (fixture, "https://b.example/", "Averylongnamethatnobodyeverwritesbutsomefeedhas", "");
  news_fixture_refresh (fixture);
  fake_fetcher_serve (fetcher, FEED_ADDRESS, 503, NULL);
  news_fixture_refresh (fixture);
}

/* Writes down something of each kind, so that no page is empty. */
void
accessibility_states_fill (HcUiFixture *fixture)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  g_autoptr (HcNote) note = hc_note_new (WITH_TABLE, "Understanding Your Stage", "Some words of the article");
  g_autoptr (HcNote) free_note = hc_note_new (NULL, NULL, NULL);
  g_autoptr (HcBookmark) bookmark = hc_bookmark_new (WITH_TABLE, "Understanding Your Stage");
  g_autofree char *trials = trials_fixture_make_page ();
  gboolean is_done = FALSE;

  trials_fixture_import (fixture, trials);
  hc_ui_fixture_save_note (fixture, note,
                           "A rather long note without any line break, of which only the beginning is shown");
  hc_ui_fixture_save_note (fixture, free_note,
                           "Averylongwordthatnobodyeverwritesbutsomebodymightpastefromanaddressofaweb/page");
  hc_bookmark_store_add_async (hc_profile_get_bookmarks (profile), bookmark, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  add_medicines (fixture);
  add_clinic (fixture);
  add_appointment (fixture);
  add_news (fixture);
  add_recalls (fixture);
}

/* The pages of one medicine, clinic, appointment, feed or post have links of their own in each profile. */
char *
accessibility_state_dup_link (const AccessibilityState *state,
                              HcUiFixture              *fixture)
{
  GListModel *clinics = G_LIST_MODEL (hc_profile_get_clinics (hc_context_get_profile (fixture->context)));
  g_autoptr (HcClinic) clinic = g_list_model_get_item (clinics, 0);
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (hc_context_get_profile (fixture->context)));
  GListModel *appointments = G_LIST_MODEL (hc_profile_get_appointments (hc_context_get_profile (fixture->context)));
  g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, 0);
  g_autoptr (HcAppointment) appointment = g_list_model_get_item (appointments, 0);

  if (g_str_equal (state->link, MEDICINE) && medicine != NULL)
    return g_strconcat (MEDICINE, "/", hc_medicine_get_id (medicine), NULL);

  if (g_str_equal (state->link, CLINIC) && clinic != NULL)
    return g_strconcat (CLINIC, "=", hc_clinic_get_id (clinic), NULL);

  if (g_str_equal (state->link, APPOINTMENT) && appointment != NULL)
    return g_strconcat (APPOINTMENT, "/", hc_appointment_get_id (appointment), NULL);

  if (g_str_equal (state->link, FEED) || g_str_equal (state->link, POST))
    {
      HcSubscriptionStore *feeds = hc_profile_get_subscriptions (hc_context_get_profile (fixture->context));
      const char *id = hc_subscription_get_id (hc_subscription_store_find (feeds, FEED_ADDRESS));
      HcFeedCatalog *catalog = hc_news_get_catalog (hc_context_get_news (fixture->context));
      g_auto (GStrv) keys = hc_feed_catalog_list_keys (catalog, id, NULL);

      return g_str_equal (state->link, FEED) ? g_strconcat (FEED, "=", id, NULL)
                                             : g_strconcat (POST, "/", id, "/", keys[0], NULL);
    }

  return g_strdup (state->link);
}
