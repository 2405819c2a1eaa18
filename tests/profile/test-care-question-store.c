/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "profile-fixture.h"

static HcCareQuestionStore *
get_store (ProfileFixture *fixture)
{
  return hc_profile_get_care_questions (fixture->profile);
}

static gboolean
finish (ProfileFixture  *fixture,
        GAsyncResult   **place,
        GError         **error)
{
  g_autoptr (GAsyncResult) result = fixture_wait (place);

  return hc_care_question_store_save_finish (get_store (fixture), result, error);
}

static void
save (ProfileFixture *fixture,
      HcCareQuestion *question,
      const char     *text)
{
  GAsyncResult *place = NULL;
  g_autoptr (GError) error = NULL;

  hc_care_question_store_save_async (get_store (fixture), question, text, fixture_result_cb, &place);
  g_assert_true (finish (fixture, &place, &error));
  g_assert_no_error (error);
}

static void
save_answer (ProfileFixture *fixture,
             HcCareQuestion *question,
             const char     *answer)
{
  GAsyncResult *place = NULL;

  hc_care_question_store_save_answer_async (get_store (fixture), question, answer, fixture_result_cb, &place);
  g_assert_true (finish (fixture, &place, NULL));
}

static void
set_asked (ProfileFixture *fixture,
           HcCareQuestion *question,
           gboolean        is_asked)
{
  GAsyncResult *place = NULL;

  hc_care_question_store_set_asked_async (get_store (fixture), question, is_asked, fixture_result_cb, &place);
  g_assert_true (finish (fixture, &place, NULL));
}

static void
move (ProfileFixture *fixture,
      HcCareQuestion *question,
      guint           to)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_care_question_store_move_async (get_store (fixture), question, to, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_care_question_store_move_finish (get_store (fixture), result, NULL));
}

static void
delete (ProfileFixture *fixture,
        HcCareQuestion *question)
{
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_care_question_store_delete_async (get_store (fixture), question, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_care_question_store_delete_finish (get_store (fixture), result, NULL));
}

static HcCareQuestion *
add (ProfileFixture *fixture,
     const char     *text)
{
  HcCareQuestion *question = hc_care_question_new (NULL, NULL);

  save (fixture, question, text);

  return question;
}

static void
assert_rows (ProfileFixture *fixture,
             const char     *sql,
             const char     *expected)
{
  g_autofree char *rows = fixture_query (fixture->path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_order (ProfileFixture *fixture,
              const char     *expected)
{
  g_autoptr (GPtrArray) ordered = hc_care_question_store_dup_ordered (get_store (fixture));
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < ordered->len; i++)
    g_string_append (texts, hc_care_question_get_text (g_ptr_array_index (ordered, i)));

  g_assert_cmpstr (texts->str, ==, expected);
}

/* What was written is there in the next session, whatever it is made of. */
static void
test_kept (ProfileFixture *fixture,
           gconstpointer   data)
{
  const char *text = "Why <b>now</b>? '; DROP TABLE note; -- äöü 😀\nSecond line";
  g_autoptr (HcCareQuestion) about = hc_care_question_new ("health-center:article/a", "A & B");
  g_autoptr (HcCareQuestion) free_one = NULL;
  HcCareQuestion *again;

  profile_fixture_open (fixture);
  save (fixture, about, text);
  profile_fixture_set_time (fixture, 60);
  free_one = add (fixture, "second");
  save_answer (fixture, about, "Because.");
  g_assert_cmpint (hc_care_question_get_state (about), ==, HC_CARE_QUESTION_ANSWERED);
  g_assert_cmpint (hc_care_question_get_position (about), ==, 1);
  g_assert_cmpint (hc_care_question_get_position (free_one), ==, 2);
  profile_fixture_close (fixture);

  assert_rows (fixture, "SELECT link, title, answer, state, position, created, changed FROM care_question"
                        " ORDER BY position",
               "health-center:article/a|A & B|Because.|answered|1"
               "|2026-11-20T23:11:54.000000Z|2026-11-20T23:12:54.000000Z\n"
               "NULL|NULL||open|2|2026-11-20T23:12:54.000000Z|2026-11-20T23:12:54.000000Z");

  profile_fixture_open (fixture);
  again = hc_care_question_store_lookup (get_store (fixture), hc_care_question_get_id (about));
  g_assert_cmpstr (hc_care_question_get_text (again), ==, text);
  g_assert_cmpstr (hc_care_question_get_answer (again), ==, "Because.");
  g_assert_cmpint (hc_care_question_get_state (again), ==, HC_CARE_QUESTION_ANSWERED);
  g_assert_cmpstr (hc_care_question_get_link (again), ==, "health-center:article/a");
  g_assert_cmpint (g_date_time_to_unix (hc_care_question_get_created (again)), ==, FIXTURE_TIME);
  g_assert_cmpint (g_date_time_to_unix (hc_care_question_get_changed (again)), ==, FIXTURE_TIME + 60);
}

/* Open, asked and answered, by the box and by the words. */
static void
test_states (ProfileFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (HcCareQuestion) question = NULL;

  profile_fixture_open (fixture);
  question = add (fixture, "q");
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_OPEN);

  set_asked (fixture, question, TRUE);
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_ASKED);
  save_answer (fixture, question, " \n");
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_ASKED);
  save_answer (fixture, question, "yes");
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_ANSWERED);
  save_answer (fixture, question, "");
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_ASKED);
  save_answer (fixture, question, "yes");

  /* To be asked once more: the answer stays, and comes to count again. */
  set_asked (fixture, question, FALSE);
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_OPEN);
  g_assert_cmpstr (hc_care_question_get_answer (question), ==, "yes");
  set_asked (fixture, question, TRUE);
  g_assert_cmpint (hc_care_question_get_state (question), ==, HC_CARE_QUESTION_ANSWERED);
  assert_rows (fixture, "SELECT state, answer FROM care_question", "answered|yes");
}

