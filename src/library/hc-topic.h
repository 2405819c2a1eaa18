/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HC_TYPE_TOPIC (hc_topic_get_type ())

G_DECLARE_FINAL_TYPE (HcTopic, hc_topic, HC, TOPIC, GObject)

GListModel *hc_topic_group        (GListModel *articles) G_GNUC_WARN_UNUSED_RESULT;
const char *hc_topic_get_id       (HcTopic    *self);
const char *hc_topic_get_title    (HcTopic    *self);
GListModel *hc_topic_get_articles (HcTopic    *self);

G_END_DECLS
