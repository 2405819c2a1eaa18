/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-bookmark-store.h"
#include "hc-note-store.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_delete_note_new     (HcNoteStore     *store,
                                     HcNote          *note) G_GNUC_WARN_UNUSED_RESULT;
HcOperation *hc_remove_bookmark_new (HcBookmarkStore *store,
                                     HcBookmark      *bookmark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
