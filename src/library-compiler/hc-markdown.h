/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-draft.h"
#include "hc-fault-list.h"

G_BEGIN_DECLS

void hc_markdown_read (HcArticleDraft *draft,
                       const char     *body,
                       int             lines_before,
                       HcFaultList    *faults);

G_END_DECLS
