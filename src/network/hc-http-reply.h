/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HcHttpReply:
 * @status: 200: here it is; 304: it is the same as before; 404: there is no such thing, which for a search means
 *   that nothing was found; others only for who takes refusals
 * @bytes: (nullable): what came, unpacked; %NULL when it went to a file. Of a 404 no more than 64 KiB
 * @n_bytes: how many bytes came, unpacked
 * @uri: the address that answered, after redirects
 * @content_type: (nullable): the type, in small letters and without parameters
 * @charset: (nullable): the character set that the header tells
 * @etag: (nullable): to be given with the next request
 * @last_modified: (nullable): to be given with the next request
 * @moved_to: (nullable): where it is now, complete: for ever when it came from there, and to be agreed to when it is
 *   on another site, which was not asked
 * @not_before: (nullable): the service does not want to be asked before
 * @next: (nullable): the address of the next page, as the header `Link` tells it, complete
 *
 * The answer to a request. Nothing of it is known to be sound.
 */
typedef struct
{
  guint      status;
  GBytes    *bytes;
  guint64    n_bytes;
  GUri      *uri;
  char      *content_type;
  char      *charset;
  char      *etag;
  char      *last_modified;
  char      *moved_to;
  GDateTime *not_before;
  char      *next;
} HcHttpReply;

void hc_http_reply_free (HcHttpReply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcHttpReply, hc_http_reply_free)

G_END_DECLS
