/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-item.h"

/**
 * HcLabelItem:
 *
 * An imported label in a list: what it is of, without its text.
 */
struct _HcLabelItem
{
  GObject            parent_instance;

  HcLabelItemDetails details; /* its strings are owned */
};

G_DEFINE_FINAL_TYPE (HcLabelItem, hc_label_item, G_TYPE_OBJECT)

static void
hc_label_item_finalize (GObject *object)
{
  HcLabelItem *self = HC_LABEL_ITEM (object);

  g_free ((char *) self->details.set_id);
  g_free ((char *) self->details.effective);
  g_free ((char *) self->details.name);
  g_free ((char *) self->details.generic);
  g_free ((char *) self->details.strengths);
  g_free ((char *) self->details.maker);

  G_OBJECT_CLASS (hc_label_item_parent_class)->finalize (object);
}

static void
hc_label_item_class_init (HcLabelItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_label_item_finalize;
}

static void
hc_label_item_init (HcLabelItem *self)
{
}

/**
 * hc_label_item_new:
 * @details: what is told of the label
 *
 * Returns: (transfer full): an item
 */
HcLabelItem *
hc_label_item_new (const HcLabelItemDetails *details)
{
  HcLabelItem *self;

  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_LABEL_ITEM, NULL);
  self->details = *details;
  self->details.set_id = g_strdup (details->set_id);
  self->details.effective = g_strdup (details->effective);
  self->details.name = g_strdup (details->name);
  self->details.generic = g_strdup (details->generic);
  self->details.strengths = g_strdup (details->strengths);
  self->details.maker = g_strdup (details->maker);

  return self;
}

/**
 * hc_label_item_get_details:
 * @self: an item
 *
 * Returns: (transfer none): what is told of the label
 */
const HcLabelItemDetails *
hc_label_item_get_details (HcLabelItem *self)
{
  g_return_val_if_fail (HC_IS_LABEL_ITEM (self), NULL);

  return &self->details;
}

/**
 * hc_label_item_dup_link:
 * @self: an item
 *
 * Returns: (transfer full): the link to the label
 */
char *
hc_label_item_dup_link (HcLabelItem *self)
{
  g_return_val_if_fail (HC_IS_LABEL_ITEM (self), NULL);

  return hc_label_dup_link (self->details.set_id);
}
