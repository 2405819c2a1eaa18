/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer links are not taken by all programs that they are handed to. */
#define HC_MAIL_LINK_MAX_LENGTH 8000

const char *hc_mail_find_fault (const char *address);
char       *hc_mail_link_new   (const char *address,
                                const char *subject,
                                const char *body,
                                gboolean   *is_shortened) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
