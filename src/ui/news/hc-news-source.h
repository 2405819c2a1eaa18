/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HcNewsKind:
 * @HC_NEWS_ALL: all that is subscribed to
 * @HC_NEWS_SAVED: what the person saved
 * @HC_NEWS_FOLDER: the feeds of a folder
 * @HC_NEWS_FEED: one feed
 *
 * Where posts come from.
 */
typedef enum {
  HC_NEWS_ALL,
  HC_NEWS_SAVED,
  HC_NEWS_FOLDER,
  HC_NEWS_FEED,
} HcNewsKind;

/**
 * HcNewsSourceDetails:
 * @kind: what it is
 * @id: the id of the feed, or the name of the folder; otherwise empty
 * @folder: the folder under which it stands; empty for none
 * @title: what it is called
 * @note: what is told below that; may be empty
 * @has_problem: whether the note is about a problem
 * @count: how many posts were not read; of what is saved, how many there are
 *
 * Something that has posts.
 */
typedef struct
{
  HcNewsKind  kind;
  const char *id;
  const char *folder;
  const char *title;
  const char *note;
  gboolean    has_problem;
  guint       count;
} HcNewsSourceDetails;

#define HC_TYPE_NEWS_SOURCE (hc_news_source_get_type ())

G_DECLARE_FINAL_TYPE (HcNewsSource, hc_news_source, HC, NEWS_SOURCE, GObject)

HcNewsSource *hc_news_source_new       (const HcNewsSourceDetails *details) G_GNUC_WARN_UNUSED_RESULT;
void          hc_news_source_update    (HcNewsSource              *self,
                                        const HcNewsSourceDetails *details);
char         *hc_news_source_dup_words (HcNewsSource              *self) G_GNUC_WARN_UNUSED_RESULT;
char         *hc_news_source_dup_link  (HcNewsSource              *self) G_GNUC_WARN_UNUSED_RESULT;

const HcNewsSourceDetails *hc_news_source_get_details (HcNewsSource *self);

G_END_DECLS
