/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* Five invented trials: for a person with colon cancer of stage IV without MSI-H, born in 1966, near Denver, two may
 * fit, two need a question answered, and one does not fit. */
#define TRIALS_NEAR "NCT07000001"      /* may fit, in Denver and Boston */
#define TRIALS_FAR "NCT07000002"       /* may fit, in Boston */
#define TRIALS_ASK "NCT07000003"       /* has not begun */
#define TRIALS_MARKER "NCT07000004"    /* KRAS G12C, which is not known */
#define TRIALS_MISFIT "NCT07000005"    /* for people from 75 on */

char *trials_fixture_make_study    (const char  *nct,
                                    const char  *title,
                                    const char  *status,
                                    const char  *updated,
                                    const char  *criteria) G_GNUC_WARN_UNUSED_RESULT;
char *trials_fixture_make_page     (void) G_GNUC_WARN_UNUSED_RESULT;
char *trials_fixture_write         (HcUiFixture *fixture,
                                    const char  *name,
                                    const char  *text) G_GNUC_WARN_UNUSED_RESULT;
void  trials_fixture_import        (HcUiFixture *fixture,
                                    const char  *json);
void  trials_fixture_add_person    (HcUiFixture *fixture);
void  trials_fixture_press_contact (HcWindow    *window,
                                    const char  *tooltip,
                                    const char  *heading,
                                    const char  *address);

G_END_DECLS
