/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-row.h"

#include <glib/gi18n.h>

#include "hc-wrapped-label.h"

/**
 * HcFeedRow:
 *
 * A feed that can be subscribed to: what it is, whether that is sure, and the button that does it, `news.subscribe`
 * with the address, what the person is to call it and the page that it belongs to, or takes it back, `news.remove`
 * with the id of the subscription.
 */
struct _HcFeedRow
{
  GtkListBoxRow  parent_instance;

  HcNews        *news;
  char          *address;
  char          *title;
  char          *name;
  char          *home;

  GtkWidget     *box;
  GtkWidget     *state_label;
  GtkButton     *button;
};

G_DEFINE_FINAL_TYPE (HcFeedRow, hc_feed_row, GTK_TYPE_LIST_BOX_ROW)

static void
hc_feed_row_dispose (GObject *object)
{
  HcFeedRow *self = HC_FEED_ROW (object);

  g_clear_object (&self->news);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->home, g_free);

  G_OBJECT_CLASS (hc_feed_row_parent_class)->dispose (object);
}

static void
hc_feed_row_class_init (HcFeedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_feed_row_dispose;
}

static void
hc_feed_row_init (HcFeedRow *self)
{
  self->box = g_object_new (GTK_TYPE_BOX,
                            "orientation", GTK_ORIENTATION_VERTICAL,
                            "spacing", 3,
                            "margin-start", 12,
                            "margin-end", 12,
                            "margin-top", 9,
                            "margin-bottom", 9,
                            NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
update (HcFeedRow *self)
{
  HcSubscriptionStore *store = hc_profile_get_subscriptions (hc_news_get_profile (self->news));
  HcSubscription *subscription = hc_subscription_store_find (store, self->address);
  gboolean is_subscribed = subscription != NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->state_label, is_subscribed);
  gtk_button_set_label (self->button, is_subscribed ? _("_Remove") : _("_Subscribe"));

  /* No action ever has the target of the other one. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  if (is_subscribed)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", hc_subscription_get_id (subscription));
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(sss)", self->address, self->name, self->home);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), is_subscribed ? "news.remove" : "news.subscribe");

  /* Translators: of a feed; %s is its name. */
  words = g_strdup_printf (is_subscribed ? _("Remove “%s”") : _("Subscribe to “%s”"), self->title);
  /* What stands on the button would be read out in place of this. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
add_label (HcFeedRow  *self,
           const char *text,
           const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (self->box), hc_wrapped_label_new (text, css_class));
}

static void
add_warning (HcFeedRow  *self,
             const char *text)
{
  GtkWidget *box, *icon, *label;

  if (text == NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  icon = g_object_new (GTK_TYPE_IMAGE,
                       "icon-name", "dialog-question-symbolic",
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "valign", GTK_ALIGN_START,
                       NULL);
  label = hc_wrapped_label_new (text, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
add_button (HcFeedRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->state_label = gtk_label_new (_("Subscribed"));
  gtk_widget_add_css_class (self->state_label, "accent");
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), self->state_label);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (self->box), box);
}

/**
 * hc_feed_row_new:
 * @news: the news
 * @details: the feed
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
hc_feed_row_new (HcNews                 *news,
                 const HcFeedRowDetails *details)
{
  HcFeedRow *self;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);
  g_return_val_if_fail (details != NULL, NULL);

  self = g_object_new (HC_TYPE_FEED_ROW, NULL);
  self->news = g_object_ref (news);
  self->address = g_strdup (details->address);
  self->title = g_strdup (details->title);
  self->name = g_strdup (details->name != NULL ? details->name : "");
  self->home = g_strdup (details->home != NULL ? details->home : "");

  add_label (self, details->title, "heading");
  add_label (self, details->about, NULL);
  add_label (self, details->origin, "dimmed");
  add_warning (self, details->warning);
  add_button (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, details->title, -1);
  g_signal_connect_object (hc_profile_get_subscriptions (hc_news_get_profile (news)), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
