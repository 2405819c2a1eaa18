/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-entry.h"

#include "hc-diary-entry-private.h"

/**
 * HcDiaryEntry:
 *
 * A symptom, a measurement, a result or a day in the diary. Once it is saved it changes only when #HcDiary has
 * saved it again: what it says is what the disk holds. It keeps everything after it was removed, so that it
 * can be saved again. Each query makes objects of its own: two of them may be of the same entry.
 */
struct _HcDiaryEntry
{
  GObject              parent_instance;

  char                *id;
  HcDiaryEntryDetails  details; /* its strings and its time are owned; none is NULL. Years have the same few persons
                                   and kinds: these are interned */
  GDateTime           *created; /* NULL until it was saved */
  GDateTime           *changed; /* NULL until it was saved */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcDiaryEntry, hc_diary_entry, G_TYPE_OBJECT)

static void
clear_details (HcDiaryEntryDetails *details)
{
  g_clear_pointer ((char **) &details->person, g_ref_string_release);
  g_clear_pointer ((char **) &details->kind, g_ref_string_release);
  g_clear_pointer (&details->time, g_date_time_unref);
  g_free ((char *) details->text);
}

static void
hc_diary_entry_finalize (GObject *object)
{
  HcDiaryEntry *self = HC_DIARY_ENTRY (object);

  g_free (self->id);
  clear_details (&self->details);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_pointer (&self->changed, g_date_time_unref);

  G_OBJECT_CLASS (hc_diary_entry_parent_class)->finalize (object);
}

static void
hc_diary_entry_class_init (HcDiaryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_entry_finalize;

  /**
   * HcDiaryEntry::changed:
   * @self: an entry
   *
   * Emitted when this object was saved.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hc_diary_entry_init (HcDiaryEntry *self)
{
}

static void
set_details (HcDiaryEntry              *self,
             const HcDiaryEntryDetails *details)
{
  HcDiaryEntryDetails before = self->details;

  self->details = *details;
  self->details.person = g_ref_string_new_intern (details->person != NULL ? details->person : "");
  self->details.kind = g_ref_string_new_intern (details->kind);
  self->details.time = g_date_time_ref (details->time);
  self->details.has_value = details->has_value != FALSE;
  self->details.value = details->has_value ? details->value : 0.0;
  self->details.text = g_strdup (details->text != NULL ? details->text : "");
  self->details.is_covered = details->is_covered != FALSE;

  clear_details (&before);
}

/* Returns: (transfer full): an entry that says @details and is not saved yet, or of which the rest is to
 *   follow */
HcDiaryEntry *
_hc_diary_entry_new_with_id (const char                *id,
                             const HcDiaryEntryDetails *details)
{
  HcDiaryEntry *self = g_object_new (HC_TYPE_DIARY_ENTRY, NULL);

  self->id = g_strdup (id);
  set_details (self, details);

  return self;
}

/**
 * hc_diary_entry_new:
 * @details: what it is to say; the person and the text may be %NULL for none
 *
 * Returns: (transfer full): an entry that is not saved yet, with an id of its own
 */
HcDiaryEntry *
hc_diary_entry_new (const HcDiaryEntryDetails *details)
{
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (details != NULL, NULL);
  g_return_val_if_fail (details->kind != NULL, NULL);
  g_return_val_if_fail (details->time != NULL, NULL);

  return _hc_diary_entry_new_with_id (id, details);
}

/* The times that the database holds; %NULL for an entry that it does not have. */
void
_hc_diary_entry_set_times (HcDiaryEntry *self,
                           GDateTime    *created,
                           GDateTime    *changed)
{
  g_assert (HC_IS_DIARY_ENTRY (self));

  if (created != NULL)
    g_date_time_ref (created);
  g_clear_pointer (&self->created, g_date_time_unref);
  self->created = created;

  if (changed != NULL)
    g_date_time_ref (changed);
  g_clear_pointer (&self->changed, g_date_time_unref);
  self->changed = changed;
}

/* Makes @self say what @saved says, which has just been read. */
void
_hc_diary_entry_take_over (HcDiaryEntry *self,
                           HcDiaryEntry *saved)
{
  g_assert (HC_IS_DIARY_ENTRY (self));
  g_assert (HC_IS_DIARY_ENTRY (saved));

  set_details (self, &saved->details);
  _hc_diary_entry_set_times (self, saved->created, saved->changed);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * hc_diary_entry_get_id:
 * @self: an entry
 *
 * Returns: (transfer none): its id, a random UUID
 */
const char *
hc_diary_entry_get_id (HcDiaryEntry *self)
{
  g_return_val_if_fail (HC_IS_DIARY_ENTRY (self), NULL);

  return self->id;
}

/**
 * hc_diary_entry_get_details:
 * @self: an entry
 *
 * Returns: (transfer none): what it says, valid until it is saved again; nothing in it is %NULL
 */
const HcDiaryEntryDetails *
hc_diary_entry_get_details (HcDiaryEntry *self)
{
  g_return_val_if_fail (HC_IS_DIARY_ENTRY (self), NULL);

  return &self->details;
}

/**
 * hc_diary_entry_get_created:
 * @self: an entry
 *
 * Returns: (nullable) (transfer none): when it was saved first; %NULL until then
 */
GDateTime *
hc_diary_entry_get_created (HcDiaryEntry *self)
{
  g_return_val_if_fail (HC_IS_DIARY_ENTRY (self), NULL);

  return self->created;
}

/**
 * hc_diary_entry_get_changed:
 * @self: an entry
 *
 * Returns: (nullable) (transfer none): when it was saved last; %NULL until then
 */
GDateTime *
hc_diary_entry_get_changed (HcDiaryEntry *self)
{
  g_return_val_if_fail (HC_IS_DIARY_ENTRY (self), NULL);

  return self->changed;
}
