/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-backup-numbers.h"

#include <glib/gi18n.h>

#include "hc-backup-words.h"

/* What a person counts, and the table that has it. All other tables are taken together. */
static const struct
{
  const char *table;
  const char *title;
} kinds[] = {
  { "person", N_("People") },
  { "medicine", N_("Medicines") },
  { "dose", N_("Doses") },
  { "diary_entry", N_("Diary entries") },
  { "note", N_("Notes and highlights") },
  { "bookmark", N_("Bookmarks") },
  { "care_question", N_("Questions for the care team") },
  { "care_contact", N_("Contacts") },
  { "clinic", N_("Clinics and doctors") },
  { "appointment", N_("Appointments") },
  { "appointment_document", N_("Documents of appointments") },
  { "saved_trial", N_("Saved trials") },
  { "subscription", N_("Subscriptions to news") },
  { "saved_post", N_("Saved posts") },
  { "read_post", N_("Posts marked as read") },
};

/**
 * HcBackupNumbers:
 *
 * How much there is of each thing: in a backup, here now, or both beside each other.
 */
struct _HcBackupNumbers
{
  AdwBin      parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HcBackupNumbers, hc_backup_numbers, ADW_TYPE_BIN)

static void
hc_backup_numbers_class_init (HcBackupNumbersClass *klass)
{
}

static void
hc_backup_numbers_init (HcBackupNumbers *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

static gboolean
has_kind (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, table))
      return TRUE;

  return FALSE;
}

static guint64
count_other_in_file (HcBackupContents *contents)
{
  const char *const *tables = hc_backup_contents_get_tables (contents);
  guint64 n = 0;

  for (guint i = 0; tables[i] != NULL; i++)
    if (!has_kind (tables[i]))
      n += hc_backup_contents_get_n_rows (contents, tables[i]);

  return n;
}

static guint64
count_other_here (GHashTable *present)
{
  GHashTableIter iter;
  gpointer table, count;
  guint64 n = 0;

  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &table, &count))
    if (!has_kind (table))
      n += GPOINTER_TO_SIZE (count);

  return n;
}

static char *
dup_words (guint64  in_file,
           guint64  here,
           gboolean has_file,
           gboolean has_here)
{
  g_autofree char *first = hc_backup_words_dup_number (in_file);
  g_autofree char *second = hc_backup_words_dup_number (here);

  if (!has_file)
    return g_steal_pointer (&second);

  if (!has_here)
    return g_steal_pointer (&first);

  /* Translators: two numbers of the same thing, medicines for example: in the file and on this computer. */
  return g_strdup_printf (_("%s in the file, %s here now"), first, second);
}

static void
add_row (HcBackupNumbers *self,
         const char      *title,
         const char      *words)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", words,
                                 NULL);

  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->list, row);
}

/**
 * hc_backup_numbers_show:
 * @self: the numbers
 * @contents: (nullable): what is in a backup
 * @present: (nullable) (element-type utf8 gsize): what is here, as hc_profile_count_finish() gives it
 *
 * Shows the numbers of one of both, or of both beside each other.
 */
void
hc_backup_numbers_show (HcBackupNumbers  *self,
                        HcBackupContents *contents,
                        GHashTable       *present)
{
  g_autofree char *other = NULL;

  g_return_if_fail (HC_IS_BACKUP_NUMBERS (self));
  g_return_if_fail (contents != NULL || present != NULL);

  gtk_list_box_remove_all (self->list);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint64 in_file = contents != NULL ? hc_backup_contents_get_n_rows (contents, kinds[i].table) : 0;
      guint64 here = present != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (present, kinds[i].table)) : 0;
      g_autofree char *words = dup_words (in_file, here, contents != NULL, present != NULL);

      /* What is neither here nor there need not be compared. */
      if (contents == NULL || in_file + here > 0)
        add_row (self, _(kinds[i].title), words);
    }

  other = dup_words (contents != NULL ? count_other_in_file (contents) : 0,
                     present != NULL ? count_other_here (present) : 0, contents != NULL, present != NULL);
  add_row (self, _("Places in articles, quiz answers, reviews, alerts and all else"), other);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  contents != NULL ? _("What Is in the File") : _("What Will Be in the File"), -1);
}
