/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-interaction-check.h"

G_BEGIN_DECLS

const char *hc_severity_to_words     (HcSeverity  severity);
const char *hc_severity_to_icon_name (HcSeverity  severity);
const char *hc_severity_to_css_class (HcSeverity  severity);
char       *hc_finding_dup_title     (HcFinding  *finding) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_finding_dup_effect    (HcFinding  *finding) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_finding_dup_action    (HcFinding  *finding) G_GNUC_WARN_UNUSED_RESULT;
char       *hc_interaction_check_dup_summary (HcInteractionCheck *check) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
