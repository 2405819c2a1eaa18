/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-list.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"
#include "hc-feed-address.h"
#include "hc-link.h"
#include "hc-list-heading.h"
#include "hc-navigation.h"
#include "hc-news-words.h"
#include "hc-post-row.h"
#include "hc-posts.h"
#include "hc-wrapped-button.h"

/**
 * HcPostList:
 *
 * The posts of a source, to be searched and opened, and how it stands with the source when that is a feed. What is
 * done belongs to the page above: it activates `news.refresh`, `news.retry`, `news.follow`, `news.edit` and
 * `news.remove` with the id of the feed, `news.rename-folder` and `news.remove-folder` with the name of the folder, and
 * `news.read-all` with the ids of feeds. The list opens posts by `win.open-link`.
 */
struct _HcPostList
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcPosts           *posts;
  HcNewsKind         kind;
  char              *id;
  char              *link;
  char              *website;   /* of the feed, NULL when it is not known or this is none */

  GtkWidget         *problem_box;
  GtkLabel          *problem_label;
  GtkWidget         *move_button;
  GtkEditable       *search_entry;
  GtkLabel          *state_label;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkListView       *view;
  GtkNoSelection    *selection;
  AdwStatusPage     *empty_page;
  GtkWidget         *empty_button;
  AdwStatusPage     *failure_page;
};

G_DEFINE_FINAL_TYPE (HcPostList, hc_post_list, ADW_TYPE_NAVIGATION_PAGE)

static HcNews *
get_news (HcPostList *self)
{
  return hc_context_get_news (self->context);
}

static HcSubscription *
get_subscription (HcPostList *self)
{
  HcStore *store = HC_STORE (hc_profile_get_subscriptions (hc_context_get_profile (self->context)));

  return self->kind == HC_NEWS_FEED ? hc_store_lookup (store, self->id) : NULL;
}

static void
update_website (HcPostList         *self,
                HcSubscription     *subscription,
                const HcFeedStatus *status)
{
  const char *home = subscription != NULL ? hc_subscription_get_details (subscription)->home : "";

  if (*home == '\0' && status != NULL && status->home != NULL)
    home = status->home;

  g_set_str (&self->website, hc_feed_address_is_web (home) ? home : NULL);
}

static void
update_status (HcPostList *self)
{
  HcSubscription *subscription = get_subscription (self);
  g_autoptr (HcFeedStatus) status = NULL;
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autofree char *words = NULL;
  const char *reason = NULL;
  gboolean has_problem;

  if (subscription != NULL)
    status = hc_feed_catalog_dup_status (hc_news_get_catalog (get_news (self)), self->id, NULL);

  has_problem = status != NULL && status->problem != HC_FEED_PROBLEM_NONE;
  if (has_problem)
    reason = hc_feed_fetcher_get_reason (hc_context_get_feed_fetcher (self->context), status->address);

  if (subscription != NULL)
    {
      g_autofree char *title = hc_news_dup_title (get_news (self), subscription);

      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
      words = hc_news_words_dup_status (status, reason, now);
    }
  else if (hc_posts_is_cut (self->posts))
    {
      words = g_strdup (_("The newest posts are listed. Search finds the others."));
    }

  gtk_widget_set_visible (self->problem_box, has_problem);
  gtk_label_set_label (self->problem_label, has_problem ? words : "");
  gtk_widget_set_visible (self->move_button,
                          has_problem && status->problem == HC_FEED_PROBLEM_MOVED && status->moved_to != NULL);
  gtk_label_set_label (self->state_label, has_problem || words == NULL ? "" : words);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), !has_problem && words != NULL);

  update_website (self, subscription, status);
}

static void
update_actions (HcPostList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_feed = get_subscription (self) != NULL;
  g_auto (GStrv) feeds = hc_posts_list_feeds (self->posts);
  guint n_unread = 0;

  for (guint i = 0; feeds[i] != NULL; i++)
    n_unread += hc_news_count_unread (get_news (self), feeds[i]);

  gtk_widget_action_set_enabled (widget, "posts.read-all", n_unread > 0);
  gtk_widget_action_set_enabled (widget, "posts.rename-folder", self->kind == HC_NEWS_FOLDER);
  gtk_widget_action_set_enabled (widget, "posts.remove-folder", self->kind == HC_NEWS_FOLDER);
  gtk_widget_action_set_enabled (widget, "posts.edit", is_feed);
  gtk_widget_action_set_enabled (widget, "posts.remove", is_feed);
  gtk_widget_action_set_enabled (widget, "posts.website", self->website != NULL);
}

static void
update_stack (HcPostList *self)
{
  const char *name = "list";
  gboolean is_saved = self->kind == HC_NEWS_SAVED;

  adw_status_page_set_title (self->empty_page, is_saved ? _("No Saved Posts") : _("No Posts Yet"));
  adw_status_page_set_description (self->empty_page,
                                   is_saved ? _("What you save stays here whole, also without a network and when "
                                                "its publisher takes it down.")
                                            : _("What the feeds publish will be here."));
  /* Where something is wrong there is a button for that. */
  gtk_widget_set_visible (self->empty_button, !is_saved && !gtk_widget_get_visible (self->problem_box));

  if (hc_posts_get_error (self->posts) != NULL)
    {
      adw_status_page_set_description (self->failure_page, hc_error_to_words (hc_posts_get_error (self->posts)));
      name = "failure";
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->posts)) == 0)
    {
      name = *gtk_editable_get_text (self->search_entry) != '\0' ? "nothing" : "empty";
    }

  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
