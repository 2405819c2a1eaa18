/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-note.h"
#include "hc-store.h"

G_BEGIN_DECLS

#define HC_TYPE_NOTE_STORE (hc_note_store_get_type ())

G_DECLARE_FINAL_TYPE (HcNoteStore, hc_note_store, HC, NOTE_STORE, HcStore)

void      hc_note_store_save_async    (HcNoteStore          *self,
                                       HcNote               *note,
                                       const char           *text,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean  hc_note_store_save_finish   (HcNoteStore          *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void      hc_note_store_delete_async  (HcNoteStore          *self,
                                       HcNote               *note,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean  hc_note_store_delete_finish (HcNoteStore          *self,
                                       GAsyncResult         *result,
                                       GError              **error);
HcNote   *hc_note_store_lookup        (HcNoteStore          *self,
                                       const char           *id);

G_END_DECLS
