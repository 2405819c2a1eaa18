/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcSource:
 * @title: the title of the document
 * @publisher: who published it
 * @url: where it is
 * @published: (nullable): `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; %NULL when the document has no date
 * @read: the day on which it was read, `YYYY-MM-DD`
 * @state: `read` when the document itself was read, `copy` when a copy or a summary of it was,
 *   `abstract` when only its abstract was
 *
 * What an article relies on. The number of a source in the text is its place in the list, from 1.
 */
typedef struct
{
  char *title;
  char *publisher;
  char *url;
  char *published;
  char *read;
  char *state;
} HcSource;

void hc_source_free (HcSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcSource, hc_source_free)

G_END_DECLS
