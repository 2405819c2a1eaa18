/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "crash-edits.h"
#include "hc-profile.h"

/* The program that test-profile-crash kills: `profile-writer FOLDER FIRST` makes N_EDITS edits, numbered from FIRST,
 * and prints the number of each when its save has finished. */

static guint n_waiting = N_EDITS;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  guint number = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  gboolean saved = FALSE;

  switch ((EditSort) (number % N_SORTS))
    {
    case EDIT_NOTE:
      saved = hc_note_store_save_finish (HC_NOTE_STORE (source), result, &error);
      break;
    case EDIT_DOSES:
      saved = hc_dose_log_save_all_finish (HC_DOSE_LOG (source), result, &error);
      break;
    case EDIT_DIARY:
      saved = hc_diary_save_all_finish (HC_DIARY (source), result, &error);
      break;
    case EDIT_MEDICINE:
      saved = g_async_result_is_tagged (result, hc_store_remove_async)
                ? hc_medicine_store_remove_finish (HC_MEDICINE_STORE (source), result, &error)
                : hc_medicine_store_save_finish (HC_MEDICINE_STORE (source), result, &error);
      break;
    case EDIT_DRAFT:
      saved = hc_appointment_store_save_finish (HC_APPOINTMENT_STORE (source), result, &error);
      break;
    case N_SORTS:
    default:
      g_assert_not_reached ();
    }

  if (!saved)
    g_error ("%s", error->message);

  printf ("%u\n", number);
  fflush (stdout);
  n_waiting--;
}

static void
write_note (HcProfile *profile,
            guint      slot,
            guint      number)
{
  GListModel *notes = G_LIST_MODEL (hc_profile_get_notes (profile));
  g_autofree char *link = g_strdup_printf (EDIT_LINK, slot);
  g_autofree char *padding = g_strnfill (number * 37 % 6000, 'x');
  g_autofree char *text = g_strdup_printf ("%u %s", number, padding);
  g_autoptr (HcNote) note = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (notes) && note == NULL; i++)
    {
      g_autoptr (HcNote) shown = g_list_model_get_item (notes, i);

      if (g_strcmp0 (hc_note_get_link (shown), link) == 0)
        note = g_steal_pointer (&shown);
    }

  if (note == NULL)
    note = hc_note_new (link, "A title", NULL);

  hc_note_store_save_async (HC_NOTE_STORE (notes), note, text, saved_cb, GUINT_TO_POINTER (number));
}

static void
write_doses (HcProfile *profile,
             guint      slot,
             guint      number)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_dose_record_free);
  g_autoptr (GDateTime) due = g_date_time_new_from_unix_utc (EDIT_TIME);
  g_autofree char *note = g_strdup_printf ("%u", number);

  for (guint i = 0; i < N_TOGETHER; i++)
    {
      g_autofree char *key = g_strdup_printf (EDIT_NAME, slot, i);

      g_ptr_array_add (records, hc_dose_record_new (EDIT_MEDICINE_ID, key, HC_DOSE_TAKEN, due, due, 1.0, note));
    }

  hc_dose_log_save_all_async (hc_profile_get_dose_log (profile), records, saved_cb, GUINT_TO_POINTER (number));
}

static void
write_diary (HcProfile *profile,
             guint      slot,
             guint      number)
{
  HcDiary *diary = hc_profile_get_diary (profile);
  g_autoptr (GPtrArray) shown = hc_diary_list_recent (diary, "", FALSE, 1);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (EDIT_TIME);
  g_autofree char *text = g_strdup_printf ("%u", number);
  char *kinds[N_TOGETHER];
  HcDiaryEntryDetails details[N_TOGETHER];

  for (guint i = 0; i < N_TOGETHER; i++)
    {
      HcDiaryEntry *entry = NULL;

      kinds[i] = g_strdup_printf (EDIT_NAME, slot, i);
      details[i] = (HcDiaryEntryDetails) { .kind = kinds[i], .time = time, .has_value = TRUE, .value = number,
                                           .text = text };

      for (guint j = 0; j < shown->len && entry == NULL; j++)
        if (g_str_equal (hc_diary_entry_get_details (g_ptr_array_index (shown, j))->kind, kinds[i]))
          entry = g_object_ref (g_ptr_array_index (shown, j));

      g_ptr_array_add (entries, entry != NULL ? entry : hc_diary_entry_new (&details[i]));
    }

  hc_diary_save_all_async (diary, entries, details, saved_cb, GUINT_TO_POINTER (number));

  for (guint i = 0; i < N_TOGETHER; i++)
    g_free (kinds[i]);
}

