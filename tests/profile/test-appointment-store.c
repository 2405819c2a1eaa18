/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "hc-appointment-unfinished.h"
#include "profile-fixture.h"

/* Appointments and clinics, seen through the stores and in the file. */

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"
#define CLINIC "0a1b2c3d-0000-4000-8000-0000000000c1"
#define NEW_YORK "America/New_York"

static HcAppointmentStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_appointments (fixture->profile);
}

static gboolean
try_save (ProfileFixture              *fixture,
          HcAppointment               *appointment,
          const HcAppointmentDetails  *details,
          GError                     **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_appointment_store_save_async (get_store (fixture), appointment, details, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_appointment_store_save_finish (get_store (fixture), result, error);
}

static void
save (ProfileFixture             *fixture,
      HcAppointment              *appointment,
      const HcAppointmentDetails *details)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_save (fixture, appointment, details, &error));
  g_assert_no_error (error);
}

static HcAppointmentWish
wish (int day,
      int from,
      int until)
{
  HcAppointmentWish self = { .from = from, .until = until };

  g_date_set_dmy (&self.day, (GDateDay) day, G_DATE_DECEMBER, 2026);

  return self;
}

/* The texts of a struct are those of the table, one by one: a column that is bound to another would show. */
static void
test_every_text (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autoptr (HcAppointment) read = NULL;
  g_autofree char *row = NULL, *id = g_strdup (hc_appointment_get_id (appointment));
  const HcAppointmentDetails *details;
  const char *const questions[] = { "Why '; DROP TABLE note; --?", "äöü 😀\n2", NULL };
  const char *const answers[] = { "Because.", NULL };
  g_autoptr (GVariant) asked = hc_appointment_questions_new (questions, answers);
  g_autoptr (GVariant) first = hc_appointment_history_add (NULL, &(HcAppointmentStep) {
    HC_APPOINTMENT_REQUESTED, 1795216314000000, NULL, "by mail" });
  g_autoptr (GVariant) history = hc_appointment_history_add (first, &(HcAppointmentStep) {
    HC_APPOINTMENT_CONFIRMED, 1795216315000000, "Ms. Bell", NULL });
  g_autoptr (GDateTime) dismissed = g_date_time_new_from_unix_utc (FIXTURE_TIME);
  const char *question, *answer;
  HcAppointmentStep step;

  profile_fixture_open (fixture);
  save (fixture, appointment, &(HcAppointmentDetails) {
    .person = PERSON, .state = HC_APPOINTMENT_CONFIRMED, .kind = HC_APPOINTMENT_REFERRAL, .subject = "cea",
    .clinic = CLINIC, .center = "center-1", .place = "place", .doctor = "doctor", .address = "address",
    .phone = "phone", .email = "email", .web = "web", .zone = NEW_YORK,
    .wishes = { wish (1, 540, 720), wish (2, 0, 0), wish (3, 780, 1440) },
    .begins = "2026-12-01T10:30", .ends = "2026-12-01T11:00", .reason = "reason", .bring = "bring",
    .reach = "reach", .insurance = "insurance", .access = "access", .interpreter = "interpreter", .notes = "notes",
    .travel = "travel", .patient = "patient", .patient_born = "born", .patient_contact = "contact",
    .diagnosis = "diagnosis", .treatment = "treatment", .urgency = "urgency", .referrer = "referrer",
    .referrer_practice = "practice", .referrer_contact = "their contact", .reminders = { 1440, 60 },
    .dismissed = dismissed, .questions = asked, .history = history, .uid = "uid@x", .unfinished = "typed",
    .sequence = 3,
  });
  profile_fixture_close (fixture);

  row = fixture_query (fixture->path,
                       "SELECT person, state, kind, subject, clinic, center, place, doctor, address, phone, email, web,"
                       " zone, replace (wishes, char (10), '/'), begins, ends, reason, bring, reach, insurance, access,"
                       " interpreter, notes, travel, patient, patient_born, patient_contact, diagnosis, treatment,"
                       " urgency, referrer, referrer_practice, referrer_contact, reminders, dismissed, uid, unfinished,"
                       " sequence, created, changed FROM appointment");
  g_assert_cmpstr (row, ==,
                   PERSON "|confirmed|referral|cea|" CLINIC "|center-1|place|doctor|address|phone|email|web|"
                   NEW_YORK "|2026-12-01 540-720/2026-12-02 0-0/2026-12-03 780-1440|2026-12-01T10:30|"
                   "2026-12-01T11:00|reason|bring|reach|insurance|access|interpreter|notes|travel|patient|born|"
                   "contact|diagnosis|treatment|urgency|referrer|practice|their contact|1440 60|"
                   "2026-11-20T23:11:54.000000Z|uid@x|typed|3|2026-11-20T23:11:54.000000Z|2026-11-20T23:11:54.000000Z");

  profile_fixture_open (fixture);
  read = g_object_ref (hc_store_lookup (HC_STORE (get_store (fixture)), id));
  details = hc_appointment_get_details (read);
  g_assert_cmpint (details->state, ==, HC_APPOINTMENT_CONFIRMED);
  g_assert_cmpint (details->kind, ==, HC_APPOINTMENT_REFERRAL);
  g_assert_cmpstr (details->referrer_contact, ==, "their contact");
  g_assert_cmpint (details->wishes[0].from, ==, 540);
  g_assert_cmpint (details->wishes[2].until, ==, 1440);
  g_assert_cmpint (g_date_get_day (&details->wishes[1].day), ==, 2);
  g_assert_cmpint (details->wishes[1].until, ==, 0);
  g_assert_cmpint (details->reminders[1], ==, 60);
  g_assert_cmpint (details->reminders[2], ==, 0);
  g_assert_true (hc_appointment_questions_get (details->questions, 0, &question, &answer));
  g_assert_cmpstr (question, ==, "Why '; DROP TABLE note; --?");
  g_assert_cmpstr (answer, ==, "Because.");
  g_assert_true (hc_appointment_questions_get (details->questions, 1, &question, &answer));
  g_assert_cmpstr (question, ==, "äöü 😀\n2");
  g_assert_cmpstr (answer, ==, "");
  g_assert_false (hc_appointment_questions_get (details->questions, 2, &question, &answer));
  g_assert_true (hc_appointment_history_get (details->history, 1, &step));
  g_assert_cmpint (step.state, ==, HC_APPOINTMENT_CONFIRMED);
  g_assert_cmpint (step.time, ==, 1795216315000000);
  g_assert_cmpstr (step.by, ==, "Ms. Bell");
  g_assert_cmpstr (step.note, ==, "");
  g_assert_false (hc_appointment_history_get (details->history, 2, &step));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A draft says next to nothing and is saved with every letter; when it says the same its time of change stays. */
static void
test_draft (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autofree char *rows = NULL;
  g_autoptr (GString) log = g_string_new (NULL);
  const char *const texts[] = { "", "P", "Pa", "Pain", "Pain" };
  guint n = 0;

  profile_fixture_open (fixture);
  g_assert_null (hc_appointment_get_created (appointment));
  g_signal_connect_swapped (appointment, "changed", G_CALLBACK (count_cb), &n);
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      profile_fixture_set_time (fixture, i * 60);
      save (fixture, appointment, &(HcAppointmentDetails) { .reason = texts[i] });
      g_assert_cmpstr (hc_appointment_get_details (appointment)->reason, ==, texts[i]);
    }

  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpstr (log->str, ==, "0-0+1 0-1+1 0-1+1 0-1+1 0-1+1 ");
  rows = fixture_query (fixture->path, "SELECT state, kind, reason, questions, created, changed FROM appointment");
  g_assert_cmpstr (rows, ==, "draft|first-visit|Pain||2026-11-20T23:11:54.000000Z|2026-11-20T23:14:54.000000Z");
}

