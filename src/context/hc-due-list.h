/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_TYPE_DUE_ITEM (hc_due_item_get_type ())

G_DECLARE_FINAL_TYPE (HcDueItem, hc_due_item, HC, DUE_ITEM, GObject)

HcDueItem  *hc_due_item_new           (const char *title,
                                       const char *detail,
                                       const char *icon_name,
                                       const char *link,
                                       GDateTime  *time) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_due_item_get_title     (HcDueItem  *self);
const char *hc_due_item_get_detail    (HcDueItem  *self);
const char *hc_due_item_get_icon_name (HcDueItem  *self);
const char *hc_due_item_get_link      (HcDueItem  *self);
GDateTime  *hc_due_item_get_time      (HcDueItem  *self);
gboolean    hc_due_item_is_today      (HcDueItem  *self,
                                       GDateTime  *now);

#define HC_TYPE_DUE_LIST (hc_due_list_get_type ())

G_DECLARE_FINAL_TYPE (HcDueList, hc_due_list, HC, DUE_LIST, GObject)

HcDueList *hc_due_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       hc_due_list_add (HcDueList  *self,
                            GListModel *source);

G_END_DECLS
