/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-csv-reader.h"

#include <string.h>

/* A row that is longer has a quotation mark that never ends. */
#define MAX_ROW_LENGTH (256 * 1024)

struct _HcCsvReader
{
  HcCsvFunc  func;
  gpointer   user_data;
  char       separator;

  GString   *buffer;
  gsize      start;  /* of the row that is next in the buffer */
  gsize      looked_at; /* how much of that row is known to have no end */
  gboolean   in_quotes; /* whether that ends within quotation marks */
  gboolean   skipping; /* whether the rest of a faulty line is still to come */
  guint      line;   /* of the row that is next */
  gboolean   started;
};

typedef enum {
  PARSE_ROW,      /* a row ends in the buffer */
  PARSE_MORE,     /* it may be longer than the buffer */
  PARSE_FAULT,    /* it cannot be read */
} ParseResult;

/**
 * hc_csv_reader_new:
 * @func: (scope forever): takes the rows
 * @user_data: for @func
 *
 * Returns: (transfer full): a reader for one file
 */
HcCsvReader *
hc_csv_reader_new (HcCsvFunc func,
                   gpointer  user_data)
{
  HcCsvReader *self = g_new0 (HcCsvReader, 1);

  self->func = func;
  self->user_data = user_data;
  self->separator = ',';
  self->buffer = g_string_new (NULL);
  self->line = 1;

  return self;
}

/**
 * hc_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
hc_csv_reader_free (HcCsvReader *self)
{
  if (self == NULL)
    return;

  g_string_free (self->buffer, TRUE);
  g_free (self);
}

/**
 * hc_csv_reader_set_separator:
 * @self: a reader that has read nothing yet
 * @separator: what stands between the fields, a comma if nothing else is said
 */
void
hc_csv_reader_set_separator (HcCsvReader *self,
                             char         separator)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (separator != '"' && separator != '\n' && separator != '\r');

  self->separator = separator;
}

/* Finds the length of the row that is next, with its line break. */
static ParseResult
find_end (HcCsvReader  *self,
          gboolean      is_last,
          gsize        *row_length)
{
  const char *text = self->buffer->str + self->start;
  gsize length = self->buffer->len - self->start;
  gsize i;

  for (i = self->looked_at; i < length; i++)
    {
      if (text[i] == '"')
        self->in_quotes = !self->in_quotes;
      else if (text[i] == '\n' && !self->in_quotes)
        {
          *row_length = i + 1;
          return PARSE_ROW;
        }
    }

  self->looked_at = i;

  if (length > MAX_ROW_LENGTH || (is_last && self->in_quotes))
    return PARSE_FAULT;

  *row_length = length;

  return is_last && length > 0 ? PARSE_ROW : PARSE_MORE;
}

/* Reads one field from @position on. Returns what follows it, or NULL when a quotation mark stands where none
 * may be. */
static const char *
read_field (const char *position,
            const char *end,
            char        separator,
            GPtrArray  *fields)
{
  GString *field = g_string_new (NULL);

  if (position < end && *position == '"')
    {
      for (position++; position < end; position++)
        {
          if (*position != '"')
            g_string_append_c (field, *position);
          else if (position + 1 < end && position[1] == '"')
            g_string_append_c (field, *position++);
          else
            break;
        }

      if (position < end)
        position++;
      if (position < end && *position != separator)
        position = NULL;
    }
  else
    {
      const char *next = memchr (position, separator, (gsize) (end - position));
      const char *field_end = next != NULL ? next : end;

      g_string_append_len (field, position, field_end - position);
      position = memchr (field->str, '"', field->len) == NULL ? field_end : NULL;
    }

  g_ptr_array_add (fields, g_string_free_and_steal (field));

  return position;
}

static gboolean
emit_fault (HcCsvReader  *self,
            HcLabelError  code,
            const char   *message)
{
  g_autoptr (GError) error = g_error_new_literal (HC_LABEL_ERROR, (int) code, message);

  return self->func (&(HcCsvRow) { .line = self->line, .error = error }, self->user_data);
}

