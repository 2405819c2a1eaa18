/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-context.h"

G_BEGIN_DECLS

void hc_person_actions_add (GtkApplicationWindow *window,
                            HcContext            *context);

G_END_DECLS
