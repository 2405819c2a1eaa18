/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fixture.h"
#include "hc-database.h"
#include "hc-error-words.h"
#include "hc-note-dialog.h"
#include "hc-ui-fixture.h"

/* The person's data cannot be opened: what the program says and offers, and that nothing is lost. */

#define ARTICLE "health-center:article/warning-signs"

/* A profile that says "today", with a backup that says "yesterday". */
static char *
make_profile (void)
{
  char *folder = fixture_make_folder ();
  g_autofree char *id = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
      HcNoteStore *store;
      g_autoptr (HcNote) note = NULL;

      hc_ui_fixture_open_profile (fixture);
      store = hc_profile_get_notes (hc_context_get_profile (fixture->context));
      note = i == 0 ? hc_note_new (NULL, NULL, NULL) : g_list_model_get_item (G_LIST_MODEL (store), 0);
      hc_ui_fixture_save_note (fixture, note, i == 0 ? "yesterday" : "today");
    }

  return folder;
}

static char *
dup_path (const char *folder)
{
  return g_build_filename (folder, "profile.db", NULL);
}

/* The window comes first, as it does when the program starts. */
static HcWindow *
start (HcUiFixture *fixture)
{
  HcWindow *window = hc_ui_fixture_present (fixture, ARTICLE, 1080, 760);

  hc_ui_fixture_open_profile (fixture);

  return window;
}

static AdwAlertDialog *
wait_for_alert (HcWindow *window)
{
  WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
  hc_ui_fixture_wait_frames (window, 3);

  return hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL);
}

/* Presses a button of the alert and waits until the alert is gone. */
static void
respond (HcWindow   *window,
         const char *label)
{
  hc_ui_fixture_press (wait_for_alert (window), label);
  WAIT_FOR (hc_ui_fixture_find (window, ADW_TYPE_ALERT_DIALOG, NULL) == NULL);
}

static HcProfileState
get_state (HcUiFixture *fixture)
{
  return hc_profile_get_state (hc_context_get_profile (fixture->context));
}

static gboolean
has_banner (HcWindow *window)
{
  GtkWidget *banner;

  hc_ui_fixture_wait_frames (window, 3);
  banner = hc_ui_fixture_find (window, ADW_TYPE_BANNER, NULL);
  if (banner == NULL || !adw_banner_get_revealed (ADW_BANNER (banner)))
    return FALSE;

  g_assert_cmpstr (adw_banner_get_title (ADW_BANNER (banner)), ==, "Your notes and bookmarks could not be opened");
  g_assert_cmpstr (adw_banner_get_button_label (ADW_BANNER (banner)), ==, "_What to Do…");

  return TRUE;
}

static void
assert_toast (HcWindow   *window,
              const char *expected)
{
  g_autofree char *toast = NULL;

  WAIT_FOR (hc_ui_fixture_find (window, g_type_from_name ("AdwToastWidget"), NULL) != NULL);
  toast = hc_ui_fixture_take_toast (window);
  g_assert_cmpstr (toast, ==, expected);
}

/* What the stores show, and the file that was set aside. */
static void
assert_notes (HcUiFixture *fixture,
              const char  *expected)
{
  g_autofree char *texts = hc_ui_fixture_query (fixture, "SELECT text FROM note");
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (hc_context_get_profile (fixture->context)));

  g_assert_cmpstr (texts, ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, *expected != '\0' ? 1 : 0);
}

static void
assert_kept (const char *folder,
             const char *content,
             gsize       length)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_kept = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "profile-set-aside-") && g_str_has_suffix (name, ".db"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autofree char *bytes = NULL;
        gsize kept_length;

        g_assert_true (g_file_get_contents (path, &bytes, &kept_length, NULL));
        g_assert_cmpmem (bytes, kept_length, content, length);
        n_kept++;
      }

  g_assert_cmpuint (n_kept, ==, 1);
}

typedef struct
{
  const char *name;
  const char *sql;      /* done to the file; NULL: it is overwritten; empty: a part of it is */
  const char *words;    /* how the alert begins */
  gboolean    is_newer;
} Case;

static const Case cases[] = {
  { "no-database", NULL, "The file with your data is damaged.", FALSE },
  { "damaged", "", "The file with your data is damaged.", FALSE },
  { "newer", "PRAGMA user_version = 999",
    "Your data was saved by a newer version of Health Center. Update the program to use it.", TRUE },
  { "foreign", "PRAGMA application_id = 1",
    "The file in the place of your data belongs to another program.", FALSE },
};

static void
overwrite_middle (const char *folder,
                  const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  memset (bytes + length / 3, 'x', length / 3);
  fixture_write_file (folder, "profile.db", bytes, (gssize) length);
}