/* Reads the row that is next, of so many bytes. Returns FALSE when its quotation marks make no sense. */
static gboolean
emit_row (HcCsvReader *self,
          gsize        length,
          gboolean    *go_on)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_null_terminated (64, g_free, TRUE);
  const char *position = self->buffer->str + self->start;
  const char *end = position + length;

  *go_on = TRUE;

  while (end > position && (end[-1] == '\n' || end[-1] == '\r'))
    end--;

  if (end == position)
    return TRUE;

  /* A zero byte is not valid either. */
  if (!g_utf8_validate (position, end - position, NULL))
    {
      *go_on = emit_fault (self, HC_LABEL_ERROR_NOT_UTF8, "The row is not UTF-8");
      return TRUE;
    }

  while (position != NULL)
    {
      position = read_field (position, end, self->separator, fields);

      if (position == end)
        {
          *go_on = self->func (&(HcCsvRow) {
                                 .fields = (char **) fields->pdata,
                                 .n_fields = fields->len,
                                 .line = self->line,
                               }, self->user_data);
          return TRUE;
        }

      if (position != NULL)
        position++; /* the separator */
    }

  return FALSE;
}

static void
skip (HcCsvReader *self,
      gsize        length)
{
  const char *text = self->buffer->str + self->start;

  for (gsize i = 0; i < length; i++)
    self->line += text[i] == '\n';

  self->start += length;
  self->looked_at = 0;
  self->in_quotes = FALSE;
}

static void
skip_line (HcCsvReader *self)
{
  const char *text = self->buffer->str + self->start;
  gsize length = self->buffer->len - self->start;
  const char *line_end = memchr (text, '\n', length);

  self->skipping = line_end == NULL;
  skip (self, line_end != NULL ? (gsize) (line_end + 1 - text) : length);
}

/* After a fault the next line is taken for a new row, whatever the quotation marks say. */
static gboolean
skip_fault (HcCsvReader *self,
            const char  *message)
{
  gboolean go_on = emit_fault (self, HC_LABEL_ERROR_WRONG_ROW, message);

  skip_line (self);

  return go_on;
}

static gboolean
read_rows (HcCsvReader *self,
           gboolean     is_last)
{
  ParseResult result = PARSE_ROW;
  gboolean go_on = TRUE;
  gsize length = 0;

  while (go_on && result != PARSE_MORE && self->start < self->buffer->len)
    {
      if (self->skipping)
        {
          skip_line (self);
          continue;
        }

      result = find_end (self, is_last, &length);

      if (result == PARSE_FAULT)
        go_on = skip_fault (self, "A quotation mark never ends, or the row is longer than any row");
      else if (result == PARSE_ROW && emit_row (self, length, &go_on))
        skip (self, length);
      else if (result == PARSE_ROW)
        go_on = skip_fault (self, "A quotation mark stands where none may be");
    }

  /* Once for all rows: the rest is moved. */
  g_string_erase (self->buffer, 0, (gssize) self->start);
  self->start = 0;

  return go_on;
}

/**
 * hc_csv_reader_feed:
 * @self: a reader
 * @data: (array length=length): the next piece of the file, trusted in nothing
 * @length: how many bytes
 *
 * Returns: whether whoever takes the rows wants more
 */
gboolean
hc_csv_reader_feed (HcCsvReader *self,
                    const char  *data,
                    gsize        length)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  g_string_append_len (self->buffer, data, (gssize) length);

  if (!self->started && self->buffer->len >= 3)
    {
      /* A byte order mark is no part of the first name. */
      if (g_str_has_prefix (self->buffer->str, "\xef\xbb\xbf"))
        g_string_erase (self->buffer, 0, 3);
      self->started = TRUE;
    }

  return !self->started || read_rows (self, FALSE);
}

/**
 * hc_csv_reader_finish:
 * @self: a reader that has got the whole file
 *
 * Returns: whether whoever takes the rows wanted all of them
 */
gboolean
hc_csv_reader_finish (HcCsvReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->started = TRUE;

  return read_rows (self, TRUE);
}
