/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-current-person.h"
#include "profile-fixture.h"

typedef struct
{
  ProfileFixture   profile;
  GSettings       *settings;
  HcCurrentPerson *person;
  int              n_changed;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  profile_fixture_set_up (&fixture->profile, NULL);
  profile_fixture_open (&fixture->profile);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  g_signal_connect_swapped (fixture->person, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->person);
  g_settings_reset (fixture->settings, "current-person");
  g_settings_reset (fixture->settings, "first-person");
  g_clear_object (&fixture->settings);
  profile_fixture_tear_down (&fixture->profile, NULL);
}

static void
save (Fixture    *fixture,
      HcPerson   *person,
      const char *name)
{
  HcPersonStore *people = hc_profile_get_people (fixture->profile.profile);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;
  g_autoptr (GError) error = NULL;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .name = name }, fixture_result_cb, &place);
  result = fixture_wait (&place);
  hc_person_store_save_finish (people, result, &error);
  g_assert_no_error (error);
}

static void
take_away (Fixture  *fixture,
           HcPerson *person)
{
  HcPersonStore *people = hc_profile_get_people (fixture->profile.profile);
  g_autoptr (GAsyncResult) place = NULL, result = NULL;

  hc_person_store_delete_async (people, person, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_person_store_delete_finish (people, result, NULL));
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_null (hc_current_person_get (fixture->person));
  g_assert_cmpstr (hc_current_person_get_id (fixture->person), ==, "");
  g_assert_true (hc_current_person_owns (fixture->person, ""));
  g_assert_true (hc_current_person_is_first (fixture->person));
  g_assert_false (hc_current_person_owns (fixture->person, "somebody who is gone"));
}

static void
test_two (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (HcPerson) ada = hc_person_new ();
  g_autoptr (HcPerson) ben = hc_person_new ();

  save (fixture, ada, "Ada");
  g_assert_true (hc_current_person_get (fixture->person) == ada);
  g_assert_cmpint (fixture->n_changed, ==, 1);

  profile_fixture_set_time (&fixture->profile, 60);
  save (fixture, ben, "Ben");
  g_assert_true (hc_current_person_get (fixture->person) == ada);
  g_assert_cmpint (fixture->n_changed, ==, 1);
  g_assert_true (hc_current_person_is_first (fixture->person));
  g_assert_true (hc_current_person_owns (fixture->person, ""));
  g_assert_true (hc_current_person_owns (fixture->person, hc_person_get_id (ada)));
  g_assert_false (hc_current_person_owns (fixture->person, hc_person_get_id (ben)));

  hc_current_person_choose (fixture->person, hc_person_get_id (ben));
  g_assert_true (hc_current_person_get (fixture->person) == ben);
  g_assert_cmpint (fixture->n_changed, ==, 2);
  g_assert_false (hc_current_person_is_first (fixture->person));
  g_assert_false (hc_current_person_owns (fixture->person, ""));
  g_assert_false (hc_current_person_owns (fixture->person, hc_person_get_id (ada)));
  g_assert_true (hc_current_person_owns (fixture->person, hc_person_get_id (ben)));

  /* What is told of the one who is not shown does not matter. */
  save (fixture, ada, "Ada Ro");
  g_assert_cmpint (fixture->n_changed, ==, 2);
  save (fixture, ben, "Ben Ro");
  g_assert_cmpint (fixture->n_changed, ==, 3);

  take_away (fixture, ben);
  g_assert_true (hc_current_person_get (fixture->person) == ada);
  g_assert_cmpint (fixture->n_changed, ==, 4);

  /* The removal was undone. */
  save (fixture, ben, "Ben");
  g_assert_true (hc_current_person_get (fixture->person) == ben);
}

static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (HcPerson) ada = hc_person_new ();
  g_autoptr (HcPerson) ben = hc_person_new ();
  g_autofree char *id = g_strdup (hc_person_get_id (ben));

  save (fixture, ada, "Ada");
  profile_fixture_set_time (&fixture->profile, 60);
  save (fixture, ben, "Ben");
  hc_current_person_choose (fixture->person, id);

  g_assert_finalize_object (g_steal_pointer (&fixture->person));
  profile_fixture_close (&fixture->profile);
  profile_fixture_open (&fixture->profile);
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  g_assert_cmpstr (hc_current_person_get_id (fixture->person), ==, id);
  g_assert_cmpstr (hc_person_get_details (hc_current_person_get (fixture->person))->name, ==, "Ben");
}

/* What was written before anybody was told of is that of the first person, and of nobody else after they were
 * removed. */
static void
test_removed_first (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (HcPerson) ada = hc_person_new ();
  g_autoptr (HcPerson) ben = hc_person_new ();

  save (fixture, ada, "Ada");
  profile_fixture_set_time (&fixture->profile, 60);
  save (fixture, ben, "Ben");
  g_assert_true (hc_current_person_get_first (fixture->person) == ada);

  hc_current_person_expect_removal (fixture->person, ada);
  take_away (fixture, ada);
  g_assert_true (hc_current_person_get (fixture->person) == ben);
  g_assert_false (hc_current_person_is_first (fixture->person));
  g_assert_false (hc_current_person_owns (fixture->person, ""));
  g_assert_null (hc_current_person_get_first (fixture->person));

  /* Undone. */
  save (fixture, ada, "Ada");
  g_assert_true (hc_current_person_get_first (fixture->person) == ada);
  hc_current_person_choose (fixture->person, hc_person_get_id (ada));
  g_assert_true (hc_current_person_owns (fixture->person, ""));

  /* When somebody else goes, nothing changes. */
  hc_current_person_expect_removal (fixture->person, ben);
  take_away (fixture, ben);
  g_assert_true (hc_current_person_owns (fixture->person, ""));

  /* With the last one everything begins as new. */
  hc_current_person_expect_removal (fixture->person, ada);
  take_away (fixture, ada);
  g_assert_true (hc_current_person_owns (fixture->person, ""));
  g_assert_false (hc_current_person_owns (fixture->person, hc_person_get_id (ada)));
  profile_fixture_set_time (&fixture->profile, 120);
  save (fixture, ben, "Ben");
  g_assert_true (hc_current_person_get (fixture->person) == ben);
  g_assert_true (hc_current_person_owns (fixture->person, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/context/current-person/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/context/current-person/two", Fixture, NULL, set_up, test_two, tear_down);
  g_test_add ("/context/current-person/remembered", Fixture, NULL, set_up, test_remembered, tear_down);
  g_test_add ("/context/current-person/removed-first", Fixture, NULL, set_up, test_removed_first, tear_down);

  return g_test_run ();
}
