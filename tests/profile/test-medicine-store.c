/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* The medicines of persons, seen through the store and in the file. */

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"

static HcMedicineStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_medicines (fixture->profile);
}

static gboolean
try_add (ProfileFixture  *fixture,
         HcMedicine      *medicine,
         GError         **error)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_medicine_store_save_async (get_store (fixture), medicine, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);

  return hc_medicine_store_save_finish (get_store (fixture), result, error);
}

static void
add (ProfileFixture *fixture,
     HcMedicine     *medicine)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (try_add (fixture, medicine, &error));
  g_assert_no_error (error);
}

static HcMedicine *
add_named (ProfileFixture *fixture,
           const char     *name)
{
  HcMedicine *medicine = hc_medicine_new (&(HcMedicineDetails) { .name = name });

  add (fixture, medicine);

  return medicine;
}

static void
remove_medicine (ProfileFixture *fixture,
                 HcMedicine     *medicine)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_store_remove_async (get_store (fixture), medicine, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_remove_finish (get_store (fixture), result, &error));
  g_assert_no_error (error);
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *sql,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* The names in their order, with spaces between them. */
static void
assert_names (ProfileFixture *fixture,
              const char     *expected)
{
  GListModel *medicines = G_LIST_MODEL (get_store (fixture));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (medicines); i++)
    {
      g_autoptr (HcMedicine) medicine = g_list_model_get_item (medicines, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", hc_medicine_get_details (medicine)->name);
    }

  g_assert_cmpstr (names->str, ==, expected);
}

/* All that can be told of a medicine is in the file and there again in the next session. */
static void
test_kept (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *name = "Zoë's <b>Pill</b> '; DROP TABLE medicine; -- 😀";
  g_autoptr (HcMedicine) medicine = hc_medicine_new (&(HcMedicineDetails) {
    .person = PERSON,
    .link = "health-center:drug/fabrolin",
    .name = name,
    .strength = "10 mg / 5 mg",
    .form = "TABLET, FILM COATED",
    .actives = "FABROLIN\nNABROZINE",
    .look = {
      .front = "F;10", .back = "B", .shape = HC_PILL_SHAPE_OVAL,
      .colors = { HC_PILL_COLOR_RED, HC_PILL_COLOR_TURQUOISE }, .score = 2, .size = 7.25,
    },
  });
  const HcMedicineDetails *again;
  HcMedicine *read;

  g_assert_cmpuint (strlen (hc_medicine_get_id (medicine)), ==, 36);
  g_assert_null (hc_medicine_get_created (medicine));

  profile_fixture_open (fixture);
  add (fixture, medicine);
  g_assert_cmpint (g_date_time_to_unix (hc_medicine_get_created (medicine)), ==, FIXTURE_TIME);
  g_assert_true (hc_store_lookup (HC_STORE (get_store (fixture)), hc_medicine_get_id (medicine)) == medicine);
  profile_fixture_close (fixture);

  assert_rows (fixture, "SELECT person, link, strength, form, hex (actives), front, back, shape, color, color2, score,"
                        " size, typeof (size), created FROM medicine",
               PERSON "|health-center:drug/fabrolin|10 mg / 5 mg|TABLET, FILM COATED"
               "|464142524F4C494E0A4E4142524F5A494E45|F;10|B|oval|red|turquoise|2|7.25|real"
               "|2026-11-20T23:11:54.000000Z");
  assert_rows (fixture, "SELECT name FROM medicine", name);

  profile_fixture_open (fixture);
  read = hc_store_lookup (HC_STORE (get_store (fixture)), hc_medicine_get_id (medicine));
  g_assert_true (read != NULL && read != medicine);
  again = hc_medicine_get_details (read);
  g_assert_cmpstr (again->person, ==, PERSON);
  g_assert_cmpstr (again->link, ==, "health-center:drug/fabrolin");
  g_assert_cmpstr (again->name, ==, name);
  g_assert_cmpstr (again->strength, ==, "10 mg / 5 mg");
  g_assert_cmpstr (again->form, ==, "TABLET, FILM COATED");
  g_assert_cmpstr (again->actives, ==, "FABROLIN\nNABROZINE");
  g_assert_cmpstr (again->look.front, ==, "F;10");
  g_assert_cmpstr (again->look.back, ==, "B");
  g_assert_cmpint (again->look.shape, ==, HC_PILL_SHAPE_OVAL);
  g_assert_cmpint (again->look.colors[0], ==, HC_PILL_COLOR_RED);
  g_assert_cmpint (again->look.colors[1], ==, HC_PILL_COLOR_TURQUOISE);
  g_assert_cmpint (again->look.score, ==, 2);
  g_assert_cmpfloat (again->look.size, ==, 7.25);
  g_assert_cmpint (g_date_time_to_unix (hc_medicine_get_created (read)), ==, FIXTURE_TIME);
}

