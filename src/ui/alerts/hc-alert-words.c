/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-alert-words.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"

/* When the rules and the advice below were read at their sources. */
#define CHECKED "2026-11-21"

/* Where the classes are defined: Code of Federal Regulations, title 21, section 7.3. */
#define CLASSES_URI "https://www.ecfr.gov/current/title-21/section-7.3"

static gboolean
is_recall_of_class (HcAlert *alert,
                    int      class)
{
  const HcAlertDetails *details = hc_alert_get_details (alert);

  return details->kind == HC_ALERT_RECALL && details->severity == class;
}

/**
 * hc_alert_words_get_rank:
 * @alert: an alert
 *
 * Returns: its place in a list, 0 for the gravest. A recall that nobody has put into a class yet may be as grave
 *   as any, and so may a warning, which has none: they come after those of class I.
 */
guint
hc_alert_words_get_rank (HcAlert *alert)
{
  g_return_val_if_fail (HC_IS_ALERT (alert), 0);

  if (is_recall_of_class (alert, 1))
    return 0;
  if (is_recall_of_class (alert, 2))
    return 2;
  if (is_recall_of_class (alert, 3))
    return 3;

  return hc_alert_get_details (alert)->kind == HC_ALERT_SHORTAGE ? 4 : 1;
}

/**
 * hc_alert_words_get_kind:
 * @alert: an alert
 *
 * Returns: (transfer none): what kind of notice it is, translated
 */
const char *
hc_alert_words_get_kind (HcAlert *alert)
{
  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  if (is_recall_of_class (alert, 1))
    return _("Recall, Class I: Most Serious");
  if (is_recall_of_class (alert, 2))
    return _("Recall, Class II");
  if (is_recall_of_class (alert, 3))
    return _("Recall, Class III: Least Serious");

  switch (hc_alert_get_details (alert)->kind)
    {
    case HC_ALERT_SHORTAGE:
      return _("Shortage");
    case HC_ALERT_WARNING:
      return _("Safety Warning");
    case HC_ALERT_RECALL:
    default:
      return _("Recall, No Class Yet");
    }
}

/**
 * hc_alert_words_get_icon_name:
 * @alert: an alert
 *
 * Returns: (transfer none): its icon: an octagon, a triangle or a circle, as for interactions
 */
const char *
hc_alert_words_get_icon_name (HcAlert *alert)
{
  switch (hc_alert_words_get_rank (alert))
    {
    case 0:
      return "hc-severity-major-symbolic";
    case 1:
    case 2:
      return "hc-severity-moderate-symbolic";
    default:
      return "hc-severity-minor-symbolic";
    }
}

/**
 * hc_alert_words_get_css_class:
 * @alert: an alert
 *
 * Returns: (transfer none): the style class of its icon and of the words for its kind
 */
const char *
hc_alert_words_get_css_class (HcAlert *alert)
{
  switch (hc_alert_words_get_rank (alert))
    {
    case 0:
      return "error";
    case 1:
    case 2:
      return "warning";
    default:
      return "dimmed";
    }
}

/**
 * hc_alert_words_get_meaning:
 * @alert: an alert
 *
 * Says what its kind means. For the classes of recalls that is what the FDA's rules say, in plain words.
 *
 * Returns: (transfer none): a sentence or two, translated
 */
const char *
hc_alert_words_get_meaning (HcAlert *alert)
{
  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  if (is_recall_of_class (alert, 1))
    return _("There is a reasonable chance that the recalled product causes serious harm or death.");
  if (is_recall_of_class (alert, 2))
    return _("The recalled product may cause harm that passes or can be treated, or serious harm is possible "
             "but very unlikely.");
  if (is_recall_of_class (alert, 3))
    return _("The recalled product is not likely to cause harm.");

  switch (hc_alert_get_details (alert)->kind)
    {
    case HC_ALERT_SHORTAGE:
      return _("There is less of this medicine than is needed. A pharmacy or a clinic may not have it.");
    case HC_ALERT_WARNING:
      return _("Something new was found out about this medicine.");
    case HC_ALERT_RECALL:
    default:
      return _("A product is taken back. It was not said yet how serious the reason is.");
    }
}

