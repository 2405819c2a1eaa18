/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What profile-writer writes and test-profile-crash looks for. Edits are numbered; each round has N_EDITS, one for
 * each slot of each sort. The sort of edit N is N modulo N_SORTS, its slot N / N_SORTS modulo N_SLOTS. The note, the
 * doses and the entries of the diary of a slot say the number of the edit that wrote them last; the doses and the
 * entries are several, saved together. The medicine of a slot comes, named by the number, and goes by turns. The
 * draft of an appointment says the number in one text and is as long as that says in two others. */

typedef enum {
  EDIT_NOTE,
  EDIT_DOSES,
  EDIT_DIARY,
  EDIT_MEDICINE,
  EDIT_DRAFT,
  N_SORTS
} EditSort;

#define N_SLOTS 8
#define N_EDITS (N_SORTS * N_SLOTS)
#define N_TOGETHER 3

#define EDIT_TIME 1795216314 /* 2026-11-20 23:11:54 UTC */
#define EDIT_MEDICINE_ID "0a1b2c3d-0000-4000-8000-0000000000d1" /* of all doses */

/* The link of a note and of a medicine, and the subject of a draft. */
#define EDIT_LINK "health-center:article/%u"

/* The key of a dose and the kind of an entry: the slot, and which of those that are saved together. */
#define EDIT_NAME "slot-%u-%u"
