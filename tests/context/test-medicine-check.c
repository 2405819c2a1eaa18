/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "drug-fixture.h"
#include "hc-medicine-check.h"
#include "profile-fixture.h"

/* The medicines of a person against what the library knows. */

#define OTHER_PERSON "0a1b2c3d-0000-4000-8000-00000000000b"

typedef struct
{
  CompilerFixture *content;
  ProfileFixture   profile;
  HcLibrary       *library;
  GSettings       *settings;
  HcCurrentPerson *person;
  HcMedicineCheck *check;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;

  fixture->content = compiler_fixture_new ();
  drug_fixture_write (fixture->content);
  g_assert_cmpint (compiler_fixture_run (fixture->content, NULL, &errors, NULL), ==, 0);
  g_assert_cmpstr (errors, ==, "");

  path = g_build_filename (fixture->content->root, "library.db", NULL);
  fixture->library = hc_library_new (path, &error);
  g_assert_no_error (error);

  profile_fixture_set_up (&fixture->profile, NULL);
  profile_fixture_open (&fixture->profile);
  fixture->settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_settings_reset (fixture->settings, "current-person");
  fixture->person = hc_current_person_new (fixture->profile.profile, fixture->settings);
  fixture->check = hc_medicine_check_new (fixture->library, fixture->profile.profile, fixture->person,
                                          fixture->profile.clock);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->check);
  g_assert_finalize_object (fixture->person);
  g_clear_object (&fixture->settings);
  g_clear_object (&fixture->library);
  profile_fixture_tear_down (&fixture->profile, NULL);
  compiler_fixture_free (fixture->content);
}

static HcMedicine *
add (Fixture                 *fixture,
     const HcMedicineDetails *details)
{
  HcMedicineStore *store = hc_profile_get_medicines (fixture->profile.profile);
  HcMedicine *medicine = hc_medicine_new (details);
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_medicine_store_save_async (store, medicine, NULL, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_save_finish (store, result, &error));
  g_assert_no_error (error);

  return medicine;
}

static void
add_named (Fixture    *fixture,
           const char *person,
           const char *name)
{
  g_autoptr (HcMedicine) medicine = add (fixture, &(HcMedicineDetails) { .person = person, .name = name });

  g_assert_nonnull (medicine);
}

static void
remove_medicine (Fixture    *fixture,
                 HcMedicine *medicine)
{
  HcMedicineStore *store = hc_profile_get_medicines (fixture->profile.profile);
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  hc_medicine_store_remove_async (store, medicine, fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_medicine_store_remove_finish (store, result, NULL));
}

static HcPerson *
tell_allergies (Fixture    *fixture,
                const char *allergies)
{
  HcPersonStore *people = hc_profile_get_people (fixture->profile.profile);
  HcPerson *person = hc_person_new ();
  g_autoptr (GAsyncResult) place = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hc_person_store_save_async (people, person, &(HcPersonDetails) { .is_user = TRUE, .allergies = allergies },
                              fixture_result_cb, &place);
  result = fixture_wait (&place);
  g_assert_true (hc_person_store_save_finish (people, result, &error));
  g_assert_no_error (error);

  return person;
}

static HcPerson *
add_person (Fixture *fixture)
{
  return tell_allergies (fixture, NULL);
}

/* The ids of what acts in an item, with plus signs between them. */
static char *
print_item (HcCheckedItem *item)
{
  GPtrArray *substances = hc_checked_item_get_substances (item);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < substances->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "+" : "", hc_substance_get_id (g_ptr_array_index (substances, i)));

  return g_string_free_and_steal (text);
}

static void
assert_resolved (HcMedicineCheck *check,
                 const char      *name,
                 const char      *link,
                 const char      *actives,
                 const char      *expected)
{
  g_autoptr (HcCheckedItem) item = hc_medicine_check_resolve (check, name, link, actives);
  g_autofree char *text = print_item (item);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (hc_checked_item_get_name (item), ==, name);
}

/* The names of the items, with what acts in them. */
static void
assert_items (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) items = hc_medicine_check_dup_items (fixture->check);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      HcCheckedItem *item = g_ptr_array_index (items, i);
      g_autofree char *substances = print_item (item);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? ", " : "", hc_checked_item_get_name (item), substances);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static char *
