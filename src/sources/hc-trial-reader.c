/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-reader.h"

#include <string.h>

#include "hc-json-items.h"
#include "hc-trial-json.h"
#include "hc-trial-table.h"

/* A file that is no table has a line that is longer than any. */
#define MAX_START 64

struct _HcTrialReader
{
  const HcTrialReaderFuncs *funcs;
  gpointer                  user_data;

  GString      *start; /* what came before it was known what it is; NULL afterwards */
  HcJsonItems  *items; /* of JSON */
  char         *token; /* of the next page */
  gint64        total; /* -1: not told */
  HcCsvReader  *rows;  /* of a table */
  HcTrialTable *table; /* NULL before its first row */
  GError       *error; /* why a table cannot be read */
};

static gboolean
take_item_cb (JsonObject *protocol,
              guint       number,
              gpointer    user_data)
{
  HcTrialReader *self = user_data;
  g_autoptr (GError) error = NULL;
  HcTrial *trial = hc_trial_json_read_protocol (protocol, &error);

  if (trial == NULL)
    return self->funcs->take_fault (error, number, self->user_data);

  return self->funcs->take_trial (trial, self->user_data);
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  HcTrialReader *self = user_data;
  g_autoptr (GError) problem = hc_trial_error_from_json (error);

  return self->funcs->take_fault (problem, number, self->user_data);
}

static gboolean
take_wrong_row (HcTrialReader  *self,
                const HcCsvRow *row)
{
  g_autoptr (GError) error = NULL;

  error = g_error_new_literal (HC_TRIAL_ERROR,
                               g_error_matches (row->error, HC_LABEL_ERROR, HC_LABEL_ERROR_NOT_UTF8)
                                 ? HC_TRIAL_ERROR_NOT_UTF8 : HC_TRIAL_ERROR_WRONG_ROW,
                               row->error->message);

  /* Without a first line nothing else can be read. */
  if (self->table == NULL)
    {
      error->code = HC_TRIAL_ERROR_NOT_TRIALS;
      g_propagate_error (&self->error, g_steal_pointer (&error));
      return FALSE;
    }

  return self->funcs->take_fault (error, row->line, self->user_data);
}

static gboolean
take_row_cb (const HcCsvRow *row,
             gpointer        user_data)
{
  HcTrialReader *self = user_data;
  g_autoptr (GError) error = NULL;
  HcTrial *trial;

  if (row->fields == NULL)
    return take_wrong_row (self, row);

  if (self->table == NULL)
    {
      self->table = hc_trial_table_new (row, &self->error);
      return self->table != NULL;
    }

  trial = hc_trial_table_read_row (self->table, row, &error);
  if (trial == NULL)
    return self->funcs->take_fault (error, row->line, self->user_data);

  return self->funcs->take_trial (trial, self->user_data);
}

static const HcJsonItemsFuncs items_funcs = { take_item_cb, take_fault_cb };

/**
 * hc_trial_reader_new:
 * @funcs: (scope forever): takes the trials
 * @user_data: for @funcs
 *
 * Returns: (transfer full): a reader for one file or page
 */
HcTrialReader *
hc_trial_reader_new (const HcTrialReaderFuncs *funcs,
                     gpointer                  user_data)
{
  HcTrialReader *self;

  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_new0 (HcTrialReader, 1);
  self->funcs = funcs;
  self->user_data = user_data;
  self->start = g_string_new (NULL);
  self->total = -1;

  return self;
}

