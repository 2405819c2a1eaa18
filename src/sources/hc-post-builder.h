/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-post-text.h"

G_BEGIN_DECLS

/**
 * HcPostBuilder:
 *
 * Makes the text of a post: takes words and tags in any order, and gives lines whose markup is well-formed.
 */
typedef struct _HcPostBuilder HcPostBuilder;

HcPostBuilder *hc_post_builder_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void           hc_post_builder_free         (HcPostBuilder  *self);
void           hc_post_builder_append       (HcPostBuilder  *self,
                                             const char     *text,
                                             gsize           length,
                                             gboolean        keeps_blanks);
void           hc_post_builder_append_break (HcPostBuilder  *self);
void           hc_post_builder_append_picture (HcPostBuilder *self,
                                               const char    *alternative);
void           hc_post_builder_open         (HcPostBuilder  *self,
                                             guint           depth,
                                             const char     *tag,
                                             const char     *address);
void           hc_post_builder_close        (HcPostBuilder  *self,
                                             guint           depth);
void           hc_post_builder_set_kind     (HcPostBuilder  *self,
                                             HcPostLineKind  kind,
                                             int             level,
                                             int             number);
void           hc_post_builder_end_line     (HcPostBuilder  *self);
void           hc_post_builder_push         (HcPostBuilder  *self);
char          *hc_post_builder_pop          (HcPostBuilder  *self) G_GNUC_WARN_UNUSED_RESULT;
void           hc_post_builder_add_lines    (HcPostBuilder  *self,
                                             const char     *lines);
gboolean       hc_post_builder_is_full      (HcPostBuilder  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcPostBuilder, hc_post_builder_free)

G_END_DECLS
