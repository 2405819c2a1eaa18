/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes the place of the name servers: it knows nobody, asks nobody, and remembers whom it was asked for. Only
 * the thread of the test asks it. */
void  empty_resolver_install (void);
char *empty_resolver_remove  (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
