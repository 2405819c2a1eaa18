/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "shots-profile.h"

#include "answers-fixture.h"
#include "news-fixture.h"
#include "taking-fixture.h"
#include "hc-trial-json.h"
#include "trials-fixture.h"

/* What somebody may well take; at the time that the clock shows some doses are taken, due and to come. */
static char *
add_medicines (HcUiFixture *fixture)
{
  static const struct { const char *drug; const char *name; const char *strength; double amount; const char *hours;
    HcPillLook look; } medicines[] = {
    { "loperamide", "Loperamide", "2 mg", 1, NULL,
      { NULL, NULL, HC_PILL_SHAPE_CAPSULE, { HC_PILL_COLOR_GREEN, HC_PILL_COLOR_GRAY }, 1, 14 } },
    { "ondansetron", "Ondansetron", "8 mg", 1, "08:00 14:00 20:00",
      { "8", NULL, HC_PILL_SHAPE_OVAL, { HC_PILL_COLOR_YELLOW }, 1, 12 } },
    { "warfarin", "Warfarin", "5 mg", 0.5, "14:00",
      { "5", NULL, HC_PILL_SHAPE_CAPSULE, { HC_PILL_COLOR_PINK }, 2, 9 } },
    { "calcium", "Calcium", "500 mg", 1, "08:00", { 0 } },
    { "levothyroxine", "Levothyroxine", "75 µg", 1, "07:00",
      { "75", NULL, HC_PILL_SHAPE_ROUND, { HC_PILL_COLOR_PURPLE }, 1, 7 } },
    { "capecitabine", "Capecitabine", "500 mg", 3, "08:00 20:00",
      { "XELODA", "500", HC_PILL_SHAPE_OVAL, { HC_PILL_COLOR_PINK }, 1, 16 } },
  };
  const char *from = "2026-11-03T00:00:00Z";
  char *medicine_link = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (medicines); i++)
    {
      g_autoptr (HcMedicine) medicine = taking_fixture_add (fixture, medicines[i].drug, medicines[i].name,
                                                            medicines[i].strength);

      taking_fixture_look (fixture, medicine, &medicines[i].look);
      if (medicines[i].hours == NULL)
        taking_fixture_needed (fixture, medicine, from, medicines[i].amount, 8, 120);
      else
        taking_fixture_at (fixture, medicine, from, medicines[i].amount, medicines[i].hours);

      if (!g_str_equal (medicines[i].drug, "capecitabine"))
        continue;

      taking_fixture_at (fixture, medicine, "2026-11-12T12:00:00Z", 2, medicines[i].hours);
      taking_fixture_record (fixture, medicine, "2026-11-20T08:00", HC_DOSE_TAKEN, "2026-11-20T08:00:00Z",
                             "2026-11-20T08:05:00Z", 2);
      taking_fixture_count (fixture, medicine, "2026-11-19T12:00:00Z", 14, 30);
      medicine_link = g_strconcat ("health-center:medicine/", hc_medicine_get_id (medicine), NULL);
    }

  return medicine_link;
}

