/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-service.h"

#include <glib/gi18n.h>

/* Every host that the program asks by itself stands here, and nowhere else. */
static const HcService services[] = {
  { HC_SERVICE_TRIALS, "trials", "clinicaltrials.gov" },
  { HC_SERVICE_RECALLS, "recalls", "api.fda.gov" },
  { HC_SERVICE_FEEDS, "feeds", NULL },
};

/**
 * hc_service_get:
 * @id: a service
 *
 * Returns: (transfer none): what is known of it
 */
const HcService *
hc_service_get (HcServiceId id)
{
  g_return_val_if_fail (id < HC_N_SERVICES, NULL);

  return &services[id];
}

/**
 * hc_service_from_name:
 * @name: the name of a service in the log
 *
 * Returns: (transfer none) (nullable): the service, %NULL when there is none of that name
 */
const HcService *
hc_service_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (services); i++)
    if (g_str_equal (services[i].name, name))
      return &services[i];

  return NULL;
}

/**
 * hc_service_get_title:
 * @self: a service
 *
 * Returns: (transfer none): its title, translated
 */
const char *
hc_service_get_title (const HcService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->id)
    {
    case HC_SERVICE_TRIALS:
      return _("Clinical Trials Registry");
    case HC_SERVICE_RECALLS:
      return _("FDA Recalls");
    case HC_SERVICE_FEEDS:
    case HC_N_SERVICES:
    default:
      return _("News and Discussion Feeds");
    }
}

/**
 * hc_service_get_sent:
 * @self: a service
 *
 * Returns: (transfer none): what is sent to whom, in words for the person, translated
 */
const char *
hc_service_get_sent (const HcService *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->id)
    {
    case HC_SERVICE_TRIALS:
      return _("Asks clinicaltrials.gov for all recruiting trials of a kind of cancer, the same list for everybody. "
               "Your stage, markers, age and city are not sent: they are compared on this computer.");
    case HC_SERVICE_RECALLS:
      return _("Asks api.fda.gov for all recalls of medicines in the last two years, the same list for everybody. "
               "Your medicines are not sent: they are compared on this computer.");
    case HC_SERVICE_FEEDS:
    case HC_N_SERVICES:
    default:
      return _("Asks the sites of the feeds that you chose for new items. Each site learns that somebody at your "
               "internet address reads its feed, and nothing else about you.");
    }
}

/**
 * hc_service_allows_host:
 * @self: a service
 * @host: the name of a host
 *
 * Returns: whether this host may be asked for the service
 */
gboolean
hc_service_allows_host (const HcService *self,
                        const char      *host)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (host != NULL, FALSE);

  return *host != '\0' && (self->host == NULL || g_ascii_strcasecmp (self->host, host) == 0);
}
