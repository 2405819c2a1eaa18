/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-field.h"
#include "hc-ui-fixture.h"

G_BEGIN_DECLS

HcField    *fields_fixture_find       (gpointer    root,
                                       const char *title);
GtkWidget  *fields_fixture_find_entry (gpointer    root,
                                       const char *title);
void        fields_fixture_type       (gpointer    root,
                                       const char *title,
                                       const char *text);
void        fields_fixture_choose     (gpointer    root,
                                       const char *title,
                                       guint       place);
void        fields_fixture_press      (gpointer    root,
                                       const char *label);
void        fields_fixture_assert_fault (gpointer    root,
                                         const char *title,
                                         const char *fault);
AdwDialog  *fields_fixture_get_dialog (HcWindow   *window);
void        fields_fixture_finish_adding (HcWindow *window);
void        fields_fixture_set_time   (HcUiFixture *fixture,
                                       const char  *time);

G_END_DECLS
