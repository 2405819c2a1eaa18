/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

GListModel *hc_drug_hits_find            (HcContext                *context,
                                          const char               *text,
                                          GtkLabel                 *correction,
                                          gboolean                 *has_failed) G_GNUC_WARN_UNUSED_RESULT;
void        hc_drug_hits_announce        (GtkAccessible            *accessible,
                                          GListModel               *hits);
void        hc_drug_hits_bind_heading_cb (GtkSignalListItemFactory *factory,
                                          GtkListHeader            *header);

G_END_DECLS
