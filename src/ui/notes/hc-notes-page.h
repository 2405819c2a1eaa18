/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-page.h"

G_BEGIN_DECLS

#define HC_TYPE_NOTES_PAGE (hc_notes_page_get_type ())

G_DECLARE_FINAL_TYPE (HcNotesPage, hc_notes_page, HC, NOTES_PAGE, HcPage)

G_END_DECLS
