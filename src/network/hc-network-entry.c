/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-network-entry.h"

#include <glib/gi18n.h>

/**
 * HcNetworkEntry:
 *
 * One request that was sent, as the log tells of it. It does not change any more once it is in the log.
 */
struct _HcNetworkEntry
{
  GObject          parent_instance;

  GDateTime       *time;
  const HcService *service;
  char            *method;
  char            *host;
  char            *path;
  char            *fault;        /* NULL for a reply */
  guint            status;       /* 0 for no reply */
  guint64          n_bytes;
  guint            milliseconds;
};

G_DEFINE_FINAL_TYPE (HcNetworkEntry, hc_network_entry, G_TYPE_OBJECT)

static void
hc_network_entry_finalize (GObject *object)
{
  HcNetworkEntry *self = HC_NETWORK_ENTRY (object);

  g_date_time_unref (self->time);
  g_free (self->method);
  g_free (self->host);
  g_free (self->path);
  g_free (self->fault);

  G_OBJECT_CLASS (hc_network_entry_parent_class)->finalize (object);
}

static void
hc_network_entry_class_init (HcNetworkEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_network_entry_finalize;
}

static void
hc_network_entry_init (HcNetworkEntry *self)
{
}

/**
 * hc_network_entry_new_stored:
 * @time: when it was sent
 * @service: for which service
 * @method: how it was asked
 * @host: who was asked
 * @path: what for
 *
 * Returns: (transfer full): an entry that comes from the disk
 */
HcNetworkEntry *
hc_network_entry_new_stored (GDateTime       *time,
                             const HcService *service,
                             const char      *method,
                             const char      *host,
                             const char      *path)
{
  HcNetworkEntry *self;

  g_return_val_if_fail (time != NULL && service != NULL, NULL);
  g_return_val_if_fail (method != NULL && host != NULL && path != NULL, NULL);

  self = g_object_new (HC_TYPE_NETWORK_ENTRY, NULL);
  self->time = g_date_time_ref (time);
  self->service = service;
  self->method = g_strdup (method);
  self->host = g_strdup (host);
  self->path = g_strdup (path);

  return self;
}

/* The questions that the program makes are written down whole: nothing in them is about anybody. An address that a
 * person has added may have a key of theirs behind the question mark. */
static char *
dup_path (const HcService *service,
          GUri            *uri)
{
  const char *path = *g_uri_get_path (uri) != '\0' ? g_uri_get_path (uri) : "/";
  const char *query = g_uri_get_query (uri);

  if (query == NULL)
    return g_strdup (path);

  return g_strconcat (path, "?", service->host != NULL ? query : "…", NULL);
}

/**
 * hc_network_entry_new:
 * @time: when it is sent
 * @service: for which service
 * @method: how it is asked, `GET`
 * @uri: the address
 *
 * Returns: (transfer full): an entry of which the result is not known yet
 */
HcNetworkEntry *
hc_network_entry_new (GDateTime       *time,
                      const HcService *service,
                      const char      *method,
                      GUri            *uri)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (service != NULL, NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  path = dup_path (service, uri);

  return hc_network_entry_new_stored (time, service, method, g_uri_get_host (uri), path);
}

/**
 * hc_network_entry_set_result:
 * @self: an entry
 * @status: the status of the reply, 0: there was none
 * @fault: (nullable): the name of a %HC_HTTP_ERROR, or `canceled`; %NULL for a reply
 * @n_bytes: how many bytes came, unpacked
 * @milliseconds: how long it took
 */
void
hc_network_entry_set_result (HcNetworkEntry *self,
                             guint           status,
                             const char     *fault,
                             guint64         n_bytes,
                             guint           milliseconds)
{
  g_return_if_fail (HC_IS_NETWORK_ENTRY (self));

  self->status = status;
  g_set_str (&self->fault, fault);
  self->n_bytes = n_bytes;
  self->milliseconds = milliseconds;
}

/**
 * hc_network_entry_get_time:
 * @self: an entry
 *
 * Returns: (transfer none): when it was sent
 */
GDateTime *
hc_network_entry_get_time (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  return self->time;
}

/**
 * hc_network_entry_get_service:
 * @self: an entry
 *
 * Returns: (transfer none): for which service
 */
const HcService *
hc_network_entry_get_service (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  return self->service;
}

/**
 * hc_network_entry_get_method:
 * @self: an entry
 *
 * Returns: (transfer none): how it was asked
 */
const char *
hc_network_entry_get_method (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  return self->method;
}

/**
 * hc_network_entry_get_host:
 * @self: an entry
 *
 * Returns: (transfer none): who was asked
 */
const char *
hc_network_entry_get_host (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  return self->host;
}

/**
 * hc_network_entry_get_path:
 * @self: an entry
 *
 * Returns: (transfer none): what was asked for, with the question where the program made it
 */
const char *
hc_network_entry_get_path (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  return self->path;
}

/**
 * hc_network_entry_get_status:
 * @self: an entry
 *
 * Returns: the status of the reply, 0 when there was none
 */
guint
hc_network_entry_get_status (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), 0);

  return self->status;
}

/**
 * hc_network_entry_get_fault:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the name of what went wrong, %NULL when nothing did
 */
const char *
hc_network_entry_get_fault (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  return self->fault;
}

/**
 * hc_network_entry_get_n_bytes:
 * @self: an entry
 *
 * Returns: how many bytes came, unpacked
 */
guint64
hc_network_entry_get_n_bytes (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), 0);

  return self->n_bytes;
}

/**
 * hc_network_entry_get_duration:
 * @self: an entry
 *
 * Returns: how long it took, in milliseconds
 */
guint
hc_network_entry_get_duration (HcNetworkEntry *self)
{
  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), 0);

  return self->milliseconds;
}

/**
 * hc_network_entry_dup_words:
 * @self: an entry
 *
 * Returns: (transfer full): the result in words for the person, translated
 */
char *
hc_network_entry_dup_words (HcNetworkEntry *self)
{
  HcHttpError code;

  g_return_val_if_fail (HC_IS_NETWORK_ENTRY (self), NULL);

  if (self->fault != NULL)
    return g_strdup (hc_http_error_from_name (self->fault, &code) ? hc_http_error_to_words (code) : _("Stopped"));

  switch (self->status)
    {
    case 200:
      return g_strdup (_("Received"));
    case 304:
      return g_strdup (_("Nothing new"));
    case 404:
      return g_strdup (_("Nothing found"));
    default:
      /* Translators: %u is the status of a reply, such as 503. */
      return g_strdup_printf (_("Answer %u"), self->status);
    }
}
