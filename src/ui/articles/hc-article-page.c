/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-page.h"

#include <glib/gi18n.h>

#include "hc-article-contents.h"
#include "hc-article-page-private.h"
#include "hc-block-widgets.h"

enum {
  PROP_0,
  PROP_LINK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcArticlePage, hc_article_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_bookmark (HcArticlePage *self)
{
  g_autofree char *link = NULL;
  HcBookmarkStore *bookmarks = hc_profile_get_bookmarks (hc_context_get_profile (self->context));
  gboolean is_bookmarked;

  if (hc_article_view_get_article (self->view) == NULL)
    return;

  link = _hc_article_page_dup_link (self, NULL);
  is_bookmarked = hc_bookmark_store_lookup (bookmarks, link) != NULL;

  gtk_button_set_icon_name (self->bookmark_button,
                            is_bookmarked ? "hc-bookmark-set-symbolic" : "hc-bookmark-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->bookmark_button),
                               is_bookmarked ? _("Remove Bookmark") : _("Add Bookmark"));
}

/* The anchor of the first block of a page: NULL, or that of its heading. */
static const char *
get_page_anchor (HcArticle *article,
                 guint      page)
{
  guint first, n_blocks;

  hc_article_get_page (article, page, &first, &n_blocks);

  return page > 0 ? ((HcBlock *) g_ptr_array_index (hc_article_get_blocks (article), first))->anchor : NULL;
}

static void
update_selected_heading (HcArticlePage *self)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  const char *anchor = hc_place_keeper_get_anchor (self->keeper);

  if (article == NULL)
    return;

  if (anchor == NULL)
    anchor = get_page_anchor (article, hc_article_view_get_page (self->view));

  hc_article_contents_select (self->contents, hc_article_find_section (article, anchor));
}

/* What is looked up begins with what is most important, each time. */
static gboolean
is_read_through (HcArticle *article)
{
  HcArticleKind kind = hc_article_get_kind (article);

  return kind == HC_ARTICLE_KIND_ARTICLE || kind == HC_ARTICLE_KIND_QUESTION;
}

static void
place_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* The reader loses their place in this article, no more: not worth a message. */
  if (!hc_reading_store_save_finish (HC_READING_STORE (source), result, &error))
    g_info ("The reading place was not saved: %s", error->message);
}

static void
save_place (HcArticlePage *self)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  g_autofree char *link = NULL;
  const char *anchor = hc_place_keeper_get_anchor (self->keeper);
  guint page;
  gboolean is_finished;

  /* What is shown before the profile is open must not replace the place that it holds. */
  if (article == NULL || self->awaits_place || !is_read_through (article))
    return;

  page = hc_article_view_get_page (self->view);
  link = _hc_article_page_dup_link (self, NULL);
  is_finished = hc_place_keeper_is_at_end (self->keeper) && page + 1 == hc_article_get_n_pages (article);

  /* The list of sources is not part of the text; the top of a later page is its heading. */
  if (g_strcmp0 (anchor, HC_ARTICLE_VIEW_SOURCES) == 0)
    anchor = NULL;
  if (anchor == NULL)
    anchor = get_page_anchor (article, page);

  hc_reading_store_save_async (hc_profile_get_reading (hc_context_get_profile (self->context)),
                               link, anchor, hc_place_keeper_get_offset (self->keeper), is_finished,
                               place_saved_cb, NULL);
}

/* The view has taken off what stood in it. What a reader must know first stays first. */
static void
place_interlude (HcArticlePage *self,
                 HcArticle     *article,
                 guint          page)
{
  GPtrArray *blocks = hc_article_get_blocks (article);
  GtkWidget *next = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  if (self->interlude == NULL || page > 0 || gtk_widget_get_parent (self->interlude) != NULL)
    return;

  for (guint i = 0; next != NULL; next = gtk_widget_get_next_sibling (next))
    {
      /* The view has popovers, too. */
      if (GTK_IS_NATIVE (next))
        continue;

      if (i == blocks->len || ((const HcBlock *) g_ptr_array_index (blocks, i++))->kind != HC_BLOCK_CALL_OUT)
        break;
    }

  gtk_widget_insert_before (self->interlude, GTK_WIDGET (self->view), next);
}

static void
show_page (HcArticlePage *self,
           HcArticle     *article,
           guint          page,
           const char    *anchor,
           double         offset)
{
  if (hc_article_view_get_article (self->view) != article || hc_article_view_get_page (self->view) != page ||
      gtk_widget_get_first_child (GTK_WIDGET (self->view)) == NULL)
    hc_article_view_show (self->view, article, page);

  place_interlude (self, article, page);
  _hc_article_page_update_head (self);
  _hc_article_page_update_neighbors (self);
  update_bookmark (self);
  hc_article_contents_fill (self->contents, article);
  _hc_article_page_update_contents (self);
  hc_find_bar_refresh (self->find_bar);

  /* The heading of a page stands below the title of the article: the page begins there. */
  if (offset <= 0.0 && g_strcmp0 (anchor, get_page_anchor (article, page)) == 0)
    anchor = NULL;
  hc_place_keeper_go_to (self->keeper, anchor, offset);
  update_selected_heading (self);
  save_place (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINK]);
}

