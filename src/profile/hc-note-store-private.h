/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-clock.h"
#include "hc-database-worker.h"
#include "hc-note-store.h"

G_BEGIN_DECLS

HcNoteStore *_hc_note_store_new      (HcDatabaseWorker  *worker,
                                      HcClock           *clock) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *_hc_note_store_read_all (HcDatabase        *database,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void         _hc_note_store_fill     (HcNoteStore       *self,
                                      GPtrArray         *notes);

G_END_DECLS
