/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcPostLineKind:
 * @HC_POST_LINE_PARAGRAPH: a paragraph
 * @HC_POST_LINE_QUOTE: a paragraph that quotes somebody
 * @HC_POST_LINE_HEADING: a heading
 * @HC_POST_LINE_SUBHEADING: a heading below one
 * @HC_POST_LINE_BULLET: an item of a list
 * @HC_POST_LINE_NUMBER: an item of a numbered list
 * @HC_POST_LINE_MORE: another paragraph of the item before
 * @HC_POST_LINE_CAPTION: the caption of the table that follows
 * @HC_POST_LINE_HEADER: a row of a table that names its columns; its cells have tabulators between them
 * @HC_POST_LINE_ROW: a row of a table
 *
 * The first character of a line of the text of a post.
 */
typedef enum {
  HC_POST_LINE_PARAGRAPH = 'p',
  HC_POST_LINE_QUOTE = 'q',
  HC_POST_LINE_HEADING = '2',
  HC_POST_LINE_SUBHEADING = '3',
  HC_POST_LINE_BULLET = '*',
  HC_POST_LINE_NUMBER = '#',
  HC_POST_LINE_MORE = '+',
  HC_POST_LINE_CAPTION = 't',
  HC_POST_LINE_HEADER = '!',
  HC_POST_LINE_ROW = '|',
} HcPostLineKind;

/* Stands before and after the words that describe a picture. */
#define HC_POST_PICTURE "\xef\xbf\xbc"

/* Breaks a line within a paragraph. */
#define HC_POST_BREAK "\xe2\x80\xa8"

/* The number of an item in a list is no larger, and lists do not nest deeper. */
#define HC_POST_MAX_NUMBER 99999
#define HC_POST_MAX_LEVEL 9

/**
 * HcPostLine:
 * @kind: what it is
 * @level: how deep the list is nested, from 1; 0 for what is no item
 * @number: the number of an item
 * @markup: (transfer none): its text: Pango markup that hc_post_markup_is_safe() knows to be so
 *
 * A line of the text of a post. A post is text that a feed published, reduced to what the article view can
 * show: each line is the character of its kind, for items a digit for the level and for numbered ones the
 * number and a space, and markup.
 */
typedef struct
{
  HcPostLineKind  kind;
  int             level;
  int             number;
  const char     *markup;
} HcPostLine;

gboolean  hc_post_line_parse      (const char *text,
                                   HcPostLine *line);
gboolean  hc_post_markup_is_safe  (const char *markup);
char     *hc_post_text_from_plain (const char *plain) G_GNUC_WARN_UNUSED_RESULT;
char     *hc_post_text_dup_plain  (const char *text,
                                   glong       max_chars) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
