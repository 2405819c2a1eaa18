/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "hc-block.h"
#include "hc-source.h"

G_BEGIN_DECLS

/**
 * HcArticleKind:
 * @HC_ARTICLE_KIND_ARTICLE: an article
 * @HC_ARTICLE_KIND_QUESTION: the answer to a question: its title is the question and its summary the
 *   short answer
 * @HC_ARTICLE_KIND_DRUG: what there is to know of a medicine, see #HcDrug
 * @HC_ARTICLE_KIND_LABEL: the label of a medicine, which was imported and is not of the library
 * @HC_ARTICLE_KIND_POST: what a feed has published; its review says who did
 */
typedef enum {
  HC_ARTICLE_KIND_ARTICLE,
  HC_ARTICLE_KIND_QUESTION,
  HC_ARTICLE_KIND_DRUG,
  HC_ARTICLE_KIND_LABEL,
  HC_ARTICLE_KIND_POST,
} HcArticleKind;

const char *hc_article_kind_to_string   (HcArticleKind  kind);
gboolean    hc_article_kind_from_string (const char    *string,
                                         HcArticleKind *kind);

#define HC_TYPE_ARTICLE (hc_article_get_type ())

G_DECLARE_FINAL_TYPE (HcArticle, hc_article, HC, ARTICLE, GObject)

/**
 * HcAudience:
 * @sites: (nullable): the sites of cancer, `colon` and `rectal`
 * @stages: (nullable): the stages, `0` to `4` and `recurrent`
 * @biomarkers: (nullable): the biomarkers, `msi-h`, `ras-mutated`, `ras-wild`, `braf-v600e`,
 *   `kras-g12c`, `her2` and `ntrk`
 *
 * For whom an article is: words with spaces between them. What is %NULL or empty leaves nobody out.
 */
typedef struct
{
  const char *sites;
  const char *stages;
  const char *biomarkers;
} HcAudience;

/**
 * HcArticleSummary:
 *
 * What is told of an article without its text, for hc_article_new().
 */
typedef struct
{
  HcArticleKind kind;
  const char   *id;
  const char   *title;
  const char   *summary;
  const char   *topic_id; /* nullable: the main topic, and its title */
  const char   *topic;
  const char   *checked; /* YYYY-MM-DD */
  const char   *review;  /* nullable */
  gboolean      paged;
  int           words;
  HcAudience    audience;
} HcArticleSummary;

HcArticle  *hc_article_new              (const HcArticleSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
HcArticleKind hc_article_get_kind       (HcArticle *self);
const char *hc_article_get_id           (HcArticle *self);
const char *hc_article_get_title        (HcArticle *self);
const char *hc_article_get_summary      (HcArticle *self);
const char *hc_article_get_topic_id     (HcArticle *self);
const char *hc_article_get_topic        (HcArticle *self);
const char *hc_article_get_checked      (HcArticle *self);
const char *hc_article_get_review       (HcArticle *self);
gboolean    hc_article_is_paged         (HcArticle *self);
int         hc_article_get_minutes      (HcArticle *self);
const HcAudience *hc_article_get_audience (HcArticle *self);
char       *hc_article_dup_link         (HcArticle *self) G_GNUC_WARN_UNUSED_RESULT;

void        hc_article_take_content     (HcArticle *self,
                                         GPtrArray *blocks,
                                         GPtrArray *sources);
gboolean    hc_article_has_content      (HcArticle *self);
GPtrArray  *hc_article_get_blocks       (HcArticle *self);
GPtrArray  *hc_article_get_sources      (HcArticle *self);
HcBlock    *hc_article_find_block       (HcArticle  *self,
                                         const char *anchor);
const char *hc_article_find_section     (HcArticle  *self,
                                         const char *anchor);
guint       hc_article_get_n_pages      (HcArticle  *self);
void        hc_article_get_page         (HcArticle  *self,
                                         guint       page,
                                         guint      *first_block,
                                         guint      *n_blocks);
guint       hc_article_find_page        (HcArticle  *self,
                                         const char *anchor);

G_END_DECLS
