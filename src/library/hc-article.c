/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article.h"

#include "hc-link.h"

/* Adults read a text like ours at about 240 words a minute (Brysbaert, "How many words do we read
 * per minute?", Journal of Memory and Language 109, 2019: 238). Somebody who is tired reads slower. */
#define WORDS_PER_MINUTE 200

/**
 * HcArticle:
 *
 * An article of the library. It comes without its text, for lists; hc_library_load_article() adds
 * the text.
 */
struct _HcArticle
{
  GObject    parent_instance;

  HcArticleKind kind;
  char      *id;
  char      *title;
  char      *summary;
  char      *topic_id;
  char      *topic;
  char      *checked;
  char      *review;
  gboolean   paged;
  int        words;
  HcAudience audience; /* its strings are owned */

  GPtrArray *blocks;  /* of HcBlock, NULL until the text was loaded */
  GPtrArray *sources; /* of HcSource, NULL until the text was loaded */
};

enum {
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_TOPIC,
  PROP_MINUTES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcArticle, hc_article, G_TYPE_OBJECT)

/* The names stand in library.db and are the places of links. */
static const char *const kind_names[] = {
  [HC_ARTICLE_KIND_ARTICLE] = "article",
  [HC_ARTICLE_KIND_QUESTION] = "question",
  [HC_ARTICLE_KIND_DRUG] = "drug",
  [HC_ARTICLE_KIND_LABEL] = "label",
  [HC_ARTICLE_KIND_POST] = "post",
};

/**
 * hc_article_kind_to_string:
 * @kind: a kind of article
 *
 * Returns: its name in library.db and in links
 */
const char *
hc_article_kind_to_string (HcArticleKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * hc_article_kind_from_string:
 * @string: a name
 * @kind: (out): the kind of that name
 *
 * Returns: whether there is such a kind
 */
gboolean
hc_article_kind_from_string (const char    *string,
                             HcArticleKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (kind_names[i], string) == 0)
      {
        *kind = (HcArticleKind) i;
        return TRUE;
      }

  return FALSE;
}

static void
hc_article_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  HcArticle *self = HC_ARTICLE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    case PROP_TOPIC:
      g_value_set_string (value, self->topic);
      break;
    case PROP_MINUTES:
      g_value_set_int (value, hc_article_get_minutes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_article_finalize (GObject *object)
{
  HcArticle *self = HC_ARTICLE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->topic_id);
  g_free (self->topic);
  g_free (self->checked);
  g_free (self->review);
  g_free ((char *) self->audience.sites);
  g_free ((char *) self->audience.stages);
  g_free ((char *) self->audience.biomarkers);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_article_parent_class)->finalize (object);
}

static void
hc_article_class_init (HcArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hc_article_get_property;
  object_class->finalize = hc_article_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, NULL, flags);
  properties[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, 1, G_MAXINT, 1, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_article_init (HcArticle *self)
{
}

/**
 * hc_article_new:
 * @summary: what is told of it, copied
 *
 * Returns: (transfer full): an article without its text
 */
HcArticle *
hc_article_new (const HcArticleSummary *summary)
{
  HcArticle *self = g_object_new (HC_TYPE_ARTICLE, NULL);

  self->kind = summary->kind;
  self->id = g_strdup (summary->id);
  self->title = g_strdup (summary->title);
  self->summary = g_strdup (summary->summary);
  self->topic_id = g_strdup (summary->topic_id);
  self->topic = g_strdup (summary->topic);
  self->checked = g_strdup (summary->checked);
  self->review = g_strdup (summary->review);
  self->paged = summary->paged;
  self->words = summary->words;
  self->audience.sites = g_strdup (summary->audience.sites);
  self->audience.stages = g_strdup (summary->audience.stages);
  self->audience.biomarkers = g_strdup (summary->audience.biomarkers);

  return self;
}

/**
 * hc_article_get_kind:
 * @self: an article
 *
 * Returns: whether it is an article or the answer to a question
 */
HcArticleKind
hc_article_get_kind (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), HC_ARTICLE_KIND_ARTICLE);

  return self->kind;
}

/**
 * hc_article_get_id:
 * @self: an article
 *
 * Returns: its name in links
 */
const char *
hc_article_get_id (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->id;
}

/**
 * hc_article_get_title:
 * @self: an article
 *
 * Returns: its title
 */
const char *
hc_article_get_title (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->title;
}

/**
 * hc_article_get_summary:
 * @self: an article
 *
 * Returns: one sentence that says what the reader gets
 */
const char *
hc_article_get_summary (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->summary;
}

/**
 * hc_article_get_topic_id:
 * @self: an article
 *
 * Returns: the id of its main topic
 */
const char *
hc_article_get_topic_id (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->topic_id;
}

/**
 * hc_article_get_topic:
 * @self: an article
 *
 * Returns: the title of its main topic
 */
const char *
hc_article_get_topic (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->topic;
}

/**
 * hc_article_get_checked:
 * @self: an article
 *
 * Returns: the day on which its facts were last compared with the sources, `YYYY-MM-DD`
 */
const char *
hc_article_get_checked (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->checked;
}

/**
 * hc_article_get_review:
 * @self: an article
 *
 * Returns: (nullable): who reviewed it and when, %NULL when no clinician has
 */
const char *
hc_article_get_review (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->review;
}

/**
 * hc_article_is_paged:
 * @self: an article
 *
 * Returns: whether each section of level 2 is shown as a page of its own
 */
gboolean
hc_article_is_paged (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), FALSE);

  return self->paged;
}