print_check (HcInteractionCheck *check)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < check->findings->len; i++)
    {
      HcFinding *finding = g_ptr_array_index (check->findings, i);

      g_string_append_printf (text, "%s+%s %d, ", hc_checked_item_get_name (hc_finding_get_item (finding, 0)),
                              hc_checked_item_get_name (hc_finding_get_item (finding, 1)),
                              (int) hc_finding_get_severity (finding));
    }

  for (guint i = 0; i < check->unknown->len; i++)
    g_string_append_printf (text, "?%s, ", hc_checked_item_get_name (g_ptr_array_index (check->unknown, i)));

  g_string_append_printf (text, "%u", check->n_unknown);

  return g_string_free_and_steal (text);
}

static void
assert_run (Fixture    *fixture,
            const char *expected)
{
  g_autoptr (HcInteractionCheck) check = hc_medicine_check_run (fixture->check);
  g_autofree char *text = print_check (check);

  g_assert_cmpstr (text, ==, expected);
}

/* By a link, by what acts in it, by its name. */
static void
test_resolve (Fixture       *fixture,
              gconstpointer  data)
{
  HcMedicineCheck *check = fixture->check;
  g_autoptr (HcCheckedItem) item = NULL;

  assert_resolved (check, "Fabrol", NULL, NULL, "fabrolin");
  assert_resolved (check, "Nabrozan", NULL, "", "nabrozine");
  assert_resolved (check, "My white pill", "health-center:drug/fabrolin", NULL, "fabrolin");
  assert_resolved (check, "Sleep well", "health-center:label/0a1b2c3d-0000-4000-8000-000000000001", "MIRODEX",
                   "mirodex");

  /* The link says it, not the name. */
  assert_resolved (check, "Mirodorm", "health-center:drug/fabrolin", NULL, "fabrolin");

  /* So do the names of what acts in it, of which some may be unknown or the same. */
  assert_resolved (check, "Duofab", NULL, "FABROLIN\nNABROZINE", "fabrolin+nabrozine");
  assert_resolved (check, "Duofab", NULL, "FABROLIN\nPHLOGISTON\n", "fabrolin");
  assert_resolved (check, "Duofab", "health-center:drug/fabrolin", "FABROLIN\nFABROL\nMIRODEX", "fabrolin+mirodex");
  assert_resolved (check, "Fabrol", NULL, "PHLOGISTON", "fabrolin");

  /* What else acts in it is told. */
  item = hc_medicine_check_resolve (check, "Duofab", NULL, "FABROLIN\nPHLOGISTON\n");
  g_assert_cmpuint (hc_checked_item_get_unknown (item)->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (hc_checked_item_get_unknown (item), 0), ==, "PHLOGISTON");

  /* Nothing is known of it. */
  assert_resolved (check, "Moonshine", NULL, NULL, "");
  assert_resolved (check, "Moonshine", "health-center:drug/moonshine", "PHLOGISTON", "");
  assert_resolved (check, "Fabrol", "health-center:drug/moonshine", NULL, "fabrolin");
  assert_resolved (check, "Fabrol", "no link at all", NULL, "fabrolin");
  assert_resolved (check, "Moonshine", "health-center:article/fabrolin", NULL, "");
  assert_resolved (check, "", NULL, NULL, "");
}

/* Imported labels name salts and waters. */
static void
test_salts (Fixture       *fixture,
            gconstpointer  data)
{
  assert_resolved (fixture->check, "X", NULL, "FABROLIN HYDROCHLORIDE", "fabrolin");
  assert_resolved (fixture->check, "X", NULL, "Nabrozine sodium monohydrate\nfabrolin maleate", "nabrozine+fabrolin");
  assert_resolved (fixture->check, "X", NULL, "MIRODEX ACETATE", "mirodex");

  /* A name is not shortened in its middle or from its beginning. */
  assert_resolved (fixture->check, "X", NULL, "HYDROCHLORIDE OF FABROLIN", "");
  assert_resolved (fixture->check, "X", NULL, "FABROLINUM", "");
  assert_resolved (fixture->check, "X", NULL, " ", "");
}

