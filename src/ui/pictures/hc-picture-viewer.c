/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-picture-viewer.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-picture-canvas.h"
#include "hc-picture-zoom.h"
#include "hc-source-expander.h"

#define TEMPLATE "/io/github/health_center/HealthCenter/ui/pictures/hc-picture-viewer.ui"

#define ZOOM_STEP 1.25
#define PAN_STEP 60.0

/**
 * HcPictureViewer:
 *
 * One picture to be looked at closely, and the way to the others. Its parts can be chosen in the
 * picture and in a list. Its words say all that the picture shows.
 */
struct _HcPictureViewer
{
  AdwNavigationPage   parent_instance;

  HcLibrary          *library;
  HcPicture          *picture;  /* NULL until one is shown */
  int                 chosen;   /* the part that is selected in the list, -1 for none */
  GtkEventController *keys;     /* of the window, while the viewer is in one */

  AdwWindowTitle     *window_title;
  HcPictureCanvas    *canvas;
  GtkLabel           *title_label;
  GtkLabel           *caption_label;
  GtkWidget          *parts_box;
  GtkLabel           *part_title;
  GtkLabel           *part_text;
  GtkWidget          *part_button;
  GtkListBox         *parts;
  GtkWidget          *article_list;
  AdwPreferencesRow  *article_row;
  GtkLabel           *alternative_label;
  GtkBox             *sources_box;
  GtkButton          *zoom_button;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPictureViewer, hc_picture_viewer, ADW_TYPE_NAVIGATION_PAGE)

static HcPicturePart *
get_part (HcPictureViewer *self,
          int              number)
{
  GPtrArray *parts = hc_picture_get_parts (self->picture);

  return number >= 0 && (guint) number < parts->len ? g_ptr_array_index (parts, (guint) number) : NULL;
}

/* Shows a part: in the picture its outline, beside it what it is. */
static void
show_part (HcPictureViewer *self,
           int              number)
{
  HcPicturePart *part = get_part (self, number);

  hc_picture_canvas_set_part (self->canvas, part != NULL ? part->name : NULL);
  gtk_label_set_label (self->part_title, part != NULL ? part->title : _("Parts of the Picture"));
  gtk_label_set_label (self->part_text, part != NULL ? part->text
                                                     : _("Choose one here, or point at it in the picture."));
  gtk_widget_set_visible (self->part_button, part != NULL && part->link != NULL);
}

static void
part_selected_cb (HcPictureViewer *self,
                  GtkListBoxRow   *row)
{
  /* The list lets go of its rows when it goes, too. */
  if (self->picture == NULL)
    return;

  self->chosen = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  show_part (self, self->chosen);
}

static void
read_part (HcPictureViewer *self,
           int              number)
{
  HcPicturePart *part = get_part (self, number);

  if (part != NULL && part->link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", part->link);
}

static void
part_activated_cb (HcPictureViewer *self,
                   GtkListBoxRow   *row)
{
  read_part (self, gtk_list_box_row_get_index (row));
}

static void
choose_part (HcPictureViewer *self,
             int              number)
{
  HcPicturePart *part = get_part (self, number);
  g_autofree char *words = NULL;

  if (part == NULL)
    return;

  gtk_list_box_select_row (self->parts, gtk_list_box_get_row_at_index (self->parts, number));

  words = g_strdup_printf ("%s. %s", part->title, part->text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* What the pointer is at is shown for as long as it is there. */
static void
pointed_cb (HcPictureViewer *self,
            int              number)
{
  show_part (self, number >= 0 ? number : self->chosen);
}

static void
update_zoom (HcPictureViewer *self)
{
  double zoom = hc_picture_canvas_get_zoom (self->canvas);
  g_autofree char *percent = NULL;

  /* Translators: how large a picture is shown; 100 % fits its place. */
  percent = g_strdup_printf (_("%d %%"), (int) (zoom * 100.0 + 0.5));
  gtk_button_set_label (self->zoom_button, percent);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.zoom-in", zoom < HC_PICTURE_MAX_ZOOM);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.zoom-out", zoom > 1.0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.zoom-normal", zoom > 1.0);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  hc_picture_canvas_set_zoom (self->canvas, hc_picture_canvas_get_zoom (self->canvas) * ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  hc_picture_canvas_set_zoom (self->canvas, hc_picture_canvas_get_zoom (self->canvas) / ZOOM_STEP);
}

static void
zoom_normal_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  hc_picture_canvas_set_zoom (HC_PICTURE_VIEWER (widget)->canvas, 1.0);
}

/* Returns the place of the picture in the slide show, from 0. */
static guint
get_position (HcPictureViewer *self)
{
  GListModel *pictures = hc_library_get_pictures (self->library);
  guint position = 0;

  while (position < g_list_model_get_n_items (pictures))
    {
      g_autoptr (HcPicture) picture = g_list_model_get_item (pictures, position);

      if (picture == self->picture)
        break;

      position++;
    }

  return position;
}

static void
go (HcPictureViewer *self,
    int              distance)
{
  gint64 position = (gint64) get_position (self) + distance;
  g_autoptr (HcPicture) picture = NULL;
  g_autofree char *words = NULL;

  if (position >= 0)
    picture = g_list_model_get_item (hc_library_get_pictures (self->library), (guint) position);

  if (picture == NULL)
    return;

  hc_picture_viewer_show (self, picture);

  words = g_strdup_printf ("%s, %s", hc_picture_get_title (picture),
                           adw_window_title_get_subtitle (self->window_title));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  go (HC_PICTURE_VIEWER (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  go (HC_PICTURE_VIEWER (widget), -1);
}

/* A larger picture is moved; one that fits makes way for its neighbor. */
static void
left_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  if (hc_picture_canvas_get_zoom (self->canvas) > 1.0)
    hc_picture_canvas_pan (self->canvas, -PAN_STEP, 0.0);
  else
    go (self, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1 : -1);
}

static void
right_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  if (hc_picture_canvas_get_zoom (self->canvas) > 1.0)
    hc_picture_canvas_pan (self->canvas, PAN_STEP, 0.0);
  else
    go (self, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1);
}

/* Of a picture that fits the parts are chosen one after the other. Without parts, what is below it is
 * scrolled to. */
static void
move_vertically (HcPictureViewer *self,
                 int              direction)
{
  int n_parts = (int) hc_picture_get_parts (self->picture)->len;
  GtkWidget *scroller;
  gboolean is_scrolled;

  if (hc_picture_canvas_get_zoom (self->canvas) > 1.0)
    hc_picture_canvas_pan (self->canvas, 0.0, direction * PAN_STEP);
  else if (n_parts > 0)
    choose_part (self, self->chosen < 0 && direction < 0 ? n_parts - 1 : self->chosen + direction);
  else if ((scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->canvas), GTK_TYPE_SCROLLED_WINDOW)) != NULL)
    g_signal_emit_by_name (scroller, "scroll-child", direction < 0 ? GTK_SCROLL_STEP_UP : GTK_SCROLL_STEP_DOWN,
                           FALSE, &is_scrolled);
}

