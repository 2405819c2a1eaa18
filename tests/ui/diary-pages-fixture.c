/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diary-pages-fixture.h"

#include "hc-diary-entry-dialog.h"
#include "hc-diary-page.h"

static GDateTime *
dup_now (void)
{
  return g_date_time_new_local (2026, 11, 21, 14, 5, 0);
}

DiaryPages *
diary_pages_open (const char *link,
                  int         width)
{
  DiaryPages *self = g_new0 (DiaryPages, 1);
  g_autoptr (GDateTime) now = dup_now ();

  self->fixture = hc_ui_fixture_new (NULL);
  hc_clock_set_time (hc_context_get_clock (self->fixture->context), now);
  hc_ui_fixture_open_profile (self->fixture);
  self->window = hc_ui_fixture_present (self->fixture, link, width, 760);

  return self;
}

void
diary_pages_free (DiaryPages *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window))) != NULL)
    adw_dialog_force_close (dialog);
  hc_ui_fixture_wait_frames (self->window, 3);
  hc_ui_fixture_free (self->fixture);
  g_free (self);
}

/* An entry so many minutes ago; one with a text and no number has the number NAN. */
HcDiaryEntry *
diary_pages_make (const char *person,
                  const char *kind,
                  double      value,
                  int         minutes,
                  const char *text,
                  gboolean    is_covered)
{
  g_autoptr (GDateTime) now = dup_now ();
  g_autoptr (GDateTime) time = g_date_time_add_minutes (now, -minutes);

  return hc_diary_entry_new (&(HcDiaryEntryDetails) {
    .person = person,
    .kind = kind,
    .time = time,
    .has_value = value == value,
    .value = value,
    .text = text,
    .is_covered = is_covered,
  });
}

void
diary_pages_save (DiaryPages *self,
                  GPtrArray  *entries)
{
  HcDiary *diary = hc_profile_get_diary (hc_context_get_profile (self->fixture->context));
  gboolean is_done = FALSE;

  hc_diary_save_all_async (diary, entries, NULL, hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 4);
}

void
diary_pages_add (DiaryPages *self,
                 const char *person,
                 const char *kind,
                 double      value,
                 int         minutes,
                 const char *text,
                 gboolean    is_covered)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (entries, diary_pages_make (person, kind, value, minutes, text, is_covered));
  diary_pages_save (self, entries);
}

/* Tells of a person, whose id is returned. */
char *
diary_pages_add_person (DiaryPages *self,
                        const char *name)
{
  HcProfile *profile = hc_context_get_profile (self->fixture->context);
  g_autoptr (HcPerson) person = hc_person_new ();
  gboolean is_done = FALSE;

  hc_person_store_save_async (hc_profile_get_people (profile), person, &(HcPersonDetails) { .name = name },
                              hc_ui_fixture_done_cb, &is_done);
  WAIT_FOR (is_done);
  hc_ui_fixture_wait_frames (self->window, 3);

  return g_strdup (hc_person_get_id (person));
}

gpointer
diary_pages_find (DiaryPages *self,
                  GType       type,
                  const char *text)
{
  return hc_ui_fixture_find (self->window, type, text);
}

/* The dialog of that type, on top or below others, NULL when there is none. */
gpointer
diary_pages_find_dialog (DiaryPages *self,
                         GType       type)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (self->window));

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (dialog, type))
        return dialog;
    }

  return NULL;
}

void
diary_pages_activate (DiaryPages *self,
                      const char *action,
                      const char *target)
{
  GtkWidget *page = diary_pages_find (self, HC_TYPE_DIARY_PAGE, NULL);
  g_autoptr (GVariant) parameter = target != NULL ? g_variant_ref_sink (g_variant_new_string (target)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (page, action, parameter));
  hc_ui_fixture_wait_frames (self->window, 5);
}

/* Begins a new entry, and returns its dialog. */
gpointer
diary_pages_enter (DiaryPages *self,
                   const char *kind)
{
  diary_pages_activate (self, "diary.enter", kind);
  WAIT_FOR (diary_pages_find_dialog (self, HC_TYPE_DIARY_ENTRY_DIALOG) != NULL);

  return diary_pages_find_dialog (self, HC_TYPE_DIARY_ENTRY_DIALOG);
}

void
diary_pages_assert_sql (DiaryPages *self,
                        const char *sql,
                        const char *expected)
{
  g_autofree char *rows = hc_ui_fixture_query (self->fixture, sql);

  g_assert_cmpstr (rows, ==, expected);
}

/* Whether any label below a widget has the words, seen or not. */
gboolean
diary_pages_says (gpointer    widget,
                  const char *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if ((GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (widget), words) != NULL) ||
      (tooltip != NULL && strstr (tooltip, words) != NULL))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (diary_pages_says (child, words))
      return TRUE;

  return FALSE;
}
