/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-text-rules.h"

#include <stdio.h>

/**
 * hc_text_rules_check:
 * @data: (array length=length): what stands in a file
 * @length: how many bytes
 * @file: (type filename): its path
 * @faults: takes a fault for each line that is not plain text
 *
 * Finds what is not UTF-8 and the characters that nobody sees.
 *
 * Returns: whether @data can be read as a string: it is UTF-8 and has no zero byte
 */
gboolean
hc_text_rules_check (const char  *data,
                     gsize        length,
                     const char  *file,
                     HcFaultList *faults)
{
  const char *end = data + length;
  const char *start = data;
  gboolean readable = TRUE;

  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail (faults != NULL, FALSE);

  for (int line = 1; start < end; line++)
    {
      const char *newline = memchr (start, '\n', (gsize) (end - start));
      gsize line_length = (gsize) ((newline != NULL ? newline : end) - start);
      gunichar hidden;

      if (memchr (start, '\0', line_length) != NULL)
        {
          hc_fault_list_add (faults, file, line, "a control character, U+0000");
          readable = FALSE;
        }
      else if (!g_utf8_validate_len (start, line_length, NULL))
        {
          hc_fault_list_add (faults, file, line, "not UTF-8 text");
          readable = FALSE;
        }
      else if ((hidden = hc_text_rules_find_hidden (start, (gssize) line_length)) != 0)
        {
          hc_fault_list_add (faults, file, line, "a control character or an invisible one, U+%04X", hidden);
        }

      start += line_length + 1;
    }

  return readable;
}

/**
 * hc_text_rules_find_hidden:
 * @text: UTF-8 text
 * @length: how many bytes, -1 for all
 *
 * Looks for characters that cannot be seen and that break searching and showing: control
 * characters, line ends among them, and marks of format such as the soft hyphen.
 *
 * Returns: the first of them, or 0
 */
gunichar
hc_text_rules_find_hidden (const char *text,
                           gssize      length)
{
  const char *end;

  g_return_val_if_fail (text != NULL, 0);

  end = length < 0 ? text + strlen (text) : text + length;

  for (const char *position = text; position < end; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);
      GUnicodeType type = g_unichar_type (character);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_PRIVATE_USE ||
          type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        return character;
    }

  return 0;
}

/**
 * hc_text_rules_is_id:
 * @text: a text
 *
 * Two dashes in a row are no id, for the reader of the text makes a long dash of them.
 *
 * Returns: whether it is made of `a-z`, digits, and single dashes between them
 */
gboolean
hc_text_rules_is_id (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", text,
                               G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT);
}

/**
 * hc_text_rules_is_https_address:
 * @text: a text
 *
 * Returns: whether it is a complete https address of a named host, without a user
 */
gboolean
hc_text_rules_is_https_address (const char *text)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_str_is_ascii (text) || strpbrk (text, " <>\"{}|\\^`") != NULL)
    return FALSE;

  uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_str_equal (g_uri_get_scheme (uri), "https") && g_uri_get_userinfo (uri) == NULL &&
         g_uri_get_host (uri) != NULL &&
         g_regex_match_simple ("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*$", g_uri_get_host (uri),
                               G_REGEX_CASELESS | G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT);
}

/**
 * hc_text_rules_find_date_fault:
 * @text: a date
 * @whole: whether only `YYYY-MM-DD` will do; otherwise `YYYY` and `YYYY-MM` will, too
 *
 * Returns: (nullable): what is wrong with it, to be read after its name; %NULL when nothing is
 */
const char *
hc_text_rules_find_date_fault (const char *text,
                               gboolean    whole)
{
  int year = 0, month = 1, day = 1;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_regex_match_simple (whole ? "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" : "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
                             text, G_REGEX_DOLLAR_ENDONLY, G_REGEX_MATCH_DEFAULT))
    return whole ? "is not of the form YYYY-MM-DD"
                 : "is not of the form YYYY, YYYY-MM or YYYY-MM-DD, nor the word undated";

  /* What the shorter forms leave out stays 1. */
  sscanf (text, "%d-%d-%d", &year, &month, &day);

  /* Checked before the conversion to smaller types. */
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return "is a date that does not exist";

  return NULL;
}