static void
go_to_anchor (HcArticlePage *self,
              const char    *anchor)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  guint page = g_str_equal (anchor, HC_ARTICLE_VIEW_SOURCES) ? hc_article_view_get_page (self->view)
                                                              : hc_article_find_page (article, anchor);

  show_page (self, article, page, anchor, 0.0);
}

static void
find_page_cb (HcArticlePage *self,
              guint          page)
{
  show_page (self, hc_article_view_get_article (self->view), page, NULL, 0.0);
}

static void
find_state_cb (HcArticlePage *self)
{
  gboolean can_go = hc_find_bar_can_go (self->find_bar);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.find-next", can_go);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.find-previous", can_go);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "article.close-find", hc_find_bar_is_open (self->find_bar));
}

static void
contents_row_activated_cb (HcArticlePage *self,
                           GtkListBoxRow *row)
{
  if (adw_overlay_split_view_get_collapsed (self->split_view))
    adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);

  go_to_anchor (self, hc_article_contents_get_anchor (row));
}

static void
show_contents_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           !adw_overlay_split_view_get_show_sidebar (self->split_view));
}

static void
show_source_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  go_to_anchor (HC_ARTICLE_PAGE (widget), HC_ARTICLE_VIEW_SOURCES);
}

static void
leave_source_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (widget);
  const char *anchor = hc_article_view_find_citation (self->view, g_variant_get_uint32 (parameter));

  if (anchor != NULL)
    go_to_anchor (self, anchor);
}

static void
go_to_neighbor (HcArticlePage *self,
                int            distance)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  int page = (int) hc_article_view_get_page (self->view) + distance;

  if (page >= 0 && page < (int) hc_article_get_n_pages (article))
    {
      show_page (self, article, (guint) page, NULL, 0.0);
    }
  else
    {
      HcArticle *neighbor = hc_library_get_neighbor (hc_context_get_library (self->context), article, distance);
      g_autofree char *link = neighbor != NULL ? hc_article_dup_link (neighbor) : NULL;

      if (link != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
    }
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  go_to_neighbor (HC_ARTICLE_PAGE (widget), 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  go_to_neighbor (HC_ARTICLE_PAGE (widget), -1);
}

/* The window does not wait for the profile. When it comes, the reader who has not begun to scroll is
 * brought to the place where they stopped. */
static void
profile_state_cb (HcArticlePage *self)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  HcArticle *article = hc_article_view_get_article (self->view);

  if (hc_profile_get_state (profile) != HC_PROFILE_READY || article == NULL)
    return;

  if (self->awaits_place && hc_place_keeper_get_anchor (self->keeper) == NULL)
    hc_article_page_show (self, article, NULL);

  self->awaits_place = FALSE;
}

/* The focus begins on the text as a whole, whose keys scroll, not on a paragraph with its cursor. What
 * has the focus when the page is pushed keeps it until then: the way back leads there. */
static void
hc_article_page_map (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (hc_article_page_parent_class)->map (widget);

  if (gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (HC_ARTICLE_PAGE (widget)->scroller));
}

static void
hc_article_page_shown (AdwNavigationPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (HC_ARTICLE_PAGE (page)->scroller));
}

static void
add_scroll_key (GtkEventController *keys,
                guint               key,
                GdkModifierType     modifiers,
                GtkScrollType       scroll)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_signal_action_new ("scroll-child"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new ("(ib)", scroll, FALSE));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_scroll_keys (HcArticlePage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_scroll_key (keys, GDK_KEY_Down, 0, GTK_SCROLL_STEP_DOWN);
  add_scroll_key (keys, GDK_KEY_Up, 0, GTK_SCROLL_STEP_UP);
  add_scroll_key (keys, GDK_KEY_space, 0, GTK_SCROLL_PAGE_DOWN);
  add_scroll_key (keys, GDK_KEY_space, GDK_SHIFT_MASK, GTK_SCROLL_PAGE_UP);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), keys);
}

static void
hc_article_page_unmap (GtkWidget *widget)
{
  hc_place_keeper_flush (HC_ARTICLE_PAGE (widget)->keeper);

  GTK_WIDGET_CLASS (hc_article_page_parent_class)->unmap (widget);
}

static void
hc_article_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (object);

  switch (prop_id)
    {
    case PROP_LINK:
      if (hc_article_view_get_article (self->view) != NULL)
        g_value_take_string (value, _hc_article_page_dup_link (self, NULL));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_article_page_dispose (GObject *object)
{
  HcArticlePage *self = HC_ARTICLE_PAGE (object);

  if (self->keeper != NULL)
    g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_ARTICLE_PAGE);
  g_clear_object (&self->interlude);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_article_page_parent_class)->dispose (object);
}

