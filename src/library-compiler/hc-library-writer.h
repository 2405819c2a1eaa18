/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-content.h"

G_BEGIN_DECLS

gboolean hc_library_writer_write (HcContent   *content,
                                  const char  *schema,
                                  const char  *path,
                                  GError     **error);

G_END_DECLS
