/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-stages.h"

#include <string.h>

#include "hc-pattern.h"

/* The letters of a stage, `IIIB`, say nothing that the program knows of a person. */
#define STAGE "(?:IV|I{1,3}|[0-4])(?:[ABC][0-9]?)?"

struct _HcTrialStages
{
  GRegex *stages; /* "stage II-III", "stages I, II or III" */
  GRegex *one;    /* one stage and what stands before it */
  GRegex *spread; /* "metastatic" */
  GRegex *return_of; /* "recurrent" */
  GRegex *any;       /* letters without which there is no stage */
  GRegex *only_spread; /* a whole item that says no more than that the cancer has spread */
};

/**
 * hc_trial_stages_new:
 *
 * Returns: (transfer full): what finds stages, for one thread
 */
HcTrialStages *
hc_trial_stages_new (void)
{
  HcTrialStages *self = g_new0 (HcTrialStages, 1);

  self->stages = hc_pattern_compile ("\\bstages?:?\\s+" STAGE "\\b"
                                     "(?:(?:\\s*(?:[-–/,]|to|or|and|through)\\s*)+(?:stages?\\s+)?" STAGE "\\b)*");
  self->one = hc_pattern_compile ("(?<range>[-–]|to|through)?\\s*(?:stages?:?\\s+)?"
                                  "\\b(?<stage>IV|I{1,3}|[0-4])(?:[ABC][0-9]?)?\\b");
  self->spread = hc_pattern_compile ("(?<!non-)(?<!non )\\bmetasta(?:tic|sis|ses)\\b");
  self->return_of = hc_pattern_compile ("\\b(?:recurrent|relapsed|recurrence)\\b");
  self->any = hc_pattern_compile ("stage|metasta|recurren|relaps");
  self->only_spread = hc_pattern_compile ("^\\W*(?:(?:known|any|evidence|presence|documented|clinical|radiographic|of|"
                                          "or|distant|the|synchronous|patients?|participants?|subjects?|with)\\s+)*"
                                          "(?:metasta(?:tic|sis|ses)"
                                          "(?:\\s+(?:disease|cancer|colorectal|colon|rectal|lesions?))*|"
                                          "stage\\s+IV(?:\\s+(?:disease|cancer|colorectal|colon|rectal))*)\\W*$");

  return self;
}

/**
 * hc_trial_stages_free:
 * @self: (transfer full) (nullable): what finds stages
 */
void
hc_trial_stages_free (HcTrialStages *self)
{
  if (self == NULL)
    return;

  g_regex_unref (self->stages);
  g_regex_unref (self->one);
  g_regex_unref (self->spread);
  g_regex_unref (self->return_of);
  g_regex_unref (self->any);
  g_regex_unref (self->only_spread);
  g_free (self);
}

static guint
read_stage (const char *text)
{
  if (g_ascii_isdigit (*text))
    return (guint) (*text - '0');

  return g_ascii_strcasecmp (text, "IV") == 0 ? 4 : (guint) strlen (text);
}

/* Reads "II, IIIA" and "I-III". */
static guint
read_stages (HcTrialStages *self,
             const char    *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  guint found = 0, last = 0;

  for (g_regex_match (self->one, text, 0, &info); g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *range = g_match_info_fetch_named (info, "range");
      g_autofree char *stage = g_match_info_fetch_named (info, "stage");
      guint number = read_stage (stage);

      for (guint i = found != 0 && range != NULL && *range != '\0' ? MIN (last, number)
           : number; i <= number; i++)
        found |= HC_TRIAL_STAGE (i);
      last = number;
    }

  return found;
}

/**
 * hc_trial_stages_find:
 * @self: what finds stages
 * @text: (nullable): a title, a condition or a sentence
 *
 * Returns: a bit for each stage that is named, "metastatic" being stage 4
 */
guint
hc_trial_stages_find (HcTrialStages *self,
                      const char    *text)
{
  g_autoptr (GMatchInfo) info = NULL;
  guint found = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (text == NULL || !g_regex_match (self->any, text, 0, NULL))
    return 0;

  for (g_regex_match (self->stages, text, 0, &info); g_match_info_matches (info); g_match_info_next (info,
                                                                                                     NULL))
    {
      g_autofree char *stages = g_match_info_fetch (info, 0);

      found |= read_stages (self, stages);
    }

  if (g_regex_match (self->spread, text, 0, NULL))
    found |= HC_TRIAL_STAGE (4);
  if (g_regex_match (self->return_of, text, 0, NULL))
    found |= HC_TRIAL_STAGE_RECURRENT;

  return found;
}

/**
 * hc_trial_stages_of_person:
 * @stage: (nullable): that of #HcPersonDetails
 *
 * Returns: its bit; 0: not told
 */
guint
hc_trial_stages_of_person (const char *stage)
{
  if (stage == NULL || *stage == '\0')
    return 0;

  if (g_str_equal (stage, "recurrent"))
    return HC_TRIAL_STAGE_RECURRENT;

  return *stage >= '0' && *stage <= '4' && stage[1] == '\0' ? HC_TRIAL_STAGE (*stage - '0') : 0;
}

/**
 * hc_trial_stages_is_spread:
 * @self: what finds stages
 * @text: an item of a list
 *
 * Returns: whether it says that the cancer has spread to other organs, and nothing else: "Distant metastases"
 */
gboolean
hc_trial_stages_is_spread (HcTrialStages *self,
                           const char    *text)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return text != NULL && g_regex_match (self->only_spread, text, 0, NULL);
}
