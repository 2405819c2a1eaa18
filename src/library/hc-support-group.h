/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

/**
 * HcSupportGroupForm:
 * @HC_SUPPORT_GROUP_FORUM: written discussions online, which anybody may read at least in part
 * @HC_SUPPORT_GROUP_CLOSED: an online group that only its members see
 * @HC_SUPPORT_GROUP_MEETING: people who meet, in person or by video
 * @HC_SUPPORT_GROUP_MENTOR: one person who has been through it
 * @HC_SUPPORT_GROUP_LEARNING: courses and information
 */
typedef enum {
  HC_SUPPORT_GROUP_FORUM,
  HC_SUPPORT_GROUP_CLOSED,
  HC_SUPPORT_GROUP_MEETING,
  HC_SUPPORT_GROUP_MENTOR,
  HC_SUPPORT_GROUP_LEARNING,
} HcSupportGroupForm;

/**
 * HcSupportGroupWays:
 * @HC_SUPPORT_GROUP_ONLINE: on a website, or by video
 * @HC_SUPPORT_GROUP_TELEPHONE: by telephone
 * @HC_SUPPORT_GROUP_IN_PERSON: in the same room
 *
 * How one is with others.
 */
typedef enum {
  HC_SUPPORT_GROUP_ONLINE = 1 << 0,
  HC_SUPPORT_GROUP_TELEPHONE = 1 << 1,
  HC_SUPPORT_GROUP_IN_PERSON = 1 << 2,
} HcSupportGroupWays;

gboolean hc_support_group_form_from_string (const char         *string,
                                            HcSupportGroupForm *form);
gboolean hc_support_group_ways_from_string (const char         *string,
                                            HcSupportGroupWays *ways);

#define HC_TYPE_SUPPORT_GROUP (hc_support_group_get_type ())

G_DECLARE_FINAL_TYPE (HcSupportGroup, hc_support_group, HC, SUPPORT_GROUP, GObject)

/**
 * HcSupportGroupDetails:
 * @id: its id
 * @name: its name
 * @form: what it is
 * @ways: how one is with others; 0: not known
 * @caregivers: whether it is also, or only, for those who care for somebody
 * @about: the same in a sentence or two
 * @audience: for whom it is
 * @privacy: who can see what is said there
 * @cost: what it costs
 * @join: how to join
 * @asks: (nullable): what it asks of those who join
 * @website: (nullable): its https address
 * @phone: (nullable): its number, as hc_phone_number_is_valid() has it
 * @feed: (nullable): the https address of a feed of what is said in public
 * @country: (nullable): the country for which it is, when that is not the United States
 * @confirmed: whether a source says so
 * @checked: the day on which that was checked, `YYYY-MM-DD`
 * @remark: (nullable): what else a reader should know
 *
 * All that is told of a group.
 */
typedef struct
{
  const char         *id;
  const char         *name;
  HcSupportGroupForm  form;
  HcSupportGroupWays  ways;
  gboolean            caregivers;
  const char         *about;
  const char         *audience;
  const char         *privacy;
  const char         *cost;
  const char         *join;
  const char         *asks;
  const char         *website;
  const char         *phone;
  const char         *feed;
  const char         *country;
  gboolean            confirmed;
  const char         *checked;
  const char         *remark;
} HcSupportGroupDetails;

HcSupportGroup              *hc_support_group_new          (const HcSupportGroupDetails *details)
                                                            G_GNUC_WARN_UNUSED_RESULT;
const HcSupportGroupDetails *hc_support_group_get_details  (HcSupportGroup              *self);
GPtrArray                   *hc_support_group_load_sources (HcSupportGroup              *self,
                                                            HcLibrary                   *library,
                                                            GError                     **error)
                                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
