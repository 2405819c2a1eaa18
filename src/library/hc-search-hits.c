/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-hits.h"

/**
 * HcSearchHits:
 *
 * What a search has found: a #GListModel of #HcSearchHit, the best first, that does not change.
 */
struct _HcSearchHits
{
  GObject    parent_instance;

  GPtrArray *hits;
  char      *corrected_text;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HcSearchHits, hc_search_hits, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return HC_TYPE_SEARCH_HIT;
}

static guint
get_n_items (GListModel *model)
{
  return HC_SEARCH_HITS (model)->hits->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  HcSearchHits *self = HC_SEARCH_HITS (model);

  return position < self->hits->len ? g_object_ref (g_ptr_array_index (self->hits, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
hc_search_hits_finalize (GObject *object)
{
  HcSearchHits *self = HC_SEARCH_HITS (object);

  g_ptr_array_unref (self->hits);
  g_free (self->corrected_text);

  G_OBJECT_CLASS (hc_search_hits_parent_class)->finalize (object);
}

static void
hc_search_hits_class_init (HcSearchHitsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_search_hits_finalize;
}

static void
hc_search_hits_init (HcSearchHits *self)
{
}

/**
 * hc_search_hits_new:
 * @hits: (transfer full) (element-type HcSearchHit): what was found
 * @corrected_text: (nullable): what was looked for instead of what was typed
 *
 * Returns: (transfer full): a list
 */
HcSearchHits *
hc_search_hits_new (GPtrArray  *hits,
                    const char *corrected_text)
{
  HcSearchHits *self = g_object_new (HC_TYPE_SEARCH_HITS, NULL);

  self->hits = hits;
  self->corrected_text = g_strdup (corrected_text);

  return self;
}

/**
 * hc_search_hits_get_corrected_text:
 * @self: a list
 *
 * Returns: (nullable): what was looked for because nothing has a word that was typed: "colonoscopy" for
 *   "colonoscpy"; %NULL: nothing else than what was typed
 */
const char *
hc_search_hits_get_corrected_text (HcSearchHits *self)
{
  g_return_val_if_fail (HC_IS_SEARCH_HITS (self), NULL);

  return self->corrected_text;
}
