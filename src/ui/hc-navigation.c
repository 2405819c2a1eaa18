/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-navigation.h"

/**
 * hc_navigation_bring_up:
 * @view: a navigation view
 * @page: one of its pages
 *
 * Puts a page on top; one that is below already comes to light again.
 */
void
hc_navigation_bring_up (AdwNavigationView *view,
                        AdwNavigationPage *page)
{
  g_autoptr (GListModel) stack = NULL;

  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (view));
  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));

  stack = adw_navigation_view_get_navigation_stack (view);

  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) other = g_list_model_get_item (stack, i);

      if (other == page)
        {
          adw_navigation_view_pop_to_page (view, page);
          return;
        }
    }

  adw_navigation_view_push (view, page);
}

static gboolean
begin_at_top_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  if (gtk_adjustment_get_upper (adjustment) <= 0.0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, 0.0);

  return G_SOURCE_REMOVE;
}

/**
 * hc_navigation_begin_at_top:
 * @scroller: a scrolled window with a list that has headings
 *
 * GtkListView begins with its first item at the top and so hides the heading above it. Calling this once
 * makes it begin with the heading.
 */
void
hc_navigation_begin_at_top (GtkScrolledWindow *scroller)
{
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  gtk_widget_add_tick_callback (GTK_WIDGET (scroller), begin_at_top_cb, NULL, NULL);
}

static gboolean
scroll_to_top_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  adw_preferences_page_scroll_to_top (ADW_PREFERENCES_PAGE (widget));

  return G_SOURCE_REMOVE;
}

/**
 * hc_navigation_begin_page_at_top:
 * @page: a page of rows
 *
 * Scrolling goes to what has the focus at first, which is further down where the words above it are in large letters.
 * Calling this once when the page is made makes it begin with these.
 */
void
hc_navigation_begin_page_at_top (AdwPreferencesPage *page)
{
  g_return_if_fail (ADW_IS_PREFERENCES_PAGE (page));

  gtk_widget_add_tick_callback (GTK_WIDGET (page), scroll_to_top_cb, NULL, NULL);
}

static gboolean
arrow_pressed_cb (GtkWidget       *target,
                  guint            key,
                  guint            code,
                  GdkModifierType  state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (target, GTK_DIR_TAB_FORWARD);
}

/**
 * hc_navigation_arrow_leads_to:
 * @entry: an entry that searches
 * @target: what holds that which is found
 *
 * From the entry, the arrow down leads to what is below.
 */
void
hc_navigation_arrow_leads_to (GtkWidget *entry,
                              GtkWidget *target)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WIDGET (entry));
  g_return_if_fail (GTK_IS_WIDGET (target));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (arrow_pressed_cb), target, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, keys);
}
