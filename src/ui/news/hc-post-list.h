/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"
#include "hc-news-source.h"

G_BEGIN_DECLS

#define HC_TYPE_POST_LIST (hc_post_list_get_type ())

G_DECLARE_FINAL_TYPE (HcPostList, hc_post_list, HC, POST_LIST, AdwNavigationPage)

HcPostList *hc_post_list_new          (HcContext    *context) G_GNUC_WARN_UNUSED_RESULT;
void        hc_post_list_show         (HcPostList   *self,
                                       HcNewsSource *source);
const char *hc_post_list_get_link     (HcPostList   *self);
void        hc_post_list_focus_search (HcPostList   *self);

G_END_DECLS