static void
test_remove_and_undo (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autofree char *before = NULL, *none = NULL, *after = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  profile_fixture_open (fixture);
  save (fixture, appointment, &(HcAppointmentDetails) {
    .state = HC_APPOINTMENT_CONFIRMED, .place = "City", .begins = "2026-12-01T10:30", .reminders = { 60 } });
  before = fixture_query (fixture->path, "SELECT * FROM appointment");

  profile_fixture_set_time (fixture, 60);
  hc_appointment_store_remove_async (get_store (fixture), appointment, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_appointment_store_remove_finish (get_store (fixture), result, NULL));
  none = fixture_query (fixture->path, "SELECT count (*) FROM appointment");
  g_assert_cmpstr (none, ==, "0");

  save (fixture, appointment, hc_appointment_get_details (appointment));
  after = fixture_query (fixture->path, "SELECT * FROM appointment");
  g_assert_cmpstr (after, ==, before);
}

/* A reminder is seen while the person writes: neither undoes the other. What was seen once stays seen. */
static void
test_dismiss (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autoptr (HcAppointment) removed = hc_appointment_new ();
  g_autoptr (GDateTime) early = g_date_time_new_utc (2026, 11, 20, 10, 0, 0);
  g_autoptr (GDateTime) late = g_date_time_new_utc (2026, 11, 20, 12, 0, 0);
  GDateTime *const times[] = { late, early };
  GAsyncResult *written = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  save (fixture, appointment, &(HcAppointmentDetails) { .place = "City" });
  profile_fixture_set_time (fixture, 60);
  hc_appointment_store_save_async (get_store (fixture), appointment,
                                   &(HcAppointmentDetails) { .place = "City", .notes = "Bring the list" },
                                   fixture_result_cb, &written);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      GAsyncResult *place = NULL;
      g_autoptr (GAsyncResult) result = NULL;

      hc_appointment_store_dismiss_async (get_store (fixture), appointment, times[i], fixture_result_cb, &place);
      result = fixture_wait (&place);
      g_assert_true (hc_appointment_store_dismiss_finish (get_store (fixture), result, NULL));
    }
  saved = fixture_wait (&written);
  g_assert_true (hc_appointment_store_save_finish (get_store (fixture), saved, NULL));

  rows = fixture_query (fixture->path, "SELECT place, notes, dismissed, changed FROM appointment");
  g_assert_cmpstr (rows, ==, "City|Bring the list|2026-11-20T12:00:00.000000Z|2026-11-20T23:12:54.000000Z");
  g_assert_cmpstr (hc_appointment_get_details (appointment)->notes, ==, "Bring the list");
  g_assert_true (g_date_time_equal (hc_appointment_get_details (appointment)->dismissed, late));

  /* One that is not there any more does not come back. */
  written = NULL;
  g_clear_object (&saved);
  hc_appointment_store_dismiss_async (get_store (fixture), removed, late, fixture_result_cb, &written);
  saved = fixture_wait (&written);
  g_assert_true (hc_appointment_store_dismiss_finish (get_store (fixture), saved, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 1);
}

