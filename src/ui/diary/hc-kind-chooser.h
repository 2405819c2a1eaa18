/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-diary-desk.h"

G_BEGIN_DECLS

#define HC_TYPE_KIND_CHOOSER (hc_kind_chooser_get_type ())

G_DECLARE_FINAL_TYPE (HcKindChooser, hc_kind_chooser, HC, KIND_CHOOSER, AdwDialog)

HcKindChooser *hc_kind_chooser_new (HcDiaryDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
