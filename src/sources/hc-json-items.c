/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-json-items.h"

#include <string.h>

/* Nothing that is read here is nested deeper than some ten levels. The parser goes down a stack, so that the depth is
 * looked at before it sees anything. */
#define MAX_DEPTH 64

/* The largest recall has some hundred kilobytes, the largest protocol of a study some megabytes. */
#define MAX_ITEM (16 * 1024 * 1024)

/* What stands around the items, with a character for each of them. */
#define MAX_REST (2 * 1024 * 1024)

/* A member whose name is longer is not the one that is looked for. */
#define LONGEST_NAME 64

struct _HcJsonItems
{
  char                   *member;
  char                   *part;      /* NULL: all of an item is wanted */
  const HcJsonItemsFuncs *funcs;
  gpointer                user_data;

  JsonParser             *parser;
  GString                *rest;      /* all but the items, each of which is a 0 there, and but blanks */
  GString                *item;      /* the one that has begun, or what is wanted of it */
  GString                *string;    /* the last string of the object that has names, see is_named() */
  GString                *name;      /* the name of its member that has begun */
  guint                   bom;       /* bytes of a byte order mark that have come */
  guint                   depth;
  char                    stack[MAX_DEPTH + 1]; /* the brackets that are open */
  guint                   list_depth; /* of the list, once it has begun */
  guint                   part_depth; /* of the part, while it comes; 0: it does not */
  gboolean                in_list;
  gboolean                had_list;
  gboolean                is_single; /* whether the top object is an item itself */
  gboolean                has_item;  /* whether something of an item has come */
  gboolean                has_part;  /* whether what is wanted of it has */
  gboolean                is_too_large;
  gboolean                in_string;
  gboolean                is_escaped;
  gboolean                is_over;
  gboolean                wants_no_more;
  guint                   n_items;
};

/**
 * hc_json_items_new:
 * @member: the name of the list in the top object
 * @part: (nullable): the name of what is wanted of each item; %NULL: all of it
 * @funcs: what takes the items
 * @user_data: for @funcs
 *
 * Returns: (transfer full): a reader
 */
HcJsonItems *
hc_json_items_new (const char             *member,
                   const char             *part,
                   const HcJsonItemsFuncs *funcs,
                   gpointer                user_data)
{
  HcJsonItems *self;

  g_return_val_if_fail (member != NULL, NULL);
  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_new0 (HcJsonItems, 1);
  self->member = g_strdup (member);
  self->part = g_strdup (part);
  self->funcs = funcs;
  self->user_data = user_data;
  self->parser = json_parser_new_immutable ();
  json_parser_set_strict (self->parser, TRUE);
  self->rest = g_string_new (NULL);
  self->item = g_string_new (NULL);
  self->string = g_string_new (NULL);
  self->name = g_string_new (NULL);

  return self;
}

/**
 * hc_json_items_free:
 * @self: (transfer full) (nullable): a reader
 */
void
hc_json_items_free (HcJsonItems *self)
{
  if (self == NULL)
    return;

  g_free (self->member);
  g_free (self->part);
  g_object_unref (self->parser);
  g_string_free (self->rest, TRUE);
  g_string_free (self->item, TRUE);
  g_string_free (self->string, TRUE);
  g_string_free (self->name, TRUE);
  g_free (self);
}

static gboolean
fail (GError      **error,
      HcJsonError   code,
      const char   *words)
{
  g_set_error_literal (error, HC_JSON_ERROR, (int) code, words);

  return FALSE;
}

/* Without a part all of an item is wanted. */
static gboolean
is_wanted (HcJsonItems *self)
{
  return self->part == NULL || self->part_depth > 0;
}

/* Names matter in the top object, and in an item where a part of it is wanted. */
static gboolean
is_named (HcJsonItems *self)
{
  return self->in_list ? self->part != NULL && self->depth == self->list_depth + 1 : self->depth == 1;
}

/* The parser gives the text of a mistake back in its message; that is left out. */
static JsonObject *
parse_item (HcJsonItems  *self,
            GError      **error)
{
  JsonNode *node;

  if (self->part != NULL && !self->has_part)
    {
      fail (error, HC_JSON_ERROR_INCOMPLETE, "The item does not have what is wanted of it");
      return NULL;
    }

  if (self->is_too_large)
    {
      fail (error, HC_JSON_ERROR_TOO_LARGE, "The item is too large");
      return NULL;
    }

  if (!g_utf8_validate_len (self->item->str, self->item->len, NULL))
    {
      fail (error, HC_JSON_ERROR_NOT_UTF8, "The item is not UTF-8");
      return NULL;
    }

  if (!json_parser_load_from_data (self->parser, self->item->str, (gssize) self->item->len, NULL) ||
      (node = json_parser_get_root (self->parser)) == NULL)
    {
      fail (error, HC_JSON_ERROR_NOT_JSON, "The item has a mistake");
      return NULL;
    }

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, HC_JSON_ERROR_OTHER, "The item is no object");
      return NULL;
    }

  return json_node_get_object (node);
}