/* A name is enough; what is not told is empty, and only a link is not there. */
static void
test_name_only (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (HcMedicine) medicine = NULL;
  const HcMedicineDetails *details;

  profile_fixture_open (fixture);
  medicine = add_named (fixture, "Tea");
  assert_rows (fixture, "SELECT person, link, name, strength, form, actives, front, back, shape, color, color2, score,"
                        " size FROM medicine", "|NULL|Tea|||||||||0|0.0");
  profile_fixture_close (fixture);

  profile_fixture_open (fixture);
  details = hc_medicine_get_details (hc_store_lookup (HC_STORE (get_store (fixture)), hc_medicine_get_id (medicine)));
  g_assert_null (details->link);
  g_assert_cmpstr (details->person, ==, "");
  g_assert_cmpstr (details->strength, ==, "");
  g_assert_cmpstr (details->actives, ==, "");
  g_assert_cmpstr (details->look.front, ==, "");
  g_assert_cmpint (details->look.shape, ==, HC_PILL_SHAPE_UNKNOWN);
  g_assert_cmpint (details->look.colors[0], ==, HC_PILL_COLOR_UNKNOWN);
}

/* What was removed comes back with the date that it had, in its place. */
static void
test_restored (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (HcMedicine) first = NULL, second = NULL, third = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  profile_fixture_open (fixture);
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);
  first = add_named (fixture, "first");
  profile_fixture_set_time (fixture, 60);
  second = add_named (fixture, "second");
  profile_fixture_set_time (fixture, 120);
  third = add_named (fixture, "third");
  assert_names (fixture, "third second first");

  remove_medicine (fixture, second);
  assert_names (fixture, "third first");
  assert_rows (fixture, "SELECT group_concat (name) FROM (SELECT name FROM medicine ORDER BY created)", "first,third");

  profile_fixture_set_time (fixture, 180);
  add (fixture, second);
  assert_names (fixture, "third second first");
  g_assert_cmpint (g_date_time_to_unix (hc_medicine_get_created (second)), ==, FIXTURE_TIME + 60);
  g_assert_cmpstr (log->str, ==, "0-0+1 0-0+1 0-0+1 1-1+0 1-0+1 ");
  assert_rows (fixture, "SELECT created FROM medicine WHERE name = 'second'", "2026-11-20T23:12:54.000000Z");

  /* Removing what is not there is no error. */
  remove_medicine (fixture, first);
  remove_medicine (fixture, first);
  profile_fixture_close (fixture);

  profile_fixture_open (fixture);
  assert_names (fixture, "third second");
}

/* A medicine that is saved again keeps its date and its place. */
static void
test_added_twice (ProfileFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (GString) log = g_string_new (NULL);

  profile_fixture_open (fixture);
  medicine = add_named (fixture, "Tea");
  profile_fixture_watch (G_LIST_MODEL (get_store (fixture)), log);
  profile_fixture_set_time (fixture, 60);
  add (fixture, medicine);
  g_assert_cmpstr (log->str, ==, "0-1+1 ");
  g_assert_cmpint (g_date_time_to_unix (hc_medicine_get_created (medicine)), ==, FIXTURE_TIME);
  assert_rows (fixture, "SELECT name, created FROM medicine", "Tea|2026-11-20T23:11:54.000000Z");
}

/* Two medicines of the same time stay in the order in which they came. */
static void
test_same_time (ProfileFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (HcMedicine) first = NULL, second = NULL;

  profile_fixture_open (fixture);
  first = add_named (fixture, "first");
  second = add_named (fixture, "second");
  assert_names (fixture, "second first");
  profile_fixture_close (fixture);

  profile_fixture_open (fixture);
  assert_names (fixture, "second first");
}

static void
assert_refused (ProfileFixture          *fixture,
                const HcMedicineDetails *details)
{
  g_autoptr (HcMedicine) medicine = hc_medicine_new (details);
  g_autoptr (GError) error = NULL;

  g_assert_false (try_add (fixture, medicine, &error));
  g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
  g_assert_null (hc_medicine_get_created (medicine));
  assert_names (fixture, "");
  assert_rows (fixture, "SELECT count (*) FROM medicine", "0");
}

static void
test_invalid_text (ProfileFixture *fixture,
                   gconstpointer   data)
{
#define BAD "bad \xff bytes"
  profile_fixture_open (fixture);
  assert_refused (fixture, &(HcMedicineDetails) { .name = BAD });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .link = "health-center:drug/" BAD });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .strength = BAD });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .form = BAD });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .actives = BAD });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .look.front = BAD });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .look.back = BAD });
#undef BAD
}