/* Calendars are told by a higher number that it is at another time, and by nothing that is not theirs. */
static void
test_sequence (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  HcAppointmentDetails details = { .begins = "2026-12-01T10:30", .place = "City" };
  static const struct
  {
    HcAppointmentState  state;
    const char         *begins, *ends, *notes;
    int                 sequence;
  } steps[] = {
    { HC_APPOINTMENT_CONFIRMED, "2026-12-01T10:30", "", "", 0 },
    { HC_APPOINTMENT_CONFIRMED, "2026-12-01T10:30", "", "bring the list", 0 },
    { HC_APPOINTMENT_MOVED, "2026-12-02T10:30", "", "", 1 },
    { HC_APPOINTMENT_MOVED, "2026-12-02T10:30", "2026-12-02T11:30", "", 2 },
    { HC_APPOINTMENT_CANCELLED, "2026-12-02T10:30", "2026-12-02T11:30", "", 3 },
    { HC_APPOINTMENT_CANCELLED, "2026-12-02T10:30", "2026-12-02T11:30", "x", 3 },
  };

  profile_fixture_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      details.state = steps[i].state;
      details.begins = steps[i].begins;
      details.ends = steps[i].ends;
      details.notes = steps[i].notes;
      details.sequence = i > 0 ? hc_appointment_get_details (appointment)->sequence : 0;
      save (fixture, appointment, &details);
      g_assert_cmpint (hc_appointment_get_details (appointment)->sequence, ==, steps[i].sequence);
    }
}

static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  static const HcAppointmentDetails bad[] = {
    { .person = "somebody" }, { .clinic = "a clinic" }, { .begins = "tomorrow" }, { .begins = "2026-02-30T10:00" },
    { .begins = "2026-12-01T25:00" }, { .begins = "2026-12-01T10:00", .ends = "11:00" },
    { .ends = "2026-12-01T10:00" }, { .reason = "a\xff" }, { .referrer_contact = "a\xff" }, { .sequence = -1 },
  };
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  save (fixture, appointment, &(HcAppointmentDetails) { .place = "City" });

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (try_save (fixture, appointment, &bad[i], &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      g_assert_cmpstr (hc_appointment_get_details (appointment)->place, ==, "City");
    }

  rows = fixture_query (fixture->path, "SELECT place FROM appointment");
  g_assert_cmpstr (rows, ==, "City");
}

