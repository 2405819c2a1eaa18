/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-recall-reader.h"

#include <stdio.h>
#include <string.h>

#include "hc-json-items.h"

/* More of one list is nothing that anybody takes. */
#define MAX_LISTED 2000

struct _HcRecallReader
{
  HcJsonItems               *items;
  const HcRecallReaderFuncs *funcs;
  gpointer                   user_data;
  gboolean                   has_head; /* whether what stands before the list was read */
  char                      *updated;  /* YYYY-MM-DD, or empty */
  gint64                     total;    /* -1 when it is not told */
};

static gboolean take_item_cb (JsonObject   *item,
                              guint         number,
                              gpointer      user_data);
static gboolean take_fault_cb (const GError *error,
                               guint         number,
                               gpointer      user_data);

static const HcJsonItemsFuncs items_funcs = { take_item_cb, take_fault_cb };

/**
 * hc_recall_reader_new:
 * @funcs: what takes the recalls
 * @user_data: for @funcs
 *
 * Returns: (transfer full): a reader
 */
HcRecallReader *
hc_recall_reader_new (const HcRecallReaderFuncs *funcs,
                      gpointer                   user_data)
{
  HcRecallReader *self;

  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_new0 (HcRecallReader, 1);
  self->funcs = funcs;
  self->user_data = user_data;
  self->items = hc_json_items_new ("results", NULL, &items_funcs, self);
  self->updated = g_strdup ("");
  self->total = -1;

  return self;
}

/**
 * hc_recall_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
hc_recall_reader_free (HcRecallReader *self)
{
  if (self == NULL)
    return;

  hc_json_items_free (self->items);
  g_free (self->updated);
  g_free (self);
}

/* Text for people: without control characters but line ends, without blanks around it; NULL for none. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *c = valid; *c != '\0'; c++)
    if ((guchar) *c < ' ' && *c != '\n')
      *c = ' ';
  g_strstrip (valid);

  return *valid != '\0' ? g_steal_pointer (&valid) : NULL;
}

/* Returns: (transfer full) (nullable): a member that is a text, whatever else may be there in its place */
static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return clean (json_node_get_string (node));
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* 20260114, 2026-01-14 and 01/14/2026 are the ways in which the FDA has written days. */
static char *
dup_day (JsonObject *object,
         const char *name)
{
  g_autofree char *text = dup_text (object, name);
  unsigned year, month, day;
  int end = 0;

  if (text == NULL)
    return NULL;

  if (!((strlen (text) == 8 && strspn (text, "0123456789") == 8 &&
         sscanf (text, "%4u%2u%2u%n", &year, &month, &day, &end) == 3) ||
        (strlen (text) == 10 && text[4] == '-' && text[7] == '-' && strspn (text, "0123456789-") == 10 &&
         sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &end) == 3) ||
        (strlen (text) == 10 && text[2] == '/' && text[5] == '/' && strspn (text, "0123456789/") == 10 &&
         sscanf (text, "%2u/%2u/%4u%n", &month, &day, &year, &end) == 3)) ||
      text[end] != '\0' || year < 1900 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

static void
add_text (GPtrArray  *texts,
          JsonNode   *node)
{
  g_autofree char *text = NULL;

  if (json_node_get_value_type (node) != G_TYPE_STRING || texts->len >= MAX_LISTED)
    return;

  text = clean (json_node_get_string (node));
  if (text == NULL)
    return;

  /* Each is a line in the database. */
  g_strdelimit (text, "\n", ' ');
  if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_steal_pointer (&text));
}

/* Adds the texts of a list, or the one text in place of it. */
static void
add_texts (GPtrArray  *texts,
           JsonObject *object,
           const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;
  JsonArray *array;

  if (node == NULL)
    return;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      add_text (texts, node);
      return;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array) && texts->len < MAX_LISTED; i++)
    add_text (texts, json_array_get_element (array, i));
}

static void
set_texts (GStrv      *place,
           JsonObject *object,
           const char *name,
           const char *other_name)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  add_texts (texts, object, name);
  if (other_name != NULL)
    add_texts (texts, object, other_name);

  g_strfreev (*place);
  *place = texts->len > 0 ? (GStrv) g_ptr_array_steal (texts, NULL) : g_new0 (char *, 1);
}

/* Class III is the least. What is not classified yet says so in other words. */
static int
read_class (JsonObject *object)
{
  static const char *const names[] = { "class i", "class ii", "class iii" };
  g_autofree char *text = dup_text (object, "classification");
  g_autofree char *folded = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (folded, names[i]))
      return (int) i + 1;

  return 0;
}

/* Says of the parts of a place those that are told. The FDA writes "N/A" where it knows nothing. */
static char *
dup_place (JsonObject *object)
{
  static const char *const names[] = { "city", "state", "country" };
  g_autoptr (GString) place = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *part = dup_text (object, names[i]);

      if (part != NULL && g_ascii_strcasecmp (part, "N/A") != 0)
        g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", part);
    }

  return place->len > 0 ? g_strdup (place->str) : NULL;
}

static char *
dup_codes (JsonObject *object)
{
  g_autofree char *codes = dup_text (object, "code_info");
  g_autofree char *more = dup_text (object, "more_code_info");

  if (codes != NULL && more != NULL)
    return g_strconcat (codes, "\n", more, NULL);

  return codes != NULL ? g_steal_pointer (&codes) : g_steal_pointer (&more);
}

