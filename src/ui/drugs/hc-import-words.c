/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-import-words.h"

#include <glib/gi18n.h>

#include "hc-database.h"
#include "hc-error-words.h"

/* What a person is told of a problem: what it is, and why that is so or what helps. */
static const struct {
  const char *what;
  const char *why;
} words[] = {
  [HC_LABEL_ERROR_UNREADABLE] = {
    N_("The file could not be opened"),
    N_("Look whether it is still there and whether you may read it, then import it again."),
  },
  [HC_LABEL_ERROR_NOT_WELL_FORMED] = {
    N_("The file is cut off or damaged"),
    N_("Perhaps the download was interrupted. Download the file again, then import it again."),
  },
  [HC_LABEL_ERROR_NOT_UTF8] = {
    N_("The letters of the file cannot be read"),
    N_("Official files are written in UTF-8. Perhaps another program has changed this one. "
       "Download it again, then import it again."),
  },
  [HC_LABEL_ERROR_HAS_DECLARATIONS] = {
    N_("The file is not made as official labels are"),
    N_("It has rules of its own, which could do harm, and so it was not read. "
       "Use the files of dailymed.nlm.nih.gov as they are."),
  },
  [HC_LABEL_ERROR_TOO_DEEP] = {
    N_("Too many things lie inside one another"),
    N_("Unpack the archive, or choose a folder that lies deeper, then import again."),
  },
  [HC_LABEL_ERROR_TOO_LARGE] = {
    N_("The file is larger than any label"),
    N_("Look whether it is the right file. If it is an archive in an archive, unpack it "
       "and import what comes out."),
  },
  [HC_LABEL_ERROR_NOT_A_LABEL] = {
    N_("This is not a drug label"),
    N_("It is an XML file of another kind. You can leave it out."),
  },
  [HC_LABEL_ERROR_INDEX] = {
    N_("This is a list for computers, not a label"),
    N_("The FDA publishes such files beside the labels. They describe no medicine, "
       "and you can leave them out."),
  },
  [HC_LABEL_ERROR_INCOMPLETE] = {
    N_("The name of the medicine or the number of the label is missing"),
    N_("Without these it could not be found again, and so it was left out."),
  },
  [HC_LABEL_ERROR_WRONG_HEADER] = {
    N_("This is neither a label nor the Pillbox table"),
    N_("The first line does not name the columns of the NLM Pillbox. "
       "Use the file as it was published, not one that another program has saved."),
  },
  [HC_LABEL_ERROR_WRONG_ROW] = {
    N_("A row of the table could not be read"),
    N_("It does not fit the columns of the first line. The other rows were read."),
  },
  [HC_LABEL_ERROR_DAMAGED_ARCHIVE] = {
    N_("The archive is cut off or damaged"),
    N_("What could be read of it was imported. Download it again, then import it again."),
  },
  [HC_LABEL_ERROR_UNSAFE_NAME] = {
    N_("A file in the archive has a name that is not safe"),
    N_("The name leads out of the archive, and so the file was left out. "
       "Be careful with this archive, and use those of dailymed.nlm.nih.gov."),
  },
  [HC_LABEL_ERROR_ENCRYPTED] = {
    N_("A file in the archive is locked with a password"),
    N_("Unpack the archive with its password, then import what comes out."),
  },
  [HC_LABEL_ERROR_EMPTY] = {
    N_("There is nothing to import in it"),
    N_("It has no XML, CSV or ZIP file with labels. Look whether it is the right one."),
  },
  [HC_LABEL_ERROR_NOT_SAVED] = {
    N_("The labels could not be saved"),
    N_("The disk may be full. Free some space, then import the files again. "
       "What was saved before stays, and nothing is taken twice."),
  },
};

/**
 * hc_import_words_get_what:
 * @code: why something was not imported
 *
 * Returns: what is wrong with it, for a person, without a full stop
 */
const char *
hc_import_words_get_what (HcLabelError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (words), NULL);

  return _(words[code].what);
}

/**
 * hc_import_words_get_why:
 * @code: why something was not imported
 *
 * Returns: a sentence or two for a person: why that is so, or what helps
 */
const char *
hc_import_words_get_why (HcLabelError code)
{
  g_return_val_if_fail ((guint) code < G_N_ELEMENTS (words), NULL);

  return _(words[code].why);
}

/**
 * hc_import_words_for_failure:
 * @error: why the file with the labels could not be opened
 *
 * Returns: a sentence or two for a person. That file has nothing that is the person's own: words for their
 *   own data would frighten.
 */
const char *
hc_import_words_for_failure (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN))
    return _("The file in the place of the imported labels belongs to another program. "
             "It was not changed. Move it to another place, then try again.");

  if (g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NEWER))
    return _("Labels were imported with a newer version of Health Center before. "
             "Update the program to use them.");

  if (g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_DAMAGED) ||
      g_error_matches (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_NOT_A_DATABASE))
    return _("The file with the imported labels is damaged and could not be made anew. "
             "Look whether the disk can be written, then try again.");

  return hc_error_to_words (error);
}

/**
 * hc_import_words_dup_summary:
 * @report: what became of an import
 *
 * Returns: (transfer full): that in one line, for a toast and for a screen reader
 */
char *
hc_import_words_dup_summary (const HcImportReport *report)
{
  g_autofree char *numbers = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  /* Translators: how many labels are new, took the place of an older version, or were there already. */
  numbers = g_strdup_printf (report->canceled ? _("Import canceled: %'u new, %'u updated, %'u unchanged")
                                              : _("Import finished: %'u new, %'u updated, %'u unchanged"),
                             report->n_added, report->n_updated, report->n_unchanged);

  if (report->n_problems == 0)
    return g_steal_pointer (&numbers);

  /* Translators: %s is “Import finished: …”. */
  return g_strdup_printf (g_dngettext (NULL, "%s, %'u problem", "%s, %'u problems", report->n_problems),
                          numbers, report->n_problems);
}

/**
 * hc_import_words_dup_report:
 * @report: what became of an import
 * @time: when it ended
 *
 * Returns: (transfer full): all of it as plain text, with what is known of each problem
 */
char *
hc_import_words_dup_report (const HcImportReport *report,
                            GDateTime            *time)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *date = NULL;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a day and a time of day. See the manual of g_date_time_format(). */
  date = g_date_time_format (time, _("%-d %B %Y, %H:%M"));
  summary = hc_import_words_dup_summary (report);
  text = g_string_new (NULL);
  /* Translators: %s is a day and a time of day. */
  g_string_append_printf (text, _("Health Center, import of drug labels, %s"), date);
  g_string_append_printf (text, "\n\n%s\n", summary);

  for (guint i = 0; i < report->problems->len; i++)
    {
      HcImportProblem *problem = g_ptr_array_index (report->problems, i);
      HcLabelError code = hc_import_problem_get_code (problem);

      g_string_append_printf (text, "\n%s\n  %s. %s\n  (%s)\n",
                              hc_import_problem_get_file (problem),
                              hc_import_words_get_what (code),
                              hc_import_words_get_why (code),
                              hc_import_problem_get_detail (problem));
    }

  if (report->n_problems > report->problems->len)
    {
      guint n = report->n_problems - report->problems->len;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (NULL, "%'u more problem is not listed.",
                                                 "%'u more problems are not listed.", n), n);
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
