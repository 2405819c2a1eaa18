/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-csv-export.h"
#include "hc-summary-printout.h"
#include "hc-wallet-card.h"

/* What leaves the program as a file. */

static const struct
{
  const char *id;
  const char *title; /* of the dialog that asks for a file */
  const char *name;
  const char *ending;
} files[] = {
  [HC_SUMMARY_FILE_PDF]       = { "summary", N_("Save as PDF"), N_("Visit Summary"), ".pdf" },
  [HC_SUMMARY_FILE_CARD]      = { "card", N_("Save as PDF"), N_("Wallet Card"), ".pdf" },
  [HC_SUMMARY_FILE_MEDICINES] = { "medicines", N_("Export as CSV"), N_("Medicines"), ".csv" },
  [HC_SUMMARY_FILE_DOSES]     = { "doses", N_("Export as CSV"), N_("Doses"), ".csv" },
  [HC_SUMMARY_FILE_DIARY]     = { "diary", N_("Export as CSV"), N_("Diary"), ".csv" },
  [HC_SUMMARY_FILE_CALENDAR]  = { "calendar", N_("Save Calendar File"), N_("Calendar"), ".ics" },
};

/**
 * hc_summary_file_from_string:
 * @name: `summary`, `card`, `medicines`, `doses`, `diary` or `calendar`
 * @what: (out): what it is
 *
 * Returns: whether there is such a file
 */
gboolean
hc_summary_file_from_string (const char    *name,
                             HcSummaryFile *what)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (g_str_equal (files[i].id, name))
      {
        *what = (HcSummaryFile) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * hc_summary_file_get_title:
 * @what: what is saved
 *
 * Returns: (transfer none): what is done, as the title of a dialog
 */
const char *
hc_summary_file_get_title (HcSummaryFile what)
{
  g_return_val_if_fail (what < G_N_ELEMENTS (files), NULL);

  return _(files[what].title);
}

/**
 * hc_summary_file_dup_name:
 * @what: what is saved
 * @summary: the summary, which knows the day
 *
 * Returns: (transfer full): a name for the file, without that of the person: `Visit Summary 2026-11-20.pdf`
 */
char *
hc_summary_file_dup_name (HcSummaryFile         what,
                          const HcVisitSummary *summary)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (what < G_N_ELEMENTS (files), NULL);
  g_return_val_if_fail (summary != NULL, NULL);

  day = g_date_time_format (summary->now, "%Y-%m-%d");

  return g_strconcat (_(files[what].name), " ", day, files[what].ending, NULL);
}

/**
 * hc_summary_file_make_printout:
 * @what: %HC_SUMMARY_FILE_PDF or %HC_SUMMARY_FILE_CARD
 * @summary: the summary
 * @parts: what goes into it
 *
 * Returns: (transfer full): a printer for it
 */
HcPrintout *
hc_summary_file_make_printout (HcSummaryFile   what,
                               HcVisitSummary *summary,
                               HcSummaryParts  parts)
{
  g_return_val_if_fail (summary != NULL, NULL);

  return what == HC_SUMMARY_FILE_CARD ? HC_PRINTOUT (hc_wallet_card_new (summary))
                                      : HC_PRINTOUT (hc_summary_printout_new (summary, parts));
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A file that is there already is replaced as a whole or stays as it is. */
static void
replace_contents (GTask  *task,
                  GFile  *file,
                  GBytes *bytes)
{
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, replaced_cb, task);
}

static void
save_printout (GTask      *task,
               HcPrintout *printout,
               GFile      *file)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = hc_printout_dup_pdf (printout, &error);

  if (bytes != NULL)
    {
      replace_contents (task, file, bytes);
    }
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hc_csv_export_finish (HC_PROFILE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What the kinds of the diary are called, with their units: "Weight (kg)". */
static GHashTable *
name_kinds (HcLibrary *library)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcDiaryBook) book = hc_diary_book_new (library, &error);
  GListModel *kinds = book != NULL ? hc_diary_book_get_kinds (book) : NULL;

  if (book == NULL)
    g_warning ("The kinds of the diary cannot be read: %s", error->message);

  for (guint i = 0; kinds != NULL && i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);
      const HcDiaryKindDetails *details = hc_diary_kind_get_details (kind);

      g_hash_table_insert (names, g_strdup (details->id),
                           /* Translators: what is measured, and its unit: "Weight (kg)". */
                           details->unit != NULL ? g_strdup_printf (_("%s (%s)"), details->name, details->unit)
                                                 : g_strdup (details->name));
    }

  return names;
}

static void
export_table (GTask         *task,
              HcContext     *context,
              HcSummaryFile  what,
              GFile         *file)
{
  HcCurrentPerson *person = hc_context_get_person (context);
  g_autoptr (GHashTable) kinds = what == HC_SUMMARY_FILE_DIARY ? name_kinds (hc_context_get_library (context)) : NULL;
  HcCsvTable table = what == HC_SUMMARY_FILE_DIARY ? HC_CSV_DIARY
                     : what == HC_SUMMARY_FILE_DOSES ? HC_CSV_DOSES : HC_CSV_MEDICINES;

  hc_csv_export_async (hc_context_get_profile (context), table, hc_current_person_get_id (person),
                       hc_current_person_is_first (person), kinds, file, NULL, exported_cb, task);
}

static void
save_calendar (GTask                *task,
               const HcVisitSummary *summary,
               HcCalendarFlags       flags,
               GFile                *file)
{
  g_autoptr (GPtrArray) medicines = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  for (guint i = 0; i < summary->medicines->len; i++)
    g_ptr_array_add (medicines, ((HcSummaryMedicine *) g_ptr_array_index (summary->medicines, i))->medicine);

  text = hc_calendar_export_print (medicines, summary->now, flags);
  bytes = g_bytes_new_take (text, strlen (text));
  replace_contents (task, file, bytes);
}

/**
 * hc_summary_file_save_async:
 * @what: what is saved
 * @context: the context
 * @summary: the summary
 * @options: what was chosen
 * @file: the file; one that is there is replaced
 * @callback: called when it is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves what is known of the current person.
 */
void
hc_summary_file_save_async (HcSummaryFile               what,
                            HcContext                  *context,
                            HcVisitSummary             *summary,
                            const HcSummaryFileOptions *options,
                            GFile                      *file,
                            GAsyncReadyCallback         callback,
                            gpointer                    user_data)
{
  g_autoptr (HcPrintout) printout = NULL;
  GTask *task;

  g_return_if_fail (HC_IS_CONTEXT (context));
  g_return_if_fail (summary != NULL);
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (context, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_summary_file_save_async);

  switch (what)
    {
    case HC_SUMMARY_FILE_MEDICINES:
    case HC_SUMMARY_FILE_DOSES:
    case HC_SUMMARY_FILE_DIARY:
      export_table (task, context, what, file);
      break;

    case HC_SUMMARY_FILE_CALENDAR:
      save_calendar (task, summary, options->calendar, file);
      break;

    case HC_SUMMARY_FILE_PDF:
    case HC_SUMMARY_FILE_CARD:
    default:
      printout = hc_summary_file_make_printout (what, summary, options->parts);
      save_printout (task, printout, file);
      break;
    }
}

/**
 * hc_summary_file_save_finish:
 * @context: the context
 * @result: what the callback was given
 * @error: return location for a %G_IO_ERROR, a %GTK_PRINT_ERROR or a %HC_DATABASE_ERROR
 *
 * Returns: whether the whole file is on the disk
 */
gboolean
hc_summary_file_save_finish (HcContext     *context,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_summary_file_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