static void
test_shipped_salts (void)
{
  static const struct { const char *actives, *expected; } cases[] = {
    { "OXYCODONE HYDROCHLORIDE", "oxycodone" },
    { "OXYCODONE HYDROCHLORIDE\nACETAMINOPHEN", "oxycodone+acetaminophen" },
    { "LEVOTHYROXINE SODIUM ANHYDROUS", "levothyroxine" },
    { "CALCIUM CARBONATE", "calcium" },
    { "WARFARIN SODIUM", "warfarin" },
    { "ONDANSETRON HYDROCHLORIDE", "ondansetron" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (HcLibrary) library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.health_center.HealthCenter");
  g_autoptr (HcCurrentPerson) person = NULL;
  g_autoptr (HcMedicineCheck) check = NULL;
  ProfileFixture profile = { 0 };

  g_assert_no_error (error);
  profile_fixture_set_up (&profile, NULL);
  profile_fixture_open (&profile);
  person = hc_current_person_new (profile.profile, settings);
  check = hc_medicine_check_new (library, profile.profile, person, profile.clock);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_resolved (check, "A pill", NULL, cases[i].actives, cases[i].expected);

  g_clear_object (&check);
  g_clear_object (&person);
  profile_fixture_tear_down (&profile, NULL);
}

static void
test_run (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (HcMedicine) first = NULL;

  assert_items (fixture, "");
  assert_run (fixture, "0");

  first = add (fixture, &(HcMedicineDetails) { .name = "Fabrol" });
  assert_run (fixture, "0");
  profile_fixture_set_time (&fixture->profile, 60);
  add_named (fixture, NULL, "Nabrozan");
  profile_fixture_set_time (&fixture->profile, 120);
  add_named (fixture, NULL, "Moonshine");

  /* The newest one is the first, as in the list. */
  assert_items (fixture, "Moonshine=, Nabrozan=nabrozine, Fabrol=fabrolin");
  assert_run (fixture, "Nabrozan+Fabrol 0, ?Moonshine, 2");

  remove_medicine (fixture, first);
  assert_run (fixture, "?Moonshine, 1");
}

/* Two products with the same ingredient, one of them a combination. */
static void
test_combination (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (HcMedicine) combination = NULL;

  add_named (fixture, NULL, "Fabrol");
  profile_fixture_set_time (&fixture->profile, 60);
  combination = add (fixture, &(HcMedicineDetails) {
    .name = "Duofab", .actives = "FABROLIN HYDROCHLORIDE\nNABROZINE", .link = "health-center:label/x",
  });

  assert_items (fixture, "Duofab=fabrolin+nabrozine, Fabrol=fabrolin");
  assert_run (fixture, "Duofab+Fabrol 0, Duofab+Fabrol 0, 0");
}

/* Only the medicines of the first person, and those that were added before there was one. */
static void
test_person (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (HcPerson) person = NULL;

  add_named (fixture, NULL, "Fabrol");
  add_named (fixture, OTHER_PERSON, "Nabrozan");
  assert_items (fixture, "Fabrol=fabrolin");
  assert_run (fixture, "0");

  person = add_person (fixture);
  assert_items (fixture, "Fabrol=fabrolin");
  assert_run (fixture, "0");

  add_named (fixture, hc_person_get_id (person), "Mirodorm");
  assert_items (fixture, "Mirodorm=mirodex, Fabrol=fabrolin");
  assert_run (fixture, "Mirodorm+Fabrol 1, Mirodorm+Fabrol 2, 0");
}

/* Those of any person; what belongs to nobody is that of the first one. */
static void
test_other_person (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const allergies[] = { "NABRO", NULL };
  g_autoptr (HcPerson) person = add_person (fixture);
  const char *id = hc_person_get_id (person);
  g_autoptr (HcInteractionCheck) own = NULL, other = NULL, with = NULL;
  g_autoptr (HcCheckedItem) soda = hc_medicine_check_resolve (fixture->check, "Grape soda", NULL, NULL);
  g_autoptr (HcAllergyCheck) own_allergies = NULL, other_allergies = NULL;
  g_autofree char *own_text = NULL, *other_text = NULL, *with_text = NULL;

  add_named (fixture, NULL, "Fabrol");
  profile_fixture_set_time (&fixture->profile, 60);
  add_named (fixture, id, "Nabrozan");
  profile_fixture_set_time (&fixture->profile, 120);
  add_named (fixture, OTHER_PERSON, "Mirodorm");
  profile_fixture_set_time (&fixture->profile, 180);
  add_named (fixture, OTHER_PERSON, "nabrozine");

  own = hc_medicine_check_run_for (fixture->check, id);
  other = hc_medicine_check_run_for (fixture->check, OTHER_PERSON);
  with = hc_medicine_check_run_with_for (fixture->check, OTHER_PERSON, soda);
  own_text = print_check (own);
  other_text = print_check (other);
  with_text = print_check (with);
  g_assert_cmpstr (own_text, ==, "Nabrozan+Fabrol 0, 0");
  g_assert_cmpstr (other_text, ==, "nabrozine+Mirodorm 1, 0");
  g_assert_cmpstr (with_text, ==, "Grape soda+nabrozine 2, Grape soda+Mirodorm 2, 0");

  own_allergies = hc_medicine_check_run_allergies_for (fixture->check, NULL, allergies);
  other_allergies = hc_medicine_check_run_allergies_for (fixture->check, OTHER_PERSON, allergies);
  g_assert_cmpuint (own_allergies->findings->len, ==, 1);
  g_assert_cmpuint (other_allergies->findings->len, ==, 1);
  g_assert_cmpstr (hc_checked_item_get_name (((HcAllergyFinding *) own_allergies->findings->pdata[0])->item), ==,
                   "Nabrozan");
  g_assert_cmpstr (hc_checked_item_get_name (((HcAllergyFinding *) other_allergies->findings->pdata[0])->item), ==,
                   "nabrozine");
}

/* Those that were told of the person whose data is shown. */
static void
test_own_allergies (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (HcCheckedItem) item = hc_medicine_check_resolve (fixture->check, "Nabrozan", NULL, NULL);
  g_autoptr (HcAllergyCheck) none = hc_medicine_check_run_allergies (fixture->check, NULL);
  g_autoptr (HcAllergyCheck) listed = NULL, looked_at = NULL;
  g_autoptr (HcPerson) person = NULL;

  g_assert_null (none);
  person = tell_allergies (fixture, "pollen\n\nNABRO");
  add_named (fixture, hc_person_get_id (person), "Fabrol");

  listed = hc_medicine_check_run_allergies (fixture->check, NULL);
  looked_at = hc_medicine_check_run_allergies (fixture->check, item);
  g_assert_cmpuint (listed->findings->len, ==, 0);
  g_assert_cmpuint (listed->told->len, ==, 2);
  g_assert_cmpuint (looked_at->findings->len, ==, 1);
  g_assert_cmpstr (((HcAllergyFinding *) looked_at->findings->pdata[0])->allergy, ==, "NABRO");
}

static void
test_foods (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) foods = hc_medicine_check_list_foods (fixture->check);

  /* A supplement is none, and one of the two has a text. */
  g_assert_cmpuint (foods->len, ==, 2);
  g_assert_cmpstr (hc_substance_get_name (g_ptr_array_index (foods, 0)), ==, "alpha juice");
  g_assert_cmpstr (hc_substance_get_name (g_ptr_array_index (foods, 1)), ==, "Grape soda");
}

/* What somebody looks at, with all that they take: nothing of what they take among themselves. */
static void
test_run_with (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (HcCheckedItem) item = NULL;
  g_autoptr (HcInteractionCheck) check = NULL;
  g_autofree char *text = NULL;

  add_named (fixture, NULL, "Nabrozan");
  profile_fixture_set_time (&fixture->profile, 60);
  add_named (fixture, NULL, "Fabrol");
  profile_fixture_set_time (&fixture->profile, 120);
  add_named (fixture, NULL, "alpha juice");

  item = hc_medicine_check_resolve (fixture->check, "Grape soda", NULL, NULL);
  check = hc_medicine_check_run_with (fixture->check, item);
  text = print_check (check);
  g_assert_cmpstr (text, ==, "Grape soda+Nabrozan 2, 2");
}

static void
count_cb (int *n)
{
  (*n)++;
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (HcMedicine) medicine = NULL;
  g_autoptr (HcPerson) person = NULL;
  int n = 0;

  g_signal_connect_swapped (fixture->check, "changed", G_CALLBACK (count_cb), &n);
  medicine = add (fixture, &(HcMedicineDetails) { .name = "Fabrol" });
  g_assert_cmpint (n, ==, 1);
  remove_medicine (fixture, medicine);
  g_assert_cmpint (n, ==, 2);

  /* Another person may be the first one. */
  person = add_person (fixture);
  g_assert_cmpint (n, ==, 3);
  g_signal_handlers_disconnect_by_data (fixture->check, &n);
}

/* The profile may go on without the check. */
static void
test_freed (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->check));
  add_named (fixture, NULL, "Fabrol");
  fixture->check = hc_medicine_check_new (fixture->library, fixture->profile.profile, fixture->person,
                                          fixture->profile.clock);
  g_assert_true (hc_medicine_check_get_book (fixture->check) == hc_medicine_check_get_book (fixture->check));
  assert_items (fixture, "Fabrol=fabrolin");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/context/medicine-check/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("resolve", test_resolve);
  ADD ("salts", test_salts);
  ADD ("run", test_run);
  ADD ("combination", test_combination);
  ADD ("person", test_person);
  ADD ("other-person", test_other_person);
  ADD ("own-allergies", test_own_allergies);
  ADD ("foods", test_foods);
  ADD ("run-with", test_run_with);
  ADD ("changed", test_changed);
  ADD ("freed", test_freed);
  g_test_add_func ("/context/medicine-check/shipped-salts", test_shipped_salts);

  return g_test_run ();
}
