/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HcLineGroupFuncs:
 * @dup_note: (nullable): what is said of a line, plain text, %NULL for nothing
 * @suggest: (nullable): (element-type utf8): what may be meant by what was typed, an empty text at first
 *
 * What a kind of list knows of its lines.
 */
typedef struct
{
  char      *(*dup_note) (const char *line,
                          gpointer    user_data);
  GPtrArray *(*suggest)  (const char *text,
                          gpointer    user_data);
} HcLineGroupFuncs;

#define HC_TYPE_LINE_GROUP (hc_line_group_get_type ())

G_DECLARE_FINAL_TYPE (HcLineGroup, hc_line_group, HC, LINE_GROUP, AdwPreferencesGroup)

void  hc_line_group_set_up   (HcLineGroup            *self,
                              const HcLineGroupFuncs *funcs,
                              gpointer                user_data);
void  hc_line_group_set_text (HcLineGroup            *self,
                              const char             *text);
char *hc_line_group_dup_text (HcLineGroup            *self) G_GNUC_WARN_UNUSED_RESULT;
void  hc_line_group_insert   (HcLineGroup            *self,
                              guint                   place,
                              const char             *line);

G_END_DECLS
