/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-record-file.h"

G_BEGIN_DECLS

/**
 * HcCareFields:
 * @file: a file of the care folder
 * @record: one of its records
 * @faults: takes what is wrong with it
 *
 * A record whose fields are read one after the other. What is wrong with one becomes a fault, and %NULL or 0.
 */
typedef struct
{
  HcRecordFile *file;
  HcRecord     *record;
  HcFaultList  *faults;
} HcCareFields;

void         hc_care_fields_add_fault      (HcCareFields *self,
                                            const char   *key,
                                            const char   *format,
                                            ...) G_GNUC_PRINTF (3, 4);
const char  *hc_care_fields_get_text       (HcCareFields *self,
                                            const char   *key,
                                            glong         maximum);
char       **hc_care_fields_get_texts      (HcCareFields *self,
                                            const char   *key,
                                            glong         maximum) G_GNUC_WARN_UNUSED_RESULT;
const char  *hc_care_fields_get_id         (HcCareFields *self,
                                            const char   *key);
const char  *hc_care_fields_get_address    (HcCareFields *self,
                                            const char   *key);
const char  *hc_care_fields_get_phone      (HcCareFields *self,
                                            const char   *key);
const char  *hc_care_fields_get_hours      (HcCareFields *self,
                                            const char   *key);
const char  *hc_care_fields_get_zone       (HcCareFields *self,
                                            const char   *key);
const char  *hc_care_fields_get_date       (HcCareFields *self,
                                            const char   *key);
gboolean     hc_care_fields_get_confirmed  (HcCareFields *self,
                                            GPtrArray    *sources);
gboolean     hc_care_fields_parse_point    (const char   *latitude,
                                            const char   *longitude,
                                            double       *north,
                                            double       *east);
gboolean     hc_care_fields_is_zone        (const char   *zone);

G_END_DECLS
