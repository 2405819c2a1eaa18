/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-care-center.h"
#include "hc-care-guide.h"
#include "hc-helpline.h"
#include "hc-support-group.h"
#include "hc-us-state.h"

G_BEGIN_DECLS

/**
 * HcCareOrder:
 * @HC_CARE_ORDER_NAME: by the names of the centers
 * @HC_CARE_ORDER_PLACE: by the names of the states, then of the cities
 * @HC_CARE_ORDER_DISTANCE: the nearest first
 */
typedef enum {
  HC_CARE_ORDER_NAME,
  HC_CARE_ORDER_PLACE,
  HC_CARE_ORDER_DISTANCE,
} HcCareOrder;

/**
 * HcCareQuery:
 * @text: (nullable): words that a center must have in its name, its parent, its city or its state; %NULL: all
 * @state: (nullable): the two letters of a state; %NULL: all of them
 * @from: (nullable): a city, for the distance; without one %HC_CARE_ORDER_DISTANCE is %HC_CARE_ORDER_NAME
 * @laboratories: whether laboratories without care for patients are listed, too
 * @order: how the list is sorted
 *
 * Which centers to list.
 */
typedef struct
{
  const char  *text;
  const char  *state;
  HcCity      *from;
  gboolean     laboratories;
  HcCareOrder  order;
} HcCareQuery;

#define HC_TYPE_CARE_DIRECTORY (hc_care_directory_get_type ())

G_DECLARE_FINAL_TYPE (HcCareDirectory, hc_care_directory, HC, CARE_DIRECTORY, GObject)

HcCareDirectory   *hc_care_directory_new            (HcLibrary          *library,
                                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel        *hc_care_directory_get_states     (HcCareDirectory    *self);
const char        *hc_care_directory_get_state_name (HcCareDirectory    *self,
                                                     const char         *code);
GListModel        *hc_care_directory_get_cities     (HcCareDirectory    *self);
HcCity            *hc_care_directory_get_city       (HcCareDirectory    *self,
                                                     const char         *label);
GListModel        *hc_care_directory_find_cities    (HcCareDirectory    *self,
                                                     const char         *text,
                                                     guint               limit) G_GNUC_WARN_UNUSED_RESULT;
HcHolidayCalendar *hc_care_directory_get_holidays   (HcCareDirectory    *self);
GListModel        *hc_care_directory_get_centers    (HcCareDirectory    *self);
HcCareCenter      *hc_care_directory_get_center     (HcCareDirectory    *self,
                                                     const char         *id);
GListModel        *hc_care_directory_list_centers   (HcCareDirectory    *self,
                                                     const HcCareQuery  *query) G_GNUC_WARN_UNUSED_RESULT;
GListModel        *hc_care_directory_get_helplines  (HcCareDirectory    *self);
HcHelpline        *hc_care_directory_get_helpline   (HcCareDirectory    *self,
                                                     const char         *id);
GListModel        *hc_care_directory_get_groups     (HcCareDirectory    *self);
HcSupportGroup    *hc_care_directory_get_group      (HcCareDirectory    *self,
                                                     const char         *id);
GListModel        *hc_care_directory_list_groups    (HcCareDirectory    *self,
                                                     const char         *text) G_GNUC_WARN_UNUSED_RESULT;
GListModel        *hc_care_directory_get_guides     (HcCareDirectory    *self);
HcCareGuide       *hc_care_directory_get_guide      (HcCareDirectory    *self,
                                                     const char         *id);

G_END_DECLS
