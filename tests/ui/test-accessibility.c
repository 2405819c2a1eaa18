/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "accessibility-states.h"
#include "fixture.h"
#include "hc-article-page.h"
#include "hc-event-import.h"
#include "hc-note-dialog.h"
#include "hc-ui-fixture.h"

/* Every page and dialog: what can have the focus has a name, what is only an icon says in a tooltip
 * what it does, and nothing is cut off at the side of a narrow window, whatever the size of the text.
 * The names that a screen reader is really told are looked at over AT-SPI by the tests in journeys. */

/* Of a window on X11 10 px are its shadow: this leaves the 360 px of a telephone. */
#define NARROW 370

static HcWindow *
show (HcUiFixture              *fixture,
      const AccessibilityState *state,
      int                       width,
      int                       height)
{
  g_autofree char *link = accessibility_state_dup_link (state, fixture);
  HcWindow *window = hc_ui_fixture_present (fixture, link, width, height);

  if (state->action != NULL)
    {
      GtkWidget *widget = hc_ui_fixture_find (window, g_type_from_name (state->page_type), NULL);
      g_autoptr (GVariant) target = NULL;
      g_autofree char *name = NULL;

      g_assert_true (g_action_parse_detailed_name (state->action, &name, &target, NULL));

      for (guint i = 0; i <= state->n_more; i++)
        {
          gtk_widget_activate_action_variant (widget, name, target);
          hc_ui_fixture_wait_frames (window, 8);
        }
    }

  return window;
}

static gboolean
has_text_within (GtkWidget *widget)
{
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (widget, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (*gtk_label_get_text (g_ptr_array_index (labels, i)) != '\0')
      return TRUE;

  return FALSE;
}

/* The rules by which GTK finds the name of a widget, as far as they can be seen from outside. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY) ||
      (tooltip != NULL && *tooltip != '\0'))
    return TRUE;

  if (ADW_IS_PREFERENCES_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0';

  if (GTK_IS_BUTTON (widget) || GTK_IS_LABEL (widget) || GTK_IS_LINK_BUTTON (widget))
    if (has_text_within (widget))
      return TRUE;

  /* The inside of an entry, of a button with a menu. */
  if (GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (parent))
    return has_name (parent);

  return FALSE;
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    g_string_append_printf (text, "%s%s", w == widget ? "" : " in ", G_OBJECT_TYPE_NAME (w));

  return g_string_free_and_steal (text);
}

/* What a screen reader stops at, or names as the place where it is. Widgets that only hand the focus on
 * to others, like a page, are none of these. */
static gboolean
needs_name (GtkWidget *widget)
{
  /* The list of choices of libadwaita's own row, which carries the name. */
  if (!ADW_IS_COMBO_ROW (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
    return FALSE;

  /* What is chosen stands in the button of the choices, which carries the name. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) != NULL)
    return GTK_IS_DROP_DOWN (widget);

  /* The list of rows in libadwaita's own row, which carries the name, too. */
  if (GTK_IS_LIST_BOX (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW) != NULL)
    return FALSE;

  if (GTK_IS_BUTTON (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget))
    return TRUE;

  return gtk_widget_get_focusable (widget) &&
         (GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) ||
          GTK_IS_LIST_BOX_ROW (widget) || g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkListItemWidget"));
}

static void
check_names (HcWindow *window)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (window, GTK_TYPE_WIDGET);
  guint n_checked = 0;

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);

      if (!needs_name (widget))
        continue;

      n_checked++;
      if (!has_name (widget))
        {
          g_autofree char *path = describe (widget);

          g_error ("Without a name: %s", path);
        }
    }

  g_assert_cmpuint (n_checked, >, 3);
}

static void
check_tooltips (HcWindow *window)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (window, GTK_TYPE_WIDGET);

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);
      gboolean is_icon =
        (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL) ||
        (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)) != NULL);

      /* Those of the toolkit make their tooltips when they are asked. */
      if (!is_icon || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL ||
          gtk_widget_get_ancestor (widget, g_type_from_name ("AdwBackButton")) != NULL)
        continue;

      if (gtk_widget_get_tooltip_text (widget) == NULL || *gtk_widget_get_tooltip_text (widget) == '\0')
        {
          g_autofree char *path = describe (widget);

          g_error ("Without a tooltip: %s", path);
        }
    }
}

/* Nothing sticks out of the window. */
static void
check_widths (HcWindow *window)
{
  g_autoptr (GPtrArray) all = hc_ui_fixture_find_all (window, GTK_TYPE_WIDGET);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (window));

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);
      graphene_rect_t bounds;

      /* The window itself has a shadow, scrollbars lie above what they scroll, and the shadow of what
       * slides in from the side goes with it. */
      if (widget == GTK_WIDGET (window) || gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLBAR) != NULL ||
          g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwGizmo") ||
          !gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds) ||
          bounds.size.width < 1.0f)
        continue;

      if (bounds.origin.x < -1.0f || bounds.origin.x + bounds.size.width > width + 1.0f)
        {
          g_autofree char *path = describe (widget);

          g_error ("From %.0f to %.0f of %.0f px: %s",
                   bounds.origin.x, bounds.origin.x + bounds.size.width, width, path);
        }
    }
}

