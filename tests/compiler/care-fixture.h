/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compiler-fixture.h"

G_BEGIN_DECLS

#define CARE_CITIES "content/care/cities.txt"
#define CARE_HOLIDAYS "content/care/holidays.txt"
#define CARE_CENTERS "content/care/centers.txt"
#define CARE_HELPLINES "content/care/helplines.txt"
#define CARE_GROUPS "content/care/groups.txt"
#define CARE_GUIDES "content/care/guides.txt"

void care_fixture_write (CompilerFixture *self);

G_END_DECLS
