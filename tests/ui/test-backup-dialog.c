/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "backup-dialog-fixture.h"
#include "fixture.h"
#include "hc-backup-copies-page.h"
#include "hc-backup-error.h"
#include "hc-backup-restore-page.h"
#include "hc-backup-save-page.h"
#include "hc-error-words.h"
#include "hc-note-dialog.h"

/* All of a person's data as one file, and back: what the dialog says, what is in the files, and that nothing is
 * touched before the person has said so. */

#define NOTES "SELECT text FROM note ORDER BY text"
#define EVERYTHING "SELECT (SELECT count(*) FROM note), (SELECT count(*) FROM person), (SELECT count(*) FROM medicine)"

static void
assert_query (BackupDialogFixture *self,
              const char          *sql,
              const char          *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* How many files of inspections and exports lie about. */
static guint
count_transfers (BackupDialogFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "transfer");

  return n;
}

static HcBackupRestorePage *
inspect (BackupDialogFixture *self,
         GFile               *file)
{
  HcBackupRestorePage *page =
    backup_dialog_fixture_show (self, "Bring In a Backup", HC_TYPE_BACKUP_RESTORE_PAGE);

  hc_backup_restore_page_inspect (page, file);
  WAIT_FOR (backup_dialog_fixture_says (self, "What Is in the File") ||
            backup_dialog_fixture_says (self, "Nothing Was Changed"));
  hc_ui_fixture_wait_frames (self->window, 3);

  return page;
}

static void
bring_in (BackupDialogFixture *self,
          GFile               *file,
          const char          *action,
          const char          *done)
{
  HcBackupRestorePage *page = inspect (self, file);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), action, NULL));
  WAIT_FOR (backup_dialog_fixture_says (self, done));
}

static void
add_visits (BackupDialogFixture *self)
{
  HcProfile *profile = hc_context_get_profile (self->fixture->context);
  g_autoptr (HcClinic) clinic = hc_clinic_new ();
  gboolean is_done = FALSE;

  hc_clinic_store_save_async (hc_profile_get_clinics (profile), clinic, &(HcClinicDetails) { .name = "Green Practice" },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HcAppointment) appointment = hc_appointment_new ();

      is_done = FALSE;
      hc_appointment_store_save_async (hc_profile_get_appointments (profile), appointment,
                                       &(HcAppointmentDetails) { .place = "Green Practice" },
                                       hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
    }
}

/* What is in the file is said before, where it is afterwards; and it is all there. */
static void
test_save (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (BackupDialogFixture) other = NULL;
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a <b> & c.hcbackup");
  g_autofree char *path = g_file_get_path (file);
  HcBackupSavePage *page;

  backup_dialog_fixture_add (self->fixture, "Ann", "one");
  backup_dialog_fixture_add (self->fixture, NULL, "two");
  add_visits (self);
  page = backup_dialog_fixture_show (self, "Back Up", HC_TYPE_BACKUP_SAVE_PAGE);
  WAIT_FOR (backup_dialog_fixture_number (self, "Medicines") != NULL);
  g_assert_cmpstr (backup_dialog_fixture_number (self, "People"), ==, "1");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Medicines"), ==, "1");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Doses"), ==, "0");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Diary entries"), ==, "0");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Notes and highlights"), ==, "2");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Questions for the care team"), ==, "0");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Clinics and doctors"), ==, "1");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Appointments"), ==, "2");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Documents of appointments"), ==, "0");
  g_assert_true (backup_dialog_fixture_says (self, "not encrypted"));
  g_assert_true (backup_dialog_fixture_says (self, "health data"));

  hc_backup_save_page_save (page, file);
  g_assert_false (adw_dialog_get_can_close (backup_dialog_fixture_find (self, HC_TYPE_BACKUP_DIALOG, NULL)));
  WAIT_FOR (backup_dialog_fixture_says (self, "Backup Saved"));
  g_assert_true (adw_dialog_get_can_close (backup_dialog_fixture_find (self, HC_TYPE_BACKUP_DIALOG, NULL)));
  g_assert_true (backup_dialog_fixture_says (self, path));
  g_assert_nonnull (backup_dialog_fixture_find (self, GTK_TYPE_LABEL, "Where It Is"));
  g_assert_cmpuint (count_transfers (self), ==, 0);

  /* On another computer it is the same again. */
  other = backup_dialog_fixture_new ("health-center:notes", NULL);
  bring_in (other, file, "restore.replace", "The Backup Is Here Now");
  assert_query (other, NOTES, "one\ntwo");
  assert_query (other, "SELECT p.name, m.name FROM person AS p JOIN medicine AS m ON m.person = p.id",
                "Ann|Ondansetron");
  /* There was nothing that could be kept. */
  g_assert_false (backup_dialog_fixture_says (other, "Copies on This Computer"));
}

