/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-reader.h"

#include "hc-text-rules.h"

#define DRAWING_SUFFIX ".svg"
#define WORDS_SUFFIX ".txt"

/* The order of the pictures; the other names that end so tell of a picture. */
#define ORDER_FILE "pictures.txt"

/* Fewer characters cannot say all that a picture shows. */
#define MIN_ALTERNATIVE_LENGTH 80

typedef struct
{
  const char  *folder;
  GPtrArray   *files;
  HcFaultList *faults;
} Reader;

static void
part_free (gpointer data)
{
  HcPicturePartDraft *part = data;

  g_free (part->name);
  g_free (part->title);
  g_free (part->text);
  g_free (part->link);
  g_free (part);
}

/**
 * hc_picture_draft_free:
 * @self: (transfer full) (nullable): a picture
 */
void
hc_picture_draft_free (HcPictureDraft *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  hc_record_file_free (self->words);
  g_free (self->title);
  g_free (self->caption);
  g_free (self->alternative);
  g_free (self->article);
  g_free (self->checked);
  g_ptr_array_unref (self->parts);
  g_free (self->svg);
  g_free (self);
}

/* Returns what stands in a file, or NULL with a fault. */
static char *
read_file (Reader     *self,
           const char *file)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_ptr_array_add (self->files, g_strdup (file));

  if (!g_file_get_contents (file, &text, &length, &error))
    hc_fault_list_add (self->faults, file, 1, "the file cannot be read: %s", error->message);
  else if (hc_text_rules_check (text, length, file, self->faults))
    return g_steal_pointer (&text);

  return NULL;
}

/* part: NAME | Title | One sentence. | health-center:article/ID */
static void
read_part (Reader         *self,
           HcPictureDraft *picture,
           const char     *value,
           int             line)
{
  g_auto (GStrv) fields = g_strsplit (value, "|", -1);
  guint n_fields = g_strv_length (fields);
  HcPicturePartDraft *part;

  if (n_fields != 3 && n_fields != 4)
    {
      hc_fault_list_add (self->faults, picture->words->file, line,
                         "a part has 3 or 4 fields: name | title | sentence | link; here are %u", n_fields);
      return;
    }

  for (guint i = 0; i < n_fields; i++)
    if (*g_strstrip (fields[i]) == '\0')
      {
        hc_fault_list_add (self->faults, picture->words->file, line, "field %u of the part is empty", i + 1);
        return;
      }

  for (guint i = 0; i < picture->parts->len; i++)
    {
      const HcPicturePartDraft *other = g_ptr_array_index (picture->parts, i);

      if (g_str_equal (other->name, fields[0]))
        {
          hc_fault_list_add (self->faults, picture->words->file, line,
                             "the part “%s” stands already in line %d", fields[0], other->line);
          return;
        }
    }

  part = g_new0 (HcPicturePartDraft, 1);
  part->name = g_strdup (fields[0]);
  part->title = g_strdup (fields[1]);
  part->text = g_strdup (fields[2]);
  part->link = g_strdup (n_fields == 4 ? fields[3] : NULL);
  part->line = line;
  g_ptr_array_add (picture->parts, part);
}

static void
check_words (Reader         *self,
             HcPictureDraft *picture,
             HcRecord       *record)
{
  const char *file = picture->words->file;
  const char *fault;
  int line;

  hc_record_get (record, "alternative", &line);
  if (g_utf8_strlen (picture->alternative, -1) < MIN_ALTERNATIVE_LENGTH)
    hc_fault_list_add (self->faults, file, line,
                       "the alternative says all that the picture shows, in %d characters or more",
                       MIN_ALTERNATIVE_LENGTH);

  hc_record_get (record, "checked", &line);
  if ((fault = hc_text_rules_find_date_fault (picture->checked, TRUE)) != NULL)
    hc_fault_list_add (self->faults, file, line, "checked: “%s” %s", picture->checked, fault);

  if (picture->words->sources->len == 0)
    hc_fault_list_add (self->faults, file, record->line, "the key “source” is missing");
}

static void
read_words (Reader         *self,
            HcPictureDraft *picture,
            const char     *file,
            const char     *text)
{
  static const HcRecordKey keys[] = {
    { "title", TRUE, FALSE },
    { "caption", TRUE, FALSE },
    { "alternative", TRUE, FALSE },
    { "article", FALSE, FALSE },
    { "checked", TRUE, FALSE },
    { "part", FALSE, TRUE },
  };
  HcRecord *record;

  picture->words = hc_record_file_read (file, text, self->faults);

  if (picture->words->records->len != 1)
    {
      hc_fault_list_add (self->faults, file, 1, "lines key: value without an empty line between them");
      return;
    }

  record = g_ptr_array_index (picture->words->records, 0);

  if (!hc_record_check (record, keys, G_N_ELEMENTS (keys), file, self->faults))
    return;

  picture->title = g_strdup (hc_record_get (record, "title", NULL));
  picture->caption = g_strdup (hc_record_get (record, "caption", NULL));
  picture->alternative = g_strdup (hc_record_get (record, "alternative", NULL));
  picture->article = g_strdup (hc_record_get (record, "article", &picture->article_line));
  picture->checked = g_strdup (hc_record_get (record, "checked", NULL));
  check_words (self, picture, record);

  for (guint i = 0; i < record->entries->len; i++)
    {
      const HcFrontMatterEntry *entry = g_ptr_array_index (record->entries, i);

      if (g_str_equal (entry->key, "part"))
        read_part (self, picture, entry->value, entry->line);
    }
}

