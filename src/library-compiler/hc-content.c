/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-content.h"

#include "hc-article-reader.h"
#include "hc-cross-check.h"
#include "hc-picture-reader.h"
#include "hc-text-rules.h"

#define ARTICLE_SUFFIX ".md"

/* A reader of one line `a = b = c`; it gets the parts between the signs, without spaces around. */
typedef void (*ReadLineFunc) (HcContent    *self,
                              char        **parts,
                              const char   *file,
                              int           line,
                              HcFaultList  *faults);

static void
topic_entry_free (gpointer data)
{
  HcTopicEntry *entry = data;

  g_free (entry->article);
  g_free (entry);
}

static void
topic_free (gpointer data)
{
  HcTopic *topic = data;

  g_free (topic->id);
  g_free (topic->title);
  g_ptr_array_unref (topic->articles);
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
  g_ptr_array_unref (self->quizzes);
  hc_glossary_free (self->glossary);
  hc_facts_draft_free (self->facts);
  hc_health_check_draft_free (self->health_check);
  hc_diary_draft_free (self->diary);
  hc_feed_list_draft_free (self->feeds);
  hc_follow_up_draft_free (self->follow_up);
  hc_care_draft_free (self->care);
  g_ptr_array_unref (self->interactions);
  hc_pills_draft_free (self->pills);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_free (self->topics_file);
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

/* Returns the id of an article, which stands in brackets while it is still to be written; NULL for
 * another text. */
static char *
parse_topic_entry (const char *text,
                   gboolean   *planned)
{
  g_autofree char *id = NULL;

  *planned = g_str_has_prefix (text, "(") && g_str_has_suffix (text, ")");
  id = *planned ? g_strndup (text + 1, strlen (text) - 2) : g_strdup (text);

  return hc_text_rules_is_id (id) ? g_steal_pointer (&id) : NULL;
}

/* Adds an article to the topic that was named last. */
static void
read_topic_entry (HcContent    *self,
                  const char   *id,
                  gboolean      planned,
                  const char   *file,
                  int           line,
                  HcFaultList  *faults)
{
  HcTopic *topic;
  HcTopicEntry *entry;

  if (self->topics->len == 0)
    {
      hc_fault_list_add (faults, file, line, "an article before the first topic");
      return;
    }

  topic = g_ptr_array_index (self->topics, self->topics->len - 1);
  entry = g_new0 (HcTopicEntry, 1);
  entry->article = g_strdup (id);
  entry->planned = planned;
  entry->line = line;
  g_ptr_array_add (topic->articles, entry);
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
  g_autofree char *article = NULL;
  gboolean planned = FALSE;
  HcTopic *topic;

  if (g_strv_length (parts) == 1 && (article = parse_topic_entry (parts[0], &planned)) != NULL)
    {
      read_topic_entry (self, article, planned, file, line, faults);
      return;
    }

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    {
      hc_fault_list_add (faults, file, line, "neither a line of the form id = Title nor the id of an article");
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
  topic->articles = g_ptr_array_new_with_free_func (topic_entry_free);
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

/* Returns the names of the files of a folder that end in @suffix, sorted: the order in the folder is
 * that of the file system. */
static GPtrArray *
list_files (HcContent   *self,
            const char  *folder,
            const char  *suffix,
            HcFaultList *faults)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  /* The folder itself changes when a file is added or taken away. */
  if (dir != NULL)
    g_ptr_array_add (self->files, g_strdup (folder));

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = NULL;

      if (g_str_has_suffix (name, suffix) && *name != '.')
        {
          g_ptr_array_add (names, g_strdup (name));
          continue;
        }

      /* Editors leave such files beside the one that is being written. */
      if (*name == '.' || *name == '#' || g_str_has_suffix (name, "~"))
        continue;

      file = g_build_filename (folder, name, NULL);
      hc_fault_list_add (faults, file, 1, "the name of a file in this folder ends in %s", suffix);
    }

  g_ptr_array_sort_values (names, compare_names);

  return g_steal_pointer (&names);
}

static void
read_articles (HcContent     *self,
               HcArticleKind  kind,
               const char    *folder,
               HcFaultList   *faults)
{
  g_autoptr (GPtrArray) names = list_files (self, folder, ARTICLE_SUFFIX, faults);

  if (names->len == 0 && kind == HC_ARTICLE_KIND_ARTICLE)
    hc_fault_list_add (faults, folder, 1, "there is no article in this folder");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      gsize length = 0;
      g_autofree char *data = read_file (self, file, &length, faults);

      if (data != NULL)
        g_ptr_array_add (self->articles, hc_article_reader_read (kind, file, data, length, faults));
    }
}

/* Returns the text of a file that need not be there, or NULL. */
static char *
read_optional_text (HcContent   *self,
                    const char  *file,
                    HcFaultList *faults)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return NULL;

  text = read_file (self, file, &length, faults);

  return text != NULL && hc_text_rules_check (text, length, file, faults) ? g_steal_pointer (&text) : NULL;
}

