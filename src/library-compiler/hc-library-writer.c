/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-library-writer.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "hc-care-writer.h"
#include "hc-database.h"
#include "hc-diary-writer.h"
#include "hc-drug-writer.h"
#include "hc-feed-list-writer.h"
#include "hc-picture-writer.h"
#include "hc-reference-writer.h"
#include "hc-search-content.h"

typedef struct
{
  HcContent   *content;
  const char  *schema;
  HcStatement *insert_block;
  gint64       last_block;
} Writer;

static gboolean
write_topics (HcDatabase  *database,
              HcContent   *content,
              GError     **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO topic (id, position, title) VALUES (:id, :position, :title)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < content->topics->len; i++)
    {
      const HcTopic *topic = g_ptr_array_index (content->topics, i);

      hc_statement_bind_text (insert, ":id", topic->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":title", topic->title);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_article_row (HcDatabase      *database,
                   HcArticleDraft  *article,
                   guint            position,
                   GError         **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO article (id, kind, position, title, summary, topic, checked, review, paged, words, "
    "                     sites, stages, biomarkers) "
    "VALUES (:id, :kind, :position, :title, :summary, :topic, :checked, :review, :paged, :words, "
    "        ifnull(:sites, ''), ifnull(:stages, ''), ifnull(:biomarkers, ''))", error);

  if (insert == NULL)
    return FALSE;

  hc_statement_bind_text (insert, ":id", article->id);
  hc_statement_bind_text (insert, ":kind", hc_article_kind_to_string (article->kind));
  hc_statement_bind_int64 (insert, ":position", position);
  hc_statement_bind_text (insert, ":title", article->title);
  hc_statement_bind_text (insert, ":summary", article->summary);
  hc_statement_bind_text (insert, ":topic", article->topics != NULL ? article->topics[0] : NULL);
  hc_statement_bind_text (insert, ":checked", article->checked);
  hc_statement_bind_text (insert, ":review", article->review);
  hc_statement_bind_int64 (insert, ":paged", article->paged);
  hc_statement_bind_int64 (insert, ":words", hc_article_draft_count_words (article));
  hc_statement_bind_text (insert, ":sites", article->sites);
  hc_statement_bind_text (insert, ":stages", article->stages);
  hc_statement_bind_text (insert, ":biomarkers", article->biomarkers);

  return hc_statement_run (insert, error);
}

static gboolean
write_article_topics (HcDatabase      *database,
                      HcArticleDraft  *article,
                      GError         **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO article_topic (article, topic) VALUES (:article, :topic)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; article->topics != NULL && article->topics[i] != NULL; i++)
    {
      hc_statement_bind_text (insert, ":article", article->id);
      hc_statement_bind_text (insert, ":topic", article->topics[i]);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return ((const HcSourceDraft *) a)->number - ((const HcSourceDraft *) b)->number;
}

static gboolean
write_article_sources (HcDatabase      *database,
                       HcArticleDraft  *article,
                       GError         **error)
{
  g_autofree char *owner = g_strdup_printf ("%s/%s", hc_article_kind_to_string (article->kind), article->id);

  /* They are not looked up by their places any more. */
  g_ptr_array_sort_values (article->sources, compare_numbers);

  return hc_reference_writer_write_sources (database, owner, article->sources, error);
}

/* Writes a block after its parent and its elder siblings, and then what is within it. A parent of 0
 * stands for none. */
static gboolean
write_block (Writer      *self,
             const char  *article,
             HcBlock     *block,
             gint64       parent,
             GError     **error)
{
  gint64 id = ++self->last_block;

  hc_statement_reset (self->insert_block);
  hc_statement_bind_int64 (self->insert_block, ":id", id);
  hc_statement_bind_text (self->insert_block, ":article", article);

  if (parent != 0)
    hc_statement_bind_int64 (self->insert_block, ":parent", parent);

  hc_statement_bind_text (self->insert_block, ":kind", hc_block_kind_to_string (block->kind));
  hc_statement_bind_int64 (self->insert_block, ":level", block->level);
  hc_statement_bind_text (self->insert_block, ":anchor", block->anchor);
  hc_statement_bind_text (self->insert_block, ":markup", block->markup);
  hc_statement_bind_text (self->insert_block, ":detail", block->detail);
  hc_statement_bind_text (self->insert_block, ":target", block->target);

  if (!hc_statement_run (self->insert_block, error))
    return FALSE;

  for (guint i = 0; i < block->children->len; i++)
    if (!write_block (self, article, g_ptr_array_index (block->children, i), id, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_blocks (Writer          *self,
              HcDatabase      *database,
              HcArticleDraft  *article,
              GError         **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO block (id, article, parent, kind, level, anchor, markup, detail, target) "
    "VALUES (:id, :article, :parent, :kind, :level, :anchor, :markup, :detail, :target)", error);
  gboolean written = insert != NULL;

  self->insert_block = insert;

  for (guint i = 0; i < article->blocks->len && written; i++)
    written = write_block (self, article->id, g_ptr_array_index (article->blocks, i), 0, error);

  self->insert_block = NULL;

  return written;
}

static gboolean
write_all (HcDatabase  *database,
           gpointer     user_data,
           GError     **error)
{
  Writer *self = user_data;
  guint positions[] = { [HC_ARTICLE_KIND_DRUG] = 0 };

  if (!hc_database_execute (database, self->schema, error) ||
      !write_topics (database, self->content, error))
    return FALSE;

  for (guint i = 0; i < self->content->articles->len; i++)
    {
      HcArticleDraft *article = g_ptr_array_index (self->content->articles, i);

      if (!write_article_row (database, article, positions[article->kind]++, error) ||
          !write_article_topics (database, article, error) ||
          !write_article_sources (database, article, error) ||
          !write_blocks (self, database, article, error))
        return FALSE;
    }

  return hc_reference_writer_write (database, self->content, error) &&
         hc_drug_writer_write (database, self->content, error) &&
         (self->content->care == NULL || hc_care_writer_write (database, self->content->care, error)) &&
         (self->content->diary == NULL || hc_diary_writer_write (database, self->content->diary, error)) &&
         (self->content->feeds == NULL || hc_feed_list_writer_write (database, self->content->feeds, error)) &&
         (self->content->follow_up == NULL ||
          hc_follow_up_draft_write (self->content->follow_up, database, error)) &&
         (self->content->pictures == NULL || hc_picture_writer_write (database, self->content->pictures, error)) &&
         hc_search_content_write (database, self->content, error);
}

static gboolean
write_file (Writer      *self,
            const char  *path,
            GError     **error)
{
  g_autoptr (HcDatabase) database = hc_database_new (path, HC_DATABASE_READ_WRITE, error);

  return database != NULL &&
         hc_database_transaction (database, write_all, self, error) &&
         hc_database_execute (database, "PRAGMA journal_mode = DELETE; VACUUM", error);
}

/**
 * hc_library_writer_write:
 * @content: the content, without a fault
 * @schema: the SQL that makes the tables
 * @path: (type filename): where library.db will be
 * @error: return location for a %HC_DATABASE_ERROR or a #GFileError
 *
 * Writes library.db. The same content gives the same bytes.
 *
 * Returns: whether it was written; otherwise there is no new file
 */
gboolean
hc_library_writer_write (HcContent   *content,
                         const char  *schema,
                         const char  *path,
                         GError     **error)
{
  Writer self = { .content = content, .schema = schema };
  g_autofree char *partial = g_strconcat (path, ".partial", NULL);
  gboolean written;

  g_return_val_if_fail (content != NULL, FALSE);
  g_return_val_if_fail (schema != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_unlink (partial);
  written = write_file (&self, partial, error);

  /* A database is made for its owner only; this one is for everybody to read. */
  if (written && (g_chmod (partial, 0644) != 0 || g_rename (partial, path) != 0))
    {
      int saved_errno = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                   "%s: %s", path, g_strerror (saved_errno));
      written = FALSE;
    }

  if (!written)
    g_unlink (partial);

  return written;
}
