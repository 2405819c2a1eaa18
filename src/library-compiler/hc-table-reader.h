/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cmark.h>

#include "hc-article-draft.h"
#include "hc-fault-list.h"

G_BEGIN_DECLS

HcBlock *hc_table_reader_read (HcArticleDraft *draft,
                               cmark_node     *node,
                               int             lines_before,
                               HcFaultList    *faults) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
