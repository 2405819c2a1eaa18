/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More of it is left out. */
#define HC_CALENDAR_MAX_EVENTS 5000
#define HC_CALENDAR_MAX_ZONES 50

/**
 * HcCalendarText:
 * @zones: (element-type utf8): the parts of the file that tell the rules of a time zone
 * @events: (element-type utf8): the parts of it that are an event
 * @n_more: how many more events there were than %HC_CALENDAR_MAX_EVENTS
 * @n_broken: how many parts were too large, nested too deep or did not end
 * @is_other_charset: whether the file was not in UTF-8
 *
 * A calendar file in parts, which are valid UTF-8 and not read yet.
 */
typedef struct
{
  GPtrArray *zones;
  GPtrArray *events;
  guint      n_more;
  guint      n_broken;
  gboolean   is_other_charset;
} HcCalendarText;

HcCalendarText *hc_calendar_text_new  (GBytes          *bytes,
                                       GCancellable    *cancellable,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            hc_calendar_text_free (HcCalendarText  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcCalendarText, hc_calendar_text_free)

G_END_DECLS
