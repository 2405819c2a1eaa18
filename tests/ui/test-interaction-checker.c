/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-disclosure.h"
#include "hc-interaction-card.h"
#include "hc-interaction-checker.h"
#include "hc-severity-words.h"
#include "medicines-fixture.h"

/* The check of what is taken together. What is expected stands in data/content/interactions. */

#define MAJOR "Major: Ask Before the Next Dose"
#define MODERATE "Moderate: Watch and Ask"
#define MINOR "Minor: Good to Know"

static GtkWidget *
get_checker (MedicinesFixture *fixture)
{
  GtkWidget *checker = medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CHECKER, NULL);

  g_assert_nonnull (checker);

  return checker;
}

static GtkEditable *
get_entry (MedicinesFixture *fixture)
{
  return hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
type_text (MedicinesFixture *fixture,
           const char       *text)
{
  gtk_editable_set_text (get_entry (fixture), text);
  g_signal_emit_by_name (get_entry (fixture), "search-changed");
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

/* Types it and presses Enter, before the search has caught up. */
static void
add (MedicinesFixture *fixture,
     const char       *text)
{
  gtk_editable_set_text (get_entry (fixture), text);
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture)), ==, "");
}

/* What the chips take off the list, with bars between. */
static char *
dup_chips (MedicinesFixture *fixture)
{
  g_autoptr (GPtrArray) buttons = hc_ui_fixture_find_all (get_checker (fixture), GTK_TYPE_BUTTON);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < buttons->len; i++)
    {
      const char *tooltip = gtk_widget_get_tooltip_text (g_ptr_array_index (buttons, i));

      if (tooltip == NULL || !g_str_has_prefix (tooltip, "Remove "))
        continue;

      gtk_test_accessible_assert_property (g_ptr_array_index (buttons, i), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip);
      g_assert_false (gtk_test_accessible_has_relation (g_ptr_array_index (buttons, i),
                                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      g_string_append_printf (names, "%s%s", names->len > 0 ? "|" : "", tooltip + strlen ("Remove "));
    }

  return g_string_free_and_steal (names);
}

static void
assert_chips (MedicinesFixture *fixture,
              const char       *expected)
{
  g_autofree char *chips = NULL;

  hc_ui_fixture_wait_frames (fixture->window, 3);
  chips = dup_chips (fixture);
  g_assert_cmpstr (chips, ==, expected);
}

static void
assert_says (MedicinesFixture *fixture,
             const char       *words)
{
  hc_ui_fixture_wait_frames (fixture->window, 3);
  if (hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_LABEL, words) == NULL)
    g_error ("“%s” is not said", words);
}

static void
assert_focus_on_entry (MedicinesFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_entry (fixture))));
}

/* By typing and Enter, by the keyboard from the list of what is found, with what is said to a screen reader. */
static void
test_add (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);
  g_autofree char *said = NULL, *said_found = NULL, *link = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  link = medicines_fixture_dup_link (fixture);
  g_assert_cmpstr (link, ==, "health-center:interactions");
  assert_says (fixture, "Add at least two things to compare them.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Medicine, Supplement, Food or Drink");
  add (fixture, " jantoven ");
  assert_chips (fixture, "Warfarin");
  assert_focus_on_entry (fixture);
  assert_says (fixture, "Add at least two things to compare them.");

  type_text (fixture, "XELOD");
  said_found = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said_found, ==, "1 found");
  rows = hc_ui_fixture_find_all (get_checker (fixture), ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, ADW_TYPE_ACTION_ROW, "Capecitabine")));
  assert_chips (fixture, "Warfarin|Capecitabine");
  assert_focus_on_entry (fixture);
  g_assert_null (hc_ui_fixture_find (get_checker (fixture), ADW_TYPE_ACTION_ROW, NULL));
  assert_says (fixture, "1 major");
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "1 major");

  /* Nothing is added by nothing. */
  add (fixture, "");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  assert_chips (fixture, "Warfarin|Capecitabine");
}

static GtkWidget *
get_card (MedicinesFixture *fixture,
          guint             place)
{
  g_autoptr (GPtrArray) cards = hc_ui_fixture_find_all (get_checker (fixture), HC_TYPE_INTERACTION_CARD);

  g_assert_cmpuint (place, <, cards->len);

  return g_ptr_array_index (cards, place);
}

