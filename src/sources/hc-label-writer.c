/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-writer.h"

#include <string.h>

#include "hc-label-rows.h"
#include "hc-label-words.h"
#include "hc-pill-writer.h"

/* So many words are remembered, and then forgotten together: the memory is to stay flat. */
#define MAX_WORDS 20000

/* So much of what a label says it is for is searched, in bytes. */
#define MAX_USES 4000

typedef enum {
  FIND, INSERT, DELETE_LABEL, DELETE_PRODUCTS, DELETE_SECTIONS, DELETE_ACTIVE, DELETE_NAMES, DELETE_USES,
  INSERT_PRODUCT, INSERT_SECTION, INSERT_ACTIVE, INSERT_NAMES, INSERT_USES, INSERT_WORD,
  N_STATEMENTS,
} Statement;

static const char *const statements[N_STATEMENTS] = {
  [FIND] = "SELECT id, version, effective, origin FROM label WHERE set_id = :set_id",
  [INSERT] = "INSERT INTO label (id, set_id, version, effective, origin, kind, title, name, generic, strengths, maker,"
             "                   file, name_key)"
             " VALUES (nullif (:id, 0), :set_id, :version, :effective, :origin, :kind, :title, :name, :generic,"
             "         :strengths, ifnull (:maker, ''), :file, lower (:name)) RETURNING id",
  [DELETE_LABEL] = "DELETE FROM label WHERE id = :label",
  [DELETE_PRODUCTS] = "DELETE FROM label_product WHERE label = :label",
  [DELETE_SECTIONS] = "DELETE FROM label_section WHERE label = :label",
  [DELETE_ACTIVE] = "DELETE FROM label_active WHERE label = :label",
  [DELETE_NAMES] = "DELETE FROM label_names WHERE rowid = :label",
  [DELETE_USES] = "DELETE FROM label_uses WHERE rowid = :label",
  [INSERT_PRODUCT] = "INSERT INTO label_product VALUES (:label, :position, :key, :name, :generic, :form, :route,"
                     " :ingredients, :imprint, :shape, :color, :color2, :score, :size)",
  [INSERT_SECTION] = "INSERT INTO label_section VALUES (:label, :position, :code, :level, :title, :text)",
  [INSERT_ACTIVE] = "INSERT OR IGNORE INTO label_active VALUES (lower (:name), :label)",
  [INSERT_NAMES] = "INSERT INTO label_names (rowid, names) VALUES (:label, :text)",
  [INSERT_WORD] = "INSERT OR IGNORE INTO label_word VALUES (:word)",
  [INSERT_USES] = "INSERT INTO label_uses (rowid, uses) VALUES (:label, :text)",
};

struct _HcLabelWriter
{
  HcDatabase   *database;
  HcPillWriter *pills;
  HcStatement  *statements[N_STATEMENTS];
  GHashTable   *words; /* of which it is known that they are there */
};

/**
 * hc_label_writer_new:
 * @database: sources.db
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a writer
 */
HcLabelWriter *
hc_label_writer_new (HcDatabase  *database,
                     GError     **error)
{
  g_autoptr (HcLabelWriter) self = g_new0 (HcLabelWriter, 1);

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);

  self->database = g_object_ref (database);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pills = hc_pill_writer_new (database, error);
  if (self->pills == NULL)
    return NULL;

  for (guint i = 0; i < N_STATEMENTS; i++)
    if ((self->statements[i] = hc_database_prepare (database, statements[i], error)) == NULL)
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_label_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
hc_label_writer_free (HcLabelWriter *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_STATEMENTS; i++)
    g_clear_pointer (&self->statements[i], hc_statement_free);

  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->pills, hc_pill_writer_free);
  g_clear_object (&self->database);
  g_free (self);
}

