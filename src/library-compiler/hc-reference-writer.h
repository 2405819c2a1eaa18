/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-content.h"
#include "hc-database.h"

G_BEGIN_DECLS

gboolean hc_reference_writer_write            (HcDatabase  *database,
                                               HcContent   *content,
                                               GError     **error);
gboolean hc_reference_writer_write_sources    (HcDatabase  *database,
                                               const char  *owner,
                                               GPtrArray   *sources,
                                               GError     **error);
gboolean hc_reference_writer_write_sources_of (HcDatabase  *database,
                                               const char  *place,
                                               const char  *id,
                                               GPtrArray   *sources,
                                               GError     **error);

G_END_DECLS
