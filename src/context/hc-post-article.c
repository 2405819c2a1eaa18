/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-article.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-post-text.h"

/* What came out of a backup is no longer than what a feed gives. */
#define MAX_LINES 4000
#define MAX_COLUMNS 20

typedef struct
{
  GPtrArray *blocks;
  GPtrArray *lists;  /* of HcBlock, the list of each level, the outermost first; none is open: empty */
  HcBlock   *table;  /* the one that grows, NULL: none */
  char      *caption;
  guint      n_anchors;
} Builder;

static char *
make_anchor (Builder    *self,
             const char *kind)
{
  return g_strdup_printf ("%s-%u", kind, ++self->n_anchors);
}

/* Returns the markup as the article view shows it; what is not safe is shown as the text that it is. */
static char *
finish_markup (const char *markup)
{
  g_autofree char *broken = NULL;
  g_auto (GStrv) parts = NULL;
  GString *text;

  if (!hc_post_markup_is_safe (markup))
    {
      g_autofree char *valid = g_utf8_make_valid (markup, -1);

      return g_markup_escape_text (valid, -1);
    }

  parts = g_strsplit (markup, HC_POST_BREAK, -1);
  broken = g_strjoinv ("\n", parts);
  g_strfreev (parts);
  parts = g_strsplit (broken, HC_POST_PICTURE, -1);

  /* Every second part describes a picture. */
  if (g_strv_length (parts) % 2 == 0)
    return g_strjoinv ("", parts);

  text = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    if (i % 2 == 0)
      g_string_append (text, parts[i]);
    else
      /* Translators: %s describes a picture that is not shown. */
      g_string_append_printf (text, _("[Picture: %s]"), parts[i]);

  return g_string_free_and_steal (text);
}

static HcBlock *
add_block (Builder     *self,
           GPtrArray   *blocks,
           HcBlockKind  kind,
           const char  *markup)
{
  HcBlock *block = hc_block_new (kind);

  block->markup = finish_markup (markup);
  if (kind == HC_BLOCK_HEADING)
    block->anchor = make_anchor (self, "section");
  else if (kind == HC_BLOCK_PARAGRAPH)
    block->anchor = make_anchor (self, "p");
  g_ptr_array_add (blocks, block);

  return block;
}

static void
end_group (Builder *self)
{
  g_ptr_array_set_size (self->lists, 0);
  self->table = NULL;
}

static GPtrArray *
get_last_item (HcBlock *list)
{
  const HcBlock *item = g_ptr_array_index (list->children, list->children->len - 1);

  return item->children;
}

/* Opens and closes lists until the innermost one is of a level, as far as there are items to be in. */
static HcBlock *
get_list (Builder          *self,
          const HcPostLine *line)
{
  guint level = MIN ((guint) line->level, self->lists->len + 1);
  HcBlock *list;

  self->table = NULL;
  if (self->lists->len > level)
    g_ptr_array_set_size (self->lists, (int) level);

  list = self->lists->len == level ? g_ptr_array_index (self->lists, level - 1) : NULL;

  /* Another list begins at the same place. */
  if (list != NULL && line->kind != HC_POST_LINE_MORE &&
      (list->level > 0) != (line->kind == HC_POST_LINE_NUMBER))
    {
      g_ptr_array_set_size (self->lists, (int) level - 1);
      list = NULL;
    }

  if (list == NULL)
    {
      list = hc_block_new (HC_BLOCK_LIST);
      list->level = line->kind == HC_POST_LINE_NUMBER ? MAX (line->number, 1) : 0;
      g_ptr_array_add (level > 1 ? get_last_item (g_ptr_array_index (self->lists, level - 2)) : self->blocks,
                       list);
      g_ptr_array_add (self->lists, list);
    }

  return list;
}

static void
add_item (Builder          *self,
          const HcPostLine *line)
{
  HcBlock *list = get_list (self, line);

  if (line->kind != HC_POST_LINE_MORE || list->children->len == 0)
    g_ptr_array_add (list->children, hc_block_new (HC_BLOCK_LIST_ITEM));

  add_block (self, get_last_item (list), HC_BLOCK_PARAGRAPH, line->markup);
}

static void
add_row (Builder          *self,
         const HcPostLine *line)
{
  g_auto (GStrv) cells = g_strsplit (line->markup, "\t", MAX_COLUMNS);
  HcBlock *row = hc_block_new (HC_BLOCK_TABLE_ROW);

  g_ptr_array_set_size (self->lists, 0);

  if (self->table == NULL)
    {
      self->table = hc_block_new (HC_BLOCK_TABLE);
      self->table->anchor = make_anchor (self, "table");
      self->table->detail = self->caption != NULL ? g_steal_pointer (&self->caption) : g_strdup (_("Table"));
      g_ptr_array_add (self->blocks, self->table);
    }

  g_ptr_array_add (self->table->children, row);
  for (guint i = 0; cells[i] != NULL; i++)
    add_block (self, row->children, HC_BLOCK_TABLE_CELL, cells[i]);
}

