/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"
#include "hc-undo-stack.h"

G_BEGIN_DECLS

#define HC_TYPE_WINDOW (hc_window_get_type ())

G_DECLARE_FINAL_TYPE (HcWindow, hc_window, HC, WINDOW, AdwApplicationWindow)

HcWindow    *hc_window_new            (AdwApplication *application,
                                       HcContext      *context) G_GNUC_WARN_UNUSED_RESULT;
gboolean     hc_window_open_link      (HcWindow       *self,
                                       const char     *link);
void         hc_window_show_toast     (HcWindow       *self,
                                       const char     *text);
HcUndoStack *hc_window_get_undo_stack (HcWindow       *self);

G_END_DECLS