/* A place that cannot be written is said, and another one can be chosen. */
static void
test_save_fails (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "no-such-folder/a.hcbackup");
  HcBackupSavePage *page = backup_dialog_fixture_show (self, "Back Up", HC_TYPE_BACKUP_SAVE_PAGE);

  hc_backup_save_page_save (page, file);
  WAIT_FOR (backup_dialog_fixture_says (self, "The Backup Was Not Saved"));
  g_assert_true (backup_dialog_fixture_says (self, "This place cannot be written. Choose another folder"));
  g_assert_nonnull (backup_dialog_fixture_find (self, GTK_TYPE_LABEL, "Another Place"));
  backup_dialog_fixture_close (self);
}

/* Stopped before it is saved: no file, and the page is as before. */
static void
test_save_canceled (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");
  HcBackupSavePage *page = backup_dialog_fixture_show (self, "Back Up", HC_TYPE_BACKUP_SAVE_PAGE);

  hc_backup_save_page_save (page, file);
  gtk_widget_activate_action (GTK_WIDGET (page), "save.cancel", NULL);
  WAIT_FOR (backup_dialog_fixture_says (self, "Keep the File Safe"));
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_cmpuint (count_transfers (self), ==, 0);
}

/* What is in the file stands beside what is here, and nothing is changed by looking. */
static void
test_inspect (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");

  backup_dialog_fixture_export ("Ann", "there", file);
  backup_dialog_fixture_add (self->fixture, NULL, "here");
  backup_dialog_fixture_add (self->fixture, NULL, "here, too");
  inspect (self, file);

  g_assert_true (backup_dialog_fixture_says (self, "a.hcbackup"));
  g_assert_true (backup_dialog_fixture_says (self, "Made on "));
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Notes and highlights"), ==, "1 in the file, 2 here now");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "Medicines"), ==, "1 in the file, 0 here now");
  g_assert_cmpstr (backup_dialog_fixture_number (self, "People"), ==, "1 in the file, 0 here now");
  g_assert_null (backup_dialog_fixture_number (self, "Doses"));
  g_assert_true (backup_dialog_fixture_says (self, "Add to What Is Here"));
  g_assert_true (backup_dialog_fixture_says (self, "Put in Place of What Is Here"));
  g_assert_true (backup_dialog_fixture_says (self, "kept as a copy first"));
  assert_query (self, EVERYTHING, "2|0|0");

  backup_dialog_fixture_close (self);
  assert_query (self, EVERYTHING, "2|0|0");
  WAIT_FOR (count_transfers (self) == 0);
}

/* Worked out by hand: the file has a person, a medicine and a note, and here is another note. */
static void
test_merge (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");
  g_autofree char *path = g_build_filename (self->fixture->folder, "profile.db", NULL);

  backup_dialog_fixture_export ("Ann", "there", file);
  backup_dialog_fixture_add (self->fixture, NULL, "here");
  bring_in (self, file, "restore.merge", "The Backup Was Added");
  g_assert_true (backup_dialog_fixture_says (self, "3 entries were added."));
  g_assert_true (backup_dialog_fixture_says (self, "0 entries were newer in the file and were updated."));
  g_assert_true (backup_dialog_fixture_says (self, "0 entries were here already and stayed as they were."));
  g_assert_true (backup_dialog_fixture_says (self, "kept under Copies on This Computer"));
  assert_query (self, NOTES, "here\nthere");
  assert_query (self, EVERYTHING, "2|1|1");
  backup_dialog_fixture_close (self);

  /* The page below shows both. */
  WAIT_FOR (hc_ui_fixture_find (self->window, GTK_TYPE_LABEL, "there") != NULL);
  g_assert_nonnull (hc_ui_fixture_find (self->window, GTK_TYPE_LABEL, "here"));

  /* Again: all is there. One was changed there since and is older here. */
  fixture_execute (path,
                   "UPDATE note SET text = 'old', modified = '2020-01-01T00:00:00.000000Z' WHERE text = 'there'");
  bring_in (self, file, "restore.merge", "The Backup Was Added");
  g_assert_true (backup_dialog_fixture_says (self, "0 entries were added."));
  g_assert_true (backup_dialog_fixture_says (self, "1 entry was newer in the file and was updated."));
  g_assert_true (backup_dialog_fixture_says (self, "2 entries were here already and stayed as they were."));
  assert_query (self, NOTES, "here\nthere");
}

