/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* A state of the program: a link, and an action that is then done to the page that is shown. */
typedef struct
{
  const char *name;
  const char *link;
  const char *page_type; /* of the page that has the action */
  const char *action;    /* with its target, as in a menu */
  guint       n_more;    /* so many times more it is done */
} AccessibilityState;

extern const AccessibilityState accessibility_states[];
extern const guint accessibility_n_states;

void  accessibility_states_fill    (HcUiFixture              *fixture);
char *accessibility_state_dup_link (const AccessibilityState *state,
                                    HcUiFixture              *fixture) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
