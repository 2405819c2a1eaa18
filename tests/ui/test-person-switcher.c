/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-dialog.h"
#include "hc-care-question-list.h"
#include "hc-care-question-row.h"
#include "hc-drug-review-dialog.h"
#include "hc-interaction-checker.h"
#include "hc-person-switcher.h"
#include "hc-questions-page.h"
#include "hc-quiz-list.h"
#include "hc-quiz.h"
#include "people-fixture.h"

/* Whose data is shown, and that it is theirs only. */

static GtkMenuButton *
get_button (MedicinesFixture *fixture)
{
  return hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_PERSON_SWITCHER, NULL), GTK_TYPE_MENU_BUTTON,
                             NULL);
}

/* What the menu says, a line each, with a star at the one who is chosen. */
static char *
print_menu (MedicinesFixture *fixture)
{
  GMenuModel *menu = gtk_menu_button_get_menu_model (get_button (fixture));
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "choose-person");
  GString *text = g_string_new (NULL);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL, *action = NULL;
          g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (section, j, G_MENU_ATTRIBUTE_TARGET,
                                                                               NULL);

          g_assert_true (g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s", &label));
          g_assert_true (g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_ACTION, "s", &action));
          g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), action + strlen ("win.")));
          g_string_append_printf (text, "%s%s\n", target != NULL && g_variant_equal (target, state) ? "*" : "", label);
        }
    }

  return g_string_free_and_steal (text);
}

static void
assert_menu (MedicinesFixture *fixture,
             const char       *expected)
{
  g_autofree char *menu = print_menu (fixture);

  g_assert_cmpstr (menu, ==, expected);
}

