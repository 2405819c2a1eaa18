/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-find-bar.h"

#include <glib/gi18n.h>

#include "hc-text-marks.h"

/* What is gone to stands at this part of the height of the view. */
#define PART_ABOVE 0.3

/* How many letters around a match are read out. */
#define LETTERS_AROUND 40

/**
 * HcFindBar:
 *
 * Finds words in the article that is shown, on all of its pages: marks them in the text, counts them
 * and leads from one to the next.
 *
 * It needs the actions `article.find-next` and `article.find-previous` of those around it, which call
 * hc_find_bar_go(), and says by #HcFindBar::show-page which page of the article it needs.
 */
struct _HcFindBar
{
  AdwBin             parent_instance;

  GtkSearchBar      *bar;
  GtkEditable       *entry;
  GtkLabel          *count_label;

  GtkScrolledWindow *scroller; /* not owned: all four are parts of the page around the bar */
  GtkWidget         *content;
  HcArticleView     *view;
  HcPlaceKeeper     *keeper;

  HcArticle         *article;  /* in which @matches were found */
  char              *words;    /* for which they were found */
  GArray            *matches;  /* of HcTextMatch; NULL while nothing is looked for */
  guint              current;
  guint              begin;    /* the block at which the reader was */
  guint              tick;     /* goes to the current match as soon as it has a place */
};

enum {
  SHOW_PAGE,
  STATE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcFindBar, hc_find_bar, ADW_TYPE_BIN)

static const HcTextMatch *
get_current (HcFindBar *self)
{
  return self->matches != NULL && self->current < self->matches->len
         ? &g_array_index (self->matches, HcTextMatch, self->current) : NULL;
}

static guint
find_page (HcArticle *article,
           guint      top)
{
  guint n_pages = hc_article_get_n_pages (article);

  for (guint page = 0; page < n_pages; page++)
    {
      guint first, n_blocks;

      hc_article_get_page (article, page, &first, &n_blocks);
      if (top < first + n_blocks)
        return page;
    }

  return n_pages - 1;
}

static gboolean
has_anchor (HcBlock    *block,
            const char *anchor)
{
  if (g_strcmp0 (block->anchor, anchor) == 0)
    return TRUE;

  for (guint i = 0; i < block->children->len; i++)
    if (has_anchor (g_ptr_array_index (block->children, i), anchor))
      return TRUE;

  return FALSE;
}

/* The block at the top of the view. */
static guint
find_place (HcFindBar *self)
{
  HcArticle *article = hc_article_view_get_article (self->view);
  const char *anchor = hc_place_keeper_get_anchor (self->keeper);
  guint first, n_blocks;

  hc_article_get_page (article, hc_article_view_get_page (self->view), &first, &n_blocks);

  for (guint i = first; anchor != NULL && i < first + n_blocks; i++)
    if (has_anchor (g_ptr_array_index (hc_article_get_blocks (article), i), anchor))
      return i;

  return first;
}

static void
stop_going (HcFindBar *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
}

