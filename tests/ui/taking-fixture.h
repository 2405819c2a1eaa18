/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* Medicines that somebody takes, and what was done with their doses. All times are ISO 8601. */

GDateTime  *taking_fixture_time    (const char              *text) G_GNUC_WARN_UNUSED_RESULT;
void        taking_fixture_set_now (HcUiFixture             *fixture,
                                    const char              *now);
void        taking_fixture_save    (HcUiFixture             *fixture,
                                    HcMedicine              *medicine,
                                    const HcMedicineDetails *details);
HcMedicine *taking_fixture_add     (HcUiFixture             *fixture,
                                    const char              *drug,
                                    const char              *name,
                                    const char              *strength) G_GNUC_WARN_UNUSED_RESULT;
void        taking_fixture_at      (HcUiFixture             *fixture,
                                    HcMedicine              *medicine,
                                    const char              *from,
                                    double                   amount,
                                    const char              *hours);
void        taking_fixture_needed  (HcUiFixture             *fixture,
                                    HcMedicine              *medicine,
                                    const char              *from,
                                    double                   amount,
                                    double                   daily_max,
                                    int                      min_minutes);
void        taking_fixture_look    (HcUiFixture             *fixture,
                                    HcMedicine              *medicine,
                                    const HcPillLook        *look);
void        taking_fixture_count   (HcUiFixture             *fixture,
                                    HcMedicine              *medicine,
                                    const char              *counted,
                                    double                   stock,
                                    double                   refill_at);
void        taking_fixture_record  (HcUiFixture             *fixture,
                                    HcMedicine              *medicine,
                                    const char              *key,
                                    HcDoseState              state,
                                    const char              *due,
                                    const char              *time,
                                    double                   amount);

G_END_DECLS
