/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-page-private.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-error-words.h"
#include "hc-feed-address.h"
#include "hc-feed-dialog.h"
#include "hc-feed-export.h"
#include "hc-feed-import.h"
#include "hc-folder-dialog.h"
#include "hc-folder-operation.h"
#include "hc-news-consent.h"
#include "hc-news-operations.h"
#include "hc-news-words.h"
#include "hc-window.h"

/* The actions of HcNewsPage: `news.*`. */

static HcSubscriptionStore *
get_subscriptions (HcNewsPage *self)
{
  return hc_profile_get_subscriptions (hc_news_get_profile (_hc_news_page_get_news (self)));
}

static HcSubscription *
find_subscription (HcNewsPage *self,
                   const char *id)
{
  return hc_store_lookup (HC_STORE (get_subscriptions (self)), id);
}

static void
perform (HcNewsPage  *self,
         HcOperation *operation)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (operation != NULL && HC_IS_WINDOW (root))
    hc_undo_stack_perform (hc_window_get_undo_stack (HC_WINDOW (root)), operation);
}

static void
tell_failure (HcNewsPage   *self,
              const GError *error)
{
  /* Translators: %s is a sentence that says why and what helps. */
  g_autofree char *text = g_strdup_printf (_("Nothing was changed. %s"), hc_error_to_words (error));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  _hc_news_page_fetch (HC_NEWS_PAGE (widget), NULL);
}

static void
retry_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  _hc_news_page_fetch (HC_NEWS_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_news_updater_cancel (HC_NEWS_PAGE (widget)->updater);
}

static void
turn_on_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  hc_news_consent_present (hc_page_get_context (HC_PAGE (widget)), widget);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  _hc_news_page_open_add (HC_NEWS_PAGE (widget));
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_feed_import_choose (_hc_news_page_get_news (HC_NEWS_PAGE (widget)), widget);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  hc_feed_export_choose (hc_page_get_context (HC_PAGE (widget)), widget);
}

static void
network_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-link", "s", HC_LINK_SCHEME ":network");
}

static void
edit_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  HcSubscription *subscription = find_subscription (self, g_variant_get_string (parameter, NULL));

  if (subscription != NULL)
    adw_dialog_present (hc_feed_dialog_new (_hc_news_page_get_news (self), subscription), widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  HcSubscription *subscription = find_subscription (self, g_variant_get_string (parameter, NULL));
  g_autoptr (HcOperation) operation = NULL;

  if (subscription != NULL)
    operation = hc_remove_subscription_new (_hc_news_page_get_news (self), subscription);

  perform (self, operation);
}

static void
rename_folder_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HcNews *news = _hc_news_page_get_news (HC_NEWS_PAGE (widget));

  adw_dialog_present (hc_folder_dialog_new (news, g_variant_get_string (parameter, NULL)), widget);
}

static void
remove_folder_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  g_autoptr (HcOperation) operation = hc_folder_operation_new (_hc_news_page_get_news (self),
                                                               g_variant_get_string (parameter, NULL), "");

  perform (self, operation);
}

/* A subscription that is being saved, and what is to be done then. */
typedef struct
{
  HcNewsPage     *page;
  HcSubscription *subscription;
} Saving;

static void
subscribed_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (HcNewsPage) self = saving->page;
  g_autoptr (HcSubscription) subscription = saving->subscription;
  g_autoptr (GError) error = NULL;

  g_free (saving);

  if (!hc_subscription_store_save_finish (HC_SUBSCRIPTION_STORE (source), result, &error))
    tell_failure (self, error);
  else if (self->updater != NULL && hc_news_updater_is_allowed (self->updater))
    _hc_news_page_fetch (self, hc_subscription_get_id (subscription));
}

static void
subscribe_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  HcSubscriptionDetails details = { .folder = "" };
  Saving *saving;

  g_variant_get (parameter, "(&s&s&s)", &details.address, &details.title, &details.home);
  if (hc_subscription_store_find (get_subscriptions (self), details.address) != NULL)
    return;

  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (self);
  saving->subscription = hc_subscription_new ();
  hc_subscription_store_save_async (get_subscriptions (self), saving->subscription, &details, subscribed_cb, saving);
}

/* What the person agrees to: the new address of a feed. */
typedef struct
{
  HcNewsPage *page; /* weak */
  char       *feed;
  char       *address;
} Move;

static void
move_free (gpointer  data,
           GClosure *closure)
{
  Move *move = data;

  g_clear_weak_pointer (&move->page);
  g_free (move->feed);
  g_free (move->address);
  g_free (move);
}

static void
follow_response_cb (AdwAlertDialog *dialog,
                    const char     *response,
                    Move           *move)
{
  HcSubscription *subscription = move->page != NULL ? find_subscription (move->page, move->feed) : NULL;
  HcSubscriptionDetails details;
  g_autoptr (HcOperation) operation = NULL;

  if (!g_str_equal (response, "use") || subscription == NULL)
    return;

  details = *hc_subscription_get_details (subscription);
  details.address = move->address;
  operation = hc_change_subscription_new (_hc_news_page_get_news (move->page), subscription, &details);
  perform (move->page, operation);
}

