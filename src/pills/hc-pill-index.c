/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-index.h"

#include "hc-pill-imprint.h"

/* A ruler at home and a maker's filing differ by so much: the notes on the data of the NLM's Pillbox tell
 * of differences of up to 2 mm. */
#define SIZE_TOLERANCE 2.0

#define COLUMNS "target, name, brand, strength, form, front, back, shape, color, color2, score, size, " \
                "maker, source, url, confirmed, remark"

/**
 * hc_pill_query_is_empty:
 * @query: what is known of a pill
 *
 * Returns: whether nothing is
 */
gboolean
hc_pill_query_is_empty (const HcPillQuery *query)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (query != NULL, TRUE);

  parts = hc_pill_imprint_parts (query->imprint != NULL ? query->imprint : "");

  return parts[0] == NULL && query->shape == HC_PILL_SHAPE_UNKNOWN &&
         query->colors[0] == HC_PILL_COLOR_UNKNOWN && query->colors[1] == HC_PILL_COLOR_UNKNOWN &&
         query->score == 0 && query->size <= 0;
}

static HcPill *
read_pill (HcStatement *row)
{
  return hc_pill_new (&(HcPillLook) {
                        .front = hc_statement_get_text (row, "front"),
                        .back = hc_statement_get_text (row, "back"),
                        .shape = hc_pill_shape_from_string (hc_statement_get_text (row, "shape")),
                        .colors = {
                          hc_pill_color_from_string (hc_statement_get_text (row, "color")),
                          hc_pill_color_from_string (hc_statement_get_text (row, "color2")),
                        },
                        .score = (int) hc_statement_get_int64 (row, "score"),
                        .size = hc_statement_get_double (row, "size"),
                      },
                      &(HcPillDetails) {
                        .target = hc_statement_get_text (row, "target"),
                        .name = hc_statement_get_text (row, "name"),
                        .brand = hc_statement_get_text (row, "brand"),
                        .strength = hc_statement_get_text (row, "strength"),
                        .form = hc_statement_get_text (row, "form"),
                        .maker = hc_statement_get_text (row, "maker"),
                        .source = hc_statement_get_text (row, "source"),
                        .url = hc_statement_get_text (row, "url"),
                        .confirmed = hc_statement_get_int64 (row, "confirmed") != 0,
                        .remark = hc_statement_get_text (row, "remark"),
                      });
}

/* A part must stand on one side or run on from one side to the other. */
static void
append_parts (GString  *sql,
              char    **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (sql, " AND instr (imprint, :part%u) > 0", i);
}

/* What fits is put in order by what the index holds; only what is shown is read whole. */
static char *
make_sql (const HcPillQuery  *query,
          char              **parts)
{
  GString *sql = g_string_new ("WITH fits AS (SELECT id, count (*) OVER () AS n_found, row_number () OVER ("
                               "ORDER BY CASE"
                               "  WHEN :whole = '' THEN 0"
                               "  WHEN :whole IN (front_key || back_key, back_key || front_key) THEN 0"
                               "  WHEN :whole IN (front_key, back_key) THEN 1"
                               "  WHEN substr (front_key, 1, length (:whole)) = :whole"
                               "       OR substr (back_key, 1, length (:whole)) = :whole THEN 2"
                               "  ELSE 3 END,"
                               " (:shape IS NOT NULL AND shape = '') + (:color0 IS NOT NULL AND color = '')"
                               "  + (:score IS NOT NULL AND score IS NULL) + (:size IS NOT NULL AND size IS NULL),"
                               " iif (:whole = '', 0, length (imprint)), name COLLATE NOCASE, length (strength),"
                               " strength, id) AS place FROM pill INDEXED BY pill_look WHERE TRUE");

  append_parts (sql, parts);

  if (query->shape != HC_PILL_SHAPE_UNKNOWN)
    g_string_append (sql, " AND shape IN (:shape, '')");

  /* Two of the same color are a pill that is all of that color. */
  if (query->colors[0] != HC_PILL_COLOR_UNKNOWN && query->colors[1] != HC_PILL_COLOR_UNKNOWN)
    g_string_append (sql, " AND (color = '' OR (color = :color0 AND color2 = iif (:color0 = :color1, '', :color1))"
                          " OR (color = :color1 AND color2 = :color0))");
  else if (query->colors[0] != HC_PILL_COLOR_UNKNOWN || query->colors[1] != HC_PILL_COLOR_UNKNOWN)
    g_string_append (sql, " AND (color = '' OR color = :color0 OR color2 = :color0)");

  if (query->score > 0)
    g_string_append (sql, " AND (score IS NULL OR score = :score)");

  if (query->size > 0)
    g_string_append (sql, " AND (size IS NULL OR abs (size - :size) <= :tolerance)");

  g_string_append (sql, " ORDER BY place LIMIT :limit)"
                        " SELECT " COLUMNS ", n_found FROM fits JOIN pill USING (id) ORDER BY place");

  return g_string_free_and_steal (sql);
}

