/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-listing-view.h"

#include "hc-list-heading.h"
#include "hc-wrapped-label.h"

#define ICON_SPACE 12
#define LINE_SPACE 3

/* A list finds the sizes of its rows one frame after the other, and keeps its place meanwhile. */
#define SETTLING_FRAMES 3

/**
 * HcListingView:
 *
 * Lists of #HcListing, one below the other, each under the heading that its listings tell. A row leads where its link
 * leads, by `win.open-link`. Without any listing it says that nothing was found.
 */
struct _HcListingView
{
  GtkWidget            parent_instance;

  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  GtkListView         *view;
  GtkFlattenListModel *listings;
  AdwStatusPage       *nothing_page;
  GtkWidget           *all_button;

  guint                tick;     /* while it goes to the top */
  guint                n_frames; /* that are left until it stays there */
};

G_DEFINE_FINAL_TYPE (HcListingView, hc_listing_view, GTK_TYPE_WIDGET)

static void
activated_cb (HcListingView *self,
              guint          position)
{
  g_autoptr (HcListing) listing = g_list_model_get_item (G_LIST_MODEL (self->listings), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", hc_listing_get_details (listing)->link);
}

static void
items_changed_cb (HcListingView *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->listings)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "list");
}

/* An icon, and beside it the name above the other words. */
static void
setup_cb (HcListingView *self,
          GtkListItem   *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ICON_SPACE);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACE);
  GtkWidget *remark = hc_wrapped_label_new (NULL, "caption");

  gtk_widget_add_css_class (remark, "dimmed");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (NULL, NULL));
  gtk_box_append (GTK_BOX (words), remark);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

static void
show_words (GtkWidget  *label,
            const char *words)
{
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (label, words != NULL && *words != '\0');
}

static char *
dup_description (const HcListingDetails *details)
{
  if (details->detail == NULL || details->remark == NULL)
    return g_strdup (details->detail != NULL ? details->detail : details->remark);

  return g_strconcat (details->detail, "\n", details->remark, NULL);
}

static void
bind_cb (HcListingView *self,
         GtkListItem   *item)
{
  const HcListingDetails *details = hc_listing_get_details (gtk_list_item_get_item (item));
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (icon));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  g_autofree char *description = dup_description (details);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), details->icon_name);
  gtk_widget_set_visible (icon, details->icon_name != NULL);
  show_words (title, details->title);
  show_words (detail, details->detail);
  show_words (gtk_widget_get_next_sibling (detail), details->remark);
  gtk_list_item_set_accessible_label (item, details->title);
  gtk_list_item_set_accessible_description (item, description != NULL ? description : "");
}

static void
bind_heading_cb (HcListingView *self,
                 GtkListHeader *header)
{
  const char *section = hc_listing_get_details (gtk_list_header_get_item (header))->section;

  hc_list_heading_set (header, section != NULL ? section : "");
}

static gboolean
begin_at_top_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  HcListingView *self = HC_LISTING_VIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (gtk_adjustment_get_upper (adjustment) <= 0.0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (adjustment, 0.0);
  if (--self->n_frames > 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
hc_listing_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_LISTING_VIEW);

  G_OBJECT_CLASS (hc_listing_view_parent_class)->dispose (object);
}

static void
hc_listing_view_class_init (HcListingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_listing_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/widgets/hc-listing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HcListingView, stack);
  gtk_widget_class_bind_template_child (widget_class, HcListingView, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcListingView, view);
  gtk_widget_class_bind_template_child (widget_class, HcListingView, listings);
  gtk_widget_class_bind_template_child (widget_class, HcListingView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, HcListingView, all_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, items_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_heading_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_list_heading_setup_cb);
}

static void
hc_listing_view_init (HcListingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_listing_view_set_lists:
 * @self: a view
 * @label: what is listed, for a screen reader
 * @lists: a list of lists of #HcListing; they may change
 *
 * Shows these lists. One alone whose listings tell no section has no heading.
 */
void
hc_listing_view_set_lists (HcListingView *self,
                           const char    *label,
                           GListModel    *lists)
{
  g_autoptr (HcListing) first = NULL;

  g_return_if_fail (HC_IS_LISTING_VIEW (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (lists));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_flatten_list_model_set_model (self->listings, lists);

  first = g_list_model_get_item (G_LIST_MODEL (self->listings), 0);
  if (first != NULL && hc_listing_get_details (first)->section == NULL)
    gtk_list_view_set_header_factory (self->view, NULL);

  items_changed_cb (self);
  hc_listing_view_begin_at_top (self);
}

/**
 * hc_listing_view_set_nothing:
 * @self: a view
 * @description: what helps when nothing is found
 * @action: the action that shows everything again
 */
void
hc_listing_view_set_nothing (HcListingView *self,
                             const char    *description,
                             const char    *action)
{
  g_return_if_fail (HC_IS_LISTING_VIEW (self));
  g_return_if_fail (description != NULL);
  g_return_if_fail (action != NULL);

  adw_status_page_set_description (self->nothing_page, description);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all_button), action);
}

/**
 * hc_listing_view_begin_at_top:
 * @self: a view
 *
 * Goes to the first listing and its heading, for other listings than before.
 */
void
hc_listing_view_begin_at_top (HcListingView *self)
{
  g_return_if_fail (HC_IS_LISTING_VIEW (self));

  self->n_frames = SETTLING_FRAMES;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_at_top_cb, NULL, NULL);
}
