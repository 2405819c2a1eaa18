/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcFaultList:
 *
 * What is wrong with the content, each with its file and line. Everything that reads content adds to
 * it and goes on, so that a writer sees all faults at once.
 */
typedef struct _HcFaultList HcFaultList;

HcFaultList *hc_fault_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void         hc_fault_list_free       (HcFaultList *self);
void         hc_fault_list_add        (HcFaultList *self,
                                       const char  *file,
                                       int          line,
                                       const char  *format,
                                       ...) G_GNUC_PRINTF (4, 5);
guint        hc_fault_list_get_length (HcFaultList *self);
char        *hc_fault_list_print      (HcFaultList *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFaultList, hc_fault_list_free)

G_END_DECLS