/* Somebody with much to tell, and two others. */
static void
add_people (HcUiFixture *fixture)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  g_autoptr (HcPerson) ada = hc_person_new ();
  g_autoptr (HcPerson) ben = hc_person_new ();
  g_autoptr (HcPerson) cleo = hc_person_new ();
  g_autoptr (HcCareContact) nurse = hc_care_contact_new ();
  g_autoptr (HcCareContact) doctor = hc_care_contact_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (profile), ada, &(HcPersonDetails) {
    .is_user = TRUE,
    .name = "Ada",
    .birth_year = 1958,
    .site = "colon",
    .stage = "3",
    .biomarkers = "msi-h",
    .allergies = "penicillin (rash, 1987)\nNSAIDs\nthe blue plasters of the pharmacy",
    .foods = "Grapefruit\ngreen smoothies",
    .treatment = "Surgery in March, then capecitabine for half a year.",
    .last_visit = "2026-03-12",
  }, NULL, NULL);
  hc_person_store_save_async (hc_profile_get_people (profile), ben,
                              &(HcPersonDetails) { .name = "Ben, my father’s eldest brother in Minneapolis" },
                              NULL, NULL);
  hc_person_store_save_async (hc_profile_get_people (profile), cleo, &(HcPersonDetails) { .name = "Cleo" }, NULL, NULL);

  hc_care_contact_store_save_async (hc_profile_get_care_contacts (profile), doctor, &(HcCareContactDetails) {
    .person = hc_person_get_id (ada),
    .name = "Dr. Lee",
    .role = "Oncologist",
    .email = "lee@example.org",
  }, NULL, NULL);
  hc_care_contact_store_save_async (hc_profile_get_care_contacts (profile), nurse, &(HcCareContactDetails) {
    .person = hc_person_get_id (ada),
    .name = "Chemotherapy unit",
    .role = "At night, too",
    .phone = "(212) 555-0199",
  }, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static HcMedicine *
find_medicine (HcProfile  *profile,
               const char *name)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (profile));

  for (guint i = 0; i < g_list_model_get_n_items (medicines); i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      /* The store keeps it. */
      if (g_str_equal (hc_medicine_get_details (medicine)->name, name))
        return medicine;
    }

  g_assert_not_reached ();
}

