/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hc-database.h"
#include "hc-pill.h"

G_BEGIN_DECLS

/**
 * HcPillQuery:
 * @imprint: (nullable): what is read off the pill, of both sides and in any order, or a part of it
 * @shape: its shape, unknown for any
 * @colors: its colors in any order, unknown for any
 * @score: into how many parts it can be broken, 0 for any
 * @size: its longest side in millimeters, 0 for any
 *
 * What a person knows of a pill.
 */
typedef struct
{
  const char  *imprint;
  HcPillShape  shape;
  HcPillColor  colors[2];
  int          score;
  double       size;
} HcPillQuery;

gboolean   hc_pill_query_is_empty (const HcPillQuery  *query);

gboolean   hc_pill_index_find     (HcDatabase         *database,
                                   const HcPillQuery  *query,
                                   guint               limit,
                                   GPtrArray          *pills,
                                   guint              *n_found,
                                   GError            **error);
GPtrArray *hc_pill_index_list     (HcDatabase         *database,
                                   const char         *target,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