/* Presses the button of the newest copy of that kind. */
static void
go_back_to (BackupDialogFixture *self,
            const char          *kind)
{
  GtkWidget *row = gtk_widget_get_ancestor (backup_dialog_fixture_find (self, GTK_TYPE_LABEL, kind),
                                            ADW_TYPE_ACTION_ROW);

  hc_ui_fixture_press (row, "Go Back…");
}

/* Whatever is shown below gets along with it, and who was shown is gone. */
static void
test_replace (gconstpointer data)
{
  const char *link = data;
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new (link, NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");
  HcCurrentPerson *person = hc_context_get_person (self->fixture->context);

  backup_dialog_fixture_export ("Ann", "there", file);
  backup_dialog_fixture_add (self->fixture, "Bob", "here");
  g_assert_cmpstr (hc_person_get_details (hc_current_person_get (person))->name, ==, "Bob");

  bring_in (self, file, "restore.replace", "The Backup Is Here Now");
  g_assert_true (backup_dialog_fixture_says (self, "3 entries of the file are here now."));
  g_assert_true (backup_dialog_fixture_says (self, "kept under Copies on This Computer"));
  assert_query (self, NOTES, "there");
  g_assert_cmpstr (hc_person_get_details (hc_current_person_get (person))->name, ==, "Ann");
  WAIT_FOR (hc_ui_fixture_find (self->window, GTK_TYPE_LABEL, "Ann") != NULL);
  g_signal_emit_by_name (gtk_widget_get_ancestor (backup_dialog_fixture_find (self, GTK_TYPE_LABEL, "Done"),
                                                  GTK_TYPE_BUTTON), "clicked");
  WAIT_FOR (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window)) == NULL);
  hc_ui_fixture_wait_frames (self->window, 5);

  /* What was here is among the copies, and comes back. */
  backup_dialog_fixture_show (self, "Copies on This Computer", HC_TYPE_BACKUP_COPIES_PAGE);
  WAIT_FOR (backup_dialog_fixture_find (self, ADW_TYPE_ACTION_ROW, NULL) != NULL);
  g_assert_true (backup_dialog_fixture_says (self, "Made before much was changed at once"));
  go_back_to (self, "Made before much was changed at once");
  WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
  hc_ui_fixture_press (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL), "_Go Back");
  WAIT_FOR (backup_dialog_fixture_says (self, "The Copy Was Restored"));
  assert_query (self, NOTES, "here");
  g_assert_cmpstr (hc_person_get_details (hc_current_person_get (person))->name, ==, "Bob");
}

typedef struct
{
  const char *name;
  const char *bytes; /* NULL: there is no file; "cut": a backup that was cut off; "folder": a folder */
  const char *words;
} BadFile;

static const BadFile bad_files[] = {
  { "missing", NULL, "The file cannot be read. Look whether it is still there and whether it belongs to you." },
  { "empty", "", "This is not a backup of Health Center. Choose a file whose name ends in “.hcbackup”." },
  { "text", "Dear diary, <b>today</b>", "This is not a backup of Health Center." },
  { "cut", "cut", "This backup is damaged. Copy the file again from where it came from, or choose an older one." },
  { "folder", "folder", "This is not a backup of Health Center." },
};

static void
test_bad_file (gconstpointer data)
{
  const BadFile *bad = data;
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");
  g_autoptr (GFile) good = backup_dialog_fixture_get_file (self, "good.hcbackup");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *said = NULL;

  backup_dialog_fixture_export ("Ann", "there", good);
  backup_dialog_fixture_add (self->fixture, NULL, "here");

  if (g_strcmp0 (bad->bytes, "cut") == 0)
    {
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_load_contents (good, NULL, &bytes, &length, NULL, NULL));
      fixture_write_file (self->folder, "a.hcbackup", bytes, (gssize) length / 2);
    }
  else if (g_strcmp0 (bad->bytes, "folder") == 0)
    {
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  else if (bad->bytes != NULL)
    {
      fixture_write_file (self->folder, "a.hcbackup", bad->bytes, -1);
    }

  inspect (self, file);
  g_assert_true (backup_dialog_fixture_says (self, "Nothing Was Changed"));
  g_assert_true (backup_dialog_fixture_says (self, bad->words));
  said = hc_ui_fixture_take_announcement ();
  g_assert_true (g_str_has_prefix (said, bad->words));
  g_assert_null (backup_dialog_fixture_find (self, GTK_TYPE_BUTTON, "Add to"));
  assert_query (self, EVERYTHING, "1|0|0");
  g_assert_cmpuint (count_transfers (self), ==, 0);

  /* Another file is looked through from here. */
  hc_backup_restore_page_inspect (backup_dialog_fixture_find (self, HC_TYPE_BACKUP_RESTORE_PAGE, NULL), good);
  WAIT_FOR (backup_dialog_fixture_says (self, "What Is in the File"));
}

