/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-fault-list.h"

G_BEGIN_DECLS

/**
 * HcSourceDraft:
 * @id: its name within the file
 * @title: its title
 * @publisher: who published it
 * @address: its https address
 * @published: (nullable): its date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; %NULL: undated
 * @read: the day on which it was read, `YYYY-MM-DD`
 * @state: how well it is known: `read`, `copy` or `abstract`
 * @number: its place in the order of first citation, from 1; 0: not cited
 * @line: where it is declared
 *
 * A source that a file of the content declares.
 */
typedef struct
{
  char *id;
  char *title;
  char *publisher;
  char *address;
  char *published;
  char *read;
  char *state;
  int   number;
  int   line;
} HcSourceDraft;

void           hc_source_draft_free   (HcSourceDraft *self);
void           hc_source_draft_read   (GPtrArray     *sources,
                                       const char    *value,
                                       const char    *file,
                                       int            line,
                                       HcFaultList   *faults);
HcSourceDraft *hc_source_draft_find   (GPtrArray     *sources,
                                       const char    *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSourceDraft, hc_source_draft_free)

G_END_DECLS
