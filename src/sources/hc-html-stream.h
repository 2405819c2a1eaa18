/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-xml-stream.h"

G_BEGIN_DECLS

gboolean hc_html_stream_read (const char            *html,
                              const HcMarkupHandler *handler,
                              gpointer               data);

G_END_DECLS
