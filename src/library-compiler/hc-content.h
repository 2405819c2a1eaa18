/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-draft.h"
#include "hc-care-reader.h"
#include "hc-diary-reader.h"
#include "hc-feed-list-reader.h"
#include "hc-follow-up-reader.h"
#include "hc-glossary.h"
#include "hc-health-check-reader.h"
#include "hc-interaction-reader.h"
#include "hc-pill-reader.h"
#include "hc-quiz-reader.h"

G_BEGIN_DECLS

/**
 * HcTopicEntry:
 * @article: the id of an article
 * @planned: whether it is still to be written: links to it are plain text until then
 * @line: where it stands in topics.txt
 */
typedef struct
{
  char     *article;
  gboolean  planned;
  int       line;
} HcTopicEntry;

/**
 * HcTopic:
 * @id: its id
 * @title: its title
 * @articles: (element-type HcTopicEntry): its articles, in the order of reading
 *
 * A group of articles.
 */
typedef struct
{
  char      *id;
  char      *title;
  GPtrArray *articles;
} HcTopic;

/**
 * HcContent:
 * @topics: (element-type HcTopic): the topics, in the order in which they are shown
 * @synonyms: (element-type GStrv): lists of terms that mean the same, each as
 *   hc_text_rules_fold_term() makes it
 * @articles: (element-type HcArticleDraft): the articles, the answers to questions and the medicines, by
 *   the names of their files; after hc_cross_check() of faultless ones in the order of reading
 * @glossary: (nullable): the glossary
 * @quizzes: (element-type HcQuizDraft): the quizzes, by the names of their files
 * @facts: (nullable): a sentence for each day
 * @health_check: (nullable): the health check
 * @diary: (nullable): what can be written down in the diary
 * @feeds: (nullable): the feeds that are suggested
 * @follow_up: (nullable): the checks after the treatment
 * @care: (nullable): centers, helplines and groups
 * @interactions: (element-type HcInteractionFileDraft): the files of interactions, by their names
 * @pills: (nullable): what pills look like
 * @pictures: (nullable) (element-type HcPictureDraft): the pictures, in their order
 * @topics_file: (type filename): topics.txt
 * @files: (element-type filename): all files and folders that were read
 *
 * What stands in the content folder.
 */
typedef struct
{
  GPtrArray    *topics;
  GPtrArray    *synonyms;
  GPtrArray    *articles;
  HcGlossary   *glossary;
  GPtrArray    *quizzes;
  HcFactsDraft *facts;
  HcHealthCheckDraft *health_check;
  HcDiaryDraft *diary;
  HcFeedListDraft *feeds;
  HcFollowUpDraft *follow_up;
  HcCareDraft  *care;
  GPtrArray    *interactions;
  HcPillsDraft *pills;
  GPtrArray    *pictures;
  char         *topics_file;
  GPtrArray    *files;
} HcContent;

HcContent *hc_content_read          (const char   *folder,
                                     const char   *illustrations,
                                     HcFaultList  *faults) G_GNUC_WARN_UNUSED_RESULT;
void       hc_content_free          (HcContent    *self);
gboolean   hc_content_write_depfile (HcContent    *self,
                                     const char   *depfile,
                                     const char   *output,
                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcContent, hc_content_free)

G_END_DECLS