static void
hc_article_page_class_init (HcArticlePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_article_page_dispose;
  object_class->get_property = hc_article_page_get_property;
  widget_class->map = hc_article_page_map;
  widget_class->unmap = hc_article_page_unmap;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hc_article_page_shown;

  /**
   * HcArticlePage:link:
   *
   * The link to the article.
   */
  properties[PROP_LINK] = g_param_spec_string ("link", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HC_TYPE_ARTICLE_VIEW);
  g_type_ensure (HC_TYPE_FIND_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/articles/hc-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, content);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, topic_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, introduction);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, summary_box);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, answer_title);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, details_label);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, extra);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, view);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, neighbors);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, next_row);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, previous_row);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, contents);
  gtk_widget_class_bind_template_child (widget_class, HcArticlePage, bookmark_button);
  gtk_widget_class_bind_template_callback (widget_class, contents_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, _hc_article_page_update_contents);
  gtk_widget_class_bind_template_callback (widget_class, find_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_state_cb);

  gtk_widget_class_install_action (widget_class, "article.show-contents", NULL, show_contents_action);
  gtk_widget_class_install_action (widget_class, "article.show-source", "(us)", show_source_action);
  gtk_widget_class_install_action (widget_class, "article.leave-source", "u", leave_source_action);
  gtk_widget_class_install_action (widget_class, "article.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "article.previous", NULL, previous_action);
  _hc_article_page_class_install_actions (widget_class);
}

static void
hc_article_page_init (HcArticlePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_scroll_keys (self);

  self->keeper = hc_place_keeper_new (self->scroller, self->content, self->view);
  g_signal_connect_object (self->keeper, "moved", G_CALLBACK (update_selected_heading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "settled", G_CALLBACK (save_place), self, G_CONNECT_SWAPPED);

  hc_find_bar_attach (self->find_bar, self->scroller, self->content, self->view, self->keeper);
  find_state_cb (self);
}

/**
 * hc_article_page_new:
 * @context: the library and the profile
 *
 * Returns: (transfer floating): a page without an article
 */
HcArticlePage *
hc_article_page_new (HcContext *context)
{
  HcArticlePage *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_ARTICLE_PAGE, NULL);
  self->context = g_object_ref (context);
  profile = hc_context_get_profile (context);

  hc_article_view_set_notes (self->view, hc_profile_get_notes (profile));
  g_signal_connect_object (hc_profile_get_bookmarks (profile), "items-changed",
                           G_CALLBACK (update_bookmark), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::state", G_CALLBACK (profile_state_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_article_page_show:
 * @self: a page
 * @article: an article with its text
 * @anchor: (nullable): where to go in it; %NULL for where the reader left it
 */
void
hc_article_page_show (HcArticlePage *self,
                      HcArticle     *article,
                      const char    *anchor)
{
  g_autofree char *link = NULL;
  const HcReadingPlace *place;
  double offset = 0.0;

  g_return_if_fail (HC_IS_ARTICLE_PAGE (self));
  g_return_if_fail (HC_IS_ARTICLE (article) && hc_article_has_content (article));

  self->awaits_place = anchor == NULL && is_read_through (article) &&
                       hc_profile_get_state (hc_context_get_profile (self->context)) != HC_PROFILE_READY;

  if (anchor == NULL && is_read_through (article))
    {
      link = hc_article_dup_link (article);
      place = hc_reading_store_lookup (hc_profile_get_reading (hc_context_get_profile (self->context)), link);
      anchor = place != NULL ? place->anchor : NULL;
      offset = place != NULL ? place->offset : 0.0;
    }

  show_page (self, article, hc_article_find_page (article, anchor), anchor, offset);
}

/**
 * hc_article_page_set_extra:
 * @self: a page
 * @extra: (nullable): what stands between the head of an article and its text
 * @interlude: (nullable): what stands in the text, behind the call-outs that it begins with
 *
 * Adds something to the first page of each article. It is set once.
 */
void
hc_article_page_set_extra (HcArticlePage *self,
                           GtkWidget     *extra,
                           GtkWidget     *interlude)
{
  g_return_if_fail (HC_IS_ARTICLE_PAGE (self));
  g_return_if_fail (self->interlude == NULL);

  adw_bin_set_child (self->extra, extra);
  if (interlude != NULL)
    self->interlude = g_object_ref_sink (interlude);
}

/**
 * hc_article_page_find:
 * @self: a page
 *
 * Opens the bar that finds words in the article, with the cursor in it.
 */
void
hc_article_page_find (HcArticlePage *self)
{
  g_return_if_fail (HC_IS_ARTICLE_PAGE (self));

  hc_find_bar_open (self->find_bar);
}

/**
 * hc_article_page_get_article:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the article that it shows
 */
HcArticle *
hc_article_page_get_article (HcArticlePage *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE_PAGE (self), NULL);

  return hc_article_view_get_article (self->view);
}
