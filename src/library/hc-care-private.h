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

G_END_DECLS
