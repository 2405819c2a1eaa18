/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-clock.h"
#include "hc-current-person.h"
#include "hc-planned-dose.h"

G_BEGIN_DECLS

/* For so long a dose is put off from a reminder. */
#define HC_REMINDER_SNOOZE_MINUTES 10

/**
 * HcReminderGroup:
 * @id: names the doses, see hc_reminder_mark_async()
 * @person: the id of the person who takes them, empty when nobody was told of
 * @time: when the first of them is due, or was put off to
 * @doses: (element-type HcPlannedDose): what is due at that minute
 *
 * What a person is reminded of at once.
 */
typedef struct {
  char      *id;
  char      *person;
  GDateTime *time;
  GPtrArray *doses;
} HcReminderGroup;

#define HC_TYPE_REMINDER (hc_reminder_get_type ())

G_DECLARE_FINAL_TYPE (HcReminder, hc_reminder, HC, REMINDER, GObject)

HcReminder *hc_reminder_new         (HcProfile            *profile,
                                     HcCurrentPerson      *person,
                                     HcClock              *clock) G_GNUC_WARN_UNUSED_RESULT;
void        hc_reminder_set_active  (HcReminder           *self,
                                     gboolean              is_active);
gboolean    hc_reminder_has_snoozed (HcReminder           *self);
void        hc_reminder_mark_async  (HcReminder           *self,
                                     const char           *id,
                                     HcDoseState           state,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean    hc_reminder_mark_finish (HcReminder           *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
