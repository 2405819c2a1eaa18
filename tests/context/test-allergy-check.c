/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-allergy-check.h"
#include "hc-source.h"

/* Allergies as people write them against the library that is shipped. */

typedef struct
{
  HcLibrary         *library;
  HcInteractionBook *interactions;
  HcAllergyBook     *book;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->library = hc_library_new (SHIPPED_LIBRARY, &error);
  g_assert_no_error (error);
  fixture->interactions = hc_interaction_book_new (fixture->library, &error);
  g_assert_no_error (error);
  fixture->book = hc_allergy_book_new (fixture->library, fixture->interactions, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->book);
  g_clear_object (&fixture->interactions);
  g_clear_object (&fixture->library);
}

/* Makes items of names; what stands behind a colon are names of what acts in it and nobody knows. */
static GPtrArray *
make_items (Fixture    *fixture,
            const char *names)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) parts = g_strsplit (names, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], ":", 2);
      g_autoptr (GPtrArray) substances = g_ptr_array_new_with_free_func (g_object_unref);
      HcSubstance *substance = hc_interaction_book_find (fixture->interactions, sides[0]);
      HcCheckedItem *item;

      if (substance != NULL)
        g_ptr_array_add (substances, g_object_ref (substance));
      item = hc_checked_item_new (sides[0], substances);
      if (sides[1] != NULL)
        hc_checked_item_add_unknown (item, sides[1]);
      g_ptr_array_add (items, item);
    }

  return items;
}

