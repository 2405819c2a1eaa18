/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-article-page.h"
#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* A window with the real library and an open profile. */
typedef struct
{
  HcUiFixture *fixture;
  HcWindow    *window;
} MedicinesFixture;

MedicinesFixture *medicines_fixture_open       (const char       *link,
                                                int               width);
void              medicines_fixture_free       (MedicinesFixture *self);
gpointer          medicines_fixture_find       (MedicinesFixture *self,
                                                GType             type,
                                                const char       *text);
void              medicines_fixture_go         (MedicinesFixture *self,
                                                const char       *link);
char             *medicines_fixture_take_toast (MedicinesFixture *self);
char             *medicines_fixture_dup_link   (MedicinesFixture *self);
GtkWidget        *medicines_fixture_tab_to     (MedicinesFixture *self,
                                                GType             type,
                                                const char       *text);
void              medicines_fixture_add        (MedicinesFixture *self,
                                                const char       *person,
                                                const char       *link,
                                                const char       *name,
                                                const char       *strength,
                                                const char       *form);
char             *medicines_fixture_add_person (MedicinesFixture *self);
void              medicines_fixture_import     (MedicinesFixture *self,
                                                const char       *xml);
HcArticlePage    *medicines_fixture_get_page   (MedicinesFixture *self);
GtkWidget        *medicines_fixture_find_text  (MedicinesFixture *self,
                                                const char       *words);
GtkWidget        *medicines_fixture_find_heading (MedicinesFixture *self,
                                                  const char     *words);
float             medicines_fixture_get_top    (MedicinesFixture *self,
                                                gpointer          widget);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MedicinesFixture, medicines_fixture_free)

G_END_DECLS
