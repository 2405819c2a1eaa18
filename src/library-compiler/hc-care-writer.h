/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-reader.h"
#include "hc-database.h"

G_BEGIN_DECLS

gboolean hc_care_writer_write (HcDatabase   *database,
                               HcCareDraft  *care,
                               GError      **error);

G_END_DECLS
