/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-database.h"

G_BEGIN_DECLS

/**
 * HcItemFunc:
 * @row: a statement that is at a row
 *
 * Returns: (transfer full): the item of that row
 */
typedef GObject *(*HcItemFunc) (HcStatement *row);

typedef struct _HcItemSearch HcItemSearch;

HcItemSearch *hc_item_search_new       (HcDatabase    *database,
                                        GType          type,
                                        const char    *key,
                                        HcItemFunc     make_item,
                                        guint          limit) G_GNUC_WARN_UNUSED_RESULT;
void          hc_item_search_free      (HcItemSearch  *self);
gboolean      hc_item_search_run       (HcItemSearch  *self,
                                        const char    *sql,
                                        const char    *text,
                                        GError       **error);
GListModel   *hc_item_search_dup_items (HcItemSearch  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcItemSearch, hc_item_search_free)

G_END_DECLS
