/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HcStatement:
 *
 * A prepared SQL statement, made by hc_database_prepare(). Parameters are bound by name and columns
 * read by name. A failure to bind is kept and reported by the next step, so that a row of binds
 * needs no check of its own. Use it from the thread that owns its database, and free it before the
 * database is closed.
 */
typedef struct _HcStatement HcStatement;

/**
 * HcStep:
 * @HC_STEP_ERROR: the step failed
 * @HC_STEP_DONE: there is no further row
 * @HC_STEP_ROW: a row is there to be read
 */
typedef enum {
  HC_STEP_ERROR,
  HC_STEP_DONE,
  HC_STEP_ROW,
} HcStep;

void        hc_statement_free        (HcStatement  *self);
void        hc_statement_bind_text   (HcStatement  *self,
                                      const char   *parameter,
                                      const char   *value);
void        hc_statement_bind_int64  (HcStatement  *self,
                                      const char   *parameter,
                                      gint64        value);
void        hc_statement_bind_double (HcStatement  *self,
                                      const char   *parameter,
                                      double        value);
void        hc_statement_bind_bytes  (HcStatement  *self,
                                      const char   *parameter,
                                      const guint8 *data,
                                      gsize         length);
HcStep      hc_statement_step        (HcStatement  *self,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    hc_statement_run         (HcStatement  *self,
                                      GError      **error);
void        hc_statement_reset       (HcStatement  *self);
gboolean    hc_statement_is_null     (HcStatement  *self,
                                      const char   *column);
const char *hc_statement_get_text    (HcStatement  *self,
                                      const char   *column);
const guint8 *hc_statement_get_bytes (HcStatement  *self,
                                      const char   *column,
                                      gsize        *length);
gint64      hc_statement_get_int64   (HcStatement  *self,
                                      const char   *column);
double      hc_statement_get_double  (HcStatement  *self,
                                      const char   *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HcStatement, hc_statement_free)

G_END_DECLS