static void
break_profile (const char *folder,
               const Case *what)
{
  g_autofree char *path = dup_path (folder);

  if (what->sql != NULL && *what->sql == '\0')
    overwrite_middle (folder, path);
  else if (what->sql != NULL)
    fixture_execute (path, what->sql);
  else
    fixture_write_file (folder, "profile.db", "This is no database at all.", -1);
}

static void
test_restore (gconstpointer data)
{
  const Case *what = data;
  g_autofree char *folder = make_profile ();
  g_autofree char *path = dup_path (folder);
  g_autofree char *broken = NULL;
  gsize length;

  break_profile (folder, what);
  g_assert_true (g_file_get_contents (path, &broken, &length, NULL));

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = start (fixture);
    AdwAlertDialog *alert = wait_for_alert (window);
    g_autofree char *label = NULL;

    g_assert_cmpint (get_state (fixture), ==, HC_PROFILE_FAILED);
    g_assert_true (has_banner (window));
    g_assert_true (g_str_has_prefix (adw_alert_dialog_get_body (alert), what->words));
    g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "the file is kept whatever you choose"));
    g_assert_cmpstr (adw_alert_dialog_get_default_response (alert), ==, "later");
    g_assert_cmpstr (adw_alert_dialog_get_close_response (alert), ==, "later");
    g_assert_cmpstr (adw_alert_dialog_get_response_label (alert, "fresh"), ==, "Start _Afresh");
    g_assert_cmpstr (adw_alert_dialog_get_response_label (alert, "again"), ==, "_Try Again");
    g_assert_true (g_str_has_prefix (adw_alert_dialog_get_response_label (alert, "restore"), "_Restore the Copy of "));
    /* Of a file that only needs a newer program the old copy is not what is advised. */
    g_assert_cmpint (adw_alert_dialog_get_response_appearance (alert, "restore"), ==,
                     what->is_newer ? ADW_RESPONSE_DEFAULT : ADW_RESPONSE_SUGGESTED);

    label = g_strdup (adw_alert_dialog_get_response_label (alert, "restore"));
    respond (window, label);
    WAIT_FOR (get_state (fixture) == HC_PROFILE_READY);
    assert_toast (window, "The copy was restored");
    g_assert_false (has_banner (window));
    assert_notes (fixture, "yesterday");
  }

  assert_kept (folder, broken, length);
  fixture_remove_folder (folder);
}

static void
test_fresh (gconstpointer data)
{
  const Case *what = data;
  g_autofree char *folder = make_profile ();
  g_autofree char *path = dup_path (folder);
  g_autofree char *broken = NULL;
  gsize length;

  break_profile (folder, what);
  g_assert_true (g_file_get_contents (path, &broken, &length, NULL));

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = start (fixture);

    respond (window, "Start _Afresh");
    WAIT_FOR (get_state (fixture) == HC_PROFILE_READY);
    assert_toast (window, "Started afresh; the old file was kept");
    g_assert_false (has_banner (window));
    assert_notes (fixture, "");
  }

  assert_kept (folder, broken, length);
  fixture_remove_folder (folder);
}

/* Put off, it stays in sight, and the articles can be read. */
static void
test_later (void)
{
  g_autofree char *folder = make_profile ();

  break_profile (folder, &cases[0]);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = start (fixture);

    respond (window, "Not _Now");
    g_assert_cmpint (get_state (fixture), ==, HC_PROFILE_FAILED);
    g_assert_true (has_banner (window));
    g_assert_true (hc_window_open_link (window, "health-center:article/understanding-your-stage"));
    hc_ui_fixture_wait_frames (window, 3);
    g_assert_nonnull (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Understanding Your Stage"));

    /* The banner asks again. */
    hc_ui_fixture_press (hc_ui_fixture_find (window, ADW_TYPE_BANNER, NULL), NULL);
    wait_for_alert (window);

    /* Without a change nothing changes, and it is said again. */
    respond (window, "_Try Again");
    assert_toast (window, "The file with your data is damaged.");
    wait_for_alert (window);
  }

  fixture_remove_folder (folder);
}

/* Somebody has put the right file back meanwhile. */
static void
test_try_again (void)
{
  g_autofree char *folder = make_profile ();
  g_autofree char *path = dup_path (folder);
  g_autofree char *good = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &good, &length, NULL));
  break_profile (folder, &cases[0]);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = start (fixture);

    wait_for_alert (window);
    fixture_write_file (folder, "profile.db", good, (gssize) length);
    respond (window, "_Try Again");
    WAIT_FOR (get_state (fixture) == HC_PROFILE_READY);
    assert_toast (window, "Your notes and bookmarks are open");
    g_assert_false (has_banner (window));
    assert_notes (fixture, "today");
  }

  fixture_remove_folder (folder);
}

