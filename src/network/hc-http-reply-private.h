/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "hc-http-reply.h"

G_BEGIN_DECLS

HcHttpReply *hc_http_reply_new (SoupMessage *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
