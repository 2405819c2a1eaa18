/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-label-error.h"
#include "hc-label.h"

G_BEGIN_DECLS

/**
 * HcLabelScannerFuncs:
 * @take_label: (transfer full): takes a label and the name of the file that it was read from; returns whether
 *   to go on
 * @take_problem: takes what is wrong with a file or a part of one
 * @take_progress: takes how much was read of all, 0 to 1; returns whether to go on. It may block for as long
 *   as the scan is to pause
 *
 * What a scan gives.
 */
typedef struct
{
  gboolean (*take_label)    (HcLabel *label, const char *file, gpointer user_data);
  void     (*take_problem)  (const char *file, const GError *error, gpointer user_data);
  gboolean (*take_progress) (double fraction, gpointer user_data);
} HcLabelScannerFuncs;

gboolean hc_label_scanner_scan (const char *const         *paths,
                                const HcLabelScannerFuncs *funcs,
                                gpointer                   user_data);

G_END_DECLS
