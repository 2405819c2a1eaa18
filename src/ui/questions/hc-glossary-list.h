/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "hc-library.h"

G_BEGIN_DECLS

#define HC_TYPE_GLOSSARY_LIST (hc_glossary_list_get_type ())

G_DECLARE_FINAL_TYPE (HcGlossaryList, hc_glossary_list, HC, GLOSSARY_LIST, AdwNavigationPage)

HcGlossaryList *hc_glossary_list_new          (HcLibrary       *library,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        hc_glossary_list_show         (HcGlossaryList  *self,
                                               const char      *id);
void            hc_glossary_list_focus_search (HcGlossaryList  *self);

G_END_DECLS