static void
check_parts (Reader         *self,
             HcPictureDraft *picture,
             HcDrawingDraft *drawing,
             const char     *drawing_file)
{
  GHashTableIter iter;
  gpointer name, line;

  for (guint i = 0; i < picture->parts->len; i++)
    {
      const HcPicturePartDraft *part = g_ptr_array_index (picture->parts, i);

      if (!g_hash_table_remove (drawing->parts, part->name))
        hc_fault_list_add (self->faults, picture->words->file, part->line,
                           "the drawing has no element “part-%s”", part->name);
    }

  g_hash_table_iter_init (&iter, drawing->parts);
  while (g_hash_table_iter_next (&iter, &name, &line))
    hc_fault_list_add (self->faults, drawing_file, GPOINTER_TO_INT (line),
                       "nothing is told of “part-%s”: a line part: is missing", (const char *) name);
}

static HcPictureDraft *
read_picture (Reader     *self,
              const char *id)
{
  g_autoptr (HcPictureDraft) picture = g_new0 (HcPictureDraft, 1);
  g_autofree char *path = g_build_filename (self->folder, id, NULL);
  g_autofree char *drawing_file = g_strconcat (path, DRAWING_SUFFIX, NULL);
  g_autofree char *words_file = g_strconcat (path, WORDS_SUFFIX, NULL);
  g_autofree char *words = read_file (self, words_file);
  g_autoptr (HcDrawingDraft) drawing = NULL;
  guint n_faults = hc_fault_list_get_length (self->faults);

  picture->id = g_strdup (id);
  picture->parts = g_ptr_array_new_with_free_func (part_free);
  picture->svg = read_file (self, drawing_file);

  if (!hc_text_rules_is_id (id))
    hc_fault_list_add (self->faults, drawing_file, 1,
                       "“%s” is no id: an id is made of a-z, digits and single dashes", id);

  if (words != NULL)
    read_words (self, picture, words_file, words);

  if (picture->svg == NULL)
    return g_steal_pointer (&picture);

  drawing = hc_drawing_reader_read (drawing_file, picture->svg, self->faults);

  if (drawing == NULL)
    return g_steal_pointer (&picture);

  picture->width = drawing->width;
  picture->height = drawing->height;

  /* A file with a fault of its own may lack what the other one speaks of. */
  if (picture->words != NULL && hc_fault_list_get_length (self->faults) == n_faults)
    check_parts (self, picture, drawing, drawing_file);

  return g_steal_pointer (&picture);
}

/* Adds the ids of the order file to @ids. */
static void
read_order (Reader    *self,
            GPtrArray *ids)
{
  g_autofree char *file = g_build_filename (self->folder, ORDER_FILE, NULL);
  g_autofree char *text = read_file (self, file);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (int i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) == '\0' || *lines[i] == '#')
        continue;

      if (g_ptr_array_find_with_equal_func (ids, lines[i], g_str_equal, NULL))
        hc_fault_list_add (self->faults, file, i + 1, "the picture “%s” stands twice", lines[i]);
      else
        g_ptr_array_add (ids, g_strdup (lines[i]));
    }
}

/* Each drawing and each text is that of a picture in the order file. */
static void
check_names (Reader    *self,
             GPtrArray *ids)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (self->folder, name, NULL);
      g_autofree char *id = NULL;

      if (*name == '.' || g_str_equal (name, ORDER_FILE) ||
          (!g_str_has_suffix (name, DRAWING_SUFFIX) && !g_str_has_suffix (name, WORDS_SUFFIX)))
        continue;

      /* Both suffixes are equally long. */
      id = g_strndup (name, strlen (name) - strlen (DRAWING_SUFFIX));

      if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        hc_fault_list_add (self->faults, file, 1, "the picture is not in " ORDER_FILE);
    }
}

/**
 * hc_picture_reader_read_folder:
 * @folder: (type filename): the folder with the pictures
 * @files: (element-type filename): takes what was read
 * @faults: takes what is wrong
 *
 * Reads the pictures that `pictures.txt` names: `ID.svg` is the drawing, `ID.txt` tells of it.
 *
 * Returns: (transfer full) (element-type HcPictureDraft): the pictures, in their order
 */
GPtrArray *
hc_picture_reader_read_folder (const char  *folder,
                               GPtrArray   *files,
                               HcFaultList *faults)
{
  Reader self = { .folder = folder, .files = files, .faults = faults };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *pictures;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (files != NULL, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_picture_draft_free);
  g_ptr_array_add (files, g_strdup (folder));
  read_order (&self, ids);
  check_names (&self, ids);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (pictures, read_picture (&self, g_ptr_array_index (ids, i)));

  return pictures;
}
