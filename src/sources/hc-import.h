/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HC_TYPE_IMPORT (hc_import_get_type ())

G_DECLARE_DERIVABLE_TYPE (HcImport, hc_import, HC, IMPORT, GObject)

struct _HcImportClass
{
  GObjectClass parent_class;
};

void   hc_import_tell         (HcImport *self,
                               double    fraction);
void   hc_import_count        (HcImport *self);
double hc_import_get_progress (HcImport *self,
                               guint    *n_read);

G_END_DECLS
