/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-feed-list-reader.h"

G_BEGIN_DECLS

gboolean hc_feed_list_writer_write (HcDatabase       *database,
                                    HcFeedListDraft  *list,
                                    GError          **error);

G_END_DECLS
