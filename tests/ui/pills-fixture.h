/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-pill-writer.h"
#include "hc-ui-fixture.h"

G_BEGIN_DECLS

/* What there is to read about some of the pills. */
#define PILLS_FIXTURE_LINK "health-center:article/alpha"

typedef struct
{
  HcPillLook    look;
  HcPillDetails details;
} PillSample;

/**
 * PillsFixture:
 *
 * The Pill Identifier, with a library of a few made-up pills.
 */
typedef struct
{
  CompilerFixture *content;
  HcUiFixture     *fixture;
  HcWindow        *window;
} PillsFixture;

PillsFixture *pills_fixture_new          (const char       *link,
                                          int               width) G_GNUC_WARN_UNUSED_RESULT;
void          pills_fixture_free         (PillsFixture     *self);
void          pills_fixture_write        (HcPillWriter     *writer,
                                          const PillSample *sample);
GtkWidget    *pills_fixture_get_page     (PillsFixture     *self);
gpointer      pills_fixture_get_card     (PillsFixture     *self,
                                          guint             place);
void          pills_fixture_type         (PillsFixture     *self,
                                          const char       *text);
void          pills_fixture_assert_found (PillsFixture     *self,
                                          const char       *expected);
void          pills_fixture_assert_toast (PillsFixture     *self,
                                          const char       *expected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PillsFixture, pills_fixture_free)

G_END_DECLS