/* What the file does not take. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  profile_fixture_open (fixture);
  assert_refused (fixture, &(HcMedicineDetails) { .name = "" });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .link = "https://example.org/" });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .link = "health-center:" });
  assert_refused (fixture, &(HcMedicineDetails) { .name = "n", .person = "somebody" });
}

/* A disk that lost bytes, or a newer program that knew more shapes: the rest is still shown. */
static void
test_strange_rows (ProfileFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (HcMedicine) medicine = NULL;
  const HcMedicineDetails *details;

  profile_fixture_open (fixture);
  medicine = add_named (fixture, "Tea");
  profile_fixture_close (fixture);
  fixture_execute (fixture->path,
                   "UPDATE medicine SET name = CAST (x'54ff61' AS TEXT), shape = 'star', color = 'beige'");

  profile_fixture_open (fixture);
  details = hc_medicine_get_details (hc_store_lookup (HC_STORE (get_store (fixture)), hc_medicine_get_id (medicine)));
  g_assert_cmpstr (details->name, ==, "T\357\277\275a");
  g_assert_cmpint (details->look.shape, ==, HC_PILL_SHAPE_UNKNOWN);
  g_assert_cmpint (details->look.colors[0], ==, HC_PILL_COLOR_UNKNOWN);
}

static HcSchedule *
make_schedule (double amount)
{
  HcSchedule *schedule = hc_schedule_new (HC_SCHEDULE_AT_TIMES);
  const HcScheduleLine line = { .minute = 8 * 60, .amount = amount };

  g_date_set_dmy (&schedule->first, 20, G_DATE_NOVEMBER, 2026);
  g_array_append_val (schedule->lines, line);

  return schedule;
}

static void
save_details (ProfileFixture          *fixture,
              HcMedicine              *medicine,
              const HcMedicineDetails *details)
{
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_store_save_async (get_store (fixture), medicine, details, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_medicine_store_save_finish (get_store (fixture), result, &error);
  g_assert_no_error (error);
}

/* All that can be told of a medicine later; what was before stays in its course. */
static void
test_changed (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) first = make_schedule (2), second = make_schedule (1.5);
  g_autoptr (GDateTime) begin = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);
  g_autoptr (GDateTime) change = g_date_time_new_utc (2026, 12, 1, 0, 0, 0);
  HcMedicineDetails wanted;
  const HcMedicineDetails *read;
  HcMedicine *again;

  profile_fixture_open (fixture);
  medicine = add_named (fixture, "Tea");
  g_assert_true (hc_course_begin (course, begin, "500 mg", first, NULL));
  g_assert_true (hc_course_change (course, change, "400 mg", second, "Hands & feet <sore>", NULL));

  wanted = *hc_medicine_get_details (medicine);
  wanted.name = "Black Tea";
  wanted.unit = HC_DOSE_UNIT_SACHET;
  wanted.course = course;
  wanted.reason = "To wake up";
  wanted.prescriber = "Dr. Oz";
  wanted.notes = "Not too hot";
  wanted.stock = 41.5;
  wanted.counted = begin;
  wanted.refill_at = 7;
  wanted.is_quiet = TRUE;
  save_details (fixture, medicine, &wanted);
  g_assert_cmpstr (hc_medicine_get_details (medicine)->name, ==, "Black Tea");
  assert_rows (fixture,
               "SELECT name, unit, reason, prescriber, notes, stock, counted, refill_at, reminds FROM medicine",
               "Black Tea|sachet|To wake up|Dr. Oz|Not too hot|41.5|2026-11-20T00:00:00.000000Z|7.0|0");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  again = hc_store_lookup (HC_STORE (get_store (fixture)), hc_medicine_get_id (medicine));
  read = hc_medicine_get_details (again);
  g_assert_cmpint (read->unit, ==, HC_DOSE_UNIT_SACHET);
  g_assert_true (hc_course_equal (read->course, course));
  g_assert_null (read->unread_course);
  g_assert_cmpfloat (read->stock, ==, 41.5);
  g_assert_true (g_date_time_equal (read->counted, begin));
  g_assert_cmpfloat (read->refill_at, ==, 7);
  g_assert_true (read->is_quiet);

  /* Nothing of it was told after all. */
  save_details (fixture, again, &(HcMedicineDetails) { .name = "Tea" });
  assert_rows (fixture, "SELECT name, course, stock, counted, refill_at, reminds FROM medicine",
               "Tea||NULL|NULL|0.0|1");
}

