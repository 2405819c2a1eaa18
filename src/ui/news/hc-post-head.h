/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-news.h"

G_BEGIN_DECLS

#define HC_TYPE_POST_HEAD (hc_post_head_get_type ())

G_DECLARE_FINAL_TYPE (HcPostHead, hc_post_head, HC, POST_HEAD, AdwBin)

HcPostHead *hc_post_head_new  (HcNews     *news) G_GNUC_WARN_UNUSED_RESULT;
void        hc_post_head_show (HcPostHead *self,
                               const char *feed,
                               const char *key,
                               const char *address);

G_END_DECLS
