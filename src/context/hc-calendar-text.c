/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-calendar-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* A calendar file may come from anywhere. It is taken apart line by line before a parser sees any of it, so that one
 * part that is broken, endless or huge does not take the others with it. */

#define MAX_PART (256 * 1024)
#define MAX_DEPTH 4
#define CANCEL_EVERY 4096 /* lines */

/* The scan of a file. */
typedef struct
{
  HcCalendarText *text;
  const char     *part;      /* where the part begins that is read, or NULL */
  gboolean        is_event;
  guint           depth;     /* of what is open in the part, itself included */
  gboolean        is_broken; /* the part is left out */
  gboolean        has_calendar;
} Scan;

/**
 * hc_calendar_text_free:
 * @self: (transfer full): a file in parts
 */
void
hc_calendar_text_free (HcCalendarText *self)
{
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->events);
  g_free (self);
}

static gboolean
has_mark (const guint8 *bytes,
          gsize         length,
          guint8        first,
          guint8        second)
{
  return length >= 2 && bytes[0] == first && bytes[1] == second;
}

/* Returns: (transfer full) (nullable): the file in UTF-8; NULL when it is no text */
static char *
dup_utf8 (GBytes   *bytes,
          gboolean *is_other)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *charset = NULL;
  char *text;

  *is_other = FALSE;
  if (length == 0)
    return NULL;

  if (has_mark (data, length, 0xff, 0xfe))
    charset = "UTF-16LE";
  else if (has_mark (data, length, 0xfe, 0xff))
    charset = "UTF-16BE";
  else if (memchr (data, '\0', length) != NULL)
    return NULL;
  else if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3, length -= 3;

  if (charset == NULL && g_utf8_validate_len ((const char *) data, length, NULL))
    return g_strndup ((const char *) data, length);

  *is_other = TRUE;

  if (charset != NULL)
    {
      text = g_convert ((const char *) data + 2, (gssize) length - 2, "UTF-8", charset, NULL, NULL, NULL);
    }
  else
    {
      /* What old programs of the west write. */
      text = g_convert ((const char *) data, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      if (text == NULL)
        text = g_convert ((const char *) data, (gssize) length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
    }

  return text;
}

static gboolean
line_is (const char *line,
         gsize       length,
         const char *word)
{
  while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\t'))
    length--;

  return length == strlen (word) && g_ascii_strncasecmp (line, word, length) == 0;
}

static gboolean
line_begins (const char *line,
             gsize       length,
             const char *word)
{
  return length >= strlen (word) && g_ascii_strncasecmp (line, word, strlen (word)) == 0;
}

static void
begin_part (Scan       *scan,
            const char *line,
            gboolean    is_event)
{
  /* One that was not ended before is lost. */
  if (scan->part != NULL)
    scan->text->n_broken++;

  scan->part = line;
  scan->is_event = is_event;
  scan->is_broken = FALSE;
  scan->depth = 1;
}

static void
end_part (Scan       *scan,
          const char *end)
{
  GPtrArray *parts = scan->is_event ? scan->text->events : scan->text->zones;
  guint limit = scan->is_event ? HC_CALENDAR_MAX_EVENTS : HC_CALENDAR_MAX_ZONES;
  gsize length = (gsize) (end - scan->part);

  if (scan->is_broken || length > MAX_PART)
    scan->text->n_broken++;
  else if (parts->len < limit)
    g_ptr_array_add (parts, g_strndup (scan->part, length));
  else if (scan->is_event)
    scan->text->n_more++;

  scan->part = NULL;
}

/* @end: after the line and its line break */
static void
read_line (Scan       *scan,
           const char *line,
           gsize       length,
           const char *end)
{
  if (line_is (line, length, "BEGIN:VCALENDAR"))
    {
      scan->has_calendar = TRUE;
    }
  else if (line_is (line, length, "BEGIN:VEVENT"))
    {
      begin_part (scan, line, TRUE);
    }
  else if (line_is (line, length, "BEGIN:VTIMEZONE"))
    {
      begin_part (scan, line, FALSE);
    }
  else if (scan->part == NULL)
    {
      return;
    }
  else if (line_begins (line, length, "BEGIN:"))
    {
      scan->depth++;
      scan->is_broken = scan->is_broken || scan->depth > MAX_DEPTH;
    }
  else if (line_is (line, length, scan->is_event ? "END:VEVENT" : "END:VTIMEZONE"))
    {
      scan->is_broken = scan->is_broken || scan->depth != 1;
      end_part (scan, end);
    }
  else if (line_begins (line, length, "END:") && scan->depth > 1)
    {
      scan->depth--;
    }
}

static gboolean
scan_text (Scan          *scan,
           const char    *text,
           GCancellable  *cancellable,
           GError       **error)
{
  guint n_lines = 0;

  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");
      const char *end = line + length;

      if (*end == '\r')
        end++;
      if (*end == '\n')
        end++;

      if (++n_lines % CANCEL_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      read_line (scan, line, length, end);
      line = end;
    }

  if (scan->part != NULL)
    scan->text->n_broken++;

  return TRUE;
}

/**
 * hc_calendar_text_new:
 * @bytes: the content of a file
 * @cancellable: (nullable): stops it
 * @error: return location for %G_IO_ERROR_INVALID_DATA, with words for the person, when it is no calendar
 *
 * Returns: (transfer full) (nullable): its parts
 */
HcCalendarText *
hc_calendar_text_new (GBytes        *bytes,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (HcCalendarText) self = NULL;
  g_autofree char *text = NULL;
  Scan scan = { 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (HcCalendarText, 1);
  self->zones = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func (g_free);
  text = dup_utf8 (bytes, &self->is_other_charset);
  scan.text = self;

  if (text != NULL && !scan_text (&scan, text, cancellable, error))
    return NULL;

  if (!scan.has_calendar)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is not a calendar file"));
      return NULL;
    }

  return g_steal_pointer (&self);
}
