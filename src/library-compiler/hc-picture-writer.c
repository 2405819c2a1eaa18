/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-writer.h"

#include "hc-picture-reader.h"
#include "hc-reference-writer.h"

static gboolean
write_parts (HcDatabase      *database,
             HcPictureDraft  *picture,
             GError         **error)
{
  g_autoptr (HcStatement) insert = hc_database_prepare (database,
    "INSERT INTO picture_part (picture, position, name, title, text, link) "
    "VALUES (:picture, :position, :name, :title, :text, :link)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < picture->parts->len; i++)
    {
      const HcPicturePartDraft *part = g_ptr_array_index (picture->parts, i);

      hc_statement_bind_text (insert, ":picture", picture->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":name", part->name);
      hc_statement_bind_text (insert, ":title", part->title);
      hc_statement_bind_text (insert, ":text", part->text);
      hc_statement_bind_text (insert, ":link", part->link);

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * hc_picture_writer_write:
 * @database: the library, with its articles
 * @pictures: (element-type HcPictureDraft): the pictures, without a fault
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they were written
 */
gboolean
hc_picture_writer_write (HcDatabase  *database,
                         GPtrArray   *pictures,
                         GError     **error)
{
  g_autoptr (HcStatement) insert = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (pictures != NULL, FALSE);

  insert = hc_database_prepare (database,
    "INSERT INTO picture (id, position, title, caption, alternative, article, checked, width, height, svg) "
    "VALUES (:id, :position, :title, :caption, :alternative, :article, :checked, :width, :height, :svg)", error);

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < pictures->len; i++)
    {
      HcPictureDraft *picture = g_ptr_array_index (pictures, i);
      g_autofree char *owner = g_strconcat ("picture/", picture->id, NULL);

      hc_statement_bind_text (insert, ":id", picture->id);
      hc_statement_bind_int64 (insert, ":position", i);
      hc_statement_bind_text (insert, ":title", picture->title);
      hc_statement_bind_text (insert, ":caption", picture->caption);
      hc_statement_bind_text (insert, ":alternative", picture->alternative);
      hc_statement_bind_text (insert, ":article", picture->article);
      hc_statement_bind_text (insert, ":checked", picture->checked);
      hc_statement_bind_int64 (insert, ":width", picture->width);
      hc_statement_bind_int64 (insert, ":height", picture->height);
      hc_statement_bind_text (insert, ":svg", picture->svg);

      if (!hc_statement_run (insert, error) ||
          !write_parts (database, picture, error) ||
          !hc_reference_writer_write_sources (database, owner, picture->words->sources, error))
        return FALSE;
    }

  return TRUE;
}
