/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "hc-trial-reader.h"

G_BEGIN_DECLS

char *trial_fixture_describe  (const HcTrial  *trial);
char *trial_fixture_read      (const char     *text,
                               gsize           length,
                               gsize           piece,
                               GError        **error);
char *trial_fixture_make_json (const char     *nct,
                               const char     *title,
                               const char     *status,
                               const char     *updated,
                               const char     *more);
void  trial_fixture_end_object (gpointer object);

G_END_DECLS
