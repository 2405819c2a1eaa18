/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

G_BEGIN_DECLS

CompilerFixture *answers_fixture_make_library (void) G_GNUC_WARN_UNUSED_RESULT;
HcCareQuestion  *answers_fixture_add          (HcUiFixture *fixture,
                                               const char  *link,
                                               const char  *title,
                                               const char  *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
