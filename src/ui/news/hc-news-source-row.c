/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-news-source-row.h"

#include "hc-wrapped-label.h"

/**
 * HcNewsSourceRow:
 *
 * Something that has posts, in a list: what it is called, how many were not read, and its problem.
 */
struct _HcNewsSourceRow
{
  GtkBox     parent_instance;

  GtkLabel  *title_label;
  GtkLabel  *note_label;
  GtkWidget *problem_icon;
  GtkLabel  *count_label;
};

G_DEFINE_FINAL_TYPE (HcNewsSourceRow, hc_news_source_row, GTK_TYPE_BOX)

static void
hc_news_source_row_class_init (HcNewsSourceRowClass *klass)
{
}

static void
hc_news_source_row_init (HcNewsSourceRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  self->title_label = GTK_LABEL (hc_wrapped_label_new (NULL, NULL));
  self->note_label = GTK_LABEL (hc_wrapped_label_new (NULL, "caption"));
  self->count_label = GTK_LABEL (hc_wrapped_label_new (NULL, "badge"));
  self->problem_icon = g_object_new (GTK_TYPE_IMAGE,
                                     "icon-name", "dialog-warning-symbolic",
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                     NULL);
  gtk_label_set_lines (self->note_label, 3);
  gtk_label_set_ellipsize (self->note_label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->count_label), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->note_label));
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), self->problem_icon);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->count_label));
  gtk_box_append (GTK_BOX (self), arrow);
}

/**
 * hc_news_source_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
hc_news_source_row_new (void)
{
  return g_object_new (HC_TYPE_NEWS_SOURCE_ROW, NULL);
}

/**
 * hc_news_source_row_show:
 * @self: a row
 * @source: what has posts
 */
void
hc_news_source_row_show (HcNewsSourceRow *self,
                         HcNewsSource    *source)
{
  const HcNewsSourceDetails *details;
  g_autofree char *count = NULL;

  g_return_if_fail (HC_IS_NEWS_SOURCE_ROW (self));
  g_return_if_fail (HC_IS_NEWS_SOURCE (source));

  details = hc_news_source_get_details (source);
  count = g_strdup_printf ("%'u", details->count);

  gtk_label_set_label (self->title_label, details->title);
  if (details->count > 0 && details->kind != HC_NEWS_SAVED)
    gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "heading");

  gtk_label_set_label (self->note_label, details->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *details->note != '\0');
  gtk_widget_set_visible (self->problem_icon, details->has_problem);
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), details->count > 0);
}