update (HcPostList *self)
{
  if (self->link == NULL)
    return;

  update_status (self);
  update_actions (self);
  update_stack (self);
}

static void
search_changed_cb (HcPostList *self)
{
  hc_posts_search (self->posts, gtk_editable_get_text (self->search_entry));
  update_status (self);
  update_stack (self);
}

static void
stop_search_cb (HcPostList *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
activated_cb (HcPostList *self,
              guint       position)
{
  g_autoptr (HcPost) post = g_list_model_get_item (G_LIST_MODEL (self->posts), position);
  g_autofree char *id = hc_post_dup_id (post);
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":post/", id, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
setup_cb (HcPostList  *self,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, hc_post_row_new ());
}

static void
update_item (GtkListItem *item)
{
  HcPost *post = gtk_list_item_get_item (item);
  g_autofree char *words = hc_post_dup_words (post);

  hc_post_row_show (HC_POST_ROW (gtk_list_item_get_child (item)), post);
  gtk_list_item_set_accessible_label (item, words);
}

static void
bind_cb (HcPostList  *self,
         GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (update_item), item,
                           G_CONNECT_SWAPPED);
  update_item (item);
}

static void
unbind_cb (HcPostList  *self,
           GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_item, item);
}

static void
bind_heading_cb (HcPostList    *self,
                 GtkListHeader *header)
{
  HcPost *post = gtk_list_header_get_item (header);

  if (self->kind == HC_NEWS_SAVED)
    hc_list_heading_set (header, _("Saved"));
  else
    hc_list_heading_set (header, hc_post_get_details (post)->is_unread ? _("Unread") : _("Read"));
}

/* What is done with feeds and folders is done by the page above. */
static void
forward_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcPostList *self = HC_POST_LIST (widget);
  g_autofree char *name = g_strconcat ("news.", action + strlen ("posts."), NULL);

  if (self->kind == HC_NEWS_FEED || self->kind == HC_NEWS_FOLDER)
    gtk_widget_activate_action (widget, name, "s", self->id);
}

static void
refresh_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcPostList *self = HC_POST_LIST (widget);

  if (self->kind == HC_NEWS_FEED)
    gtk_widget_activate_action (widget, "news.retry", "s", self->id);
  else
    gtk_widget_activate_action (widget, "news.refresh", NULL);
}

static void
read_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_auto (GStrv) feeds = hc_posts_list_feeds (HC_POST_LIST (widget)->posts);

  gtk_widget_activate_action (widget, "news.read-all", "^as", feeds);
}

static void
website_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcPostList *self = HC_POST_LIST (widget);

  if (self->website != NULL)
    gtk_widget_activate_action (widget, "win.open-link", "s", self->website);
}

static void
hc_post_list_dispose (GObject *object)
{
  HcPostList *self = HC_POST_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_POST_LIST);
  g_clear_object (&self->posts);
  g_clear_object (&self->context);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->website, g_free);

  G_OBJECT_CLASS (hc_post_list_parent_class)->dispose (object);
}

static void
hc_post_list_class_init (HcPostListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_post_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/news/hc-post-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPostList, problem_box);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, move_button);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, stack);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, view);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, selection);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, empty_page);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HcPostList, failure_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_list_heading_setup_cb);

  gtk_widget_class_install_action (widget_class, "posts.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "posts.retry", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "posts.follow", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "posts.edit", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "posts.remove", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "posts.rename-folder", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "posts.remove-folder", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "posts.read-all", NULL, read_all_action);
  gtk_widget_class_install_action (widget_class, "posts.website", NULL, website_action);
}

static void
hc_post_list_init (HcPostList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->move_button);
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->view));
}

/**
 * hc_post_list_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a list that shows nothing yet
 */
HcPostList *
hc_post_list_new (HcContext *context)
{
  HcPostList *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_POST_LIST, NULL);
  self->context = g_object_ref (context);
  self->id = g_strdup ("");
  self->posts = hc_posts_new (hc_context_get_news (context));
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->posts));
  g_signal_connect_object (hc_context_get_news (context), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

/**
 * hc_post_list_show:
 * @self: a list
 * @source: what has posts
 */
void
hc_post_list_show (HcPostList   *self,
                   HcNewsSource *source)
{
  const HcNewsSourceDetails *details;
  g_autofree char *link = NULL;

  g_return_if_fail (HC_IS_POST_LIST (self));
  g_return_if_fail (HC_IS_NEWS_SOURCE (source));

  details = hc_news_source_get_details (source);
  link = hc_news_source_dup_link (source);

  /* What was searched for and where one was stays on the way back. */
  if (g_strcmp0 (link, self->link) != 0)
    {
      g_set_str (&self->link, link);
      g_set_str (&self->id, details->id);
      self->kind = details->kind;
      gtk_editable_set_text (self->search_entry, "");
      hc_posts_show (self->posts, details->kind, details->id);
      hc_navigation_begin_at_top (self->scroller);
    }

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), details->title);
  update (self);
}

/**
 * hc_post_list_get_link:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the link to what it shows
 */
const char *
hc_post_list_get_link (HcPostList *self)
{
  g_return_val_if_fail (HC_IS_POST_LIST (self), NULL);

  return self->link;
}

/**
 * hc_post_list_focus_search:
 * @self: a list
 *
 * Puts the cursor into the entry that searches.
 */
void
hc_post_list_focus_search (HcPostList *self)
{
  g_return_if_fail (HC_IS_POST_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
