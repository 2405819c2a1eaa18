/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-term.h"

#include "hc-library-private.h"
#include "hc-link.h"

/* All columns that make a term. */
#define COLUMNS "id, name, also, definition, article"

/**
 * HcTerm:
 *
 * A medical word and what it means: an entry of the glossary.
 */
struct _HcTerm
{
  GObject    parent_instance;

  char      *id;
  char      *name;
  char      *also;
  char      *definition;
  char      *article;
  char      *letter;
  GPtrArray *sources; /* of HcSource */
};

enum {
  PROP_0,
  PROP_LETTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcTerm, hc_term, G_TYPE_OBJECT)

static void
hc_term_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LETTER:
      g_value_set_string (value, HC_TERM (object)->letter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_term_finalize (GObject *object)
{
  HcTerm *self = HC_TERM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->also);
  g_free (self->definition);
  g_free (self->article);
  g_free (self->letter);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_term_parent_class)->finalize (object);
}

static void
hc_term_class_init (HcTermClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hc_term_get_property;
  object_class->finalize = hc_term_finalize;

  /**
   * HcTerm:letter:
   *
   * The letter under which it stands.
   */
  properties[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_term_init (HcTerm *self)
{
}

/* What begins with a digit, as 5-FU, stands under a sign of its own. The letter is taken from the id,
 * which has no accents and by which the terms are sorted. */
static char *
dup_letter (const char *id)
{
  return g_ascii_isalpha (*id) ? g_strdup_printf ("%c", g_ascii_toupper (*id)) : g_strdup ("0–9");
}

static HcTerm *
read_term (HcLibrary    *library,
           HcStatement  *statement,
           GError      **error)
{
  g_autoptr (HcTerm) self = g_object_new (HC_TYPE_TERM, NULL);
  g_autofree char *owner = NULL;

  self->id = g_strdup (hc_statement_get_text (statement, "id"));
  self->name = g_strdup (hc_statement_get_text (statement, "name"));
  self->also = g_strdup (hc_statement_get_text (statement, "also"));
  self->definition = g_strdup (hc_statement_get_text (statement, "definition"));
  self->article = g_strdup (hc_statement_get_text (statement, "article"));
  self->letter = dup_letter (self->id);
  owner = g_strconcat ("term/", self->id, NULL);
  self->sources = hc_library_read_sources (library, owner, error);

  return self->sources != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hc_term_load_all:
 * @library: the library
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the #HcTerm of the glossary by the alphabet
 */
GListModel *
hc_term_load_all (HcLibrary  *library,
                  GError    **error)
{
  g_autoptr (GListStore) terms = NULL;
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  terms = g_list_store_new (HC_TYPE_TERM);
  statement = hc_database_prepare (hc_library_get_database (library),
                                   "SELECT " COLUMNS " FROM term ORDER BY position", error);
  if (statement == NULL)
    return NULL;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcTerm) term = read_term (library, statement, error);

      if (term == NULL)
        return NULL;

      g_list_store_append (terms, term);
    }

  return step == HC_STEP_DONE ? G_LIST_MODEL (g_steal_pointer (&terms)) : NULL;
}

/**
 * hc_term_load:
 * @library: the library
 * @id: the id of a term
 * @error: return location for %HC_LIBRARY_ERROR_NOT_FOUND or a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the term
 */
HcTerm *
hc_term_load (HcLibrary   *library,
              const char  *id,
              GError     **error)
{
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statement = hc_database_prepare (hc_library_get_database (library),
                                   "SELECT " COLUMNS " FROM term WHERE id = :id", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":id", id);
  step = hc_statement_step (statement, error);

  if (step == HC_STEP_DONE)
    g_set_error (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, "The library has no term “%s”", id);

  return step == HC_STEP_ROW ? read_term (library, statement, error) : NULL;
}

/**
 * hc_term_exist:
 * @library: the library
 *
 * Returns: whether its glossary has any terms
 */
gboolean
hc_term_exist (HcLibrary *library)
{
  g_autoptr (HcStatement) statement = NULL;

  g_return_val_if_fail (HC_IS_LIBRARY (library), FALSE);

  statement = hc_database_prepare (hc_library_get_database (library), "SELECT 1 FROM term LIMIT 1", NULL);

  return statement != NULL && hc_statement_step (statement, NULL) == HC_STEP_ROW;
}

/**
 * hc_term_get_id:
 * @self: a term
 *
 * Returns: its name in links
 */
const char *
hc_term_get_id (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->id;
}

/**
 * hc_term_get_name:
 * @self: a term
 *
 * Returns: the word or the words
 */
const char *
hc_term_get_name (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->name;
}

/**
 * hc_term_get_also:
 * @self: a term
 *
 * Returns: its other names and forms, with commas between them; may be empty
 */
const char *
hc_term_get_also (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->also;
}

/**
 * hc_term_get_definition:
 * @self: a term
 *
 * Returns: what it means, one or two sentences
 */
const char *
hc_term_get_definition (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->definition;
}

/**
 * hc_term_get_article:
 * @self: a term
 *
 * Returns: (nullable): the id of the article where there is more to read
 */
const char *
hc_term_get_article (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->article;
}

/**
 * hc_term_get_letter:
 * @self: a term
 *
 * Returns: the letter under which it stands in the glossary; `0–9` for what begins with a digit
 */
const char *
hc_term_get_letter (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->letter;
}

/**
 * hc_term_get_sources:
 * @self: a term
 *
 * Returns: (transfer none) (element-type HcSource): what the definition relies on
 */
GPtrArray *
hc_term_get_sources (HcTerm *self)
{
  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  return self->sources;
}

/**
 * hc_term_dup_link:
 * @self: a term
 *
 * Returns: (transfer full): the link to it
 */
char *
hc_term_dup_link (HcTerm *self)
{
  g_autoptr (HcLink) link = NULL;

  g_return_val_if_fail (HC_IS_TERM (self), NULL);

  link = hc_link_new ("term", self->id, NULL);

  return hc_link_print (link);
}

/**
 * hc_term_matches:
 * @self: a term
 * @words: what a person typed
 *
 * Returns: whether its names and its definition have words that begin with each of @words
 */
gboolean
hc_term_matches (HcTerm     *self,
                 const char *words)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (HC_IS_TERM (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  text = g_strjoin (" ", self->name, self->also, self->definition, NULL);

  return g_str_match_string (words, text, TRUE);
}
