/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-page-private.h"

#include <glib/gi18n.h>

#include "hc-navigation.h"
#include "hc-news-consent.h"
#include "hc-news-words.h"
#include "hc-post-article.h"

/* While the page is shown it looks so often whether some hours are over. */
#define MINUTES_BETWEEN_LOOKS 10

/**
 * HcNewsPage:
 *
 * News: the feeds that the person reads, above these the posts of one, and the post that is read, or the feeds that
 * can be added. It opens `news`, `news?feed=ID`, `news?folder=NAME`, `news?show=all`, `news?show=saved`,
 * `news?show=add` and `post/FEED/KEY`. While it is shown, feeds are fetched by themselves, if the person wants that.
 */
G_DEFINE_FINAL_TYPE (HcNewsPage, hc_news_page, HC_TYPE_PAGE)

static HcContext *
get_context (HcNewsPage *self)
{
  return hc_page_get_context (HC_PAGE (self));
}

/* Returns: (transfer none): what the page shows */
HcNews *
_hc_news_page_get_news (HcNewsPage *self)
{
  return hc_context_get_news (get_context (self));
}

static gboolean
is_visible (HcNewsPage *self,
            gpointer    page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
update_link (HcNewsPage *self)
{
  if (is_visible (self, self->reader))
    {
      g_autofree char *link = hc_article_dup_link (hc_article_page_get_article (self->reader));

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (is_visible (self, self->list) && hc_post_list_get_link (self->list) != NULL)
    {
      hc_page_set_link (HC_PAGE (self), hc_post_list_get_link (self->list));
    }
  else
    {
      hc_page_set_link (HC_PAGE (self), is_visible (self, self->add) ? HC_LINK_SCHEME ":news?show=add"
                                                                     : HC_LINK_SCHEME ":news");
    }
}

/* Shows the feeds that can be added. */
void
_hc_news_page_open_add (HcNewsPage *self)
{
  if (self->add == NULL)
    {
      self->add = hc_add_feed_page_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->add));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->add));
}

static gboolean
open_source (HcNewsPage  *self,
             HcNewsKind   kind,
             const char  *id,
             GError     **error)
{
  HcNewsSource *source = hc_news_sources_lookup (self->sources, kind, id);

  if (source == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such feed"));
      return FALSE;
    }

  hc_post_list_show (self->list, source);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->list));

  return TRUE;
}

static gboolean
open_news (HcNewsPage  *self,
           HcLink      *link,
           GError     **error)
{
  const char *feed = g_hash_table_lookup (link->query, "feed");
  const char *folder = g_hash_table_lookup (link->query, "folder");
  const char *what = g_hash_table_lookup (link->query, "show");

  if (feed != NULL)
    return open_source (self, HC_NEWS_FEED, feed, error);

  if (folder != NULL)
    return open_source (self, HC_NEWS_FOLDER, folder, error);

  if (g_strcmp0 (what, "add") == 0)
    _hc_news_page_open_add (self);
  else if (!(g_strcmp0 (what, "all") == 0 && open_source (self, HC_NEWS_ALL, "", NULL)) &&
           !(g_strcmp0 (what, "saved") == 0 && open_source (self, HC_NEWS_SAVED, "", NULL)))
    /* Without any feed the first page says what will be there. */
    adw_navigation_view_pop_to_tag (self->navigation, "home");

  return TRUE;
}

static void
need_reader (HcNewsPage *self)
{
  if (self->reader != NULL)
    return;

  self->reader = hc_article_page_new (get_context (self));
  self->head = hc_post_head_new (_hc_news_page_get_news (self));
  hc_article_page_set_extra (self->reader, GTK_WIDGET (self->head), NULL);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->reader));
}

/* What is saved is read as it was saved when it cannot be read elsewhere any more. */
static gboolean
open_post (HcNewsPage  *self,
           const char  *id,
           GError     **error)
{
  HcNews *news = _hc_news_page_get_news (self);
  HcProfile *profile = hc_news_get_profile (news);
  g_auto (GStrv) parts = g_strsplit (id != NULL ? id : "", "/", 2);
  g_autoptr (HcArticle) article = NULL;
  g_autoptr (HcFeedItem) item = NULL;
  HcSubscription *subscription;
  HcSavedPost *saved;
  const char *address = NULL;

  if (g_strv_length (parts) == 2)
    {
      item = hc_feed_catalog_load (hc_news_get_catalog (news), parts[0], parts[1], NULL);
      saved = hc_saved_post_store_lookup (hc_profile_get_saved_posts (profile), parts[0], parts[1]);
      subscription = hc_store_lookup (HC_STORE (hc_profile_get_subscriptions (profile)), parts[0]);

      if (item != NULL && subscription != NULL)
        {
          g_autofree char *publisher = hc_news_dup_title (news, subscription);

          article = hc_post_article_new (item, publisher);
          address = hc_feed_item_get_details (item)->link;
        }
      else if (saved != NULL)
        {
          article = hc_post_article_new_saved (saved);
          address = hc_saved_post_get_details (saved)->link;
        }
    }

  if (article == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                           _("That post is not on this computer any more. Posts that you save stay."));
      return FALSE;
    }

  need_reader (self);
  hc_post_head_show (self->head, parts[0], parts[1], address);
  hc_article_page_show (self->reader, article, NULL);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->reader));

  /* Who opens it reads it. */
  if (!hc_read_posts_has (hc_profile_get_read_posts (profile), parts[0], parts[1]))
    _hc_news_page_mark (self, parts[0], parts[1], TRUE);

  return TRUE;
}

