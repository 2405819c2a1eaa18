/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-imprint.h"

/* A query of more parts than any pill has is cut. */
#define MAX_PARTS 8

static void
append_folded (GString    *folded,
               const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normalized = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *upper = g_utf8_strup (normalized, -1);

  for (const char *position = upper; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (character == '0')
        character = 'O';
      else if (character == '1' || character == 'L' || character == '|')
        character = 'I';

      if (g_unichar_isalnum (character))
        g_string_append_unichar (folded, character);
    }
}

/**
 * hc_pill_imprint_fold:
 * @text: an imprint, or a part of it as somebody read it off a pill
 *
 * Makes alike what looks alike on a pill: small and large letters, 0 and O, 1 and I and l. Signs and spaces
 * are left out.
 *
 * Returns: (transfer full): letters and digits
 */
char *
hc_pill_imprint_fold (const char *text)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_new (NULL);
  append_folded (folded, text);

  return g_string_free_and_steal (folded);
}

/**
 * hc_pill_imprint_parts:
 * @text: what somebody read off a pill, words in any order
 *
 * Returns: (transfer full): its words, folded; not more than a few
 */
char **
hc_pill_imprint_parts (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint n_parts = 0;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit_set (text, " \t\n;,/", -1);

  for (guint i = 0; words[i] != NULL && n_parts < MAX_PARTS; i++)
    {
      g_autofree char *part = hc_pill_imprint_fold (words[i]);

      if (*part != '\0')
        {
          g_strv_builder_take (builder, g_steal_pointer (&part));
          n_parts++;
        }
    }

  return g_strv_builder_end (builder);
}

/**
 * hc_pill_imprint_split:
 * @imprint: an imprint as makers file it, parts with a semicolon between them
 * @front: (out) (transfer full): what is shown on the front
 * @back: (out) (transfer full): what is shown on the back
 *
 * Parts an imprint into two sides. Makers do not say on which side a part stands: where there are several
 * the first half is put on the front.
 */
void
hc_pill_imprint_split (const char  *imprint,
                       char       **front,
                       char       **back)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_auto (GStrv) raw = NULL;
  GString *sides[] = { g_string_new (NULL), g_string_new (NULL) };
  guint n_front;

  g_return_if_fail (imprint != NULL);
  g_return_if_fail (front != NULL);
  g_return_if_fail (back != NULL);

  raw = g_strsplit (imprint, ";", -1);

  for (guint i = 0; raw[i] != NULL; i++)
    if (*g_strstrip (raw[i]) != '\0')
      g_ptr_array_add (parts, raw[i]);

  n_front = (parts->len + 1) / 2;

  for (guint i = 0; i < parts->len; i++)
    {
      GString *side = sides[i < n_front ? 0 : 1];

      if (side->len > 0)
        g_string_append_c (side, ';');
      g_string_append (side, g_ptr_array_index (parts, i));
    }

  *front = g_string_free_and_steal (sides[0]);
  *back = g_string_free_and_steal (sides[1]);
}

/**
 * hc_pill_imprint_show:
 * @side: the imprint of a side
 *
 * Returns: (transfer full): the same as it is shown, with spaces between its parts
 */
char *
hc_pill_imprint_show (const char *side)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (side != NULL, NULL);

  parts = g_strsplit (side, ";", -1);

  return g_strjoinv (" ", parts);
}