/* There is no copy yet. */
static void
test_no_backup (void)
{
  g_autofree char *folder = fixture_make_folder ();

  fixture_write_file (folder, "profile.db", "This is no database at all.", -1);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    AdwAlertDialog *alert = wait_for_alert (start (fixture));

    g_assert_false (adw_alert_dialog_has_response (alert, "restore"));
    g_assert_true (adw_alert_dialog_has_response (alert, "fresh"));
  }

  fixture_remove_folder (folder);
}

/* A home in which nothing can be written. What one reads is there; what one writes stays on the screen
 * and says so. */
static void
test_impossible_folder (void)
{
  g_autofree char *parent = fixture_make_folder ();
  g_autofree char *folder = g_build_filename (parent, "file", "health-center", NULL);

  fixture_write_file (parent, "file", "no folder", -1);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = start (fixture);
    AdwAlertDialog *alert = wait_for_alert (window);
    g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
    HcNoteDialog *dialog;
    GtkTextBuffer *buffer;
    g_autofree char *state = NULL;

    /* It is not the file that is at fault: there is nothing to replace. */
    g_assert_false (adw_alert_dialog_has_response (alert, "restore"));
    g_assert_false (adw_alert_dialog_has_response (alert, "fresh"));
    g_assert_true (adw_alert_dialog_has_response (alert, "again"));
    g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "The folder with your data cannot be"));
    g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), "You can read all articles meanwhile."));
    respond (window, "Not _Now");

    g_assert_true (hc_window_open_link (window, "health-center:article/understanding-your-stage"));
    hc_ui_fixture_wait_frames (window, 3);
    g_assert_nonnull (hc_ui_fixture_find (window, GTK_TYPE_LABEL, "Understanding Your Stage"));

    dialog = hc_note_dialog_new (hc_context_get_profile (fixture->context), note);
    adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
    WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL) != NULL);
    buffer = gtk_text_view_get_buffer (hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL));
    gtk_text_buffer_set_text (buffer, "Words", -1);
    WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "Not Saved") != NULL);
    g_assert_false (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
    adw_dialog_force_close (ADW_DIALOG (dialog));
  }

  fixture_remove_folder (parent);
}

/* The window is closed over the alert. */
static void
test_closed (void)
{
  g_autofree char *folder = make_profile ();

  break_profile (folder, &cases[0]);

  {
    g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);
    HcWindow *window = start (fixture);

    wait_for_alert (window);
    hc_ui_fixture_close (window);
  }

  {
    g_autofree char *path = dup_path (folder);
    g_autofree char *bytes = NULL;

    g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
    g_assert_cmpstr (bytes, ==, "This is no database at all.");
  }

  fixture_remove_folder (folder);
}

/* Every error has words, and none of them are the developers'. */
static void
test_words (void)
{
  for (int code = HC_DATABASE_ERROR_FAILED; code <= HC_DATABASE_ERROR_CLOSED; code++)
    {
      g_autoptr (GError) error = g_error_new (HC_DATABASE_ERROR, code, "disk I/O error (SQLite 266) in: SELECT");
      const char *words = hc_error_to_words (error);

      g_assert_true (g_str_has_suffix (words, "."));
      g_assert_null (strstr (words, "SQL"));
    }

  {
    g_autoptr (GError) file = g_error_new (G_FILE_ERROR, G_FILE_ERROR_ACCES, "errno 13");
    g_autoptr (GError) other = g_error_new (G_IO_ERROR, G_IO_ERROR_PENDING, "pending");
    g_autoptr (GError) full = g_error_new (HC_DATABASE_ERROR, HC_DATABASE_ERROR_FULL, "full");

    g_assert_true (g_str_has_prefix (hc_error_to_words (file), "The folder with your data cannot be used."));
    g_assert_cmpstr (hc_error_to_words (other), ==, "Something went wrong. Try again.");
    g_assert_cmpstr (hc_error_to_words (full), ==, "The disk is full. Free some space, then try again.");
  }
}

int
main (int   argc,
      char *argv[])
{
  hc_ui_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *restore = g_strconcat ("/trouble/restore/", cases[i].name, NULL);
      g_autofree char *fresh = g_strconcat ("/trouble/fresh/", cases[i].name, NULL);

      g_test_add_data_func (restore, &cases[i], test_restore);
      g_test_add_data_func (fresh, &cases[i], test_fresh);
    }

  g_test_add_func ("/trouble/later", test_later);
  g_test_add_func ("/trouble/try-again", test_try_again);
  g_test_add_func ("/trouble/no-backup", test_no_backup);
  g_test_add_func ("/trouble/impossible-folder", test_impossible_folder);
  g_test_add_func ("/trouble/closed", test_closed);
  g_test_add_func ("/trouble/words", test_words);

  return g_test_run ();
}
