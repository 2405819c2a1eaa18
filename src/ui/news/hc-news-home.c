/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-home.h"

#include <glib/gi18n.h>

#include "hc-list-heading.h"
#include "hc-navigation.h"
#include "hc-news-source-row.h"
#include "hc-news-words.h"
#include "hc-wrapped-button.h"

/**
 * HcNewsHome:
 *
 * What the person reads of feeds: all, what is saved, the folders and the feeds, with what is being fetched. A row
 * opens its posts by `win.open-link`; the other actions are those of the page above, `news.*`.
 */
struct _HcNewsHome
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcNewsUpdater     *updater;
  GListModel        *sources;

  AdwBanner         *consent_banner;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkListView       *view;
  GtkNoSelection    *selection;
  GtkWidget         *progress_box;
  GtkLabel          *progress_label;
  GtkWidget         *refresh_button;
  GtkWidget         *add_button;
  GtkWidget         *empty_button;
  GtkWidget         *buttons;       /* what can be done while nothing is */
  GtkWidget         *running_box;
  GtkProgressBar    *progress_bar;
};

G_DEFINE_FINAL_TYPE (HcNewsHome, hc_news_home, ADW_TYPE_NAVIGATION_PAGE)

static void
update_progress (HcNewsHome *self)
{
  HcNetworkConsent *consent = hc_context_get_consent (self->context);
  gboolean is_running = hc_news_updater_is_running (self->updater);
  gboolean is_on = hc_network_consent_is_on (consent, HC_SERVICE_FEEDS);
  g_autofree char *words = hc_news_words_dup_end (self->updater);
  guint n_done, n_all;

  hc_news_updater_get_progress (self->updater, &n_done, &n_all);

  if (is_running)
    {
      g_free (words);
      /* Translators: how many feeds are fetched, and of how many. */
      words = n_all > 0 ? g_strdup_printf (_("Fetching feeds: %u of %u"), n_done, n_all)
                        : g_strdup (_("Fetching feeds…"));
    }
  else if (words == NULL)
    {
      words = g_strdup ("");
    }

  gtk_label_set_label (self->progress_label, words);
  /* Other than a plain label, a status has no name by its text. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_progress_bar_set_fraction (self->progress_bar, n_all > 0 ? (double) n_done / n_all : 0);
  gtk_widget_set_visible (self->running_box, is_running);
  gtk_widget_set_visible (self->buttons, !is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), *words != '\0');

  adw_banner_set_title (self->consent_banner, is_on ? _("You work offline: nothing is fetched.")
                                                    : _("Fetching news is turned off."));
  adw_banner_set_button_label (self->consent_banner, is_on ? _("_Why?") : _("_Turn On…"));
  adw_banner_set_revealed (self->consent_banner, !hc_news_updater_is_allowed (self->updater) &&
                                                 g_list_model_get_n_items (self->sources) > 0);
}

static void
update_stack (HcNewsHome *self)
{
  gboolean is_empty = g_list_model_get_n_items (self->sources) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  gtk_widget_set_visible (self->progress_box, !is_empty);
  update_progress (self);
}

static void
activated_cb (HcNewsHome *self,
              guint       position)
{
  g_autoptr (HcNewsSource) source = g_list_model_get_item (self->sources, position);
  g_autofree char *link = hc_news_source_dup_link (source);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
setup_cb (HcNewsHome  *self,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, hc_news_source_row_new ());
}

static void
update_item (GtkListItem *item)
{
  HcNewsSource *source = gtk_list_item_get_item (item);
  g_autofree char *words = hc_news_source_dup_words (source);

  hc_news_source_row_show (HC_NEWS_SOURCE_ROW (gtk_list_item_get_child (item)), source);
  gtk_list_item_set_accessible_label (item, words);
}

static void
bind_cb (HcNewsHome  *self,
         GtkListItem *item)
{
  g_signal_connect_object (gtk_list_item_get_item (item), "changed", G_CALLBACK (update_item), item,
                           G_CONNECT_SWAPPED);
  update_item (item);
}

static void
unbind_cb (HcNewsHome  *self,
           GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_item, item);
}

static void
bind_heading_cb (HcNewsHome    *self,
                 GtkListHeader *header)
{
  const HcNewsSourceDetails *details = hc_news_source_get_details (gtk_list_header_get_item (header));

  if (details->kind == HC_NEWS_ALL || details->kind == HC_NEWS_SAVED)
    hc_list_heading_set (header, _("Posts"));
  else
    hc_list_heading_set (header, *details->folder != '\0' ? details->folder : _("Feeds"));
}

static void
hc_news_home_dispose (GObject *object)
{
  HcNewsHome *self = HC_NEWS_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_NEWS_HOME);
  g_clear_object (&self->sources);
  g_clear_object (&self->updater);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_news_home_parent_class)->dispose (object);
}

static void
hc_news_home_class_init (HcNewsHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_news_home_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/news/hc-news-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, consent_banner);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, stack);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, view);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, selection);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, progress_box);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, progress_label);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, add_button);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, empty_button);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, buttons);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, running_box);
  gtk_widget_class_bind_template_child (widget_class, HcNewsHome, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_list_heading_setup_cb);
}

static void
hc_news_home_init (HcNewsHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->refresh_button);
  hc_wrapped_button_set (self->add_button);
  hc_wrapped_button_set (self->empty_button);
}

/**
 * hc_news_home_new:
 * @context: what the pages share
 * @sources: what has posts
 * @updater: what fetches
 *
 * Returns: (transfer floating): the page
 */
HcNewsHome *
hc_news_home_new (HcContext     *context,
                  HcNewsSources *sources,
                  HcNewsUpdater *updater)
{
  HcNewsHome *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_NEWS_SOURCES (sources), NULL);
  g_return_val_if_fail (HC_IS_NEWS_UPDATER (updater), NULL);

  self = g_object_new (HC_TYPE_NEWS_HOME, NULL);
  self->context = g_object_ref (context);
  self->sources = g_object_ref (G_LIST_MODEL (sources));
  self->updater = g_object_ref (updater);
  gtk_no_selection_set_model (self->selection, self->sources);
  hc_navigation_begin_at_top (self->scroller);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (updater, "changed", G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
  update_stack (self);

  return self;
}
