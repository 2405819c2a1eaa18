/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-label-error.h"
#include "hc-label-writer.h"

G_BEGIN_DECLS

#define HC_TYPE_IMPORT_PROBLEM (hc_import_problem_get_type ())

G_DECLARE_FINAL_TYPE (HcImportProblem, hc_import_problem, HC, IMPORT_PROBLEM, GObject)

const char   *hc_import_problem_get_file   (HcImportProblem *self);
HcLabelError  hc_import_problem_get_code   (HcImportProblem *self);
const char   *hc_import_problem_get_detail (HcImportProblem *self);

/**
 * HcImportReport:
 * @n_added: labels that are new
 * @n_updated: labels that took the place of older ones
 * @n_unchanged: labels that were there already
 * @n_problems: what was not imported
 * @problems: (element-type HcImportProblem): the first of these, as many as a person will look at
 * @canceled: whether it was ended before all was read
 *
 * What became of an import.
 */
typedef struct
{
  guint      n_added;
  guint      n_updated;
  guint      n_unchanged;
  guint      n_problems;
  GPtrArray *problems;
  gboolean   canceled;
} HcImportReport;

HcImportReport *hc_import_report_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            hc_import_report_free        (HcImportReport *self);
void            hc_import_report_add_problem (HcImportReport *self,
                                              const char     *file,
                                              const GError   *error);
void            hc_import_report_count       (HcImportReport *self,
                                              HcLabelOutcome  outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcImportReport, hc_import_report_free)

G_END_DECLS