static char *
print_check (HcAllergyCheck *check)
{
  static const char *const matches[] = { "same", "member", "related" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < check->findings->len; i++)
    {
      const HcAllergyFinding *finding = g_ptr_array_index (check->findings, i);

      g_string_append_printf (text, "%s: %s (%s) %s", finding->allergy,
                              finding->item != NULL ? hc_checked_item_get_name (finding->item) : "-",
                              finding->name, matches[finding->match]);
      if (finding->group != NULL)
        g_string_append_printf (text, " %s", finding->group->id);
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

static void
assert_check (Fixture    *fixture,
              const char *allergy,
              const char *items,
              const char *expected)
{
  const char *const allergies[] = { allergy, NULL };
  g_autoptr (GPtrArray) checked = make_items (fixture, items);
  g_autoptr (HcAllergyCheck) check = hc_allergy_check_run (fixture->book, allergies, checked);
  g_autofree char *text = print_check (check);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  assert_check (fixture, "Ibuprofen", "ibuprofen;metformin", "Ibuprofen: ibuprofen (Ibuprofen) same\n");
  assert_check (fixture, "TYLENOL!", "acetaminophen", "TYLENOL!: acetaminophen (Acetaminophen) same\n");
  assert_check (fixture, "oxycodone (I itched all over)", "OxyContin",
                "oxycodone (I itched all over): OxyContin (Oxycodone) same\n");
  assert_check (fixture, "codeine makes me sick", "codeine", "codeine makes me sick: codeine (codeine) same\n");
  assert_check (fixture, "severe allergy to codeine", "codeine",
                "severe allergy to codeine: codeine (codeine) same\n");

  /* Opioids differ: no source says that one stands for the others. */
  assert_check (fixture, "codeine", "morphine", "");
  assert_check (fixture, "opioids", "morphine;metformin",
                "opioids: morphine (Morphine) member opioid-pain-relievers\n");
}

static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  assert_check (fixture, "penicillin", "Amoxil;ciprofloxacin",
                "penicillin: Amoxil (amoxicillin) member penicillins-and-cephalosporins-antibiotics\n");
  assert_check (fixture, "Sulfa", "Bactrim;Lasix;sulfate",
                "Sulfa: Bactrim (sulfamethoxazole/trimethoprim) member sulfa-antibiotics\n"
                "Sulfa: Lasix (Furosemide) member sulfa-medicines-that-are-no-antibiotics\n");
  assert_check (fixture, "contrast dye", "iodinated contrast",
                "contrast dye: iodinated contrast (iodinated contrast) same\n");
  assert_check (fixture, "platinum", "oxaliplatin",
                "platinum: oxaliplatin (Oxaliplatin) member platinum-chemotherapy\n");
  assert_check (fixture, "statins", "simvastatin;Lipitor",
                "statins: simvastatin (simvastatin) member statins\n"
                "statins: Lipitor (Atorvastatin) member statins\n");
  assert_check (fixture, "PPIs", "omeprazole;famotidine",
                "PPIs: omeprazole (Omeprazole) member proton-pump-inhibitors\n");
}

/* One stands for the others where a source says so. */
static void
test_related (Fixture       *fixture,
              gconstpointer  data)
{
  assert_check (fixture, "aspirin", "Advil;acetaminophen",
                "aspirin: Advil (Ibuprofen) related nsaid-pain-relievers-and-aspirin\n");
  assert_check (fixture, "carboplatin", "oxaliplatin",
                "carboplatin: oxaliplatin (Oxaliplatin) related platinum-chemotherapy\n");
  assert_check (fixture, "simvastatin", "atorvastatin", "");

  /* Neither of the two is known otherwise. */
  assert_check (fixture, "cephalexin", "amoxicillin",
                "cephalexin: amoxicillin (amoxicillin) related penicillins-and-cephalosporins-antibiotics\n");
  assert_check (fixture, "Keflex, penicillin", "Keflex:CEPHALEXIN MONOHYDRATE",
                "penicillin: Keflex (CEPHALEXIN MONOHYDRATE) member penicillins-and-cephalosporins-antibiotics\n");
  assert_check (fixture, "paclitaxel", "Taxotere:docetaxel",
                "paclitaxel: Taxotere (docetaxel) related taxanes-chemotherapy\n");
}

/* What is understood of an allergy is told; what is not is compared with names. */
static void
test_told (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const allergies[] = { "penicillin (rash, fever); latex", " , ", "peanuts and NSAIDs", "Blorbol",
                                    "diphenoxylate/atropine", NULL };
  g_autoptr (GPtrArray) items = make_items (fixture, "Blorbol forte;naproxen;blorbolin");
  g_autoptr (HcAllergyCheck) check = hc_allergy_check_run (fixture->book, allergies, items);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *text = print_check (check);

  for (guint i = 0; i < check->told->len; i++)
    {
      const HcToldAllergy *allergy = g_ptr_array_index (check->told, i);

      g_string_append_printf (told, "%s = %s\n", allergy->words, allergy->read_as != NULL ? allergy->read_as : "?");
    }

  g_assert_cmpstr (told->str, ==,
                   "penicillin (rash, fever) = Penicillins and cephalosporins (antibiotics)\n"
                   "latex = ?\n"
                   "peanuts and NSAIDs = NSAID pain relievers and aspirin\n"
                   "Blorbol = ?\n"
                   "diphenoxylate/atropine = Diphenoxylate and Atropine\n");
  g_assert_cmpstr (text, ==,
                   "peanuts and NSAIDs: naproxen (Naproxen) member nsaid-pain-relievers-and-aspirin\n"
                   "Blorbol: Blorbol forte (Blorbol forte) same\n");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  assert_check (fixture, "", "ibuprofen", "");
  assert_check (fixture, ")(,;\n((", "ibuprofen", "");
  assert_check (fixture, "\xff\xfe", "ibuprofen;\xff", "");
  assert_check (fixture, "!!", "!!", "");
}

static void
test_ingredients (Fixture       *fixture,
                  gconstpointer  data)
{
  const char *const allergies[] = { "lactose", "tartrazine", "gelatin", "yellow 6", NULL };
  const char *const ingredients[] = {
    "CELLULOSE, MICROCRYSTALLINE", "LACTOSE MONOHYDRATE", "FD&C YELLOW NO. 5 ALUMINUM LAKE", "GELATIN, UNSPECIFIED",
    "FD&C YELLOW NO. 6", "GALACTOSE", NULL
  };
  g_autoptr (HcAllergyCheck) check = hc_allergy_check_run_ingredients (fixture->book, allergies, ingredients);
  g_autofree char *text = print_check (check);

  g_assert_cmpstr (text, ==,
                   "lactose: - (LACTOSE MONOHYDRATE) same\n"
                   "tartrazine: - (FD&C YELLOW NO. 5 ALUMINUM LAKE) member yellow-dye-5-tartrazine\n"
                   "gelatin: - (GELATIN, UNSPECIFIED) same\n"
                   "yellow 6: - (FD&C YELLOW NO. 6) member yellow-dye-6-fd-c-yellow-no-6\n");
}

static void
assert_words (Fixture    *fixture,
              const char *allergy,
              const char *item,
              const char *expected)
{
  const char *const allergies[] = { allergy, NULL };
  g_autoptr (GPtrArray) items = make_items (fixture, item);
  g_autoptr (HcAllergyCheck) check = hc_allergy_check_run (fixture->book, allergies, items);
  g_autofree char *words = NULL;

  g_assert_cmpuint (check->findings->len, ==, 1);
  words = hc_allergy_finding_dup_words (g_ptr_array_index (check->findings, 0));
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  assert_words (fixture, "aspirin", "Aspirin", "You told of an allergy to aspirin. This is Aspirin.");
  assert_words (fixture, "Tylenol", "Acetaminophen", "You told of an allergy to Tylenol. Acetaminophen is the same.");
  assert_words (fixture, "ibuprofen", "Advil", "You told of an allergy to ibuprofen. In Advil there is: Ibuprofen.");
  assert_words (fixture, "sulfa", "Bactrim",
                "You told of an allergy to sulfa. Bactrim belongs to: Sulfa antibiotics.");
  assert_words (fixture, "aspirin", "Advil",
                "You told of an allergy to aspirin. Advil belongs to the same group: NSAID pain relievers and aspirin. "
                "Somebody who reacted to aspirin or another NSAID with asthma, hives or another allergic reaction "
                "should not take any of them.");

  /* Emergencies first. */
  g_assert_true (g_str_has_prefix (hc_allergy_finding_get_action (), "Trouble breathing"));
  g_assert_nonnull (strstr (hc_allergy_finding_get_action (), "Do not take it before you have asked"));
}

/* Each group has members, names that lead to it, and a source. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  GPtrArray *groups = hc_allergy_book_get_groups (fixture->book);

  g_assert_cmpuint (groups->len, >, 10);

  for (guint i = 0; i < groups->len; i++)
    {
      const HcAllergyGroup *group = g_ptr_array_index (groups, i);
      GPtrArray *found = hc_allergy_book_find (fixture->book, group->name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) sources = hc_allergy_group_load_sources (group, fixture->library, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sources->len, >, 0);
      g_assert_cmpuint (group->members->len, >, 0);
      g_assert_true (g_ptr_array_find (found, group, NULL));

      for (guint j = 0; j < group->members->len; j++)
        {
          HcSubstance *member = g_ptr_array_index (group->members, j);

          g_assert_true (hc_allergy_book_find_substance (fixture->book, hc_substance_get_name (member)) == member);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/context/allergy-check/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/context/allergy-check/groups", Fixture, NULL, set_up, test_groups, tear_down);
  g_test_add ("/context/allergy-check/related", Fixture, NULL, set_up, test_related, tear_down);
  g_test_add ("/context/allergy-check/told", Fixture, NULL, set_up, test_told, tear_down);
  g_test_add ("/context/allergy-check/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/context/allergy-check/ingredients", Fixture, NULL, set_up, test_ingredients, tear_down);
  g_test_add ("/context/allergy-check/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/context/allergy-check/whole", Fixture, NULL, set_up, test_whole, tear_down);

  return g_test_run ();
}
