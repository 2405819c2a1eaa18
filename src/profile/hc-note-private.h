/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-note.h"

G_BEGIN_DECLS

HcNote *_hc_note_new_with_id (const char *id,
                              const char *link,
                              const char *title,
                              const char *quote) G_GNUC_WARN_UNUSED_RESULT;
void    _hc_note_set_saved   (HcNote     *self,
                              const char *text,
                              GDateTime  *created,
                              GDateTime  *modified);

G_END_DECLS
