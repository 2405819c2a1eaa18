/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcHtmlElement:
 * @HC_HTML_UNKNOWN: what is in it is shown
 * @HC_HTML_DROPPED: nothing of it is
 * @HC_HTML_BLOCK: a paragraph, or something of the kind
 * @HC_HTML_HEADING: a heading
 * @HC_HTML_SUBHEADING: a heading below one
 * @HC_HTML_QUOTE: what somebody else said
 * @HC_HTML_BULLETS: a list
 * @HC_HTML_NUMBERS: a numbered list
 * @HC_HTML_ITEM: an item of a list
 * @HC_HTML_PRE: text whose blanks stay
 * @HC_HTML_BREAK: the end of a line
 * @HC_HTML_PICTURE: a picture
 * @HC_HTML_LINK: a link
 * @HC_HTML_INLINE: a part of a line that looks otherwise
 * @HC_HTML_TABLE: a table
 * @HC_HTML_ROW: a row of one
 * @HC_HTML_CELL: a cell of one
 * @HC_HTML_CAPTION: the caption of one
 *
 * What an element of HTML means for the text of a post.
 */
typedef enum {
  HC_HTML_UNKNOWN,
  HC_HTML_DROPPED,
  HC_HTML_BLOCK,
  HC_HTML_HEADING,
  HC_HTML_SUBHEADING,
  HC_HTML_QUOTE,
  HC_HTML_BULLETS,
  HC_HTML_NUMBERS,
  HC_HTML_ITEM,
  HC_HTML_PRE,
  HC_HTML_BREAK,
  HC_HTML_PICTURE,
  HC_HTML_LINK,
  HC_HTML_INLINE,
  HC_HTML_TABLE,
  HC_HTML_ROW,
  HC_HTML_CELL,
  HC_HTML_CAPTION,
} HcHtmlElement;

HcHtmlElement hc_html_element_find (const char  *name,
                                    const char **tag);

G_END_DECLS
