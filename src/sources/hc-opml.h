/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-feed-error.h"

G_BEGIN_DECLS

/**
 * HcOpmlEntry:
 * @address: the `https:` address of the feed
 * @title: its title, plain text; may be empty
 * @home: (nullable): the page that it belongs to
 * @folder: the folder that it is in, with " / " between a folder and one in it; may be empty
 *
 * A feed in a list of feeds.
 */
typedef struct
{
  char *address;
  char *title;
  char *home;
  char *folder;
} HcOpmlEntry;

HcOpmlEntry *hc_opml_entry_new  (const char   *address,
                                 const char   *title,
                                 const char   *home,
                                 const char   *folder) G_GNUC_WARN_UNUSED_RESULT;
void         hc_opml_entry_free (HcOpmlEntry  *self);
GPtrArray   *hc_opml_read       (GBytes       *bytes,
                                 guint        *n_refused,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char        *hc_opml_print      (GPtrArray    *entries,
                                 const char   *title,
                                 GDateTime    *now) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcOpmlEntry, hc_opml_entry_free)

G_END_DECLS
