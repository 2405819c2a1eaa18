/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "hc-block.h"

G_BEGIN_DECLS

/**
 * HcSource:
 * @title: the title of the document
 * @publisher: who published it
 * @url: where it is
 * @published: (nullable): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; %NULL when the document has no date
 * @read: the day on which it was read, `YYYY-MM-DD`
 *
 * What an article relies on. The number of a source in the text is its place in the list, from 1.
 */
typedef struct
{
  char *title;
  char *publisher;
  char *url;
  char *published;
  char *read;
} HcSource;

void hc_source_free (HcSource *self);

#define HC_TYPE_ARTICLE (hc_article_get_type ())

G_DECLARE_FINAL_TYPE (HcArticle, hc_article, HC, ARTICLE, GObject)

/**
 * HcArticleSummary:
 *
 * What is told of an article without its text, for hc_article_new().
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *summary;
  const char *topic;   /* the title of the main topic */
  const char *checked; /* YYYY-MM-DD */
  const char *review;  /* nullable */
  gboolean    paged;
  int         words;
} HcArticleSummary;

HcArticle  *hc_article_new              (const HcArticleSummary *summary) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_article_get_id           (HcArticle *self);
const char *hc_article_get_title        (HcArticle *self);
const char *hc_article_get_summary      (HcArticle *self);
const char *hc_article_get_topic        (HcArticle *self);
const char *hc_article_get_checked      (HcArticle *self);
const char *hc_article_get_review       (HcArticle *self);
gboolean    hc_article_is_paged         (HcArticle *self);
int         hc_article_get_minutes      (HcArticle *self);
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
