/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* For hc_ui_fixture_new_at(). */
#define SUMMARY_FIXTURE_TIME "2026-11-20T19:00:00"

void summary_fixture_add_person   (HcUiFixture             *fixture,
                                   const HcPersonDetails   *details);
void summary_fixture_add_medicine (HcUiFixture             *fixture,
                                   const HcMedicineDetails *details);
void summary_fixture_fill         (HcUiFixture             *fixture);

G_END_DECLS
