/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-statement.h"

G_BEGIN_DECLS

/**
 * HcTextField:
 * @column: a column of a table, and the parameter of that name without its colon
 * @offset: where the text is in a struct
 *
 * A text that a struct has and a table keeps. In the struct it is a `const char *`.
 */
typedef struct
{
  const char *column;
  gsize       offset;
} HcTextField;

void      hc_text_fields_copy     (const HcTextField  *fields,
                                   guint               n_fields,
                                   gconstpointer       from,
                                   gpointer            to);
void      hc_text_fields_clear    (const HcTextField  *fields,
                                   guint               n_fields,
                                   gpointer            texts);
gboolean  hc_text_fields_bind     (const HcTextField  *fields,
                                   guint               n_fields,
                                   HcStatement        *statement,
                                   gconstpointer       texts,
                                   GError            **error);
void      hc_text_fields_read     (const HcTextField  *fields,
                                   guint               n_fields,
                                   HcStatement        *statement,
                                   gpointer            texts);
char     *hc_text_fields_dup_save (const HcTextField  *fields,
                                   guint               n_fields,
                                   const char         *table,
                                   const char *const  *others) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
