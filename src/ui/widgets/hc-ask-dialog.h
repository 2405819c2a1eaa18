/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

AdwDialog *hc_ask_dialog_new (const char *heading,
                              const char *body);
