/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-writer.h"

#include "hc-reference-writer.h"

/* Writes a list of texts with a statement that has :position and :text, and :owner when there is one. */
static gboolean
write_texts (HcDatabase   *database,
             const char   *sql,
             const char   *owner,
             char        **texts,
             GError      **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database, sql, error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (owner != NULL)
        hc_statement_bind_text (insert, ":owner", owner);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":text", texts[i]);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_kind (HcDatabase              *database,
            HcStatement             *insert,
            const HcDiaryKindDraft  *kind,
            guint                    position,
            GError                 **error)
{
  const HcDiaryKindDetails *details = &kind->details;

  hc_statement_bind_text (insert, ":id", details->id);
  hc_statement_bind_int64 (insert, ":position", position);
  hc_statement_bind_text (insert, ":name", details->name);
  hc_statement_bind_text (insert, ":belongs_to", kind->belongs_to);
  hc_statement_bind_text (insert, ":input", kind->input);
  hc_statement_bind_text (insert, ":question", details->question);
  hc_statement_bind_text (insert, ":hint", details->hint);
  hc_statement_bind_text (insert, ":unit", details->unit);
  hc_statement_bind_text (insert, ":other_unit", details->other_unit);
  hc_statement_bind_double (insert, ":other_factor", details->other_factor);
  hc_statement_bind_double (insert, ":other_offset", details->other_offset);
  hc_statement_bind_double (insert, ":minimum", details->minimum);
  hc_statement_bind_double (insert, ":maximum", details->maximum);
  hc_statement_bind_int64 (insert, ":digits", details->digits);
  hc_statement_bind_int64 (insert, ":other_digits", details->other_digits);
  hc_statement_bind_int64 (insert, ":covered", details->covered);
  hc_statement_bind_text (insert, ":reference", details->reference);
  hc_statement_bind_text (insert, ":better", kind->better);
  hc_statement_bind_text (insert, ":link", details->link);

  return hc_statement_run (insert, error) &&
         write_texts (database, "INSERT INTO diary_word (kind, position, text) VALUES (:owner, :position, :text)",
                      details->id, kind->words, error) &&
         hc_reference_writer_write_sources_of (database, "diary", details->id, kind->sources, error);
}

static gboolean
write_kinds (HcDatabase    *database,
             HcDiaryDraft  *diary,
             GError       **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO diary_kind (id, position, name, belongs_to, input, question, hint, unit, other_unit, "
    "                        other_factor, other_offset, minimum, maximum, digits, other_digits, covered, "
    "                        reference, better, link) "
    "VALUES (:id, :position, :name, :belongs_to, :input, :question, :hint, :unit, :other_unit, :other_factor, "
    "        :other_offset, :minimum, :maximum, :digits, :other_digits, :covered, :reference, :better, :link)",
    error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < diary->kinds->len; i++)
    if (!write_kind (database, insert, g_ptr_array_index (diary->kinds, i), i, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_flags (HcDatabase    *database,
             HcDiaryDraft  *diary,
             GError       **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO red_flag (id, position, level, title, what_to_do, why, link, hours, lasting, latest) "
    "VALUES (:id, :position, :level, :title, :what_to_do, :why, :link, :hours, :lasting, :latest)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < diary->flags->len; i++)
    {
      const HcRedFlagDraft *flag = g_ptr_array_index (diary->flags, i);

      hc_statement_bind_text (insert, ":id", flag->details.id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":level", flag->level);
      hc_statement_bind_text (insert, ":title", flag->details.title);
      hc_statement_bind_text (insert, ":what_to_do", flag->details.what_to_do);
      hc_statement_bind_text (insert, ":why", flag->details.why);
      hc_statement_bind_text (insert, ":link", flag->details.link);
      hc_statement_bind_int64 (insert, ":hours", flag->details.window);
      hc_statement_bind_int64 (insert, ":lasting", flag->details.lasting);
      hc_statement_bind_int64 (insert, ":latest", flag->details.latest);

      if (!hc_statement_run (insert, error) ||
          !write_texts (database,
                        "INSERT INTO red_flag_condition (flag, position, condition) "
                        "VALUES (:owner, :position, :text)",
                        flag->details.id, flag->conditions, error) ||
          !hc_reference_writer_write_sources_of (database, "red-flag", flag->details.id, flag->sources, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_cold (HcDatabase         *database,
            const HcColdDraft  *cold,
            GError            **error)
{
  g_autoptr (HcStatement) insert =
    hc_database_prepare (database, "INSERT INTO cold_avoidance (days, text, link) VALUES (:days, :text, :link)", error);

  if (insert == NULL)
    return FALSE;

  hc_statement_bind_int64 (insert, ":days", cold->days);
  hc_statement_bind_text (insert, ":text", cold->text);
  hc_statement_bind_text (insert, ":link", cold->link);

  return hc_statement_run (insert, error) &&
         write_texts (database, "INSERT INTO cold_thing (position, text) VALUES (:position, :text)", NULL,
                      cold->avoid, error) &&
         hc_reference_writer_write_sources (database, "cold-avoidance", cold->sources, error);
}

/**
 * hc_diary_writer_write:
 * @database: the library, with its articles
 * @diary: what diary.txt says, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Writes what can be written down in the diary, the red flags and what is told of cold.
 *
 * Returns: whether it was written
 */
gboolean
hc_diary_writer_write (HcDatabase    *database,
                       HcDiaryDraft  *diary,
                       GError       **error)
{
  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (diary != NULL, FALSE);

  return write_kinds (database, diary, error) && write_flags (database, diary, error) &&
         write_cold (database, &diary->cold, error);
}
