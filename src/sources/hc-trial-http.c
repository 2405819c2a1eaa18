/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gets the pages of the registry over HTTPS. The client sees to consent, hosts, certificates and the log. */

#include "hc-trial-http.h"

/* A page has 100 studies, some of them with hundreds of sites: it may be more than other services send. */
#define MAX_PAGE_BYTES (64u << 20)

static void
get_async (gpointer             client,
           const char          *uri,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  HcHttpRequest request = {
    .service = HC_SERVICE_TRIALS,
    .uri = parsed,
    .kind = HC_HTTP_JSON,
    .limits.max_bytes = MAX_PAGE_BYTES,
  };

  hc_http_client_get_async (client, &request, cancellable, callback, user_data);
}

/* An empty list is a list: when the registry says that there is no such thing, it is not where it was. */
static GBytes *
get_finish (gpointer       client,
            GAsyncResult  *result,
            GError       **error)
{
  g_autoptr (HcHttpReply) reply = hc_http_client_get_finish (client, result, error);

  if (reply == NULL)
    return NULL;

  if (reply->status != 200 || reply->bytes == NULL)
    {
      g_set_error (error, HC_HTTP_ERROR, HC_HTTP_ERROR_REFUSED, "The registry answered with %u", reply->status);
      return NULL;
    }

  return g_steal_pointer (&reply->bytes);
}

/**
 * hc_trial_http_new_fetch:
 * @database_path: (type filename): sources.db, made when it is not there
 * @client: asks the registry, if the person allows it
 *
 * Returns: (transfer full): a fetch from the registry, to be run once
 */
HcTrialFetch *
hc_trial_http_new_fetch (const char   *database_path,
                         HcHttpClient *client)
{
  static const HcTrialTransport transport = { get_async, get_finish };

  g_return_val_if_fail (database_path != NULL, NULL);
  g_return_val_if_fail (HC_IS_HTTP_CLIENT (client), NULL);

  return hc_trial_fetch_new (database_path, hc_http_client_get_clock (client), HC_TRIAL_FETCH_URI, &transport,
                             client);
}
