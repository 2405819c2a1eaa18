/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-articles-page.h"

#include <glib/gi18n.h>

#include "hc-article-home.h"
#include "hc-article-page.h"
#include "hc-navigation.h"
#include "hc-picture-grid.h"
#include "hc-picture-viewer.h"

/**
 * HcArticlesPage:
 *
 * Articles: their topics, above these the articles of a topic, and above them the one that is read. The
 * pictures of the articles are here, too, all of them and each by itself. It opens `articles`,
 * `articles/TOPIC`, `article/ID`, `pictures` and `picture/ID`.
 */
struct _HcArticlesPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation;
  HcArticleHome     *home;
  HcArticleList     *list;
  HcArticlePage     *reader; /* NULL until an article is opened */
  HcPictureGrid     *grid;   /* NULL until the pictures are opened */
  HcPictureViewer   *viewer; /* NULL until a picture is opened */
};

G_DEFINE_FINAL_TYPE (HcArticlesPage, hc_articles_page, HC_TYPE_PAGE)

static void
update_link (HcArticlesPage *self)
{
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->navigation);

  if (self->reader != NULL && visible == ADW_NAVIGATION_PAGE (self->reader))
    {
      g_autofree char *link = hc_article_dup_link (hc_article_page_get_article (self->reader));

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (self->viewer != NULL && visible == ADW_NAVIGATION_PAGE (self->viewer))
    {
      g_autofree char *link = hc_picture_dup_link (hc_picture_viewer_get_picture (self->viewer));

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (self->grid != NULL && visible == ADW_NAVIGATION_PAGE (self->grid))
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":pictures");
    }
  else if (visible == ADW_NAVIGATION_PAGE (self->list))
    {
      g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":articles/", hc_article_list_get_id (self->list), NULL);

      hc_page_set_link (HC_PAGE (self), link);
    }
  else
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":articles");
    }
}

static gboolean
open_list (HcArticlesPage  *self,
           HcLink          *link,
           GError         **error)
{
  if (!hc_article_home_fill_list (self->home, self->list, link->id, error))
    return FALSE;

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->list));
  update_link (self);

  return TRUE;
}

static void
open_pictures (HcArticlesPage *self)
{
  if (self->grid == NULL)
    {
      self->grid = hc_picture_grid_new (hc_context_get_library (hc_page_get_context (HC_PAGE (self))));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->grid));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->grid));
  update_link (self);
}

static gboolean
open_picture (HcArticlesPage  *self,
              HcLink          *link,
              GError         **error)
{
  HcLibrary *library = hc_context_get_library (hc_page_get_context (HC_PAGE (self)));
  HcPicture *picture = link->id != NULL ? hc_library_get_picture (library, link->id) : NULL;

  if (picture == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                           _("There is no such picture"));
      return FALSE;
    }

  if (self->viewer == NULL)
    {
      self->viewer = hc_picture_viewer_new (library);
      g_signal_connect_object (self->viewer, "changed", G_CALLBACK (update_link), self, G_CONNECT_SWAPPED);
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->viewer));
    }

  hc_picture_viewer_show (self->viewer, picture);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->viewer));
  update_link (self);

  return TRUE;
}

static gboolean
open_article (HcArticlesPage  *self,
              HcLink          *link,
              GError         **error)
{
  HcLibrary *library = hc_context_get_library (hc_page_get_context (HC_PAGE (self)));
  HcArticle *article = link->id != NULL ? hc_library_get_article (library, link->id) : NULL;

  if (article == NULL || hc_article_get_kind (article) != HC_ARTICLE_KIND_ARTICLE)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                           _("There is no such article"));
      return FALSE;
    }

  if (!hc_library_load_article (library, article, error))
    return FALSE;

  if (self->reader == NULL)
    {
      self->reader = hc_article_page_new (hc_page_get_context (HC_PAGE (self)));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->reader));
    }

  hc_article_page_show (self->reader, article, link->anchor);

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->reader));
  update_link (self);

  return TRUE;
}

static gboolean
hc_articles_page_open (HcPage  *page,
                       HcLink  *link,
                       GError **error)
{
  HcArticlesPage *self = HC_ARTICLES_PAGE (page);

  if (g_str_equal (link->place, "article"))
    return open_article (self, link, error);

  if (g_str_equal (link->place, "picture"))
    return open_picture (self, link, error);

  if (g_str_equal (link->place, "pictures"))
    {
      open_pictures (self);
      return TRUE;
    }

  if (link->id != NULL)
    return open_list (self, link, error);

  adw_navigation_view_pop_to_tag (self->navigation, "home");

  return TRUE;
}

static void
hc_articles_page_focus_search (HcPage *page)
{
  HcArticlesPage *self = HC_ARTICLES_PAGE (page);

  if (self->reader != NULL &&
      adw_navigation_view_get_visible_page (self->navigation) == ADW_NAVIGATION_PAGE (self->reader))
    {
      hc_article_page_find (self->reader);
    }
  else
    {
      adw_navigation_view_pop_to_tag (self->navigation, "home");
      hc_article_home_focus_search (self->home);
    }
}

static void
hc_articles_page_constructed (GObject *object)
{
  HcArticlesPage *self = HC_ARTICLES_PAGE (object);

  G_OBJECT_CLASS (hc_articles_page_parent_class)->constructed (object);

  self->home = hc_article_home_new (hc_page_get_context (HC_PAGE (self)), HC_ARTICLE_KIND_ARTICLE);
  self->list = hc_article_list_new (hc_context_get_profile (hc_page_get_context (HC_PAGE (self))));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->list));
}

static void
hc_articles_page_class_init (HcArticlesPageClass *klass)
{
  static const char *const places[] = { "articles", "article", "pictures", "picture", NULL };
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hc_articles_page_constructed;

  page_class->section = HC_SECTION_LEARN;
  page_class->title = N_("Articles");
  page_class->icon_name = "hc-articles-symbolic";
  page_class->places = places;
  page_class->open = hc_articles_page_open;
  page_class->focus_search = hc_articles_page_focus_search;
}

static void
hc_articles_page_init (HcArticlesPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self, G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
