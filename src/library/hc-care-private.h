/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keeps a string, which may be NULL, as long as @strings. */
static inline const char *
hc_care_keep (GStringChunk *strings,
              const char   *string)
{
  return string != NULL ? g_string_chunk_insert (strings, string) : NULL;
}

/* A machine without a time zone database shows times as UTC rather than not at all. */
static inline GTimeZone *
hc_care_make_zone (const char *name)
{
  GTimeZone *zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

G_END_DECLS
