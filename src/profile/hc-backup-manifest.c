/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-manifest.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "hc-backup-error.h"
#include "hc-timestamp.h"

/* The manifest is the first file of a backup, so that a program, or a person who unpacks it, knows what
 * the second one is:
 *
 *   {
 *     "format" : 1,
 *     "program" : "Health Center",
 *     "version" : "0.1.0",
 *     "created" : "2026-11-20T23:11:54.000000Z",
 *     "database" : { "schema" : 4, "length" : 73728, "sha256" : "..." },
 *     "rows" : { "note" : 12, ... }
 *   }
 *
 * The number of the format is raised when an older program could not read what is written. */

#define FORMAT 1
#define PROGRAM "Health Center"
#define SHA256_LENGTH 64
#define LONGEST_VERSION 40

/**
 * hc_backup_manifest_free:
 * @self: (transfer full): a manifest
 */
void
hc_backup_manifest_free (HcBackupManifest *self)
{
  g_clear_pointer (&self->created, g_date_time_unref);
  g_free (self->program_version);
  g_free (self->sha256);
  g_free (self);
}

static void
add_text (JsonObject *object,
          const char *name,
          const char *value)
{
  json_object_set_string_member (object, name, value);
}

/**
 * hc_backup_manifest_print:
 * @self: a manifest
 * @rows: (element-type utf8 gsize): the number of rows of each table
 *
 * Returns: (transfer full): the manifest as JSON
 */
char *
hc_backup_manifest_print (const HcBackupManifest *self,
                          GHashTable             *rows)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *database = json_object_new ();
  JsonObject *counts = json_object_new ();
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (rows), (GCompareFunc) strcmp);
  g_autofree char *created = hc_timestamp_print (self->created);

  json_object_set_int_member (object, "format", FORMAT);
  add_text (object, "program", PROGRAM);
  add_text (object, "version", self->program_version);
  add_text (object, "created", created);

  json_object_set_int_member (database, "schema", self->schema_version);
  json_object_set_int_member (database, "length", (gint64) self->length);
  add_text (database, "sha256", self->sha256);
  json_object_set_object_member (object, "database", database);

  for (GList *link = names; link != NULL; link = link->next)
    json_object_set_int_member (counts, link->data,
                                (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (rows, link->data)));
  json_object_set_object_member (object, "rows", counts);

  json_node_take_object (root, object);

  return json_to_string (root, TRUE);
}

/* Returns: (nullable): the member when it is a text */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Returns: the member when it is a whole number that is not negative, otherwise -1 */
static gint64
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? MAX (json_node_get_int (node), -1) : -1;
}

static gboolean
is_sha256 (const char *text)
{
  return text != NULL && strlen (text) == SHA256_LENGTH &&
         strspn (text, "0123456789abcdef") == SHA256_LENGTH;
}

/* Reads what every format has. */
static gboolean
check_format (JsonObject  *object,
              GError     **error)
{
  gint64 format = get_number (object, "format");

  if (g_strcmp0 (get_text (object, "program"), PROGRAM) != 0 || format < 1)
    hc_backup_error_set (error, HC_BACKUP_ERROR_NOT_A_BACKUP);
  else if (format > FORMAT)
    hc_backup_error_set (error, HC_BACKUP_ERROR_NEWER);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_database (HcBackupManifest  *self,
               JsonObject        *object,
               gint64             newest_schema,
               GError           **error)
{
  JsonNode *node = json_object_get_member (object, "database");
  JsonObject *database = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gint64 length = database != NULL ? get_number (database, "length") : -1;

  if (length < 0 || !is_sha256 (get_text (database, "sha256")) || get_number (database, "schema") < 1)
    {
      hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);
      return FALSE;
    }

  self->schema_version = get_number (database, "schema");
  self->length = (guint64) length;
  self->sha256 = g_strdup (get_text (database, "sha256"));

  if (self->schema_version > newest_schema)
    hc_backup_error_set (error, HC_BACKUP_ERROR_NEWER);
  else if (self->length > HC_BACKUP_MAX_LENGTH)
    hc_backup_error_set (error, HC_BACKUP_ERROR_TOO_LARGE);
  else
    return TRUE;

  return FALSE;
}

/* The text is shown: it must be a line that is not long. */
static gboolean
is_version (const char *text)
{
  return text != NULL && g_utf8_validate (text, -1, NULL) && strlen (text) <= LONGEST_VERSION &&
         strpbrk (text, "\r\n") == NULL;
}

/**
 * hc_backup_manifest_parse:
 * @text: (array length=length) (element-type gchar) (nullable): JSON, or anything
 * @length: how many bytes
 * @newest_schema: the newest `user_version` that this program knows
 * @error: return location for a %HC_BACKUP_ERROR
 *
 * Returns: (transfer full) (nullable): the manifest
 */
HcBackupManifest *
hc_backup_manifest_parse (const char  *text,
                          gsize        length,
                          gint64       newest_schema,
                          GError     **error)
{
  g_autoptr (HcBackupManifest) self = g_new0 (HcBackupManifest, 1);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonObject *object;

  /* The parser wants text and some of it, and stops at what is too deep. */
  json_parser_set_strict (parser, TRUE);
  if (length == 0 || !g_utf8_validate_len (text, length, NULL) ||
      !json_parser_load_from_data (parser, text, (gssize) length, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      hc_backup_error_set (error, HC_BACKUP_ERROR_NOT_A_BACKUP);
      return NULL;
    }

  object = json_node_get_object (root);
  if (!check_format (object, error) || !read_database (self, object, newest_schema, error))
    return NULL;

  self->created = hc_timestamp_parse (get_text (object, "created"), NULL);
  self->program_version = g_strdup (get_text (object, "version"));
  if (self->created == NULL || !is_version (self->program_version))
    {
      hc_backup_error_set (error, HC_BACKUP_ERROR_DAMAGED);
      return NULL;
    }

  return g_steal_pointer (&self);
}
