/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-fault-list.h"
#include "hc-link.h"

G_BEGIN_DECLS

/* The rules for small pieces of text that hold in more than one file of the content. */

gboolean    hc_text_rules_check            (const char  *data,
                                            gsize        length,
                                            const char  *file,
                                            HcFaultList *faults);
gunichar    hc_text_rules_find_hidden      (const char  *text,
                                            gssize       length);
gboolean    hc_text_rules_is_id            (const char  *text);
gboolean    hc_text_rules_is_https_address (const char  *text);
const char *hc_text_rules_find_date_fault  (const char  *text,
                                            gboolean     whole);
char       *hc_text_rules_make_anchor      (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_text_rules_fold_term        (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
guint       hc_text_rules_count_words      (const char  *text);
gboolean    hc_text_rules_has_number       (const char  *markup);
HcLink     *hc_text_rules_parse_library_link (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
