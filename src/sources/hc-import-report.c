/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-import-report.h"

/* More are counted and not listed: nobody reads them, and the memory is to stay flat. */
#define MAX_LISTED 500

/**
 * HcImportProblem:
 *
 * A file, or a part of one, that was not imported, and why.
 */
struct _HcImportProblem
{
  GObject       parent_instance;

  char         *file;
  HcLabelError  code;
  char         *detail;
};

G_DEFINE_FINAL_TYPE (HcImportProblem, hc_import_problem, G_TYPE_OBJECT)

static void
hc_import_problem_finalize (GObject *object)
{
  HcImportProblem *self = HC_IMPORT_PROBLEM (object);

  g_free (self->file);
  g_free (self->detail);

  G_OBJECT_CLASS (hc_import_problem_parent_class)->finalize (object);
}

static void
hc_import_problem_class_init (HcImportProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_import_problem_finalize;
}

static void
hc_import_problem_init (HcImportProblem *self)
{
}

/**
 * hc_import_problem_get_file:
 * @self: a problem
 *
 * Returns: (transfer none): the name of the file; of one in an archive with that of the archive before it
 */
const char *
hc_import_problem_get_file (HcImportProblem *self)
{
  g_return_val_if_fail (HC_IS_IMPORT_PROBLEM (self), NULL);

  return self->file;
}

/**
 * hc_import_problem_get_code:
 * @self: a problem
 *
 * Returns: why it was not imported
 */
HcLabelError
hc_import_problem_get_code (HcImportProblem *self)
{
  g_return_val_if_fail (HC_IS_IMPORT_PROBLEM (self), HC_LABEL_ERROR_UNREADABLE);

  return self->code;
}

/**
 * hc_import_problem_get_detail:
 * @self: a problem
 *
 * Returns: (transfer none): more about that, for those who look closely
 */
const char *
hc_import_problem_get_detail (HcImportProblem *self)
{
  g_return_val_if_fail (HC_IS_IMPORT_PROBLEM (self), NULL);

  return self->detail;
}

/**
 * hc_import_report_new:
 *
 * Returns: (transfer full): a report of nothing yet
 */
HcImportReport *
hc_import_report_new (void)
{
  HcImportReport *self = g_new0 (HcImportReport, 1);

  self->problems = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * hc_import_report_free:
 * @self: (transfer full) (nullable): a report
 */
void
hc_import_report_free (HcImportReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * hc_import_report_add_problem:
 * @self: a report
 * @file: the name of what was not imported
 * @error: why, a %HC_LABEL_ERROR or another one for what could not be saved
 */
void
hc_import_report_add_problem (HcImportReport *self,
                              const char     *file,
                              const GError   *error)
{
  HcImportProblem *problem;

  g_return_if_fail (self != NULL);
  g_return_if_fail (file != NULL);
  g_return_if_fail (error != NULL);

  if (self->n_problems++ >= MAX_LISTED)
    return;

  problem = g_object_new (HC_TYPE_IMPORT_PROBLEM, NULL);
  problem->file = g_utf8_make_valid (file, -1);
  problem->code = error->domain == HC_LABEL_ERROR ? (HcLabelError) error->code : HC_LABEL_ERROR_NOT_SAVED;
  problem->detail = g_utf8_make_valid (error->message, -1);
  g_ptr_array_add (self->problems, problem);
}

/**
 * hc_import_report_count:
 * @self: a report
 * @outcome: what became of a label
 */
void
hc_import_report_count (HcImportReport *self,
                        HcLabelOutcome  outcome)
{
  g_return_if_fail (self != NULL);

  if (outcome == HC_LABEL_ADDED)
    self->n_added++;
  else if (outcome == HC_LABEL_UPDATED)
    self->n_updated++;
  else
    self->n_unchanged++;
}
