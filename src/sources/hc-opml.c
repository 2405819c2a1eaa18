/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-opml.h"

#include <string.h>

#include "hc-feed-address.h"
#include "hc-feed-charset.h"
#include "hc-post-text.h"
#include "hc-xml-stream.h"

#define MAX_ENTRIES 2000
#define MAX_TITLE 300
#define MAX_FOLDER 200
#define SEPARATOR " / "

typedef struct
{
  GPtrArray  *entries;
  GHashTable *known;     /* addresses */
  GPtrArray  *folders;   /* of char: the path for each open element */
  gboolean    is_opml;
  guint       n_refused;
} Reader;

/**
 * hc_opml_entry_new:
 * @address: the address of a feed
 * @title: (nullable): its title
 * @home: (nullable): the page that it belongs to
 * @folder: (nullable): the folder that it is in
 *
 * Returns: (transfer full): an entry
 */
HcOpmlEntry *
hc_opml_entry_new (const char *address,
                   const char *title,
                   const char *home,
                   const char *folder)
{
  HcOpmlEntry *self = g_new0 (HcOpmlEntry, 1);

  self->address = g_strdup (address);
  self->title = g_strdup (title != NULL ? title : "");
  self->home = g_strdup (home);
  self->folder = g_strdup (folder != NULL ? folder : "");

  return self;
}

/**
 * hc_opml_entry_free:
 * @self: (transfer full) (nullable): an entry
 */
void
hc_opml_entry_free (HcOpmlEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->address);
  g_free (self->title);
  g_free (self->home);
  g_free (self->folder);
  g_free (self);
}

/* Returns: (transfer full): one line of plain text, empty for NULL */
static char *
dup_line (const char *value,
          glong       max_chars)
{
  g_autofree char *text = value != NULL ? hc_post_text_from_plain (value) : NULL;

  return text != NULL ? hc_post_text_dup_plain (text, max_chars) : g_strdup ("");
}

/* The names of attributes are written in any letters. */
static char *
dup_attribute (const HcMarkupElement *element,
               const char            *name)
{
  for (int i = 0; i < element->n_attributes; i++)
    if (g_ascii_strcasecmp (element->attributes[5 * i], name) == 0)
      return hc_markup_element_dup (element, element->attributes[5 * i + 1], element->attributes[5 * i]);

  return NULL;
}

static void
add_entry (Reader                *self,
           const HcMarkupElement *element,
           const char            *reference,
           const char            *title,
           const char            *folder)
{
  g_autofree char *address = hc_feed_address_normalize (reference);
  g_autofree char *page = dup_attribute (element, "htmlUrl");
  g_autofree char *home = NULL;

  if (page != NULL && hc_feed_address_is_web (page))
    home = hc_feed_address_resolve (NULL, page);

  if (address == NULL || self->entries->len >= MAX_ENTRIES)
    {
      self->n_refused++;
      return;
    }

  if (g_hash_table_add (self->known, g_strdup (address)))
    g_ptr_array_add (self->entries, hc_opml_entry_new (address, title, home, folder));
}

static gboolean
open_cb (const HcMarkupElement *element,
         gpointer               data)
{
  Reader *self = data;
  guint depth = self->folders->len;
  const char *folder = depth > 0 ? g_ptr_array_index (self->folders, depth - 1) : "";
  g_autofree char *reference = NULL, *text = NULL, *title = NULL;
  char *inner = NULL;

  if (depth == 0)
    self->is_opml = g_ascii_strcasecmp (element->name, "opml") == 0;

  if (g_ascii_strcasecmp (element->name, "outline") == 0)
    {
      text = dup_attribute (element, "text");
      if (text == NULL || *text == '\0')
        {
          g_free (text);
          text = dup_attribute (element, "title");
        }

      title = dup_line (text, MAX_TITLE);
      reference = dup_attribute (element, "xmlUrl");

      if (reference != NULL)
        add_entry (self, element, reference, title, folder);
      else if (*title != '\0')
        {
          g_autofree char *path = g_strconcat (folder, *folder != '\0' ? SEPARATOR : "", title, NULL);

          inner = dup_line (path, MAX_FOLDER);
        }
    }

  g_ptr_array_add (self->folders, inner != NULL ? inner : g_strdup (folder));

  return self->is_opml;
}

