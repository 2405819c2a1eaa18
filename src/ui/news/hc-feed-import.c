/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-import.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-error-words.h"
#include "hc-file-picker.h"
#include "hc-opml.h"
#include "hc-wrapped-button.h"

/* No list of feeds is longer. */
#define MAX_BYTES (4 * 1024 * 1024)

/**
 * HcFeedImport:
 *
 * What a list of feeds has, before it is taken over: what is new, what is subscribed to already and what is no
 * address; and after that, what became of it.
 */
struct _HcFeedImport
{
  HcSavingDialog  parent_instance;

  HcNews         *news;
  GPtrArray      *entries;   /* of HcOpmlEntry: what is new */
  guint           n_begun;
  GPtrArray      *failed;    /* of HcOpmlEntry, not owned */
  GError         *error;     /* of the first that failed */

  GtkLabel       *summary_label;
  GtkLabel       *details_label;
  GtkStringList  *lines;
  GtkWidget      *import_button;
};

G_DEFINE_FINAL_TYPE (HcFeedImport, hc_feed_import, HC_TYPE_SAVING_DIALOG)

static void
add_line (HcFeedImport      *self,
          const HcOpmlEntry *entry)
{
  const char *title = *entry->title != '\0' ? entry->title : entry->address;

  if (*entry->folder != '\0')
    /* Translators: the name of a feed, and the folder that it is in. */
    gtk_string_list_take (self->lines, g_strdup_printf (_("%s, in %s"), title, entry->folder));
  else
    gtk_string_list_append (self->lines, title);
}

static void
set_button (HcFeedImport *self,
            const char   *label)
{
  gtk_button_set_label (GTK_BUTTON (self->import_button), label);
  hc_wrapped_button_set (self->import_button);
}

/* Says what became of it. What could not be saved is listed, and can be tried again. */
static void
show_report (HcFeedImport *self)
{
  guint n_failed = self->failed->len, n_added = self->entries->len - n_failed;
  g_autofree char *summary =
    g_strdup_printf (g_dngettext (NULL, "%u feed added", "%u feeds added", n_added), n_added);
  g_autoptr (GPtrArray) failed = g_ptr_array_new_with_free_func ((GDestroyNotify) hc_opml_entry_free);

  if (n_failed == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", summary);
      hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVED);
      hc_saving_dialog_close (HC_SAVING_DIALOG (self));
      return;
    }

  gtk_label_set_label (self->summary_label, summary);
  {
    /* Translators: %s says why, as a sentence. */
    g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u could not be saved. %s",
                                                           "%u could not be saved. %s", n_failed),
                                              n_failed, hc_error_to_words (self->error));

    gtk_label_set_label (self->details_label, words);
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  }

  gtk_string_list_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), NULL);
  for (guint i = 0; i < n_failed; i++)
    {
      const HcOpmlEntry *entry = g_ptr_array_index (self->failed, i);

      add_line (self, entry);
      g_ptr_array_add (failed, hc_opml_entry_new (entry->address, entry->title, entry->home, entry->folder));
    }

  g_ptr_array_unref (self->entries);
  self->entries = g_steal_pointer (&failed);
  set_button (self, _("Try Again"));
  /* The file is still there: nothing is lost with the dialog. */
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVED);
}

static void save_next (HcFeedImport *self);

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcFeedImport) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_subscription_store_save_finish (HC_SUBSCRIPTION_STORE (source), result, &error))
    {
      g_ptr_array_add (self->failed, g_ptr_array_index (self->entries, self->n_begun - 1));
      if (self->error == NULL)
        self->error = g_steal_pointer (&error);
    }

  save_next (self);
}

/* One after the other: the order of the file is that of the list. */
static void
save_next (HcFeedImport *self)
{
  HcSubscriptionStore *store = hc_profile_get_subscriptions (hc_news_get_profile (self->news));
  g_autoptr (HcSubscription) subscription = NULL;
  const HcOpmlEntry *entry;

  if (self->n_begun == self->entries->len)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "feed-import.save", TRUE);
      show_report (self);
      return;
    }

  entry = g_ptr_array_index (self->entries, self->n_begun++);
  subscription = hc_subscription_new ();
  hc_subscription_store_save_async (store, subscription, &(HcSubscriptionDetails) {
    .address = entry->address,
    .title = entry->title,
    .folder = entry->folder,
    .home = entry->home,
  }, saved_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcFeedImport *self = HC_FEED_IMPORT (widget);

  if (self->entries->len == 0)
    return;

  self->n_begun = 0;
  g_ptr_array_set_size (self->failed, 0);
  g_clear_error (&self->error);
  gtk_widget_action_set_enabled (widget, "feed-import.save", FALSE);
  hc_saving_dialog_set_state (HC_SAVING_DIALOG (self), HC_SAVE_STATE_SAVING);
  save_next (self);
}

static void
hc_feed_import_dispose (GObject *object)
{
  HcFeedImport *self = HC_FEED_IMPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_FEED_IMPORT);
  g_clear_object (&self->news);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->failed, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (hc_feed_import_parent_class)->dispose (object);
}

