/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-page.h"
#include "hc-trial-row.h"
#include "hc-trial-sites.h"
#include "trials-fixture.h"

/* What is shown of a trial follows what is known of the person, and nothing of it is made again for another reason. */

#define AGE_QUESTION "The trial is for people of 18 years and older. Is that your age?"

static HcUiFixture *
fixture_new (void)
{
  HcUiFixture *fixture = hc_ui_fixture_new_at ("2026-11-20T12:00:00");
  g_autofree char *page = trials_fixture_make_page ();

  trials_fixture_import (fixture, page);
  hc_ui_fixture_open_profile (fixture);
  trials_fixture_add_person (fixture);

  return fixture;
}

/* Changes the year of birth of the person that is shown. */
static void
set_birth_year (HcUiFixture *fixture,
                int          year)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (fixture->context));
  HcPersonDetails details = *hc_person_get_details (person);
  gboolean is_done = FALSE;

  details.birth_year = year;
  hc_person_store_save_async (hc_profile_get_people (hc_context_get_profile (fixture->context)), person, &details,
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
}

static guint
count_labels (HcWindow   *window,
              const char *text)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (window, GTK_TYPE_LABEL);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text);

  return n;
}

/* What must be asked stands twice: where it says how the trial fits, and where it can be put on the list. */
static void
test_questions (void)
{
  g_autoptr (HcUiFixture) fixture = fixture_new ();
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:trial/" TRIALS_NEAR, 720, 1300);
  g_autofree char *asked = NULL;

  g_assert_cmpuint (count_labels (window, AGE_QUESTION), ==, 0);
  set_birth_year (fixture, 0);
  WAIT_FOR (count_labels (window, AGE_QUESTION) > 0);
  hc_ui_fixture_wait_frames (window, 3);
  g_assert_cmpuint (count_labels (window, AGE_QUESTION), ==, 2);

  gtk_widget_activate_action (hc_ui_fixture_find (window, HC_TYPE_TRIAL_PAGE, NULL), "trial.ask", NULL);
  WAIT_FOR ((g_free (asked),
             asked = hc_ui_fixture_query (fixture, "SELECT count (*) FROM care_question "
                                          "WHERE text = '" AGE_QUESTION "'"),
             g_str_equal (asked, "1")));
}

/* A site that was unfolded stays so when something else is known of the person. */
static void
test_sites (void)
{
  g_autoptr (HcUiFixture) fixture = fixture_new ();
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:trial/" TRIALS_NEAR, 720, 1300);
  GtkWidget *sites = hc_ui_fixture_find (window, HC_TYPE_TRIAL_SITES, NULL);
  GtkWidget *row = hc_ui_fixture_find (sites, ADW_TYPE_EXPANDER_ROW, "Mountain Cancer Center");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  set_birth_year (fixture, 0);
  WAIT_FOR (count_labels (window, AGE_QUESTION) > 0);
  row = hc_ui_fixture_find (sites, ADW_TYPE_EXPANDER_ROW, "Mountain Cancer Center");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));

  /* From another city they come in another order. */
  g_settings_set_string (hc_context_get_settings (fixture->context), "care-city", "Denver, CO");
  WAIT_FOR (hc_ui_fixture_find (sites, GTK_TYPE_LABEL, "less than a kilometer away") != NULL);
}

/* In the list of what is saved each trial says how it fits now. */
static void
test_saved (void)
{
  g_autoptr (HcUiFixture) fixture = fixture_new ();
  HcWindow *window = hc_ui_fixture_present (fixture, "health-center:trial/" TRIALS_NEAR, 720, 1300);
  GtkWidget *row;

  hc_ui_fixture_press (window, "Save Trial");
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_BUTTON, "Remove From Saved Trials") != NULL);
  g_assert_true (hc_window_open_link (window, "health-center:trials?show=saved"));
  WAIT_FOR ((row = hc_ui_fixture_find (window, HC_TYPE_TRIAL_ROW, NULL)) != NULL);
  g_assert_nonnull (hc_ui_fixture_find (row, GTK_TYPE_LABEL, "Your age fits"));

  set_birth_year (fixture, 2015);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "• The trial is for people of 18 years and older.") != NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/trial-person/questions", test_questions);
  g_test_add_func ("/trial-person/sites", test_sites);
  g_test_add_func ("/trial-person/saved", test_saved);

  return g_test_run ();
}
