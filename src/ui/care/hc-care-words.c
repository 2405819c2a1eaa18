/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What the abbreviations of the tz database mean, as people say it. China and the Philippines have some of them, too,
 * with other hours. */
static const struct
{
  const char *abbreviation;
  int         hours;         /* from UTC */
  const char *words;
} zones[] = {
  { "EST", -5, N_("Eastern time") },
  { "EDT", -4, N_("Eastern time") },
  { "CST", -6, N_("Central time") },
  { "CDT", -5, N_("Central time") },
  { "MST", -7, N_("Mountain time") },
  { "MDT", -6, N_("Mountain time") },
  { "PST", -8, N_("Pacific time") },
  { "PDT", -7, N_("Pacific time") },
  { "AKST", -9, N_("Alaska time") },
  { "AKDT", -8, N_("Alaska time") },
  { "HST", -10, N_("Hawaii time") },
  { "AST", -4, N_("Atlantic time") },
};

/**
 * hc_care_words_get_kind:
 * @kind: a designation
 *
 * Returns: its name, translated
 */
const char *
hc_care_words_get_kind (HcCareCenterKind kind)
{
  switch (kind)
    {
    case HC_CARE_CENTER_COMPREHENSIVE:
      return _("Comprehensive Cancer Center");
    case HC_CARE_CENTER_CLINICAL:
      return _("Cancer Center");
    case HC_CARE_CENTER_LABORATORY:
      return _("Basic Laboratory Cancer Center");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hc_care_words_get_meaning:
 * @kind: a designation
 *
 * What a designation means is told after “NCI Cancer Center Program Information” of the American Cancer Society; that
 * it says nothing of one's own chances is no fact of that page, but follows from what is looked at.
 *
 * Returns: what the National Cancer Institute gives it for, translated
 */
const char *
hc_care_words_get_meaning (HcCareCenterKind kind)
{
  switch (kind)
    {
    case HC_CARE_CENTER_COMPREHENSIVE:
      return _("The National Cancer Institute has designated it as a Comprehensive Cancer Center: it does research in "
               "the laboratory, with patients, and on whole populations, and brings these together. The designation "
               "is about research. It is no grade for how you would be treated.");
    case HC_CARE_CENTER_CLINICAL:
      return _("The National Cancer Institute has designated it as a Cancer Center: it does research on cancer, and "
               "treats patients. The designation is about research. It is no grade for how you would be treated.");
    case HC_CARE_CENTER_LABORATORY:
      return _("The National Cancer Institute has designated it for research in the laboratory. It does not treat "
               "patients.");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * hc_care_words_dup_distance:
 * @miles: a distance that is known to a mile or two
 *
 * Returns: (transfer full): the distance in words, translated
 */
char *
hc_care_words_dup_distance (double miles)
{
  int whole = (int) lround (miles);

  if (whole < 2)
    return g_strdup (_("in or near this city"));

  return g_strdup_printf (g_dngettext (NULL, "about %d mile", "about %d miles", (gulong) whole), whole);
}

/**
 * hc_care_words_dup_zone:
 * @zone: a time zone
 * @moment: now
 *
 * Returns: (transfer full): whose time that is, “Eastern time”; the city of a zone that has no name of its own
 */
char *
hc_care_words_dup_zone (GTimeZone *zone,
                        GDateTime *moment)
{
  g_autoptr (GDateTime) there = NULL;
  const char *identifier, *slash;
  g_autofree char *city = NULL;

  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  there = g_date_time_to_timezone (moment, zone);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_strcmp0 (g_date_time_get_timezone_abbreviation (there), zones[i].abbreviation) == 0 &&
        g_date_time_get_utc_offset (there) == zones[i].hours * G_TIME_SPAN_HOUR)
      return g_strdup (_(zones[i].words));

  identifier = g_time_zone_get_identifier (zone);
  slash = strrchr (identifier, '/');
  city = g_strdelimit (g_strdup (slash != NULL ? slash + 1 : identifier), "_", ' ');

  /* Translators: %s is the city after which a time zone is called. */
  return g_strdup_printf (_("time of %s"), city);
}
