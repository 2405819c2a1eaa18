/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_REMINDER_NOTIFIER (hc_reminder_notifier_get_type ())

G_DECLARE_FINAL_TYPE (HcReminderNotifier, hc_reminder_notifier, HC, REMINDER_NOTIFIER, GObject)

HcReminderNotifier *hc_reminder_notifier_new       (HcContext          *context,
                                                    GApplication       *application) G_GNUC_WARN_UNUSED_RESULT;
gboolean            hc_reminder_notifier_is_wanted (HcReminderNotifier *self);
void                hc_reminder_notifier_start     (HcReminderNotifier *self);

G_END_DECLS
