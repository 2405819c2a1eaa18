/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"
#include "hc-person.h"

G_BEGIN_DECLS

GPtrArray *hc_for_you_list (HcLibrary             *library,
                            const HcPersonDetails *person) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *hc_for_you_pick (HcLibrary             *library,
                            const HcPersonDetails *person,
                            guint                  day,
                            guint                  n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
