/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-result-import.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-error-words.h"
#include "hc-file-picker.h"
#include "hc-result-reader.h"
#include "hc-wrapped-button.h"

/**
 * HcResultImport:
 *
 * What a file with results has, before it is taken over: what can be read, what cannot and why, and what is in the
 * diary already. All of it comes into the diary together and covered, or none of it; the numbers are not shown here
 * either.
 */
struct _HcResultImport
{
  HcSavingDialog  parent_instance;

  HcDiaryDesk    *desk;
  char           *person;  /* whose results these are */
  HcResultSheet  *sheet;
  GPtrArray      *entries; /* of HcDiaryEntry: what is new in it */
  gboolean        is_saving;

  AdwBanner      *banner;
  GtkLabel       *summary_label;
  GtkLabel       *details_label;
  GtkStringList  *lines;
  GtkWidget      *import_button;
};

G_DEFINE_FINAL_TYPE (HcResultImport, hc_result_import, HC_TYPE_SAVING_DIALOG)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcResultImport) self = user_data;
  g_autoptr (GError) error = NULL;

  hc_diary_save_all_finish (HC_DIARY (source), result, &error);
  self->is_saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "result-import.save", TRUE);

  if (error != NULL)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Nothing was imported. %s"), hc_error_to_words (error));

      adw_banner_set_title (self->banner, words);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
  else
    {
      g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u result imported", "%u results imported",
                                                             self->entries->len), self->entries->len);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
    }

  adw_banner_set_revealed (self->banner, error != NULL);
  /* The file is still there: nothing is lost with the dialog. */
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVED);
  if (error == NULL)
    hc_saving_dialog_close (HC_SAVING_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcResultImport *self = HC_RESULT_IMPORT (widget);

  if (self->is_saving || self->entries->len == 0)
    return;

  self->is_saving = TRUE;
  gtk_widget_action_set_enabled (widget, "result-import.save", FALSE);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVING);
  hc_diary_save_all_async (hc_diary_desk_get_diary (self->desk), self->entries, NULL, saved_cb, g_object_ref (self));
}

static void
hc_result_import_dispose (GObject *object)
{
  HcResultImport *self = HC_RESULT_IMPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_RESULT_IMPORT);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->sheet, hc_result_sheet_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_result_import_parent_class)->dispose (object);
}

static void
hc_result_import_class_init (HcResultImportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_result_import_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Results Not Imported");

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/diary/hc-result-import.ui");
  gtk_widget_class_bind_template_child (widget_class, HcResultImport, banner);
  gtk_widget_class_bind_template_child (widget_class, HcResultImport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcResultImport, details_label);
  gtk_widget_class_bind_template_child (widget_class, HcResultImport, lines);
  gtk_widget_class_bind_template_child (widget_class, HcResultImport, import_button);

  gtk_widget_class_install_action (widget_class, "result-import.save", NULL, save_action);
}

static void
hc_result_import_init (HcResultImport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Returns: (transfer full): a text that two entries have that say the same */
static char *
dup_key (const char *kind,
         GDateTime  *time,
         double      value)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %.9g", kind, g_date_time_to_unix (time), value);
}

/* What the diary has already is not taken twice, nor what the file says twice. Returns how many those are. */
static guint
make_entries (HcResultImport *self,
              GPtrArray      *known)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_known = 0;

  for (guint i = 0; i < known->len; i++)
    {
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (g_ptr_array_index (known, i));

      g_hash_table_add (keys, dup_key (details->kind, details->time, details->value));
    }

  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      const HcResultRow *row = g_ptr_array_index (self->sheet->rows, i);
      HcDiaryEntryDetails details = {
        .person = self->person,
        .kind = hc_diary_kind_get_details (row->kind)->id,
        .time = row->time,
        .has_value = TRUE,
        .value = row->value,
        .is_covered = TRUE,
      };

      if (!g_hash_table_add (keys, dup_key (details.kind, details.time, details.value)))
        n_known++;
      else
        g_ptr_array_add (self->entries, hc_diary_entry_new (&details));
    }

  return n_known;
}

static void
add_lines (HcResultImport *self)
{
  for (guint i = 0; i < self->sheet->faults->len; i++)
    {
      const HcResultFault *fault = g_ptr_array_index (self->sheet->faults, i);

      /* Translators: the number of a line in a file, and why it cannot be read. */
      gtk_string_list_take (self->lines, g_strdup_printf (_("Line %u is left out. %s"), fault->line, fault->words));
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      const HcDiaryEntryDetails *details = hc_diary_entry_get_details (g_ptr_array_index (self->entries, i));
      /* Translators: a day, "20 November 2026". See the manual of g_date_time_format(). */
      g_autofree char *day = g_date_time_format (details->time, _("%-d %B %Y"));

      /* Translators: what was measured, and a day. */
      gtk_string_list_take (self->lines, g_strdup_printf (_("%s, %s"),
                                                          hc_diary_desk_get_name (self->desk, details->kind), day));
    }
}

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