static void
test_names (gconstpointer data)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);

  hc_ui_fixture_open_profile (fixture);
  accessibility_states_fill (fixture);

  for (guint i = 0; i < accessibility_n_states; i++)
    {
      int width = GPOINTER_TO_INT (data);
      HcWindow *window;

      g_test_message ("%s", accessibility_states[i].name);
      window = show (fixture, &accessibility_states[i], width, 760);
      check_names (window);
      check_tooltips (window);
      hc_ui_fixture_close (window);
    }
}

static void
test_no_notes (void)
{
  static const AccessibilityState state = { "notes", "health-center:notes", NULL, NULL };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  HcWindow *window = show (fixture, &state, NARROW, 640);

  check_names (window);
  check_tooltips (window);
  check_widths (window);
}

static void
test_alert (void)
{
  g_autofree char *folder = fixture_make_folder ();

  fixture_write_file (folder, "profile.db", "This is no database at all.", -1);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    /* Libadwaita 1.7 measures its heading at less than it needs in a window that is narrower. */
    HcWindow *window = hc_ui_fixture_present (fixture, "health-center:articles", NARROW + 20, 640);

    hc_ui_fixture_open_profile (fixture);
    WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
    hc_ui_fixture_wait_frames (window, 6);
    check_names (window);
    check_tooltips (window);
    check_widths (window);
  }

  fixture_remove_folder (folder);
}

/* At 250 % of our own size, and with the large text of the system. */
static void
test_narrow (gconstpointer data)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean is_system = GPOINTER_TO_INT (data);
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (is_system)
    g_object_set (settings, "gtk-xft-dpi", dpi * 5 / 4, NULL);
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 250);
  hc_ui_fixture_open_profile (fixture);
  accessibility_states_fill (fixture);

  for (guint i = 0; i < accessibility_n_states; i++)
    {
      HcWindow *window;

      g_test_message ("%s", accessibility_states[i].name);
      window = show (fixture, &accessibility_states[i], NARROW, 640);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, 360);
      check_widths (window);
      hc_ui_fixture_close (window);
    }

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* What a calendar file has, which no link leads to. */
static void
test_calendar (void)
{
  static const char calendar[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
    "BEGIN:VEVENT\r\nUID:one@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20991202T090000Z\r\n"
    "SUMMARY:Averylongwordthatnobodyeverwritesbutsomecalendarhas\r\nLOCATION:Lab\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:two@x\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Moon/Base:20991203T090000\r\n"
    "SUMMARY:Blood test\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  static const AccessibilityState state = { "appointments", "health-center:appointments", NULL, NULL };
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);
  g_autofree char *folder = fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  HcWindow *window;

  fixture_write_file (folder, "a.ics", calendar, -1);
  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 250);
  hc_ui_fixture_open_profile (fixture);
  window = show (fixture, &state, NARROW, 640);
  hc_event_import_open (GTK_WIDGET (window), fixture->context, file);
  WAIT_FOR (hc_ui_fixture_find (window, GTK_TYPE_CHECK_BUTTON, NULL) != NULL);
  hc_ui_fixture_wait_frames (window, 6);
  check_names (window);
  check_tooltips (window);
  check_widths (window);
  hc_ui_fixture_close (window);
  fixture_remove_folder (folder);
}

/* In a window of the usual size it must all be there, too. */
static void
test_wide (void)
{
  g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (NULL);

  g_settings_set_int (hc_context_get_settings (fixture->context), "text-size", 250);
  hc_ui_fixture_open_profile (fixture);
  accessibility_states_fill (fixture);

  for (guint i = 0; i < accessibility_n_states; i++)
    {
      HcWindow *window;

      g_test_message ("%s", accessibility_states[i].name);
      window = show (fixture, &accessibility_states[i], 1080, 760);
      check_widths (window);
      hc_ui_fixture_close (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_data_func ("/accessibility/names/wide", GINT_TO_POINTER (1080), test_names);
  g_test_add_data_func ("/accessibility/names/narrow", GINT_TO_POINTER (NARROW), test_names);
  g_test_add_func ("/accessibility/no-notes", test_no_notes);
  g_test_add_func ("/accessibility/alert", test_alert);
  g_test_add_func ("/accessibility/calendar", test_calendar);
  g_test_add_data_func ("/accessibility/widths/own-size", GINT_TO_POINTER (FALSE), test_narrow);
  g_test_add_data_func ("/accessibility/widths/system-size", GINT_TO_POINTER (TRUE), test_narrow);
  g_test_add_func ("/accessibility/widths/wide", test_wide);

  return g_test_run ();
}
