/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-diary-kind.h"
#include "hc-red-flag.h"

G_BEGIN_DECLS

/**
 * HcColdAvoidance:
 * @days: for how many days after an infusion of oxaliplatin cold is to be avoided
 * @text: what the sources say of that
 * @avoid: (array zero-terminated=1): what is to be avoided
 * @link: (nullable): a link to where there is more to read
 */
typedef struct
{
  int    days;
  char  *text;
  char **avoid;
  char  *link;
} HcColdAvoidance;

#define HC_TYPE_DIARY_BOOK (hc_diary_book_get_type ())

G_DECLARE_FINAL_TYPE (HcDiaryBook, hc_diary_book, HC, DIARY_BOOK, GObject)

HcDiaryBook           *hc_diary_book_new                (HcLibrary    *library,
                                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel            *hc_diary_book_get_kinds          (HcDiaryBook  *self);
HcDiaryKind           *hc_diary_book_get_kind           (HcDiaryBook  *self,
                                                         const char   *id);
GPtrArray             *hc_diary_book_get_flags          (HcDiaryBook  *self);
const HcColdAvoidance *hc_diary_book_get_cold_avoidance (HcDiaryBook  *self);
GPtrArray             *hc_diary_book_load_cold_sources  (HcDiaryBook  *self,
                                                         HcLibrary    *library,
                                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