static gboolean
hc_news_page_open (HcPage  *page,
                   HcLink  *link,
                   GError **error)
{
  HcNewsPage *self = HC_NEWS_PAGE (page);
  gboolean opened = g_str_equal (link->place, "post") ? open_post (self, link->id, error)
                                                      : open_news (self, link, error);

  update_link (self);

  return opened;
}

static void
hc_news_page_focus_search (HcPage *page)
{
  HcNewsPage *self = HC_NEWS_PAGE (page);

  if (is_visible (self, self->reader))
    {
      hc_article_page_find (self->reader);
      return;
    }

  if (!is_visible (self, self->list) && !open_source (self, HC_NEWS_ALL, "", NULL))
    return;

  hc_post_list_focus_search (self->list);
}

/*
 * _hc_news_page_fetch:
 * @self: the page
 * @feed: (nullable): the id of a subscription; NULL for all
 *
 * Fetches what the person wants; asks them first when it is not allowed.
 */
void
_hc_news_page_fetch (HcNewsPage *self,
                     const char *feed)
{
  const char *feeds[] = { feed, NULL };

  if (feed != NULL || !hc_news_updater_is_running (self->updater))
    hc_news_updater_start (self->updater, feed != NULL ? feeds : NULL, feed != NULL);

  if (!hc_news_updater_is_allowed (self->updater))
    hc_news_consent_present (get_context (self), GTK_WIDGET (self));
}

static void
consent_changed_cb (HcNewsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    hc_news_updater_start_due (self->updater);
}

static void
ended_cb (HcNewsPage *self)
{
  g_autofree char *words = hc_news_words_dup_end (self->updater);

  if (words == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* On the first page it stands below the list. */
  if (is_visible (self, self->home))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
}

/* The feed that is shown may have been removed. */
static void
sources_changed_cb (HcNewsPage *self)
{
  g_autoptr (HcLink) link = NULL;
  const char *feed, *folder;

  if (!is_visible (self, self->list))
    return;

  link = hc_link_parse (hc_post_list_get_link (self->list), NULL);
  feed = link != NULL ? g_hash_table_lookup (link->query, "feed") : NULL;
  folder = link != NULL ? g_hash_table_lookup (link->query, "folder") : NULL;

  if ((feed != NULL && hc_news_sources_lookup (self->sources, HC_NEWS_FEED, feed) == NULL) ||
      (folder != NULL && hc_news_sources_lookup (self->sources, HC_NEWS_FOLDER, folder) == NULL))
    adw_navigation_view_pop_to_tag (self->navigation, "home");
}

static gboolean
look_cb (gpointer user_data)
{
  hc_news_updater_start_due (HC_NEWS_PAGE (user_data)->updater);

  return G_SOURCE_CONTINUE;
}

static void
hc_news_page_map (GtkWidget *widget)
{
  HcNewsPage *self = HC_NEWS_PAGE (widget);

  GTK_WIDGET_CLASS (hc_news_page_parent_class)->map (widget);

  hc_news_updater_start_due (self->updater);
  if (self->due_timer == 0)
    self->due_timer = g_timeout_add_seconds (MINUTES_BETWEEN_LOOKS * 60, look_cb, self);
}

static void
hc_news_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&HC_NEWS_PAGE (widget)->due_timer, g_source_remove);

  GTK_WIDGET_CLASS (hc_news_page_parent_class)->unmap (widget);
}

static void
hc_news_page_constructed (GObject *object)
{
  HcNewsPage *self = HC_NEWS_PAGE (object);
  HcContext *context = get_context (self);

  G_OBJECT_CLASS (hc_news_page_parent_class)->constructed (object);

  self->sources = hc_news_sources_new (context);
  self->updater = g_object_ref (hc_context_get_news_updater (context));
  self->home = hc_news_home_new (context, self->sources, self->updater);
  self->list = hc_post_list_new (context);
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->list));

  g_signal_connect_object (self->sources, "items-changed", G_CALLBACK (sources_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->updater, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_consent (context), "changed", G_CALLBACK (consent_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
hc_news_page_dispose (GObject *object)
{
  HcNewsPage *self = HC_NEWS_PAGE (object);

  g_clear_handle_id (&self->due_timer, g_source_remove);
  g_clear_object (&self->updater);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (hc_news_page_parent_class)->dispose (object);
}

static void
hc_news_page_class_init (HcNewsPageClass *klass)
{
  static const char *const places[] = { "news", "post", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_news_page_constructed;
  object_class->dispose = hc_news_page_dispose;
  widget_class->map = hc_news_page_map;
  widget_class->unmap = hc_news_page_unmap;

  page_class->section = HC_SECTION_CONNECT;
  page_class->title = N_("News");
  page_class->icon_name = "hc-news-symbolic";
  page_class->places = places;
  page_class->open = hc_news_page_open;
  page_class->focus_search = hc_news_page_focus_search;

  _hc_news_page_class_install_actions (widget_class);
}

static void
hc_news_page_init (HcNewsPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