static void
show_summary (HcResultImport *self,
              guint           n_known)
{
  guint n = self->entries->len, n_faults = self->sheet->faults->len;
  g_autofree char *summary = NULL, *button = NULL, *known = NULL, *faults = NULL;
  g_autoptr (GString) details = g_string_new (NULL);

  summary = n > 0 ? g_strdup_printf (g_dngettext (NULL, "%u new result", "%u new results", n), n)
                  : g_strdup (_("No new results"));
  button = g_strdup_printf (g_dngettext (NULL, "Import %u Result", "Import %u Results", n), n);

  known = g_strdup_printf (g_dngettext (NULL, "%u is in the diary already.", "%u are in the diary already.", n_known),
                           n_known);
  faults = g_strdup_printf (g_dngettext (NULL, "%u line cannot be read and is left out.",
                                         "%u lines cannot be read and are left out.", n_faults), n_faults);

  if (n > 0)
    append_sentence (details, _("They stay covered in the diary until you uncover them."));
  if (n_known > 0)
    append_sentence (details, known);
  if (n_faults > 0)
    append_sentence (details, faults);

  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->details_label, details->str);
  gtk_button_set_label (GTK_BUTTON (self->import_button), button);
  hc_wrapped_button_set (self->import_button);
  gtk_widget_set_visible (self->import_button, n > 0);
}

/* What is going on between the choice of a file and the dialog. */
typedef struct
{
  HcDiaryDesk   *desk;
  GtkWidget     *parent;
  char          *person;
  HcResultSheet *sheet;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->desk);
  g_object_unref (opening->parent);
  g_free (opening->person);
  hc_result_sheet_free (opening->sheet);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
tell (GtkWidget  *parent,
      const char *words)
{
  AdwDialog *alert = hc_ask_dialog_new (_("No Results Imported"), words);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "close");
  adw_dialog_present (alert, parent);
}

static void
known_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = hc_diary_query_finish (HC_DIARY (source), result, &error);
  HcResultImport *self;

  /* The page may have gone with its window. */
  if (gtk_widget_get_root (opening->parent) == NULL)
    return;

  if (known == NULL)
    {
      tell (opening->parent, hc_error_to_words (error));
      return;
    }

  self = g_object_new (HC_TYPE_RESULT_IMPORT, NULL);
  self->desk = g_object_ref (opening->desk);
  self->person = g_steal_pointer (&opening->person);
  self->sheet = g_steal_pointer (&opening->sheet);
  show_summary (self, make_entries (self, known));
  add_lines (self);
  adw_dialog_present (ADW_DIALOG (self), opening->parent);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = hc_diary_desk_dup_now (opening->desk);
  g_autofree char *data = NULL;
  HcDiaryDesk *desk = opening->desk;
  gsize length;

  if (gtk_widget_get_root (opening->parent) == NULL)
    return;

  if (!g_file_load_partial_contents_finish (G_FILE (source), result, &data, &length, NULL, &error))
    {
      tell (opening->parent, _("The file cannot be read. Look whether it is still there and belongs to you."));
      return;
    }

  opening->sheet = hc_result_sheet_read (hc_diary_desk_get_book (desk), data, length, now, &error);
  if (g_error_matches (error, HC_RESULT_ERROR, HC_RESULT_ERROR_TOO_LARGE))
    tell (opening->parent, _("The file is larger than any list of results. Choose another one, or split it."));
  else if (error != NULL)
    tell (opening->parent, _("The file is empty."));
  else
    hc_diary_desk_query_async (desk, NULL, 0, known_cb, g_steal_pointer (&opening));
}

/* One byte more than is accepted says that it is too large; the rest need not be read. */
static gboolean
wants_more (const char *data,
            goffset     n_bytes,
            gpointer    user_data)
{
  return n_bytes <= HC_RESULT_MAX_BYTES;
}

/**
 * hc_result_import_open:
 * @desk: what the parts of the diary share
 * @parent: a widget of an #HcWindow
 * @file: a file with results
 *
 * Reads the file and shows what it has, to be imported for the person that is shown now.
 */
void
hc_result_import_open (HcDiaryDesk *desk,
                       GtkWidget   *parent,
                       GFile       *file)
{
  Opening *opening;

  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_FILE (file));

  opening = g_new0 (Opening, 1);
  opening->desk = g_object_ref (desk);
  opening->parent = g_object_ref (parent);
  opening->person = g_strdup (hc_diary_desk_get_person_id (desk));
  g_file_load_partial_contents_async (file, NULL, wants_more, loaded_cb, opening);
}

static void
picked_cb (GtkWidget *parent,
           GFile     *file,
           gpointer   user_data)
{
  hc_result_import_open (HC_DIARY_DESK (user_data), parent, file);
}

/**
 * hc_result_import_choose:
 * @desk: what the parts of the diary share
 * @parent: a widget of an #HcWindow
 *
 * Lets the person choose a file with results, and shows what it has.
 */
void
hc_result_import_choose (HcDiaryDesk *desk,
                         GtkWidget   *parent)
{
  static const char *const suffixes[] = { "csv", "txt", "tsv", NULL };

  g_return_if_fail (HC_IS_DIARY_DESK (desk));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  hc_file_picker_open (parent, _("Import Results"), _("Tables (CSV)"), suffixes, picked_cb, g_object_ref (desk),
                       g_object_unref);
}