static void
add_line (Builder          *self,
          const HcPostLine *line)
{
  g_autofree char *quoted = NULL;

  switch (line->kind)
    {
    case HC_POST_LINE_BULLET:
    case HC_POST_LINE_NUMBER:
    case HC_POST_LINE_MORE:
      add_item (self, line);
      break;
    case HC_POST_LINE_HEADER:
    case HC_POST_LINE_ROW:
      add_row (self, line);
      break;
    case HC_POST_LINE_CAPTION:
      end_group (self);
      g_free (self->caption);
      {
        g_autofree char *text = g_strconcat ("p", line->markup, NULL);

        self->caption = hc_post_text_dup_plain (text, 200);
      }
      break;
    case HC_POST_LINE_HEADING:
    case HC_POST_LINE_SUBHEADING:
      end_group (self);
      add_block (self, self->blocks, HC_BLOCK_HEADING,
                 line->markup)->level = line->kind == HC_POST_LINE_HEADING ? 2 : 3;
      break;
    case HC_POST_LINE_QUOTE:
      end_group (self);
      /* Translators: what somebody else said, with the quotation marks of the language. */
      quoted = g_strdup_printf (_("“%s”"), line->markup);
      add_block (self, self->blocks, HC_BLOCK_PARAGRAPH, quoted);
      break;
    case HC_POST_LINE_PARAGRAPH:
    default:
      end_group (self);
      add_block (self, self->blocks, HC_BLOCK_PARAGRAPH, line->markup);
      break;
    }
}

/**
 * hc_post_article_make_blocks:
 * @text: the text of a post, see #HcPostLine, from anywhere
 *
 * Returns: (transfer full) (element-type HcBlock): the same for the article view; its markup is well-formed
 *   and has nothing in it but text, its emphasis, and links to the web
 */
GPtrArray *
hc_post_article_make_blocks (const char *text)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;
  Builder self = { .lists = lists };

  g_return_val_if_fail (text != NULL, NULL);

  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_block_free);
  lines = g_strsplit (text, "\n", MAX_LINES + 1);

  for (guint i = 0; lines[i] != NULL && i < MAX_LINES; i++)
    {
      HcPostLine line;

      if (hc_post_line_parse (lines[i], &line))
        add_line (&self, &line);
    }

  hc_blocks_complete_tables (self.blocks);
  g_free (self.caption);

  return self.blocks;
}

/* Says where it comes from; what is not known is left out. */
static char *
dup_origin (const char *publisher,
            const char *author)
{
  if (author == NULL || *author == '\0' || g_strcmp0 (author, publisher) == 0)
    return g_strdup (publisher);

  if (*publisher == '\0')
    return g_strdup (author);

  /* Translators: the publisher and the author of a piece of news. */
  return g_strdup_printf (_("%s, by %s"), publisher, author);
}

static HcArticle *
make_article (const char *id,
              const char *publisher,
              const char *title,
              const char *author,
              const char *link,
              const char *text,
              GDateTime  *published,
              GDateTime  *read,
              gboolean    is_cut)
{
  g_autoptr (GDateTime) local = published != NULL ? g_date_time_to_local (published) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *origin = dup_origin (publisher, author);
  g_autofree char *beginning = hc_post_text_dup_plain (text, 80);
  GPtrArray *blocks = hc_post_article_make_blocks (text);
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_source_free);
  HcArticle *article;

  if (blocks->len == 0)
    {
      HcBlock *block = hc_block_new (HC_BLOCK_PARAGRAPH);

      block->anchor = g_strdup ("p-1");
      block->markup =
        g_markup_escape_text (_("The feed has only the title. The text is on the website."), -1);
      g_ptr_array_add (blocks, block);
    }

  /* What has no title is called by its first words. */
  article = hc_article_new (&(HcArticleSummary) {
    .kind = HC_ARTICLE_KIND_POST,
    .id = id,
    .title = *title != '\0' ? title : *beginning != '\0' ? beginning : _("Untitled"),
    .summary = is_cut ? _("The text is longer than what was kept. The rest is on the website.")
                      : _("As its publisher wrote it. It was not checked by the makers of this program."),
    .topic = publisher,
    .checked = day,
    .review = origin,
    .audience = { .sites = "", .stages = "", .biomarkers = "" },
  });

  if (link != NULL && *link != '\0' && (read != NULL || day != NULL))
    {
      HcSource *source = g_new0 (HcSource, 1);

      source->title = g_strdup (hc_article_get_title (article));
      source->publisher = g_strdup (publisher);
      source->url = g_strdup (link);
      source->published = g_strdup (day);
      source->read = read != NULL ? g_date_time_format (read, "%Y-%m-%d") : g_strdup (day);
      source->state = g_strdup ("read");
      g_ptr_array_add (sources, source);
    }

  hc_article_take_content (article, blocks, sources);

  return article;
}

/**
 * hc_post_article_new:
 * @item: an item of a feed, with its text
 * @publisher: the title of the feed; may be empty
 *
 * Makes an article of what a feed published, to be read as the articles of the library are. Its review says
 * who published it, its date is the day on which that was.
 *
 * Returns: (transfer full): the article, with its text
 */
HcArticle *
hc_post_article_new (HcFeedItem *item,
                     const char *publisher)
{
  const HcFeedItemDetails *details;
  g_autofree char *id = NULL;

  g_return_val_if_fail (HC_IS_FEED_ITEM (item), NULL);
  g_return_val_if_fail (publisher != NULL, NULL);

  details = hc_feed_item_get_details (item);
  id = g_strdup_printf ("%s/%s", details->feed, details->key);

  return make_article (id, publisher, details->title, details->author, details->link,
                       details->text != NULL ? details->text : "", details->published, details->time,
                       details->is_cut);
}

/**
 * hc_post_article_new_saved:
 * @post: what the person saved
 *
 * Returns: (transfer full): the same article as hc_post_article_new() makes of the item
 */
HcArticle *
hc_post_article_new_saved (HcSavedPost *post)
{
  const HcSavedPostDetails *details;

  g_return_val_if_fail (HC_IS_SAVED_POST (post), NULL);

  details = hc_saved_post_get_details (post);

  return make_article (hc_saved_post_get_id (post), details->publisher, details->title, details->author,
                       details->link,
                       details->text, details->published, hc_saved_post_get_created (post), details->is_cut);
}