static gboolean
go_cb (GtkWidget     *widget,
       GdkFrameClock *clock,
       gpointer       user_data)
{
  HcFindBar *self = user_data;
  const HcTextMatch *match = get_current (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page_size = gtk_adjustment_get_page_size (adjustment);
  double top = gtk_adjustment_get_value (adjustment);
  graphene_rect_t place;

  if (match != NULL)
    {
      /* A page that is being made, or is finding its place again, has none for the match yet. */
      if (hc_place_keeper_is_going (self->keeper) ||
          !hc_text_marks_locate (GTK_WIDGET (self->view), match, self->content, &place))
        return G_SOURCE_CONTINUE;

      if (place.origin.y < top || place.origin.y + 2.0 * place.size.height > top + page_size)
        gtk_adjustment_set_value (adjustment, place.origin.y - page_size * PART_ABOVE);
    }

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* The words around the match, for those who do not see where it stands. */
static char *
dup_around (const HcTextMatch *match)
{
  g_autofree char *text = hc_block_dup_shown_text (match->block);
  long n = g_utf8_strlen (text, -1);
  long start = g_utf8_pointer_to_offset (text, text + match->start) - LETTERS_AROUND;
  long end = g_utf8_pointer_to_offset (text, text + match->end) + LETTERS_AROUND;

  return g_utf8_substring (text, MAX (start, 0), MIN (end, n));
}

static void
update_count (HcFindBar *self)
{
  const HcTextMatch *match = get_current (self);
  g_autofree char *count = NULL;
  gboolean has_words = self->matches != NULL;

  if (match != NULL)
    /* Translators: the number of the place in the text that was found, and how many there are. */
    count = g_strdup_printf (_("%u of %u"), self->current + 1, self->matches->len);
  else
    count = g_strdup (_("No matches"));

  gtk_label_set_label (self->count_label, has_words ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), has_words);
  g_signal_emit (self, signals[STATE_CHANGED], 0);

  if (has_words)
    {
      g_autofree char *around = match != NULL ? dup_around (match) : NULL;
      g_autofree char *announcement = match != NULL ? g_strdup_printf ("%s: %s", count, around) : g_strdup (count);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

/* Marks what was found on the page that is shown, which may be one that was not shown before. */
static void
show_marks (HcFindBar *self)
{
  hc_article_view_complete (self->view);
  hc_text_marks_show (GTK_WIDGET (self->view), self->matches, self->current);
}

static void
show_current (HcFindBar *self)
{
  const HcTextMatch *match = get_current (self);

  if (match != NULL)
    {
      guint page = find_page (self->article, match->top);

      self->begin = match->top;
      if (page != hc_article_view_get_page (self->view))
        g_signal_emit (self, signals[SHOW_PAGE], 0, page);
    }

  show_marks (self);
  update_count (self);

  if (match != NULL && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), go_cb, self, NULL);
}

static void
forget (HcFindBar *self)
{
  stop_going (self);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->article);
  self->current = 0;
}

/* Returns whether other words are looked for than before. */
static gboolean
search (HcFindBar *self)
{
  const char *words = gtk_editable_get_text (self->entry);
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  if (g_strcmp0 (words, self->words) == 0)
    return FALSE;

  forget (self);

  if (*stripped != '\0')
    {
      self->words = g_strdup (words);
      self->article = g_object_ref (hc_article_view_get_article (self->view));
      self->matches = hc_article_find_text (self->article, words);

      /* The first one from where the reader is, or from the beginning again. */
      while (self->current < self->matches->len && get_current (self)->top < self->begin)
        self->current++;
      if (self->current == self->matches->len)
        self->current = 0;
    }

  show_current (self);

  return TRUE;
}

static void
search_changed_cb (HcFindBar *self)
{
  if (hc_find_bar_is_open (self))
    search (self);
}

static void
activate_cb (HcFindBar *self)
{
  hc_find_bar_go (self, 1);
}

static void
next_cb (HcFindBar *self)
{
  hc_find_bar_go (self, 1);
}

static void
previous_cb (HcFindBar *self)
{
  hc_find_bar_go (self, -1);
}

static void
open_changed_cb (HcFindBar *self)
{
  gboolean is_open = hc_find_bar_is_open (self);

  /* The template is being built. */
  if (self->view == NULL)
    return;

  forget (self);

  if (is_open)
    {
      self->begin = find_place (self);
    }
  else
    {
      hc_text_marks_clear (GTK_WIDGET (self->view));
      gtk_widget_set_visible (GTK_WIDGET (self->count_label), FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
    }

  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
hc_find_bar_dispose (GObject *object)
{
  HcFindBar *self = HC_FIND_BAR (object);

  if (self->scroller != NULL)
    stop_going (self);
  self->scroller = NULL;
  self->view = NULL;
  self->bar = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_FIND_BAR);

  G_OBJECT_CLASS (hc_find_bar_parent_class)->dispose (object);
}

static void
hc_find_bar_finalize (GObject *object)
{
  HcFindBar *self = HC_FIND_BAR (object);

  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_object (&self->article);
  g_free (self->words);

  G_OBJECT_CLASS (hc_find_bar_parent_class)->finalize (object);
}

static void
hc_find_bar_class_init (HcFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_find_bar_dispose;
  object_class->finalize = hc_find_bar_finalize;

  /**
   * HcFindBar::show-page:
   * @self: a bar
   * @page: the number of a page, from 0
   *
   * The article view must show that page of its article now.
   */
  signals[SHOW_PAGE] = g_signal_new ("show-page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * HcFindBar::state-changed:
   *
   * hc_find_bar_is_open() or hc_find_bar_can_go() may tell something else than before.
   */
  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/articles/hc-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, HcFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, HcFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, HcFindBar, count_label);
  gtk_widget_class_bind_template_callback (widget_class, open_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
hc_find_bar_init (HcFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
}

/**
 * hc_find_bar_attach:
 * @self: a bar
 * @scroller: what scrolls the article; it gets the keyboard when the bar is closed
 * @content: the widget within it that moves
 * @view: the article within @content
 * @keeper: keeps the place of the reader
 *
 * Says where to find. All four must live as long as the bar.
 */
void
hc_find_bar_attach (HcFindBar         *self,
                    GtkScrolledWindow *scroller,
                    GtkWidget         *content,
                    HcArticleView     *view,
                    HcPlaceKeeper     *keeper)
{
  g_return_if_fail (HC_IS_FIND_BAR (self));
  g_return_if_fail (HC_IS_ARTICLE_VIEW (view));

  self->scroller = scroller;
  self->content = content;
  self->view = view;
  self->keeper = keeper;
}

/**
 * hc_find_bar_open:
 * @self: a bar
 *
 * Shows the bar and gives it the keyboard. The words that it looked for are selected.
 */
void
hc_find_bar_open (HcFindBar *self)
{
  g_return_if_fail (HC_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * hc_find_bar_close:
 * @self: a bar
 *
 * Hides the bar and takes the marks away. The reader stays where they are.
 */
void
hc_find_bar_close (HcFindBar *self)
{
  g_return_if_fail (HC_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/**
 * hc_find_bar_is_open:
 * @self: a bar
 *
 * Returns: whether it is shown
 */
gboolean
hc_find_bar_is_open (HcFindBar *self)
{
  g_return_val_if_fail (HC_IS_FIND_BAR (self), FALSE);

  return self->bar != NULL && gtk_search_bar_get_search_mode (self->bar);
}

/**
 * hc_find_bar_can_go:
 * @self: a bar
 *
 * Returns: whether hc_find_bar_go() does something: leads to a match, or opens the bar
 */
gboolean
hc_find_bar_can_go (HcFindBar *self)
{
  g_return_val_if_fail (HC_IS_FIND_BAR (self), FALSE);

  return !hc_find_bar_is_open (self) || get_current (self) != NULL;
}

/**
 * hc_find_bar_go:
 * @self: a bar
 * @distance: 1 for the next match, -1 for the one before
 *
 * Goes on to another match; after the last one comes the first.
 */
void
hc_find_bar_go (HcFindBar *self,
                int        distance)
{
  guint n;

  g_return_if_fail (HC_IS_FIND_BAR (self));

  if (!hc_find_bar_is_open (self))
    {
      hc_find_bar_open (self);
      return;
    }

  /* The entry tells of changes with a delay: the first match may still have to be found. */
  if (search (self) || get_current (self) == NULL)
    return;

  n = self->matches->len;
  self->current = (guint) ((self->current + n + (guint) distance) % n);
  show_current (self);
}

/**
 * hc_find_bar_refresh:
 * @self: a bar
 *
 * The view shows another page of the article, or another article: what was found is marked there, too.
 * With another article the bar closes.
 */
void
hc_find_bar_refresh (HcFindBar *self)
{
  g_return_if_fail (HC_IS_FIND_BAR (self));

  if (self->article != NULL && self->article != hc_article_view_get_article (self->view))
    hc_find_bar_close (self);
  else if (self->matches != NULL)
    show_marks (self);
}
