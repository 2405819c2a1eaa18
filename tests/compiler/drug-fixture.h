/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "compiler-fixture.h"

G_BEGIN_DECLS

/* The files that drug_fixture_write() adds. */
#define FABROLIN_FILE "content/drugs/fabrolin.md"
#define MIRODEX_FILE "content/drugs/mirodex.md"
#define WORT_FILE "content/drugs/quell-wort.md"
#define JUICE_FILE "content/drugs/zz-juice.md"
#define SUBSTANCES_FILE "content/interactions/a-substances.txt"
#define RULES_FILE "content/interactions/b-rules.txt"
#define PILLS_FILE "content/pills.txt"

void drug_fixture_write (CompilerFixture *self);

G_END_DECLS