/* Nobody needs to be told of. */
static void
test_nobody (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:today", 1080);
  GtkWidget *switcher = medicines_fixture_find (fixture, HC_TYPE_PERSON_SWITCHER, NULL);

  assert_menu (fixture, "_About You…\nA_dd a Person…\n");
  g_assert_nonnull (hc_ui_fixture_find (switcher, GTK_TYPE_LABEL, "Me"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Person: Me");
}

static void
test_menu (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:today", 1080);
  GtkWidget *switcher = medicines_fixture_find (fixture, HC_TYPE_PERSON_SWITCHER, NULL);
  g_autofree char *ada = people_fixture_add (fixture, "Ada_Ro");
  g_autofree char *ben = NULL, *cleo = NULL, *toast = NULL, *announcement = NULL, *again = NULL, *other = NULL;

  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, NULL);
  people_fixture_set_time (fixture, "2026-11-20T08:32:00");
  cleo = people_fixture_add (fixture, "Cleopatra Philopator of Alexandria in the Delta");

  /* The oldest one first, and a long name shortened. An underscore is no shortcut. */
  assert_menu (fixture, "*Ada__Ro\nSomeone I Care For\nCleopatra Philopa…ndria in the Delta\n"
                        "_About This Person…\nA_dd a Person…\n");

  g_free (hc_ui_fixture_take_announcement ());
  people_fixture_choose (fixture, cleo);
  announcement = hc_ui_fixture_take_announcement ();
  toast = hc_ui_fixture_take_toast (fixture->window);
  g_assert_cmpstr (toast, ==, "Showing Cleopatra Philopator of Alexandria in the Delta");
  g_assert_cmpstr (announcement, ==, toast);
  assert_menu (fixture, "Ada__Ro\nSomeone I Care For\n*Cleopatra Philopa…ndria in the Delta\n"
                        "_About This Person…\nA_dd a Person…\n");
  g_assert_nonnull (hc_ui_fixture_find (switcher, GTK_TYPE_LABEL, "Cleopatra Philopator of Alexandria"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Person: Cleopatra Philopator of Alexandria in the Delta");

  /* The one who is shown already. */
  people_fixture_choose (fixture, cleo);
  again = hc_ui_fixture_take_toast (fixture->window);
  g_assert_null (again);

  people_fixture_choose (fixture, ben);
  other = hc_ui_fixture_take_toast (fixture->window);
  g_assert_cmpstr (other, ==, "Showing Someone I Care For");
}

/* The keyboard opens the menu and goes through it. */
static void
test_keyboard (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:today", 1080);
  g_autofree char *ada = people_fixture_add (fixture, "Ada");
  GtkPopover *popover = gtk_menu_button_get_popover (get_button (fixture));
  g_autoptr (GPtrArray) items = NULL;

  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (get_button (fixture)), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  items = hc_ui_fixture_find_role (popover, GTK_ACCESSIBLE_ROLE_MENU_ITEM);
  g_assert_cmpuint (items->len, ==, 3);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (items->pdata[0]), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_popover_popdown (popover);
}

/* What the list of questions shows, in its order. */
static void
assert_questions (MedicinesFixture *fixture,
                  const char       *expected,
                  const char       *expected_count)
{
  HcCareQuestionList *list = medicines_fixture_find (fixture, HC_TYPE_CARE_QUESTION_LIST, NULL);
  g_autoptr (GPtrArray) rows = hc_ui_fixture_find_all (list, HC_TYPE_CARE_QUESTION_ROW);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      HcCareQuestion *question = hc_care_question_row_get_question (rows->pdata[i]);

      g_string_append_printf (text, "%s ", hc_care_question_get_text (question));
    }

  g_assert_cmpstr (text->str, ==, expected);
  g_object_get (list, "count", &count, NULL);
  g_assert_cmpstr (count, ==, expected_count);
}

static void
test_questions (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:my-questions", 1080);
  g_autofree char *ada = NULL, *ben = NULL;
  g_autoptr (HcCareQuestion) early = people_fixture_ask (fixture, "", "early");
  g_autoptr (HcCareQuestion) a1 = NULL, b1 = NULL, a2 = NULL, b2 = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GListModel *questions = G_LIST_MODEL (hc_profile_get_care_questions (
    hc_context_get_profile (fixture->fixture->context)));
  GtkTextView *view;

  assert_questions (fixture, "early ", "1 to ask");
  ada = people_fixture_add (fixture, "Ada");
  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  a1 = people_fixture_ask (fixture, ada, "a1");
  b1 = people_fixture_ask (fixture, ben, "b1");
  a2 = people_fixture_ask (fixture, ada, "a2");
  b2 = people_fixture_ask (fixture, ben, "b2");

  assert_questions (fixture, "early a1 a2 ", "3 to ask");
  people_fixture_choose (fixture, ben);
  assert_questions (fixture, "b1 b2 ", "2 to ask");

  /* One step is one step among his own; hers stay in their order. */
  rows = hc_ui_fixture_find_all (fixture->window, HC_TYPE_CARE_QUESTION_ROW);
  gtk_widget_activate_action (rows->pdata[0], "care-question.move-down", NULL);
  WAIT_FOR (hc_care_question_get_position (b1) > hc_care_question_get_position (b2));
  hc_ui_fixture_wait_frames (fixture->window, 3);
  assert_questions (fixture, "b2 b1 ", "2 to ask");
  gtk_widget_activate_action (rows->pdata[0], "care-question.move-up", NULL);
  WAIT_FOR (hc_care_question_get_position (b1) < hc_care_question_get_position (b2));
  people_fixture_choose (fixture, ada);
  assert_questions (fixture, "early a1 a2 ", "3 to ask");

  /* A new one is that of the one who is shown. */
  people_fixture_choose (fixture, ben);
  gtk_widget_activate_action (medicines_fixture_find (fixture, HC_TYPE_QUESTIONS_PAGE, NULL), "questions.ask", NULL);
  WAIT_FOR (medicines_fixture_find (fixture, HC_TYPE_CARE_QUESTION_DIALOG, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->window, 5);
  view = hc_ui_fixture_find (medicines_fixture_find (fixture, HC_TYPE_CARE_QUESTION_DIALOG, NULL), GTK_TYPE_TEXT_VIEW,
                             NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "b3", -1);
  WAIT_FOR (g_list_model_get_n_items (questions) == 6);
  people_fixture_assert_rows (fixture, "SELECT name FROM care_question JOIN person ON person.id = person"
                                       " WHERE text = 'b3'", "Ben");
}

static void
answer (MedicinesFixture *fixture,
        const char       *person,
        const char       *question)
{
  HcProfile *profile = hc_context_get_profile (fixture->fixture->context);
  g_autoptr (HcQuizAnswer) given = hc_quiz_answer_new (person, question, "words", TRUE);
  gboolean is_done = FALSE;

  hc_quiz_answer_store_save_async (hc_profile_get_quiz_answers (profile), given, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (fixture->window, 3);
}

static void
test_quizzes (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:quiz", 1080);
  g_autoptr (GListModel) quizzes = hc_quiz_load_all (hc_context_get_library (fixture->fixture->context), NULL);
  g_autoptr (HcQuiz) quiz = g_list_model_get_item (quizzes, 0);
  g_autofree char *one = g_strdup_printf ("1 of %u questions answered rightly", hc_quiz_get_length (quiz));
  g_autofree char *two = g_strdup_printf ("2 of %u questions answered rightly", hc_quiz_get_length (quiz));
  g_autofree char *none = g_strdup_printf ("%u questions", hc_quiz_get_length (quiz));
  g_autofree char *ada = NULL, *ben = NULL;
  GtkWidget *row = medicines_fixture_find (fixture, ADW_TYPE_ACTION_ROW, hc_quiz_get_title (quiz));

  answer (fixture, "", hc_quiz_get_question (quiz, 0)->id);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), one));

  ada = people_fixture_add (fixture, "Ada");
  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), one));
  answer (fixture, ada, hc_quiz_get_question (quiz, 1)->id);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), two));

  people_fixture_choose (fixture, ben);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), none));
  g_assert_null (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "answered"));
}