/* A schedule that cannot be read is no reason to lose it, or anything else. */
static void
test_unread_course (ProfileFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (HcMedicine) medicine = NULL;
  HcMedicineDetails wanted;
  HcMedicine *again;

  profile_fixture_open (fixture);
  medicine = add_named (fixture, "Tea");
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "UPDATE medicine SET course = '(9, ''what comes later'')'");

  profile_fixture_open (fixture);
  again = hc_store_lookup (HC_STORE (get_store (fixture)), hc_medicine_get_id (medicine));
  wanted = *hc_medicine_get_details (again);
  g_assert_null (wanted.course);
  g_assert_cmpstr (wanted.unread_course, ==, "(9, 'what comes later')");
  wanted.notes = "Hot";
  save_details (fixture, again, &wanted);
  assert_rows (fixture, "SELECT course, notes FROM medicine", "(9, 'what comes later')|Hot");
}

/* Until when something is taken. */
static void
test_is_taken (ProfileFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (HcCourse) course = hc_course_new ();
  g_autoptr (HcSchedule) schedule = make_schedule (1);
  g_autoptr (GDateTime) begin = g_date_time_new_utc (2026, 11, 20, 0, 0, 0);
  g_autoptr (GDateTime) last = g_date_time_new_utc (2026, 11, 29, 23, 59, 0);
  g_autoptr (GDateTime) after = g_date_time_new_utc (2026, 11, 30, 0, 0, 0);
  g_autoptr (GDateTime) stop = g_date_time_new_utc (2026, 11, 25, 12, 0, 0);
  g_autoptr (HcMedicine) medicine = NULL, stopped = NULL;

  g_date_set_dmy (&schedule->last, 29, G_DATE_NOVEMBER, 2026);
  g_assert_true (hc_course_begin (course, begin, "", schedule, NULL));
  medicine = hc_medicine_new (&(HcMedicineDetails) { .name = "Tea", .course = course });
  g_assert_true (hc_medicine_is_taken (medicine, begin));
  g_assert_true (hc_medicine_is_taken (medicine, last));
  g_assert_false (hc_medicine_is_taken (medicine, after));

  g_assert_true (hc_course_stop (course, stop, "", NULL));
  stopped = hc_medicine_new (&(HcMedicineDetails) { .name = "Tea", .course = course });
  g_assert_true (hc_medicine_is_taken (stopped, begin));
  g_assert_false (hc_medicine_is_taken (stopped, stop));
  g_assert_false (hc_medicine_is_taken (stopped, last));
}

static void
test_medicine (void)
{
  g_autoptr (HcMedicine) strong = hc_medicine_new (&(HcMedicineDetails) {
    .name = "Fabrolin", .strength = "5 mg", .form = "tablet", .link = "health-center:drug/fabrolin",
    .look = { .front = "F", .shape = HC_PILL_SHAPE_ROUND, .colors = { HC_PILL_COLOR_PINK } },
  });
  g_autoptr (HcMedicine) plain = hc_medicine_new (&(HcMedicineDetails) { .name = "Tea" });
  g_autofree char *strong_title = hc_medicine_dup_title (strong);
  g_autofree char *plain_title = hc_medicine_dup_title (plain);
  g_autoptr (HcPill) pill = hc_medicine_make_pill (strong);
  g_autoptr (HcPill) nothing = hc_medicine_make_pill (plain);

  g_assert_cmpstr (hc_medicine_get_id (strong), !=, hc_medicine_get_id (plain));
  g_assert_cmpstr (strong_title, ==, "Fabrolin 5 mg");
  g_assert_cmpstr (plain_title, ==, "Tea");
  g_assert_cmpstr (hc_pill_get_details (pill)->target, ==, "health-center:drug/fabrolin");
  g_assert_cmpstr (hc_pill_get_details (pill)->name, ==, "Fabrolin");
  g_assert_cmpstr (hc_pill_get_details (pill)->strength, ==, "5 mg");
  g_assert_cmpstr (hc_pill_get_details (pill)->form, ==, "tablet");
  g_assert_cmpstr (hc_pill_get_look (pill)->front, ==, "F");
  g_assert_cmpint (hc_pill_get_look (pill)->colors[0], ==, HC_PILL_COLOR_PINK);
  g_assert_cmpstr (hc_pill_get_details (nothing)->target, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/profile/medicine-store/" name, ProfileFixture, NULL, \
              profile_fixture_set_up, function, profile_fixture_tear_down)

  ADD ("kept", test_kept);
  ADD ("name-only", test_name_only);
  ADD ("changed", test_changed);
  ADD ("unread-course", test_unread_course);
  ADD ("is-taken", test_is_taken);
  ADD ("restored", test_restored);
  ADD ("added-twice", test_added_twice);
  ADD ("same-time", test_same_time);
  ADD ("invalid-text", test_invalid_text);
  ADD ("refused", test_refused);
  ADD ("strange-rows", test_strange_rows);
  g_test_add_func ("/profile/medicine-store/medicine", test_medicine);

  return g_test_run ();
}
