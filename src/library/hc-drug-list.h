/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library-private.h"

G_BEGIN_DECLS

gboolean hc_drug_list_read (HcLibrary   *library,
                            GListStore  *drugs,
                            GError     **error);

G_END_DECLS
