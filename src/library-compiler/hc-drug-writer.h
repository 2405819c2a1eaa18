/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-content.h"
#include "hc-database.h"

G_BEGIN_DECLS

gboolean hc_drug_writer_write (HcDatabase  *database,
                               HcContent   *content,
                               GError     **error);

G_END_DECLS
