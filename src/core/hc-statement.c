/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-statement.h"

#include "hc-database-private.h"

struct _HcStatement
{
  sqlite3_stmt *handle;
  GError       *bind_error;
};

HcStatement *
_hc_statement_new (sqlite3_stmt *handle)
{
  HcStatement *self = g_new0 (HcStatement, 1);

  self->handle = handle;

  return self;
}

/**
 * hc_statement_free:
 * @self: (transfer full) (nullable): a statement
 */
void
hc_statement_free (HcStatement *self)
{
  if (self == NULL)
    return;

  sqlite3_finalize (self->handle);
  g_clear_error (&self->bind_error);
  g_free (self);
}

/* Returns 0, which no parameter has, and keeps the error when there is no such parameter. */
static int
find_parameter (HcStatement *self,
                const char  *parameter)
{
  int index = sqlite3_bind_parameter_index (self->handle, parameter);

  if (index == 0 && self->bind_error == NULL)
    self->bind_error = g_error_new (HC_DATABASE_ERROR, HC_DATABASE_ERROR_FAILED,
                                    "No parameter %s in: %s",
                                    parameter, sqlite3_sql (self->handle));

  return index;
}

static void
keep_bind_result (HcStatement *self,
                  int          result)
{
  if (result != SQLITE_OK && self->bind_error == NULL)
    _hc_database_set_error (sqlite3_db_handle (self->handle), sqlite3_sql (self->handle),
                            &self->bind_error);
}

/**
 * hc_statement_bind_text:
 * @self: a statement that is not in the middle of its rows
 * @parameter: the name with its colon, `:title`
 * @value: (nullable): UTF-8 text, copied; %NULL binds SQL NULL
 */
void
hc_statement_bind_text (HcStatement *self,
                        const char  *parameter,
                        const char  *value)
{
  int index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (parameter != NULL);

  if ((index = find_parameter (self, parameter)) != 0)
    keep_bind_result (self, sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT));
}

/**
 * hc_statement_bind_int64:
 * @self: a statement that is not in the middle of its rows
 * @parameter: the name with its colon
 * @value: the value
 */
void
hc_statement_bind_int64 (HcStatement *self,
                         const char  *parameter,
                         gint64       value)
{
  int index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (parameter != NULL);

  if ((index = find_parameter (self, parameter)) != 0)
    keep_bind_result (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * hc_statement_bind_bytes:
 * @self: a statement that is not in the middle of its rows
 * @parameter: the name with its colon
 * @data: (array length=length) (nullable): the bytes, copied; %NULL binds SQL NULL
 * @length: how many
 */
void
hc_statement_bind_bytes (HcStatement  *self,
                         const char   *parameter,
                         const guint8 *data,
                         gsize         length)
{
  int index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (parameter != NULL);

  if ((index = find_parameter (self, parameter)) != 0)
    keep_bind_result (self, sqlite3_bind_blob64 (self->handle, index, data, length, SQLITE_TRANSIENT));
}

/**
 * hc_statement_bind_double:
 * @self: a statement that is not in the middle of its rows
 * @parameter: the name with its colon
 * @value: the value
 */
void
hc_statement_bind_double (HcStatement *self,
                          const char  *parameter,
                          double       value)
{
  int index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (parameter != NULL);

  if ((index = find_parameter (self, parameter)) != 0)
    keep_bind_result (self, sqlite3_bind_double (self->handle, index, value));
}

/**
 * hc_statement_step:
 * @self: a statement
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Goes to the next row. When there is none or the step fails, the statement is reset and keeps what
 * was bound, so that it can be run again.
 *
 * Returns: what there is now
 */
HcStep
hc_statement_step (HcStatement  *self,
                   GError      **error)
{
  g_return_val_if_fail (self != NULL, HC_STEP_ERROR);
  g_return_val_if_fail (error == NULL || *error == NULL, HC_STEP_ERROR);

  if (self->bind_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->bind_error));
      return HC_STEP_ERROR;
    }

  switch (sqlite3_step (self->handle))
    {
    case SQLITE_ROW:
      return HC_STEP_ROW;

    case SQLITE_DONE:
      sqlite3_reset (self->handle);
      return HC_STEP_DONE;

    default:
      _hc_database_set_error (sqlite3_db_handle (self->handle), sqlite3_sql (self->handle), error);
      sqlite3_reset (self->handle);
      return HC_STEP_ERROR;
    }
}

