/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "hc-file-picker.h"
#include "hc-file-saver.h"
#include "hc-ui-fixture.h"

/* Choosing a file, and saving one, with the file chooser that a desktop without portals has. */

typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
  char        *folder;
  char        *picked;  /* the text of the file; NULL: none was chosen */
  guint        n_freed;
} Picking;

static void
picking_init (Picking *self)
{
  self->fixture = hc_ui_fixture_new (NULL);
  self->window = hc_ui_fixture_present (self->fixture, "health-center:news", 800, 600);
  self->folder = fixture_make_folder ();
}

static void
picking_clear (Picking *self)
{
  hc_ui_fixture_close (self->window);
  hc_ui_fixture_free (self->fixture);
  fixture_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->picked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picking, picking_clear)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GtkFileChooserDialog *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (window))
        return GTK_FILE_CHOOSER_DIALOG (window);
    }

  return NULL;
}

static gboolean
has_chosen (GtkFileChooser *chooser,
            GFile          *file)
{
  g_autoptr (GFile) chosen = gtk_file_chooser_get_file (chooser);

  return chosen != NULL && g_file_equal (chosen, file);
}

/* Returns: (transfer full): the title of the file chooser, which has been answered */
static char *
respond (const char      *path,
         GtkResponseType  response)
{
  g_autoptr (GtkFileChooserDialog) chooser = NULL;
  char *title;

  WAIT_FOR (find_chooser () != NULL);
  chooser = g_object_ref (find_chooser ());
  title = g_strdup (gtk_window_get_title (GTK_WINDOW (chooser)));

  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      /* The whole path, as one may type it: the folder would be known only after it was read. */
      if (gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE)
        gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), path);
      else
        gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, &error);
      g_assert_no_error (error);
      WAIT_FOR (has_chosen (GTK_FILE_CHOOSER (chooser), file));
    }

  gtk_dialog_response (GTK_DIALOG (chooser), response);

  return title;
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
picked_cb (GtkWidget *parent,
           GFile     *file,
           gpointer   user_data)
{
  Picking *self = user_data;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &self->picked, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
freed_cb (gpointer user_data)
{
  ((Picking *) user_data)->n_freed++;
}

static void
test_open (void)
{
  static const char *const suffixes[] = { "words", NULL };
  g_auto (Picking) picking = { 0 };
  g_autofree char *path = NULL, *title = NULL, *other_title = NULL;

  picking_init (&picking);
  path = g_build_filename (picking.folder, "a.words", NULL);
  fixture_write_file (picking.folder, "a.words", "Alpha", -1);

  /* Who chooses nothing is not told anything. */
  hc_file_picker_open (GTK_WIDGET (picking.window), "Take Words", "Words", suffixes, picked_cb, &picking, freed_cb);
  other_title = respond (NULL, GTK_RESPONSE_CANCEL);
  g_assert_cmpstr (other_title, ==, "Take Words");
  WAIT_FOR (picking.n_freed == 1);
  g_assert_null (picking.picked);
  g_assert_null (hc_ui_fixture_find (picking.window, GTK_TYPE_LABEL, "The file chooser could not be opened"));

  hc_file_picker_open (GTK_WIDGET (picking.window), "Take Words", "Words", suffixes, picked_cb, &picking, freed_cb);
  title = respond (path, GTK_RESPONSE_ACCEPT);
  WAIT_FOR (picking.n_freed == 2);
  g_assert_cmpstr (picking.picked, ==, "Alpha");
}

static void
test_save (void)
{
  g_auto (Picking) picking = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Beta", 4);
  g_autofree char *path = NULL, *title = NULL, *toast = NULL, *saved = NULL;
  GStatBuf status;

  picking_init (&picking);
  path = g_build_filename (picking.folder, "b.words", NULL);

  hc_file_saver_choose (GTK_WIDGET (picking.window), "Save Words", "Words.txt", bytes);
  title = respond (path, GTK_RESPONSE_ACCEPT);
  g_assert_cmpstr (title, ==, "Save Words");
  WAIT_FOR (hc_ui_fixture_find (picking.window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (picking.window);
  g_assert_cmpstr (toast, ==, "Saved as “b.words”");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, "Beta");

  /* Only for the person to read. */
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

/* Returns: (transfer none): a dialog with toasts of its own over the window, and a button in it */
static AdwDialog *
open_dialog (Picking    *self,
             GtkWidget **button)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new (), *toasts = adw_toast_overlay_new ();

  *button = gtk_button_new_with_label ("Save");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), *button);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), toasts);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  WAIT_FOR (gtk_widget_get_mapped (*button));

  return dialog;
}

static void
assert_saved (Picking    *self,
              const char *name,
              const char *expected)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *words = g_strdup_printf ("Saved as “%s”", name);
  g_autofree char *toast = NULL, *saved = NULL;

  WAIT_FOR (hc_ui_fixture_find (self->window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (self->window);
  g_assert_cmpstr (toast, ==, words);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, expected);
}

/* The dialog that asked may go while the file chooser is open: the window says what became of the file. */
static void
test_save_without_dialog (void)
{
  g_auto (Picking) picking = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Gamma", 5);
  g_autofree char *path = NULL, *title = NULL;
  GtkWidget *button;
  AdwDialog *dialog;

  picking_init (&picking);
  path = g_build_filename (picking.folder, "c.words", NULL);
  dialog = open_dialog (&picking, &button);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);

  hc_file_saver_choose (button, "Save Words", "Words.txt", bytes);
  WAIT_FOR (find_chooser () != NULL);
  adw_dialog_force_close (dialog);
  WAIT_FOR (dialog == NULL);
  title = respond (path, GTK_RESPONSE_ACCEPT);
  assert_saved (&picking, "c.words", "Gamma");
}

/* Or while the file is written. */
static void
test_write_without_dialog (void)
{
  g_auto (Picking) picking = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Delta", 5);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWidget *button;
  AdwDialog *dialog;

  picking_init (&picking);
  path = g_build_filename (picking.folder, "d.words", NULL);
  file = g_file_new_for_path (path);
  dialog = open_dialog (&picking, &button);

  hc_file_saver_write (button, file, bytes);
  adw_dialog_force_close (dialog);
  assert_saved (&picking, "d.words", "Delta");
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/file-picker/open", test_open);
  g_test_add_func ("/file-picker/save", test_save);
  g_test_add_func ("/file-picker/save-without-dialog", test_save_without_dialog);
  g_test_add_func ("/file-picker/write-without-dialog", test_write_without_dialog);

  return g_test_run ();
}
