/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

/**
 * HcSearchDocument:
 * @kind: what it is: `article`, `question`, `term`, `picture`, `quiz`, `guide`, `center`,
 *   `helpline`, `group`
 * @target: the link to it
 * @title: its title
 * @also: (nullable): its other names, one a line
 * @summary: (nullable): what it is, in a sentence or two
 * @headings: (nullable): its headings
 * @body: (nullable): its text
 *
 * Something that can be found, in plain text.
 */
typedef struct
{
  const char *kind;
  const char *target;
  const char *title;
  const char *also;
  const char *summary;
  const char *headings;
  const char *body;
} HcSearchDocument;

/**
 * HcSearchWriter:
 *
 * Makes what #HcSearchIndex searches.
 */
typedef struct _HcSearchWriter HcSearchWriter;

HcSearchWriter *hc_search_writer_new          (HcDatabase              *database,
                                               GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void            hc_search_writer_free         (HcSearchWriter          *self);
gboolean        hc_search_writer_add_synonyms (HcSearchWriter          *self,
                                               const char *const       *terms,
                                               GError                 **error);
gboolean        hc_search_writer_add          (HcSearchWriter          *self,
                                               const HcSearchDocument  *document,
                                               GError                 **error);
gboolean        hc_search_writer_flush        (HcSearchWriter          *self,
                                               GError                 **error);
gboolean        hc_search_writer_finish       (HcSearchWriter          *self,
                                               GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSearchWriter, hc_search_writer_free)

G_END_DECLS