static void
test_order (ProfileFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (HcCareQuestion) a = NULL, b = NULL, c = NULL, d = NULL;

  profile_fixture_open (fixture);
  a = add (fixture, "a");
  b = add (fixture, "b");
  c = add (fixture, "c");
  assert_order (fixture, "abc");

  move (fixture, c, 0);
  assert_order (fixture, "cab");
  assert_rows (fixture, "SELECT text, position FROM care_question ORDER BY position", "c|1\na|2\nb|3");
  move (fixture, c, 1);
  assert_order (fixture, "acb");
  move (fixture, a, 99);
  assert_order (fixture, "cba");
  move (fixture, b, 1);
  assert_order (fixture, "cba");

  /* A gap is no place of its own, and a new one comes last. */
  delete (fixture, b);
  d = add (fixture, "d");
  assert_order (fixture, "cad");
  move (fixture, d, 1);
  assert_order (fixture, "cda");
  assert_rows (fixture, "SELECT text, position FROM care_question ORDER BY position", "c|1\nd|2\na|3");

  profile_fixture_close (fixture);
  profile_fixture_open (fixture);
  assert_order (fixture, "cda");
}

/* A move that was cut short leaves two at one place: the older is first, and the next move mends it. */
static void
test_same_place (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (HcCareQuestion) a = NULL, b = NULL, c = NULL;

  profile_fixture_open (fixture);
  a = add (fixture, "a");
  profile_fixture_set_time (fixture, 10);
  b = add (fixture, "b");
  profile_fixture_set_time (fixture, 20);
  c = add (fixture, "c");
  profile_fixture_close (fixture);
  fixture_execute (fixture->path, "UPDATE care_question SET position = 2");

  profile_fixture_open (fixture);
  assert_order (fixture, "abc");
  move (fixture, hc_care_question_store_lookup (get_store (fixture), hc_care_question_get_id (b)), 2);
  assert_order (fixture, "acb");
  assert_rows (fixture, "SELECT text, position FROM care_question ORDER BY position", "a|1\nc|2\nb|3");
}

/* Saves that are given without waiting change what they are about and nothing else. */
static void
test_overtaking (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (HcCareQuestion) a = NULL, b = NULL;
  HcCareQuestionStore *store;

  profile_fixture_open (fixture);
  store = get_store (fixture);
  a = add (fixture, "a");
  b = add (fixture, "b");

  hc_care_question_store_save_answer_async (store, a, "draft", NULL, NULL);
  hc_care_question_store_save_answer_async (store, a, "answer", NULL, NULL);
  hc_care_question_store_save_async (store, a, "changed", NULL, NULL);
  move (fixture, b, 0);

  assert_rows (fixture, "SELECT text, answer, state, position FROM care_question ORDER BY position",
               "b||open|1\nchanged|answer|answered|2");
  g_assert_cmpstr (hc_care_question_get_answer (a), ==, "answer");
  g_assert_cmpstr (hc_care_question_get_text (a), ==, "changed");
}

static void
test_delete_and_undo (ProfileFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (HcCareQuestion) a = NULL, b = NULL;
  g_autofree char *before = NULL;
  GAsyncResult *place = NULL;

  profile_fixture_open (fixture);
  a = add (fixture, "a");
  b = add (fixture, "b");
  save_answer (fixture, a, "answer");
  before = fixture_query (fixture->path, "SELECT * FROM care_question ORDER BY position");

  profile_fixture_set_time (fixture, 60);
  delete (fixture, a);
  assert_order (fixture, "b");
  g_assert_null (hc_care_question_store_lookup (get_store (fixture), hc_care_question_get_id (a)));
  assert_rows (fixture, "SELECT text FROM care_question", "b");

  hc_care_question_store_restore_async (get_store (fixture), a, fixture_result_cb, &place);
  g_assert_true (finish (fixture, &place, NULL));
  assert_order (fixture, "ab");
  assert_rows (fixture, "SELECT * FROM care_question ORDER BY position", before);
}

