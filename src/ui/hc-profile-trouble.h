/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-profile.h"

G_BEGIN_DECLS

void hc_profile_trouble_present (HcProfile *profile,
                                 GtkWidget *parent);

G_END_DECLS
