/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-feed-search-group.h"

#include <glib/gi18n.h>

#include "hc-feed-address.h"
#include "hc-feed-row.h"
#include "hc-feed-search.h"
#include "hc-news-consent.h"
#include "hc-news-words.h"
#include "hc-wrapped-button.h"

/**
 * HcFeedSearchGroup:
 *
 * Finds the feeds of a website by its address, and lets the person choose. It asks before it asks the site, and
 * before it asks another one to which that leads.
 */
struct _HcFeedSearchGroup
{
  AdwBin        parent_instance;

  HcContext    *context;
  GCancellable *cancellable; /* of the search that runs; NULL when none does */
  char         *moved_to;    /* where the address leads, NULL when it does not */
  gboolean      is_waiting;  /* for consent, to go on then */

  GtkEditable  *entry;
  GtkWidget    *find_button;
  GtkWidget    *cancel_button;
  GtkWidget    *spinner;
  GtkLabel     *state_label;
  GtkWidget    *follow_button;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (HcFeedSearchGroup, hc_feed_search_group, ADW_TYPE_BIN)

static void
set_state (HcFeedSearchGroup *self,
           const char        *words)
{
  gtk_label_set_label (self->state_label, words);
  /* Other than a plain label, a status has no name by its text. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), *words != '\0');
  if (*words != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
update_buttons (HcFeedSearchGroup *self)
{
  gboolean is_running = self->cancellable != NULL;

  gtk_widget_set_visible (self->spinner, is_running);
  gtk_widget_set_visible (self->cancel_button, is_running);
  gtk_widget_set_sensitive (self->find_button, !is_running);
  gtk_widget_set_visible (self->follow_button, !is_running && self->moved_to != NULL);
}

static void
show_found (HcFeedSearchGroup  *self,
            HcFeedSearchResult *result)
{
  HcNews *news = hc_context_get_news (self->context);
  g_autofree char *host = hc_news_words_dup_host (result->address);
  g_autofree char *words = NULL;

  for (guint i = 0; i < result->found->len; i++)
    {
      const HcFoundFeed *found = g_ptr_array_index (result->found, i);

      gtk_list_box_append (self->list, hc_feed_row_new (news, &(HcFeedRowDetails) {
        .address = found->address,
        .title = *found->title != '\0' ? found->title : host,
        .origin = found->address,
        .warning = found->is_guess ? _("It may not be a feed: the page only links to it.") : NULL,
        .home = result->is_feed ? "" : result->address,
      }));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  words = g_strdup_printf (g_dngettext (NULL, "%u feed was found at %s.", "%u feeds were found at %s. Choose:",
                                        result->found->len), result->found->len, host);
  set_state (self, words);
}

static void
show_problem (HcFeedSearchGroup  *self,
              HcFeedSearchResult *result)
{
  g_autofree char *host = NULL, *words = NULL, *button = NULL;

  if (result->problem == HC_FEED_PROBLEM_PAGE || result->problem == HC_FEED_PROBLEM_NOT_A_FEED)
    {
      set_state (self, _("No feed was found there. Many websites have one: look for the words RSS or Feed, and enter "
                         "the address of that."));
      return;
    }

  if (result->moved_to == NULL)
    {
      set_state (self, hc_news_words_problem (result->problem, NULL));
      return;
    }

  g_set_str (&self->moved_to, result->moved_to);
  host = hc_news_words_dup_host (result->moved_to);
  /* Translators: %s is the name of a site. */
  words = g_strdup_printf (_("The address leads to another site, %s. It was not asked."), host);
  /* Translators: %s is the name of a site. */
  button = g_strdup_printf (_("Ask %s"), host);
  gtk_button_set_label (GTK_BUTTON (self->follow_button), button);
  hc_wrapped_button_set (self->follow_button);
  set_state (self, words);
}

static void
found_cb (GObject      *source,
          GAsyncResult *async_result,
          gpointer      user_data)
{
  g_autoptr (HcFeedSearchGroup) self = user_data;
  HcFeedFetcher *fetcher = HC_FEED_FETCHER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFeedSearchResult) result = hc_feed_search_run_finish (fetcher, async_result, &error);
  g_autofree char *address = NULL;

  /* The group may have gone, or somebody ended the search. */
  if (self->list == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  address = hc_feed_address_normalize (gtk_editable_get_text (self->entry));

  if (result == NULL)
    set_state (self, hc_news_words_problem (HC_FEED_PROBLEM_UNREACHABLE,
                                            address != NULL ? hc_feed_fetcher_get_reason (fetcher, address) : NULL));
  else if (result->found->len > 0)
    show_found (self, result);
  else
    show_problem (self, result);

  update_buttons (self);
}

static void
clear_results (HcFeedSearchGroup *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->moved_to, g_free);
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static void
find_cb (HcFeedSearchGroup *self)
{
  g_autofree char *address = hc_feed_address_normalize (gtk_editable_get_text (self->entry));

  clear_results (self);
  self->is_waiting = FALSE;

  if (address == NULL)
    {
      set_state (self, _("This is not an address of the web. It looks like example.org or https://example.org/news."));
    }
  else if (!hc_network_consent_check (hc_context_get_consent (self->context), HC_SERVICE_FEEDS, NULL))
    {
      self->is_waiting = TRUE;
      set_state (self, "");
      hc_news_consent_present (self->context, GTK_WIDGET (self));
    }
  else
    {
      self->cancellable = g_cancellable_new ();
      set_state (self, _("Looking for feeds…"));
      hc_feed_search_run_async (hc_context_get_feed_fetcher (self->context), address, self->cancellable, found_cb,
                                g_object_ref (self));
    }

  update_buttons (self);
}

static void
cancel_cb (HcFeedSearchGroup *self)
{
  clear_results (self);
  set_state (self, _("Ended. Nothing was changed."));
  update_buttons (self);
}

static void
follow_cb (HcFeedSearchGroup *self)
{
  g_autofree char *address = g_steal_pointer (&self->moved_to);

  gtk_editable_set_text (self->entry, address);
  find_cb (self);
}

static void
consent_changed_cb (HcFeedSearchGroup *self)
{
  if (self->is_waiting && hc_network_consent_check (hc_context_get_consent (self->context), HC_SERVICE_FEEDS, NULL))
    find_cb (self);
}

static void
hc_feed_search_group_dispose (GObject *object)
{
  HcFeedSearchGroup *self = HC_FEED_SEARCH_GROUP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_FEED_SEARCH_GROUP);
  g_clear_pointer (&self->moved_to, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_feed_search_group_parent_class)->dispose (object);
}

static void
hc_feed_search_group_class_init (HcFeedSearchGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_feed_search_group_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/news/hc-feed-search-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, entry);
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, find_button);
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, follow_button);
  gtk_widget_class_bind_template_child (widget_class, HcFeedSearchGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
}

static void
hc_feed_search_group_init (HcFeedSearchGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_feed_search_group_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): a group in which nothing was looked for
 */
GtkWidget *
hc_feed_search_group_new (HcContext *context)
{
  HcFeedSearchGroup *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_FEED_SEARCH_GROUP, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_consent (context), "changed", G_CALLBACK (consent_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