/* What cannot be read of one appointment hides nothing else, and stays when the rest is saved. */
static void
test_strange_rows (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (HcAppointment) appointment = hc_appointment_new ();
  HcAppointment *read;
  const HcAppointmentDetails *details;
  HcAppointmentDetails changed;
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  save (fixture, appointment, &(HcAppointmentDetails) { .place = "City", .notes = "n" });
  profile_fixture_close (fixture);
  fixture_execute (fixture->path,
                   "UPDATE appointment SET questions = 'garbage', history = '[(''flying'', 1, '''', '''')]',"
                   " wishes = 'a' || char (10) || '2026-12-01 9-5' || char (10) || '2026-02-30 1-2',"
                   " reminders = '5 x -3 999999999 7', notes = CAST (x'77ff' AS TEXT)");

  profile_fixture_open (fixture);
  read = hc_store_lookup (HC_STORE (get_store (fixture)), hc_appointment_get_id (appointment));
  details = hc_appointment_get_details (read);
  g_assert_null (details->questions);
  g_assert_cmpstr (details->unread_questions, ==, "garbage");
  g_assert_null (details->history);
  g_assert_cmpstr (details->notes, ==, "w\357\277\275");
  g_assert_true (g_date_valid (&details->wishes[0].day));
  g_assert_cmpint (details->wishes[0].until, ==, 0);
  g_assert_false (g_date_valid (&details->wishes[1].day));
  g_assert_cmpint (details->reminders[0], ==, 5);
  g_assert_cmpint (details->reminders[1], ==, 7);
  g_assert_cmpint (details->reminders[2], ==, 0);

  changed = *details;
  changed.place = "Town";
  save (fixture, read, &changed);
  rows = fixture_query (fixture->path, "SELECT place, questions, history FROM appointment");
  g_assert_cmpstr (rows, ==, "Town|garbage|[('flying', 1, '', '')]");
}

static char *
dup_typed (ProfileFixture     *fixture,
           const char         *id,
           HcAppointmentState  state,
           const char         *field)
{
  HcAppointment *appointment = hc_store_lookup (HC_STORE (get_store (fixture)), id);

  return hc_appointment_unfinished_dup_text (hc_appointment_get_details (appointment)->unfinished, state, field);
}

static void
assert_typed (ProfileFixture     *fixture,
              const char         *id,
              HcAppointmentState  state,
              const char         *field,
              const char         *expected)
{
  g_autofree char *text = dup_typed (fixture, id, state, field);

  g_assert_cmpstr (text, ==, expected);
}

/* What was typed of a change is there when the file is opened again, each change and each appointment for itself; the
 * appointment itself says nothing of it. It goes with the change that is saved, and with the appointment. */
