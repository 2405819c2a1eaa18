/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database-worker.h"
#include "hc-profile.h"

G_BEGIN_DECLS

/* What the files of HcProfile share. */

/**
 * HcProfileOpenFunc:
 * @folder: (type filename): the folder of the profile
 * @now: the time, in the zone of the person
 * @lock: (inout): the lock of the folder, for hc_profile_opener_open()
 * @data: what was given to _hc_profile_open_with_async()
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the open database
 */
typedef HcDatabase *(*HcProfileOpenFunc) (const char *folder, GDateTime *now, int *lock, gpointer data,
                                          GError **error);

HcDatabaseWorker *_hc_profile_get_worker       (HcProfile            *self);
HcClock          *_hc_profile_get_clock        (HcProfile            *self);
gboolean          _hc_profile_can_read         (HcProfile            *self,
                                                HcDatabase           *database,
                                                GError              **error);
void              _hc_profile_open_with_async  (HcProfile            *self,
                                                HcProfileOpenFunc     func,
                                                gpointer              data,
                                                GDestroyNotify        free_data,
                                                gpointer              tag,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean          _hc_profile_open_with_finish (HcProfile            *self,
                                                GAsyncResult         *result,
                                                gpointer              tag,
                                                GError              **error);

HcStore *_hc_profile_get_store (HcProfile *self,
                                GType      type);

G_END_DECLS
