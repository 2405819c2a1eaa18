/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "hc-interaction-card.h"
#include "hc-medicines-home.h"
#include "hc-timing-page.h"
#include "medicines-fixture.h"
#include "taking-fixture.h"

/* Times that are too near to each other, and other ones. What keeps levothyroxine and calcium four hours apart is an
 * entry of the library that is shipped. */

typedef struct
{
  MedicinesFixture *medicines;
  HcMedicine       *thyroid;
  HcMedicine       *calcium;
} TimingFixture;

static TimingFixture *
timing_fixture_new (const char *calcium_times)
{
  TimingFixture *self = g_new0 (TimingFixture, 1);

  self->medicines = medicines_fixture_open ("health-center:medicines", 360);
  taking_fixture_set_now (self->medicines->fixture, "2026-11-20T09:00:00Z");
  self->calcium = taking_fixture_add (self->medicines->fixture, "calcium", "Calcium", NULL);
  self->thyroid = taking_fixture_add (self->medicines->fixture, "levothyroxine", "Levothyroxine", NULL);
  taking_fixture_at (self->medicines->fixture, self->calcium, "2026-11-01T00:00:00Z", 1, calcium_times);
  taking_fixture_at (self->medicines->fixture, self->thyroid, "2026-11-01T00:00:00Z", 1.5, "07:00");
  hc_ui_fixture_wait_frames (self->medicines->window, 3);

  return self;
}

static void
timing_fixture_free (TimingFixture *self)
{
  g_object_unref (self->thyroid);
  g_object_unref (self->calcium);
  medicines_fixture_free (self->medicines);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TimingFixture, timing_fixture_free)

static gboolean
says (TimingFixture *fixture,
      const char    *words)
{
  return medicines_fixture_find (fixture->medicines, GTK_TYPE_LABEL, words) != NULL;
}

static HcTimingPage *
open_page (TimingFixture *fixture)
{
  medicines_fixture_go (fixture->medicines, "health-center:medicines?timing=yes");
  g_assert_nonnull (medicines_fixture_find (fixture->medicines, HC_TYPE_TIMING_PAGE, NULL));

  return medicines_fixture_find (fixture->medicines, HC_TYPE_TIMING_PAGE, NULL);
}

/* The doses of three days, as the course tells. */
static char *
dup_doses (HcMedicine *medicine)
{
  g_autoptr (GDateTime) from = taking_fixture_time ("2026-11-20T00:00:00Z");
  g_autoptr (GDateTime) until = taking_fixture_time ("2026-11-23T00:00:00Z");
  g_autoptr (GPtrArray) doses = hc_course_list_doses (hc_medicine_get_details (medicine)->course, from, until,
                                                      g_date_time_get_timezone (from));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doses->len; i++)
    {
      const HcDose *dose = g_ptr_array_index (doses, i);

      g_string_append_printf (text, "%s%s %g", i > 0 ? ", " : "", dose->key, dose->amount);
    }

  return g_string_free_and_steal (text);
}

static void
assert_doses (HcMedicine *medicine,
              const char *expected)
{
  g_autofree char *doses = dup_doses (medicine);

  g_assert_cmpstr (doses, ==, expected);
}

/* The warning leads to the page, which says what is wrong, who says so, and what would be better. */
static void
test_conflict (void)
{
  g_autoptr (TimingFixture) fixture = timing_fixture_new ("08:00 20:00");
  GtkWidget *row = medicines_fixture_tab_to (fixture->medicines, ADW_TYPE_ACTION_ROW, "Times to Look At");
  const char *conflict = "Levothyroxine at 07:00, then Calcium at 08:00. Now there is 1 hour between them. "
                         "There should be at least 4 hours.";
  g_autofree char *link = NULL;

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, conflict);
  gtk_widget_activate (row);
  WAIT_FOR (medicines_fixture_find (fixture->medicines, HC_TYPE_TIMING_PAGE, NULL) != NULL);
  hc_ui_fixture_wait_frames (fixture->medicines->window, 3);
  link = medicines_fixture_dup_link (fixture->medicines);
  g_assert_cmpstr (link, ==, "health-center:medicines?timing=yes");

  g_assert_true (says (fixture, conflict));
  g_assert_nonnull (medicines_fixture_find (fixture->medicines, HC_TYPE_INTERACTION_CARD, NULL));
  g_assert_true (says (fixture, "Ask your pharmacist before you change times."));
  /* One dose moves where one is enough: noon is four hours after the one and eight before the other. */
  g_assert_true (says (fixture, "Now: 07:00"));
  g_assert_true (says (fixture, "Proposed: 12:00"));
  g_assert_true (says (fixture, "Now: 08:00, 20:00"));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->medicines->window)), <=, 360);

  /* Nothing changes by itself. */
  assert_doses (fixture->thyroid, "2026-11-20T07:00 1.5, 2026-11-21T07:00 1.5, 2026-11-22T07:00 1.5");
}