static HcRecall *
read_recall (JsonObject  *object,
             GError     **error)
{
  g_autoptr (HcRecall) recall = hc_recall_new ();
  g_autofree char *type = dup_text (object, "product_type");
  g_autofree char *status = dup_text (object, "status");
  JsonObject *known = get_object (object, "openfda");

  /* Food, devices and cosmetics are published in the same form. */
  if (type != NULL && g_ascii_strcasecmp (type, "Drugs") != 0)
    {
      g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_OTHER, "It is no recall of a medicine");
      return NULL;
    }

  recall->number = dup_text (object, "recall_number");
  recall->description = dup_text (object, "product_description");
  if (recall->number == NULL || recall->description == NULL)
    {
      g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_INCOMPLETE, "The recall has no number or no product");
      return NULL;
    }

  recall->event = dup_text (object, "event_id");
  recall->class = read_class (object);
  recall->status = hc_recall_status_from_string (status);
  recall->reported = dup_day (object, "report_date");
  recall->initiated = dup_day (object, "recall_initiation_date");
  recall->classified = dup_day (object, "center_classification_date");
  recall->terminated = dup_day (object, "termination_date");
  recall->firm = dup_text (object, "recalling_firm");
  recall->place = dup_place (object);
  recall->distribution = dup_text (object, "distribution_pattern");
  recall->quantity = dup_text (object, "product_quantity");
  recall->reason = dup_text (object, "reason_for_recall");
  recall->codes = dup_codes (object);
  set_texts (&recall->brands, known, "brand_name", NULL);
  set_texts (&recall->generics, known, "generic_name", NULL);
  set_texts (&recall->substances, known, "substance_name", NULL);
  set_texts (&recall->ndcs, known, "product_ndc", "package_ndc");
  set_texts (&recall->set_ids, known, "spl_set_id", NULL);

  return g_steal_pointer (&recall);
}

/* What openFDA says of all of them. */
static void
read_head (HcRecallReader *self)
{
  g_autoptr (JsonNode) node = hc_json_items_parse_rest (self->items);
  JsonObject *meta = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? get_object (json_node_get_object (node), "meta")
                                                                   : NULL;
  JsonObject *results = meta != NULL ? get_object (meta, "results") : NULL;
  JsonNode *total = results != NULL ? json_object_get_member (results, "total") : NULL;
  char *updated = meta != NULL ? dup_day (meta, "last_updated") : NULL;

  if (updated != NULL)
    {
      g_free (self->updated);
      self->updated = updated;
    }

  if (total != NULL && json_node_get_value_type (total) == G_TYPE_INT64)
    self->total = MAX (json_node_get_int (total), -1);
}

static gboolean
take_item_cb (JsonObject *item,
              guint       number,
              gpointer    user_data)
{
  HcRecallReader *self = user_data;
  g_autoptr (GError) error = NULL;
  HcRecall *recall = read_recall (item, &error);

  /* The item was looked at, so that the parser may look at what stands before the list. */
  if (!self->has_head)
    read_head (self);
  self->has_head = TRUE;

  if (recall != NULL)
    return self->funcs->take_recall (recall, self->user_data);

  self->funcs->take_fault (error, number, self->user_data);

  return TRUE;
}

static gboolean
take_fault_cb (const GError *error,
               guint         number,
               gpointer      user_data)
{
  HcRecallReader *self = user_data;

  self->funcs->take_fault (error, number, self->user_data);

  return TRUE;
}

/**
 * hc_recall_reader_feed:
 * @self: a reader
 * @bytes: (array length=length): the next bytes
 * @length: how many
 * @error: return location for a %HC_JSON_ERROR
 *
 * Returns: whether more is wanted; %FALSE without @error when what takes the recalls has enough
 */
gboolean
hc_recall_reader_feed (HcRecallReader  *self,
                       const char      *bytes,
                       gsize            length,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return hc_json_items_feed (self->items, bytes, length, error);
}

/**
 * hc_recall_reader_finish:
 * @self: a reader
 * @error: return location for a %HC_JSON_ERROR
 *
 * Says that there are no more bytes.
 *
 * Returns: whether it was a list of recalls, which may be empty, and was complete
 */
gboolean
hc_recall_reader_finish (HcRecallReader  *self,
                         GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!hc_json_items_finish (self->items, error))
    return FALSE;

  if (!hc_json_items_has_list (self->items))
    {
      g_set_error_literal (error, HC_JSON_ERROR, HC_JSON_ERROR_OTHER, "There is no list of recalls");
      return FALSE;
    }

  read_head (self);

  return TRUE;
}

/**
 * hc_recall_reader_get_updated:
 * @self: a reader that has read an item, or all
 *
 * Returns: (transfer none): the day on which the collection was updated, `YYYY-MM-DD`; empty when it is not told
 */
const char *
hc_recall_reader_get_updated (HcRecallReader *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->updated;
}

/**
 * hc_recall_reader_get_total:
 * @self: a reader that has read an item, or all
 *
 * Returns: how many recalls the whole answer has, on all its pages; -1 when it is not told
 */
gint64
hc_recall_reader_get_total (HcRecallReader *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->total;
}

/**
 * hc_recall_reader_count:
 * @self: a reader
 *
 * Returns: how many records there were, sound or not
 */
guint
hc_recall_reader_count (HcRecallReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return hc_json_items_count (self->items);
}
