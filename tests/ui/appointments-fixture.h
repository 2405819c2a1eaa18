/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fields-fixture.h"
#include "medicines-fixture.h"

G_BEGIN_DECLS

#define APPOINTMENTS_FIXTURE_TIME "2026-11-20T08:30:00"

MedicinesFixture *appointments_fixture_open        (const char                 *link,
                                                    int                         width);
HcAppointment    *appointments_fixture_add         (MedicinesFixture           *self,
                                                    const HcAppointmentDetails *details);
HcAppointment    *appointments_fixture_get_only    (MedicinesFixture           *self);
void              appointments_fixture_show        (MedicinesFixture           *self,
                                                    HcAppointment              *appointment);
void              appointments_fixture_assert_rows (MedicinesFixture           *self,
                                                    const char                 *sql,
                                                    const char                 *expected);
gpointer          appointments_fixture_get_dialog  (MedicinesFixture           *self);
gboolean          appointments_fixture_says        (gpointer                    root,
                                                    const char                 *words);
gpointer          appointments_fixture_find_row    (gpointer                    root,
                                                    const char                 *title);

G_END_DECLS
