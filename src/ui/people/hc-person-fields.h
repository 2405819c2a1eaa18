/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char      *hc_person_fields_read_name       (const char  *text,
                                             char       **name) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_person_fields_read_birth_year (const char  *text,
                                             GDateTime   *now,
                                             int         *birth_year) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_person_fields_read_day        (const char  *text,
                                             GDateTime   *now,
                                             char       **day) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *hc_person_fields_parse_day       (const char  *day) G_GNUC_WARN_UNUSED_RESULT;
char      *hc_person_fields_dup_day_words   (const char  *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
