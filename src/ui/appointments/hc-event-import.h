/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"
#include "hc-operation-dialog.h"

G_BEGIN_DECLS

#define HC_TYPE_EVENT_IMPORT (hc_event_import_get_type ())

G_DECLARE_FINAL_TYPE (HcEventImport, hc_event_import, HC, EVENT_IMPORT, HcOperationDialog)

void hc_event_import_choose (GtkWidget *parent,
                             HcContext *context);
void hc_event_import_open   (GtkWidget *parent,
                             HcContext *context,
                             GFile     *file);

G_END_DECLS
