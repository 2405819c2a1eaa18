/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hc_contact_address_from_phone (const char *phone) G_GNUC_WARN_UNUSED_RESULT;
char *hc_contact_address_from_email (const char *email) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
