/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-severity-words.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * hc_severity_to_words:
 * @severity: how much an interaction matters
 *
 * Returns: (transfer none): the same in words, translated
 */
const char *
hc_severity_to_words (HcSeverity severity)
{
  switch (severity)
    {
    case HC_SEVERITY_MAJOR:
      return _("Major: Ask Before the Next Dose");
    case HC_SEVERITY_MODERATE:
      return _("Moderate: Watch and Ask");
    case HC_SEVERITY_MINOR:
    default:
      return _("Minor: Good to Know");
    }
}

/**
 * hc_severity_to_icon_name:
 * @severity: how much an interaction matters
 *
 * Returns: (transfer none): its icon, an octagon, a triangle or a circle
 */
const char *
hc_severity_to_icon_name (HcSeverity severity)
{
  switch (severity)
    {
    case HC_SEVERITY_MAJOR:
      return "hc-severity-major-symbolic";
    case HC_SEVERITY_MODERATE:
      return "hc-severity-moderate-symbolic";
    case HC_SEVERITY_MINOR:
    default:
      return "hc-severity-minor-symbolic";
    }
}

/**
 * hc_severity_to_css_class:
 * @severity: how much an interaction matters
 *
 * Returns: (transfer none): the style class of its icon and its word
 */
const char *
hc_severity_to_css_class (HcSeverity severity)
{
  switch (severity)
    {
    case HC_SEVERITY_MAJOR:
      return "error";
    case HC_SEVERITY_MODERATE:
      return "warning";
    case HC_SEVERITY_MINOR:
    default:
      return "dimmed";
    }
}

/* What somebody takes, and what acts in it when that is something else. */
static char *
dup_name (HcFinding *finding,
          guint      place)
{
  const char *item = hc_checked_item_get_name (hc_finding_get_item (finding, place));
  const char *substance = hc_substance_get_name (hc_finding_get_substance (finding, place));

  if (g_ascii_strncasecmp (item, substance, strlen (substance)) == 0)
    return g_strdup (item);

  /* Translators: a medicine and what acts in it. */
  return g_strdup_printf (_("%s (%s)"), item, substance);
}

/**
 * hc_finding_dup_title:
 * @finding: what was found
 *
 * Returns: (transfer full): the names of the two
 */
char *
hc_finding_dup_title (HcFinding *finding)
{
  g_autofree char *first = NULL, *second = NULL;

  g_return_val_if_fail (HC_IS_FINDING (finding), NULL);

  first = dup_name (finding, 0);
  second = dup_name (finding, 1);

  /* Translators: two medicines that somebody takes. */
  return g_strdup_printf (_("%s and %s"), first, second);
}

/**
 * hc_finding_dup_effect:
 * @finding: what was found
 *
 * Returns: (transfer full): what can happen
 */
char *
hc_finding_dup_effect (HcFinding *finding)
{
  g_return_val_if_fail (HC_IS_FINDING (finding), NULL);

  switch (hc_finding_get_kind (finding))
    {
    case HC_FINDING_SAME_INGREDIENT:
      return g_strdup_printf (_("Both contain %s. Together it may be too much."),
                              hc_substance_get_name (hc_finding_get_substance (finding, 0)));
    case HC_FINDING_SAME_GROUP:
      /* Translators: %s is a group of medicines: “NSAID pain relievers”. */
      return g_strdup_printf (_("Both belong to the same group: %s."), hc_finding_get_group (finding)->name);
    case HC_FINDING_INTERACTION:
    default:
      return g_strdup (hc_interaction_get_details (hc_finding_get_interaction (finding))->effect);
    }
}

/**
 * hc_finding_dup_action:
 * @finding: what was found
 *
 * Returns: (transfer full): what to do
 */
char *
hc_finding_dup_action (HcFinding *finding)
{
  g_return_val_if_fail (HC_IS_FINDING (finding), NULL);

  switch (hc_finding_get_kind (finding))
    {
    case HC_FINDING_SAME_INGREDIENT:
      return g_strdup (_("Ask your pharmacist or your care team before the next dose whether both are meant."));
    case HC_FINDING_SAME_GROUP:
      return g_strdup (hc_finding_get_group (finding)->twice);
    case HC_FINDING_INTERACTION:
    default:
      return g_strdup (hc_interaction_get_details (hc_finding_get_interaction (finding))->action);
    }
}

/**
 * hc_interaction_check_dup_summary:
 * @check: what was found
 *
 * Returns: (transfer full): how much was found, in one line: “1 major · 2 moderate”
 */
char *
hc_interaction_check_dup_summary (HcInteractionCheck *check)
{
  guint counts[HC_SEVERITY_MINOR + 1] = { 0 };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (check != NULL, NULL);

  for (guint i = 0; i < check->findings->len; i++)
    counts[hc_finding_get_severity (g_ptr_array_index (check->findings, i))]++;

  for (guint severity = 0; severity <= HC_SEVERITY_MINOR; severity++)
    {
      if (counts[severity] == 0)
        continue;

      if (text->len > 0)
        g_string_append (text, " · ");

      if (severity == HC_SEVERITY_MAJOR)
        g_string_append_printf (text, ngettext ("%u major", "%u major", counts[severity]), counts[severity]);
      else if (severity == HC_SEVERITY_MODERATE)
        g_string_append_printf (text, ngettext ("%u moderate", "%u moderate", counts[severity]), counts[severity]);
      else
        g_string_append_printf (text, ngettext ("%u minor", "%u minor", counts[severity]), counts[severity]);
    }

  return g_string_free_and_steal (text);
}
