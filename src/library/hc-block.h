/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-picture.h"

G_BEGIN_DECLS

/**
 * HcBlockKind:
 * @HC_BLOCK_HEADING: a heading of level 2 or 3
 * @HC_BLOCK_PARAGRAPH: a paragraph
 * @HC_BLOCK_LIST: a list; its level is the first number, 0 for bullets; its children are items
 * @HC_BLOCK_LIST_ITEM: an item; its children are paragraphs and lists
 * @HC_BLOCK_TABLE: a table; its detail is the caption, its children are rows
 * @HC_BLOCK_TABLE_ROW: a row; its children are cells
 * @HC_BLOCK_TABLE_CELL: a cell; its level is 1 in the header
 * @HC_BLOCK_CALL_OUT: a framed remark; its detail is `key`, `ask`, `call`, `differ` or `boxed`
 * @HC_BLOCK_FIGURE: a picture; its detail is the caption, its target the id of the picture
 *
 * What an article is made of.
 */
typedef enum {
  HC_BLOCK_HEADING,
  HC_BLOCK_PARAGRAPH,
  HC_BLOCK_LIST,
  HC_BLOCK_LIST_ITEM,
  HC_BLOCK_TABLE,
  HC_BLOCK_TABLE_ROW,
  HC_BLOCK_TABLE_CELL,
  HC_BLOCK_CALL_OUT,
  HC_BLOCK_FIGURE,
} HcBlockKind;

/**
 * HcBlock:
 * @kind: what it is
 * @level: see #HcBlockKind
 * @anchor: (nullable): its name within the article, for links, notes and the reading place
 * @markup: (nullable): its text as Pango markup
 * @detail: (nullable): see #HcBlockKind
 * @target: (nullable): see #HcBlockKind
 * @picture: (nullable): the picture of a figure that was read from the library
 * @children: (element-type HcBlock): the blocks within it, empty for most
 *
 * A part of the text of an article. Made by the library compiler, shown by the article view.
 */
typedef struct
{
  HcBlockKind  kind;
  int          level;
  char        *anchor;
  char        *markup;
  char        *detail;
  char        *target;
  HcPicture   *picture;
  GPtrArray   *children;
} HcBlock;

HcBlock    *hc_block_new              (HcBlockKind  kind) G_GNUC_WARN_UNUSED_RESULT;
void        hc_block_free             (HcBlock     *self);
char       *hc_block_dup_text         (HcBlock     *self) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_block_kind_to_string   (HcBlockKind  kind);
gboolean    hc_block_kind_from_string (const char  *string,
                                       HcBlockKind *kind);
void        hc_blocks_complete_tables (GPtrArray   *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcBlock, hc_block_free)

G_END_DECLS
