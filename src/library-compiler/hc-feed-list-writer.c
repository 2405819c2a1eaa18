/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-list-writer.h"

/**
 * hc_feed_list_writer_write:
 * @database: the library
 * @list: the feeds that are suggested
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether they were written
 */
gboolean
hc_feed_list_writer_write (HcDatabase       *database,
                           HcFeedListDraft  *list,
                           GError          **error)
{
  static const struct
  {
    const char *parameter;
    const char *key;
  } values[] = {
    { ":id", "feed" }, { ":title", "title" }, { ":address", "address" }, { ":format", "format" },
    { ":publisher", "publisher" }, { ":belongs_to", "group" }, { ":audience", "for" }, { ":about", "about" },
    { ":seen", "seen" }, { ":checked", "checked" }, { ":state", "state" },
  };
  g_autoptr (HcStatement) insert = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (list != NULL, FALSE);

  insert = hc_database_prepare (database,
    "INSERT INTO feed_suggestion (id, position, title, address, format, publisher, belongs_to, audience, "
    "about, seen,"
    "                             checked, confirmed)"
    " VALUES (:id, :position, :title, :address, :format, :publisher, :belongs_to, :audience, :about, :seen, "
    ":checked,"
    "         :state = 'confirmed')", error);
  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < list->feeds->len; i++)
    {
      hc_statement_bind_int64 (insert, ":position", i);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        hc_statement_bind_text (insert, values[j].parameter,
                                hc_record_get (g_ptr_array_index (list->feeds, i), values[j].key, NULL));

      if (!hc_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}
