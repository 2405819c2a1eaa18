/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

char *shots_profile_fill (HcUiFixture *fixture);
