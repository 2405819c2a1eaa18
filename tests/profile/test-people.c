/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

/* The people and their answers to the quizzes, seen through the stores and in the file. */

static void
save_person (ProfileFixture        *fixture,
             HcPerson              *person,
             const HcPersonDetails *details)
{
  HcPersonStore *people = hc_profile_get_people (fixture->profile);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GError) error = NULL;

  hc_person_store_save_async (people, person, details, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_person_store_save_finish (people, result, &error));
  g_assert_no_error (error);
}

static void
count_cb (int *n)
{
  (*n)++;
}

static void
test_person (ProfileFixture *fixture,
             gconstpointer   data)
{
  const HcPersonDetails nothing = { .is_user = FALSE };
  const HcPersonDetails all = {
    .is_user = TRUE, .name = "Zoë <b> O'Neill", .birth_year = 1950, .site = "rectal", .stage = "recurrent",
    .biomarkers = "msi-h her2", .allergies = "penicillin\nlatex & <rubber>", .foods = "grapefruit juice",
    .treatment = "CAPOX, cycle 3", .last_visit = "2026-02-28",
  };
  g_autoptr (HcPerson) person = hc_person_new ();
  g_autoptr (HcPerson) other = hc_person_new ();
  g_autofree char *rows = NULL;
  const HcPersonDetails *read;
  HcPerson *first;
  int n_changes = 0;

  profile_fixture_open (fixture);
  g_assert_null (hc_person_store_get_first (hc_profile_get_people (fixture->profile)));

  save_person (fixture, person, &nothing);
  g_assert_true (hc_person_store_get_first (hc_profile_get_people (fixture->profile)) == person);
  g_signal_connect_swapped (person, "changed", G_CALLBACK (count_cb), &n_changes);
  save_person (fixture, person, &all);
  g_assert_cmpint (n_changes, ==, 1);
  profile_fixture_set_time (fixture, 60);
  save_person (fixture, other, &nothing);
  g_assert_true (hc_person_store_get_first (hc_profile_get_people (fixture->profile)) == person);
  profile_fixture_close (fixture);

  rows = fixture_query (fixture->path, "SELECT is_user, name, birth_year, site, stage, biomarkers, allergies, foods, "
                                       "treatment, last_visit, changed FROM person ORDER BY created");
  g_assert_cmpstr (rows, ==,
                   "1|Zoë <b> O'Neill|1950|rectal|recurrent|msi-h her2|penicillin\nlatex & <rubber>|"
                   "grapefruit juice|CAPOX, cycle 3|2026-02-28|2026-11-20T23:11:54.000000Z\n"
                   "0|NULL|NULL|NULL|NULL|||||NULL|2026-11-20T23:12:54.000000Z");

  profile_fixture_open (fixture);
  first = hc_person_store_get_first (hc_profile_get_people (fixture->profile));
  g_assert_cmpstr (hc_person_get_id (first), ==, hc_person_get_id (person));
  read = hc_person_get_details (first);
  g_assert_true (read->is_user);
  g_assert_cmpstr (read->name, ==, all.name);
  g_assert_cmpint (read->birth_year, ==, 1950);
  g_assert_cmpstr (read->site, ==, "rectal");
  g_assert_cmpstr (read->stage, ==, "recurrent");
  g_assert_cmpstr (read->biomarkers, ==, "msi-h her2");
  g_assert_cmpstr (read->allergies, ==, all.allergies);
  g_assert_cmpstr (read->foods, ==, all.foods);
  g_assert_cmpstr (read->treatment, ==, all.treatment);
  g_assert_cmpstr (read->last_visit, ==, all.last_visit);
}

/* What cannot be is not saved, and what was there stays. */
static void
test_bad_person (ProfileFixture *fixture,
                 gconstpointer   data)
{
  static const HcPersonDetails bad[] = {
    { .site = "lung" }, { .stage = "5" }, { .birth_year = 18 }, { .birth_year = 99999 }, { .name = "a\xff" },
    { .last_visit = "2026-02-30" }, { .last_visit = "yesterday" }, { .treatment = "a\xff" },
  };
  const HcPersonDetails good = { .name = "Good", .stage = "2" };
  g_autoptr (HcPerson) person = hc_person_new ();

  profile_fixture_open (fixture);
  save_person (fixture, person, &good);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      HcPersonStore *people = hc_profile_get_people (fixture->profile);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GAsyncResult) place = NULL;
      g_autoptr (GError) error = NULL;

      hc_person_store_save_async (people, person, &bad[i], fixture_result_cb, &place);
      result = fixture_wait (&place);
      g_assert_false (hc_person_store_save_finish (people, result, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (hc_person_get_details (person)->name, ==, "Good");
      g_assert_cmpstr (hc_person_get_details (person)->stage, ==, "2");
    }
}

static void
save_answer (ProfileFixture *fixture,
             const char     *person,
             const char     *question,
             const char     *chosen,
             gboolean        is_right)
{
  HcQuizAnswerStore *answers = hc_profile_get_quiz_answers (fixture->profile);
  g_autoptr (HcQuizAnswer) answer = hc_quiz_answer_new (person, question, chosen, is_right);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GError) error = NULL;

  hc_quiz_answer_store_save_async (answers, answer, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_quiz_answer_store_save_finish (answers, result, &error));
  g_assert_no_error (error);
}

/* The last answer of each person counts, also in the next session. */
static void
test_answers (ProfileFixture *fixture,
              gconstpointer   data)
{
  HcQuizAnswerStore *answers;
  HcQuizAnswer *answer;
  g_autofree char *rows = NULL;

  profile_fixture_open (fixture);
  save_answer (fixture, "", "start-age", "30", FALSE);
  save_answer (fixture, "12345678-1234-1234-1234-123456789012", "start-age", "45", TRUE);
  save_answer (fixture, "", "other", "x", TRUE);
  profile_fixture_set_time (fixture, 60);
  save_answer (fixture, "", "start-age", "45", TRUE);
  answers = hc_profile_get_quiz_answers (fixture->profile);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (answers)), ==, 3);
  answer = hc_quiz_answer_store_lookup (answers, "", "start-age");
  g_assert_true (hc_quiz_answer_is_right (answer));
  g_assert_cmpstr (hc_quiz_answer_get_chosen (answer), ==, "45");
  profile_fixture_close (fixture);

  rows = fixture_query (fixture->path, "SELECT question, chosen, is_right, length (person) FROM quiz_answer "
                                       "ORDER BY question, person");
  g_assert_cmpstr (rows, ==, "other|x|1|0\nstart-age|45|1|0\nstart-age|45|1|36");

  profile_fixture_open (fixture);
  answers = hc_profile_get_quiz_answers (fixture->profile);
  g_assert_cmpstr (hc_quiz_answer_get_chosen (hc_quiz_answer_store_lookup (answers, "", "start-age")), ==, "45");
  g_assert_null (hc_quiz_answer_store_lookup (answers, "", "nothing"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/profile/people/person", ProfileFixture, NULL,
              profile_fixture_set_up, test_person, profile_fixture_tear_down);
  g_test_add ("/profile/people/bad-person", ProfileFixture, NULL,
              profile_fixture_set_up, test_bad_person, profile_fixture_tear_down);
  g_test_add ("/profile/people/answers", ProfileFixture, NULL,
              profile_fixture_set_up, test_answers, profile_fixture_tear_down);

  return g_test_run ();
}
