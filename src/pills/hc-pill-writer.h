/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-pill.h"

G_BEGIN_DECLS

/**
 * HcPillWriter:
 *
 * Writes pills into a database, see HcPillIndex for finding them.
 */
typedef struct _HcPillWriter HcPillWriter;

gboolean      hc_pill_writer_make_table (HcDatabase    *database,
                                         GError       **error);
HcPillWriter *hc_pill_writer_new        (HcDatabase    *database,
                                         GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          hc_pill_writer_free       (HcPillWriter  *self);
gboolean      hc_pill_writer_add        (HcPillWriter  *self,
                                         HcPill        *pill,
                                         GError       **error);
gboolean      hc_pill_writer_remove     (HcPillWriter  *self,
                                         const char    *target,
                                         GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcPillWriter, hc_pill_writer_free)

G_END_DECLS
