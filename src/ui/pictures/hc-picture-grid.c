/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-grid.h"

#include "hc-picture-view.h"
#include "hc-wrapped-label.h"

/* Narrower, nothing can be made out in a picture. */
#define CELL_WIDTH 140

/**
 * HcPictureGrid:
 *
 * All pictures, small, with their titles.
 */
struct _HcPictureGrid
{
  AdwNavigationPage  parent_instance;

  GtkGridView       *grid;
  GtkNoSelection    *pictures;
};

G_DEFINE_FINAL_TYPE (HcPictureGrid, hc_picture_grid, ADW_TYPE_NAVIGATION_PAGE)

static void
activated_cb (HcPictureGrid *self,
              guint          position)
{
  g_autoptr (HcPicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), position);
  g_autofree char *link = hc_picture_dup_link (picture);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
setup_cb (HcPictureGrid *self,
          GtkListItem   *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* The cell itself tells a screen reader what it shows. */
  GtkWidget *view = g_object_new (HC_TYPE_PICTURE_VIEW,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "valign", GTK_ALIGN_CENTER,
                                  "vexpand", TRUE,
                                  NULL);
  GtkWidget *label = hc_wrapped_label_new_centered (NULL, "heading");

  gtk_widget_set_size_request (box, CELL_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (HcPictureGrid *self,
         GtkListItem   *item)
{
  GtkWidget *view = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  HcPicture *picture = gtk_list_item_get_item (item);

  hc_picture_view_set_picture (HC_PICTURE_VIEW (view), picture);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (view)), hc_picture_get_title (picture));
  gtk_list_item_set_accessible_label (item, hc_picture_get_title (picture));
  gtk_list_item_set_accessible_description (item, hc_picture_get_caption (picture));
}

static void
hc_picture_grid_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_PICTURE_GRID);

  G_OBJECT_CLASS (hc_picture_grid_parent_class)->dispose (object);
}

static void
hc_picture_grid_class_init (HcPictureGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_picture_grid_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/pictures/hc-picture-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPictureGrid, grid);
  gtk_widget_class_bind_template_child (widget_class, HcPictureGrid, pictures);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
hc_picture_grid_init (HcPictureGrid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_picture_grid_new:
 * @library: the library with the pictures
 *
 * Returns: (transfer floating): a page with all its pictures
 */
HcPictureGrid *
hc_picture_grid_new (HcLibrary *library)
{
  HcPictureGrid *self;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_PICTURE_GRID, NULL);
  gtk_no_selection_set_model (self->pictures, hc_library_get_pictures (library));

  return self;
}
