/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-service.h"

G_BEGIN_DECLS

/**
 * HcHttpLimits:
 * @max_bytes: how many bytes the reply may have, unpacked
 * @connect_ms: for how many milliseconds a connection may take until something can be asked
 * @total_ms: for how many milliseconds one attempt may take, all in all
 * @window_ms: the length of a window of time, in milliseconds
 * @window_bytes: how many bytes must come in each window, so that nobody can hold a request with a byte a second
 * @max_attempts: how often is asked when the service is busy or the connection breaks
 *
 * What a request bears. A 0 stands for the usual: 32 MiB, 20 seconds, 5 minutes, 2 KiB in 20 seconds, 4 attempts.
 */
typedef struct
{
  gsize max_bytes;
  guint connect_ms;
  guint total_ms;
  guint window_ms;
  gsize window_bytes;
  guint max_attempts;
} HcHttpLimits;

/**
 * HcHttpKind:
 * @HC_HTTP_ANYTHING: nobody knows what comes
 * @HC_HTTP_JSON: JSON; a page of HTML is one of the network in between
 *
 * What a reply is expected to be.
 */
typedef enum {
  HC_HTTP_ANYTHING,
  HC_HTTP_JSON,
} HcHttpKind;

/**
 * HcHttpRequest:
 * @service: for which service
 * @uri: the address; HTTPS, without a name and a password
 * @kind: what is expected
 * @etag: (nullable): the tag of what is here already, as it came
 * @last_modified: (nullable): the time of what is here already, as it came
 * @path: (nullable) (type filename): the file that the reply is written to, which keeps what it has until all has
 *   arrived; %NULL to keep it in memory
 * @takes_refusals: whether a reply is also one that refuses, is busy or leads to another site; otherwise these are
 *   errors
 * @limits: what the request bears
 *
 * What is asked for. Nothing about the person may stand in it.
 */
typedef struct
{
  HcServiceId   service;
  GUri         *uri;
  HcHttpKind    kind;
  const char   *etag;
  const char   *last_modified;
  const char   *path;
  gboolean      takes_refusals;
  HcHttpLimits  limits;
} HcHttpRequest;

G_END_DECLS
