/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-front-matter.h"

#define FENCE "---"

static void
entry_free (gpointer data)
{
  HcFrontMatterEntry *entry = data;

  g_free (entry->key);
  g_free (entry->value);
  g_free (entry);
}

/**
 * hc_front_matter_free:
 * @self: (transfer full) (nullable): front matter
 */
void
hc_front_matter_free (HcFrontMatter *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* Takes a line off the text, which is moved behind it. */
static char *
take_line (const char **text)
{
  const char *newline = strchr (*text, '\n');
  char *line = newline != NULL ? g_strndup (*text, (gsize) (newline - *text)) : g_strdup (*text);

  *text = newline != NULL ? newline + 1 : *text + strlen (*text);

  return line;
}

/**
 * hc_front_matter_read:
 * @text: the whole text of an article
 * @file: (type filename): its path
 * @faults: takes what is wrong
 *
 * Reads the lines `key: value` between two lines of three dashes at the start of an article. What
 * the keys mean is not looked at.
 *
 * Returns: (transfer full) (nullable): the front matter, to be freed before @text; %NULL with a
 *   fault when there is none or it has no end
 */
HcFrontMatter *
hc_front_matter_read (const char  *text,
                      const char  *file,
                      HcFaultList *faults)
{
  g_autoptr (HcFrontMatter) self = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self = g_new0 (HcFrontMatter, 1);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->body = text;
  self->n_lines = 1;

  first = take_line (&self->body);

  if (!g_str_equal (first, FENCE))
    {
      hc_fault_list_add (faults, file, 1, "an article starts with a line of three dashes, ---");
      return NULL;
    }

  while (*self->body != '\0')
    {
      g_autofree char *line = take_line (&self->body);
      HcFrontMatterEntry *entry;
      char *colon;

      self->n_lines++;

      if (g_str_equal (line, FENCE))
        return g_steal_pointer (&self);

      if ((colon = strchr (line, ':')) == NULL)
        {
          hc_fault_list_add (faults, file, self->n_lines, "not a line of the form key: value");
          continue;
        }

      entry = g_new0 (HcFrontMatterEntry, 1);
      entry->key = g_strndup (line, (gsize) (colon - line));
      entry->value = g_strstrip (g_strdup (colon + 1));
      entry->line = self->n_lines;
      g_ptr_array_add (self->entries, entry);
    }

  hc_fault_list_add (faults, file, 1, "the lines after this --- are not closed by another ---");

  return NULL;
}
