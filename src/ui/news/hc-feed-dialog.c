/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-dialog.h"

#include <glib/gi18n.h>

#include "hc-news-operations.h"

/**
 * HcFeedDialog:
 *
 * What a feed is called, and in which folder it is. It closes when that is saved.
 */
struct _HcFeedDialog
{
  HcOperationDialog    parent_instance;

  HcNews              *news;
  HcSubscription      *subscription;
  gboolean             is_filling;

  AdwBanner           *banner;
  AdwPreferencesGroup *name_group;
  GtkEditable         *name_row;
  GtkEditable         *folder_row;
  AdwWrapBox          *folders;
  GtkWidget           *save_button;
};

G_DEFINE_FINAL_TYPE (HcFeedDialog, hc_feed_dialog, HC_TYPE_OPERATION_DIALOG)

static void
changed_cb (HcFeedDialog *self)
{
  if (!self->is_filling)
    hc_operation_dialog_changed (HC_OPERATION_DIALOG (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcFeedDialog *self = HC_FEED_DIALOG (widget);
  HcSubscriptionDetails details = *hc_subscription_get_details (self->subscription);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->name_row)));
  g_autofree char *folder = g_strstrip (g_strdup (gtk_editable_get_text (self->folder_row)));
  g_autoptr (HcOperation) operation = NULL;

  if (hc_operation_dialog_is_busy (HC_OPERATION_DIALOG (self)))
    return;

  details.title = title;
  details.folder = folder;
  operation = hc_change_subscription_new (self->news, self->subscription, &details);
  hc_operation_dialog_perform (HC_OPERATION_DIALOG (self), operation);
}

static void
hc_feed_dialog_set_busy (HcOperationDialog *dialog,
                         gboolean           is_busy)
{
  HcFeedDialog *self = HC_FEED_DIALOG (dialog);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "feed.save", !is_busy);
  if (is_busy)
    adw_banner_set_revealed (self->banner, FALSE);
}

static void
hc_feed_dialog_failed (HcOperationDialog *dialog,
                       const char        *words)
{
  HcFeedDialog *self = HC_FEED_DIALOG (dialog);

  adw_banner_set_title (self->banner, words);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
hc_feed_dialog_dispose (GObject *object)
{
  HcFeedDialog *self = HC_FEED_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_FEED_DIALOG);
  g_clear_object (&self->subscription);
  g_clear_object (&self->news);

  G_OBJECT_CLASS (hc_feed_dialog_parent_class)->dispose (object);
}

static void
hc_feed_dialog_class_init (HcFeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcOperationDialogClass *dialog_class = HC_OPERATION_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_feed_dialog_dispose;
  dialog_class->set_busy = hc_feed_dialog_set_busy;
  dialog_class->failed = hc_feed_dialog_failed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/news/hc-feed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcFeedDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, HcFeedDialog, name_group);
  gtk_widget_class_bind_template_child (widget_class, HcFeedDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HcFeedDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HcFeedDialog, folders);
  gtk_widget_class_bind_template_child (widget_class, HcFeedDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "feed.save", NULL, save_action);
}

static void
hc_feed_dialog_init (HcFeedDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
folder_chosen_cb (HcFeedDialog *self,
                  GtkWidget    *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_editable_set_text (self->folder_row, gtk_label_get_label (GTK_LABEL (label)));
}

/* The folders that there are, to be chosen. */
static void
add_folders (HcFeedDialog *self)
{
  g_auto (GStrv) folders = hc_news_list_folders (self->news);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "label", folders[i],
                                       "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       NULL);
      GtkWidget *button = gtk_button_new ();

      gtk_button_set_child (GTK_BUTTON (button), label);
      g_signal_connect_object (button, "clicked", G_CALLBACK (folder_chosen_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->folders, button);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->folders), folders[0] != NULL);
}

/**
 * hc_feed_dialog_new:
 * @news: the news
 * @subscription: a subscription
 *
 * Returns: (transfer floating): a dialog for a window of the program
 */
AdwDialog *
hc_feed_dialog_new (HcNews         *news,
                    HcSubscription *subscription)
{
  const HcSubscriptionDetails *details;
  g_autofree char *words = NULL;
  HcFeedDialog *self;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (HC_IS_SUBSCRIPTION (subscription), NULL);

  details = hc_subscription_get_details (subscription);
  self = g_object_new (HC_TYPE_FEED_DIALOG, NULL);
  self->news = g_object_ref (news);
  self->subscription = g_object_ref (subscription);
  /* Translators: %s is the address of a feed. */
  words = g_markup_printf_escaped (_("Leave it empty to call the feed as it calls itself. Its address is %s"),
                                   details->address);
  adw_preferences_group_set_description (self->name_group, words);
  gtk_editable_set_text (self->name_row, details->title);
  gtk_editable_set_text (self->folder_row, details->folder);
  add_folders (self);
  self->is_filling = FALSE;

  return ADW_DIALOG (self);
}