/**
 * hc_article_get_minutes:
 * @self: an article
 *
 * Returns: how long it takes to read it, in minutes, at least 1
 */
int
hc_article_get_minutes (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), 1);

  return MAX (1, (self->words + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE);
}

/**
 * hc_article_get_audience:
 * @self: an article
 *
 * Returns: for whom it is
 */
const HcAudience *
hc_article_get_audience (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return &self->audience;
}

/**
 * hc_article_dup_link:
 * @self: an article
 *
 * Returns: (transfer full): the link to it
 */
char *
hc_article_dup_link (HcArticle *self)
{
  g_autoptr (HcLink) link = NULL;

  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  link = hc_link_new (hc_article_kind_to_string (self->kind), self->id, NULL);

  return hc_link_print (link);
}

/**
 * hc_article_take_content:
 * @self: an article without its text
 * @blocks: (transfer full) (element-type HcBlock): the text
 * @sources: (transfer full) (element-type HcSource): what it relies on
 */
void
hc_article_take_content (HcArticle *self,
                         GPtrArray *blocks,
                         GPtrArray *sources)
{
  g_return_if_fail (HC_IS_ARTICLE (self));
  g_return_if_fail (!hc_article_has_content (self));

  self->blocks = blocks;
  self->sources = sources;
}

/**
 * hc_article_has_content:
 * @self: an article
 *
 * Returns: whether its text was loaded
 */
gboolean
hc_article_has_content (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), FALSE);

  return self->blocks != NULL;
}

/**
 * hc_article_get_blocks:
 * @self: an article with its text
 *
 * Returns: (transfer none) (element-type HcBlock): the text
 */
GPtrArray *
hc_article_get_blocks (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->blocks;
}

/**
 * hc_article_get_sources:
 * @self: an article with its text
 *
 * Returns: (transfer none) (element-type HcSource): what it relies on
 */
GPtrArray *
hc_article_get_sources (HcArticle *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self), NULL);

  return self->sources;
}

static HcBlock *
find_block (GPtrArray  *blocks,
            const char *anchor)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (blocks, i);
      HcBlock *found;

      if (g_strcmp0 (block->anchor, anchor) == 0)
        return block;

      if ((found = find_block (block->children, anchor)) != NULL)
        return found;
    }

  return NULL;
}

/**
 * hc_article_find_block:
 * @self: an article with its text
 * @anchor: the anchor of a block
 *
 * Returns: (transfer none) (nullable): the block
 */
HcBlock *
hc_article_find_block (HcArticle  *self,
                       const char *anchor)
{
  g_return_val_if_fail (HC_IS_ARTICLE (self) && hc_article_has_content (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  return find_block (self->blocks, anchor);
}

/**
 * hc_article_find_section:
 * @self: an article with its text
 * @anchor: (nullable): the anchor of a block
 *
 * Returns: (nullable): the anchor of the heading of level 2 that the block stands under
 */
const char *
hc_article_find_section (HcArticle  *self,
                         const char *anchor)
{
  const char *section = NULL;

  g_return_val_if_fail (HC_IS_ARTICLE (self) && hc_article_has_content (self), NULL);

  for (guint i = 0; anchor != NULL && i < self->blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->kind == HC_BLOCK_HEADING && block->level == 2)
        section = block->anchor;

      if (g_strcmp0 (block->anchor, anchor) == 0 || find_block (block->children, anchor) != NULL)
        return section;
    }

  return NULL;
}

static gboolean
starts_page (HcArticle *self,
             guint      index)
{
  HcBlock *block = g_ptr_array_index (self->blocks, index);

  return index == 0 || (self->paged && block->kind == HC_BLOCK_HEADING && block->level == 2);
}

/**
 * hc_article_get_n_pages:
 * @self: an article with its text
 *
 * Returns: on how many pages it is shown: 1, or for a paged one the introduction and one for each
 *   section of level 2
 */
guint
hc_article_get_n_pages (HcArticle *self)
{
  guint n_pages = 0;

  g_return_val_if_fail (HC_IS_ARTICLE (self) && hc_article_has_content (self), 0);

  for (guint i = 0; i < self->blocks->len; i++)
    if (starts_page (self, i))
      n_pages++;

  return n_pages;
}

/**
 * hc_article_get_page:
 * @self: an article with its text
 * @page: the number of a page, from 0
 * @first_block: (out): the first of its blocks
 * @n_blocks: (out): how many blocks it has
 */
void
hc_article_get_page (HcArticle *self,
                     guint      page,
                     guint     *first_block,
                     guint     *n_blocks)
{
  guint n_pages = 0;

  g_return_if_fail (HC_IS_ARTICLE (self) && hc_article_has_content (self));

  *first_block = 0;
  *n_blocks = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (starts_page (self, i) && n_pages++ == page)
        *first_block = i;

      if (n_pages == page + 1)
        (*n_blocks)++;
    }
}

/**
 * hc_article_find_page:
 * @self: an article with its text
 * @anchor: (nullable): the anchor of a block
 *
 * Returns: the number of the page that shows the block, 0 when there is no such block
 */
guint
hc_article_find_page (HcArticle  *self,
                      const char *anchor)
{
  guint page = 0;

  g_return_val_if_fail (HC_IS_ARTICLE (self) && hc_article_has_content (self), 0);

  if (anchor == NULL)
    return 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      HcBlock *block = g_ptr_array_index (self->blocks, i);

      if (i > 0 && starts_page (self, i))
        page++;

      if (g_strcmp0 (block->anchor, anchor) == 0 || find_block (block->children, anchor) != NULL)
        return page;
    }

  return 0;
}
