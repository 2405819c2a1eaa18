/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-content.h"

#include "hc-article-reader.h"
#include "hc-cross-check.h"
#include "hc-text-rules.h"

#define ARTICLE_SUFFIX ".md"

/* A reader of one line `a = b = c`; it gets the parts between the signs, without spaces around. */
typedef void (*ReadLineFunc) (HcContent    *self,
                              char        **parts,
                              const char   *file,
                              int           line,
                              HcFaultList  *faults);

static void
topic_free (gpointer data)
{
  HcTopic *topic = data;

  g_free (topic->id);
  g_free (topic->title);
  g_free (topic);
}

/**
 * hc_content_free:
 * @self: (transfer full) (nullable): the content
 */
void
hc_content_free (HcContent *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->synonyms);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* Returns NULL with a fault when the file cannot be read. */
static char *
read_file (HcContent   *self,
           const char  *file,
           gsize       *length,
           HcFaultList *faults)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_ptr_array_add (self->files, g_strdup (file));

  if (!g_file_get_contents (file, &data, length, &error))
    hc_fault_list_add (faults, file, 1, "the file cannot be read: %s", error->message);

  return data;
}

/* Reads the lines of a file that are neither empty nor a remark. */
static void
read_lines (HcContent    *self,
            const char   *file,
            ReadLineFunc  read_line,
            HcFaultList  *faults)
{
  gsize length;
  g_autofree char *text = read_file (self, file, &length, faults);
  g_auto (GStrv) lines = NULL;

  if (text == NULL || !hc_text_rules_check (text, length, file, faults))
    return;

  lines = g_strsplit (text, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;

      if (*g_strstrip (lines[i]) == '\0' || *lines[i] == '#')
        continue;

      parts = g_strsplit (lines[i], "=", -1);

      for (guint part = 0; parts[part] != NULL; part++)
        g_strstrip (parts[part]);

      read_line (self, parts, file, i + 1, faults);
    }
}

static void
read_topic (HcContent    *self,
            char        **parts,
            const char   *file,
            int           line,
            HcFaultList  *faults)
{
  HcTopic *topic;

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    {
      hc_fault_list_add (faults, file, line, "not a line of the form id = Title");
      return;
    }

  if (!hc_text_rules_is_id (parts[0]))
    hc_fault_list_add (faults, file, line,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", parts[0]);

  for (guint i = 0; i < self->topics->len; i++)
    {
      const HcTopic *other = g_ptr_array_index (self->topics, i);

      if (g_str_equal (other->id, parts[0]))
        {
          hc_fault_list_add (faults, file, line, "the topic “%s” stands twice", parts[0]);
          return;
        }
    }

  topic = g_new0 (HcTopic, 1);
  topic->id = g_strdup (parts[0]);
  topic->title = g_strdup (parts[1]);
  g_ptr_array_add (self->topics, topic);
}

static void
read_synonyms (HcContent    *self,
               char        **parts,
               const char   *file,
               int           line,
               HcFaultList  *faults)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (g_strv_length (parts) < 2)
    {
      hc_fault_list_add (faults, file, line, "not a line of the form term = term");
      return;
    }

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *term = hc_text_rules_fold_term (parts[i]);

      if (*term == '\0')
        {
          hc_fault_list_add (faults, file, line, "a term without letters and digits");
          return;
        }

      if (!g_hash_table_add (terms, g_strdup (term)))
        hc_fault_list_add (faults, file, line, "the term “%s” stands twice in the line", term);
      else
        g_strv_builder_take (builder, g_steal_pointer (&term));
    }

  g_ptr_array_add (self->synonyms, g_strv_builder_end (builder));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (a, b);
}

/* Returns the names of the articles, sorted: the order in the folder is that of the file system. */
static GPtrArray *
list_articles (const char  *folder,
               HcFaultList *faults)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = NULL;

      if (g_str_has_suffix (name, ARTICLE_SUFFIX) && *name != '.')
        {
          g_ptr_array_add (names, g_strdup (name));
          continue;
        }

      /* Editors leave such files beside the one that is being written. */
      if (*name == '.' || *name == '#' || g_str_has_suffix (name, "~"))
        continue;

      file = g_build_filename (folder, name, NULL);
      hc_fault_list_add (faults, file, 1, "not an article: its name does not end in " ARTICLE_SUFFIX);
    }

  if (names->len == 0)
    hc_fault_list_add (faults, folder, 1, "there is no article in this folder");

  g_ptr_array_sort_values (names, compare_names);

  return g_steal_pointer (&names);
}

static void
read_articles (HcContent   *self,
               const char  *folder,
               HcFaultList *faults)
{
  g_autoptr (GPtrArray) names = list_articles (folder, faults);

  /* The folder itself changes when an article is added or taken away. */
  g_ptr_array_add (self->files, g_strdup (folder));

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      gsize length = 0;
      g_autofree char *data = read_file (self, file, &length, faults);

      if (data != NULL)
        g_ptr_array_add (self->articles, hc_article_reader_read (file, data, length, faults));
    }
}

/**
 * hc_content_read:
 * @folder: (type filename): the content folder
 * @faults: takes all that is wrong with it
 *
 * Returns: (transfer full): what stands in it, as much as could be read
 */
HcContent *
hc_content_read (const char  *folder,
                 HcFaultList *faults)
{
  g_autoptr (HcContent) self = NULL;
  g_autofree char *topics = NULL;
  g_autofree char *synonyms = NULL;
  g_autofree char *articles = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self = g_new0 (HcContent, 1);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->synonyms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_article_draft_free);
  self->files = g_ptr_array_new_with_free_func (g_free);

  topics = g_build_filename (folder, "topics.txt", NULL);
  synonyms = g_build_filename (folder, "synonyms.txt", NULL);
  articles = g_build_filename (folder, "articles", NULL);

  read_lines (self, topics, read_topic, faults);
  read_lines (self, synonyms, read_synonyms, faults);
  read_articles (self, articles, faults);
  hc_cross_check_articles (self, faults);

  return g_steal_pointer (&self);
}

static void
append_escaped_path (GString    *text,
                     const char *path)
{
  for (; *path != '\0'; path++)
    {
      if (*path == '$')
        g_string_append_c (text, '$');
      else if (*path == ' ' || *path == '#')
        g_string_append_c (text, '\\');

      g_string_append_c (text, *path);
    }
}

/**
 * hc_content_write_depfile:
 * @self: the content
 * @depfile: (type filename): the file to write
 * @output: (type filename): what was made of the content
 * @error: return location for a #GFileError
 *
 * Writes what was read as a rule for make and Ninja, which then make @output anew when one of these
 * files changes, or the folder of the articles.
 *
 * Returns: whether the file was written
 */
gboolean
hc_content_write_depfile (HcContent   *self,
                          const char  *depfile,
                          const char  *output,
                          GError     **error)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (depfile != NULL, FALSE);
  g_return_val_if_fail (output != NULL, FALSE);

  text = g_string_new (NULL);
  append_escaped_path (text, output);
  g_string_append_c (text, ':');

  for (guint i = 0; i < self->files->len; i++)
    {
      g_string_append_c (text, ' ');
      append_escaped_path (text, g_ptr_array_index (self->files, i));
    }

  g_string_append_c (text, '\n');

  return g_file_set_contents (depfile, text->str, (gssize) text->len, error);
}
