/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-draft.h"
#include "hc-fault-list.h"

G_BEGIN_DECLS

/**
 * HcTopic:
 * @id: its id
 * @title: its title
 *
 * A group of articles.
 */
typedef struct
{
  char *id;
  char *title;
} HcTopic;

/**
 * HcContent:
 * @topics: (element-type HcTopic): the topics, in the order in which they are shown
 * @synonyms: (element-type GStrv): lists of terms that mean the same, each as
 *   hc_text_rules_fold_term() makes it
 * @articles: (element-type HcArticleDraft): the articles, by the names of their files; after
 *   hc_cross_check_articles() of faultless ones in the order of reading
 * @files: (element-type filename): all files and folders that were read
 *
 * What stands in the content folder.
 */
typedef struct
{
  GPtrArray *topics;
  GPtrArray *synonyms;
  GPtrArray *articles;
  GPtrArray *files;
} HcContent;

HcContent *hc_content_read          (const char   *folder,
                                     HcFaultList  *faults) G_GNUC_WARN_UNUSED_RESULT;
void       hc_content_free          (HcContent    *self);
gboolean   hc_content_write_depfile (HcContent    *self,
                                     const char   *depfile,
                                     const char   *output,
                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcContent, hc_content_free)

G_END_DECLS
