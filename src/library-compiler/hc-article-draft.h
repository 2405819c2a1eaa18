/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article.h"
#include "hc-source-draft.h"

G_BEGIN_DECLS

/**
 * HcLinkDraft:
 * @place: what it leads to: `article`, `question`, `term`, `picture` or `quiz`
 * @id: the id of that
 * @anchor: (nullable): the place in it
 * @line: where the link stands
 *
 * A link within the library, kept until all of that is read and it can be looked up.
 */
typedef struct
{
  char *place;
  char *id;
  char *anchor;
  int   line;
} HcLinkDraft;

/**
 * HcDrugDraft:
 * @brands: (nullable): its brand names, with commas
 * @also: (nullable): other names and usual misspellings, with commas
 * @kind: (nullable): the name of an HcDrugKind
 * @classes: (nullable): its classes, with commas
 * @conditions: (nullable): what it is taken for, with commas
 * @forms: (nullable): its forms and strengths, with semicolons
 *
 * What is told of a medicine before its text.
 */
typedef struct
{
  char *brands;
  char *also;
  char *kind;
  char *classes;
  char *conditions;
  char *forms;
} HcDrugDraft;

/**
 * HcArticleDraft:
 * @kind: an article, the answer to a question or a medicine
 * @file: (type filename): its path
 * @id: its id, after the name of the file
 * @title: (nullable): its title
 * @summary: (nullable): its summary
 * @topics: (nullable): the ids of its topics, the main one first
 * @topics_line: where they stand
 * @checked: (nullable): the day on which it was checked, `YYYY-MM-DD`
 * @review: (nullable): who reviewed it and when; %NULL: nobody has
 * @paged: whether each section of level 2 is a page
 * @sites: (nullable): for whom it is, words with spaces between them; %NULL: everybody
 * @stages: (nullable): likewise
 * @biomarkers: (nullable): likewise
 * @drug: of a medicine
 * @has_front_matter: whether the front matter could be read at all
 * @sources: (element-type HcSourceDraft): in the order of declaration
 * @links: (element-type HcLinkDraft): the links within the library
 * @blocks: (element-type HcBlock): the text
 * @anchors: (element-type utf8): a set of the anchors that a link may lead to
 * @n_cited: how many sources have a number
 *
 * What was read of one article. What the front matter lacks is %NULL, and then there is a fault.
 */
typedef struct
{
  HcArticleKind kind;
  char       *file;
  char       *id;
  char       *title;
  char       *summary;
  char      **topics;
  int         topics_line;
  char       *checked;
  char       *review;
  gboolean    paged;
  char       *sites;
  char       *stages;
  char       *biomarkers;
  HcDrugDraft drug;
  gboolean    has_front_matter;
  GPtrArray  *sources;
  GPtrArray  *links;
  GPtrArray  *blocks;
  GHashTable *anchors;
  int         n_cited;
} HcArticleDraft;

HcArticleDraft *hc_article_draft_new          (HcArticleKind   kind,
                                               const char     *file) G_GNUC_WARN_UNUSED_RESULT;
void            hc_article_draft_free         (HcArticleDraft *self);
int             hc_article_draft_cite         (HcArticleDraft *self,
                                               const char     *id);
void            hc_article_draft_add_link     (HcArticleDraft *self,
                                               const char     *place,
                                               const char     *id,
                                               const char     *anchor,
                                               int             line);
char           *hc_article_draft_dup_headings (HcArticleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
char           *hc_article_draft_dup_body     (HcArticleDraft *self) G_GNUC_WARN_UNUSED_RESULT;
guint           hc_article_draft_count_words  (HcArticleDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcArticleDraft, hc_article_draft_free)

G_END_DECLS