/* Puts the words of a text, in small letters, one behind the other. */
static char *
join_words (const char *text,
            char        separator,
            gboolean    apostrophe_parts)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *words = g_string_new (NULL);
  gboolean between_words = FALSE;

  for (const char *position = lower; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (!apostrophe_parts && (character == '\'' || character == 0x2019))
        continue;

      if (!g_unichar_isalnum (character) && !g_unichar_ismark (character))
        {
          between_words = words->len > 0;
          continue;
        }

      if (between_words)
        g_string_append_c (words, separator);

      between_words = FALSE;
      g_string_append_unichar (words, character);
    }

  return g_string_free_and_steal (words);
}

/**
 * hc_text_rules_make_anchor:
 * @text: the text of a heading or a caption
 *
 * Returns: (transfer full): its words in small letters with dashes between them, "don't" as one
 *   word; empty where there is no letter and no digit
 */
char *
hc_text_rules_make_anchor (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return join_words (text, '-', FALSE);
}

/**
 * hc_text_rules_fold_term:
 * @text: a term of synonyms.txt
 *
 * Makes of `5-FU` what a search makes of it before it looks for synonyms: words in small letters,
 * of letters, digits and marks, with a space between them.
 *
 * Returns: (transfer full): the term; empty where there is no letter and no digit
 */
char *
hc_text_rules_fold_term (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return join_words (text, ' ', TRUE);
}

/**
 * hc_text_rules_count_words:
 * @text: UTF-8 text
 *
 * Returns: how many pieces between spaces have a letter or a digit in them
 */
guint
hc_text_rules_count_words (const char *text)
{
  gboolean in_word = FALSE;
  guint n_words = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *position = text; *position != '\0'; position = g_utf8_next_char (position))
    {
      gunichar character = g_utf8_get_char (position);

      if (g_unichar_isspace (character))
        {
          in_word = FALSE;
        }
      else if (!in_word && g_unichar_isalnum (character))
        {
          in_word = TRUE;
          n_words++;
        }
    }

  return n_words;
}

/**
 * hc_text_rules_has_number:
 * @markup: Pango markup
 *
 * Says whether a text tells a number that wants a source: an age, a share, a temperature. Links say
 * theirs elsewhere; names such as T3, 5-FU, B12 and the numbers 911 and 988 are none.
 *
 * Returns: whether there is one
 */
gboolean
hc_text_rules_has_number (const char *markup)
{
  g_autoptr (GRegex) links = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (markup != NULL, FALSE);

  links = g_regex_new ("<a .*?</a>|<[^>]*>|&#?\\w+;", G_REGEX_DOTALL, G_REGEX_MATCH_DEFAULT, NULL);
  text = g_regex_replace_literal (links, markup, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_match_simple ("(?<![\\w.-])(?!(?:911|988)\\b)[0-9]++(?:[.,][0-9]++)*+(?!-?[A-Z])",
                               text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

/**
 * hc_text_rules_parse_library_link:
 * @text: a link of the content
 *
 * Returns: (transfer full) (nullable): the link, when it leads to an article, an answer, a medicine, a
 *   term, a picture, a quiz, or to a center, a helpline, a guide or a group
 */
HcLink *
hc_text_rules_parse_library_link (const char *text)
{
  static const char *const places[] = {
    "article", "question", "drug", "term", "picture", "quiz", "care", "community", NULL
  };
  g_autoptr (HcLink) link = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  link = hc_link_parse (text, NULL);

  if (link == NULL || !g_strv_contains (places, link->place) || link->id == NULL ||
      g_hash_table_size (link->query) > 0)
    return NULL;

  return g_steal_pointer (&link);
}