/* What cannot be is not saved, and what was there stays. */
static void
test_refused (ProfileFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (HcCareQuestion) question = NULL;
  g_autoptr (HcCareQuestion) bad_link = hc_care_question_new ("https://example.org/", "Elsewhere");
  const char *const bad[] = { "", "a\xff" };

  profile_fixture_open (fixture);
  question = add (fixture, "good");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      GAsyncResult *place = NULL;
      g_autoptr (GError) error = NULL;

      hc_care_question_store_save_async (get_store (fixture), question, bad[i], fixture_result_cb, &place);
      g_assert_false (finish (fixture, &place, &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
      g_assert_cmpstr (hc_care_question_get_text (question), ==, "good");
    }

  {
    GAsyncResult *place = NULL;
    g_autoptr (GError) error = NULL;

    hc_care_question_store_save_async (get_store (fixture), bad_link, "text", fixture_result_cb, &place);
    g_assert_false (finish (fixture, &place, &error));
    g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
    g_assert_null (hc_care_question_get_text (bad_link));
  }

  assert_rows (fixture, "SELECT text FROM care_question", "good");
}

/* A place that cannot be written is told, and the order is what the disk has. */
static void
test_move_fails (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (HcCareQuestion) a = NULL, b = NULL;
  GAsyncResult *place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  profile_fixture_open (fixture);
  a = add (fixture, "a");
  b = add (fixture, "b");
  fixture_execute (fixture->path, "CREATE TRIGGER full BEFORE UPDATE ON care_question"
                                  " BEGIN SELECT raise (ABORT, 'no'); END");

  hc_care_question_store_move_async (get_store (fixture), b, 0, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_false (hc_care_question_store_move_finish (get_store (fixture), result, &error));
  g_assert_nonnull (error);
  assert_order (fixture, "ab");
}

#define PERSON "0a1b2c3d-0000-4000-8000-00000000000a"

/* Of two people: whose a question is, stays with it. */
static void
test_two_people (ProfileFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (HcCareQuestion) first = NULL;
  g_autoptr (HcCareQuestion) second = hc_care_question_new_for (PERSON, "health-center:article/a", "A");
  const char *const bad[] = { "somebody", "\xff" "a1b2c3d-0000-4000-8000-00000000000a" };
  g_autofree char *id = g_strdup (hc_care_question_get_id (second));
  GAsyncResult *place = NULL;
  HcCareQuestion *read;

  profile_fixture_open (fixture);
  first = add (fixture, "first");
  save (fixture, second, "second");
  save_answer (fixture, second, "answer");
  g_assert_cmpstr (hc_care_question_get_person (first), ==, "");
  g_assert_cmpstr (hc_care_question_get_person (second), ==, PERSON);
  assert_rows (fixture, "SELECT person, link, text, answer, position FROM care_question ORDER BY position",
               "|NULL|first||1\n" PERSON "|health-center:article/a|second|answer|2");

  delete (fixture, second);
  hc_care_question_store_restore_async (get_store (fixture), second, fixture_result_cb, &place);
  g_assert_true (finish (fixture, &place, NULL));
  profile_fixture_close (fixture);

  profile_fixture_open (fixture);
  read = hc_care_question_store_lookup (get_store (fixture), id);
  g_assert_cmpstr (hc_care_question_get_person (read), ==, PERSON);
  read = hc_care_question_store_lookup (get_store (fixture), hc_care_question_get_id (first));
  g_assert_cmpstr (hc_care_question_get_person (read), ==, "");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (HcCareQuestion) refused = hc_care_question_new_for (bad[i], NULL, NULL);
      g_autoptr (GError) error = NULL;

      hc_care_question_store_save_async (get_store (fixture), refused, "text", fixture_result_cb, &place);
      g_assert_false (finish (fixture, &place, &error));
      g_assert_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_CONSTRAINT);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (ProfileFixture *, gconstpointer);
  } tests[] = {
    { "/profile/care-questions/kept", test_kept },
    { "/profile/care-questions/states", test_states },
    { "/profile/care-questions/order", test_order },
    { "/profile/care-questions/same-place", test_same_place },
    { "/profile/care-questions/overtaking", test_overtaking },
    { "/profile/care-questions/delete-and-undo", test_delete_and_undo },
    { "/profile/care-questions/refused", test_refused },
    { "/profile/care-questions/move-fails", test_move_fails },
    { "/profile/care-questions/two-people", test_two_people },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ProfileFixture, NULL, profile_fixture_set_up, tests[i].test, profile_fixture_tear_down);

  return g_test_run ();
}
