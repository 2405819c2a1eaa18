/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-news.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_folder_operation_new (HcNews     *news,
                                      const char *folder,
                                      const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
