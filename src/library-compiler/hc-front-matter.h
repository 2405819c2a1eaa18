/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-fault-list.h"

G_BEGIN_DECLS

/**
 * HcFrontMatterEntry:
 * @key: what stands before the colon
 * @value: what stands after it, without spaces at its ends; may be empty
 * @line: its line in the file
 */
typedef struct
{
  char *key;
  char *value;
  int   line;
} HcFrontMatterEntry;

/**
 * HcFrontMatter:
 * @entries: (element-type HcFrontMatterEntry): the lines, in their order
 * @n_lines: how many lines of the file it takes, with the two lines of dashes
 * @body: the text that follows it, in the string that was read
 */
typedef struct
{
  GPtrArray  *entries;
  int         n_lines;
  const char *body;
} HcFrontMatter;

HcFrontMatter *hc_front_matter_read (const char    *text,
                                     const char    *file,
                                     HcFaultList   *faults) G_GNUC_WARN_UNUSED_RESULT;
void           hc_front_matter_free (HcFrontMatter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFrontMatter, hc_front_matter_free)

G_END_DECLS
