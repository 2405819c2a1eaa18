/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-markers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hc-pattern.h"

#define RAS "(?:[KN]-?RAS|RAS)(?:(?:\\s*[/,]\\s*|\\s+and\\s+|\\s+or\\s+)(?:[KNH]?-?RAS|BRAF))*"
#define HER2 "(?:HER-?2|ERBB2)(?:/neu)?"
#define MMR "(?:(?:DNA )?mismatch[- ]repair|MMR)"

/* "Mutation status" says that it is looked at, not what it is. */
#define NO_TEST "(?!\\w*[- ]+(?:status|test|analys|assess|result))"

#define NONE "(?:no|without|absence of|absent|negative for)\\s+(?:any\\s+|known\\s+|a\\s+)*"

/* What has been found is not looked at again: the narrow and the negative come first. */
static const struct {
  HcTrialMarker  marker;
  HcTrialGene    gene;
  HcTrialMarker  negated; /* what it says behind a "no" or "without"; 0: nothing */
  const char    *pattern;
} patterns[] = {
  { HC_TRIAL_MSS, HC_TRIAL_GENE_MSI, 0,
    "\\b(?:MSS\\b|micro-?satellite[- ]stab\\w+|pMMR\\b|" MMR "[- ]proficien\\w+|proficient (?:in )?" MMR
    "|(?:non|not)[- ]+MSI(?:[- ]*H(?:igh)?)?\\b|(?:non|not)[- ]+dMMR\\b|MSI[- ]L(?:ow)?\\b)" },
  { HC_TRIAL_MSI_H, HC_TRIAL_GENE_MSI, HC_TRIAL_MSS,
    "\\b(?:MSI[- ]?H(?:igh)?\\b|micro-?satellite[- ]instab\\w+" NO_TEST "|dMMR\\b|MMR-?d\\b|"
    MMR "[- ]deficien\\w+|deficien\\w+ (?:in |of )?" MMR ")" },
  { HC_TRIAL_RAS_WILD, HC_TRIAL_GENE_RAS, HC_TRIAL_RAS_MUTATED,
    "\\b(?:" RAS "(?:\\s+genes?)?[- ]*\\(?(?:wild[- ]*type|WT\\b|non-?mutated|unmutated)"
    "|wild[- ]*type\\s+(?:for\\s+)?" RAS "|" NONE RAS "(?:\\s+G12C)?\\s+mutat\\w+)" },
  { HC_TRIAL_KRAS_G12C, HC_TRIAL_GENE_RAS, 0,
    "(?<!non-)(?<!non )\\b(?:K-?RAS[^.;,\\n]{0,12}?)?(?:p\\.)?G12C\\b(?:[- ]*mutat\\w+)?" },
  { HC_TRIAL_RAS_MUTATED, HC_TRIAL_GENE_RAS, HC_TRIAL_RAS_WILD,
    "\\b" RAS "(?:\\s+genes?)?[- ]*(?:[^.;,\\n]{0,20}?[- ])?"
    "(?:mutat\\w+" NO_TEST "|mutant|positive|G1[23][A-Z]?\\b|Q61)" },
  { HC_TRIAL_BRAF_WILD, HC_TRIAL_GENE_BRAF, HC_TRIAL_BRAF_MUTATED,
    "\\b(?:BRAF(?:\\s+V600E?)?[- ]*(?:wild[- ]*type|WT\\b|non-?mutated)|wild[- ]*type\\s+(?:for\\s+)?BRAF"
    "|" NONE "BRAF(?:\\s+V600E?)?(?:\\s+mutat\\w+)?)" },
  { HC_TRIAL_BRAF_MUTATED, HC_TRIAL_GENE_BRAF, HC_TRIAL_BRAF_WILD,
    "\\b(?:BRAF[^.;,\\n]{0,12}?V600\\w?|V600E|BRAF[- ]*(?:mutat\\w+" NO_TEST "|mutant))" },
  { HC_TRIAL_HER2_NEGATIVE, HC_TRIAL_GENE_HER2, HC_TRIAL_HER2_POSITIVE,
    "\\b" HER2 "[- ]*(?:negative|neg\\b|not amplif\\w+)" },
  { HC_TRIAL_HER2_POSITIVE, HC_TRIAL_GENE_HER2, HC_TRIAL_HER2_NEGATIVE,
    "\\b(?:" HER2 "[- ]*(?:positiv\\w+|\\+|amplif\\w+|over-?express\\w+|alter\\w+)"
    "|(?:amplif\\w+|over-?express\\w+)\\s+of\\s+" HER2 ")" },
  { HC_TRIAL_NTRK, HC_TRIAL_GENE_NTRK, 0,
    "\\b(?:NTRK[\\d/]*[- ]*(?:gene[- ]*)?(?:fusion|rearrang)\\w*|TRK fusion\\w*)" },
};

