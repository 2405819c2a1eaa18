/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-head.h"

#include <glib/gi18n.h>

#include "hc-wrapped-button.h"

/**
 * HcPostHead:
 *
 * What can be done with a post, above its text. It activates `news.save`, `news.unsave`, `news.mark` and
 * `win.open-link`.
 */
struct _HcPostHead
{
  AdwBin     parent_instance;

  HcNews    *news;
  char      *feed;
  char      *key;

  GtkButton *website_button;
  GtkButton *save_button;
  GtkButton *read_button;
};

G_DEFINE_FINAL_TYPE (HcPostHead, hc_post_head, ADW_TYPE_BIN)

static void
hc_post_head_dispose (GObject *object)
{
  HcPostHead *self = HC_POST_HEAD (object);

  g_clear_object (&self->news);
  g_clear_pointer (&self->feed, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (hc_post_head_parent_class)->dispose (object);
}

static void
hc_post_head_class_init (HcPostHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_post_head_dispose;
}

static void
hc_post_head_init (HcPostHead *self)
{
  GtkWidget *buttons = adw_wrap_box_new ();

  self->website_button = GTK_BUTTON (gtk_button_new ());
  self->save_button = GTK_BUTTON (gtk_button_new ());
  self->read_button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_use_underline (self->save_button, TRUE);
  gtk_button_set_use_underline (self->read_button, TRUE);
  gtk_button_set_use_underline (self->website_button, TRUE);

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), GTK_WIDGET (self->save_button));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), GTK_WIDGET (self->read_button));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), GTK_WIDGET (self->website_button));

  adw_bin_set_child (ADW_BIN (self), buttons);
}

static void
set_button (GtkButton  *button,
            const char *label,
            const char *action,
            GVariant   *target)
{
  gtk_button_set_label (button, label);
  hc_wrapped_button_set (GTK_WIDGET (button));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
update (HcPostHead *self)
{
  HcProfile *profile = hc_news_get_profile (self->news);
  g_autofree char *id = NULL;
  gboolean is_saved, is_read;

  if (self->feed == NULL)
    return;

  id = g_strconcat (self->feed, "/", self->key, NULL);
  is_saved = hc_saved_post_store_lookup (hc_profile_get_saved_posts (profile), self->feed, self->key) != NULL;
  is_read = hc_read_posts_has (hc_profile_get_read_posts (profile), self->feed, self->key);

  set_button (self->save_button, is_saved ? _("Remove from _Saved") : _("_Save"),
              is_saved ? "news.unsave" : "news.save", g_variant_new_string (id));
  set_button (self->read_button, is_read ? _("Mark as _Unread") : _("Mark as _Read"), "news.mark",
              g_variant_new ("(sb)", id, !is_read));
}

/**
 * hc_post_head_new:
 * @news: the news
 *
 * Returns: (transfer floating): a head that tells of no post yet
 */
HcPostHead *
hc_post_head_new (HcNews *news)
{
  HcPostHead *self;

  g_return_val_if_fail (HC_IS_NEWS (news), NULL);

  self = g_object_new (HC_TYPE_POST_HEAD, NULL);
  self->news = g_object_ref (news);
  g_signal_connect_object (news, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_post_head_show:
 * @self: a head
 * @feed: the id of the feed of a post
 * @key: its key
 * @address: (nullable): where it is on the web
 */
void
hc_post_head_show (HcPostHead *self,
                   const char *feed,
                   const char *key,
                   const char *address)
{
  gboolean has_address = address != NULL && *address != '\0';

  g_return_if_fail (HC_IS_POST_HEAD (self));
  g_return_if_fail (feed != NULL && key != NULL);

  g_set_str (&self->feed, feed);
  g_set_str (&self->key, key);

  gtk_widget_set_visible (GTK_WIDGET (self->website_button), has_address);
  if (has_address)
    set_button (self->website_button, _("Open _Web Page…"), "win.open-link", g_variant_new_string (address));

  update (self);
}