static void
test_unfinished (ProfileFixture *fixture,
                 gconstpointer   data)
{
  static const char words[] = "Ms. O'Lee \\ \"said\"\n(9', ä😀)";
  g_autoptr (HcAppointment) one = hc_appointment_new (), other = hc_appointment_new ();
  g_autofree char *id = g_strdup (hc_appointment_get_id (one)), *other_id = g_strdup (hc_appointment_get_id (other));
  g_autofree char *by = hc_appointment_unfinished_set (NULL, HC_APPOINTMENT_CONFIRMED, "by", words);
  g_autofree char *both = hc_appointment_unfinished_set (by, HC_APPOINTMENT_CONFIRMED, "ends", "");
  g_autofree char *all = hc_appointment_unfinished_set (both, HC_APPOINTMENT_MOVED, "by", "Mr. Kim");
  g_autofree char *without = hc_appointment_unfinished_remove (all, HC_APPOINTMENT_CONFIRMED);
  g_autofree char *rows = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  profile_fixture_open (fixture);
  save (fixture, one, &(HcAppointmentDetails) { .state = HC_APPOINTMENT_REQUESTED, .unfinished = all });
  save (fixture, other, &(HcAppointmentDetails) { .unfinished = by });
  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  assert_typed (fixture, id, HC_APPOINTMENT_CONFIRMED, "by", words);
  assert_typed (fixture, id, HC_APPOINTMENT_CONFIRMED, "ends", "");
  assert_typed (fixture, id, HC_APPOINTMENT_CONFIRMED, "begins", NULL);
  assert_typed (fixture, id, HC_APPOINTMENT_MOVED, "by", "Mr. Kim");
  rows = fixture_query (fixture->path, "SELECT state, begins, history FROM appointment WHERE unfinished LIKE '%Kim%'");
  g_assert_cmpstr (rows, ==, "requested||");

  g_set_object (&one, hc_store_lookup (HC_STORE (get_store (fixture)), id));
  save (fixture, one, &(HcAppointmentDetails) { .state = HC_APPOINTMENT_CONFIRMED, .unfinished = without });
  assert_typed (fixture, id, HC_APPOINTMENT_CONFIRMED, "by", NULL);
  assert_typed (fixture, id, HC_APPOINTMENT_MOVED, "by", "Mr. Kim");
  assert_typed (fixture, other_id, HC_APPOINTMENT_CONFIRMED, "by", words);

  hc_appointment_store_remove_async (get_store (fixture), one, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_appointment_store_remove_finish (get_store (fixture), result, NULL));
  g_clear_pointer (&rows, g_free);
  rows = fixture_query (fixture->path, "SELECT count (*), max (unfinished LIKE '%Kim%') FROM appointment");
  g_assert_cmpstr (rows, ==, "1|0");
}

/* Forms of it, worked by hand. What a stranger wrote is nothing, and does not get in the way of what is typed. */
static void
test_unfinished_forms (void)
{
  static const char *const strange[] = { NULL, "", "garbage", "[('confirmed', 'by')]", "[(1, 'by', 'x')]", "@a(sss) []",
                                         "[('flying', 'by', 'x')]", "{'confirmed': 'x'}" };
  g_autofree char *first = hc_appointment_unfinished_set ("", HC_APPOINTMENT_CONFIRMED, "by", "Lee");
  g_autofree char *changed = hc_appointment_unfinished_set (first, HC_APPOINTMENT_CONFIRMED, "by", "Ms. Lee");
  g_autofree char *more = hc_appointment_unfinished_set (changed, HC_APPOINTMENT_MOVED, "by", "Kim");
  g_autofree char *less = hc_appointment_unfinished_set (more, HC_APPOINTMENT_CONFIRMED, "by", NULL);
  g_autofree char *none = hc_appointment_unfinished_set (less, HC_APPOINTMENT_MOVED, "by", NULL);

  g_assert_cmpstr (first, ==, "[('confirmed', 'by', 'Lee')]");
  g_assert_cmpstr (changed, ==, "[('confirmed', 'by', 'Ms. Lee')]");
  g_assert_cmpstr (more, ==, "[('confirmed', 'by', 'Ms. Lee'), ('moved', 'by', 'Kim')]");
  g_assert_cmpstr (less, ==, "[('moved', 'by', 'Kim')]");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (hc_appointment_unfinished_has (more, HC_APPOINTMENT_CONFIRMED));
  g_assert_false (hc_appointment_unfinished_has (less, HC_APPOINTMENT_CONFIRMED));

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autofree char *typed = hc_appointment_unfinished_set (strange[i], HC_APPOINTMENT_MOVED, "note", "x");
      g_autofree char *found = hc_appointment_unfinished_dup_text (typed, HC_APPOINTMENT_MOVED, "note");

      g_assert_null (hc_appointment_unfinished_dup_text (strange[i], HC_APPOINTMENT_CONFIRMED, "by"));
      g_assert_false (hc_appointment_unfinished_has (strange[i], HC_APPOINTMENT_CONFIRMED));
      g_assert_cmpstr (found, ==, "x");
    }
}

static void
assert_begin (const char *begins,
              const char *zone,
              const char *expected)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) begin = hc_appointment_dup_begin (&(HcAppointmentDetails) { .begins = begins, .zone = zone },
                                                          utc);
  g_autoptr (GDateTime) moment = begin != NULL ? g_date_time_to_utc (begin) : NULL;
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M") : NULL;

  g_assert_cmpstr (text, ==, expected);
}

