/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-context.h"

G_BEGIN_DECLS

#define HC_TYPE_PERSON_SWITCHER (hc_person_switcher_get_type ())

G_DECLARE_FINAL_TYPE (HcPersonSwitcher, hc_person_switcher, HC, PERSON_SWITCHER, AdwBin)

void        hc_person_switcher_set_context (HcPersonSwitcher *self,
                                            HcContext        *context);
const char *hc_person_to_words             (HcPerson         *person);
const char *hc_person_find_other_name      (HcPersonStore    *people,
                                            const char       *id);

G_END_DECLS
