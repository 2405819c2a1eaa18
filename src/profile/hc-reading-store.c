/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-reading-store.h"

#include "hc-reading-store-private.h"
#include "hc-text.h"
#include "hc-timestamp.h"

/**
 * HcReadingStore:
 *
 * Where the person stopped reading, a place for each link. Unlike a note a place counts at once: it
 * is there for as long as the program runs even where it cannot be written.
 */
struct _HcReadingStore
{
  GObject           parent_instance;

  HcDatabaseWorker *worker;
  HcClock          *clock;
  GHashTable       *places; /* link -> HcReadingPlace, which owns the link */
  char             *latest; /* the link that was read last, or NULL */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcReadingStore, hc_reading_store, G_TYPE_OBJECT)

static void
hc_reading_store_finalize (GObject *object)
{
  HcReadingStore *self = HC_READING_STORE (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->clock);
  g_hash_table_unref (self->places);
  g_free (self->latest);

  G_OBJECT_CLASS (hc_reading_store_parent_class)->finalize (object);
}

static void
hc_reading_store_class_init (HcReadingStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_reading_store_finalize;

  /**
   * HcReadingStore::changed:
   * @self: a reading store
   * @link: the link whose place was saved
   *
   * Not emitted when the profile was opened and all places come from the disk: the state of the
   * profile says that.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hc_reading_store_init (HcReadingStore *self)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) hc_reading_place_free);
}

/* Returns: (transfer full): a store without places, whose writes go to the database of @worker */
HcReadingStore *
_hc_reading_store_new (HcDatabaseWorker *worker,
                       HcClock          *clock)
{
  HcReadingStore *self = g_object_new (HC_TYPE_READING_STORE, NULL);

  self->worker = g_object_ref (worker);
  self->clock = g_object_ref (clock);

  return self;
}

/* Called in the thread of the database.
 *
 * Returns: (transfer full) (nullable) (element-type HcReadingPlace): all places, the one that was
 *   read last at the end */
GPtrArray *
_hc_reading_store_read_all (HcDatabase  *database,
                            GError     **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_reading_place_free);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  statement = hc_database_prepare (database,
                                   "SELECT link, anchor, offset, finished, read_at FROM reading_place"
                                   " ORDER BY read_at",
                                   error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autofree char *link = hc_text_dup_valid (hc_statement_get_text (statement, "link"));
      g_autofree char *anchor = hc_text_dup_valid (hc_statement_get_text (statement, "anchor"));
      g_autoptr (GDateTime) read_at = NULL;

      if ((read_at = hc_timestamp_parse (hc_statement_get_text (statement, "read_at"), error)) == NULL)
        return NULL;

      g_ptr_array_add (places,
                       hc_reading_place_new (link, anchor,
                                             hc_statement_get_double (statement, "offset"),
                                             hc_statement_get_int64 (statement, "finished") != 0,
                                             read_at));
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

/* The key of the table is the link of the value: both are replaced together. */
static void
take_place (HcReadingStore *self,
            HcReadingPlace *place)
{
  g_hash_table_replace (self->places, place->link, place);
  g_set_str (&self->latest, place->link);
}

/* Takes the places that _hc_reading_store_read_all() has read, or none, instead of those that are there. */
void
_hc_reading_store_fill (HcReadingStore *self,
                        GPtrArray      *places)
{
  g_hash_table_remove_all (self->places);
  g_clear_pointer (&self->latest, g_free);

  for (guint i = 0; places != NULL && i < places->len; i++)
    take_place (self, hc_reading_place_copy (g_ptr_array_index (places, i)));
}

static gpointer
write_place (HcDatabase  *database,
             gpointer     data,
             GError     **error)
{
  const HcReadingPlace *place = data;
  g_autoptr (HcStatement) statement = NULL;

  statement = hc_database_prepare (database,
                                   "INSERT INTO reading_place (link, anchor, offset, finished, read_at)"
                                   " VALUES (:link, :anchor, :offset, :finished, :read_at)"
                                   " ON CONFLICT (link) DO UPDATE SET"
                                   "   anchor = excluded.anchor,"
                                   "   offset = excluded.offset,"
                                   "   finished = max (finished, excluded.finished),"
                                   "   read_at = excluded.read_at",
                                   error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":link", place->link);
  hc_statement_bind_text (statement, ":anchor", place->anchor);
  hc_statement_bind_double (statement, ":offset", place->offset);
  hc_statement_bind_int64 (statement, ":finished", place->finished);
  hc_timestamp_bind (statement, ":read_at", place->read_at);
  hc_statement_run (statement, error);

  return NULL;
}

static void
change_place (HcReadingStore       *self,
              const HcReadingPlace *place)
{
  const HcReadingPlace *before = g_hash_table_lookup (self->places, place->link);
  HcReadingPlace *after = hc_reading_place_copy (place);

  after->finished = after->finished || (before != NULL && before->finished);
  take_place (self, after);
  g_signal_emit (self, signals[CHANGED], 0, place->link);
}

static void
place_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  HcReadingStore *self = g_task_get_source_object (task);
  const HcReadingPlace *place = g_task_get_task_data (task);
  const HcReadingPlace *present = g_hash_table_lookup (self->places, place->link);
  g_autoptr (GError) error = NULL;

  hc_database_worker_run_finish (self->worker, result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* While the place waited for the file to be opened, the file's older one was read. */
  if (present == NULL || g_date_time_compare (present->read_at, place->read_at) < 0)
    change_place (self, place);

  g_task_return_boolean (task, TRUE);
}

/**
 * hc_reading_store_lookup:
 * @self: a reading store
 * @link: a link without an anchor
 *
 * Returns: (nullable) (transfer none): the place, valid until the next one of that link is saved or
 *   the profile is opened again; %NULL for what was never read
 */
const HcReadingPlace *
hc_reading_store_lookup (HcReadingStore *self,
                         const char     *link)
{
  g_return_val_if_fail (HC_IS_READING_STORE (self), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  return g_hash_table_lookup (self->places, link);
}

/**
 * hc_reading_store_save_async:
 * @self: a reading store
 * @link: what is being read, without an anchor
 * @anchor: (nullable): the block at the top of the view, %NULL for the beginning
 * @offset: how far into that block, from 0 to 1
 * @finished: whether the end was reached; once it was, it stays so
 * @callback: (nullable): called when the place is on the disk, or could not be brought there
 * @user_data: passed to @callback
 *
 * Saves a place. hc_reading_store_lookup() gives it at once.
 */
void
hc_reading_store_save_async (HcReadingStore      *self,
                             const char          *link,
                             const char          *anchor,
                             double               offset,
                             gboolean             finished,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;
  HcReadingPlace *place;

  g_return_if_fail (HC_IS_READING_STORE (self));
  g_return_if_fail (link != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, hc_reading_store_save_async);

  if (!hc_text_check (link, &error) || !hc_text_check (anchor, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  now = hc_clock_dup_time (self->clock);
  place = hc_reading_place_new (link, anchor, offset, finished, now);
  g_task_set_task_data (task, place, (GDestroyNotify) hc_reading_place_free);

  hc_database_worker_run_async (self->worker, write_place, hc_reading_place_copy (place),
                                (GDestroyNotify) hc_reading_place_free, NULL,
                                place_written_cb, g_object_ref (task));

  change_place (self, place);
}

/**
 * hc_reading_store_save_finish:
 * @self: a reading store
 * @result: what the callback was given
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the place is on the disk
 */
gboolean
hc_reading_store_save_finish (HcReadingStore  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, hc_reading_store_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * hc_reading_store_dup_latest:
 * @self: a reading store
 *
 * Returns: (transfer full) (nullable): the link that was read last
 */
char *
hc_reading_store_dup_latest (HcReadingStore *self)
{
  g_return_val_if_fail (HC_IS_READING_STORE (self), NULL);

  return g_strdup (self->latest);
}