/* What is to stay stays; where both are to, nothing is proposed. */
static void
test_keep (void)
{
  g_autoptr (TimingFixture) fixture = timing_fixture_new ("08:00");
  HcTimingPage *page = open_page (fixture);
  g_autoptr (GPtrArray) keep = NULL, again = NULL;

  keep = hc_ui_fixture_find_all (page, GTK_TYPE_CHECK_BUTTON);
  g_assert_cmpuint (keep->len, ==, 2);
  gtk_test_accessible_assert_property (keep->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Keep the Times of Levothyroxine");
  gtk_widget_grab_focus (keep->pdata[0]);
  gtk_check_button_set_active (keep->pdata[0], TRUE);
  hc_ui_fixture_wait_frames (fixture->medicines->window, 3);
  g_assert_true (says (fixture, "Proposed: 11:00"));

  again = hc_ui_fixture_find_all (page, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->medicines->window)) == again->pdata[0]);
  g_assert_true (gtk_check_button_get_active (again->pdata[0]));
  gtk_check_button_set_active (again->pdata[1], TRUE);
  hc_ui_fixture_wait_frames (fixture->medicines->window, 3);
  g_assert_false (says (fixture, "Proposed:"));
  g_assert_true (says (fixture, "No times were found that keep them apart: ask your pharmacist."));
  g_assert_null (medicines_fixture_find (fixture->medicines, GTK_TYPE_BUTTON, "Use These Times…"));
}

/* Asked again, done as one, kept with its reason, and taken back as one. */
static void
test_use (void)
{
  g_autoptr (TimingFixture) fixture = timing_fixture_new ("08:00 20:00");
  HcTimingPage *page = open_page (fixture);
  g_autofree char *before = hc_ui_fixture_query (fixture->medicines->fixture,
                                                 "SELECT id, name, course FROM medicine ORDER BY id");
  g_autofree char *after = NULL, *toast = NULL;
  const HcRegimen *old;

  gtk_widget_activate_action (GTK_WIDGET (page), "timing.use", NULL);
  WAIT_FOR (says (fixture, "Use These Times?"));
  g_assert_true (says (fixture, "From tomorrow, 21 November 2026:\nLevothyroxine: 12:00 instead of 07:00\n\n"
                                "On the first day the time since the last dose is longer or shorter than usual. "
                                "Ask your pharmacist before you change times."));
  hc_ui_fixture_press (fixture->medicines->window, "Cancel");
  WAIT_FOR (!says (fixture, "Use These Times?"));
  assert_doses (fixture->thyroid, "2026-11-20T07:00 1.5, 2026-11-21T07:00 1.5, 2026-11-22T07:00 1.5");

  gtk_widget_activate_action (GTK_WIDGET (page), "timing.use", NULL);
  WAIT_FOR (says (fixture, "Use These Times?"));
  hc_ui_fixture_press (fixture->medicines->window, "Use From Tomorrow");
  toast = medicines_fixture_take_toast (fixture->medicines);
  g_assert_cmpstr (toast, ==, "Times changed from tomorrow");
  assert_doses (fixture->thyroid, "2026-11-20T07:00 1.5, 2026-11-21T12:00 1.5, 2026-11-22T12:00 1.5");
  old = g_ptr_array_index (hc_medicine_get_details (fixture->thyroid)->course->regimens, 0);
  g_assert_cmpstr (old->reason, ==, "Times moved apart");
  hc_ui_fixture_wait_frames (fixture->medicines->window, 3);
  g_assert_true (says (fixture, "Nothing Is Too Near"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->medicines->window), "win.undo", NULL);
  WAIT_FOR (says (fixture, "Undone"));
  after = hc_ui_fixture_query (fixture->medicines->fixture, "SELECT id, name, course FROM medicine ORDER BY id");
  g_assert_cmpstr (after, ==, before);
  hc_ui_fixture_wait_frames (fixture->medicines->window, 3);
  g_assert_true (says (fixture, "Proposed: 12:00"));
}

