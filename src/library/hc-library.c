/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-library-private.h"

#include "hc-database.h"
#include "hc-drug-list.h"
#include "hc-picture-list.h"
#include "hc-search-index.h"

/* Both as data/sql/library.sql sets them. */
#define APPLICATION_ID 0x48434c42
#define FORMAT_VERSION 6

/**
 * HcLibrary:
 *
 * The reference that comes with the program: library.db, made at build time and only read. It is
 * used by the main thread: what it reads lies in the page cache and takes far less than a frame.
 */
struct _HcLibrary
{
  GObject        parent_instance;

  HcDatabase    *database;
  HcSearchIndex *search;
  GListStore    *articles;  /* of HcArticle, in the order of reading */
  GListStore    *questions; /* of HcArticle, by their topics */
  GListStore    *monographs; /* of HcArticle, by the names of the medicines */
  GListStore    *drugs;     /* of HcDrug, likewise */
  GListStore    *pictures;  /* of HcPicture, in the order of the slide show */
  GHashTable    *by_id;     /* of HcArticle of all three kinds; keys and values belong to the lists */
};

G_DEFINE_QUARK (hc-library-error-quark, hc_library_error)

G_DEFINE_FINAL_TYPE (HcLibrary, hc_library, G_TYPE_OBJECT)

static void
hc_library_finalize (GObject *object)
{
  HcLibrary *self = HC_LIBRARY (object);

  g_clear_object (&self->search);
  g_clear_object (&self->database);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->articles);
  g_clear_object (&self->questions);
  g_clear_object (&self->monographs);
  g_clear_object (&self->drugs);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (hc_library_parent_class)->finalize (object);
}

static void
hc_library_class_init (HcLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_library_finalize;
}

static void
hc_library_init (HcLibrary *self)
{
  self->articles = g_list_store_new (HC_TYPE_ARTICLE);
  self->questions = g_list_store_new (HC_TYPE_ARTICLE);
  self->monographs = g_list_store_new (HC_TYPE_ARTICLE);
  self->drugs = g_list_store_new (HC_TYPE_DRUG);
  self->pictures = g_list_store_new (HC_TYPE_PICTURE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static GListStore *
get_store (HcLibrary     *self,
           HcArticleKind  kind)
{
  if (kind == HC_ARTICLE_KIND_DRUG)
    return self->monographs;

  return kind == HC_ARTICLE_KIND_QUESTION ? self->questions : self->articles;
}

static gboolean
load_articles (HcLibrary  *self,
               GError    **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (self->database,
                         "SELECT article.id AS id, kind, article.title AS title, summary, "
                         "       topic.id AS topic_id, topic.title AS topic, "
                         "       checked, review, paged, words, sites, stages, biomarkers "
                         "FROM article LEFT JOIN topic ON topic.id = article.topic ORDER BY article.position",
                         error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcArticleKind kind = HC_ARTICLE_KIND_ARTICLE;
      g_autoptr (HcArticle) article = NULL;

      hc_article_kind_from_string (hc_statement_get_text (statement, "kind"), &kind);
      article = hc_article_new (&(HcArticleSummary) {
        .kind = kind,
        .id = hc_statement_get_text (statement, "id"),
        .title = hc_statement_get_text (statement, "title"),
        .summary = hc_statement_get_text (statement, "summary"),
        .topic_id = hc_statement_get_text (statement, "topic_id"),
        .topic = hc_statement_get_text (statement, "topic"),
        .checked = hc_statement_get_text (statement, "checked"),
        .review = hc_statement_get_text (statement, "review"),
        .paged = hc_statement_get_int64 (statement, "paged") != 0,
        .words = (int) hc_statement_get_int64 (statement, "words"),
        .audience = {
          .sites = hc_statement_get_text (statement, "sites"),
          .stages = hc_statement_get_text (statement, "stages"),
          .biomarkers = hc_statement_get_text (statement, "biomarkers"),
        },
      });

      g_list_store_append (get_store (self, kind), article);
      g_hash_table_insert (self->by_id, (char *) hc_article_get_id (article), article);
    }

  return step == HC_STEP_DONE;
}

static gboolean
check_format (HcDatabase  *database,
              GError     **error)
{
  gint64 id, version;

  if (!hc_database_get_pragma (database, "application_id", &id, error) ||
      !hc_database_get_pragma (database, "user_version", &version, error))
    return FALSE;

  if (id != APPLICATION_ID || version != FORMAT_VERSION)
    {
      g_set_error (error, HC_DATABASE_ERROR, HC_DATABASE_ERROR_FOREIGN,
                   "%s is not a library of this version of Health Center",
                   hc_database_get_path (database));
      return FALSE;
    }

  return TRUE;
}

/**
 * hc_library_new:
 * @path: (type filename): library.db
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the library, with the list of its articles
 */
HcLibrary *
hc_library_new (const char  *path,
                GError     **error)
{
  g_autoptr (HcLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (HC_TYPE_LIBRARY, NULL);
  self->database = hc_database_new (path, HC_DATABASE_IMMUTABLE, error);

  if (self->database == NULL || !check_format (self->database, error) || !load_articles (self, error) ||
      !hc_drug_list_read (self, self->drugs, error) || !hc_picture_list_read (self, self->pictures, error))
    return NULL;

  self->search = hc_search_index_new (self->database, error);

  return self->search != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hc_library_get_articles:
 * @self: a library
 *
 * Returns: (transfer none): the #HcArticle of the library in the order of reading
 */
GListModel *
hc_library_get_articles (HcLibrary *self)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->articles);
}

/**
 * hc_library_get_questions:
 * @self: a library
 *
 * Returns: (transfer none): the #HcArticle that answer questions, by their topics
 */
GListModel *
hc_library_get_questions (HcLibrary *self)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->questions);
}

