/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-follow-button.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-link.h"
#include "hc-news-consent.h"
#include "hc-wrapped-button.h"

/**
 * HcFollowButton:
 *
 * The button that subscribes to what a group says in public, to be read in News, or leads to it. Nobody is asked before
 * the person has allowed that.
 */
struct _HcFollowButton
{
  AdwBin          parent_instance;

  HcContext      *context;
  HcSupportGroup *group;
  gboolean        is_saving;

  GtkButton      *button;
};

G_DEFINE_FINAL_TYPE (HcFollowButton, hc_follow_button, ADW_TYPE_BIN)

static HcSubscriptionStore *
get_store (HcFollowButton *self)
{
  return hc_profile_get_subscriptions (hc_context_get_profile (self->context));
}

static HcSubscription *
find_subscription (HcFollowButton *self)
{
  return hc_subscription_store_find (get_store (self), hc_support_group_get_details (self->group)->feed);
}

static void
update (HcFollowButton *self)
{
  gtk_button_set_label (self->button, find_subscription (self) != NULL ? _("_Open Discussions")
                                                                       : _("_Follow Discussions"));
  hc_wrapped_button_set (GTK_WIDGET (self->button));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !self->is_saving);
}

static void
open_posts (HcFollowButton  *self,
            HcSubscription *subscription)
{
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":news?feed=", hc_subscription_get_id (subscription), NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcFollowButton) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_saved = hc_subscription_store_save_finish (HC_SUBSCRIPTION_STORE (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  HcSubscription *subscription;

  /* The page may be gone. */
  self->is_saving = FALSE;
  if (root == NULL)
    return;

  update (self);
  subscription = is_saved ? find_subscription (self) : NULL;

  if (subscription != NULL)
    {
      HcNewsUpdater *updater = hc_context_get_news_updater (self->context);
      const char *feeds[] = { hc_subscription_get_id (subscription), NULL };

      hc_news_updater_start (updater, feeds, TRUE);
      open_posts (self, subscription);
      if (!hc_news_updater_is_allowed (updater))
        hc_news_consent_present (self->context, GTK_WIDGET (root));
    }
  else if (error != NULL)
    {
      /* Translators: %s is a sentence that says why and what helps. */
      g_autofree char *words = g_strdup_printf (_("Nothing was changed. %s"), hc_error_to_words (error));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
    }
}

static void
clicked_cb (HcFollowButton *self)
{
  const HcSupportGroupDetails *details = hc_support_group_get_details (self->group);
  HcSubscription *subscription = find_subscription (self);
  g_autoptr (HcSubscription) fresh = NULL;

  if (subscription != NULL)
    {
      open_posts (self, subscription);
      return;
    }

  self->is_saving = TRUE;
  update (self);
  fresh = hc_subscription_new ();
  hc_subscription_store_save_async (get_store (self), fresh, &(HcSubscriptionDetails) {
    .address = details->feed,
    .title = details->name,
    /* Translators: the name of the folder with the feeds of support groups. */
    .folder = _("Discussions"),
    .home = details->website != NULL ? details->website : "",
  }, saved_cb, g_object_ref (self));
}

static void
hc_follow_button_dispose (GObject *object)
{
  HcFollowButton *self = HC_FOLLOW_BUTTON (object);

  g_clear_object (&self->group);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_follow_button_parent_class)->dispose (object);
}

static void
hc_follow_button_class_init (HcFollowButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_follow_button_dispose;
}

static void
hc_follow_button_init (HcFollowButton *self)
{
}

/**
 * hc_follow_button_new:
 * @context: what the pages share
 * @group: a group with a feed
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
hc_follow_button_new (HcContext      *context,
                    HcSupportGroup *group)
{
  HcFollowButton *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_SUPPORT_GROUP (group), NULL);
  g_return_val_if_fail (hc_support_group_get_details (group)->feed != NULL, NULL);

  self = g_object_new (HC_TYPE_FOLLOW_BUTTON, NULL);
  self->context = g_object_ref (context);
  self->group = g_object_ref (group);

  self->button = g_object_new (GTK_TYPE_BUTTON, "use-underline", TRUE, "halign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pill");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (get_store (self), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
