/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcServiceId:
 * @HC_SERVICE_TRIALS: the registry of clinical trials
 * @HC_SERVICE_RECALLS: the recalls of medicines by the FDA
 * @HC_SERVICE_FEEDS: the feeds to which the person subscribed
 * @HC_N_SERVICES: how many there are
 *
 * What the program may ask other computers for.
 */
typedef enum {
  HC_SERVICE_TRIALS,
  HC_SERVICE_RECALLS,
  HC_SERVICE_FEEDS,
  HC_N_SERVICES,
} HcServiceId;

/**
 * HcService:
 * @id: which one it is
 * @name: its name in the log, and a part of that of its key in the settings
 * @host: (nullable): the only host that is asked; %NULL: those whose addresses the person has added
 *
 * A service, and whom it asks.
 */
typedef struct
{
  HcServiceId  id;
  const char  *name;
  const char  *host;
} HcService;

const HcService *hc_service_get         (HcServiceId      id);
const HcService *hc_service_from_name   (const char      *name);
const char      *hc_service_get_title   (const HcService *self);
const char      *hc_service_get_sent    (const HcService *self);
gboolean         hc_service_allows_host (const HcService *self,
                                         const char      *host);

G_END_DECLS
