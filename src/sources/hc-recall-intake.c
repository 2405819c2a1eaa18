/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-intake.h"

#include <string.h>

#include "hc-recall-reader.h"
#include "hc-sources-database.h"

/* So many recalls are saved together: a commit takes longer than a recall. */
#define BATCH 500

struct _HcRecallIntake
{
  HcDatabase     *database;
  HcRecallWriter *writer;
  HcRecallReader *reader;
  GDateTime      *now;
  char           *latest;      /* the last day that a collection may name, YYYY-MM-DD */
  GHashTable     *numbers;     /* of all that came before and now; may be NULL */
  HcRecallReport *report;
  guint           n_new;       /* numbers that had not come before */
  guint           n_in_batch;
  gboolean        in_batch;
  GError         *error;       /* why nothing can be saved any more */
};

static gboolean take_recall_cb (HcRecall     *recall,
                                gpointer      user_data);
static void     take_fault_cb  (const GError *error,
                                guint         number,
                                gpointer      user_data);

static const HcRecallReaderFuncs reader_funcs = { take_recall_cb, take_fault_cb };

/**
 * hc_recall_intake_new:
 * @database_path: (type filename): sources.db, made when it is not there
 * @now: the time
 * @numbers: (nullable) (element-type utf8): a set that the numbers of all recalls are added to, to be kept as long as
 *   the intake
 * @report: what becomes of them is counted there, to be kept as long as the intake
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): an intake for one text of JSON
 */
HcRecallIntake *
hc_recall_intake_new (const char      *database_path,
                      GDateTime       *now,
                      GHashTable      *numbers,
                      HcRecallReport  *report,
                      GError         **error)
{
  g_autoptr (HcRecallIntake) self = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;

  g_return_val_if_fail (database_path != NULL && now != NULL, NULL);
  g_return_val_if_fail (report != NULL, NULL);

  self = g_new0 (HcRecallIntake, 1);
  self->now = g_date_time_ref (now);
  tomorrow = g_date_time_add_days (now, 1);
  self->latest = g_date_time_format (tomorrow, "%F");
  self->numbers = numbers;
  self->report = report;
  self->reader = hc_recall_reader_new (&reader_funcs, self);
  self->database = hc_sources_database_open (database_path, error);
  if (self->database == NULL)
    return NULL;

  self->writer = hc_recall_writer_new (self->database, error);

  return self->writer != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
end_batch (HcRecallIntake *self)
{
  if (!self->in_batch)
    return TRUE;

  self->in_batch = FALSE;
  self->n_in_batch = 0;
  if (hc_database_execute (self->database, "COMMIT", &self->error))
    return TRUE;

  hc_database_execute (self->database, "ROLLBACK", NULL);

  return FALSE;
}

/**
 * hc_recall_intake_free:
 * @self: (transfer full) (nullable): an intake; what was complete stays saved
 */
void
hc_recall_intake_free (HcRecallIntake *self)
{
  if (self == NULL)
    return;

  end_batch (self);
  g_clear_error (&self->error);
  hc_recall_reader_free (self->reader);
  hc_recall_writer_free (self->writer);
  g_clear_object (&self->database);
  g_date_time_unref (self->now);
  g_free (self->latest);
  g_free (self);
}

/* A day that is still to come would keep everything after it from taking the place of what is there. */
static const char *
get_updated (HcRecallIntake *self)
{
  const char *updated = hc_recall_reader_get_updated (self->reader);

  return strcmp (updated, self->latest) <= 0 ? updated : "";
}

static gboolean
take_recall_cb (HcRecall *recall,
                gpointer  user_data)
{
  HcRecallIntake *self = user_data;
  g_autoptr (HcRecall) owned = recall;
  HcRecallOutcome outcome;

  if (!self->in_batch)
    {
      if (!hc_database_execute (self->database, "BEGIN IMMEDIATE", &self->error))
        return FALSE;
      self->in_batch = TRUE;
    }

  if (!hc_recall_writer_put (self->writer, owned, get_updated (self), &outcome, &self->error))
    {
      hc_database_execute (self->database, "ROLLBACK", NULL);
      self->in_batch = FALSE;
      return FALSE;
    }

  hc_recall_report_count (self->report, outcome);
  self->n_new += self->numbers == NULL || g_hash_table_add (self->numbers, g_strdup (owned->number));

  return ++self->n_in_batch < BATCH || end_batch (self);
}

static void
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  HcRecallIntake *self = user_data;

  hc_recall_report_add_fault (self->report, error);
}

/* What could not be saved is the reason why no more was wanted. */
static gboolean
check (HcRecallIntake  *self,
       gboolean         good,
       GError         **error)
{
  if (self->error == NULL)
    return good;

  g_clear_error (error);
  g_propagate_error (error, g_error_copy (self->error));

  return FALSE;
}

/**
 * hc_recall_intake_feed:
 * @self: an intake
 * @bytes: (array length=length): the next bytes
 * @length: how many
 * @error: return location for a %HC_JSON_ERROR or a %HC_DATABASE_ERROR
 *
 * Returns: whether they were good; what came before stays saved in any case
 */
gboolean
hc_recall_intake_feed (HcRecallIntake  *self,
                       const char      *bytes,
                       gsize            length,
                       GError         **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  good = check (self, hc_recall_reader_feed (self->reader, bytes, length, &problem), &problem);
  if (!good)
    g_propagate_error (error, g_steal_pointer (&problem));

  return good;
}

/**
 * hc_recall_intake_finish:
 * @self: an intake
 * @error: return location for a %HC_JSON_ERROR or a %HC_DATABASE_ERROR
 *
 * Returns: whether the text was complete and all of it is saved
 */
gboolean
hc_recall_intake_finish (HcRecallIntake  *self,
                         GError         **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean good;

  g_return_val_if_fail (self != NULL, FALSE);

  good = hc_recall_reader_finish (self->reader, &problem);
  end_batch (self);
  if (!check (self, good, &problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return TRUE;
}

/**
 * hc_recall_intake_set_fresh:
 * @self: an intake that has finished
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Notes that all recalls are there now.
 *
 * Returns: whether it could be noted
 */
gboolean
hc_recall_intake_set_fresh (HcRecallIntake  *self,
                            GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return hc_recall_writer_set_fresh (self->writer, self->now, get_updated (self), error);
}

/**
 * hc_recall_intake_count:
 * @self: an intake
 *
 * Returns: how many records came, sound or not
 */
guint
hc_recall_intake_count (HcRecallIntake *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return hc_recall_reader_count (self->reader);
}

/**
 * hc_recall_intake_count_new:
 * @self: an intake
 *
 * Returns: how many recalls came whose number was not in the set
 */
guint
hc_recall_intake_count_new (HcRecallIntake *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_new;
}

/**
 * hc_recall_intake_get_total:
 * @self: an intake that has finished
 *
 * Returns: how many recalls the answer has on all pages, -1 when it is not told
 */
gint64
hc_recall_intake_get_total (HcRecallIntake *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return hc_recall_reader_get_total (self->reader);
}