static void
hc_feed_import_class_init (HcFeedImportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_feed_import_dispose;
  HC_SAVING_DIALOG_CLASS (klass)->not_saved_title = N_("Feeds Not Imported");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/news/hc-feed-import.ui");
  gtk_widget_class_bind_template_child (widget_class, HcFeedImport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcFeedImport, details_label);
  gtk_widget_class_bind_template_child (widget_class, HcFeedImport, lines);
  gtk_widget_class_bind_template_child (widget_class, HcFeedImport, import_button);

  gtk_widget_class_install_action (widget_class, "feed-import.save", NULL, save_action);
}

static void
hc_feed_import_init (HcFeedImport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->failed = g_ptr_array_new ();
}

static void
show_summary (HcFeedImport *self,
              guint         n_known,
              guint         n_refused)
{
  guint n = self->entries->len;
  g_autofree char *summary =
    n > 0 ? g_strdup_printf (g_dngettext (NULL, "%u new feed", "%u new feeds", n), n) : g_strdup (_("No new feeds"));
  g_autofree char *button = g_strdup_printf (g_dngettext (NULL, "Add %u Feed", "Add %u Feeds", n), n);
  g_autoptr (GString) details = g_string_new (_("Adding them sends nothing to anybody."));

  if (n_known > 0)
    g_string_append_printf (details, g_dngettext (NULL, " %u is here already.", " %u are here already.", n_known),
                            n_known);
  if (n_refused > 0)
    g_string_append_printf (details, g_dngettext (NULL, " %u has no address that can be used and is left out.",
                                                  " %u have no address that can be used and are left out.", n_refused),
                            n_refused);

  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->details_label, details->str);
  set_button (self, button);
  gtk_widget_set_visible (self->import_button, n > 0);
}

/* What is going on between the choice of a file and the dialog. */
typedef struct
{
  HcNews    *news;
  GtkWidget *parent;
} Opening;

static Opening *
opening_new (HcNews    *news,
             GtkWidget *parent)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->news = g_object_ref (news);
  opening->parent = g_object_ref (parent);

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->news);
  g_object_unref (opening->parent);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static void
tell (GtkWidget  *parent,
      const char *words)
{
  AdwDialog *alert = hc_ask_dialog_new (_("No Feeds Imported"), words);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "close");
  adw_dialog_present (alert, parent);
}

/* One byte more than may be tells that the file is too large. */
static gboolean
wants_more (const char *contents,
            goffset     length,
            gpointer    user_data)
{
  return length <= MAX_BYTES;
}

static void
present (Opening   *opening,
         GPtrArray *entries,
         guint      n_refused)
{
  HcFeedImport *self = g_object_new (HC_TYPE_FEED_IMPORT, NULL);

  self->news = g_object_ref (opening->news);
  self->entries = hc_news_pick_new (opening->news, entries);
  show_summary (self, entries->len - self->entries->len, n_refused);
  for (guint i = 0; i < self->entries->len; i++)
    add_line (self, g_ptr_array_index (self->entries, i));

  adw_dialog_present (ADW_DIALOG (self), opening->parent);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents = NULL;
  gsize length;
  guint n_refused = 0;
  gboolean is_loaded = g_file_load_partial_contents_finish (G_FILE (source), result, &contents, &length, NULL, NULL);

  /* The page may have gone with its window. */
  bytes = is_loaded ? g_bytes_new_take (contents, length) : NULL;
  if (gtk_widget_get_root (opening->parent) == NULL)
    return;

  if (!is_loaded)
    {
      tell (opening->parent, _("The file cannot be read."));
    }
  else if (length > MAX_BYTES)
    {
      tell (opening->parent, _("The file is larger than any list of feeds."));
    }
  else
    {
      entries = hc_opml_read (bytes, &n_refused, &error);
      if (entries == NULL)
        tell (opening->parent, _("The file is no list of feeds. Such a list is called OPML; other programs that read "
                                 "feeds can save one."));
      else
        present (opening, entries, n_refused);
    }
}

/**
 * hc_feed_import_open:
 * @news: the news
 * @parent: a widget of an #HcWindow
 * @file: a list of feeds, OPML
 *
 * Reads the file and shows what it has, to be taken over.
 */
void
hc_feed_import_open (HcNews    *news,
                     GtkWidget *parent,
                     GFile     *file)
{
  g_return_if_fail (HC_IS_NEWS (news));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_partial_contents_async (file, NULL, wants_more, loaded_cb, opening_new (news, parent));
}

static void
picked_cb (GtkWidget *parent,
           GFile     *file,
           gpointer   user_data)
{
  hc_feed_import_open (HC_NEWS (user_data), parent, file);
}

/**
 * hc_feed_import_choose:
 * @news: the news
 * @parent: a widget of an #HcWindow
 *
 * Lets the person choose a list of feeds, and shows what it has.
 */
void
hc_feed_import_choose (HcNews    *news,
                       GtkWidget *parent)
{
  static const char *const suffixes[] = { "opml", "xml", NULL };

  g_return_if_fail (HC_IS_NEWS (news));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  hc_file_picker_open (parent, _("Import List of Feeds"), _("Lists of Feeds (OPML)"), suffixes, picked_cb,
                       g_object_ref (news), g_object_unref);
}
