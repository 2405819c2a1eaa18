/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-appointment-letter.h"

#include <string.h>

/* What is written to a clinic, word by word. */

#define NEW_YORK "America/New_York"

static void
assert_letter (HcAppointmentDetails  details,
               HcAppointmentLetter   letter,
               HcLetterForm          form,
               const char           *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (NEW_YORK);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 20, 9, 0, 0);
  g_autofree char *text = NULL;

  letter.details = &details;
  letter.now = now;
  text = hc_appointment_letter_print (&letter, form);
  g_assert_cmpstr (text, ==, expected);
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

static void
test_letter (void)
{
  assert_letter ((HcAppointmentDetails) {
                   .place = "City Clinic", .doctor = "Dr. Ames", .address = "1 Road\nTown", .reason = "Pain\nat night ",
                   .wishes = { wish (1, 540, 720), { .from = 0 }, wish (2, 0, 0) }, .reach = "212-555-0100",
                   .insurance = "none", .access = "A wheelchair", .interpreter = "Spanish", .bring = "The scans",
                   .notes = "private", .travel = "private",
                 },
                 (HcAppointmentLetter) { .patient = "Ada Ball", .birth_year = 1956 }, HC_LETTER_ON_PAPER,
                 "20 November 2026\n\nDr. Ames\nCity Clinic\n1 Road\nTown\n\nRequest for an appointment\n\n"
                 "Dear Dr. Ames,\n\nI would like to make an appointment for a first visit.\n\nPatient: Ada Ball\n\n"
                 "Year of birth: 1956\n\nReason:\nPain\nat night\n\nDays that would suit me:\n"
                 "– Tuesday, 1 December 2026, 09:00 to 12:00\n– Wednesday, 2 December 2026\n\n"
                 "How to reach me: 212-555-0100\n\nInsurance: none\n\nNeeded to get in and about: A wheelchair\n\n"
                 "An interpreter is needed for: Spanish\n\nI will bring: The scans\n\n"
                 "Please let me know which day and time you can offer, and what to bring.\n\nThank you,\nAda Ball\n");
}

/* Nothing is told that was not: a draft makes a letter as well. */
static void
test_nothing (void)
{
  assert_letter ((HcAppointmentDetails) { 0 }, (HcAppointmentLetter) { 0 }, HC_LETTER_MAIL,
                 "Dear Sir or Madam,\n\nI would like to make an appointment for a first visit.\n\n"
                 "Please let me know which day and time you can offer, and what to bring.\n\nThank you,\n");
}

static void
test_second_opinion (void)
{
  assert_letter ((HcAppointmentDetails) { .kind = HC_APPOINTMENT_SECOND_OPINION, .reason = "Is surgery right?" },
                 (HcAppointmentLetter) { .patient = "Ada Ball", .writer = "Ben Ball" }, HC_LETTER_MAIL,
                 "Dear Sir or Madam,\n\nI would like to have a second opinion, and ask for an appointment.\n\n"
                 "I am writing for Ada Ball.\n\nPatient: Ada Ball\n\nReason: Is surgery right?\n\n"
                 "Please let me know which records, pictures and tissue samples you need, how they are to be sent, and "
                 "what it costs.\n\nPlease let me know which day and time you can offer, and what to bring.\n\n"
                 "Thank you,\nBen Ball\n");
}

/* The one who uses the program is not the patient: nothing of them is told. */
static void
test_referral (void)
{
  assert_letter ((HcAppointmentDetails) {
                   .kind = HC_APPOINTMENT_REFERRAL, .patient = "P. Q.", .patient_born = "1 May 1950",
                   .patient_contact = "212-555-0111", .diagnosis = "Rectal cancer", .treatment = "None",
                   .urgency = "Within two weeks", .reason = "Surgery?", .reach = "not told",
                   .wishes = { wish (3, 0, 0) }, .referrer = "Dr. Ref", .referrer_practice = "Practice",
                   .referrer_contact = "212-555-0122",
                 },
                 (HcAppointmentLetter) { .patient = "Ada Ball", .birth_year = 1956 }, HC_LETTER_MAIL,
                 "Dear Sir or Madam,\n\nI would like to refer a patient to you, and ask for an appointment.\n\n"
                 "Patient: P. Q.\n\nBorn: 1 May 1950\n\nHow to reach the patient: 212-555-0111\n\n"
                 "Question to you: Surgery?\n\nDiagnosis: Rectal cancer\n\nTreatment so far: None\n\n"
                 "Urgency: Within two weeks\n\nDays that would suit the patient:\n– Thursday, 3 December 2026\n\n"
                 "Please let the patient and me know which day and time you can offer.\n\n"
                 "Thank you,\nDr. Ref\nPractice\n212-555-0122\n");
}

