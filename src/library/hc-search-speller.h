/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

HcStatement *hc_search_speller_prepare (HcDatabase   *database,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hc_search_speller_correct (HcStatement  *words,
                                        const char   *word,
                                        gboolean      may_be_incomplete,
                                        char        **corrected,
                                        GError      **error);

G_END_DECLS
