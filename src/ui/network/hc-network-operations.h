/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-network-log.h"
#include "hc-operation.h"

G_BEGIN_DECLS

HcOperation *hc_clear_network_log_new (HcNetworkLog *log) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
