/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-diary-book.h"

#include "hc-library-private.h"

/**
 * HcDiaryBook:
 *
 * All that the library knows of the diary, in memory: what can be written down, which entries are red flags,
 * and for how long cold is to be avoided after oxaliplatin.
 */
struct _HcDiaryBook
{
  GObject         parent_instance;

  GListStore     *kinds; /* of HcDiaryKind, in the order in which they are shown */
  GHashTable     *by_id; /* of HcDiaryKind, by id */
  GPtrArray      *flags; /* of HcRedFlag, the most urgent first */
  HcColdAvoidance cold;
};

G_DEFINE_FINAL_TYPE (HcDiaryBook, hc_diary_book, G_TYPE_OBJECT)

static void
hc_diary_book_finalize (GObject *object)
{
  HcDiaryBook *self = HC_DIARY_BOOK (object);

  g_hash_table_unref (self->by_id);
  g_clear_object (&self->kinds);
  g_ptr_array_unref (self->flags);
  g_free (self->cold.text);
  g_strfreev (self->cold.avoid);
  g_free (self->cold.link);

  G_OBJECT_CLASS (hc_diary_book_parent_class)->finalize (object);
}

static void
hc_diary_book_class_init (HcDiaryBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_diary_book_finalize;
}

static void
hc_diary_book_init (HcDiaryBook *self)
{
  self->kinds = g_list_store_new (HC_TYPE_DIARY_KIND);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->flags = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Reads the column "text" of the rows that a query with one parameter ":of" has. */
static char **
read_texts (HcDatabase  *database,
            const char  *sql,
            const char  *of,
            GError     **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, sql, error);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  HcStep step;

  if (statement == NULL)
    return NULL;

  if (of != NULL)
    hc_statement_bind_text (statement, ":of", of);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_strv_builder_add (texts, hc_statement_get_text (statement, "text"));

  return step == HC_STEP_DONE ? g_strv_builder_end (texts) : NULL;
}

static HcDiaryKind *
read_kind (HcDatabase   *database,
           HcStatement  *row,
           GError      **error)
{
  const char *id = hc_statement_get_text (row, "id");
  g_auto (GStrv) words = read_texts (database, "SELECT text FROM diary_word WHERE kind = :of ORDER BY position",
                                     id, error);
  HcDiaryKindDetails details = {
    .id = id,
    .name = hc_statement_get_text (row, "name"),
    .question = hc_statement_get_text (row, "question"),
    .hint = hc_statement_get_text (row, "hint"),
    .unit = hc_statement_get_text (row, "unit"),
    .other_unit = hc_statement_get_text (row, "other_unit"),
    .other_factor = hc_statement_get_double (row, "other_factor"),
    .other_offset = hc_statement_get_double (row, "other_offset"),
    .minimum = hc_statement_get_double (row, "minimum"),
    .maximum = hc_statement_get_double (row, "maximum"),
    .digits = (int) hc_statement_get_int64 (row, "digits"),
    .other_digits = (int) hc_statement_get_int64 (row, "other_digits"),
    .covered = hc_statement_get_int64 (row, "covered") != 0,
    .reference = hc_statement_get_text (row, "reference"),
    .link = hc_statement_get_text (row, "link"),
  };

  if (words == NULL)
    return NULL;

  if (words[0] != NULL)
    details.words = (const char *const *) words;
  hc_diary_group_from_string (hc_statement_get_text (row, "belongs_to"), &details.group);
  hc_diary_input_from_string (hc_statement_get_text (row, "input"), &details.input);
  hc_diary_better_from_string (hc_statement_get_text (row, "better"), &details.better);

  return hc_diary_kind_new (&details);
}

static gboolean
read_kinds (HcDiaryBook  *self,
            HcDatabase   *database,
            GError      **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT * FROM diary_kind ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcDiaryKind) kind = read_kind (database, statement, error);

      if (kind == NULL)
        return FALSE;

      g_list_store_append (self->kinds, kind);
      g_hash_table_insert (self->by_id, (gpointer) hc_diary_kind_get_details (kind)->id, kind);
    }

  return step == HC_STEP_DONE;
}

