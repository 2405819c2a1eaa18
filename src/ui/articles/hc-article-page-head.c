/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page-private.h"

#include <glib/gi18n.h>

#include "hc-article-text.h"
#include "hc-block-widgets.h"

/* The head of an article, and the way to its neighbors: what HcArticlePage says around the text. */

static char *
dup_topic (HcArticle *article)
{
  /* A medicine has no topic. */
  return g_strdup (hc_article_get_topic (article) != NULL ? hc_article_get_topic (article)
                                                          : _("Drugs & Supplements"));
}

/* A label is what its maker says: nobody here has checked or reviewed it. */
static char *
dup_label_details (HcArticle *article)
{
  g_autofree char *effective = NULL;

  if (hc_article_get_checked (article) == NULL)
    return g_strdup (hc_article_get_review (article));

  effective = hc_date_to_words (hc_article_get_checked (article));

  /* Translators: the id and version of a label, and since when it has been in effect. */
  return g_strdup_printf (_("%s · In effect since %s"), hc_article_get_review (article), effective);
}

/* The publisher stands above the title; whoever else has written it is named here. */
static char *
dup_post_details (HcArticle *article)
{
  const char *review = hc_article_get_review (article);
  g_autofree char *date = hc_article_get_checked (article) != NULL
    ? hc_article_dup_date_words (article) : g_strdup (_("Its publisher does not say when it was published"));

  if (review == NULL || g_strcmp0 (review, hc_article_get_topic (article)) == 0)
    return g_steal_pointer (&date);

  /* Translators: who published a piece of news, and when. */
  return g_strdup_printf (_("%s · %s"), review, date);
}

static char *
dup_details (HcArticle *article)
{
  g_autofree char *checked = NULL;
  g_autofree char *minutes = NULL;

  if (hc_article_get_kind (article) == HC_ARTICLE_KIND_LABEL)
    return dup_label_details (article);

  if (hc_article_get_kind (article) == HC_ARTICLE_KIND_POST)
    return dup_post_details (article);

  checked = hc_date_to_words (hc_article_get_checked (article));
  minutes = g_strdup_printf (g_dngettext (NULL, "%d minute to read", "%d minutes to read",
                                          (gulong) hc_article_get_minutes (article)),
                             hc_article_get_minutes (article));

  /* Translators: the time to read an article, the day on which its facts were checked, who reviewed it. */
  return g_strdup_printf (_("%s · Checked on %s\n%s"), minutes, checked,
                          hc_article_get_review (article) != NULL
                          ? hc_article_get_review (article)
                          : _("Compiled from the sources named at the end, not reviewed by a clinician"));
}

/* Says what stands above the text: the topic, the title, and on the first page what it is about. */
void
_hc_article_page_update_head (HcArticlePage *self)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  guint page = hc_article_view_get_page (self->view);
  guint n_pages = hc_article_get_n_pages (article);
  g_autofree char *topic = NULL;
  g_autofree char *details = NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), hc_article_get_title (article));
  gtk_label_set_label (self->title_label, hc_article_get_title (article));
  gtk_label_set_label (self->summary_label, hc_article_get_summary (article));
  gtk_widget_set_visible (self->introduction, page == 0);
  gtk_widget_set_visible (self->answer_title, hc_article_get_kind (article) == HC_ARTICLE_KIND_QUESTION);
  if (hc_article_get_kind (article) == HC_ARTICLE_KIND_QUESTION)
    gtk_widget_add_css_class (self->summary_box, "call-out");
  else
    gtk_widget_remove_css_class (self->summary_box, "call-out");

  gtk_widget_set_visible (GTK_WIDGET (self->extra), page == 0 && adw_bin_get_child (self->extra) != NULL);

  topic = dup_topic (article);
  if (n_pages > 1)
    {
      /* Translators: the topic of an article and which of its pages is shown. */
      g_autofree char *with_page = g_strdup_printf (_("%s · Page %u of %u"), topic, page + 1, n_pages);

      gtk_label_set_label (self->topic_label, with_page);
    }
  else
    {
      gtk_label_set_label (self->topic_label, topic);
    }

  details = dup_details (article);
  gtk_label_set_label (self->details_label, details);
}

static char *
dup_page_title (HcArticle *article,
                guint      page)
{
  guint first, n_blocks;
  HcBlock *block;

  hc_article_get_page (article, page, &first, &n_blocks);
  block = g_ptr_array_index (hc_article_get_blocks (article), first);

  return block->kind == HC_BLOCK_HEADING ? hc_block_dup_text (block) : g_strdup (hc_article_get_title (article));
}

/* The row leads to the next page of the article, or to the next article after the last one. */
static void
update_neighbor (HcArticlePage *self,
                 AdwActionRow  *row,
                 const char    *action,
                 int            distance,
                 const char    *words)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  HcArticle *neighbor = hc_library_get_neighbor (hc_context_get_library (self->context), article, distance);
  int page = (int) hc_article_view_get_page (self->view) + distance;
  gboolean has_page = page >= 0 && page < (int) hc_article_get_n_pages (article);
  g_autofree char *title = NULL;

  if (has_page)
    title = dup_page_title (article, (guint) page);
  else if (neighbor != NULL)
    title = g_strdup (hc_article_get_title (neighbor));

  gtk_widget_set_visible (GTK_WIDGET (row), title != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, title != NULL);
  if (title == NULL)
    return;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* Says where the rows at the end lead. */
void
_hc_article_page_update_neighbors (HcArticlePage *self)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  guint page = hc_article_view_get_page (self->view);
  const char *next, *previous;

  switch (hc_article_get_kind (article))
    {
    case HC_ARTICLE_KIND_QUESTION:
      next = _("Next Question");
      previous = _("Previous Question");
      break;
    case HC_ARTICLE_KIND_DRUG:
      next = _("Next Medicine");
      previous = _("Previous Medicine");
      break;
    case HC_ARTICLE_KIND_ARTICLE:
    case HC_ARTICLE_KIND_LABEL:
    case HC_ARTICLE_KIND_POST:
    default:
      next = _("Next Article");
      previous = _("Previous Article");
    }

  update_neighbor (self, self->next_row, "article.next", 1,
                   page + 1 < hc_article_get_n_pages (article) ? _("Next Page") : next);
  update_neighbor (self, self->previous_row, "article.previous", -1, page > 0 ? _("Previous Page") : previous);
  gtk_widget_set_visible (self->neighbors, gtk_widget_get_visible (GTK_WIDGET (self->next_row)) ||
                                           gtk_widget_get_visible (GTK_WIDGET (self->previous_row)));
}
