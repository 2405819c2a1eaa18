/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcDiaryEntryDetails:
 * @person: whom it is about, empty when nobody was told of
 * @kind: the id of a kind of the library
 * @time: when it was so
 * @has_value: whether there is a @value
 * @value: how much, in the unit of the kind
 * @text: what the person wrote, empty for nothing
 * @is_covered: whether it is not to be seen until the person uncovers it
 *
 * What an entry of the diary says.
 */
typedef struct
{
  const char *person;
  const char *kind;
  GDateTime  *time;
  gboolean    has_value;
  double      value;
  const char *text;
  gboolean    is_covered;
} HcDiaryEntryDetails;

#define HC_TYPE_DIARY_ENTRY (hc_diary_entry_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryEntry, hc_diary_entry, HC, DIARY_ENTRY, GObject)

HcDiaryEntry              *hc_diary_entry_new         (const HcDiaryEntryDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const char                *hc_diary_entry_get_id      (HcDiaryEntry              *self);
const HcDiaryEntryDetails *hc_diary_entry_get_details (HcDiaryEntry              *self);
GDateTime                 *hc_diary_entry_get_created (HcDiaryEntry              *self);
GDateTime                 *hc_diary_entry_get_changed (HcDiaryEntry              *self);

G_END_DECLS