/* When one of several cannot be saved none is. */
static void
test_use_fails (void)
{
  g_autoptr (TimingFixture) fixture = timing_fixture_new ("08:00");
  g_autoptr (HcMedicine) iron = taking_fixture_add (fixture->medicines->fixture, "iron", "Iron", NULL);
  g_autofree char *path = g_build_filename (fixture->medicines->fixture->folder, "profile.db", NULL);
  HcTimingPage *page;
  g_autoptr (GPtrArray) keep = NULL;
  g_autofree char *before = NULL, *after = NULL, *toast = NULL;

  taking_fixture_at (fixture->medicines->fixture, iron, "2026-11-01T00:00:00Z", 1, "09:00");
  page = open_page (fixture);
  /* Both others move when levothyroxine stays. */
  keep = hc_ui_fixture_find_all (page, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (keep->pdata[1], TRUE);
  hc_ui_fixture_wait_frames (fixture->medicines->window, 3);
  before = hc_ui_fixture_query (fixture->medicines->fixture, "SELECT id, name, course FROM medicine ORDER BY id");
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE UPDATE ON medicine WHEN NEW.name = 'Calcium'"
                         " BEGIN SELECT RAISE (FAIL, 'refused'); END");

  gtk_widget_activate_action (GTK_WIDGET (page), "timing.use", NULL);
  WAIT_FOR (says (fixture, "Iron: 11:00 instead of 09:00"));
  hc_ui_fixture_press (fixture->medicines->window, "Use From Tomorrow");
  toast = medicines_fixture_take_toast (fixture->medicines);
  g_assert_true (g_str_has_prefix (toast, "Nothing was changed."));
  after = hc_ui_fixture_query (fixture->medicines->fixture, "SELECT id, name, course FROM medicine ORDER BY id");
  g_assert_cmpstr (after, ==, before);
}

/* What is changed meanwhile is not thrown over when it is taken back. */
static void
test_undo_after_change (void)
{
  g_autoptr (TimingFixture) fixture = timing_fixture_new ("08:00 20:00");
  HcTimingPage *page = open_page (fixture);
  g_autofree char *toast = NULL, *refused = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "timing.use", NULL);
  hc_ui_fixture_press (fixture->medicines->window, "Use From Tomorrow");
  toast = medicines_fixture_take_toast (fixture->medicines);
  taking_fixture_at (fixture->medicines->fixture, fixture->thyroid, "2026-11-22T00:00:00Z", 2, "13:00");
  gtk_widget_activate_action (GTK_WIDGET (fixture->medicines->window), "win.undo", NULL);
  refused = medicines_fixture_take_toast (fixture->medicines);
  g_assert_true (g_str_has_prefix (refused, "Nothing was changed."));
  assert_doses (fixture->thyroid, "2026-11-20T07:00 1.5, 2026-11-21T12:00 1.5, 2026-11-22T13:00 2");
}

static void
test_good (void)
{
  g_autoptr (TimingFixture) fixture = timing_fixture_new ("13:00");

  g_assert_null (medicines_fixture_find (fixture->medicines, ADW_TYPE_ACTION_ROW, "Times to Look At"));
  open_page (fixture);
  g_assert_true (says (fixture, "Nothing Is Too Near"));
  g_assert_true (says (fixture, "That does not say that nothing else does."));
  g_assert_null (medicines_fixture_find (fixture->medicines, GTK_TYPE_CHECK_BUTTON, NULL));
}

static void
test_empty (void)
{
  g_autoptr (MedicinesFixture) fixture = medicines_fixture_open ("health-center:medicines?timing=yes", 360);

  g_assert_nonnull (medicines_fixture_find (fixture, HC_TYPE_TIMING_PAGE, NULL));
  g_assert_nonnull (medicines_fixture_find (fixture, GTK_TYPE_LABEL, "No Times Today"));
  medicines_fixture_go (fixture, "health-center:medicines");
  g_assert_nonnull (medicines_fixture_find (fixture, HC_TYPE_MEDICINES_HOME, NULL));
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/timing/conflict", test_conflict);
  g_test_add_func ("/timing/keep", test_keep);
  g_test_add_func ("/timing/use", test_use);
  g_test_add_func ("/timing/use-fails", test_use_fails);
  g_test_add_func ("/timing/undo-after-change", test_undo_after_change);
  g_test_add_func ("/timing/good", test_good);
  g_test_add_func ("/timing/empty", test_empty);

  return g_test_run ();
}
