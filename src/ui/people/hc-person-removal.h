/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

void hc_person_removal_ask (HcContext *context,
                            HcPerson  *person,
                            AdwDialog *dialog);

G_END_DECLS
