/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-summary-diary.h"

static HcSummaryDiary *
summary_new (const char  *id,
             HcDiaryBook *book)
{
  HcSummaryDiary *self = g_new0 (HcSummaryDiary, 1);

  self->id = g_strdup (id);
  if (book != NULL)
    g_set_object (&self->kind, hc_diary_book_get_kind (book, id));

  return self;
}

static void
summary_free (HcSummaryDiary *self)
{
  g_clear_object (&self->kind);
  g_clear_object (&self->first);
  g_clear_object (&self->last);
  g_clear_object (&self->lowest);
  g_clear_object (&self->highest);
  g_free (self->id);
  g_free (self);
}

static double
get_value (HcDiaryEntry *entry)
{
  return hc_diary_entry_get_details (entry)->value;
}

/* The entries come newest first. */
static void
count_entry (HcSummaryDiary *self,
             HcDiaryEntry   *entry)
{
  self->n_entries++;

  if (!hc_diary_entry_get_details (entry)->has_value)
    return;

  g_set_object (&self->first, entry);
  if (self->last == NULL)
    g_set_object (&self->last, entry);
  if (self->lowest == NULL || get_value (entry) < get_value (self->lowest))
    g_set_object (&self->lowest, entry);
  if (self->highest == NULL || get_value (entry) > get_value (self->highest))
    g_set_object (&self->highest, entry);
}

/* Moves the summary of a kind to the end of @list. */
static void
take (GPtrArray  *list,
      GHashTable *summaries,
      const char *id)
{
  gpointer summary;

  if (g_hash_table_steal_extended (summaries, id, NULL, &summary))
    g_ptr_array_add (list, summary);
}

/**
 * hc_summary_diary_list:
 * @entries: (element-type HcDiaryEntry): entries, newest first; of covered ones nothing is told
 * @book: (nullable): what the library knows of the kinds
 *
 * Returns: (transfer container) (element-type HcSummaryDiary): the kinds of which there are entries, in the order
 *   of the book; what it does not know comes last
 */
GPtrArray *
hc_summary_diary_list (GPtrArray   *entries,
                       HcDiaryBook *book)
{
  g_autoptr (GHashTable) summaries = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) summary_free);
  GListModel *kinds;

  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (book == NULL || HC_IS_DIARY_BOOK (book), NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      HcDiaryEntry *entry = g_ptr_array_index (entries, i);
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (entry);
      HcSummaryDiary *summary = g_hash_table_lookup (summaries, details->kind);

      if (details->is_covered)
        continue;

      if (summary == NULL)
        {
          summary = summary_new (details->kind, book);
          g_hash_table_insert (summaries, summary->id, summary);
        }

      count_entry (summary, entry);
    }

  kinds = book != NULL ? hc_diary_book_get_kinds (book) : NULL;
  for (guint i = 0; kinds != NULL && i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (HcDiaryKind) kind = g_list_model_get_item (kinds, i);

      take (list, summaries, hc_diary_kind_get_details (kind)->id);
    }

  for (guint i = 0; i < entries->len; i++)
    take (list, summaries, hc_diary_entry_get_details (g_ptr_array_index (entries, i))->kind);

  return g_steal_pointer (&list);
}

/**
 * hc_summary_diary_get_worst:
 * @self: what was written of a kind
 *
 * Returns: (transfer none) (nullable): the entry that is worst, %NULL where neither more nor less is better
 */
HcDiaryEntry *
hc_summary_diary_get_worst (const HcSummaryDiary *self)
{
  const HcDiaryKindDetails *details;

  g_return_val_if_fail (self != NULL, NULL);

  details = self->kind != NULL ? hc_diary_kind_get_details (self->kind) : NULL;
  if (details == NULL)
    return NULL;

  if (details->input == HC_DIARY_INPUT_GRADE || details->better == HC_DIARY_BETTER_LOWER)
    return self->highest;

  return details->better == HC_DIARY_BETTER_HIGHER ? self->lowest : NULL;
}
