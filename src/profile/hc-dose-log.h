/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "hc-dose-record.h"

G_BEGIN_DECLS

#define HC_TYPE_DOSE_LOG (hc_dose_log_get_type ())

G_DECLARE_FINAL_TYPE (HcDoseLog, hc_dose_log, HC, DOSE_LOG, GObject)

const HcDoseRecord *hc_dose_log_lookup          (HcDoseLog            *self,
                                                 const char           *medicine,
                                                 const char           *key);
GPtrArray          *hc_dose_log_list_recent     (HcDoseLog            *self,
                                                 const char           *medicine) G_GNUC_WARN_UNUSED_RESULT;
void                hc_dose_log_save_async      (HcDoseLog            *self,
                                                 const HcDoseRecord   *record,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            hc_dose_log_save_finish     (HcDoseLog            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                hc_dose_log_save_all_async  (HcDoseLog            *self,
                                                 GPtrArray            *records,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            hc_dose_log_save_all_finish (HcDoseLog            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                hc_dose_log_remove_async    (HcDoseLog            *self,
                                                 const char           *medicine,
                                                 const char           *key,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean            hc_dose_log_remove_finish   (HcDoseLog            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                hc_dose_log_query_async     (HcDoseLog            *self,
                                                 const char *const    *medicines,
                                                 GDateTime            *from,
                                                 GDateTime            *until,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GPtrArray          *hc_dose_log_query_finish    (HcDoseLog            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                hc_dose_log_sum_async       (HcDoseLog            *self,
                                                 const char           *medicine,
                                                 GDateTime            *since,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
double              hc_dose_log_sum_finish      (HcDoseLog            *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