static void
assert_card_says (GtkWidget  *card,
                  const char *words)
{
  GtkWidget *label = hc_ui_fixture_find (card, GTK_TYPE_LABEL, words);

  if (label == NULL)
    g_error ("“%s” is not on the card", words);

  /* A screen reader says what stands there, and no title in the place of it. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* Severity in words, both names, what can happen and what to do at once; why and who says so when asked for. */
static void
test_card (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);
  g_autoptr (GPtrArray) headings = NULL, buttons = NULL, items = NULL;
  GtkWidget *card;

  add (fixture, "warfarin");
  add (fixture, "xeloda");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  card = get_card (fixture, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       MAJOR ". Warfarin and Capecitabine");
  assert_card_says (card, MAJOR);
  assert_card_says (card, "You may bleed more easily, and your INR may rise.");
  assert_card_says (card, "Tell your care team before the first dose that you take both.");
  g_assert_null (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Timing"));
  g_assert_null (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Not confirmed"));

  headings = hc_ui_fixture_find_role (card, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (headings->len, ==, 3);
  g_assert_cmpstr (gtk_label_get_text (headings->pdata[0]), ==, "Warfarin and Capecitabine");
  g_assert_cmpstr (gtk_label_get_text (headings->pdata[1]), ==, "What Can Happen");
  g_assert_cmpstr (gtk_label_get_text (headings->pdata[2]), ==, "What to Do");

  g_assert_null (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Capecitabine weakens a liver enzyme"));
  buttons = hc_ui_fixture_find_all (card, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 2);
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_TOGGLE_BUTTON, "Why")));
  WAIT_FOR (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Capecitabine weakens a liver enzyme (CYP2C9)") != NULL);

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_TOGGLE_BUTTON,
                                                                "Where This Comes From")));
  WAIT_FOR (hc_ui_fixture_find (card, GTK_TYPE_LABEL, "Xeloda") != NULL);
  items = hc_ui_fixture_find_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  /* xeloda-box, ansm-2016, sancitabin-mims-2, celabin-mims-2 */
  g_assert_cmpuint (items->len, ==, 4);
}

static void
test_timing (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);
  GtkWidget *card;

  add (fixture, "cipro");
  add (fixture, "tums");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  card = get_card (fixture, 0);
  assert_card_says (card, MODERATE);
  assert_card_says (card, "Timing");
  assert_card_says (card, "Ciprofloxacin 2 hours before or 6 hours after calcium.");
  assert_says (fixture, "1 moderate");
}

/* The worst first, and as many as the summary says. */
static void
test_order (void)
{
  static const char *const names[] = {
    "dexamethasone", "magnesium", "ciprofloxacin", "calcium", "warfarin", "capecitabine"
  };
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 1080);
  g_autoptr (GPtrArray) cards = NULL;
  guint counts[3] = { 0 };
  guint last = 0;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add (fixture, names[i]);
  hc_ui_fixture_wait_frames (fixture->window, 3);

  cards = hc_ui_fixture_find_all (get_checker (fixture), HC_TYPE_INTERACTION_CARD);
  for (guint i = 0; i < cards->len; i++)
    {
      guint severity = hc_ui_fixture_find (cards->pdata[i], GTK_TYPE_LABEL, MAJOR) != NULL ? 0
                     : hc_ui_fixture_find (cards->pdata[i], GTK_TYPE_LABEL, MODERATE) != NULL ? 1 : 2;

      g_assert_cmpuint (severity, >=, last);
      last = severity;
      counts[severity]++;
    }
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (counts[i], >, 0);
  g_assert_nonnull (hc_ui_fixture_find (cards->pdata[cards->len - 1], GTK_TYPE_LABEL, MINOR));

  summary = g_strdup_printf ("%u major · %u moderate · %u minor", counts[0], counts[1], counts[2]);
  assert_says (fixture, summary);
}

/* Chips take away what they name; the focus goes on in the entry. */
static void
test_remove (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);

  add (fixture, "warfarin");
  add (fixture, "capecitabine");
  add (fixture, "ginger");
  assert_chips (fixture, "Warfarin|Capecitabine|Ginger");
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Remove Capecitabine")));
  WAIT_FOR (hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_LABEL, "Capecitabine and") == NULL &&
            hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_LABEL, "and Capecitabine") == NULL);
  assert_chips (fixture, "Warfarin|Ginger");
  assert_focus_on_entry (fixture);
  assert_says (fixture, "Ginger in food is fine.");

  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Start Over")));
  WAIT_FOR (hc_ui_fixture_find (get_checker (fixture), HC_TYPE_INTERACTION_CARD, NULL) == NULL);
  assert_chips (fixture, "");
  assert_focus_on_entry (fixture);
  assert_says (fixture, "Add at least two things to compare them.");
}

