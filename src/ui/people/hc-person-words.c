/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-person-words.h"

#include <glib/gi18n.h>

/* What is known of a cancer, as the dialogs about a person and the summary for a visit call it. */

static const HcPersonWord stages[] = {
  { "0", N_("Stage 0") },
  { "1", N_("Stage I") },
  { "2", N_("Stage II") },
  { "3", N_("Stage III") },
  { "4", N_("Stage IV") },
  { "recurrent", N_("It came back") },
  { NULL, NULL },
};

static const HcPersonWord biomarkers[] = {
  { "msi-h", N_("MSI-H or dMMR") },
  { "ras-mutated", N_("RAS mutated (KRAS or NRAS)") },
  { "ras-wild", N_("RAS wild type, no mutation") },
  { "braf-v600e", N_("BRAF V600E") },
  { "kras-g12c", N_("KRAS G12C") },
  { "her2", N_("HER2 positive") },
  { "ntrk", N_("NTRK fusion") },
  { NULL, NULL },
};

/* A word that a newer version of the program wrote is told as it is. */
static const char *
find_title (const HcPersonWord *words,
            const char         *word)
{
  for (guint i = 0; words[i].word != NULL; i++)
    if (g_str_equal (words[i].word, word))
      return _(words[i].title);

  return word;
}

static const char *
get_site (const char *site)
{
  if (g_strcmp0 (site, "colon") == 0)
    return _("Colon cancer");

  return g_strcmp0 (site, "rectal") == 0 ? _("Rectal cancer") : NULL;
}

/**
 * hc_person_words_get_stages:
 *
 * Returns: (transfer none) (array zero-terminated=1): the stages, the worst last; the one without a word ends them
 */
const HcPersonWord *
hc_person_words_get_stages (void)
{
  return stages;
}

/**
 * hc_person_words_get_biomarkers:
 *
 * Returns: (transfer none) (array zero-terminated=1): the biomarkers; the one without a word ends them
 */
const HcPersonWord *
hc_person_words_get_biomarkers (void)
{
  return biomarkers;
}

/**
 * hc_person_dup_diagnosis:
 * @details: what a person told of themselves
 *
 * Returns: (transfer full) (nullable): where the cancer began, and its stage; %NULL when neither was told
 */
char *
hc_person_dup_diagnosis (const HcPersonDetails *details)
{
  const char *site, *stage;

  g_return_val_if_fail (details != NULL, NULL);

  site = get_site (details->site);
  stage = details->stage != NULL ? find_title (stages, details->stage) : NULL;

  if (site != NULL && stage != NULL)
    /* Translators: what a cancer is, and its stage: "Colon cancer, Stage III". */
    return g_strdup_printf (_("%s, %s"), site, stage);

  return g_strdup (site != NULL ? site : stage);
}

/**
 * hc_person_dup_biomarkers:
 * @details: what a person told of themselves
 *
 * Returns: (transfer full) (nullable): what was found in the tumor, with commas between; %NULL when nothing was told
 */
char *
hc_person_dup_biomarkers (const HcPersonDetails *details)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (details != NULL, NULL);

  words = g_strsplit (details->biomarkers != NULL ? details->biomarkers : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              find_title (biomarkers, words[i]));

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