static void
follow_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  const char *feed = g_variant_get_string (parameter, NULL);
  HcFeedCatalog *catalog = hc_news_get_catalog (_hc_news_page_get_news (self));
  g_autoptr (HcFeedStatus) status = hc_feed_catalog_dup_status (catalog, feed, NULL);
  g_autofree char *address = NULL, *body = NULL;
  AdwDialog *dialog;
  Move *move;

  if (status == NULL || status->moved_to == NULL)
    return;

  address = hc_feed_address_normalize (status->moved_to);
  if (address == NULL || hc_subscription_store_find (get_subscriptions (self), address) != NULL)
    {
      gtk_widget_activate_action (widget, "win.show-toast", "s",
                                  address == NULL ? _("The new address cannot be used")
                                                  : _("You have the feed at the new address already"));
      return;
    }

  /* Translators: %s is an address of the web. */
  body = g_strdup_printf (_("From now on the feed is fetched from %s"), address);
  dialog = hc_ask_dialog_new (_("Use the New Address?"), body);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "use", _("_Use It"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "use", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");

  move = g_new0 (Move, 1);
  g_set_weak_pointer (&move->page, self);
  move->feed = g_strdup (feed);
  move->address = g_steal_pointer (&address);
  g_signal_connect_data (dialog, "response", G_CALLBACK (follow_response_cb), move, move_free, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (HcNewsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_read_posts_mark_finish (HC_READ_POSTS (source), result, &error))
    tell_failure (self, error);
}

/* Marks a post; it says so when that fails. */
void
_hc_news_page_mark (HcNewsPage *self,
                    const char *feed,
                    const char *key,
                    gboolean    is_read)
{
  HcProfile *profile = hc_news_get_profile (_hc_news_page_get_news (self));
  const char *keys[] = { key, NULL };

  hc_read_posts_mark_async (hc_profile_get_read_posts (profile), feed, keys, is_read, marked_cb, g_object_ref (self));
}

static void
mark_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  const char *id;
  gboolean is_read;
  g_auto (GStrv) parts = NULL;

  g_variant_get (parameter, "(&sb)", &id, &is_read);
  parts = g_strsplit (id, "/", 2);
  if (g_strv_length (parts) == 2)
    _hc_news_page_mark (HC_NEWS_PAGE (widget), parts[0], parts[1], is_read);
}

static void
read_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  g_autofree const char **feeds = g_variant_get_strv (parameter, NULL);
  g_autoptr (HcOperation) operation = hc_read_all_new (_hc_news_page_get_news (self), feeds);

  perform (self, operation);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcNewsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hc_saved_post_store_add_finish (HC_SAVED_POST_STORE (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                _("Saved. It stays here whole, and in your backups."));
  else
    tell_failure (self, error);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  HcNews *news = _hc_news_page_get_news (self);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "/", 2);
  g_autoptr (HcFeedItem) item = NULL;
  g_autoptr (HcSavedPost) post = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strv_length (parts) == 2)
    item = hc_feed_catalog_load (hc_news_get_catalog (news), parts[0], parts[1], &error);

  if (item == NULL)
    {
      gtk_widget_activate_action (widget, "win.show-toast", "s",
                                  error != NULL ? hc_error_to_words (error)
                                                : _("That post is not on this computer any more."));
      return;
    }

  post = hc_news_make_saved_post (news, item);
  hc_saved_post_store_add_async (hc_profile_get_saved_posts (hc_news_get_profile (news)), post, saved_cb,
                                 g_object_ref (self));
}

static void
unsave_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);
  HcNews *news = _hc_news_page_get_news (self);
  HcStore *store = HC_STORE (hc_profile_get_saved_posts (hc_news_get_profile (news)));
  HcSavedPost *post = hc_store_lookup (store, g_variant_get_string (parameter, NULL));
  g_autoptr (HcOperation) operation = post != NULL ? hc_unsave_post_new (news, post) : NULL;

  perform (self, operation);
}

/* To be called by the class. */
void
_hc_news_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "news.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "news.retry", "s", retry_action);
  gtk_widget_class_install_action (widget_class, "news.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "news.turn-on", NULL, turn_on_action);
  gtk_widget_class_install_action (widget_class, "news.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "news.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "news.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "news.network", NULL, network_action);
  gtk_widget_class_install_action (widget_class, "news.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "news.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "news.rename-folder", "s", rename_folder_action);
  gtk_widget_class_install_action (widget_class, "news.remove-folder", "s", remove_folder_action);
  gtk_widget_class_install_action (widget_class, "news.subscribe", "(sss)", subscribe_action);
  gtk_widget_class_install_action (widget_class, "news.follow", "s", follow_action);
  gtk_widget_class_install_action (widget_class, "news.mark", "(sb)", mark_action);
  gtk_widget_class_install_action (widget_class, "news.read-all", "as", read_all_action);
  gtk_widget_class_install_action (widget_class, "news.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "news.unsave", "s", unsave_action);
}
