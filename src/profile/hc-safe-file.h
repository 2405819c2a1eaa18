/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HcSafeFileFunc:
 * @stream: where to write
 * @user_data: what was given to hc_safe_file_write()
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error
 *
 * Writes the content of a file. It may be called once more for a stream of another kind.
 *
 * Returns: whether all was written
 */
typedef gboolean (*HcSafeFileFunc) (GOutputStream *stream, gpointer user_data, GCancellable *cancellable,
                                    GError **error);

gboolean hc_safe_file_write (GFile           *file,
                             HcSafeFileFunc   func,
                             gpointer         user_data,
                             GCancellable    *cancellable,
                             GError         **error);

G_END_DECLS
