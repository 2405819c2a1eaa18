/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-text.h"

#include <string.h>

#include "hc-feed-address.h"

#define MAX_NESTING 20

typedef struct
{
  GString *plain; /* takes the words, or NULL */
  guint    n_roots;
} Check;

static const char *const tags[] = { "b", "i", "tt", "s", "sub", "sup", NULL };

/**
 * hc_post_line_parse:
 * @text: (nullable): a line of the text of a post, from anywhere
 * @line: (out): what it says; it points into @text
 *
 * Returns: whether it is one; its markup is still to be looked at
 */
gboolean
hc_post_line_parse (const char *text,
                    HcPostLine *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  if (text == NULL || *text == '\0' || strchr ("pq23*#+t!|", *text) == NULL)
    return FALSE;

  *line = (HcPostLine) { .kind = (HcPostLineKind) *text, .markup = text + 1 };

  if (strchr ("*#+", *text) != NULL)
    {
      if (text[1] < '1' || text[1] > '9')
        return FALSE;

      line->level = text[1] - '0';
      line->markup = text + 2;
    }

  if (*text == '#')
    {
      gsize n_digits = strspn (line->markup, "0123456789");

      if (n_digits == 0 || n_digits > 5 || line->markup[n_digits] != ' ')
        return FALSE;

      line->number = (int) g_ascii_strtoull (line->markup, NULL, 10);
      line->markup += n_digits + 1;
    }

  return TRUE;
}

static void
check_start (GMarkupParseContext  *context,
             const char           *element,
             const char          **names,
             const char          **values,
             gpointer              user_data,
             GError              **error)
{
  Check *check = user_data;
  const GSList *open = g_markup_parse_context_get_element_stack (context);
  gboolean is_link = g_str_equal (element, "a");
  guint depth = 0;

  for (const GSList *node = open->next; node != NULL; node = node->next, depth++)
    if (is_link && g_str_equal (node->data, "a"))
      is_link = FALSE;

  /* The one that was put around all; whoever closes it comes here once more. */
  if (depth == 0 && check->n_roots++ == 0)
    return;

  if (depth > 0 && depth < MAX_NESTING && is_link && g_strcmp0 (names[0], "href") == 0 && names[1] == NULL)
    {
      g_autofree char *address = hc_feed_address_resolve (NULL, values[0]);

      if (address != NULL)
        return;
    }
  else if (depth > 0 && depth < MAX_NESTING && g_strv_contains (tags, element) && names[0] == NULL)
    return;

  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "Not of a post");
}

static void
collect_text (GMarkupParseContext  *context,
              const char           *text,
              gsize                 length,
              gpointer              user_data,
              GError              **error)
{
  Check *check = user_data;

  if (check->plain != NULL)
    g_string_append_len (check->plain, text, (gssize) length);
}

static gboolean
parse_markup (const char *markup,
              GString    *plain)
{
  static const GMarkupParser parser = { .start_element = check_start, .text = collect_text };
  Check check = { .plain = plain };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &check, NULL);

  return g_markup_parse_context_parse (context, "<p>", -1, NULL) &&
         g_markup_parse_context_parse (context, markup, -1, NULL) &&
         g_markup_parse_context_parse (context, "</p>", -1, NULL) &&
         g_markup_parse_context_end_parse (context, NULL);
}

/**
 * hc_post_markup_is_safe:
 * @markup: text from anywhere
 *
 * Returns: whether it is well-formed markup of the few elements that a post may have, whose links lead to the
 *   web or write a mail and are not within others
 */
gboolean
hc_post_markup_is_safe (const char *markup)
{
  g_return_val_if_fail (markup != NULL, FALSE);

  /* Comments and processing instructions have no callback and would pass. */
  return g_utf8_validate (markup, -1, NULL) && strstr (markup, "<!") == NULL &&
         strstr (markup, "<?") == NULL && parse_markup (markup, NULL);
}

/**
 * hc_post_text_from_plain:
 * @plain: text without any markup
 *
 * Returns: (transfer full): the same as the text of a post, with a paragraph for each line
 */
char *
hc_post_text_from_plain (const char *plain)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (plain != NULL, NULL);

  lines = g_strsplit (plain, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = NULL;

      for (char *c = lines[i]; *c != '\0'; c++)
        if ((guchar) *c < ' ' || *c == 0x7f)
          *c = ' ';

      if (*g_strstrip (lines[i]) == '\0')
        continue;

      escaped = g_markup_escape_text (lines[i], -1);
      g_string_append_printf (text, "%s%c%s", text->len > 0 ? "\n" : "", HC_POST_LINE_PARAGRAPH, escaped);
    }

  return g_string_free_and_steal (text);
}

static void
append_words (GString    *plain,
              const char *words)
{
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == 0xfffc)
        continue;

      if (!g_unichar_isspace (character) && character != 0x2028)
        g_string_append_unichar (plain, character);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
}

/**
 * hc_post_text_dup_plain:
 * @text: the text of a post
 * @max_chars: how many characters are wanted at most, with "…" at the end when there are more; -1 for all
 *
 * Returns: (transfer full): its words in one line, without markup
 */
char *
hc_post_text_dup_plain (const char *text,
                        glong       max_chars)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *next = text;

  g_return_val_if_fail (text != NULL, NULL);

  while (next != NULL && *next != '\0' && (max_chars < 0 || plain->len <= (gsize) max_chars * 4))
    {
      const char *end = next + strcspn (next, "\n");
      g_autofree char *line_text = g_strndup (next, (gsize) (end - next));
      g_autoptr (GString) words = g_string_new (NULL);
      HcPostLine line;

      if (hc_post_line_parse (line_text, &line) && parse_markup (line.markup, words))
        {
          append_words (plain, " ");
          append_words (plain, words->str);
        }

      next = *end != '\0' ? end + 1 : NULL;
    }

  while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);

  if (max_chars >= 0 && g_utf8_strlen (plain->str, -1) > max_chars)
    {
      g_string_truncate (plain, (gsize) (g_utf8_offset_to_pointer (plain->str, max_chars) - plain->str));
      while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
        g_string_truncate (plain, plain->len - 1);
      g_string_append (plain, "…");
    }

  return g_string_free_and_steal (g_steal_pointer (&plain));
}
