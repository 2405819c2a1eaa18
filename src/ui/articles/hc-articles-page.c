/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-articles-page.h"

#include <glib/gi18n.h>

#include "hc-article-list.h"
#include "hc-article-page.h"

/**
 * HcArticlesPage:
 *
 * Articles: the list of them, and above it the one that is read. It opens `articles`, `article/ID`
 * and `search?q=WORDS`.
 */
struct _HcArticlesPage
{
  HcPage             parent_instance;

  AdwNavigationView *navigation;
  HcArticleList     *list;
  HcArticlePage     *reader; /* NULL until an article is opened */
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
  else
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":articles");
    }
}

static gboolean
open_article (HcArticlesPage  *self,
              HcLink          *link,
              GError         **error)
{
  HcLibrary *library = hc_context_get_library (hc_page_get_context (HC_PAGE (self)));
  HcArticle *article = link->id != NULL ? hc_library_get_article (library, link->id) : NULL;

  if (article == NULL)
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

  if (adw_navigation_view_get_visible_page (self->navigation) != ADW_NAVIGATION_PAGE (self->reader))
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (self->reader));

  update_link (self);

  return TRUE;
}

static gboolean
hc_articles_page_open (HcPage  *page,
                       HcLink  *link,
                       GError **error)
{
  HcArticlesPage *self = HC_ARTICLES_PAGE (page);
  const char *words;

  if (g_str_equal (link->place, "article"))
    return open_article (self, link, error);

  adw_navigation_view_pop_to_tag (self->navigation, "list");

  words = g_hash_table_lookup (link->query, "q");
  if (words != NULL)
    hc_article_list_search (self->list, words);

  return TRUE;
}

static void
hc_articles_page_focus_search (HcPage *page)
{
  HcArticlesPage *self = HC_ARTICLES_PAGE (page);

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  hc_article_list_focus_search (self->list);
}

static void
hc_articles_page_constructed (GObject *object)
{
  HcArticlesPage *self = HC_ARTICLES_PAGE (object);

  G_OBJECT_CLASS (hc_articles_page_parent_class)->constructed (object);

  self->list = hc_article_list_new (hc_page_get_context (HC_PAGE (self)));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->list));
}

static void
hc_articles_page_class_init (HcArticlesPageClass *klass)
{
  static const char *const places[] = { "articles", "article", "search", NULL };
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
