/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-reader.h"
#include "hc-search-writer.h"

G_BEGIN_DECLS

gboolean hc_care_search_write (HcSearchWriter  *writer,
                               HcCareDraft     *care,
                               GError         **error);

G_END_DECLS
