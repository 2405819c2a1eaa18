/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "hc-label.h"

G_BEGIN_DECLS

#define HC_TYPE_LABEL_ITEM (hc_label_item_get_type ())

G_DECLARE_FINAL_TYPE (HcLabelItem, hc_label_item, HC, LABEL_ITEM, GObject)

/**
 * HcLabelItemDetails:
 * @set_id: the set id of the label
 * @version: its version
 * @effective: (nullable): since when it has been in effect, `YYYY-MM-DD`
 * @origin: where it was read
 * @kind: what it is for
 * @name: its name
 * @generic: its generic name, may be empty
 * @strengths: the strengths of its products, may be empty
 * @maker: the labeler, may be empty
 */
typedef struct
{
  const char    *set_id;
  int            version;
  const char    *effective;
  HcLabelOrigin  origin;
  HcLabelKind    kind;
  const char    *name;
  const char    *generic;
  const char    *strengths;
  const char    *maker;
} HcLabelItemDetails;

HcLabelItem              *hc_label_item_new         (const HcLabelItemDetails *details) G_GNUC_WARN_UNUSED_RESULT;
const HcLabelItemDetails *hc_label_item_get_details (HcLabelItem              *self);
char                     *hc_label_item_dup_link    (HcLabelItem              *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