static void
read_records (HcContent   *self,
              const char  *folder,
              HcFaultList *faults)
{
  g_autofree char *glossary = g_build_filename (folder, "glossary.txt", NULL);
  g_autofree char *glossary_text = read_optional_text (self, glossary, faults);
  g_autofree char *facts = g_build_filename (folder, "facts.txt", NULL);
  g_autofree char *facts_text = read_optional_text (self, facts, faults);
  g_autofree char *check = g_build_filename (folder, "health-check.txt", NULL);
  g_autofree char *check_text = read_optional_text (self, check, faults);
  g_autofree char *diary = g_build_filename (folder, "diary.txt", NULL);
  g_autofree char *diary_text = read_optional_text (self, diary, faults);
  g_autofree char *feeds = g_build_filename (folder, "feeds.txt", NULL);
  g_autofree char *feeds_text = read_optional_text (self, feeds, faults);
  g_autofree char *follow_up = g_build_filename (folder, "follow-up.txt", NULL);
  g_autofree char *follow_up_text = read_optional_text (self, follow_up, faults);
  g_autofree char *quizzes = g_build_filename (folder, "quiz", NULL);
  g_autoptr (GPtrArray) names = list_files (self, quizzes, ".txt", faults);

  if (glossary_text != NULL)
    self->glossary = hc_glossary_read (glossary, glossary_text, faults);

  if (facts_text != NULL)
    self->facts = hc_quiz_reader_read_facts (facts, facts_text, faults);

  if (check_text != NULL)
    self->health_check = hc_health_check_reader_read (check, check_text, faults);

  if (diary_text != NULL)
    self->diary = hc_diary_reader_read (diary, diary_text, faults);

  if (feeds_text != NULL)
    self->feeds = hc_feed_list_reader_read (feeds, feeds_text, faults);

  if (follow_up_text != NULL)
    self->follow_up = hc_follow_up_reader_read (follow_up, follow_up_text, faults);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (quizzes, g_ptr_array_index (names, i), NULL);
      g_autofree char *text = read_optional_text (self, file, faults);

      if (text != NULL)
        g_ptr_array_add (self->quizzes, hc_quiz_reader_read (file, text, faults));
    }
}

static void
read_drugs (HcContent   *self,
            const char  *folder,
            HcFaultList *faults)
{
  g_autofree char *drugs = g_build_filename (folder, "drugs", NULL);
  g_autofree char *pills = g_build_filename (folder, "pills.txt", NULL);
  g_autofree char *pills_text = read_optional_text (self, pills, faults);
  g_autofree char *interactions = g_build_filename (folder, "interactions", NULL);
  g_autoptr (GPtrArray) names = list_files (self, interactions, ".txt", faults);

  read_articles (self, HC_ARTICLE_KIND_DRUG, drugs, faults);

  if (pills_text != NULL)
    self->pills = hc_pill_reader_read (pills, pills_text, faults);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (interactions, g_ptr_array_index (names, i), NULL);
      g_autofree char *text = read_optional_text (self, file, faults);

      if (text != NULL)
        g_ptr_array_add (self->interactions, hc_interaction_reader_read (file, text, faults));
    }
}

/* The files of the care folder need one another: none of them may be missing when the folder is there. */
static void
read_care (HcContent   *self,
           const char  *folder,
           HcFaultList *faults)
{
  g_autofree char *care = g_build_filename (folder, "care", NULL);

  if (!g_file_test (care, G_FILE_TEST_IS_DIR))
    return;

  self->care = hc_care_draft_new ();

  for (guint i = 0; hc_care_reader_files[i] != NULL; i++)
    {
      g_autofree char *file = g_build_filename (care, hc_care_reader_files[i], NULL);
      gsize length;
      g_autofree char *text = read_file (self, file, &length, faults);

      if (text != NULL && hc_text_rules_check (text, length, file, faults))
        hc_care_reader_read (self->care, hc_care_reader_files[i], file, text, faults);
    }
}

/**
 * hc_content_read:
 * @folder: (type filename): the content folder
 * @illustrations: (type filename) (nullable): the folder with the pictures
 * @faults: takes all that is wrong with it
 *
 * Returns: (transfer full): what stands in it, as much as could be read
 */
HcContent *
hc_content_read (const char  *folder,
                 const char  *illustrations,
                 HcFaultList *faults)
{
  g_autoptr (HcContent) self = NULL;
  g_autofree char *synonyms = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *questions = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self = g_new0 (HcContent, 1);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->synonyms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_article_draft_free);
  self->files = g_ptr_array_new_with_free_func (g_free);

  self->interactions = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_interaction_file_draft_free);
  self->quizzes = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_quiz_draft_free);
  self->topics_file = g_build_filename (folder, "topics.txt", NULL);
  synonyms = g_build_filename (folder, "synonyms.txt", NULL);
  articles = g_build_filename (folder, "articles", NULL);
  questions = g_build_filename (folder, "questions", NULL);

  read_lines (self, self->topics_file, read_topic, faults);
  read_lines (self, synonyms, read_synonyms, faults);
  read_articles (self, HC_ARTICLE_KIND_ARTICLE, articles, faults);
  read_articles (self, HC_ARTICLE_KIND_QUESTION, questions, faults);
  read_drugs (self, folder, faults);
  read_records (self, folder, faults);
  read_care (self, folder, faults);
  if (illustrations != NULL)
    self->pictures = hc_picture_reader_read_folder (illustrations, self->files, faults);
  hc_cross_check (self, faults);

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
 * files changes, or a folder of them.
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