static void
close_cb (const char *name,
          gpointer    data)
{
  Reader *self = data;

  if (self->folders->len > 0)
    g_ptr_array_set_size (self->folders, (int) self->folders->len - 1);
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    data)
{
}

/**
 * hc_opml_read:
 * @bytes: a file, trusted in nothing
 * @n_refused: (out) (optional): how many feeds are left out, because their address is none, or there are too
 *   many
 * @error: return location for a %HC_FEED_ERROR
 *
 * Reads a list of feeds: OPML 2.0, 1.x, and what programs take for it.
 *
 * Returns: (transfer full) (nullable) (element-type HcOpmlEntry): the feeds in their order, each address once
 */
GPtrArray *
hc_opml_read (GBytes  *bytes,
              guint   *n_refused,
              GError **error)
{
  static const HcMarkupHandler handler = { open_cb, close_cb, text_cb };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_opml_entry_free);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  Reader self = { .entries = entries, .folders = folders, .known = known };
  const char *start;
  gboolean is_damaged;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = hc_feed_charset_decode (bytes, NULL, error);
  if (text == NULL)
    return NULL;

  start = text + strspn (text, " \n\t");
  if (!hc_xml_stream_read (start, strlen (start), &handler, &self, &is_damaged, error))
    return NULL;

  if (!self.is_opml)
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_A_FEED, "The root is not opml");
      return NULL;
    }

  if (is_damaged && entries->len == 0)
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_WELL_FORMED,
                           "It is broken before the first feed");
      return NULL;
    }

  if (n_refused != NULL)
    *n_refused = self.n_refused;

  return g_steal_pointer (&entries);
}

static void
append_attribute (GString    *text,
                  const char *name,
                  const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (text, " %s=\"%s\"", name, escaped);
}

static void
append_entry (GString           *text,
              const HcOpmlEntry *entry,
              const char        *indent)
{
  g_string_append_printf (text, "%s<outline type=\"rss\"", indent);
  append_attribute (text, "text", *entry->title != '\0' ? entry->title : entry->address);
  append_attribute (text, "title", *entry->title != '\0' ? entry->title : entry->address);
  append_attribute (text, "xmlUrl", entry->address);
  if (entry->home != NULL && *entry->home != '\0')
    append_attribute (text, "htmlUrl", entry->home);
  g_string_append (text, "/>\n");
}

static void
append_folder (GString    *text,
               GPtrArray  *entries,
               const char *folder)
{
  g_string_append (text, "    <outline");
  append_attribute (text, "text", folder);
  g_string_append (text, ">\n");

  for (guint i = 0; i < entries->len; i++)
    {
      const HcOpmlEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (entry->folder, folder))
        append_entry (text, entry, "      ");
    }

  g_string_append (text, "    </outline>\n");
}

/**
 * hc_opml_print:
 * @entries: (element-type HcOpmlEntry): feeds
 * @title: the title of the list
 * @now: the time at which it is made
 *
 * Returns: (transfer full): the list as OPML 2.0, with the folders in the order of their first feed
 */
char *
hc_opml_print (GPtrArray  *entries,
               const char *title,
               GDateTime  *now)
{
  static const char *const weekdays[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
                                        "Nov",
                                        "Dec" };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *escaped = NULL;
  GString *text;

  g_return_val_if_fail (entries != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  utc = g_date_time_to_utc (now);
  escaped = g_markup_escape_text (title, -1);
  text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");

  /* RFC 822 has its own names of days and months, in no language. */
  g_string_append_printf (text, "    <title>%s</title>\n    <dateCreated>%s, %02d %s %d %02d:%02d:%02d "
                                "GMT</dateCreated>\n",
                          escaped, weekdays[g_date_time_get_day_of_week (utc) - 1],
                          g_date_time_get_day_of_month (utc),
                          months[g_date_time_get_month (utc) - 1], g_date_time_get_year (utc),
                          g_date_time_get_hour (utc), g_date_time_get_minute (utc),
                          g_date_time_get_second (utc));
  g_string_append (text, "  </head>\n  <body>\n");

  for (guint i = 0; i < entries->len; i++)
    {
      const HcOpmlEntry *entry = g_ptr_array_index (entries, i);

      if (*entry->folder == '\0')
        append_entry (text, entry, "    ");
      else if (g_hash_table_add (seen, entry->folder))
        append_folder (text, entries, entry->folder);
    }

  g_string_append (text, "  </body>\n</opml>\n");

  return g_string_free_and_steal (text);
}
