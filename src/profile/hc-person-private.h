/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-person.h"

G_BEGIN_DECLS

HcPerson *_hc_person_new_with_id (const char            *id) G_GNUC_WARN_UNUSED_RESULT;
void      _hc_person_set_saved   (HcPerson              *self,
                                  const HcPersonDetails *details,
                                  GDateTime             *created);

G_END_DECLS