static void
up_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  move_vertically (HC_PICTURE_VIEWER (widget), -1);
}

static void
down_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  move_vertically (HC_PICTURE_VIEWER (widget), 1);
}

static void
read_part_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  read_part (self, self->chosen);
}

static void
read_article_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);
  HcArticle *article = hc_library_get_article (self->library, hc_picture_get_article (self->picture));
  g_autofree char *link = hc_article_dup_link (article);

  gtk_widget_activate_action (widget, "win.open-link", "s", link);
}

/* Whoever goes through the list with the keyboard sees each part in the picture. */
static void
part_focused_cb (HcPictureViewer    *self,
                 GtkEventController *focus)
{
  gtk_list_box_select_row (self->parts, GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (focus)));
}

static void
add_part_row (HcPictureViewer *self,
              HcPicturePart   *part)
{
  GtkWidget *row = adw_action_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), part->title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, part->text, -1);
  g_signal_connect_object (focus, "enter", G_CALLBACK (part_focused_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_list_box_append (self->parts, row);
}

static void
fill_parts (HcPictureViewer *self)
{
  GPtrArray *parts = hc_picture_get_parts (self->picture);

  gtk_list_box_remove_all (self->parts);
  for (guint i = 0; i < parts->len; i++)
    add_part_row (self, g_ptr_array_index (parts, i));

  gtk_widget_set_visible (self->parts_box, parts->len > 0);
  self->chosen = -1;
  show_part (self, -1);
}

static void
fill_sources (HcPictureViewer *self)
{
  g_autofree char *date = hc_date_to_words (hc_picture_get_checked (self->picture));
  g_autofree char *checked = g_strdup_printf (_("Checked on %s"), date);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sources_box))) != NULL)
    gtk_box_remove (self->sources_box, child);

  child = g_object_new (GTK_TYPE_LABEL, "label", checked, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (child, "details");
  gtk_box_append (self->sources_box, child);
  child = hc_source_expander_new (hc_picture_get_sources (self->picture));
  gtk_widget_add_css_class (child, "details");
  gtk_box_append (self->sources_box, child);
}

/* What the keys that change the size of the text do, they do to the picture while it is looked at. They
 * are taken before the application sees them. */
static gboolean
zoom_key_cb (GtkWidget *window,
             GVariant  *arguments,
             gpointer   user_data)
{
  GtkWidget *self = user_data;
  const char *action = g_variant_get_string (arguments, NULL);

  if (!gtk_widget_get_mapped (self))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action_variant (self, action, NULL);

  return GDK_EVENT_STOP;
}