/* That a test is spoken of at all. */
static const char *const gene_patterns[HC_TRIAL_N_GENES] = {
  [HC_TRIAL_GENE_MSI] = "\\b(?:MSI|MSI-?H|MSS|dMMR|pMMR|MMR)\\b|micro-?satellite|mismatch[- ]repair",
  [HC_TRIAL_GENE_RAS] = "\\b[KN]?-?RAS\\b",
  [HC_TRIAL_GENE_BRAF] = "\\bBRAF",
  [HC_TRIAL_GENE_HER2] = "\\b(?:HER-?2|ERBB2)",
  [HC_TRIAL_GENE_NTRK] = "\\bNTRK|\\bTRK fusion",
};

/* Without one of these letters there is none of all that: most sentences are passed over. */
#define ANY "RAS\\b|BRAF|HER-?2|ERBB2|NTRK|TRK fusion|\\bMS[IS]|MMR|satellite|mismatch|G12C|V600"

/* What turns a statement into its opposite when it stands before it. */
#define NEGATION "\\b(?:no|not|non|without|absence of|absent|lack of|lacking|negative for|exclud(?:e|es|ed|ing)|" \
                 "except(?: for)?|other than|rather than|free of)" \
                 "(?:[- ]+(?:have|having|had|any|known|a|an|the|be|harbou?r(?:ing)?|confirmed|documented)){0,3}[- ]*$"

struct _HcTrialMarkers
{
  GRegex *patterns[G_N_ELEMENTS (patterns)];
  GRegex *genes[HC_TRIAL_N_GENES];
  GRegex *negation;
  GRegex *any;
};

/**
 * hc_trial_markers_new:
 *
 * Returns: (transfer full): what finds markers, for one thread
 */
HcTrialMarkers *
hc_trial_markers_new (void)
{
  HcTrialMarkers *self = g_new0 (HcTrialMarkers, 1);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    self->patterns[i] = hc_pattern_compile (patterns[i].pattern);
  for (guint i = 0; i < HC_TRIAL_N_GENES; i++)
    self->genes[i] = hc_pattern_compile (gene_patterns[i]);
  self->negation = hc_pattern_compile (NEGATION);
  self->any = hc_pattern_compile (ANY);

  return self;
}

/**
 * hc_trial_markers_free:
 * @self: (transfer full) (nullable): what finds markers
 */
void
hc_trial_markers_free (HcTrialMarkers *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    g_regex_unref (self->patterns[i]);
  for (guint i = 0; i < HC_TRIAL_N_GENES; i++)
    g_regex_unref (self->genes[i]);
  g_regex_unref (self->negation);
  g_regex_unref (self->any);
  g_free (self);
}

static gboolean
is_negated (HcTrialMarkers *self,
            const char     *text,
            int             start)
{
  int from = MAX (start - 60, 0);
  g_autofree char *before = NULL;

  while (from < start && (text[from] & 0xc0) == 0x80)
    from++;
  before = g_strndup (text + from, (gsize) (start - from));

  return g_regex_match (self->negation, before, 0, NULL);
}

static guint
find_one (HcTrialMarkers *self,
          char           *text,
          guint           number)
{
  guint found = 0;
  gboolean goes_on = TRUE;

  /* What was found is blanked, so that it is searched from the beginning each time. */
  while (goes_on)
    {
      g_autoptr (GMatchInfo) info = NULL;
      int start, end;

      goes_on = g_regex_match (self->patterns[number], text, 0, &info) &&
                g_match_info_fetch_pos (info, 0, &start, &end) && end > start;
      if (!goes_on)
        break;

      found |= is_negated (self, text, start) ? (guint) patterns[number].negated
      : (guint) patterns[number].marker;
      memset (text + start, ' ', (gsize) (end - start));
    }

  return found;
}

/**
 * hc_trial_markers_find:
 * @self: what finds markers
 * @text: (nullable): a sentence or a title, valid UTF-8
 * @genes: (inout) (optional): takes a bit for each #HcTrialGene that is spoken of at all
 *
 * Finds what a text says of tumors. "No KRAS mutation" and "KRAS wild-type" are the same; "KRAS mutation
 * status" says nothing but that it is looked at. It is not said whether the text wants it so.
 *
 * Returns: flags of #HcTrialMarker
 */