/**
 * hc_library_get_pictures:
 * @self: a library
 *
 * Returns: (transfer none): the #HcPicture of the library in the order of the slide show
 */
GListModel *
hc_library_get_pictures (HcLibrary *self)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->pictures);
}

/**
 * hc_library_get_drugs:
 * @self: a library
 *
 * Returns: (transfer none): the #HcDrug of the library, by their names
 */
GListModel *
hc_library_get_drugs (HcLibrary *self)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->drugs);
}

/**
 * hc_library_get_drug:
 * @self: a library
 * @id: the id of a medicine
 *
 * Returns: (transfer none) (nullable): the medicine
 */
HcDrug *
hc_library_get_drug (HcLibrary  *self,
                     const char *id)
{
  guint n;

  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->drugs));

  for (guint i = 0; i < n; i++)
    {
      /* The list keeps its reference. */
      g_autoptr (HcDrug) drug = g_list_model_get_item (G_LIST_MODEL (self->drugs), i);

      if (g_str_equal (hc_drug_get_id (drug), id))
        return drug;
    }

  return NULL;
}

/**
 * hc_library_get_picture:
 * @self: a library
 * @id: the id of a picture
 *
 * Returns: (transfer none) (nullable): the picture
 */
HcPicture *
hc_library_get_picture (HcLibrary  *self,
                        const char *id)
{
  guint n;

  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));

  for (guint i = 0; i < n; i++)
    {
      /* The list keeps its reference. */
      g_autoptr (HcPicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      if (g_str_equal (hc_picture_get_id (picture), id))
        return picture;
    }

  return NULL;
}

/**
 * hc_library_get_article:
 * @self: a library
 * @id: the id of an article, of the answer to a question or of a medicine
 *
 * Returns: (transfer none) (nullable): the article
 */
HcArticle *
hc_library_get_article (HcLibrary  *self,
                        const char *id)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * hc_library_get_neighbor:
 * @self: a library
 * @article: an article of the library
 * @distance: 1 for the next one in the order of reading, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the article there; of answers the answer, of medicines the medicine
 */
HcArticle *
hc_library_get_neighbor (HcLibrary *self,
                         HcArticle *article,
                         int        distance)
{
  g_autoptr (HcArticle) neighbor = NULL;
  GListStore *store;
  guint position;

  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (HC_IS_ARTICLE (article), NULL);

  store = get_store (self, hc_article_get_kind (article));

  if (!g_list_store_find (store, article, &position) || (gint64) position + distance < 0)
    return NULL;

  /* The list keeps its reference. */
  neighbor = g_list_model_get_item (G_LIST_MODEL (store), (guint) ((gint64) position + distance));

  return neighbor;
}

static HcBlock *
read_block (HcLibrary   *self,
            HcStatement *statement)
{
  HcBlock *block;
  HcBlockKind kind = HC_BLOCK_PARAGRAPH;

  hc_block_kind_from_string (hc_statement_get_text (statement, "kind"), &kind);

  block = hc_block_new (kind);
  block->level = (int) hc_statement_get_int64 (statement, "level");
  block->anchor = g_strdup (hc_statement_get_text (statement, "anchor"));
  block->markup = g_strdup (hc_statement_get_text (statement, "markup"));
  block->detail = g_strdup (hc_statement_get_text (statement, "detail"));
  block->target = g_strdup (hc_statement_get_text (statement, "target"));
  if (block->target != NULL)
    g_set_object (&block->picture, hc_library_get_picture (self, block->target));

  return block;
}