static void
hc_picture_viewer_root (GtkWidget *widget)
{
  static const struct {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "picture.zoom-in" },
    { GDK_KEY_equal, "picture.zoom-in" },
    { GDK_KEY_KP_Add, "picture.zoom-in" },
    { GDK_KEY_minus, "picture.zoom-out" },
    { GDK_KEY_KP_Subtract, "picture.zoom-out" },
    { GDK_KEY_0, "picture.zoom-normal" },
    { GDK_KEY_KP_0, "picture.zoom-normal" },
  };
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  GTK_WIDGET_CLASS (hc_picture_viewer_parent_class)->root (widget);

  self->keys = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (zoom_key_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (self->keys), shortcut);
    }

  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

static void
hc_picture_viewer_unroot (GtkWidget *widget)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), g_steal_pointer (&self->keys));

  GTK_WIDGET_CLASS (hc_picture_viewer_parent_class)->unroot (widget);
}

static void
hc_picture_viewer_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (HC_PICTURE_VIEWER (page)->canvas));
}

static void
hc_picture_viewer_dispose (GObject *object)
{
  HcPictureViewer *self = HC_PICTURE_VIEWER (object);

  g_clear_object (&self->picture);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_PICTURE_VIEWER);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (hc_picture_viewer_parent_class)->dispose (object);
}

static void
hc_picture_viewer_class_init (HcPictureViewerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_picture_viewer_dispose;
  widget_class->root = hc_picture_viewer_root;
  widget_class->unroot = hc_picture_viewer_unroot;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hc_picture_viewer_shown;

  /**
   * HcPictureViewer::changed:
   * @self: the viewer
   *
   * It shows another picture.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HC_TYPE_PICTURE_VIEWER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HC_TYPE_PICTURE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, window_title);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, canvas);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, caption_label);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, parts_box);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, part_title);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, part_text);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, part_button);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, parts);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, article_list);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, article_row);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, alternative_label);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, sources_box);
  gtk_widget_class_bind_template_child (widget_class, HcPictureViewer, zoom_button);
  gtk_widget_class_bind_template_callback (widget_class, part_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_part);
  gtk_widget_class_bind_template_callback (widget_class, go);
  gtk_widget_class_bind_template_callback (widget_class, update_zoom);

  gtk_widget_class_install_action (widget_class, "picture.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "picture.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "picture.zoom-normal", NULL, zoom_normal_action);
  gtk_widget_class_install_action (widget_class, "picture.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "picture.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "picture.left", NULL, left_action);
  gtk_widget_class_install_action (widget_class, "picture.right", NULL, right_action);
  gtk_widget_class_install_action (widget_class, "picture.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "picture.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "picture.read-part", NULL, read_part_action);
  gtk_widget_class_install_action (widget_class, "picture.read-article", NULL, read_article_action);
}

static void
hc_picture_viewer_init (HcPictureViewer *self)
{
  self->chosen = -1;

  gtk_widget_init_template (GTK_WIDGET (self));
  update_zoom (self);
}

/**
 * hc_picture_viewer_new:
 * @library: the library with the pictures
 *
 * Returns: (transfer floating): a viewer without a picture
 */
HcPictureViewer *
hc_picture_viewer_new (HcLibrary *library)
{
  HcPictureViewer *self;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_PICTURE_VIEWER, NULL);
  self->library = g_object_ref (library);

  return self;
}

/**
 * hc_picture_viewer_show:
 * @self: a viewer
 * @picture: a picture of its library
 */
void
hc_picture_viewer_show (HcPictureViewer *self,
                        HcPicture       *picture)
{
  guint position, n_pictures;
  HcArticle *article = NULL;
  g_autofree char *counter = NULL;

  g_return_if_fail (HC_IS_PICTURE_VIEWER (self));
  g_return_if_fail (HC_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  position = get_position (self);
  n_pictures = g_list_model_get_n_items (hc_library_get_pictures (self->library));
  /* Translators: which picture of a slide show is shown, "3 of 16". */
  counter = g_strdup_printf (_("%u of %u"), position + 1, n_pictures);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), hc_picture_get_title (picture));
  adw_window_title_set_title (self->window_title, hc_picture_get_title (picture));
  adw_window_title_set_subtitle (self->window_title, counter);
  hc_picture_canvas_set_picture (self->canvas, picture);
  gtk_label_set_label (self->title_label, hc_picture_get_title (picture));
  gtk_label_set_label (self->caption_label, hc_picture_get_caption (picture));
  gtk_label_set_label (self->alternative_label, hc_picture_get_alternative (picture));
  fill_parts (self);
  fill_sources (self);

  if (hc_picture_get_article (picture) != NULL)
    article = hc_library_get_article (self->library, hc_picture_get_article (picture));
  if (article != NULL)
    adw_preferences_row_set_title (self->article_row, hc_article_get_title (article));
  gtk_widget_set_visible (self->article_list, article != NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.previous", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picture.next", position + 1 < n_pictures);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * hc_picture_viewer_get_picture:
 * @self: a viewer
 *
 * Returns: (transfer none) (nullable): the picture that it shows
 */
HcPicture *
hc_picture_viewer_get_picture (HcPictureViewer *self)
{
  g_return_val_if_fail (HC_IS_PICTURE_VIEWER (self), NULL);

  return self->picture;
}
