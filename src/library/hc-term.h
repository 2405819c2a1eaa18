/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_TERM (hc_term_get_type ())

G_DECLARE_FINAL_TYPE (HcTerm, hc_term, HC, TERM, GObject)

GListModel *hc_term_load_all       (HcLibrary   *library,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
HcTerm     *hc_term_load           (HcLibrary   *library,
                                    const char  *id,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_term_exist          (HcLibrary   *library);
const char *hc_term_get_id         (HcTerm      *self);
const char *hc_term_get_name       (HcTerm      *self);
const char *hc_term_get_also       (HcTerm      *self);
const char *hc_term_get_definition (HcTerm      *self);
const char *hc_term_get_article    (HcTerm      *self);
const char *hc_term_get_letter     (HcTerm      *self);
GPtrArray  *hc_term_get_sources    (HcTerm      *self);
char       *hc_term_dup_link       (HcTerm      *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_term_matches        (HcTerm      *self,
                                    const char  *words);

G_END_DECLS