/* What may be published about it. */
static void
add_alerts (HcUiFixture *fixture)
{
  static const HcAlertDetails alerts[] = {
    { .notice = "D-0412-2026", .kind = HC_ALERT_RECALL, .severity = 1, .published = "2026-11-18",
      .title = "Warfarin sodium tablets, 5 mg: bottles may hold 10 mg tablets",
      .text = "Some bottles labeled as 5 mg may contain tablets of 10 mg. Too much warfarin can cause serious "
              "bleeding.\n\nLots: W5A2291, W5A2292",
      .reason = "The notice names warfarin, which acts in Warfarin. Only some lots are concerned: compare the lot "
                "number on your package.",
      .uri = "https://www.fda.gov/drugs/drug-safety-and-availability/drug-recalls", .source = "FDA" },
    { .notice = "S-0007-2026", .kind = HC_ALERT_SHORTAGE, .published = "2026-11-02",
      .title = "Capecitabine tablets, 500 mg", .text = "Limited supply from two makers.",
      .reason = "The notice names capecitabine.",
      .uri = "https://www.accessdata.fda.gov/scripts/drugshortages/", .source = "FDA" },
    { .notice = "D-0398-2026", .kind = HC_ALERT_RECALL, .severity = 3, .published = "2026-10-21",
      .title = "Ondansetron tablets: wrong expiration date on the carton", .text = "",
      .reason = "The notice names ondansetron.", .source = "FDA" },
  };
  static const char *const names[] = { "Warfarin", "Capecitabine", "Ondansetron" };
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcAlertStore *store = hc_profile_get_alerts (profile);

  for (guint i = 0; i < G_N_ELEMENTS (alerts); i++)
    {
      HcMedicine *medicine = find_medicine (profile, names[i]);
      HcAlertDetails details = alerts[i];
      gboolean is_done = FALSE;

      details.medicine = hc_medicine_get_id (medicine);
      hc_alert_store_add_async (store, &details, hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
      is_done = i < 2;
      if (!is_done)
        hc_alert_store_set_state_async (store, hc_alert_store_lookup (store, details.notice, details.medicine),
                                        HC_ALERT_READ, hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
    }
}

/* Some weeks of somebody in treatment: days with pain, an infusion, a result that is covered, and a fever now. */
static void
fill_diary (HcUiFixture *fixture)
{
  static const struct { const char *kind; double value; int hours; const char *text; gboolean is_covered; } rows[] = {
    { "temperature", 38.4, 1, "After a nap; shivering a little", FALSE },
    { "nausea", 1, 3, "", FALSE },
    { "infusion", -1, 44, "oxaliplatin", FALSE },
    { "cea", 4.2, 50, "", TRUE },
    { "mood", 2, 52, "", FALSE },
    { "note", -1, 53, "Walked to the park and back with Sam. The first time since the surgery.", FALSE },
    { "infusion", -1, 44 + 336, "oxaliplatin", FALSE },
  };
  HcDiary *diary = hc_profile_get_diary (hc_context_get_profile (fixture->context));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (fixture->context));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_done = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDateTime) time = g_date_time_add_hours (now, -rows[i].hours);

      g_ptr_array_add (entries, hc_diary_entry_new (&(HcDiaryEntryDetails) {
        .kind = rows[i].kind,
        .time = time,
        .has_value = rows[i].value >= 0,
        .value = rows[i].value,
        .text = rows[i].text,
        .is_covered = rows[i].is_covered,
      }));
    }

  for (int day = 1; day < 40; day++)
    {
      g_autoptr (GDateTime) time = g_date_time_add_hours (now, -24 * day - 5);

      g_ptr_array_add (entries, hc_diary_entry_new (&(HcDiaryEntryDetails) {
        .kind = day % 3 == 0 ? "weight" : "temperature",
        .time = time,
        .has_value = TRUE,
        .value = day % 3 == 0 ? 71.0 - day / 20.0 : 36.5 + day % 5 / 5.0,
      }));
    }

  hc_diary_save_all_async (diary, entries, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

/* Invented trials, the city of the first person, and what they saved. */
static void
add_trials (HcUiFixture *fixture)
{
  HcTrialCatalog *catalog = hc_context_get_trials (fixture->context);
  HcProfile *profile = hc_context_get_profile (fixture->context);
  const char *person = hc_current_person_get_id (hc_context_get_person (fixture->context));
  g_autofree char *page = trials_fixture_make_page ();
  g_autofree char *copy = NULL;
  g_autoptr (HcTrial) trial = NULL;
  g_autoptr (HcSavedTrial) saved = NULL;
  HcSavedTrialDetails details = { .person = person, .nct = TRIALS_NEAR, .version = "2026-10-01" };
  GVariantBuilder builder;
  gboolean is_done = FALSE;

  trials_fixture_import (fixture, page);
  trial = hc_trial_catalog_load (catalog, TRIALS_NEAR, NULL, NULL);
  g_set_str (&trial->status, "NOT_YET_RECRUITING");
  g_set_str (&trial->updated, details.version);
  details.title = trial->title;
  details.copy = copy = hc_trial_json_print (trial);
  details.note = "Ask Dr. Lee whether the gym counts.";
  saved = hc_saved_trial_new (&details);
  hc_saved_trial_store_save_async (hc_profile_get_saved_trials (profile), saved, &details, hc_ui_fixture_done_cb,
                                   &is_done);
  WAIT_FOR (is_done);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&builder, "{ss}", person, "FEMALE");
  g_settings_set_value (hc_context_get_settings (fixture->context), "trial-sex", g_variant_builder_end (&builder));
  g_settings_set_string (hc_context_get_settings (fixture->context), "care-city", "Denver, CO");
}

/* Fills a profile with what somebody in treatment may well have written. Returns the link of the medicine of which
 * there is most to be seen. */
