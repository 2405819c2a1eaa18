/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "compiler-fixture.h"
#include "hc-appointment-private.h"
#include "hc-follow-up-plan.h"

/* When checks are due after an operation on 31 January 2026, by the library that is shipped. The days are worked out
 * with a calendar from the tables that are cited there. */

static const char *const states[] = { "past", "done", "overdue", "booked", "due", "coming" };

static HcFollowUpBook *
open_book (HcLibrary **library)
{
  g_autoptr (GError) error = NULL;
  HcFollowUpBook *book;

  *library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_assert_no_error (error);
  book = hc_follow_up_book_new (*library, &error);
  g_assert_no_error (error);

  return book;
}

static GDate
day (int year,
     int month,
     int number)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return date;
}

static HcAppointment *
make (const char         *subject,
      HcAppointmentState  state,
      const char         *begins)
{
  g_autofree char *id = g_uuid_string_random ();

  return _hc_appointment_new_with_id (id, &(HcAppointmentDetails) {
    .subject = subject, .state = state, .begins = begins }, NULL, NULL);
}

/* "EARLIEST/LATEST STATE" of each time of one check, with ", " between them. */
static void
assert_plan (const char *site,
             const char *stage,
             const char *subject,
             GPtrArray  *appointments,
             GDate       today,
             const char *expected)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcFollowUpBook) book = open_book (&library);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GDate treatment = day (2026, 1, 31);
  g_autoptr (GPtrArray) plan = hc_follow_up_plan_make (book, site, stage, &treatment,
                                                       appointments != NULL ? appointments : none, &today);

  for (guint i = 0; i < plan->len; i++)
    {
      const HcFollowUpItem *item = g_ptr_array_index (plan, i);
      char first[16], last[16];

      if (i > 0)
        g_assert_cmpint (g_date_compare (&((HcFollowUpItem *) plan->pdata[i - 1])->earliest, &item->earliest), <=, 0);
      if (!g_str_equal (item->check->subject, subject))
        continue;

      g_date_strftime (first, sizeof first, "%F", &item->earliest);
      g_date_strftime (last, sizeof last, "%F", &item->latest);
      g_string_append_printf (text, "%s%s/%s %s", text->len > 0 ? ", " : "", first, last, states[item->state]);
      g_assert_true ((item->state == HC_FOLLOW_UP_DONE || item->state == HC_FOLLOW_UP_BOOKED)
                     == (item->appointment != NULL));
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_dates (void)
{
  assert_plan ("colon", "2", "cea", NULL, day (2026, 1, 31),
               "2026-04-30/2026-07-31 coming, 2026-10-31/2027-01-31 coming, 2027-04-30/2027-07-31 coming, "
               "2027-10-31/2028-01-31 coming, 2028-07-31/2028-07-31 coming, 2029-01-31/2029-01-31 coming, "
               "2029-07-31/2029-07-31 coming, 2030-01-31/2030-01-31 coming, 2030-07-31/2030-07-31 coming, "
               "2031-01-31/2031-01-31 coming");
  assert_plan ("colon", "3", "ct", NULL, day (2026, 1, 31),
               "2026-07-31/2027-01-31 coming, 2027-07-31/2028-01-31 coming, 2028-07-31/2029-01-31 coming, "
               "2029-07-31/2030-01-31 coming, 2030-07-31/2031-01-31 coming");
  assert_plan ("colon", "4", "ct", NULL, day (2026, 1, 31),
               "2026-04-30/2026-07-31 coming, 2026-10-31/2027-01-31 coming, 2027-04-30/2027-07-31 coming, "
               "2027-10-31/2028-01-31 coming, 2028-07-31/2029-01-31 coming, 2029-07-31/2030-01-31 coming, "
               "2030-07-31/2031-01-31 coming");
  assert_plan ("rectal", "1", "colonoscopy", NULL, day (2026, 1, 31), "2027-01-31/2027-01-31 coming");
  assert_plan ("colon", "1", "cea", NULL, day (2026, 1, 31), "");
  assert_plan ("rectal", "1", "cea", NULL, day (2026, 1, 31), "");
  assert_plan ("rectal", "1", "ct", NULL, day (2026, 1, 31), "");
  assert_plan ("rectal", "1", "visit", NULL, day (2026, 1, 31), "");
  assert_plan ("rectal", "2", "ct", NULL, day (2026, 1, 31),
               "2026-07-31/2027-01-31 coming, 2027-07-31/2028-01-31 coming, 2028-07-31/2029-01-31 coming, "
               "2029-07-31/2030-01-31 coming, 2030-07-31/2031-01-31 coming");
  assert_plan ("colon", "1", "colonoscopy", NULL, day (2026, 1, 31), "2027-01-31/2027-01-31 coming");
}

/* What nothing is known of has no plan, and is no error. */
static void
test_nothing (void)
{
  static const char *const stages[] = { "0", "recurrent", "", "5", "2 3 x", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    assert_plan ("colon", stages[i], "colonoscopy", NULL, day (2026, 1, 31), "");

  assert_plan (NULL, "2", "colonoscopy", NULL, day (2026, 1, 31), "");
  assert_plan ("lung", "2", "colonoscopy", NULL, day (2026, 1, 31), "");
}

static void
test_states (void)
{
  g_autoptr (GPtrArray) appointments = g_ptr_array_new_with_free_func (g_object_unref);

  assert_plan ("rectal", "3", "colonoscopy", NULL, day (2027, 1, 30), "2027-01-31/2027-01-31 coming");
  assert_plan ("rectal", "3", "colonoscopy", NULL, day (2027, 1, 31), "2027-01-31/2027-01-31 due");
  assert_plan ("rectal", "3", "colonoscopy", NULL, day (2027, 2, 1), "2027-01-31/2027-01-31 overdue");
  assert_plan ("rectal", "3", "colonoscopy", NULL, day (2028, 2, 1), "2027-01-31/2027-01-31 past");

  /* Of another subject, canceled, and long before: none of them counts. */
  g_ptr_array_add (appointments, make ("cea", HC_APPOINTMENT_DONE, "2027-01-31T10:00"));
  g_ptr_array_add (appointments, make ("colonoscopy", HC_APPOINTMENT_CANCELLED, "2027-01-31T10:00"));
  g_ptr_array_add (appointments, make ("colonoscopy", HC_APPOINTMENT_DONE, "2026-12-30T10:00"));
  assert_plan ("rectal", "3", "colonoscopy", appointments, day (2027, 1, 31), "2027-01-31/2027-01-31 due");

  /* One that is planned, and one that was done a month early, which says more. */
  g_ptr_array_add (appointments, make ("colonoscopy", HC_APPOINTMENT_CONFIRMED, "2027-02-15T10:00"));
  assert_plan ("rectal", "3", "colonoscopy", appointments, day (2027, 1, 31), "2027-01-31/2027-01-31 booked");
  g_ptr_array_add (appointments, make ("colonoscopy", HC_APPOINTMENT_DONE, "2026-12-31T10:00"));
  assert_plan ("rectal", "3", "colonoscopy", appointments, day (2027, 3, 31), "2027-01-31/2027-01-31 done");
}

/* A check is for one time, and a request without a day for the first that is open. */
static void
test_one_each (void)
{
  g_autoptr (GPtrArray) appointments = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (appointments, make ("ct", HC_APPOINTMENT_DONE, "2027-02-20T10:00"));
  g_ptr_array_add (appointments, make ("ct", HC_APPOINTMENT_REQUESTED, ""));
  assert_plan ("colon", "2", "ct", appointments, day (2028, 2, 10),
               "2026-07-31/2027-01-31 done, 2027-07-31/2028-01-31 booked, 2028-07-31/2029-01-31 coming, "
               "2029-07-31/2030-01-31 coming, 2030-07-31/2031-01-31 coming");
}

/* Each check says which guideline it is from, and has a source that was read. */
static void
test_sources (void)
{
  g_autoptr (HcLibrary) library = NULL;
  g_autoptr (HcFollowUpBook) book = open_book (&library);
  GPtrArray *checks = hc_follow_up_book_get_checks (book);

  g_assert_cmpuint (checks->len, ==, 11);
  for (guint i = 0; i < checks->len; i++)
    {
      const HcFollowUpCheck *check = g_ptr_array_index (checks, i);
      g_autoptr (GPtrArray) sources = hc_follow_up_book_load_sources (book, library, check, NULL);

      g_assert_cmpuint (sources->len, >=, 1);
      g_assert_nonnull (strstr (check->guideline, "2022"));
      g_assert_true (g_str_equal (check->kind, "test") || g_str_equal (check->kind, "follow-up"));
    }
}

static void
test_spans (void)
{
  static const char *const bad[] = {
    "", "0-24", "0-24 every", "0-24 every 0", "24-0 every 3", "0-24 every 6-3", "0-2 every 3", "0-24 every 3-6 x",
    "-3-24 every 3", "0-999 every 3", "0-24 every 3-", "a-24 every 3", "0-24 every 30",
  };
  HcFollowUpSpan span;
  guint stages;

  g_assert_true (hc_follow_up_span_parse ("12-24 every 3-6", &span));
  g_assert_cmpint (span.from, ==, 12);
  g_assert_cmpint (span.until, ==, 24);
  g_assert_cmpint (span.at_least, ==, 3);
  g_assert_cmpint (span.at_most, ==, 6);
  g_assert_true (hc_follow_up_span_parse ("0-12 every 12", &span));
  g_assert_cmpint (span.at_least, ==, 12);
  g_assert_cmpint (span.at_most, ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (hc_follow_up_span_parse (bad[i], &span))
      g_error ("“%s” is a span", bad[i]);

  g_assert_true (hc_follow_up_stages_parse ("1 3 4", &stages));
  g_assert_cmpuint (stages, ==, 1u << 1 | 1u << 3 | 1u << 4);
  g_assert_false (hc_follow_up_stages_parse ("3 1", &stages));
  g_assert_false (hc_follow_up_stages_parse ("1 ", &stages));
  g_assert_false (hc_follow_up_stages_parse ("1,2", &stages));
}

/* What the compiler says of a file that is wrong. */
static void
test_faults (void)
{
  g_autoptr (CompilerFixture) fixture = compiler_fixture_new ();
  g_autofree char *errors = NULL;

  compiler_fixture_write (fixture, "content/follow-up.txt",
                          "source: one | One | A | https://example.org/1 | 2022 | 2026-11-21 | read\n\n"
                          "check: Bad Id\nsubject: cea\nkind: walk\nname: N\nsite: lung\nstages: 3 2\nguideline: G\n"
                          "span: 0-24 every 9-3\nlink: health-center:article/nowhere\nfrom: one\n\n"
                          "check: twice\nsubject: cea\nkind: test\nname: N\nsite: colon\nstages: 2\nguideline: G\n"
                          "span: 0-24 every 6\nspan: 12-36 every 6\nfrom: one\n\n"
                          "check: twice\nsubject: cea\nkind: test\nname: N\nsite: colon\nstages: 2\nguideline: G\n"
                          "span: 0-24 every 6\nfrom: two\n\n"
                          "check: half\nfrom: one\n", -1);
  compiler_fixture_run (fixture, NULL, &errors, NULL);

  g_test_message ("%s", errors);
  g_assert_nonnull (strstr (errors, "follow-up.txt:3: “Bad Id” is no id"));
  g_assert_nonnull (strstr (errors, "kind is follow-up or test"));
  g_assert_nonnull (strstr (errors, "site is colon or rectal"));
  g_assert_nonnull (strstr (errors, "“3 2” are no stages"));
  g_assert_nonnull (strstr (errors, "“0-24 every 9-3” is no span of months"));
  g_assert_nonnull (strstr (errors, "nowhere"));
  g_assert_nonnull (strstr (errors, "the span begins before the end of the one above"));
  g_assert_nonnull (strstr (errors, "the id “twice” stands twice"));
  g_assert_nonnull (strstr (errors, "the source “two” is not declared"));
  g_assert_nonnull (strstr (errors, "follow-up.txt:35: the key “subject” is missing"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/follow-up-plan/dates", test_dates);
  g_test_add_func ("/context/follow-up-plan/nothing", test_nothing);
  g_test_add_func ("/context/follow-up-plan/states", test_states);
  g_test_add_func ("/context/follow-up-plan/one-each", test_one_each);
  g_test_add_func ("/context/follow-up-plan/sources", test_sources);
  g_test_add_func ("/context/follow-up-plan/spans", test_spans);
  g_test_add_func ("/context/follow-up-plan/faults", test_faults);

  return g_test_run ();
}
