/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_NOTE (hc_note_get_type ())

G_DECLARE_FINAL_TYPE (HcNote, hc_note, HC, NOTE, GObject)

HcNote     *hc_note_new          (const char *link,
                                  const char *title,
                                  const char *quote) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_note_get_id       (HcNote     *self);
const char *hc_note_get_link     (HcNote     *self);
const char *hc_note_get_title    (HcNote     *self);
const char *hc_note_get_quote    (HcNote     *self);
const char *hc_note_get_text     (HcNote     *self);
GDateTime  *hc_note_get_created  (HcNote     *self);
GDateTime  *hc_note_get_modified (HcNote     *self);
gboolean    hc_note_is_about     (HcNote     *self,
                                  const char *link);

G_END_DECLS