/* What feeds might publish. */
static void
add_news (HcUiFixture *fixture)
{
  static const char institute[] =
    RSS ("Cancer Currents",
         ITEM ("c1", "Exercise after colon cancer: what a large study found", "18",
               "&lt;p&gt;People who walked or swam three times a week after chemotherapy lived longer without the "
               "cancer coming back.&lt;/p&gt;&lt;h2&gt;What was done&lt;/h2&gt;&lt;p&gt;889 people from six countries "
               "were assigned by chance to one of two groups.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;A coach for three years"
               "&lt;/li&gt;&lt;li&gt;A leaflet about health&lt;/li&gt;&lt;/ul&gt;")
         ITEM ("c2", "When chemotherapy numbs the fingers", "11", "What is known of neuropathy, and what helps.")
         ITEM ("c3", "Screening from 45: five years on", "02", "How many people go, and what is found."));
  static const char agency[] =
    RSS ("MedWatch", ITEM ("m1", "Recall of one lot of capecitabine tablets", "19",
                           "The maker recalls lot 24117 because of the wrong strength on some boxes."));
  g_autoptr (FakeFetcher) fetcher = news_fixture_install (fixture);
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcNews *news = hc_context_get_news (fixture->context);
  g_autoptr (HcFeedItem) item = NULL;
  g_autoptr (HcSavedPost) post = NULL;
  g_auto (GStrv) keys = NULL;
  HcSubscription *currents;
  gboolean is_done = FALSE;

  fake_fetcher_serve (fetcher, "https://currents.example/feed", 200, institute);
  fake_fetcher_serve (fetcher, "https://medwatch.example/feed", 200, agency);
  fake_fetcher_serve (fetcher, "https://charity.example/feed", 404, NULL);
  currents = news_fixture_subscribe (fixture, "https://currents.example/feed", "", "Science");
  news_fixture_subscribe (fixture, "https://charity.example/feed", "A charity far away", "Science");
  news_fixture_subscribe (fixture, "https://medwatch.example/feed", "MedWatch safety alerts", "");
  news_fixture_refresh (fixture);

  keys = hc_news_list_unread (news, hc_subscription_get_id (currents));
  item = hc_feed_catalog_load (hc_news_get_catalog (news), hc_subscription_get_id (currents), keys[2], NULL);
  post = hc_news_make_saved_post (news, item);
  hc_saved_post_store_add_async (hc_profile_get_saved_posts (profile), post, NULL, NULL);
  hc_read_posts_mark_async (hc_profile_get_read_posts (profile), hc_subscription_get_id (currents),
                            (const char *const[]) { keys[2], NULL }, TRUE, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

char *
shots_profile_fill (HcUiFixture *fixture)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  HcLibrary *library = hc_context_get_library (fixture->context);
  HcArticle *stage = hc_library_get_article (library, "understanding-your-stage");
  GPtrArray *blocks;
  char *medicine_link;
  g_autofree char *link = NULL;
  g_autofree char *quote = NULL;
  g_autoptr (HcNote) free_note = NULL;
  g_autoptr (HcNote) stage_note = NULL;
  g_autoptr (HcNote) highlight = NULL;
  g_autoptr (HcBookmark) bookmark = NULL;
  g_autoptr (HcCareQuestion) first = NULL;
  g_autoptr (HcCareQuestion) second = NULL;
  gboolean is_done = FALSE;

  g_assert_true (hc_library_load_article (library, stage, NULL));
  blocks = hc_article_get_blocks (stage);
  link = g_strconcat ("health-center:article/understanding-your-stage#",
                      ((HcBlock *) g_ptr_array_index (blocks, 0))->anchor, NULL);
  quote = hc_block_dup_text (g_ptr_array_index (blocks, 0));

  free_note = hc_note_new (NULL, NULL, NULL);
  hc_ui_fixture_save_note (fixture, free_note, "Bring the scan report and the list of medicines on Thursday.");
  stage_note = hc_note_new (link, hc_article_get_title (stage), quote);
  hc_ui_fixture_save_note (fixture, stage_note,
                           "Ask which stage was meant, and whether it was the scan or the surgery that decided it.");

  highlight = hc_note_new (link, hc_article_get_title (stage),
                           "two doctors talk about the same thing in the same words");
  hc_ui_fixture_save_note (fixture, highlight, "");

  bookmark = hc_bookmark_new ("health-center:article/warning-signs", "Warning Signs and When to Call");
  hc_bookmark_store_add_async (hc_profile_get_bookmarks (profile), bookmark, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  first = answers_fixture_add (fixture, NULL, NULL, "How much may I lift, and from when on?");
  second = answers_fixture_add (fixture, "health-center:article/warning-signs", "Warning Signs and When to Call",
                                "From which temperature on should I call at night?");
  medicine_link = add_medicines (fixture);
  add_people (fixture);
  add_alerts (fixture);
  add_trials (fixture);
  fill_diary (fixture);
  add_news (fixture);

  return medicine_link;
}
