/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-block.h"

G_BEGIN_DECLS

/**
 * HcSourceDraft:
 * @id: its name within the article
 * @title: its title
 * @publisher: who published it
 * @address: its https address
 * @published: (nullable): its date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; %NULL: undated
 * @read: the day on which it was read, `YYYY-MM-DD`
 * @number: its place in the order of first citation, from 1; 0: not cited
 * @line: where it is declared
 *
 * A source of an article.
 */
typedef struct
{
  char *id;
  char *title;
  char *publisher;
  char *address;
  char *published;
  char *read;
  int   number;
  int   line;
} HcSourceDraft;

/**
 * HcLinkDraft:
 * @article: the id of the article that it leads to
 * @anchor: (nullable): the place in it
 * @line: where the link stands
 *
 * A link to an article, kept until all articles are read and it can be looked up.
 */
typedef struct
{
  char *article;
  char *anchor;
  int   line;
} HcLinkDraft;

/**
 * HcArticleDraft:
 * @file: (type filename): its path
 * @id: its id, after the name of the file
 * @title: (nullable): its title
 * @summary: (nullable): its summary
 * @topics: (nullable): the ids of its topics, the main one first
 * @topics_line: where they stand
 * @checked: (nullable): the day on which it was checked, `YYYY-MM-DD`
 * @review: (nullable): who reviewed it and when; %NULL: nobody has
 * @paged: whether each section of level 2 is a page
 * @next: (nullable): the id of the article to be read next
 * @next_line: where that stands
 * @has_front_matter: whether the front matter could be read at all
 * @sources: (element-type HcSourceDraft): in the order of declaration
 * @links: (element-type HcLinkDraft): the links to articles
 * @blocks: (element-type HcBlock): the text
 * @anchors: (element-type utf8): a set of the anchors that a link may lead to
 * @n_cited: how many sources have a number
 *
 * What was read of one article. What the front matter lacks is %NULL, and then there is a fault.
 */
typedef struct
{
  char       *file;
  char       *id;
  char       *title;
  char       *summary;
  char      **topics;
  int         topics_line;
  char       *checked;
  char       *review;
  gboolean    paged;
  char       *next;
  int         next_line;
  gboolean    has_front_matter;
  GPtrArray  *sources;
  GPtrArray  *links;
  GPtrArray  *blocks;
  GHashTable *anchors;
  int         n_cited;
} HcArticleDraft;

HcArticleDraft *hc_article_draft_new          (const char     *file) G_GNUC_WARN_UNUSED_RESULT;
void            hc_article_draft_free         (HcArticleDraft *self);
void            hc_source_draft_free          (HcSourceDraft  *self);
HcSourceDraft  *hc_article_draft_find_source  (HcArticleDraft *self,
                                               const char     *id);
int             hc_article_draft_cite         (HcArticleDraft *self,
                                               const char     *id);
void            hc_article_draft_add_link     (HcArticleDraft *self,
                                               const char     *article,
                                               const char     *anchor,
                                               int             line);
char           *hc_article_draft_dup_headings (HcArticleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
char           *hc_article_draft_dup_body     (HcArticleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
guint           hc_article_draft_count_words  (HcArticleDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcArticleDraft, hc_article_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSourceDraft, hc_source_draft_free)

G_END_DECLS