static gboolean
end_item (HcJsonItems *self)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  if (!self->has_item)
    return TRUE;

  self->n_items++;
  g_string_append_c (self->rest, '0');
  object = parse_item (self, &error);

  if (object != NULL)
    self->wants_no_more = !self->funcs->take_item (object, self->n_items, self->user_data);
  else
    self->wants_no_more = !self->funcs->take_fault (error, self->n_items, self->user_data);

  g_string_truncate (self->item, 0);
  g_string_truncate (self->name, 0);
  self->has_item = FALSE;
  self->has_part = FALSE;
  self->is_too_large = FALSE;

  return !self->wants_no_more;
}

static void
append_to_item (HcJsonItems *self,
                char         c)
{
  self->has_item |= !g_ascii_isspace (c);

  if (!is_wanted (self))
    return;

  if (self->item->len >= MAX_ITEM)
    self->is_too_large = TRUE;
  else if (self->has_item)
    g_string_append_c (self->item, c);
}

static void
append_to_rest (HcJsonItems *self,
                char         c)
{
  if (self->in_string || !g_ascii_isspace (c))
    g_string_append_c (self->rest, c);
}

/* Strings may be names of members. */
static void
handle_string (HcJsonItems *self,
               char         c)
{
  if (self->is_escaped)
    self->is_escaped = FALSE;
  else if (c == '\\')
    self->is_escaped = TRUE;
  else if (c == '"')
    self->in_string = FALSE;

  if (self->in_string && is_named (self) && self->string->len < LONGEST_NAME)
    g_string_append_c (self->string, c);
}

static gboolean
opens_list (HcJsonItems *self,
            char         c)
{
  return c == '[' && !self->had_list && !self->is_single &&
         (self->depth == 0 ||
          (self->depth == 1 && self->stack[1] == '{' && g_str_equal (self->name->str, self->member)));
}

/* In an item, or in the top object when there is no list. */
static gboolean
opens_part (HcJsonItems *self,
            char         c)
{
  return c == '{' && self->part != NULL && !self->has_part && !self->is_single &&
         (self->in_list || !self->had_list) && self->depth > 0 && is_named (self) && self->stack[self->depth] == '{' &&
         g_str_equal (self->name->str, self->part);
}

static gboolean
open_bracket (HcJsonItems  *self,
              char          c,
              GError      **error)
{
  gboolean is_list = opens_list (self, c), is_part = opens_part (self, c);

  if (self->depth == MAX_DEPTH)
    return fail (error, HC_JSON_ERROR_TOO_DEEP, "The text is nested too deep");

  self->depth++;
  self->stack[self->depth] = c;

  if (is_list)
    {
      self->in_list = self->had_list = TRUE;
      self->list_depth = self->depth;
    }
  else if (is_part)
    {
      self->has_part = TRUE;
      self->part_depth = self->depth;
      self->is_single = !self->in_list;
    }

  return TRUE;
}

static gboolean
close_bracket (HcJsonItems  *self,
               char          c,
               GError      **error)
{
  if (self->depth == 0 || self->stack[self->depth] != (c == '}' ? '{' : '['))
    return fail (error, HC_JSON_ERROR_NOT_JSON, "A bracket closes what was not opened");

  self->depth--;
  self->is_over = self->depth == 0;

  return TRUE;
}

/* What is no part of a string. */
static gboolean
handle_sign (HcJsonItems  *self,
             char          c,
             GError      **error)
{
  switch (c)
    {
    case '"':
      self->in_string = TRUE;
      g_string_truncate (self->string, 0);
      return TRUE;
    case '{':
    case '[':
      return open_bracket (self, c, error);
    case '}':
    case ']':
      return close_bracket (self, c, error);
    case ':':
      if (is_named (self))
        g_string_assign (self->name, self->string->str);
      return TRUE;
    case ',':
      if (is_named (self))
        g_string_truncate (self->name, 0);
      return TRUE;
    default:
      return TRUE;
    }
}

