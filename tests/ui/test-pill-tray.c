/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-bank-card.h"
#include "hc-calibration-dialog.h"
#include "hc-pill-drawing.h"
#include "hc-pill-tray.h"
#include "pills-fixture.h"

/* Pills beside each other, as large as they are. */

static gpointer
find (PillsFixture *seeker,
      GType         type,
      const char   *text)
{
  return hc_ui_fixture_find (seeker->window, type, text);
}

static guint
count_items (PillsFixture *seeker)
{
  GtkWidget *tray = find (seeker, HC_TYPE_PILL_TRAY, NULL);
  g_autoptr (GPtrArray) items = tray != NULL ? hc_ui_fixture_find_role (tray, GTK_ACCESSIBLE_ROLE_LIST_ITEM) : NULL;

  return items != NULL ? items->len : 0;
}

static void
compare (PillsFixture *seeker,
         guint         place)
{
  gtk_widget_activate_action (pills_fixture_get_page (seeker), "pills.compare", "u", place);
  hc_ui_fixture_wait_frames (seeker->window, 3);
}

/* Six beside one's own, none twice. */
static void
test_tray (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?shape=gear", 1080);
  g_autofree char *said = NULL;
  GtkWidget *tray, *button;

  hc_ui_fixture_press (pills_fixture_get_card (seeker, 0), "Compare");
  hc_ui_fixture_wait_frames (seeker->window, 3);
  said = hc_ui_fixture_take_announcement ();
  g_assert_cmpstr (said, ==, "Added to the pills to compare");
  tray = find (seeker, HC_TYPE_PILL_TRAY, NULL);
  g_assert_cmpuint (count_items (seeker), ==, 2);
  g_assert_nonnull (hc_ui_fixture_find (tray, GTK_TYPE_LABEL, "My Pill"));
  g_assert_nonnull (hc_ui_fixture_find (tray, GTK_TYPE_LABEL, "GEARA"));
  g_assert_nonnull (hc_ui_fixture_find (tray, GTK_TYPE_LABEL, "Compare (1)"));

  /* Found by another search it is the same pill. */
  pills_fixture_type (seeker, "GEARA");
  compare (seeker, 0);
  pills_fixture_assert_toast (seeker, "This pill is in the list to compare already");
  g_assert_cmpuint (count_items (seeker), ==, 2);

  pills_fixture_type (seeker, "");
  for (guint i = 1; i < 6; i++)
    compare (seeker, i);
  g_assert_cmpuint (count_items (seeker), ==, 7);
  compare (seeker, 6);
  pills_fixture_assert_toast (seeker, "There is room for 6 pills. Remove one first");
  g_assert_cmpuint (count_items (seeker), ==, 7);

  /* The second goes; the focus is on the button of the next one. */
  gtk_widget_activate_action (tray, "compare.remove", "u", 1);
  hc_ui_fixture_wait_frames (seeker->window, 3);
  g_assert_cmpuint (count_items (seeker), ==, 6);
  g_assert_null (hc_ui_fixture_find (tray, GTK_TYPE_LABEL, "GEARB"));
  button = gtk_root_get_focus (GTK_ROOT (seeker->window));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Remove GEARC");
  gtk_widget_activate_action (tray, "compare.remove", "u", 9);
  g_assert_cmpuint (count_items (seeker), ==, 6);

  gtk_widget_activate_action (tray, "compare.clear", NULL);
  hc_ui_fixture_wait_frames (seeker->window, 3);
  g_assert_cmpuint (count_items (seeker), ==, 0);
  g_assert_false (gtk_widget_get_visible (tray));
}

/* As large as the pills are, and by so much larger as the bank card says; it is remembered. */
static void
test_true_size (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=GEARA", 1080);
  GSettings *settings = hc_context_get_settings (seeker->fixture->context);
  GtkWidget *tray, *drawing, *dialog, *card;
  int width, card_width;
  double scale;

  compare (seeker, 0);
  tray = find (seeker, HC_TYPE_PILL_TRAY, NULL);
  gtk_widget_activate_action (tray, "compare.true-size", NULL);
  hc_ui_fixture_wait_frames (seeker->window, 3);
  g_assert_nonnull (hc_ui_fixture_find (tray, GTK_TYPE_LABEL, "Size not known"));

  gtk_widget_activate_action (tray, "compare.calibrate", NULL);
  WAIT_FOR ((dialog = find (seeker, HC_TYPE_CALIBRATION_DIALOG, NULL)) != NULL);
  hc_ui_fixture_wait_frames (seeker->window, 5);
  card = hc_ui_fixture_find (dialog, HC_TYPE_BANK_CARD, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_ROLE_IMG);
  card_width = gtk_widget_get_width (card);
  scale = card_width / 85.6;
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (width, 53.98 * scale, 1.5);

  /* 20 steps of half a percent. */
  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (dialog, "calibration.change", "i", 1);
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "screen-calibration"), 1.1, 0.0001);
  hc_ui_fixture_wait_frames (seeker->window, 5);
  g_assert_cmpfloat_with_epsilon (gtk_widget_get_width (card), card_width * 1.1, 1.5);
  hc_ui_fixture_press (dialog, "Done");
  WAIT_FOR (find (seeker, HC_TYPE_CALIBRATION_DIALOG, NULL) == NULL);

  /* The pill is 5 mm wide and high. */
  {
    g_autoptr (GPtrArray) drawings = hc_ui_fixture_find_all (tray, HC_TYPE_PILL_DRAWING);

    g_assert_cmpuint (drawings->len, ==, 2);
    drawing = g_ptr_array_index (drawings, 1);
    g_assert_cmpfloat (hc_pill_get_look (hc_pill_drawing_get_pill (HC_PILL_DRAWING (drawing)))->size, ==, 5.0);
    gtk_widget_set_size_request (drawing, -1, -1);
    gtk_widget_measure (drawing, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    g_assert_cmpfloat_with_epsilon (width, 5.0 * scale * 1.1 + 2.0, 1.5);
  }

  gtk_widget_activate_action (tray, "compare.calibrate", NULL);
  WAIT_FOR ((dialog = find (seeker, HC_TYPE_CALIBRATION_DIALOG, NULL)) != NULL);
  hc_ui_fixture_press (dialog, "Reset");
  g_assert_cmpfloat (g_settings_get_double (settings, "screen-calibration"), ==, 1.0);
}

/* It fits a narrow window, and can be folded away there. */
static void
test_narrow (void)
{
  g_autoptr (PillsFixture) seeker = pills_fixture_new ("health-center:pills?imprint=GEAR", 370);
  GtkWidget *tray;

  for (guint i = 0; i < HC_PILL_TRAY_MAX; i++)
    compare (seeker, i);

  tray = find (seeker, HC_TYPE_PILL_TRAY, NULL);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (seeker->window)), ==, 360);
  g_assert_cmpint (gtk_widget_get_width (tray), <=, 360);
  g_assert_nonnull (hc_ui_fixture_find (tray, HC_TYPE_PILL_DRAWING, NULL));
  g_signal_emit_by_name (gtk_widget_get_ancestor (hc_ui_fixture_find (tray, GTK_TYPE_LABEL, "Compare (6)"),
                                                  GTK_TYPE_TOGGLE_BUTTON), "clicked");
  WAIT_FOR (hc_ui_fixture_find (tray, HC_TYPE_PILL_DRAWING, NULL) == NULL);
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/pill-tray/compare", test_tray);
  g_test_add_func ("/pill-tray/true-size", test_true_size);
  g_test_add_func ("/pill-tray/narrow", test_narrow);

  return g_test_run ();
}