/**
 * hc_alert_words_get_advice:
 * @alert: an alert
 *
 * Returns: (transfer none): what to do when there is no emergency, translated
 */
const char *
hc_alert_words_get_advice (HcAlert *alert)
{
  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  switch (hc_alert_get_details (alert)->kind)
    {
    case HC_ALERT_SHORTAGE:
      return _("Do not stop a medicine or take less of it on your own. Ask your pharmacist and your care team early "
               "whether it concerns you, and what could take its place.");
    case HC_ALERT_WARNING:
      return _("Do not stop a medicine on your own: stopping may do more harm. Ask your pharmacist or your care team "
               "what this means for you.");
    case HC_ALERT_RECALL:
    default:
      return _("Do not stop a medicine on your own: stopping may do more harm. Ask your pharmacist or your care team "
               "as soon as you can, with the package in your hand: often only some packages are meant.");
    }
}

/**
 * hc_alert_words_dup_authority:
 * @alert: an alert
 *
 * Returns: (transfer full): where the words about its kind and what to do come from, and when they were checked
 */
char *
hc_alert_words_dup_authority (HcAlert *alert)
{
  g_autofree char *checked = NULL, *written = NULL, *classes = NULL, *advice = NULL;
  const HcAlertDetails *details;
  gboolean is_shortage;

  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  details = hc_alert_get_details (alert);
  is_shortage = details->kind == HC_ALERT_SHORTAGE;
  checked = hc_date_to_words (CHECKED);
  written = hc_date_to_words (is_shortage ? "2013-08-07" : "2019-02-03");
  /* Translators: who wrote it, its title, the day on which it was written, and the day on which it was checked. */
  advice = g_strdup_printf (_("What to do: %s, “%s”, %s. Checked on %s."),
                            is_shortage ? "Cancer Support Community" : "Cleveland Clinic",
                            is_shortage ? "What to Do When There's a Drug Shortage"
                                        : "Medication Recalled? What You Should Do Next May Surprise You",
                            written, checked);

  if (details->kind != HC_ALERT_RECALL || details->severity == 0)
    return g_steal_pointer (&advice);

  /* Translators: an address on the web. */
  classes = g_strdup_printf (_("The classes are defined in the rules of the FDA, 21 CFR 7.3: %s."), CLASSES_URI);

  return g_strdup_printf ("%s\n%s", classes, advice);
}

/**
 * hc_alert_words_dup_medicine:
 * @alert: an alert
 * @medicines: the medicines of all people
 *
 * Returns: (transfer full): the medicine that it concerns, empty when that was removed
 */
char *
hc_alert_words_dup_medicine (HcAlert         *alert,
                             HcMedicineStore *medicines)
{
  HcMedicine *medicine;

  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);
  g_return_val_if_fail (HC_IS_MEDICINE_STORE (medicines), NULL);

  medicine = hc_store_lookup (HC_STORE (medicines), hc_alert_get_details (alert)->medicine);

  return medicine != NULL ? hc_medicine_dup_title (medicine) : g_strdup ("");
}

/**
 * hc_alert_words_dup_origin:
 * @alert: an alert
 *
 * Returns: (transfer full): who published it, and when
 */
char *
hc_alert_words_dup_origin (HcAlert *alert)
{
  const HcAlertDetails *details;
  g_autofree char *day = NULL;

  g_return_val_if_fail (HC_IS_ALERT (alert), NULL);

  details = hc_alert_get_details (alert);
  day = hc_date_to_words (details->published);

  if (*details->source == '\0')
    return g_steal_pointer (&day);

  /* Translators: who published something, and on which day. */
  return g_strdup_printf (_("%s, %s"), details->source, day);
}
