/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-drawing-reader.h"
#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcPicturePartDraft:
 * @name: its name
 * @title: what it is called
 * @text: what it is
 * @link: (nullable): where there is more to read
 * @line: where it stands
 *
 * A part of a picture that can be chosen.
 */
typedef struct
{
  char *name;
  char *title;
  char *text;
  char *link;
  int   line;
} HcPicturePartDraft;

/**
 * HcPictureDraft:
 * @id: its id, the name of its files
 * @words: the file that tells of it, which owns its sources
 * @title: its title
 * @caption: the sentence that stands below it
 * @alternative: all that it shows, in words
 * @article: (nullable): the id of the article that it belongs to
 * @article_line: where that stands
 * @checked: the day on which it was checked
 * @parts: (element-type HcPicturePartDraft): its parts, in their order
 * @svg: the drawing
 * @width: its width
 * @height: its height
 */
typedef struct
{
  char         *id;
  HcRecordFile *words;
  char         *title;
  char         *caption;
  char         *alternative;
  char         *article;
  int           article_line;
  char         *checked;
  GPtrArray    *parts;
  char         *svg;
  int           width;
  int           height;
} HcPictureDraft;

GPtrArray *hc_picture_reader_read_folder (const char     *folder,
                                          GPtrArray      *files,
                                          HcFaultList    *faults) G_GNUC_WARN_UNUSED_RESULT;
void       hc_picture_draft_free         (HcPictureDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcPictureDraft, hc_picture_draft_free)

G_END_DECLS
