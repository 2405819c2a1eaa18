/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-course.h"

G_BEGIN_DECLS

#define HC_COURSE_MAX_TEXT (4 * 1024 * 1024) /* bytes */

void hc_course_append (HcCourse         *self,
                       GDateTime        *from,
                       GDateTime        *until,
                       const char       *strength,
                       const char       *reason,
                       const HcSchedule *schedule);

G_END_DECLS
