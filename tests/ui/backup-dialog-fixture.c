/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "backup-dialog-fixture.h"

#include "fixture.h"
#include "hc-profile-export.h"

/* With the profile of a folder, which is opened when the window is there; NULL for a new one. */
BackupDialogFixture *
backup_dialog_fixture_new (const char *link,
                           const char *profile_folder)
{
  BackupDialogFixture *self = g_new0 (BackupDialogFixture, 1);

  self->folder = fixture_make_folder ();
  self->fixture = hc_ui_fixture_new (profile_folder);
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, link, 1080, 760);

  return self;
}

void
backup_dialog_fixture_free (BackupDialogFixture *self)
{
  hc_ui_fixture_free (self->fixture);
  fixture_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

/* What is found in the dialog that is on top, NULL when there is no such thing. */
gpointer
backup_dialog_fixture_find (BackupDialogFixture *self,
                            GType                type,
                            const char          *text)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));

  return dialog != NULL ? hc_ui_fixture_find (dialog, type, text) : NULL;
}

gboolean
backup_dialog_fixture_says (BackupDialogFixture *self,
                            const char          *text)
{
  return backup_dialog_fixture_find (self, GTK_TYPE_LABEL, text) != NULL;
}

/* Opens the dialog where it is closed, and goes to one of its pages, of that type, by pressing its row. */
gpointer
backup_dialog_fixture_show (BackupDialogFixture *self,
                            const char          *page,
                            GType                type)
{
  g_assert_true (hc_window_open_link (self->window, "health-center:backup"));
  WAIT_FOR (backup_dialog_fixture_find (self, ADW_TYPE_ACTION_ROW, page) != NULL);
  g_assert_true (gtk_widget_activate (backup_dialog_fixture_find (self, ADW_TYPE_ACTION_ROW, page)));
  WAIT_FOR (backup_dialog_fixture_find (self, type, NULL) != NULL);
  hc_ui_fixture_wait_frames (self->window, 3);

  return backup_dialog_fixture_find (self, type, NULL);
}

void
backup_dialog_fixture_close (BackupDialogFixture *self)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (self->window);

  g_assert_true (adw_dialog_close (adw_application_window_get_visible_dialog (window)));
  WAIT_FOR (adw_application_window_get_visible_dialog (window) == NULL);
}

/* The number that stands below that title, NULL when there is no such row. */
const char *
backup_dialog_fixture_number (BackupDialogFixture *self,
                              const char          *title)
{
  AdwActionRow *row = backup_dialog_fixture_find (self, ADW_TYPE_ACTION_ROW, title);

  return row != NULL ? adw_action_row_get_subtitle (row) : NULL;
}

GFile *
backup_dialog_fixture_get_file (BackupDialogFixture *self,
                                const char          *name)
{
  return g_file_new_build_filename (self->folder, name, NULL);
}

/* Adds a person, who is chosen, a medicine of theirs and a note; NULL for none. */
void
backup_dialog_fixture_add (HcUiFixture *fixture,
                           const char  *person,
                           const char  *note)
{
  HcProfile *profile = hc_context_get_profile (fixture->context);
  gboolean is_done = FALSE;

  if (person != NULL)
    {
      g_autoptr (HcPerson) somebody = hc_person_new ();
      g_autoptr (HcMedicine) medicine = NULL;

      hc_person_store_save_async (hc_profile_get_people (profile), somebody, &(HcPersonDetails) { .name = person },
                                  hc_ui_fixture_done_cb, &is_done);
      WAIT_FOR (is_done);
      hc_current_person_choose (hc_context_get_person (fixture->context), hc_person_get_id (somebody));

      is_done = FALSE;
      medicine = hc_medicine_new (&(HcMedicineDetails) {
        .person = hc_person_get_id (somebody),
        .name = "Ondansetron",
        .strength = "8 mg",
      });
      hc_medicine_store_save_async (hc_profile_get_medicines (profile), medicine, NULL, hc_ui_fixture_done_cb,
                                    &is_done);
      WAIT_FOR (is_done);
    }

  if (note != NULL)
    {
      g_autoptr (HcNote) paper = hc_note_new (NULL, NULL, NULL);

      hc_ui_fixture_save_note (fixture, paper, note);
    }
}

/* A backup of another computer with a person, a medicine and a note. */
void
backup_dialog_fixture_export (const char *person,
                              const char *note,
                              GFile      *file)
{
  HcUiFixture *other = hc_ui_fixture_new (NULL);
  g_autoptr (GSettings) settings = g_object_ref (hc_context_get_settings (other->context));
  gboolean is_done = FALSE;

  hc_ui_fixture_open_profile (other);
  backup_dialog_fixture_add (other, person, note);
  hc_profile_export_async (hc_context_get_profile (other->context), file, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  g_assert_true (g_file_query_exists (file, NULL));

  /* Its settings are in the same memory as those of this computer. */
  hc_ui_fixture_free (other);
  g_settings_set_boolean (settings, "greeted", TRUE);
}
