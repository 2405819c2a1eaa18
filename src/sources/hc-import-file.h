/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <archive.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* So much of a file is read at once, in bytes. */
#define HC_IMPORT_FILE_PIECE (64 * 1024)

gssize      hc_import_file_read             (int              descriptor,
                                             char            *buffer,
                                             gsize            size,
                                             GQuark           domain,
                                             int              code,
                                             GError         **error);
gboolean    hc_import_file_is_zip           (int              descriptor);
gssize      hc_import_file_read_entry       (struct archive  *archive,
                                             char            *buffer,
                                             gsize            size,
                                             GQuark           domain,
                                             int              code,
                                             GError         **error);
const char *hc_import_file_get_archive_words (struct archive *archive);
gboolean    hc_import_file_leads_out        (const char      *name);

G_END_DECLS
