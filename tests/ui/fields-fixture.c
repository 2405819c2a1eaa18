/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fields-fixture.h"

#include "hc-add-medicine-dialog.h"
#include "hc-choice.h"

/* The last field with that title that can be seen; there must be one. */
HcField *
fields_fixture_find (gpointer    root,
                     const char *title)
{
  g_autoptr (GPtrArray) fields = hc_ui_fixture_find_all (root, HC_TYPE_FIELD);

  for (guint i = fields->len; i > 0; i--)
    {
      g_autofree char *found = NULL;

      g_object_get (fields->pdata[i - 1], "title", &found, NULL);
      if (g_strcmp0 (found, title) == 0)
        return fields->pdata[i - 1];
    }

  g_error ("There is no field “%s”", title);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  return hc_ui_fixture_find (widget, type, NULL);
}

GtkWidget *
fields_fixture_find_entry (gpointer    root,
                           const char *title)
{
  GtkWidget *entry = find_type (GTK_WIDGET (fields_fixture_find (root, title)), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);

  return entry;
}

void
fields_fixture_type (gpointer    root,
                     const char *title,
                     const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fields_fixture_find_entry (root, title)), text);
}

void
fields_fixture_choose (gpointer    root,
                       const char *title,
                       guint       place)
{
  GtkWidget *field = GTK_WIDGET (fields_fixture_find (root, title));
  GtkWidget *choice = find_type (field, HC_TYPE_CHOICE);

  if (choice != NULL)
    hc_choice_set_selected (HC_CHOICE (choice), place);
  else
    gtk_drop_down_set_selected (GTK_DROP_DOWN (find_type (field, GTK_TYPE_DROP_DOWN)), place);

  hc_ui_fixture_wait_frames (root, 2);
}

/* Presses what has that label, the last one of several. */
void
fields_fixture_press (gpointer    root,
                      const char *label)
{
  g_autoptr (GPtrArray) labels = NULL;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (root));
  GtkWidget *button = NULL;

  hc_ui_fixture_wait_frames (root, 2);
  labels = hc_ui_fixture_find_all (root, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (gtk_label_get_text (labels->pdata[i]), label))
      {
        GtkWidget *found = gtk_widget_get_ancestor (labels->pdata[i], GTK_TYPE_BUTTON);

        if (found == NULL)
          found = gtk_widget_get_ancestor (labels->pdata[i], GTK_TYPE_CHECK_BUTTON);
        if (found != NULL)
          button = found;
      }

  if (button == NULL)
    g_error ("There is no button “%s”", label);

  if (GTK_IS_CHECK_BUTTON (button))
    g_assert_true (gtk_widget_activate (button));
  else
    g_signal_emit_by_name (button, "clicked");

  /* What was pressed may be gone now. */
  hc_ui_fixture_wait_frames (window, 6);
}

/* What a field says is wrong, NULL: nothing; a screen reader is told the same. */
void
fields_fixture_assert_fault (gpointer    root,
                             const char *title,
                             const char *fault)
{
  HcField *field = fields_fixture_find (root, title);
  g_autoptr (GPtrArray) labels = hc_ui_fixture_find_all (field, GTK_TYPE_LABEL);
  const char *said = NULL;

  hc_ui_fixture_wait_frames (root, 2);
  for (guint i = 0; i < labels->len; i++)
    if (gtk_widget_has_css_class (labels->pdata[i], "error"))
      said = gtk_label_get_text (labels->pdata[i]);

  g_assert_cmpstr (said, ==, fault);
  if (fault != NULL)
    gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fields_fixture_find_entry (root, title)),
                                      GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
}

/* The clock stands still, at a time in UTC. */
void
fields_fixture_set_time (HcUiFixture *fixture,
                         const char  *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, zone);

  g_assert_nonnull (parsed);
  hc_clock_set_time (hc_context_get_clock (fixture->context), parsed);
}

/* The dialog that is shown, NULL: none. */
AdwDialog *
fields_fixture_get_dialog (HcWindow *window)
{
  hc_ui_fixture_wait_frames (window, 3);

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* Goes on through the screens on which a medicine is added, telling nothing more, and adds it. */
void
fields_fixture_finish_adding (HcWindow *window)
{
  static const char *const buttons[] = { "Not Now", "Add Medicine", "Next" };

  for (guint n = 0; n < 10; n++)
    {
      AdwDialog *dialog = fields_fixture_get_dialog (window);

      g_assert_true (HC_IS_ADD_MEDICINE_DIALOG (dialog));
      for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
        if (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, buttons[i]) != NULL)
          {
            fields_fixture_press (dialog, buttons[i]);
            if (g_str_equal (buttons[i], "Add Medicine"))
              return;
            break;
          }
    }

  g_assert_not_reached ();
}
