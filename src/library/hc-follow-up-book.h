/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-follow-up-check.h"
#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_FOLLOW_UP_BOOK (hc_follow_up_book_get_type ())

G_DECLARE_FINAL_TYPE (HcFollowUpBook, hc_follow_up_book, HC, FOLLOW_UP_BOOK, GObject)

HcFollowUpBook *hc_follow_up_book_new          (HcLibrary              *library,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *hc_follow_up_book_get_checks   (HcFollowUpBook         *self);
GPtrArray      *hc_follow_up_book_load_sources (HcFollowUpBook         *self,
                                                HcLibrary              *library,
                                                const HcFollowUpCheck  *check,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
