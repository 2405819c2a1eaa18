/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "hc-feed-draft.h"
#include "hc-feed-error.h"

#define VERSION "https://jsonfeed.org/version/"
#define OLD_VERSION "http://jsonfeed.org/version/"

/* JSON Feed needs five; the parser calls itself for each. */
#define MAX_DEPTH 64

static gboolean
is_too_deep (const char *text)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (in_string && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        in_string = !in_string;
      else if (!in_string && (*c == '[' || *c == '{') && ++depth > MAX_DEPTH)
        return TRUE;
      else if (!in_string && (*c == ']' || *c == '}'))
        depth--;
    }

  return FALSE;
}

static JsonNode *
get_member (JsonObject   *object,
            const char   *name,
            JsonNodeType  type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_node_type (node) == type ? node : NULL;
}

/* Returns: (transfer full) (nullable): a text, or a number as text, valid UTF-8 */
static char *
dup_member (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);
  char *text = NULL;

  if (node == NULL)
    return NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_utf8_make_valid (json_node_get_string (node), -1);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  /* Escapes can write control characters. */
  for (char *c = text; c != NULL && *c != '\0'; c++)
    if (((guchar) *c < ' ' && *c != '\n' && *c != '\t') || *c == 0x7f)
      *c = ' ';

  return text;
}

static void
take (HcFeedDraft    *draft,
      HcFeedField     field,
      JsonObject     *object,
      const char     *name,
      HcFeedTextType  type)
{
  hc_feed_draft_take (draft, field, dup_member (object, name), type, NULL);
}

/* One author (version 1) or several (1.1), of whom the first is taken. */
static void
take_author (HcFeedDraft *draft,
             JsonObject  *object)
{
  JsonNode *node = get_member (object, "authors", JSON_NODE_ARRAY);
  JsonObject *author = NULL;

  if (node != NULL && json_array_get_length (json_node_get_array (node)) > 0)
    {
      JsonNode *first = json_array_get_element (json_node_get_array (node), 0);

      author = JSON_NODE_HOLDS_OBJECT (first) ? json_node_get_object (first) : NULL;
    }
  else if ((node = get_member (object, "author", JSON_NODE_OBJECT)) != NULL)
    author = json_node_get_object (node);

  if (author != NULL)
    take (draft, HC_FEED_FIELD_AUTHOR, author, "name", HC_FEED_TEXT_PLAIN);
}

static void
read_item (JsonObject *object,
           HcFeed     *feed)
{
  HcFeedDraft item = { 0 };

  take (&item, HC_FEED_FIELD_ID, object, "id", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_LINK, object, "url", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_OTHER_LINK, object, "external_url", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_TITLE, object, "title", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_CONTENT, object, "content_html", HC_FEED_TEXT_HTML);
  take (&item, HC_FEED_FIELD_CONTENT, object, "content_text", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_SUMMARY, object, "summary", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_PUBLISHED, object, "date_published", HC_FEED_TEXT_PLAIN);
  take (&item, HC_FEED_FIELD_UPDATED, object, "date_modified", HC_FEED_TEXT_PLAIN);
  take_author (&item, object);

  hc_feed_draft_add_item (&item, feed);
  hc_feed_draft_clear (&item);
}

/**
 * hc_feed_json_read:
 * @text: valid UTF-8
 * @address: (nullable): where it was fetched; relative addresses in it are resolved against it
 * @error: return location for a %HC_FEED_ERROR
 *
 * Reads JSON Feed, versions 1 and 1.1.
 *
 * Returns: (transfer full) (nullable): the feed
 */
HcFeed *
hc_feed_json_read (const char  *text,
                   const char  *address,
                   GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) problem = NULL;
  g_autoptr (HcFeed) feed = NULL;
  g_autofree char *version = NULL;
  HcFeedDraft about = { 0 };
  JsonObject *root;
  JsonNode *items;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_too_deep (text))
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_TOO_DEEP, "The JSON is nested too deep");
      return NULL;
    }

  /* What the parser says may hold words of the feed. */
  if (!json_parser_load_from_data (parser, text, -1, &problem))
    {
      g_set_error (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_WELL_FORMED, "JSON error %d", problem->code);
      return NULL;
    }

  root = json_parser_get_root (parser) != NULL && JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))
    ? json_node_get_object (json_parser_get_root (parser)) : NULL;
  version = root != NULL ? dup_member (root, "version") : NULL;
  items = root != NULL ? get_member (root, "items", JSON_NODE_ARRAY) : NULL;

  if (version == NULL || items == NULL ||
      !(g_str_has_prefix (version, VERSION) || g_str_has_prefix (version, OLD_VERSION)))
    {
      g_set_error_literal (error, HC_FEED_ERROR, HC_FEED_ERROR_NOT_A_FEED, "It is JSON, but no JSON Feed");
      return NULL;
    }

  feed = hc_feed_new (HC_FEED_FORMAT_JSON, address);
  take (&about, HC_FEED_FIELD_TITLE, root, "title", HC_FEED_TEXT_PLAIN);
  take (&about, HC_FEED_FIELD_SUMMARY, root, "description", HC_FEED_TEXT_PLAIN);
  take (&about, HC_FEED_FIELD_LINK, root, "home_page_url", HC_FEED_TEXT_PLAIN);
  hc_feed_draft_describe (&about, feed);
  hc_feed_draft_clear (&about);

  for (guint i = 0; i < json_array_get_length (json_node_get_array (items)); i++)
    {
      JsonNode *item = json_array_get_element (json_node_get_array (items), i);

      if (JSON_NODE_HOLDS_OBJECT (item))
        read_item (json_node_get_object (item), feed);
    }

  return g_steal_pointer (&feed);
}