static GPtrArray *
read_blocks (HcLibrary   *self,
             const char  *article,
             GError     **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (HcStatement) statement =
    hc_database_prepare (self->database,
                         "SELECT id, parent, kind, level, anchor, markup, detail, target "
                         "FROM block WHERE article = :article ORDER BY id",
                         error);
  HcStep step;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":article", article);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcBlock *block = read_block (self, statement);
      gint64 id = hc_statement_get_int64 (statement, "id");
      gint64 parent_id = hc_statement_get_int64 (statement, "parent");
      HcBlock *parent = g_hash_table_lookup (by_id, &parent_id);

      g_ptr_array_add (parent != NULL ? parent->children : blocks, block);
      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), block);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&blocks) : NULL;
}

/**
 * hc_library_read_sources:
 * @self: a library
 * @owner: what relies on them, as in a link: `term/polyp`
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcSource) (nullable): the sources in the order of their numbers
 */
GPtrArray *
hc_library_read_sources (HcLibrary   *self,
                         const char  *owner,
                         GError     **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_source_free);
  g_autoptr (HcStatement) statement =
    hc_database_prepare (self->database,
                         "SELECT title, publisher, url, published, read, state "
                         "FROM source WHERE owner = :owner ORDER BY number",
                         error);
  HcStep step;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":owner", owner);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      HcSource *source = g_new0 (HcSource, 1);

      source->title = g_strdup (hc_statement_get_text (statement, "title"));
      source->publisher = g_strdup (hc_statement_get_text (statement, "publisher"));
      source->url = g_strdup (hc_statement_get_text (statement, "url"));
      source->published = g_strdup (hc_statement_get_text (statement, "published"));
      source->read = g_strdup (hc_statement_get_text (statement, "read"));
      source->state = g_strdup (hc_statement_get_text (statement, "state"));

      g_ptr_array_add (sources, source);
    }

  return step == HC_STEP_DONE ? g_steal_pointer (&sources) : NULL;
}

/**
 * hc_library_load_article:
 * @self: a library
 * @article: an article of the library
 * @error: return location for %HC_LIBRARY_ERROR_NOT_FOUND or a %HC_DATABASE_ERROR
 *
 * Loads the text of an article, if that has not been done yet.
 *
 * Returns: whether the article has its text now
 */
gboolean
hc_library_load_article (HcLibrary  *self,
                         HcArticle  *article,
                         GError    **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *owner = NULL;

  g_return_val_if_fail (HC_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (HC_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (hc_article_has_content (article))
    return TRUE;

  blocks = read_blocks (self, hc_article_get_id (article), error);
  if (blocks == NULL)
    return FALSE;

  if (blocks->len == 0)
    {
      g_set_error (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                   "The library has no article “%s”", hc_article_get_id (article));
      return FALSE;
    }

  owner = g_strdup_printf ("%s/%s", hc_article_kind_to_string (hc_article_get_kind (article)),
                           hc_article_get_id (article));
  sources = hc_library_read_sources (self, owner, error);
  if (sources == NULL)
    return FALSE;

  hc_article_take_content (article, g_steal_pointer (&blocks), g_steal_pointer (&sources));

  return TRUE;
}

/**
 * hc_library_get_database:
 * @self: a library
 *
 * Returns: (transfer none): library.db, for what else reads from it
 */
HcDatabase *
hc_library_get_database (HcLibrary *self)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);

  return self->database;
}

/**
 * hc_library_search:
 * @self: a library
 * @text: what a person typed, anything at all
 * @limit: how many hits at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds what has all the words of @text, see hc_search_index_search().
 *
 * Returns: (transfer full) (nullable): the #HcSearchHits, none when there is no word in @text
 */
GListModel *
hc_library_search (HcLibrary   *self,
                   const char  *text,
                   guint        limit,
                   GError     **error)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return (GListModel *) hc_search_index_search (self->search, NULL, text, limit, error);
}

/**
 * hc_library_search_kind:
 * @self: a library
 * @kind: what to look for: `article`, `question`, `drug`, `term`, `picture`, `quiz`, `guide`,
 *   `center`, `helpline` or `group`
 * @text: what a person typed, anything at all
 * @limit: how many hits at the most
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Does the same as hc_library_search() for one kind of documents.
 *
 * Returns: (transfer full) (nullable): the #HcSearchHits
 */
GListModel *
hc_library_search_kind (HcLibrary   *self,
                        const char  *kind,
                        const char  *text,
                        guint        limit,
                        GError     **error)
{
  g_return_val_if_fail (HC_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return (GListModel *) hc_search_index_search (self->search, kind, text, limit, error);
}
