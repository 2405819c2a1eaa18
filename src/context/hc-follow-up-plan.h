/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-appointment.h"
#include "hc-follow-up-book.h"

G_BEGIN_DECLS

/**
 * HcFollowUpState:
 * @HC_FOLLOW_UP_PAST: its time is over, and nothing was told of it
 * @HC_FOLLOW_UP_DONE: an appointment for it is done
 * @HC_FOLLOW_UP_OVERDUE: its time is over, nothing was told of it, and the next one is not due yet
 * @HC_FOLLOW_UP_BOOKED: there is an appointment for it, or it was asked for
 * @HC_FOLLOW_UP_DUE: its time has come
 * @HC_FOLLOW_UP_COMING: its time has not come
 *
 * How it stands with a check after the treatment.
 */
typedef enum {
  HC_FOLLOW_UP_PAST,
  HC_FOLLOW_UP_DONE,
  HC_FOLLOW_UP_OVERDUE,
  HC_FOLLOW_UP_BOOKED,
  HC_FOLLOW_UP_DUE,
  HC_FOLLOW_UP_COMING,
} HcFollowUpState;

/**
 * HcFollowUpItem:
 * @check: what is due; it belongs to the book
 * @earliest: the first day on which it is due
 * @latest: the last day
 * @state: how it stands with it
 * @appointment: (nullable): the one that was done, or is there
 *
 * A check that is due some time.
 */
typedef struct
{
  const HcFollowUpCheck *check;
  GDate                  earliest;
  GDate                  latest;
  HcFollowUpState        state;
  HcAppointment         *appointment;
} HcFollowUpItem;

GPtrArray *hc_follow_up_plan_make (HcFollowUpBook *book,
                                   const char     *site,
                                   const char     *stage,
                                   const GDate    *treatment,
                                   GPtrArray      *appointments,
                                   const GDate    *today) G_GNUC_WARN_UNUSED_RESULT;
void       hc_follow_up_item_free (HcFollowUpItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcFollowUpItem, hc_follow_up_item_free)

G_END_DECLS