/* Before the top object or list nothing may stand but blanks and a byte order mark, and after it only blanks. */
static gboolean
handle_outside (HcJsonItems  *self,
                char          c,
                GError      **error)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (!self->is_over && self->rest->len == 0 && self->bom < 3 && c == mark[self->bom])
    {
      self->bom++;
      return TRUE;
    }

  if (g_ascii_isspace (c) || (!self->is_over && (c == '{' || c == '[') && self->bom % 3 == 0))
    return TRUE;

  return fail (error, HC_JSON_ERROR_NOT_JSON, self->is_over ? "Something follows the end" : "This is no JSON");
}

/* Puts a character to what it belongs to. */
static gboolean
append (HcJsonItems  *self,
        char          c,
        gboolean      was_in_list,
        GError      **error)
{
  if (was_in_list || self->is_single)
    append_to_item (self, c);
  else
    append_to_rest (self, c);

  if (self->rest->len > MAX_REST)
    return fail (error, HC_JSON_ERROR_TOO_LARGE, "There is too much around the list");

  /* A single item ends with its part; nobody looks at the rest of it. */
  if (self->part_depth > self->depth)
    {
      self->part_depth = 0;
      return !self->is_single || end_item (self);
    }

  return TRUE;
}

static gboolean
handle (HcJsonItems  *self,
        char          c,
        GError      **error)
{
  gboolean was_in_list = self->in_list, was_in_string = self->in_string;

  if (self->depth == 0)
    {
      if (!handle_outside (self, c, error))
        return FALSE;
      if (c != '{' && c != '[')
        return TRUE;
    }

  /* The end of an item, or of the list. */
  if (was_in_list && !was_in_string && self->depth == self->list_depth && (c == ',' || c == ']'))
    {
      if (!end_item (self))
        return FALSE;

      g_string_append_c (self->rest, c);
      self->in_list = c == ',';

      return c == ',' || close_bracket (self, c, error);
    }

  if (was_in_string)
    handle_string (self, c);
  else if (!handle_sign (self, c, error))
    return FALSE;

  return append (self, c, was_in_list, error);
}

/**
 * hc_json_items_feed:
 * @self: a reader
 * @bytes: (array length=length): the next bytes
 * @length: how many
 * @error: return location for a %HC_JSON_ERROR
 *
 * Returns: whether more is wanted; %FALSE without @error when what takes the items has enough
 */
gboolean
hc_json_items_feed (HcJsonItems  *self,
                    const char   *bytes,
                    gsize         length,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (gsize i = 0; i < length; i++)
    if (!handle (self, bytes[i], error))
      return FALSE;

  return TRUE;
}

static JsonNode *
parse_rest (HcJsonItems *self,
            const char  *ending)
{
  g_autofree char *text = g_strconcat (self->rest->str, ending, NULL);

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) != self->rest->len + strlen (ending) ||
      !json_parser_load_from_data (self->parser, text, -1, NULL))
    return NULL;

  return json_parser_steal_root (self->parser);
}

/**
 * hc_json_items_finish:
 * @self: a reader
 * @error: return location for a %HC_JSON_ERROR
 *
 * Says that there are no more bytes.
 *
 * Returns: whether all of it, but for the items that were told of, is sound; there may have been no list
 */
gboolean
hc_json_items_finish (HcJsonItems  *self,
                      GError      **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_over)
    return fail (error, self->rest->len > 0 ? HC_JSON_ERROR_CUT : HC_JSON_ERROR_NOT_JSON, "The text ends too early");

  if (self->is_single)
    return TRUE;

  node = parse_rest (self, "");
  if (node == NULL)
    return fail (error, HC_JSON_ERROR_NOT_JSON, "There is a mistake around the list");

  return TRUE;
}

/**
 * hc_json_items_parse_rest:
 * @self: a reader
 *
 * Reads what has come so far but the items: each of them is a 0. Not to be called from within a function that takes
 * items, as long as it looks at the item.
 *
 * Returns: (transfer full) (nullable): the top object, or the list; %NULL for what is not sound or not complete, and
 *   for a single item
 */
JsonNode *
hc_json_items_parse_rest (HcJsonItems *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return parse_rest (self, self->is_over || !self->in_list ? "" : self->list_depth == 1 ? "]" : "]}");
}

/**
 * hc_json_items_count:
 * @self: a reader
 *
 * Returns: how many items there were, sound or not
 */
guint
hc_json_items_count (HcJsonItems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_items;
}

/**
 * hc_json_items_has_list:
 * @self: a reader
 *
 * Returns: whether the list has come, be it empty
 */
gboolean
hc_json_items_has_list (HcJsonItems *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->had_list;
}
