/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compiler-fixture.h"

G_BEGIN_DECLS

/* The file that diary_fixture_write() adds. */
#define DIARY_FILE "content/diary.txt"

void diary_fixture_write (CompilerFixture *self);

G_END_DECLS