static void
test_move_and_cancel (void)
{
  HcAppointmentDetails details = { .state = HC_APPOINTMENT_CONFIRMED, .begins = "2026-12-01T10:30", .zone = NEW_YORK,
                                   .reason = "private", .reach = "212-555-0100", .wishes = { wish (8, 0, 0) } };

  assert_letter (details, (HcAppointmentLetter) { .purpose = HC_LETTER_MOVE, .patient = "Ada Ball" }, HC_LETTER_MAIL,
                 "Dear Sir or Madam,\n\nThe appointment on Tuesday, 1 December 2026, 10:30 (EST) cannot be kept. I "
                 "would like to ask for another day.\n\nPatient: Ada Ball\n\nDays that would suit me:\n"
                 "– Tuesday, 8 December 2026\n\nHow to reach me: 212-555-0100\n\n"
                 "Please let me know which other day and time you can offer.\n\nThank you,\nAda Ball\n");

  details.ends = "2026-12-01T11:00";
  assert_letter (details, (HcAppointmentLetter) { .purpose = HC_LETTER_CANCEL, .patient = "Ada Ball" }, HC_LETTER_CALL,
                 "Hello, my name is Ada Ball.\n\nPlease cancel the appointment on Tuesday, 1 December 2026, 10:30 to "
                 "11:00 (EST).\n\nPatient: Ada Ball\n\nBefore you hang up, ask and write down:\n"
                 "– With whom have I spoken?\n– Is it canceled now, and does it cost anything?\n");
}

static void
test_call (void)
{
  assert_letter ((HcAppointmentDetails) { .kind = HC_APPOINTMENT_TEST, .reason = "CEA" },
                 (HcAppointmentLetter) { .patient = "Ada Ball", .birth_year = 1956, .writer = "Ben" }, HC_LETTER_CALL,
                 "Hello, my name is Ben.\n\nI am calling for Ada Ball.\n\nI would like to make an appointment for a "
                 "test.\n\nPatient: Ada Ball\n\nYear of birth: 1956\n\nReason: CEA\n\n"
                 "Before you hang up, ask and write down:\n– With whom have I spoken?\n"
                 "– Which day and which time is it?\n– Where exactly, and with whom?\n"
                 "– What is to be brought, and is there anything to do before?\n");
}

/* Others see a subject. */
static void
test_subjects (void)
{
  static const char *const expected[HC_APPOINTMENT_N_KINDS] = {
    "Request for an appointment", "Request for an appointment", "Request for a second opinion",
    "Referral of a patient", "Request for a test", "Request for a telephone call",
  };

  for (guint kind = 0; kind < HC_APPOINTMENT_N_KINDS; kind++)
    for (guint purpose = HC_LETTER_REQUEST; purpose <= HC_LETTER_CANCEL; purpose++)
      {
        HcAppointmentDetails details = { .kind = (HcAppointmentKind) kind, .reason = "private", .patient = "Ada" };
        HcAppointmentLetter letter = { .details = &details, .purpose = (HcLetterPurpose) purpose, .patient = "Ada" };
        g_autofree char *subject = hc_appointment_letter_dup_subject (&letter);

        g_assert_cmpstr (subject, ==, purpose == HC_LETTER_REQUEST ? expected[kind]
                         : purpose == HC_LETTER_MOVE ? "Request to move an appointment"
                                                     : "Cancellation of an appointment");
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/appointment-letter/letter", test_letter);
  g_test_add_func ("/context/appointment-letter/nothing", test_nothing);
  g_test_add_func ("/context/appointment-letter/second-opinion", test_second_opinion);
  g_test_add_func ("/context/appointment-letter/referral", test_referral);
  g_test_add_func ("/context/appointment-letter/move-and-cancel", test_move_and_cancel);
  g_test_add_func ("/context/appointment-letter/call", test_call);
  g_test_add_func ("/context/appointment-letter/subjects", test_subjects);

  return g_test_run ();
}