/* The clock in New York went back on 1 November 2026 at two and goes forward on 14 March 2027 at two. */
static void
test_moments (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 1, 15, 45, 0);
  g_autoptr (GDateTime) end = NULL;
  HcAppointmentDetails details = { .state = HC_APPOINTMENT_CONFIRMED, .zone = NEW_YORK, .begins = "2026-12-01T10:30" };

  assert_begin ("2026-12-01T10:30", NEW_YORK, "2026-12-01T15:30");
  assert_begin ("2026-07-01T10:30", NEW_YORK, "2026-07-01T14:30");
  assert_begin ("2026-11-01T01:30", NEW_YORK, "2026-11-01T05:30");
  assert_begin ("2027-03-14T02:30", NEW_YORK, "2027-03-14T07:00");
  assert_begin ("2026-12-01T10:30", "", "2026-12-01T10:30");
  assert_begin ("2026-12-01T10:30", "Mars/Olympus", "2026-12-01T10:30");
  assert_begin ("", NEW_YORK, NULL);
  assert_begin (NULL, NULL, NULL);

  g_assert_false (hc_appointment_is_coming (&details, now));
  details.ends = "2026-12-01T11:00";
  g_assert_true (hc_appointment_is_coming (&details, now));
  end = hc_appointment_dup_end (&details, utc);
  g_assert_cmpint (g_date_time_get_hour (end), ==, 11);
  details.ends = "2026-12-01T10:30";
  g_assert_null (hc_appointment_dup_end (&details, utc));
  details.begins = "2026-12-02T10:30";
  details.state = HC_APPOINTMENT_CANCELLED;
  g_assert_false (hc_appointment_is_coming (&details, now));
}

static void
test_clinic (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcClinic) clinic = hc_clinic_new ();
  g_autoptr (HcClinic) nameless = hc_clinic_new ();
  g_autofree char *id = g_strdup (hc_clinic_get_id (clinic)), *row = NULL;
  HcClinicStore *store;
  const HcClinicDetails *details;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL, refused = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  store = hc_profile_get_clinics (fixture->profile);
  hc_clinic_store_save_async (store, clinic, &(HcClinicDetails) {
    PERSON, "City & Son", "Dr. Ames", "Surgeon", "1 Road\nTown", "212 555 0100", "a@example.org", "https://example.org",
    "mon-fri 08:00-18:00", NEW_YORK, "Kind.", "center-1" }, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_clinic_store_save_finish (store, result, &error));
  place = NULL;
  hc_clinic_store_save_async (store, nameless, &(HcClinicDetails) { .phone = "1" }, fixture_result_cb, &place);
  refused = fixture_wait (&place);
  g_assert_false (hc_clinic_store_save_finish (store, refused, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  profile_fixture_close (fixture);

  row = fixture_query (fixture->path, "SELECT person, name, doctor, role, replace (address, char (10), '/'), phone,"
                       " email, web, hours, zone, notes, center FROM clinic");
  g_assert_cmpstr (row, ==, PERSON "|City & Son|Dr. Ames|Surgeon|1 Road/Town|212 555 0100|a@example.org|"
                   "https://example.org|mon-fri 08:00-18:00|" NEW_YORK "|Kind.|center-1");

  profile_fixture_open (fixture);
  g_clear_object (&clinic);
  clinic = g_object_ref (hc_store_lookup (HC_STORE (hc_profile_get_clinics (fixture->profile)), id));
  details = hc_clinic_get_details (clinic);
  g_assert_cmpstr (details->hours, ==, "mon-fri 08:00-18:00");
  g_assert_cmpstr (details->center, ==, "center-1");
  g_assert_cmpint (g_date_time_to_unix (hc_clinic_get_changed (clinic)), ==, FIXTURE_TIME);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/profile/appointments/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, function, profile_fixture_tear_down)

  ADD ("every-text", test_every_text);
  ADD ("draft", test_draft);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("dismiss", test_dismiss);
  ADD ("sequence", test_sequence);
  ADD ("refused", test_refused);
  ADD ("strange-rows", test_strange_rows);
  ADD ("unfinished", test_unfinished);
  ADD ("clinic", test_clinic);
  g_test_add_func ("/profile/appointments/unfinished-forms", test_unfinished_forms);
  g_test_add_func ("/profile/appointments/moments", test_moments);

  return g_test_run ();
}