guint
hc_trial_markers_find (HcTrialMarkers *self,
                       const char     *text,
                       guint          *genes)
{
  g_autofree char *rest = NULL;
  guint found = 0, spoken = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (text == NULL || !g_regex_match (self->any, text, 0, NULL))
    return 0;

  for (guint i = 0; i < HC_TRIAL_N_GENES; i++)
    if (g_regex_match (self->genes[i], text, 0, NULL))
      spoken |= 1u << i;

  if (genes != NULL)
    *genes |= spoken;

  rest = g_strdup (text);
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if ((spoken & (1u << patterns[i].gene)) != 0 || patterns[i].marker == HC_TRIAL_KRAS_G12C ||
        patterns[i].marker == HC_TRIAL_BRAF_MUTATED)
      found |= find_one (self, rest, i);

  return found;
}

/**
 * hc_trial_markers_of_person:
 * @biomarkers: (nullable): the words of #HcPersonDetails
 *
 * Returns: flags of #HcTrialMarker; KRAS G12C is a RAS mutation as well
 */
guint
hc_trial_markers_of_person (const char *biomarkers)
{
  static const struct {
    const char *word;
    guint       markers;
  } words[] = {
    { "msi-h", HC_TRIAL_MSI_H },
    { "ras-mutated", HC_TRIAL_RAS_MUTATED },
    { "ras-wild", HC_TRIAL_RAS_WILD },
    { "braf-v600e", HC_TRIAL_BRAF_MUTATED },
    { "kras-g12c", HC_TRIAL_KRAS_G12C | HC_TRIAL_RAS_MUTATED },
    { "her2", HC_TRIAL_HER2_POSITIVE },
    { "ntrk", HC_TRIAL_NTRK },
  };
  g_auto (GStrv) told = g_strsplit (biomarkers != NULL ? biomarkers : "", " ", -1);
  guint markers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strv_contains ((const char *const *) told, words[i].word))
      markers |= words[i].markers;

  return markers;
}

/**
 * hc_trial_markers_get_opposite:
 * @marker: a marker
 *
 * Returns: the marker that a tumor with @marker does not have; 0: none is known
 */
guint
hc_trial_markers_get_opposite (HcTrialMarker marker)
{
  static const HcTrialMarker pairs[][2] = {
    { HC_TRIAL_MSI_H, HC_TRIAL_MSS },
    { HC_TRIAL_RAS_MUTATED, HC_TRIAL_RAS_WILD },
    { HC_TRIAL_BRAF_MUTATED, HC_TRIAL_BRAF_WILD },
    { HC_TRIAL_HER2_POSITIVE, HC_TRIAL_HER2_NEGATIVE },
  };

  if (marker == HC_TRIAL_KRAS_G12C)
    return HC_TRIAL_RAS_WILD;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint side = 0; side < 2; side++)
      if (pairs[i][side] == marker)
        return pairs[i][1 - side];

  return 0;
}

/**
 * hc_trial_markers_of_gene:
 * @gene: what a tumor is tested for
 *
 * Returns: the flags of all that can be found
 */
guint
hc_trial_markers_of_gene (HcTrialGene gene)
{
  guint markers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (patterns[i].gene == gene)
      markers |= patterns[i].marker;

  return markers;
}

/**
 * hc_trial_marker_to_words:
 * @marker: a marker
 *
 * Returns: (transfer none): its name
 */
const char *
hc_trial_marker_to_words (HcTrialMarker marker)
{
  switch (marker)
    {
    case HC_TRIAL_MSI_H:
      return _("MSI-H or dMMR");
    case HC_TRIAL_MSS:
      return _("MSS or pMMR");
    case HC_TRIAL_RAS_MUTATED:
      return _("a RAS mutation");
    case HC_TRIAL_RAS_WILD:
      return _("no RAS mutation (wild type)");
    case HC_TRIAL_KRAS_G12C:
      return _("KRAS G12C");
    case HC_TRIAL_BRAF_MUTATED:
      return _("a BRAF mutation");
    case HC_TRIAL_BRAF_WILD:
      return _("no BRAF mutation (wild type)");
    case HC_TRIAL_HER2_POSITIVE:
      return _("HER2 positive");
    case HC_TRIAL_HER2_NEGATIVE:
      return _("HER2 negative");
    case HC_TRIAL_NTRK:
      return _("an NTRK fusion");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hc_trial_gene_to_words:
 * @gene: what a tumor is tested for
 *
 * Returns: (transfer none): its name
 */
const char *
hc_trial_gene_to_words (HcTrialGene gene)
{
  switch (gene)
    {
    case HC_TRIAL_GENE_MSI:
      return _("MSI or mismatch repair (MMR)");
    case HC_TRIAL_GENE_RAS:
      return _("RAS (KRAS and NRAS)");
    case HC_TRIAL_GENE_BRAF:
      return _("BRAF");
    case HC_TRIAL_GENE_HER2:
      return _("HER2");
    case HC_TRIAL_GENE_NTRK:
      return _("NTRK");
    case HC_TRIAL_N_GENES:
    default:
      g_return_val_if_reached ("");
    }
}
