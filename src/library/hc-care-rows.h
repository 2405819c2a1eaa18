/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-holiday-calendar.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean hc_care_rows_read_states     (HcDatabase         *database,
                                       GListStore         *states,
                                       GError            **error);
gboolean hc_care_rows_read_cities     (HcDatabase         *database,
                                       GListStore         *cities,
                                       GError            **error);
gboolean hc_care_rows_read_holidays   (HcDatabase         *database,
                                       HcHolidayCalendar  *holidays,
                                       GError            **error);
gboolean hc_care_rows_read_centers    (HcDatabase         *database,
                                       GListStore         *centers,
                                       GError            **error);
gboolean hc_care_rows_read_helplines  (HcDatabase         *database,
                                       GListStore         *helplines,
                                       GError            **error);
gboolean hc_care_rows_read_groups     (HcDatabase         *database,
                                       GListStore         *groups,
                                       GError            **error);
gboolean hc_care_rows_read_guides     (HcDatabase         *database,
                                       GListStore         *guides,
                                       GError            **error);

G_END_DECLS
