/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_MEDICINES_PAGE (hc_medicines_page_get_type ())

G_DECLARE_FINAL_TYPE (HcMedicinesPage, hc_medicines_page, HC, MEDICINES_PAGE, HcPage)

G_END_DECLS
