/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-check.h"

#include <string.h>

/* What is wrong with a request. It is Friday, 20 November 2026, 23:30 in New York, and Saturday in Berlin. */

#define NEW_YORK "America/New_York"
#define BERLIN "Europe/Berlin"

static GDateTime *
get_now (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (NEW_YORK);

  return g_date_time_new (zone, 2026, 11, 20, 23, 30, 0);
}

static HcAppointmentWish
wish (int year,
      int month,
      int day,
      int from,
      int until)
{
  HcAppointmentWish self = { .from = from, .until = until };

  g_date_set_dmy (&self.day, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return self;
}

/* Open from Monday to Friday, eight to six. */
static gboolean
is_open (const GDate *day,
         int          from,
         int          until,
         gpointer     user_data)
{
  (*(guint *) user_data)++;

  return g_date_get_weekday (day) <= G_DATE_FRIDAY && from < 18 * 60 && until > 8 * 60;
}

/* The fields with a problem: "!" is before those that are a fault. */
static void
assert_problems (HcAppointmentDetails  details,
                 const char           *expected)
{
  g_autoptr (GDateTime) now = get_now ();
  guint n_asked = 0;
  g_autoptr (GPtrArray) problems = hc_appointment_check (&details, now, is_open, &n_asked);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_fault = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const HcAppointmentProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (text, "%s%s%s%u", i > 0 ? " " : "", problem->is_fault ? "!" : "", problem->field,
                              problem->index);
      g_assert_cmpuint (strlen (problem->words), >, 10);
      has_fault = has_fault || problem->is_fault;
    }

  g_assert_cmpstr (text->str, ==, expected);
  g_assert_true (hc_appointment_has_fault (problems) == has_fault);
}

#define GOOD .place = "City Clinic", .reach = "by phone", .zone = NEW_YORK

static void
test_fields (void)
{
  assert_problems ((HcAppointmentDetails) { GOOD }, "");
  assert_problems ((HcAppointmentDetails) { 0 }, "!place0 reach0");
  assert_problems ((HcAppointmentDetails) { .place = " \n", .doctor = "Dr. Ames", .reach = "x" }, "!place0");
  assert_problems ((HcAppointmentDetails) { .doctor = "Dr. Ames", .reach = "x" }, "");
  assert_problems ((HcAppointmentDetails) { GOOD, .phone = "in the evening" }, "!phone0");
  assert_problems ((HcAppointmentDetails) { GOOD, .phone = "800-525-2225", .email = "a@example.org" }, "");
  assert_problems ((HcAppointmentDetails) { GOOD, .email = "example.org" }, "!email0");
  assert_problems ((HcAppointmentDetails) { GOOD, .email = "a@example.org\nBcc: b@example.org" }, "!email0");
  assert_problems ((HcAppointmentDetails) { GOOD, .interpreter = "a\nb", .reason = "a\nb" }, "!interpreter0");
  assert_problems ((HcAppointmentDetails) { GOOD, .kind = HC_APPOINTMENT_REFERRAL },
                   "!patient0 !referrer0 referrer_contact0");
  assert_problems ((HcAppointmentDetails) { GOOD, .kind = HC_APPOINTMENT_REFERRAL, .patient = "P", .referrer = "R",
                                            .referrer_contact = "C" }, "");
}

static void
test_lengths (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < HC_APPOINTMENT_MAX_TEXT; i++)
    g_string_append (text, "ä");
  assert_problems ((HcAppointmentDetails) { GOOD, .reason = text->str, .notes = text->str }, "");
  g_string_append (text, "ä");
  assert_problems ((HcAppointmentDetails) { GOOD, .reason = text->str, .referrer_contact = text->str },
                   "!reason0 !referrer_contact0");
}

static void
test_wishes (void)
{
  /* Today is over at midnight of the place. */
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2026, 11, 20, 0, 0) } }, "");
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2026, 11, 19, 0, 0) } }, "!wishes0");
  assert_problems ((HcAppointmentDetails) { .place = "P", .reach = "x", .zone = BERLIN,
                                            .wishes = { wish (2026, 11, 20, 0, 0) } }, "!wishes0");
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2026, 11, 20, 540, 720) } }, "!wishes0");

  /* The 28th is a Saturday; at seven on Monday it is closed, and at seven to nine it is open for an hour. */
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2026, 11, 28, 0, 0), wish (2026, 11, 30, 420, 480),
                                                             wish (2026, 11, 30, 420, 540) } }, "wishes0 wishes1");
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2028, 12, 1, 0, 0) } }, "wishes0");

  /* A gap between wishes is none of the person's making. */
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2026, 12, 1, 540, 600), { .from = 0 },
                                                             wish (2026, 12, 1, 540, 600) } }, "!wishes2");
  assert_problems ((HcAppointmentDetails) { GOOD, .wishes = { wish (2026, 12, 1, 0, 0), wish (2026, 12, 1, 600, 540),
                                                             wish (2026, 12, 1, 540, 600) } }, "!wishes1");
}

static void
test_agreed (void)
{
  assert_problems ((HcAppointmentDetails) { GOOD, .state = HC_APPOINTMENT_CONFIRMED }, "!begins0");
  assert_problems ((HcAppointmentDetails) { GOOD, .state = HC_APPOINTMENT_CONFIRMED, .begins = "2026-11-20T23:29" },
                   "begins0");
  assert_problems ((HcAppointmentDetails) { GOOD, .state = HC_APPOINTMENT_CONFIRMED, .begins = "2026-11-20T23:31" },
                   "");
  assert_problems ((HcAppointmentDetails) { GOOD, .state = HC_APPOINTMENT_MOVED, .begins = "2026-12-01T10:00",
                                            .ends = "2026-12-01T10:00" }, "!ends0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/appointment-check/fields", test_fields);
  g_test_add_func ("/context/appointment-check/lengths", test_lengths);
  g_test_add_func ("/context/appointment-check/wishes", test_wishes);
  g_test_add_func ("/context/appointment-check/agreed", test_agreed);

  return g_test_run ();
}