/**
 * hc_trial_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
hc_trial_reader_free (HcTrialReader *self)
{
  if (self == NULL)
    return;

  if (self->start != NULL)
    g_string_free (self->start, TRUE);
  g_clear_pointer (&self->items, hc_json_items_free);
  g_free (self->token);
  g_clear_pointer (&self->rows, hc_csv_reader_free);
  g_clear_pointer (&self->table, hc_trial_table_free);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
feed_rows (HcTrialReader  *self,
           const char     *data,
           gsize           length,
           GError        **error)
{
  gboolean go_on = hc_csv_reader_feed (self->rows, data, length);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  return go_on;
}

static gboolean
feed_known (HcTrialReader  *self,
            const char     *data,
            gsize           length,
            GError        **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean go_on;

  if (self->items == NULL)
    return feed_rows (self, data, length, error);

  go_on = hc_json_items_feed (self->items, data, length, &problem);
  if (problem != NULL)
    g_propagate_error (error, hc_trial_error_from_json (problem));

  return go_on;
}

/* Sees what it is as soon as its first letter is there. */
static gboolean
look_at_start (HcTrialReader  *self,
               gboolean        is_last,
               GError        **error)
{
  gsize mark = self->start->len >= 3 && memcmp (self->start->str, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  gsize blank = mark;
  g_autoptr (GString) start = NULL;

  while (blank < self->start->len && g_ascii_isspace (self->start->str[blank]))
    blank++;

  /* Three bytes may be the mark. */
  if (!is_last && (self->start->len < 3 || blank == self->start->len) && self->start->len < MAX_START)
    return TRUE;

  if (blank == self->start->len && is_last)
    {
      g_set_error_literal (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_EMPTY, "The file is empty");
      return FALSE;
    }

  if (self->start->str[blank] == '<')
    {
      g_set_error_literal (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_WEB_PAGE, "It is a web page");
      return FALSE;
    }

  start = g_steal_pointer (&self->start);

  if (start->str[blank] == '{' || start->str[blank] == '[')
    self->items = hc_json_items_new (HC_TRIAL_JSON_LIST, HC_TRIAL_JSON_PROTOCOL, &items_funcs, self);
  else
    self->rows = hc_csv_reader_new (take_row_cb, self);

  return feed_known (self, start->str + mark, start->len - mark, error);
}

/**
 * hc_trial_reader_feed:
 * @self: a reader
 * @data: (array length=length): the next piece, trusted in nothing
 * @length: how many bytes
 * @error: return location for a %HC_TRIAL_ERROR
 *
 * Returns: whether it wants more; %FALSE without @error when a function did not
 */
gboolean
hc_trial_reader_feed (HcTrialReader  *self,
                      const char     *data,
                      gsize           length,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (self->start == NULL)
    return feed_known (self, data, length, error);

  g_string_append_len (self->start, data, (gssize) length);

  return look_at_start (self, FALSE, error);
}

/* How to get the next page, and how many studies all pages have. */
static void
read_head (HcTrialReader *self)
{
  g_autoptr (JsonNode) node = hc_json_items_parse_rest (self->items);
  JsonObject *page = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *token = page != NULL ? json_object_get_member (page, "nextPageToken") : NULL;
  JsonNode *total = page != NULL ? json_object_get_member (page, "totalCount") : NULL;

  if (token != NULL && json_node_get_value_type (token) == G_TYPE_STRING && *json_node_get_string (token) != '\0')
    self->token = json_node_dup_string (token);

  if (total != NULL && json_node_get_value_type (total) == G_TYPE_INT64)
    self->total = CLAMP (json_node_get_int (total), 0, G_MAXINT32);
}

static gboolean
finish_items (HcTrialReader  *self,
              GError        **error)
{
  g_autoptr (GError) problem = NULL;

  if (!hc_json_items_finish (self->items, &problem))
    {
      g_propagate_error (error, hc_trial_error_from_json (problem));
      return FALSE;
    }

  if (!hc_json_items_has_list (self->items) && hc_json_items_count (self->items) == 0)
    {
      g_set_error_literal (error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_NOT_TRIALS, "The JSON has no studies");
      return FALSE;
    }

  read_head (self);

  return TRUE;
}

/**
 * hc_trial_reader_finish:
 * @self: a reader that has got all
 * @error: return location for a %HC_TRIAL_ERROR
 *
 * Returns: whether it was whole, and what it should be; what was read before counts all the same. %FALSE
 *   without @error when a function did not want more
 */
gboolean
hc_trial_reader_finish (HcTrialReader  *self,
                        GError        **error)
{
  gboolean go_on;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->start != NULL && !look_at_start (self, TRUE, error))
    return FALSE;

  if (self->items != NULL)
    return finish_items (self, error);

  go_on = hc_csv_reader_finish (self->rows);

  if (self->error == NULL && go_on && self->table == NULL)
    g_set_error_literal (&self->error, HC_TRIAL_ERROR, HC_TRIAL_ERROR_EMPTY, "The table is empty");

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }

  return go_on;
}

/**
 * hc_trial_reader_get_token:
 * @self: a reader that has got all
 *
 * Returns: (nullable) (transfer none): what asks the registry for the next page; %NULL when there is none
 */
const char *
hc_trial_reader_get_token (HcTrialReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->token;
}

/**
 * hc_trial_reader_get_total:
 * @self: a reader that has got all
 *
 * Returns: how many studies the registry has for the query; -1: not told
 */
gint64
hc_trial_reader_get_total (HcTrialReader *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->total;
}