/**
 * hc_statement_run:
 * @self: a statement
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Runs a statement to its end, passing over rows that it returns.
 *
 * Returns: whether it succeeded
 */
gboolean
hc_statement_run (HcStatement  *self,
                  GError      **error)
{
  HcStep step;

  do
    step = hc_statement_step (self, error);
  while (step == HC_STEP_ROW);

  return step == HC_STEP_DONE;
}

/**
 * hc_statement_reset:
 * @self: a statement
 *
 * Leaves the rows and forgets what was bound.
 */
void
hc_statement_reset (HcStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  g_clear_error (&self->bind_error);
}

/* The statements of this program have a handful of columns: looking through their names costs less
 * than keeping a table of them. */
static int
find_column (HcStatement *self,
             const char  *column)
{
  int n_columns = sqlite3_column_count (self->handle);

  for (int i = 0; i < n_columns; i++)
    if (strcmp (sqlite3_column_name (self->handle, i), column) == 0)
      return i;

  g_critical ("No column %s in: %s", column, sqlite3_sql (self->handle));
  return -1;
}

/**
 * hc_statement_is_null:
 * @self: a statement on a row
 * @column: the name of a column
 *
 * Returns: whether the column holds SQL NULL
 */
gboolean
hc_statement_is_null (HcStatement *self,
                      const char  *column)
{
  int index;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (column != NULL, TRUE);

  index = find_column (self, column);

  return index < 0 || sqlite3_column_type (self->handle, index) == SQLITE_NULL;
}

/**
 * hc_statement_get_text:
 * @self: a statement on a row
 * @column: the name of a column
 *
 * Returns: (nullable) (transfer none): the text, valid until the next step; %NULL for SQL NULL
 */
const char *
hc_statement_get_text (HcStatement *self,
                       const char  *column)
{
  int index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column != NULL, NULL);

  index = find_column (self, column);

  return index < 0 ? NULL : (const char *) sqlite3_column_text (self->handle, index);
}

/**
 * hc_statement_get_bytes:
 * @self: a statement on a row
 * @column: the name of a column
 * @length: (out): how many bytes there are
 *
 * Returns: (array length=length) (nullable) (transfer none): the bytes, valid until the next step;
 *   %NULL for SQL NULL and where there are none
 */
const guint8 *
hc_statement_get_bytes (HcStatement *self,
                        const char  *column,
                        gsize       *length)
{
  const guint8 *data;
  int index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  *length = 0;
  index = find_column (self, column);
  if (index < 0)
    return NULL;

  data = sqlite3_column_blob (self->handle, index);
  *length = (gsize) sqlite3_column_bytes (self->handle, index);

  return data;
}

/**
 * hc_statement_get_int64:
 * @self: a statement on a row
 * @column: the name of a column
 *
 * Returns: the value; 0 for SQL NULL
 */
gint64
hc_statement_get_int64 (HcStatement *self,
                        const char  *column)
{
  int index;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (column != NULL, 0);

  index = find_column (self, column);

  return index < 0 ? 0 : sqlite3_column_int64 (self->handle, index);
}

/**
 * hc_statement_get_double:
 * @self: a statement on a row
 * @column: the name of a column
 *
 * Returns: the value; 0 for SQL NULL
 */
double
hc_statement_get_double (HcStatement *self,
                         const char  *column)
{
  int index;

  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail (column != NULL, 0.0);

  index = find_column (self, column);

  return index < 0 ? 0.0 : sqlite3_column_double (self->handle, index);
}
