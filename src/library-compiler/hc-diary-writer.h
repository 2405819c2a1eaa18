/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-diary-reader.h"

G_BEGIN_DECLS

gboolean hc_diary_writer_write (HcDatabase    *database,
                                HcDiaryDraft  *diary,
                                GError       **error);

G_END_DECLS