/* The same thing twice is one; two of a group, and two with the same in them, are told of. */
static void
test_duplicates (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);

  add (fixture, "warfarin");
  add (fixture, "Coumadin");
  add (fixture, "WARFARIN");
  assert_chips (fixture, "Warfarin");
  gtk_widget_activate_action (get_checker (fixture), "interactions.clear", NULL);

  add (fixture, "lisinopril");
  add (fixture, "losartan");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  assert_card_says (get_card (fixture, 0), "Both belong to the same group: Blood pressure medicines (ACE inhibitors");
  assert_card_says (get_card (fixture, 0), "Ask your prescriber or pharmacist whether both are meant, be");
  assert_says (fixture, "1 moderate");

  /* A medicine of the person with the same in it, by another name. */
  gtk_widget_activate_action (get_checker (fixture), "interactions.clear", NULL);
  medicines_fixture_add (fixture, NULL, NULL, "Tylenol", "500 mg", NULL);
  add (fixture, "acetaminophen");
  gtk_widget_activate_action (get_checker (fixture), "interactions.add-mine", NULL);
  assert_chips (fixture, "Acetaminophen|Tylenol");
  assert_card_says (get_card (fixture, 0), "Acetaminophen and Tylenol (Acetaminophen)");
  assert_card_says (get_card (fixture, 0), "Both contain Acetaminophen. Together it may be too much.");
  assert_says (fixture, "1 major");
}

/* No entry is no proof of safety, and that is said with the number of pairs. */
static void
test_nothing_known (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);

  add (fixture, "ginger");
  add (fixture, "zinc");
  assert_says (fixture, "No Entry for These");
  assert_says (fixture, "For 1 pair we have no entry. That does not mean that it is safe: ask your pharmacist.");
  assert_says (fixture, "This list is never complete.");
  g_assert_null (hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_LABEL, "We know no interaction of"));

  /* A name that is not known is taken as it was typed. */
  add (fixture, "Gobbledygook <i> & Co");
  assert_chips (fixture, "Ginger|Zinc|Gobbledygook <i> & Co");
  assert_says (fixture, "For 3 pairs we have no entry. That does not mean that they are safe: ask your pharmacist.");
  assert_says (fixture, "We know no interaction of “Gobbledygook <i> & Co” at all. Ask your pharmacist about it.");
  g_assert_null (hc_ui_fixture_find (get_checker (fixture), HC_TYPE_INTERACTION_CARD, NULL));

  /* Some are known and some are not. */
  add (fixture, "warfarin");
  assert_says (fixture, "1 moderate");
  assert_says (fixture, "pairs we have no entry.");
}

/* What its source does not say word for word, and what is a rule. */
static void
test_doubts (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);

  add (fixture, "capecitabine");
  add (fixture, "apixaban");
  assert_says (fixture, "Not confirmed: the wording of its source was not read yet. Ask your pharmacist about it.");

  gtk_widget_activate_action (get_checker (fixture), "interactions.clear", NULL);
  add (fixture, "fluorouracil");
  add (fixture, "acenocoumarol");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_TOGGLE_BUTTON, "Why")));
  WAIT_FOR (hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_LABEL, "This is a rule for whole groups of medicines, "
                                                                      "not only for these two.") != NULL);
}

/* What a link asks for takes the place of what was there. */
static void
test_links (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:drugs", 360);

  medicines_fixture_add (fixture, NULL, "health-center:drug/capecitabine", "Capecitabine", "500 mg", "tablet");
  medicines_fixture_go (fixture, "health-center:interactions?with=health-center:drug/warfarin");
  assert_chips (fixture, "Warfarin|Capecitabine");
  assert_card_says (get_card (fixture, 0), "Warfarin and Capecitabine");
  medicines_fixture_go (fixture, "health-center:interactions?with=health-center%3Adrug%2Fcapecitabine");
  assert_chips (fixture, "Capecitabine");
  add (fixture, "zinc");
  medicines_fixture_go (fixture, "health-center:interactions?mine=yes");
  assert_chips (fixture, "Capecitabine");
  add (fixture, "ginger");
  medicines_fixture_go (fixture, "health-center:interactions");
  assert_chips (fixture, "Capecitabine|Ginger");
}

