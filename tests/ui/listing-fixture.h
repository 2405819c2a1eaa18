/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "medicines-fixture.h"

G_BEGIN_DECLS

GListModel *listing_get_model     (MedicinesFixture *fixture);
char       *listing_dup_rows      (MedicinesFixture *fixture,
                                   const char       *section,
                                   guint             n_max) G_GNUC_WARN_UNUSED_RESULT;
guint       listing_count         (MedicinesFixture *fixture,
                                   const char       *section);
void        listing_assert_rows   (MedicinesFixture *fixture,
                                   const char       *section,
                                   guint             n_max,
                                   const char       *expected);
void        listing_search        (MedicinesFixture *fixture,
                                   const char       *text);
gpointer    listing_get_page      (MedicinesFixture *fixture);
void        listing_assert_says   (gpointer          page,
                                   const char       *text);
void        listing_assert_silent (gpointer          page,
                                   const char       *text);
GtkWidget  *listing_find_button   (gpointer          page,
                                   const char       *text);

G_END_DECLS
