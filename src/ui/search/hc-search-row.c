/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-search-row.h"

#include "hc-search-kind.h"

/**
 * HcSearchRow:
 *
 * Something that was found, in a list: what it is, its title, and the words around what was looked for.
 */
struct _HcSearchRow
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkImage  *icon;
  GtkLabel  *title_label;
  GtkLabel  *kind_label;
  GtkLabel  *excerpt_label;
};

G_DEFINE_FINAL_TYPE (HcSearchRow, hc_search_row, GTK_TYPE_WIDGET)

static void
hc_search_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_SEARCH_ROW);

  G_OBJECT_CLASS (hc_search_row_parent_class)->dispose (object);
}

static void
hc_search_row_class_init (HcSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_search_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/search/hc-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, HcSearchRow, box);
  gtk_widget_class_bind_template_child (widget_class, HcSearchRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcSearchRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HcSearchRow, excerpt_label);
}

static void
hc_search_row_init (HcSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_search_row_new:
 *
 * Returns: (transfer floating): a row without anything in it
 */
GtkWidget *
hc_search_row_new (void)
{
  return g_object_new (HC_TYPE_SEARCH_ROW, NULL);
}

/**
 * hc_search_row_set_hit:
 * @self: a row
 * @hit: what it shows
 */
void
hc_search_row_set_hit (HcSearchRow *self,
                       HcSearchHit *hit)
{
  const char *kind, *excerpt;

  g_return_if_fail (HC_IS_SEARCH_ROW (self));
  g_return_if_fail (HC_IS_SEARCH_HIT (hit));

  kind = hc_search_hit_get_kind (hit);
  excerpt = hc_search_hit_get_excerpt (hit);

  gtk_image_set_from_icon_name (self->icon, hc_search_kind_to_icon_name (kind));
  gtk_label_set_label (self->title_label, hc_search_hit_get_title (hit));
  gtk_label_set_label (self->kind_label, hc_search_kind_to_words (kind));
  gtk_label_set_label (self->excerpt_label, excerpt != NULL ? excerpt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->excerpt_label), excerpt != NULL && *excerpt != '\0');
}
