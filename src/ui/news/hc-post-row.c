/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-post-row.h"

#include <glib/gi18n.h>

/**
 * HcPostRow:
 *
 * A post in a list, with what can be done to it: `news.save` and `news.unsave` with its id, `news.mark` with its id
 * and whether it was read.
 */
struct _HcPostRow
{
  GtkWidget  parent_instance;

  GtkWidget *words;
  GtkWidget *new_label;
  GtkLabel  *title_label;
  GtkLabel  *summary_label;
  GtkLabel  *origin_label;
  GtkWidget *buttons;
  GtkButton *save_button;
  GtkButton *read_button;
};

G_DEFINE_FINAL_TYPE (HcPostRow, hc_post_row, GTK_TYPE_WIDGET)

static void
hc_post_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_POST_ROW);

  G_OBJECT_CLASS (hc_post_row_parent_class)->dispose (object);
}

static void
hc_post_row_class_init (HcPostRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_post_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/news/hc-post-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, words);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, new_label);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, save_button);
  gtk_widget_class_bind_template_child (widget_class, HcPostRow, read_button);
}

static void
hc_post_row_init (HcPostRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_post_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_post_row_new (void)
{
  return g_object_new (HC_TYPE_POST_ROW, NULL);
}

static void
set_button (GtkButton  *button,
            const char *icon_name,
            const char *words,
            const char *action,
            GVariant   *target)
{
  gtk_button_set_icon_name (button, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/**
 * hc_post_row_show:
 * @self: a row
 * @post: a post
 */
void
hc_post_row_show (HcPostRow *self,
                  HcPost    *post)
{
  const HcPostDetails *details;
  g_autofree char *origin = NULL, *id = NULL;

  g_return_if_fail (HC_IS_POST_ROW (self));
  g_return_if_fail (HC_IS_POST (post));

  details = hc_post_get_details (post);
  origin = hc_post_dup_origin (post);
  id = hc_post_dup_id (post);

  gtk_widget_set_visible (self->new_label, details->is_unread);
  gtk_label_set_label (self->title_label, details->title);
  if (details->is_unread)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "heading");

  gtk_label_set_label (self->summary_label, details->summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), *details->summary != '\0');
  gtk_label_set_label (self->origin_label, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin_label), *origin != '\0');

  set_button (self->save_button, details->is_saved ? "hc-bookmark-set-symbolic" : "hc-bookmark-symbolic",
              details->is_saved ? _("Remove from Saved") : _("Save"),
              details->is_saved ? "news.unsave" : "news.save", g_variant_new_string (id));
  set_button (self->read_button, details->is_unread ? "hc-read-symbolic" : "mail-unread-symbolic",
              details->is_unread ? _("Mark as Read") : _("Mark as Unread"), "news.mark",
              g_variant_new ("(sb)", id, details->is_unread));
}