static void
write_medicine (HcProfile *profile,
                guint      slot,
                guint      number)
{
  GListModel *medicines = G_LIST_MODEL (hc_profile_get_medicines (profile));
  g_autofree char *link = g_strdup_printf (EDIT_LINK, slot);
  g_autofree char *name = g_strdup_printf ("%u", number);
  g_autoptr (HcMedicine) added = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (medicines); i++)
    {
      g_autoptr (HcMedicine) shown = g_list_model_get_item (medicines, i);

      if (g_strcmp0 (hc_medicine_get_details (shown)->link, link) == 0)
        {
          hc_medicine_store_remove_async (HC_MEDICINE_STORE (medicines), shown, saved_cb, GUINT_TO_POINTER (number));
          return;
        }
    }

  added = hc_medicine_new (&(HcMedicineDetails) { .link = link, .name = name });
  hc_medicine_store_save_async (HC_MEDICINE_STORE (medicines), added, NULL, saved_cb, GUINT_TO_POINTER (number));
}

static void
write_draft (HcProfile *profile,
             guint      slot,
             guint      number)
{
  GListModel *appointments = G_LIST_MODEL (hc_profile_get_appointments (profile));
  g_autofree char *subject = g_strdup_printf (EDIT_LINK, slot);
  g_autofree char *name = g_strdup_printf ("%u", number);
  g_autofree char *reason = g_strnfill (number * 37 % 6000, 'x');
  g_autoptr (HcAppointment) draft = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (appointments) && draft == NULL; i++)
    {
      g_autoptr (HcAppointment) shown = g_list_model_get_item (appointments, i);

      if (g_str_equal (hc_appointment_get_details (shown)->subject, subject))
        draft = g_steal_pointer (&shown);
    }

  if (draft == NULL)
    draft = hc_appointment_new ();

  hc_appointment_store_save_async (HC_APPOINTMENT_STORE (appointments), draft, &(HcAppointmentDetails) {
    .subject = subject, .notes = name, .reason = reason, .unfinished = reason }, saved_cb, GUINT_TO_POINTER (number));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  static void (*const writers[N_SORTS]) (HcProfile *profile, guint slot, guint number) = {
    [EDIT_NOTE] = write_note,
    [EDIT_DOSES] = write_doses,
    [EDIT_DIARY] = write_diary,
    [EDIT_MEDICINE] = write_medicine,
    [EDIT_DRAFT] = write_draft,
  };
  HcProfile *profile = HC_PROFILE (source);
  guint first = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;

  if (!hc_profile_open_finish (profile, result, &error))
    g_error ("%s", error->message);

  for (guint number = first; number < first + N_EDITS; number++)
    writers[number % N_SORTS] (profile, number / N_SORTS % N_SLOTS, number);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (EDIT_TIME);
  g_autoptr (HcClock) clock = hc_clock_new_fixed (time);
  g_autoptr (HcProfile) profile = NULL;
  guint first;

  if (argc != 3)
    return EXIT_FAILURE;

  profile = hc_profile_new (argv[1], clock);
  first = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  hc_profile_open_async (profile, opened_cb, GUINT_TO_POINTER (first));

  while (n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);

  return EXIT_SUCCESS;
}
