/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-group-words.h"

#include <glib/gi18n.h>

/**
 * hc_group_words_get_form:
 * @form: what a group is
 *
 * Returns: the same in words, translated
 */
const char *
hc_group_words_get_form (HcSupportGroupForm form)
{
  switch (form)
    {
    case HC_SUPPORT_GROUP_FORUM:
      return _("Written discussions");
    case HC_SUPPORT_GROUP_CLOSED:
      return _("Closed group");
    case HC_SUPPORT_GROUP_MEETING:
      return _("People who meet");
    case HC_SUPPORT_GROUP_MENTOR:
      return _("One mentor");
    case HC_SUPPORT_GROUP_LEARNING:
      return _("Courses and information");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hc_group_words_dup_ways:
 * @ways: how one is with others
 *
 * Returns: (transfer full) (nullable): the same in words, translated; %NULL when it is not known
 */
char *
hc_group_words_dup_ways (HcSupportGroupWays ways)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (ways == 0)
    return NULL;

  if (ways & HC_SUPPORT_GROUP_ONLINE)
    g_strv_builder_add (words, _("online"));
  if (ways & HC_SUPPORT_GROUP_TELEPHONE)
    g_strv_builder_add (words, _("by telephone"));
  if (ways & HC_SUPPORT_GROUP_IN_PERSON)
    g_strv_builder_add (words, _("in person"));
  parts = g_strv_builder_end (words);

  return g_strjoinv (", ", parts);
}
