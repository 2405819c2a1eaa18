/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hc-picture.h"

G_BEGIN_DECLS

#define HC_TYPE_TOPIC_CARD (hc_topic_card_get_type ())

G_DECLARE_FINAL_TYPE (HcTopicCard, hc_topic_card, HC, TOPIC_CARD, GtkFlowBoxChild)

GtkWidget  *hc_topic_card_new        (const char  *title,
                                      HcPicture   *picture,
                                      const char  *icon_name,
                                      const char  *link) G_GNUC_WARN_UNUSED_RESULT;
void        hc_topic_card_set_detail (HcTopicCard *self,
                                      const char  *detail);
const char *hc_topic_card_get_link   (HcTopicCard *self);

G_END_DECLS
