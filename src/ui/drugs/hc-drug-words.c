/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-words.h"

#include <glib/gi18n.h>

/**
 * hc_drug_kind_to_words:
 * @kind: what a medicine is
 *
 * Returns: (transfer none): the same in words, translated
 */
const char *
hc_drug_kind_to_words (HcDrugKind kind)
{
  switch (kind)
    {
    case HC_DRUG_OTC:
      return _("Over the Counter");
    case HC_DRUG_SUPPLEMENT:
      return _("Supplement");
    case HC_DRUG_FOOD:
      return _("Food or Drink");
    case HC_DRUG_PRESCRIPTION:
    default:
      return _("Prescription");
    }
}

/* What is written in capitals; classes and conditions are kept in small letters. */
static gboolean
is_abbreviation (const char *word)
{
  static const char *const abbreviations[] = {
    "ssri", "snri", "nsaid", "pd-1", "pd-l1", "ctla-4", "vegf", "vegfr2", "egfr", "her2", "trk", "g-csf", "kras",
    "g12c", "braf", "v600e", "cyp3a4", "5-ht3", "nk1", "qt", "gerd", "ras", "ntrk", "dpd", "uv", "ace", "h2", "nmda",
    "maoi", "laba", "b12", "c", "d", "k", "msi", "p2y12", "iii", NULL
  };

  return g_strv_contains (abbreviations, word);
}

/* A word as it is written in the middle of a text: abbreviations in capitals, also when they are a part of it. */
static char *
dup_word (const char *word)
{
  g_auto (GStrv) parts = NULL;

  if (is_abbreviation (word))
    return g_ascii_strup (word, -1);
  if (g_str_equal (word, "dmmr"))
    return g_strdup ("dMMR");
  if (g_str_equal (word, "xa"))
    return g_strdup ("Xa");

  parts = g_strsplit (word, "-", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (is_abbreviation (parts[i]))
      {
        char *shown = g_ascii_strup (parts[i], -1);

        g_free (parts[i]);
        parts[i] = shown;
      }

  return g_strjoinv ("-", parts);
}

/**
 * hc_drug_words_title:
 * @words: a class or a condition, in small letters
 *
 * Returns: (transfer full): the same as it is shown: the first letter and abbreviations in capitals
 */
char *
hc_drug_words_title (const char *words)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *text = NULL, *first = NULL, *capital = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *shown = dup_word (parts[i]);

      g_free (parts[i]);
      parts[i] = shown;
    }

  text = g_strjoinv (" ", parts);
  if (*text == '\0' || g_str_has_prefix (text, "dMMR"))
    return g_steal_pointer (&text);

  first = g_utf8_substring (text, 0, 1);
  capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, g_utf8_next_char (text), NULL);
}

/**
 * hc_drug_words_join:
 * @words: (array zero-terminated=1): classes or conditions
 *
 * Returns: (transfer full): all of them in one line
 */
char *
hc_drug_words_join (const char *const *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *title = hc_drug_words_title (words[i]);

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append (text, title);
    }

  return g_string_free_and_steal (text);
}
