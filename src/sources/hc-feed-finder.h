/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcFoundFeed:
 * @address: its `https:` address
 * @title: what the page calls it, plain text; may be empty
 * @is_guess: whether the page only links to something that is called as feeds are
 *
 * A feed that a page names.
 */
typedef struct
{
  char     *address;
  char     *title;
  gboolean  is_guess;
} HcFoundFeed;

void       hc_found_feed_free  (HcFoundFeed  *self);
GPtrArray *hc_feed_finder_find (GBytes       *bytes,
                                const char   *content_type,
                                const char   *address) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFoundFeed, hc_found_feed_free)

G_END_DECLS