/* What one takes is not looked at together with what the other one takes. */
static void
test_interactions (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:today", 1080);
  g_autofree char *ada = people_fixture_add (fixture, "Ada"), *ben = NULL;
  GtkWidget *checker;

  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  medicines_fixture_add (fixture, ada, NULL, "Warfarin", "5 mg", "tablet");
  medicines_fixture_add (fixture, ben, NULL, "Capecitabine", "500 mg", "tablet");
  medicines_fixture_go (fixture, "health-center:interactions?mine=yes");
  checker = medicines_fixture_find (fixture, HC_TYPE_INTERACTION_CHECKER, NULL);
  hc_interaction_checker_add (HC_INTERACTION_CHECKER (checker), "Grapefruit", NULL, NULL);
  hc_ui_fixture_wait_frames (fixture->window, 3);
  g_assert_nonnull (hc_ui_fixture_find (checker, GTK_TYPE_LABEL, "Warfarin"));
  g_assert_null (hc_ui_fixture_find (checker, GTK_TYPE_LABEL, "Capecitabine"));

  people_fixture_choose (fixture, ben);
  g_assert_null (hc_ui_fixture_find (checker, GTK_TYPE_LABEL, "Warfarin"));
  g_assert_nonnull (hc_ui_fixture_find (checker, GTK_TYPE_LABEL, "Capecitabine"));
  /* What was put there by hand stays. */
  g_assert_nonnull (hc_ui_fixture_find (checker, GTK_TYPE_LABEL, "Grapefruit"));
}

/* Each has their own medicines and thinks of them for themselves. */
static void
test_medicines (void)
{
  g_autoptr (MedicinesFixture) fixture = people_fixture_open ("health-center:medicines", 1080);
  HcDrugReviewStore *reviews = hc_profile_get_drug_reviews (hc_context_get_profile (fixture->fixture->context));
  g_autofree char *ada = NULL, *ben = NULL;
  g_autoptr (HcDrugReview) review = NULL;
  gboolean is_done = FALSE;

  medicines_fixture_add (fixture, NULL, NULL, "Ondansetron", "8 mg", "tablet");
  ada = people_fixture_add (fixture, "Ada");
  people_fixture_set_time (fixture, "2026-11-20T08:31:00");
  ben = people_fixture_add (fixture, "Ben");
  medicines_fixture_add (fixture, ben, NULL, "Warfarin", "5 mg", "tablet");
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Ondansetron 8 mg"));
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin 5 mg"));
  people_fixture_choose (fixture, ben);
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Ondansetron 8 mg"));
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Warfarin 5 mg"));

  review = hc_drug_review_new (&(HcDrugReviewDetails) { .person = ada, .link = "health-center:drug/warfarin",
                                                        .comment = "Her own words" });
  hc_drug_review_store_save_async (reviews, review, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  medicines_fixture_go (fixture, "health-center:drug/warfarin");
  g_assert_null (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Her own words"));
  people_fixture_choose (fixture, ada);
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "Her own words"));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/person-switcher/nobody", test_nobody);
  g_test_add_func ("/person-switcher/menu", test_menu);
  g_test_add_func ("/person-switcher/keyboard", test_keyboard);
  g_test_add_func ("/person-switcher/questions", test_questions);
  g_test_add_func ("/person-switcher/quizzes", test_quizzes);
  g_test_add_func ("/person-switcher/interactions", test_interactions);
  g_test_add_func ("/person-switcher/medicines", test_medicines);

  return g_test_run ();
}