/* All that the person takes, the same one twice as well, and what was added before is not doubled. */
static void
test_mine (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);
  GtkWidget *button = hc_ui_fixture_find (get_checker (fixture), GTK_TYPE_LABEL, "Add My Medicines");

  button = gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_is_sensitive (button));
  medicines_fixture_add (fixture, NULL, "health-center:drug/capecitabine", "Capecitabine", "500 mg", "tablet");
  medicines_fixture_add (fixture, NULL, "health-center:drug/capecitabine", "Capecitabine", "150 mg", "tablet");
  g_assert_true (gtk_widget_is_sensitive (button));
  add (fixture, "warfarin");
  g_assert_true (gtk_widget_activate (medicines_fixture_tab_to (fixture, GTK_TYPE_BUTTON, "Add My Medicines")));
  WAIT_FOR (hc_ui_fixture_find (get_checker (fixture), HC_TYPE_INTERACTION_CARD, NULL) != NULL);
  assert_chips (fixture, "Warfarin|Capecitabine|Capecitabine");
  assert_says (fixture, "Both contain Capecitabine. Together it may be too much.");
  assert_says (fixture, "3 major");
  gtk_widget_activate_action (get_checker (fixture), "interactions.add-mine", NULL);
  assert_chips (fixture, "Warfarin|Capecitabine|Capecitabine");
}

/* Whoever types a whole name gets that one, and no other that begins with it. */
static void
test_whole_names (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 1080);
  g_autofree char *names = fixture_query (HC_TEST_LIBRARY, "SELECT name FROM substance");
  g_auto (GStrv) lines = g_strsplit (names, "\n", -1);

  /* Pegfilgrastim begins with it, too, and comes before. */
  add (fixture, "peg");
  assert_chips (fixture, "Polyethylene Glycol 3350");
  gtk_widget_activate_action (get_checker (fixture), "interactions.clear", NULL);

  g_assert_cmpuint (g_strv_length (lines), >, 100);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *chips = NULL;

      add (fixture, lines[i]);
      hc_ui_fixture_wait_frames (fixture->window, 1);
      chips = dup_chips (fixture);
      g_assert_cmpstr (chips, ==, lines[i]);
      gtk_widget_activate_action (get_checker (fixture), "interactions.clear", NULL);
    }
}

/* What begins with what was typed, in its name or in another one; no more than can be looked through. */
static void
test_matches (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);
  g_autoptr (GPtrArray) rows = NULL;

  type_text (fixture, "a");
  rows = hc_ui_fixture_find_all (get_checker (fixture), ADW_TYPE_ACTION_ROW);
  g_assert_cmpuint (rows->len, ==, 8);
  g_assert_true (gtk_widget_get_mapped (rows->pdata[0]));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (rows->pdata[0])),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Found");

  g_signal_emit_by_name (get_entry (fixture), "stop-search");
  g_signal_emit_by_name (get_entry (fixture), "search-changed");
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_null (hc_ui_fixture_find (get_checker (fixture), ADW_TYPE_ACTION_ROW, NULL));
  type_text (fixture, "zofran o");
  g_assert_nonnull (hc_ui_fixture_find (get_checker (fixture), ADW_TYPE_ACTION_ROW, "Ondansetron"));
}

/* What does not fit on the list is said, and a long name stays within a narrow window. */
static void
test_limits (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:interactions", 360);
  g_autofree char *toast = NULL, *chips = NULL;
  g_auto (GStrv) names = NULL;
  const char *longest = "Unpronounceablyhyperlonginventedmedicineforwindowsthatarenarrow and the rest of its long name";

  add (fixture, longest);
  add (fixture, "warfarin");
  hc_ui_fixture_wait_frames (fixture->window, 5);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);

  for (guint i = 3; i <= 41; i++)
    {
      g_autofree char *name = g_strdup_printf ("Qwx %u", i);

      add (fixture, name);
    }

  toast = medicines_fixture_take_toast (fixture);
  g_assert_cmpstr (toast, ==, "Not added: Qwx 41. The list is full.");
  chips = dup_chips (fixture);
  names = g_strsplit (chips, "|", -1);
  g_assert_cmpuint (g_strv_length (names), ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/interaction-checker/add", test_add);
  g_test_add_func ("/interaction-checker/card", test_card);
  g_test_add_func ("/interaction-checker/timing", test_timing);
  g_test_add_func ("/interaction-checker/order", test_order);
  g_test_add_func ("/interaction-checker/remove", test_remove);
  g_test_add_func ("/interaction-checker/duplicates", test_duplicates);
  g_test_add_func ("/interaction-checker/nothing-known", test_nothing_known);
  g_test_add_func ("/interaction-checker/doubts", test_doubts);
  g_test_add_func ("/interaction-checker/links", test_links);
  g_test_add_func ("/interaction-checker/mine", test_mine);
  g_test_add_func ("/interaction-checker/whole-names", test_whole_names);
  g_test_add_func ("/interaction-checker/matches", test_matches);
  g_test_add_func ("/interaction-checker/limits", test_limits);

  return g_test_run ();
}
