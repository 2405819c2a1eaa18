/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-writer.h"

#include <gio/gio.h>

#include "hc-pill-imprint.h"
#include "hc-pill-resources.h"

#define SCHEMA "/io/github/health_center/HealthCenter/pills/pill.sql"

struct _HcPillWriter
{
  HcStatement *insert;
  HcStatement *remove;
};

/**
 * hc_pill_writer_make_table:
 * @database: a database without a table of pills
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether there is one now
 */
gboolean
hc_pill_writer_make_table (HcDatabase  *database,
                           GError     **error)
{
  g_autoptr (GBytes) schema = NULL;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);

  if (hc_pill_get_resource () == NULL)
    hc_pill_register_resource ();

  /* The data of a resource ends with a zero byte. */
  schema = g_resource_lookup_data (hc_pill_get_resource (), SCHEMA, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return schema != NULL && hc_database_execute (database, g_bytes_get_data (schema, NULL), error);
}

/**
 * hc_pill_writer_new:
 * @database: a database with a table of pills; it must outlive the writer
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): a writer
 */
HcPillWriter *
hc_pill_writer_new (HcDatabase  *database,
                    GError     **error)
{
  g_autoptr (HcPillWriter) self = g_new0 (HcPillWriter, 1);

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);

  self->insert = hc_database_prepare (database,
    "INSERT INTO pill (target, name, brand, strength, form, front, back, front_key, back_key, imprint, "
    "                  shape, color, color2, score, size, maker, source, url, confirmed, remark) "
    "VALUES (:target, :name, :brand, :strength, :form, :front, :back, :front_key, :back_key, "
    "        :front_key || :back_key || iif (:back_key = '', '', :front_key), :shape, :color, :color2, "
    "        nullif (:score, 0), nullif (:size, 0.0), :maker, :source, :url, :confirmed, :remark)", error);
  if (self->insert == NULL)
    return NULL;

  self->remove = hc_database_prepare (database, "DELETE FROM pill WHERE target = :target", error);

  return self->remove != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * hc_pill_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
hc_pill_writer_free (HcPillWriter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->insert, hc_statement_free);
  g_clear_pointer (&self->remove, hc_statement_free);
  g_free (self);
}

/**
 * hc_pill_writer_add:
 * @self: a writer
 * @pill: a pill
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether the pill was added
 */
gboolean
hc_pill_writer_add (HcPillWriter  *self,
                    HcPill        *pill,
                    GError       **error)
{
  const HcPillLook *look;
  const HcPillDetails *details;
  g_autofree char *front_key = NULL;
  g_autofree char *back_key = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (HC_IS_PILL (pill), FALSE);

  look = hc_pill_get_look (pill);
  details = hc_pill_get_details (pill);
  front_key = hc_pill_imprint_fold (look->front);
  back_key = hc_pill_imprint_fold (look->back);

  hc_statement_reset (self->insert);
  hc_statement_bind_text (self->insert, ":target", details->target);
  hc_statement_bind_text (self->insert, ":name", details->name);
  hc_statement_bind_text (self->insert, ":brand", details->brand);
  hc_statement_bind_text (self->insert, ":strength", details->strength);
  hc_statement_bind_text (self->insert, ":form", details->form);
  hc_statement_bind_text (self->insert, ":front", look->front);
  hc_statement_bind_text (self->insert, ":back", look->back);
  hc_statement_bind_text (self->insert, ":front_key", front_key);
  hc_statement_bind_text (self->insert, ":back_key", back_key);
  hc_statement_bind_text (self->insert, ":shape", hc_pill_shape_to_string (look->shape));
  hc_statement_bind_text (self->insert, ":color", hc_pill_color_to_string (look->colors[0]));
  hc_statement_bind_text (self->insert, ":color2", hc_pill_color_to_string (look->colors[1]));
  hc_statement_bind_int64 (self->insert, ":score", look->score);
  hc_statement_bind_double (self->insert, ":size", look->size);
  hc_statement_bind_text (self->insert, ":maker", details->maker);
  hc_statement_bind_text (self->insert, ":source", details->source);
  hc_statement_bind_text (self->insert, ":url", details->url);
  hc_statement_bind_int64 (self->insert, ":confirmed", details->confirmed);

  hc_statement_bind_text (self->insert, ":remark", details->remark);

  return hc_statement_run (self->insert, error);
}

/**
 * hc_pill_writer_remove:
 * @self: a writer
 * @target: a link
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: whether there is no pill any more that leads to @target
 */
gboolean
hc_pill_writer_remove (HcPillWriter  *self,
                       const char    *target,
                       GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  hc_statement_reset (self->remove);
  hc_statement_bind_text (self->remove, ":target", target);

  return hc_statement_run (self->remove, error);
}