/* It is not left halfway: neither closed nor gone back from, and the window waits as well. */
static void
test_busy (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");
  HcBackupRestorePage *page;
  AdwDialog *dialog;

  backup_dialog_fixture_export ("Ann", "there", file);
  page = inspect (self, file);
  dialog = backup_dialog_fixture_find (self, HC_TYPE_BACKUP_DIALOG, NULL);

  gtk_widget_activate_action (GTK_WIDGET (page), "restore.replace", NULL);
  g_assert_false (adw_dialog_close (dialog));
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page)));
  WAIT_FOR (backup_dialog_fixture_says (self, "The Backup Is Here Now"));
  g_assert_true (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (page)));
  backup_dialog_fixture_close (self);
}

/* What is being written and cannot be saved comes first. */
static void
test_unsaved (void)
{
  g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", NULL);
  g_autofree char *path = g_build_filename (self->fixture->folder, "profile.db", NULL);
  g_autoptr (HcNote) note = hc_note_new (NULL, NULL, NULL);
  AdwDialog *dialog = ADW_DIALOG (hc_note_dialog_new (hc_context_get_profile (self->fixture->context), note));
  GtkTextBuffer *buffer;

  adw_dialog_present (dialog, GTK_WIDGET (self->window));
  hc_ui_fixture_wait_frames (self->window, 3);
  fixture_execute (path, "CREATE TRIGGER refuse BEFORE INSERT ON note BEGIN SELECT RAISE (FAIL, 'refused'); END");
  buffer = gtk_text_view_get_buffer (hc_ui_fixture_find (dialog, GTK_TYPE_TEXT_VIEW, NULL));
  gtk_text_buffer_set_text (buffer, "Kept", -1);
  WAIT_FOR (hc_ui_fixture_find (dialog, GTK_TYPE_LABEL, "not saved") != NULL);

  g_assert_false (hc_window_open_link (self->window, "health-center:backup"));
  WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
  g_assert_null (hc_ui_fixture_find (self->window, HC_TYPE_BACKUP_DIALOG, NULL));
  hc_ui_fixture_press (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL), "Keep Editing");
  WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) == NULL);

  fixture_execute (path, "DROP TRIGGER refuse");
  hc_ui_fixture_press (dialog, "Try Again");
  WAIT_FOR (adw_dialog_get_can_close (dialog));
  backup_dialog_fixture_show (self, "Back Up", HC_TYPE_BACKUP_SAVE_PAGE);
  assert_query (self, NOTES, "Kept");
}

/* A copy from another day, and nothing before the answer. */
static void
test_copies (void)
{
  g_autofree char *folder = fixture_make_folder ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (HcUiFixture) fixture = hc_ui_fixture_new (folder);

      hc_ui_fixture_open_profile (fixture);
      backup_dialog_fixture_add (fixture, NULL, i == 0 ? "first" : "second");
    }

  {
    g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", folder);
    GtkWidget *page = backup_dialog_fixture_show (self, "Copies on This Computer", HC_TYPE_BACKUP_COPIES_PAGE);
    GtkWidget *button;

    WAIT_FOR (backup_dialog_fixture_says (self, "Made at the first start of the day"));
    button = backup_dialog_fixture_find (self, GTK_TYPE_BUTTON, "Go Back…");
    gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
    g_signal_emit_by_name (button, "clicked");
    WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
    hc_ui_fixture_press (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL), "Cancel");
    WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) == NULL);
    assert_query (self, NOTES, "first\nsecond");
    g_assert_true (backup_dialog_fixture_find (self, HC_TYPE_BACKUP_COPIES_PAGE, NULL) == page);

    gtk_widget_activate_action (page, "copies.restore", "u", 0);
    WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
    hc_ui_fixture_press (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL), "Save a Backup First");
    WAIT_FOR (backup_dialog_fixture_find (self, HC_TYPE_BACKUP_SAVE_PAGE, NULL) != NULL);
    assert_query (self, NOTES, "first\nsecond");
    backup_dialog_fixture_close (self);

    page = backup_dialog_fixture_show (self, "Copies on This Computer", HC_TYPE_BACKUP_COPIES_PAGE);
    WAIT_FOR (backup_dialog_fixture_find (self, GTK_TYPE_BUTTON, "Go Back…") != NULL);
    gtk_widget_activate_action (page, "copies.restore", "u", 0);
    WAIT_FOR (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL) != NULL);
    hc_ui_fixture_press (hc_ui_fixture_find (self->window, ADW_TYPE_ALERT_DIALOG, NULL), "_Go Back");
    WAIT_FOR (backup_dialog_fixture_says (self, "The Copy Was Restored"));
    assert_query (self, NOTES, "first");
  }

  fixture_remove_folder (folder);
}

