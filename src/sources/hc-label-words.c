/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-label-words.h"

/* Words end where those of the tokenizer of FTS5 end, which takes a few letters for marks. */
static gboolean
is_letter (gunichar character)
{
  return g_unichar_isalnum (character) &&
         !(character >= 0x19b0 && character <= 0x19c9) && character != 0x1cf2 && character != 0x1cf3;
}

/**
 * hc_label_words_split:
 * @text: anything at all
 *
 * Returns: (transfer full) (element-type utf8): its words in small letters without accents, each one once, in
 *   their order
 */
GPtrArray *
hc_label_words_split (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) word = g_string_new (NULL);
  g_autofree char *valid = NULL, *parted = NULL, *small = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  parted = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT);
  small = g_utf8_strdown (parted, -1);

  for (const char *position = small;; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (is_letter (character))
        g_string_append_unichar (word, character);

      /* An accent is a mark behind its letter. */
      if (is_letter (character) || (g_unichar_ismark (character) && word->len > 0))
        continue;

      if (word->len > 0 && !g_hash_table_contains (seen, word->str))
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_hash_table_add (seen, g_ptr_array_index (words, words->len - 1));
        }
      g_string_truncate (word, 0);

      if (*position == '\0')
        break;
    }

  return g_steal_pointer (&words);
}
