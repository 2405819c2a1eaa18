/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-row.h"

#include <glib/gi18n.h>

/**
 * HcArticleRow:
 *
 * An article in a list: what it is about, how long it takes, and whether it was read.
 */
struct _HcArticleRow
{
  GtkWidget  parent_instance;

  HcProfile *profile;
  HcArticle *article;

  GtkLabel  *title_label;
  GtkLabel  *summary_label;
  GtkLabel  *state_label;
  GtkWidget *state_icon;
  GtkWidget *state_box;
};

G_DEFINE_FINAL_TYPE (HcArticleRow, hc_article_row, GTK_TYPE_WIDGET)

static void
update_state (HcArticleRow *self)
{
  const HcReadingPlace *place;
  g_autofree char *link = NULL;
  g_autofree char *minutes = NULL;
  g_autofree char *text = NULL;

  if (self->article == NULL)
    return;

  link = hc_article_dup_link (self->article);
  place = hc_reading_store_lookup (hc_profile_get_reading (self->profile), link);
  minutes = g_strdup_printf (g_dngettext (NULL, "%d minute", "%d minutes",
                                          (gulong) hc_article_get_minutes (self->article)),
                             hc_article_get_minutes (self->article));

  if (place == NULL)
    text = g_steal_pointer (&minutes);
  else if (place->finished)
    /* Translators: %s is the time to read an article, "5 minutes". */
    text = g_strdup_printf (_("%s · Read to the end"), minutes);
  else
    /* Translators: %s is the time to read an article, "5 minutes". */
    text = g_strdup_printf (_("%s · Started"), minutes);

  gtk_label_set_label (self->state_label, text);
  gtk_widget_set_visible (self->state_icon, place != NULL && place->finished);
}

static void
reading_changed_cb (HcArticleRow *self,
                    const char   *link)
{
  g_autofree char *own_link = self->article != NULL ? hc_article_dup_link (self->article) : NULL;

  if (g_strcmp0 (link, own_link) == 0)
    update_state (self);
}

static void
hc_article_row_dispose (GObject *object)
{
  HcArticleRow *self = HC_ARTICLE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ARTICLE_ROW);
  g_clear_object (&self->profile);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (hc_article_row_parent_class)->dispose (object);
}

static void
hc_article_row_class_init (HcArticleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_article_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/articles/hc-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HcArticleRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticleRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticleRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticleRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, HcArticleRow, state_box);
}

static void
hc_article_row_init (HcArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_article_row_new:
 * @profile: knows what the person has read
 *
 * Returns: (transfer floating): a row without an article
 */
GtkWidget *
hc_article_row_new (HcProfile *profile)
{
  HcArticleRow *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);

  self = g_object_new (HC_TYPE_ARTICLE_ROW, NULL);
  self->profile = g_object_ref (profile);
  g_signal_connect_object (profile, "notify::state", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_reading (profile), "changed",
                           G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * hc_article_row_set_article:
 * @self: a row
 * @article: the article that it shows
 */
void
hc_article_row_set_article (HcArticleRow *self,
                            HcArticle    *article)
{
  g_return_if_fail (HC_IS_ARTICLE_ROW (self));
  g_return_if_fail (HC_IS_ARTICLE (article));

  g_set_object (&self->article, article);
  gtk_label_set_label (self->title_label, hc_article_get_title (article));
  gtk_label_set_label (self->summary_label, hc_article_get_summary (article));
  /* An answer is read in a moment. */
  gtk_widget_set_visible (self->state_box, hc_article_get_kind (article) == HC_ARTICLE_KIND_ARTICLE);
  update_state (self);
}
