/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-contents.h"

#define ANCHOR_KEY "hc-anchor"
#define ARTICLE_KEY "hc-article"

static GtkWidget *
make_row (HcBlock *heading)
{
  g_autofree char *title = hc_block_dup_text (heading);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_object_set_data_full (G_OBJECT (row), ANCHOR_KEY, g_strdup (heading->anchor), g_free);

  return row;
}

/**
 * hc_article_contents_fill:
 * @list: a list
 * @article: an article with its text
 *
 * Fills the list with the headings of level 2, unless that was done for this article before.
 */
void
hc_article_contents_fill (GtkListBox *list,
                          HcArticle  *article)
{
  GPtrArray *blocks;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (HC_IS_ARTICLE (article));

  if (g_object_get_data (G_OBJECT (list), ARTICLE_KEY) == article)
    return;

  g_object_set_data_full (G_OBJECT (list), ARTICLE_KEY, g_object_ref (article), g_object_unref);
  gtk_list_box_remove_all (list);

  blocks = hc_article_get_blocks (article);
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == HC_BLOCK_HEADING && block->level == 2)
        gtk_list_box_append (list, make_row (block));
    }
}

/**
 * hc_article_contents_select:
 * @list: a list that was filled
 * @anchor: (nullable): the anchor of the heading under which the reader is
 */
void
hc_article_contents_select (GtkListBox *list,
                            const char *anchor)
{
  GtkListBoxRow *row;
  int i = 0;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  while ((row = gtk_list_box_get_row_at_index (list, i++)) != NULL)
    if (g_strcmp0 (hc_article_contents_get_anchor (row), anchor) == 0)
      break;

  if (row != gtk_list_box_get_selected_row (list))
    gtk_list_box_select_row (list, row);
}

/**
 * hc_article_contents_get_anchor:
 * @row: a row of a list that was filled
 *
 * Returns: the anchor of its heading
 */
const char *
hc_article_contents_get_anchor (GtkListBoxRow *row)
{
  g_return_val_if_fail (GTK_IS_LIST_BOX_ROW (row), NULL);

  return g_object_get_data (G_OBJECT (row), ANCHOR_KEY);
}