static void
bind_query (HcStatement        *statement,
            const HcPillQuery  *query,
            char              **parts,
            guint               limit)
{
  g_autofree char *whole = g_strjoinv (NULL, parts);
  HcPillColor first = query->colors[0], second = query->colors[1];

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char parameter[16];

      g_snprintf (parameter, sizeof parameter, ":part%u", i);
      hc_statement_bind_text (statement, parameter, parts[i]);
    }

  /* What is not bound is NULL. */
  if (query->shape != HC_PILL_SHAPE_UNKNOWN)
    hc_statement_bind_text (statement, ":shape", hc_pill_shape_to_string (query->shape));

  if (first == HC_PILL_COLOR_UNKNOWN)
    {
      first = second;
      second = HC_PILL_COLOR_UNKNOWN;
    }
  if (first != HC_PILL_COLOR_UNKNOWN)
    hc_statement_bind_text (statement, ":color0", hc_pill_color_to_string (first));
  if (second != HC_PILL_COLOR_UNKNOWN)
    hc_statement_bind_text (statement, ":color1", hc_pill_color_to_string (second));

  if (query->score > 0)
    hc_statement_bind_int64 (statement, ":score", query->score);

  if (query->size > 0)
    {
      hc_statement_bind_double (statement, ":size", query->size);
      hc_statement_bind_double (statement, ":tolerance", SIZE_TOLERANCE);
    }

  hc_statement_bind_text (statement, ":whole", whole);
  hc_statement_bind_int64 (statement, ":limit", limit);
}

/**
 * hc_pill_index_find:
 * @database: a database with a table of pills
 * @query: what is known of a pill
 * @limit: how many to add at the most
 * @pills: (element-type HcPill): takes those that fit, the best first
 * @n_found: (out): how many fit
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Finds pills. The imprint must fit, and so must all else that the database knows of a pill; where it does
 * not know something the pill comes behind the others that fit as well. The size may be wrong by 2 mm.
 *
 * Returns: whether the database could be read
 */
gboolean
hc_pill_index_find (HcDatabase         *database,
                    const HcPillQuery  *query,
                    guint               limit,
                    GPtrArray          *pills,
                    guint              *n_found,
                    GError            **error)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_DATABASE (database), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (pills != NULL, FALSE);
  g_return_val_if_fail (n_found != NULL, FALSE);

  *n_found = 0;
  parts = hc_pill_imprint_parts (query->imprint != NULL ? query->imprint : "");
  sql = make_sql (query, parts);
  statement = hc_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  bind_query (statement, query, parts, limit);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    {
      *n_found = (guint) hc_statement_get_int64 (statement, "n_found");
      g_ptr_array_add (pills, read_pill (statement));
    }

  return step == HC_STEP_DONE;
}

/**
 * hc_pill_index_list:
 * @database: a database with a table of pills
 * @target: a link to a medicine
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer full) (element-type HcPill) (nullable): the pills of that medicine, the weakest first
 */
GPtrArray *
hc_pill_index_list (HcDatabase  *database,
                    const char  *target,
                    GError     **error)
{
  g_autoptr (GPtrArray) pills = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HcStatement) statement = NULL;
  HcStep step;

  g_return_val_if_fail (HC_IS_DATABASE (database), NULL);
  g_return_val_if_fail (target != NULL, NULL);

  statement = hc_database_prepare (database,
                                   "SELECT " COLUMNS " FROM pill WHERE target = :target "
                                   "ORDER BY CAST (strength AS REAL), strength, maker COLLATE NOCASE, id", error);
  if (statement == NULL)
    return NULL;

  hc_statement_bind_text (statement, ":target", target);

  while ((step = hc_statement_step (statement, error)) == HC_STEP_ROW)
    g_ptr_array_add (pills, read_pill (statement));

  return step == HC_STEP_DONE ? g_steal_pointer (&pills) : NULL;
}
