/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "hc-json-error.h"

G_BEGIN_DECLS

/**
 * HcJsonItemsFuncs:
 * @take_item: takes an item of the list, or the part of it that is wanted; returns whether more is wanted
 * @take_fault: is told of an item that was left out, and why; returns whether more is wanted
 *
 * What takes the items, which are objects and counted from 1.
 */
typedef struct
{
  gboolean (*take_item)  (JsonObject   *item,
                          guint         number,
                          gpointer      user_data);
  gboolean (*take_fault) (const GError *error,
                          guint         number,
                          gpointer      user_data);
} HcJsonItemsFuncs;

/**
 * HcJsonItems:
 *
 * Goes through the items of one long list in JSON as it comes: `{"meta":{},"results":[item, item]}`, or the bare list.
 * There is never more than one item in memory. Where of each item only a part is wanted, an object that it has, only
 * that is; then a single item, without any list, is read as well.
 */
typedef struct _HcJsonItems HcJsonItems;

HcJsonItems *hc_json_items_new        (const char              *member,
                                       const char              *part,
                                       const HcJsonItemsFuncs  *funcs,
                                       gpointer                 user_data) G_GNUC_WARN_UNUSED_RESULT;
void         hc_json_items_free       (HcJsonItems             *self);
gboolean     hc_json_items_feed       (HcJsonItems             *self,
                                       const char              *bytes,
                                       gsize                    length,
                                       GError                 **error);
gboolean     hc_json_items_finish     (HcJsonItems             *self,
                                       GError                 **error);
JsonNode    *hc_json_items_parse_rest (HcJsonItems             *self) G_GNUC_WARN_UNUSED_RESULT;
guint        hc_json_items_count      (HcJsonItems             *self);
gboolean     hc_json_items_has_list   (HcJsonItems             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcJsonItems, hc_json_items_free)

G_END_DECLS