/* Data that cannot be opened can be put aside by a backup, but not added to. */
static void
test_not_open (void)
{
  g_autofree char *folder = fixture_make_folder ();

  fixture_write_file (folder, "profile.db", "This is no database at all.", -1);

  {
    g_autoptr (BackupDialogFixture) self = backup_dialog_fixture_new ("health-center:notes", folder);
    g_autoptr (GFile) file = backup_dialog_fixture_get_file (self, "a.hcbackup");
    AdwDialog *alert = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));

    if (alert != NULL)
      adw_dialog_force_close (alert);

    backup_dialog_fixture_export ("Ann", "there", file);
    backup_dialog_fixture_show (self, "Back Up", HC_TYPE_BACKUP_SAVE_PAGE);
    g_assert_true (backup_dialog_fixture_says (self, "Your data are not open"));
    backup_dialog_fixture_close (self);

    inspect (self, file);
    g_assert_cmpstr (backup_dialog_fixture_number (self, "Medicines"), ==, "1");
    g_assert_false (backup_dialog_fixture_says (self, "Add to What Is Here"));
    gtk_widget_activate_action (backup_dialog_fixture_find (self, HC_TYPE_BACKUP_RESTORE_PAGE, NULL),
                                "restore.replace", NULL);
    WAIT_FOR (backup_dialog_fixture_says (self, "The Backup Is Here Now"));
    g_assert_true (backup_dialog_fixture_says (self, "The file that could not be opened is kept."));
    assert_query (self, NOTES, "there");
  }

  fixture_remove_folder (folder);
}

/* The words of these errors are for the person already. */
static void
test_words (void)
{
  g_autoptr (GError) error = NULL;

  hc_backup_error_set (&error, HC_BACKUP_ERROR_NEWER);
  g_assert_cmpstr (hc_error_to_words (error), ==,
                   "This backup was made by a newer version of Health Center. Update the program, then try again.");
}

int
main (int   argc,
      char *argv[])
{
  static const char *const links[] = {
    "health-center:today", "health-center:notes", "health-center:medicines", "health-center:alerts",
    "health-center:my-questions", "health-center:interactions?mine=yes", "health-center:article/warning-signs",
    "health-center:quiz", "health-center:drug/capecitabine",
  };

  hc_ui_fixture_init (&argc, &argv);

  g_test_add_func ("/backup-dialog/save", test_save);
  g_test_add_func ("/backup-dialog/save-fails", test_save_fails);
  g_test_add_func ("/backup-dialog/save-canceled", test_save_canceled);
  g_test_add_func ("/backup-dialog/inspect", test_inspect);
  g_test_add_func ("/backup-dialog/merge", test_merge);
  g_test_add_func ("/backup-dialog/busy", test_busy);
  g_test_add_func ("/backup-dialog/unsaved", test_unsaved);
  g_test_add_func ("/backup-dialog/copies", test_copies);
  g_test_add_func ("/backup-dialog/not-open", test_not_open);
  g_test_add_func ("/backup-dialog/words", test_words);

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path = g_strconcat ("/backup-dialog/replace/", links[i] + strlen ("health-center:"), NULL);

      g_test_add_data_func (path, links[i], test_replace);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *path = g_strconcat ("/backup-dialog/bad-file/", bad_files[i].name, NULL);

      g_test_add_data_func (path, &bad_files[i], test_bad_file);
    }

  return g_test_run ();
}
