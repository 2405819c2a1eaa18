/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-person-dialog.h"
#include "medicines-fixture.h"

G_BEGIN_DECLS

MedicinesFixture *people_fixture_open       (const char         *link,
                                             int                 width) G_GNUC_WARN_UNUSED_RESULT;
HcCurrentPerson *people_fixture_get_current (MedicinesFixture   *self);
char            *people_fixture_add         (MedicinesFixture   *self,
                                             const char         *name) G_GNUC_WARN_UNUSED_RESULT;
void             people_fixture_choose      (MedicinesFixture   *self,
                                             const char         *id);
void             people_fixture_set_time    (MedicinesFixture   *self,
                                             const char         *time);
HcMedicine      *people_fixture_add_daily   (MedicinesFixture   *self,
                                             const char         *person,
                                             const char         *name,
                                             int                 hour) G_GNUC_WARN_UNUSED_RESULT;
HcCareQuestion  *people_fixture_ask         (MedicinesFixture   *self,
                                             const char         *person,
                                             const char         *text) G_GNUC_WARN_UNUSED_RESULT;
void             people_fixture_assert_rows (MedicinesFixture   *self,
                                             const char         *sql,
                                             const char         *expected);
HcPersonDialog  *people_fixture_find_dialog (MedicinesFixture   *self);
HcPersonDialog  *people_fixture_open_dialog (MedicinesFixture   *self,
                                             const char         *action);
GtkEditable     *people_fixture_get_entry   (gpointer            widget,
                                             const char         *title);
void             people_fixture_type        (gpointer            widget,
                                             const char         *title,
                                             const char         *text);
void             people_fixture_add_line    (gpointer            dialog,
                                             const char         *title,
                                             const char         *text);
GtkWidget       *people_fixture_find_row    (gpointer            widget,
                                             const char         *title);
void             people_fixture_press_row   (gpointer            widget,
                                             const char         *title);
void             people_fixture_wait_saved  (MedicinesFixture   *self);

G_END_DECLS
