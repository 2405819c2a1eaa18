/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-list.h"

#include "hc-picture.h"

static GPtrArray *
read_parts (HcLibrary   *library,
            const char  *picture,
            GError     **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_picture_part_free);
  g_autoptr (HcStatement) statement =
    hc_database_prepare (hc_library_get_database (library),
                         "SELECT name, title, text, link FROM picture_part "
                         "WHERE picture = :picture ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":picture", picture);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_ptr_array_add (parts, hc_picture_part_new (hc_statement_get_text (statement, "name"),
                                                 hc_statement_get_text (statement, "title"),
                                                 hc_statement_get_text (statement, "text"),
                                                 hc_statement_get_text (statement, "link")));

  return step == HC_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}

static HcPicture *
read_picture (HcLibrary    *library,
              HcStatement  *statement,
              GError      **error)
{
  const HcPictureDetails details = {
    .id = hc_statement_get_text (statement, "id"),
    .title = hc_statement_get_text (statement, "title"),
    .caption = hc_statement_get_text (statement, "caption"),
    .alternative = hc_statement_get_text (statement, "alternative"),
    .article = hc_statement_get_text (statement, "article"),
    .checked = hc_statement_get_text (statement, "checked"),
    .svg = hc_statement_get_text (statement, "svg"),
    .width = (int) hc_statement_get_int64 (statement, "width"),
    .height = (int) hc_statement_get_int64 (statement, "height"),
  };
  g_autofree char *owner = g_strconcat ("picture/", details.id, NULL);
  g_autoptr (GPtrArray) parts = read_parts (library, details.id, error);
  g_autoptr (GPtrArray) sources = parts != NULL ? hc_library_read_sources (library, owner, error) : NULL;

  if (sources == NULL)
    return NULL;

  return hc_picture_new (&details, g_steal_pointer (&parts), g_steal_pointer (&sources));
}

/**
 * hc_picture_list_read:
 * @library: a library
 * @pictures: where its #HcPicture are added, in the order of the slide show
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether all were read
 */
gboolean
hc_picture_list_read (HcLibrary   *library,
                      GListStore  *pictures,
                      GError     **error)
{
  g_autoptr (HcStatement) statement =
    hc_database_prepare (hc_library_get_database (library),
                         "SELECT id, title, caption, alternative, article, checked, svg, width, height "
                         "FROM picture ORDER BY position", error);
  HcStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      g_autoptr (HcPicture) picture = read_picture (library, statement, error);

      if (picture == NULL)
        return FALSE;

      g_list_store_append (pictures, picture);
    }

  return step == HC_STEP_DONE;
}