static gboolean
delete_label (HcLabelWriter  *self,
              gint64          id,
              HcLabel        *label,
              GError        **error)
{
  g_autofree char *link = hc_label_dup_link (label->set_id);

  if (!hc_pill_writer_remove (self->pills, link, error))
    return FALSE;

  /* What refers to the label goes before it. */
  for (int i = DELETE_USES; i >= DELETE_LABEL; i--)
    {
      hc_statement_reset (self->statements[i]);
      hc_statement_bind_int64 (self->statements[i], ":label", id);
      if (!hc_statement_run (self->statements[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Returns the strengths of the products, each one once, as far as they fit on a line. */
static char *
dup_strengths (HcLabel *label)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < label->products->len && text->len < 120; i++)
    {
      g_autofree char *strength = hc_label_product_dup_strength (g_ptr_array_index (label->products, i));

      if (*strength == '\0' || g_hash_table_contains (seen, strength))
        continue;

      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, strength);
      g_hash_table_add (seen, g_steal_pointer (&strength));
    }

  return g_string_free_and_steal (text);
}

static gboolean
insert_label (HcLabelWriter  *self,
              gint64         *id,
              HcLabel        *label,
              const char     *file,
              GError        **error)
{
  HcStatement *insert = self->statements[INSERT];
  g_autofree char *strengths = dup_strengths (label);

  hc_statement_reset (insert);
  hc_statement_bind_int64 (insert, ":id", *id);
  hc_statement_bind_text (insert, ":set_id", label->set_id);
  hc_statement_bind_int64 (insert, ":version", label->version);
  hc_statement_bind_text (insert, ":effective", label->effective);
  hc_statement_bind_int64 (insert, ":origin", label->origin);
  hc_statement_bind_text (insert, ":kind", hc_label_kind_to_string (label->kind));
  hc_statement_bind_text (insert, ":title", label->title);
  hc_statement_bind_text (insert, ":name", hc_label_get_name (label));
  hc_statement_bind_text (insert, ":generic", hc_label_get_generic (label));
  hc_statement_bind_text (insert, ":strengths", strengths);
  hc_statement_bind_text (insert, ":maker", label->maker);
  hc_statement_bind_text (insert, ":file", file);

  if (hc_statement_step (insert, error) != HC_STEP_ROW)
    return FALSE;

  *id = hc_statement_get_int64 (insert, "id");
  hc_statement_reset (insert);

  return TRUE;
}

static gboolean
insert_active (HcLabelWriter  *self,
               gint64          id,
               const char     *name,
               GError        **error)
{
  HcStatement *insert = self->statements[INSERT_ACTIVE];

  if (name == NULL || *name == '\0')
    return TRUE;

  hc_statement_reset (insert);
  hc_statement_bind_int64 (insert, ":label", id);
  hc_statement_bind_text (insert, ":name", name);

  return hc_statement_run (insert, error);
}

static gboolean
insert_product (HcLabelWriter   *self,
                gint64           id,
                guint            position,
                HcLabel         *label,
                HcLabelProduct  *product,
                GError         **error)
{
  HcStatement *insert = self->statements[INSERT_PRODUCT];
  g_autofree char *ingredients = hc_label_rows_format_ingredients (product);

  hc_statement_reset (insert);
  hc_statement_bind_int64 (insert, ":label", id);
  hc_statement_bind_int64 (insert, ":position", position);
  hc_statement_bind_text (insert, ":key", product->key);
  hc_statement_bind_text (insert, ":name", product->name);
  hc_statement_bind_text (insert, ":generic", product->generic);
  hc_statement_bind_text (insert, ":form", product->form);
  hc_statement_bind_text (insert, ":route", product->route);
  hc_statement_bind_text (insert, ":ingredients", ingredients);
  hc_statement_bind_text (insert, ":imprint", product->imprint);
  hc_statement_bind_text (insert, ":shape", hc_pill_shape_to_string (product->shape));
  hc_statement_bind_text (insert, ":color", hc_pill_color_to_string (product->colors[0]));
  hc_statement_bind_text (insert, ":color2", hc_pill_color_to_string (product->colors[1]));
  hc_statement_bind_int64 (insert, ":score", product->score);
  hc_statement_bind_double (insert, ":size", product->size);

  if (!hc_statement_run (insert, error))
    return FALSE;

  for (guint i = 0; i < product->ingredients->len; i++)
    {
      const HcLabelIngredient *ingredient = g_ptr_array_index (product->ingredients, i);

      if (ingredient->is_active && (!insert_active (self, id, ingredient->name, error) ||
                                    !insert_active (self, id, ingredient->moiety, error)))
        return FALSE;
    }

  if (hc_label_product_has_look (product) && label->kind != HC_LABEL_ANIMAL)
    {
      g_autoptr (HcPill) pill = hc_label_product_make_pill (product, label);

      return hc_pill_writer_add (self->pills, pill, error);
    }

  return TRUE;
}

static gboolean
insert_section (HcLabelWriter         *self,
                gint64                 id,
                guint                  position,
                const HcLabelSection  *section,
                GError               **error)
{
  HcStatement *insert = self->statements[INSERT_SECTION];

  hc_statement_reset (insert);
  hc_statement_bind_int64 (insert, ":label", id);
  hc_statement_bind_int64 (insert, ":position", position);
  hc_statement_bind_text (insert, ":code", section->code);
  hc_statement_bind_int64 (insert, ":level", section->level);
  hc_statement_bind_text (insert, ":title", section->title);
  hc_statement_bind_text (insert, ":text", section->text != NULL ? section->text : "");

  return hc_statement_run (insert, error);
}

/* Each name once; @seen holds those that are there. */
static void
append_name (GString    *text,
             GHashTable *seen,
             const char *name)
{
  if (name == NULL || *name == '\0' || !g_hash_table_add (seen, (gpointer) name))
    return;

  g_string_append_c (text, ' ');
  g_string_append (text, name);
}

/* Appends lines without the letters before them. */
static void
append_lines (GString    *text,
              const char *lines)
{
  for (const char *line = lines; *line != '\0';)
    {
      gsize length = strcspn (line, "\n");

      g_string_append_c (text, ' ');
      if (length > 0)
        g_string_append_len (text, line + 1, (gssize) length - 1);
      line += length + (line[length] == '\n');
    }
}

/* Indications, the purpose and the uses of what is sold over the counter, by their LOINC codes. */
static gboolean
says_uses (const HcLabelSection *section)
{
  return g_strcmp0 (section->code, "34067-9") == 0 || g_strcmp0 (section->code, "55105-1") == 0;
}

static gboolean
insert_text (HcLabelWriter  *self,
             Statement       statement,
             gint64          id,
             const char     *text,
             GError        **error)
{
  HcStatement *insert = self->statements[statement];

  hc_statement_reset (insert);
  hc_statement_bind_int64 (insert, ":label", id);
  hc_statement_bind_text (insert, ":text", text);

  return hc_statement_run (insert, error);
}

static gboolean
insert_words (HcLabelWriter  *self,
              const char     *text,
              GError        **error)
{
  g_autoptr (GPtrArray) words = hc_label_words_split (text);
  HcStatement *insert = self->statements[INSERT_WORD];

  if (g_hash_table_size (self->words) > MAX_WORDS)
    g_hash_table_remove_all (self->words);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (g_hash_table_contains (self->words, word))
        continue;

      hc_statement_reset (insert);
      hc_statement_bind_text (insert, ":word", word);
      if (!hc_statement_run (insert, error))
        return FALSE;

      g_hash_table_add (self->words, g_strdup (word));
    }

  return TRUE;
}

static gboolean
insert_search (HcLabelWriter  *self,
               gint64          id,
               HcLabel        *label,
               GError        **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *end;
  gsize limit;
  int level = 0;

  append_name (text, seen, label->maker);

  for (guint i = 0; i < label->products->len; i++)
    {
      const HcLabelProduct *product = g_ptr_array_index (label->products, i);

      append_name (text, seen, product->name);
      append_name (text, seen, product->generic);
      append_name (text, seen, product->key);

      for (guint j = 0; j < product->ingredients->len; j++)
        {
          const HcLabelIngredient *ingredient = g_ptr_array_index (product->ingredients, j);

          if (ingredient->is_active)
            {
              append_name (text, seen, ingredient->name);
              append_name (text, seen, ingredient->moiety);
            }
        }
    }

  if (!insert_text (self, INSERT_NAMES, id, text->str, error))
    return FALSE;

  /* The names stay, for who types both. With what is within such a section. */
  limit = text->len + MAX_USES;

  for (guint i = 0; i < label->sections->len && text->len < limit; i++)
    {
      const HcLabelSection *section = g_ptr_array_index (label->sections, i);

      if (says_uses (section))
        level = section->level;
      else if (section->level <= level)
        level = 0;

      if (level > 0 && section->text != NULL)
        append_lines (text, section->text);
    }

  /* Not in the middle of a character. */
  g_string_truncate (text, limit);
  if (!g_utf8_validate_len (text->str, text->len, &end))
    g_string_truncate (text, (gsize) (end - text->str));

  return insert_text (self, INSERT_USES, id, text->str, error) && insert_words (self, text->str, error);
}

static gboolean
insert_all (HcLabelWriter  *self,
            gint64          id,
            HcLabel        *label,
            const char     *file,
            GError        **error)
{
  if (!insert_label (self, &id, label, file, error))
    return FALSE;

  for (guint i = 0; i < label->products->len; i++)
    if (!insert_product (self, id, i, label, g_ptr_array_index (label->products, i), error))
      return FALSE;

  for (guint i = 0; i < label->sections->len; i++)
    if (!insert_section (self, id, i, g_ptr_array_index (label->sections, i), error))
      return FALSE;

  return insert_search (self, id, label, error);
}

/**
 * hc_label_writer_put:
 * @self: a writer, in a transaction
 * @label: a label; what is known of it already may be added to it
 * @file: the name of the file that it was read from
 * @outcome: (out): what became of it
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Puts a label where it belongs: there is one version of each, the newest. Rows of the Pillbox complete each
 * other and give way to a label with its text.
 *
 * Returns: whether it was written, where that was needed
 */
gboolean
hc_label_writer_put (HcLabelWriter   *self,
                     HcLabel         *label,
                     const char      *file,
                     HcLabelOutcome  *outcome,
                     GError         **error)
{
  HcStatement *find;
  HcStep step;
  gint64 id = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (label != NULL && label->products->len > 0, FALSE);
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (outcome != NULL, FALSE);

  find = self->statements[FIND];
  hc_statement_reset (find);
  hc_statement_bind_text (find, ":set_id", label->set_id);
  step = hc_statement_step (find, error);

  if (step == HC_STEP_ERROR)
    return FALSE;

  *outcome = HC_LABEL_ADDED;

  if (step == HC_STEP_ROW)
    {
      HcLabelOrigin origin = (HcLabelOrigin) hc_statement_get_int64 (find, "origin");
      gint64 version = hc_statement_get_int64 (find, "version");

      id = hc_statement_get_int64 (find, "id");
      *outcome = HC_LABEL_UPDATED;

      if ((origin == label->origin && origin == HC_LABEL_ORIGIN_SPL && label->version <= version) ||
          (origin == HC_LABEL_ORIGIN_SPL && label->origin == HC_LABEL_ORIGIN_PILLBOX))
        *outcome = HC_LABEL_UNCHANGED;
      else if (label->origin == HC_LABEL_ORIGIN_PILLBOX)
        {
          gboolean changed;

          if (!hc_label_rows_merge (self->database, id, label, &changed, error))
            return FALSE;
          if (!changed)
            *outcome = HC_LABEL_UNCHANGED;
        }
    }

  hc_statement_reset (find);

  return *outcome == HC_LABEL_UNCHANGED ||
         ((id == 0 || delete_label (self, id, label, error)) && insert_all (self, id, label, file, error));
}
