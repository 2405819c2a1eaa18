/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-medicine-store.h"
#include "hc-operation.h"

G_BEGIN_DECLS

#define HC_TYPE_COURSE_CHANGES (hc_course_changes_get_type ())

G_DECLARE_FINAL_TYPE (HcCourseChanges, hc_course_changes, HC, COURSE_CHANGES, GObject)

HcCourseChanges *hc_course_changes_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             hc_course_changes_add  (HcCourseChanges *self,
                                         HcMedicine      *medicine,
                                         const HcCourse  *course);
HcOperation     *hc_change_courses_new  (HcMedicineStore *store,
                                         HcCourseChanges *changes,
                                         const char      *description) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
