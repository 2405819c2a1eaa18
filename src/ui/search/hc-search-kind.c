/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-kind.h"

#include <glib/gi18n.h>

/* What a search can find, in words and as an icon. */
typedef struct
{
  const char *kind;
  const char *words;
  const char *icon_name;
} Kind;

static const Kind kinds[] = {
  { "article", N_("Article"), "hc-articles-symbolic" },
  { "question", N_("Question and Answer"), "hc-ask-symbolic" },
  { "drug", N_("Medicine or Supplement"), "hc-drugs-symbolic" },
  { "label", N_("Imported Label"), "hc-drugs-symbolic" },
  { "term", N_("Word Explained"), "hc-term-symbolic" },
  { "picture", N_("Picture"), "hc-picture-symbolic" },
  { "quiz", N_("Quiz"), "hc-ask-symbolic" },
  { "guide", N_("Finding Care"), "hc-key-point-symbolic" },
  { "center", N_("Cancer Center"), "hc-care-symbolic" },
  { "helpline", N_("Helpline"), "hc-call-symbolic" },
  { "group", N_("Support Group"), "hc-community-symbolic" },
  { "note", N_("Your Note"), "hc-note-symbolic" },
  { "bookmark", N_("Your Bookmark"), "hc-bookmark-symbolic" },
};

static const Kind *
find_kind (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      return &kinds[i];

  return &kinds[0];
}

/**
 * hc_search_kind_to_words:
 * @kind: the kind of an #HcSearchHit
 *
 * Returns: what it is, in words, translated
 */
const char *
hc_search_kind_to_words (const char *kind)
{
  return _(find_kind (kind)->words);
}

/**
 * hc_search_kind_to_icon_name:
 * @kind: the kind of an #HcSearchHit
 *
 * Returns: the icon of what it is
 */
const char *
hc_search_kind_to_icon_name (const char *kind)
{
  return find_kind (kind)->icon_name;
}
