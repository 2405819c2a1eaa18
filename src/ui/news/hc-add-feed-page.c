/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-add-feed-page.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-error-words.h"
#include "hc-feed-row.h"
#include "hc-feed-search-group.h"
#include "hc-feed-suggestion.h"
#include "hc-news-words.h"
#include "hc-wrapped-label.h"

/**
 * HcAddFeedPage:
 *
 * The feeds that can be added: those of any website, and a list to choose from, which says of each how well its
 * address is known.
 */
struct _HcAddFeedPage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  GtkBox            *content;
};

G_DEFINE_FINAL_TYPE (HcAddFeedPage, hc_add_feed_page, ADW_TYPE_NAVIGATION_PAGE)

static void
hc_add_feed_page_dispose (GObject *object)
{
  g_clear_object (&HC_ADD_FEED_PAGE (object)->context);

  G_OBJECT_CLASS (hc_add_feed_page_parent_class)->dispose (object);
}

static void
hc_add_feed_page_class_init (HcAddFeedPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_add_feed_page_dispose;
}

static void
hc_add_feed_page_init (HcAddFeedPage *self)
{
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP,
                                   "maximum-size", 640,
                                   "margin-start", 12,
                                   "margin-end", 12,
                                   "margin-top", 12,
                                   "margin-bottom", 24,
                                   NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "vexpand", TRUE,
                                      "child", clamp,
                                      NULL);

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scroller);

  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), toolbar);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _("Add Feeds"));
  adw_navigation_page_set_tag (ADW_NAVIGATION_PAGE (self), "add");
}

static GtkListBox *
add_group (HcAddFeedPage *self,
           const char    *title)
{
  GtkWidget *heading = hc_wrapped_label_new_heading (title, "heading");
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_set_margin_top (heading, 12);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (self->content, heading);
  gtk_box_append (self->content, list);

  return GTK_LIST_BOX (list);
}

static GtkWidget *
make_row (HcAddFeedPage                 *self,
          const HcFeedSuggestionDetails *details)
{
  g_autofree char *host = hc_news_words_dup_host (details->address);
  g_autofree char *checked = hc_date_to_words (details->checked);
  /* Translators: who publishes a feed, and the name of the site. */
  g_autofree char *origin = g_strdup_printf (_("%s, at %s"), details->publisher, host);
  /* Translators: how the address of a feed is known, in sentences, and the day on which that was looked up. */
  g_autofree char *warning = g_strdup_printf (_("The address is not confirmed: it may not work. %s Looked up on %s."),
                                              details->seen, checked);

  return hc_feed_row_new (hc_context_get_news (self->context), &(HcFeedRowDetails) {
    .address = details->address,
    .title = details->title,
    .about = details->about,
    .origin = origin,
    .warning = details->confirmed ? NULL : warning,
    .name = details->title,
  });
}

static void
add_suggestions (HcAddFeedPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) suggestions = hc_feed_suggestion_list (hc_context_get_library (self->context), &error);
  g_autofree char *group = NULL;
  GtkListBox *list = NULL;

  if (suggestions == NULL)
    {
      gtk_box_append (self->content, hc_wrapped_label_new (hc_error_to_words (error), "error"));
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (suggestions); i++)
    {
      g_autoptr (HcFeedSuggestion) suggestion = g_list_model_get_item (suggestions, i);
      const HcFeedSuggestionDetails *details = hc_feed_suggestion_get_details (suggestion);

      if (g_set_str (&group, details->group))
        list = add_group (self, group);

      gtk_list_box_append (list, make_row (self, details));
    }
}

/**
 * hc_add_feed_page_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a page
 */
HcAddFeedPage *
hc_add_feed_page_new (HcContext *context)
{
  GtkWidget *search_group;
  HcAddFeedPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_ADD_FEED_PAGE, NULL);
  search_group = hc_feed_search_group_new (context);
  self->context = g_object_ref (context);
  gtk_box_append (self->content,
                  hc_wrapped_label_new (_("What others publish was not checked by the makers of this program. "
                                          "Subscribing sends nothing; each site is asked only when news is fetched."),
                                        "dimmed"));
  gtk_widget_set_margin_top (search_group, 12);
  gtk_box_append (self->content, search_group);
  add_suggestions (self);

  return self;
}