static HcRedFlag *
read_flag (HcDatabase   *database,
           HcStatement  *row,
           GError      **error)
{
  const char *id = hc_statement_get_text (row, "id");
  g_auto (GStrv) texts =
    read_texts (database, "SELECT condition AS text FROM red_flag_condition WHERE flag = :of ORDER BY position",
                id, error);
  g_autoptr (GPtrArray) conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_red_flag_condition_free);
  HcRedFlagDetails details = {
    .id = id,
    .title = hc_statement_get_text (row, "title"),
    .what_to_do = hc_statement_get_text (row, "what_to_do"),
    .why = hc_statement_get_text (row, "why"),
    .link = hc_statement_get_text (row, "link"),
    .conditions = conditions,
    .window = (int) hc_statement_get_int64 (row, "hours"),
    .lasting = (int) hc_statement_get_int64 (row, "lasting"),
    .latest = hc_statement_get_int64 (row, "latest") != 0,
  };

  if (texts == NULL)
    return NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (conditions, hc_red_flag_condition_parse (texts[i]));
  hc_red_flag_level_from_string (hc_statement_get_text (row, "level"), &details.level);

  return hc_red_flag_new (&details);
}

static gboolean
read_flags (HcDiaryBook  *self,
            HcDatabase   *database,
            GError      **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (database, "SELECT * FROM red_flag ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcRedFlag *flag = read_flag (database, statement, error);

      if (flag == NULL)
        return FALSE;

      g_ptr_array_add (self->flags, flag);
    }

  return step == HC_STEP_DONE;
}

/* A library without a diary has no row. */
static gboolean
read_cold (HcDiaryBook  *self,
           HcDatabase   *database,
           GError      **error)
{
  g_autoptr (HcStatement) statement = hc_database_prepare (database, "SELECT * FROM cold_avoidance", error);
  HcStep step;

  if (statement == NULL || (step = hc_statement_step (statement, error)) == HC_STEP_ERROR)
    return FALSE;

  if (step == HC_STEP_ROW)
    {
      self->cold.days = (int) hc_statement_get_int64 (statement, "days");
      self->cold.text = g_strdup (hc_statement_get_text (statement, "text"));
      self->cold.link = g_strdup (hc_statement_get_text (statement, "link"));
    }

  self->cold.avoid = read_texts (database, "SELECT text FROM cold_thing ORDER BY position", NULL, error);

  return self->cold.avoid != NULL;
}

/**
 * hc_diary_book_new:
 * @library: the library; it is not needed any more afterwards
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): what it knows of the diary
 */
HcDiaryBook *
hc_diary_book_new (HcLibrary  *library,
                   GError    **error)
{
  g_autoptr (HcDiaryBook) self = NULL;
  HcDatabase *database;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_DIARY_BOOK, NULL);
  database = hc_library_get_database (library);

  if (!read_kinds (self, database, error) || !read_flags (self, database, error) ||
      !read_cold (self, database, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * hc_diary_book_get_kinds:
 * @self: a book
 *
 * Returns: (transfer none): all #HcDiaryKind, in the order in which they are shown, group by group
 */
GListModel *
hc_diary_book_get_kinds (HcDiaryBook *self)
{
  g_return_val_if_fail (HC_IS_DIARY_BOOK (self), NULL);

  return G_LIST_MODEL (self->kinds);
}

/**
 * hc_diary_book_get_kind:
 * @self: a book
 * @id: the id of a kind of entry
 *
 * Returns: (transfer none) (nullable): the kind; %NULL when this edition has none of that id
 */
HcDiaryKind *
hc_diary_book_get_kind (HcDiaryBook *self,
                        const char  *id)
{
  g_return_val_if_fail (HC_IS_DIARY_BOOK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hc_diary_book_get_flags:
 * @self: a book
 *
 * Returns: (transfer none) (element-type HcRedFlag): all flags, the most urgent first
 */
GPtrArray *
hc_diary_book_get_flags (HcDiaryBook *self)
{
  g_return_val_if_fail (HC_IS_DIARY_BOOK (self), NULL);

  return self->flags;
}

/**
 * hc_diary_book_get_cold_avoidance:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): what is to be avoided after oxaliplatin; %NULL when nothing is told
 */
const HcColdAvoidance *
hc_diary_book_get_cold_avoidance (HcDiaryBook *self)
{
  g_return_val_if_fail (HC_IS_DIARY_BOOK (self), NULL);

  return self->cold.days > 0 ? &self->cold : NULL;
}

/**
 * hc_diary_book_load_cold_sources:
 * @self: a book
 * @library: the library that it is from
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): what says so of cold
 */
GPtrArray *
hc_diary_book_load_cold_sources (HcDiaryBook  *self,
                                 HcLibrary    *library,
                                 GError      **error)
{
  g_return_val_if_fail (HC_IS_DIARY_BOOK (self), NULL);
  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  return hc_library_read_sources (library, "cold-avoidance", error);
}
