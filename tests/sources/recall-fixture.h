/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"
#include "hc-recall.h"

G_BEGIN_DECLS

char *recall_fixture_describe (HcRecall   *recall);
char *recall_fixture_make     (guint       first,
                               guint       n_recalls,
                               gint64      total,
                               const char *updated);
char *recall_fixture_find     (void);

G_END_DECLS
