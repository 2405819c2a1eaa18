/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"

G_BEGIN_DECLS

gboolean hc_picture_writer_write (HcDatabase  *database,
                                  GPtrArray   *pictures,
                                  GError     **error);

G_END_DECLS
