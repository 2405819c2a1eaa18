/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-hit.h"

/**
 * HcSearchHit:
 *
 * Something that a search has found.
 */
struct _HcSearchHit
{
  GObject      parent_instance;

  HcSearchRank rank;
  char        *kind;
  char        *link;
  char        *title;
  char        *excerpt;
};

enum {
  PROP_0,
  PROP_KIND,
  PROP_LINK,
  PROP_TITLE,
  PROP_EXCERPT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcSearchHit, hc_search_hit, G_TYPE_OBJECT)

static void
hc_search_hit_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  HcSearchHit *self = HC_SEARCH_HIT (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_LINK:
      g_value_set_string (value, self->link);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_EXCERPT:
      g_value_set_string (value, self->excerpt);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_search_hit_finalize (GObject *object)
{
  HcSearchHit *self = HC_SEARCH_HIT (object);

  g_free (self->kind);
  g_free (self->link);
  g_free (self->title);
  g_free (self->excerpt);

  G_OBJECT_CLASS (hc_search_hit_parent_class)->finalize (object);
}

static void
hc_search_hit_class_init (HcSearchHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hc_search_hit_get_property;
  object_class->finalize = hc_search_hit_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_EXCERPT] = g_param_spec_string ("excerpt", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hc_search_hit_init (HcSearchHit *self)
{
}

/**
 * hc_search_hit_new:
 * @rank: how well it fits
 * @kind: what it is: `article`, `question`, `term`, `picture`, `quiz`, `guide`, `center`,
 *   `helpline`, `group`, `note`, `bookmark`
 * @link: where it leads
 * @title: its title
 * @excerpt: Pango markup: the words around what was found, with these in bold
 *
 * Returns: (transfer full): a hit
 */
HcSearchHit *
hc_search_hit_new (HcSearchRank  rank,
                   const char   *kind,
                   const char   *link,
                   const char   *title,
                   const char   *excerpt)
{
  HcSearchHit *self = g_object_new (HC_TYPE_SEARCH_HIT, NULL);

  self->rank = rank;
  self->kind = g_strdup (kind);
  self->link = g_strdup (link);
  self->title = g_strdup (title);
  self->excerpt = g_strdup (excerpt);

  return self;
}

/**
 * hc_search_hit_get_rank:
 * @self: a hit
 *
 * Returns: how well it fits
 */
HcSearchRank
hc_search_hit_get_rank (HcSearchHit *self)
{
  g_return_val_if_fail (HC_IS_SEARCH_HIT (self), HC_SEARCH_RANK_TEXT);

  return self->rank;
}

/**
 * hc_search_hit_get_kind:
 * @self: a hit
 *
 * Returns: what it is: `article`, `question`, `term`, `picture`, `quiz`, `guide`, `center`,
 *   `helpline`, `group`, `note`, `bookmark`
 */
const char *
hc_search_hit_get_kind (HcSearchHit *self)
{
  g_return_val_if_fail (HC_IS_SEARCH_HIT (self), NULL);

  return self->kind;
}

/**
 * hc_search_hit_get_link:
 * @self: a hit
 *
 * Returns: where it leads
 */
const char *
hc_search_hit_get_link (HcSearchHit *self)
{
  g_return_val_if_fail (HC_IS_SEARCH_HIT (self), NULL);

  return self->link;
}

/**
 * hc_search_hit_get_title:
 * @self: a hit
 *
 * Returns: its title
 */
const char *
hc_search_hit_get_title (HcSearchHit *self)
{
  g_return_val_if_fail (HC_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

/**
 * hc_search_hit_get_excerpt:
 * @self: a hit
 *
 * Returns: Pango markup: the words around what was found, with these in bold
 */
const char *
hc_search_hit_get_excerpt (HcSearchHit *self)
{
  g_return_val_if_fail (HC_IS_SEARCH_HIT (self), NULL);

  return self->excerpt;
}
