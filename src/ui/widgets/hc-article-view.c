/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-article-view.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-link.h"
#include "hc-note-mark.h"
#include "hc-paragraph.h"
#include "hc-selection-popover.h"
#include "hc-wrapped-label.h"

/* Longer lines tire the eye. */
#define CHARACTERS_PER_LINE 68

/* So many blocks fill a usual window. The others follow as soon as these are painted. */
#define N_BLOCKS_AT_ONCE 8

/**
 * HcArticleView:
 *
 * One page of an article as native widgets: its blocks, the marks of the person's notes, and the
 * sources that the page cites. It is as high as its content; whoever shows it scrolls it.
 */
struct _HcArticleView
{
  GtkWidget    parent_instance;

  GtkWidget   *popover;
  int          column_width;

  HcArticle   *article;
  guint        page;
  HcNoteStore *notes;

  guint        next_block;    /* the first one that has no widget yet */
  guint        end_block;     /* the one after the last of the page */
  guint        rest_tick;     /* makes the widgets that are missing */
  gboolean     is_painted;    /* a frame has begun since the first ones were made */
  GHashTable  *citations;     /* the numbers of the sources that the page cites */

  GPtrArray   *anchored;      /* of Anchored, in the order of the text */
  GtkWidget   *article_notes; /* the notes on the article as a whole; NULL while there are none */
  GtkWidget   *sources;       /* NULL on a page without citations */
};

/* A widget that a link, a note or the reading place can name. */
typedef struct
{
  HcBlockKind  kind;
  const char  *anchor; /* owned by the article */
  GtkWidget   *widget; /* a descendant of the view */
} Anchored;

enum {
  PROP_0,
  PROP_COLUMN_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcArticleView, hc_article_view, GTK_TYPE_WIDGET)

static void
add_anchored (HcArticleView *self,
              HcBlockKind    kind,
              const char    *anchor,
              GtkWidget     *widget)
{
  Anchored *anchored = g_new (Anchored, 1);

  *anchored = (Anchored) { kind, anchor, widget };
  g_ptr_array_add (self->anchored, anchored);
}

static void
add_paragraphs_within (HcArticleView *self,
                       GtkWidget     *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (HC_IS_PARAGRAPH (child) && hc_paragraph_get_anchor (HC_PARAGRAPH (child)) != NULL)
        add_anchored (self, HC_BLOCK_PARAGRAPH, hc_paragraph_get_anchor (HC_PARAGRAPH (child)), child);
      else
        add_paragraphs_within (self, child);
    }
}

static void
append (HcArticleView *self,
        GtkWidget     *widget)
{
  gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

static GtkWidget *
make_section_heading (const char *title)
{
  GtkWidget *label = hc_wrapped_label_new_heading (title, "heading-2");

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);

  return label;
}

static void
append_sources (HcArticleView *self)
{
  if (g_hash_table_size (self->citations) == 0)
    return;

  self->sources = make_section_heading (_("Sources"));
  append (self, self->sources);
  add_anchored (self, HC_BLOCK_HEADING, HC_ARTICLE_VIEW_SOURCES, self->sources);
  append (self, hc_source_list_new (hc_article_get_sources (self->article), self->citations));
}

/* Among the widgets that were made already. */
static GtkWidget *
find_widget (HcArticleView *self,
             const char    *anchor)
{
  for (guint i = 0; i < self->anchored->len; i++)
    {
      Anchored *anchored = g_ptr_array_index (self->anchored, i);

      if (g_str_equal (anchored->anchor, anchor))
        return anchored->widget;
    }

  return NULL;
}

/* A note on the article, or on a paragraph that a later edition of the article has changed, stands
 * at the end. One on a paragraph of another page, or without a widget yet, is left out. */
static void
show_note (HcArticleView *self,
           HcNote        *note)
{
  g_autoptr (HcLink) link = hc_link_parse (hc_note_get_link (note), NULL);
  const char *anchor = link != NULL ? link->anchor : NULL;
  GtkWidget *widget = anchor != NULL ? find_widget (self, anchor) : NULL;

  if (HC_IS_PARAGRAPH (widget))
    {
      hc_paragraph_add_note (HC_PARAGRAPH (widget), note);
      return;
    }

  if (anchor != NULL && hc_article_find_block (self->article, anchor) != NULL)
    return;

  if (self->article_notes == NULL)
    {
      self->article_notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_box_append (GTK_BOX (self->article_notes), make_section_heading (
        hc_article_get_kind (self->article) == HC_ARTICLE_KIND_QUESTION ? _("Your Notes on This Answer")
                                                                        : _("Your Notes on This Article")));
      gtk_widget_insert_before (self->article_notes, GTK_WIDGET (self), self->sources);
    }

  gtk_box_append (GTK_BOX (self->article_notes), hc_note_mark_new (note));
}

static void
update_notes (HcArticleView *self)
{
  g_autofree char *link = NULL;
  guint n_notes;

  for (guint i = 0; i < self->anchored->len; i++)
    {
      Anchored *anchored = g_ptr_array_index (self->anchored, i);

      if (HC_IS_PARAGRAPH (anchored->widget))
        hc_paragraph_clear_notes (HC_PARAGRAPH (anchored->widget));
    }
  g_clear_pointer (&self->article_notes, gtk_widget_unparent);

  if (self->article == NULL || self->notes == NULL)
    return;

  link = hc_article_dup_link (self->article);
  n_notes = g_list_model_get_n_items (G_LIST_MODEL (self->notes));

  /* The store has the newest first; on the page the oldest stands first. */
  for (guint i = n_notes; i > 0; i--)
    {
      g_autoptr (HcNote) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i - 1);

      if (hc_note_is_about (note, link))
        show_note (self, note);
    }
}

static void
stop_waiting (HcArticleView *self)
{
  if (self->rest_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->rest_tick);

  self->rest_tick = 0;
  self->is_painted = FALSE;
}

static void
clear (HcArticleView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  stop_waiting (self);
  g_ptr_array_set_size (self->anchored, 0);
  g_hash_table_remove_all (self->citations);
  self->next_block = self->end_block = 0;
  self->article_notes = NULL;
  self->sources = NULL;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != self->popover)
        gtk_widget_unparent (child);
      child = next;
    }
}

/* The width of a line follows the size of its letters. */
static void
update_column_width (HcArticleView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (CHARACTERS_PER_LINE * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  if (width == self->column_width)
    return;

  self->column_width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLUMN_WIDTH]);
}

static void
hc_article_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hc_article_view_parent_class)->css_changed (widget, change);

  update_column_width (HC_ARTICLE_VIEW (widget));
}

static void
hc_article_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, HC_ARTICLE_VIEW (object)->column_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_article_view_dispose (GObject *object)
{
  HcArticleView *self = HC_ARTICLE_VIEW (object);

  clear (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->notes);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (hc_article_view_parent_class)->dispose (object);
}

static void
hc_article_view_finalize (GObject *object)
{
  HcArticleView *self = HC_ARTICLE_VIEW (object);

  g_ptr_array_unref (self->anchored);
  g_hash_table_unref (self->citations);

  G_OBJECT_CLASS (hc_article_view_parent_class)->finalize (object);
}

static void
hc_article_view_class_init (HcArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_article_view_dispose;
  object_class->finalize = hc_article_view_finalize;
  object_class->get_property = hc_article_view_get_property;
  widget_class->css_changed = hc_article_view_css_changed;

  /**
   * HcArticleView:column-width:
   *
   * The width, in px, at which lines of the text are easy to read.
   */
  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 0, G_MAXINT, 600,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "article-view");
}

static void
hc_article_view_init (HcArticleView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "reading");

  self->column_width = 600;
  self->citations = g_hash_table_new (NULL, NULL);
  self->anchored = g_ptr_array_new_with_free_func (g_free);
  self->popover = hc_selection_popover_new (GTK_WIDGET (self));
}

/**
 * hc_article_view_set_notes:
 * @self: a view
 * @notes: the person's notes; those on the article are marked, and the marks follow
 */
void
hc_article_view_set_notes (HcArticleView *self,
                           HcNoteStore   *notes)
{
  g_return_if_fail (HC_IS_ARTICLE_VIEW (self));
  g_return_if_fail (HC_IS_NOTE_STORE (notes));

  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_func (self->notes, update_notes, self);

  g_set_object (&self->notes, notes);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (update_notes), self, G_CONNECT_SWAPPED);
  update_notes (self);
}

static void
append_blocks (HcArticleView *self,
               guint          n_blocks)
{
  for (; self->next_block < self->end_block && n_blocks > 0; self->next_block++, n_blocks--)
    {
      HcBlock *block = g_ptr_array_index (hc_article_get_blocks (self->article), self->next_block);
      GtkWidget *widget = hc_block_widget_new (block);

      append (self, widget);
      if (block->anchor != NULL)
        add_anchored (self, block->kind, block->anchor, widget);
      if (!HC_IS_PARAGRAPH (widget))
        add_paragraphs_within (self, widget);

      hc_block_collect_citations (block, self->citations);
    }
}

/**
 * hc_article_view_complete:
 * @self: a view
 *
 * Makes at once what is still missing of the page.
 */
void
hc_article_view_complete (HcArticleView *self)
{
  if (self->rest_tick == 0)
    return;

  stop_waiting (self);
  append_blocks (self, G_MAXUINT);
  append_sources (self);
  update_notes (self);
}

/* The first frame paints what there is; the rest is for the second one. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  HcArticleView *self = HC_ARTICLE_VIEW (widget);

  if (self->is_painted)
    hc_article_view_complete (self);
  self->is_painted = TRUE;

  return G_SOURCE_CONTINUE;
}

/**
 * hc_article_view_show:
 * @self: a view
 * @article: an article with its text
 * @page: the number of one of its pages, from 0
 */
void
hc_article_view_show (HcArticleView *self,
                      HcArticle     *article,
                      guint          page)
{
  guint n_blocks;

  g_return_if_fail (HC_IS_ARTICLE_VIEW (self));
  g_return_if_fail (HC_IS_ARTICLE (article) && hc_article_has_content (article));

  clear (self);
  g_set_object (&self->article, article);
  self->page = page;

  hc_article_get_page (article, page, &self->next_block, &n_blocks);
  self->end_block = self->next_block + n_blocks;

  append_blocks (self, N_BLOCKS_AT_ONCE);
  if (self->next_block < self->end_block)
    self->rest_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
  else
    append_sources (self);

  update_notes (self);
}

/**
 * hc_article_view_get_article:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the article that it shows
 */
HcArticle *
hc_article_view_get_article (HcArticleView *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE_VIEW (self), NULL);

  return self->article;
}

/**
 * hc_article_view_get_page:
 * @self: a view
 *
 * Returns: the number of the page that it shows, from 0
 */
guint
hc_article_view_get_page (HcArticleView *self)
{
  g_return_val_if_fail (HC_IS_ARTICLE_VIEW (self), 0);

  return self->page;
}

/**
 * hc_article_view_find:
 * @self: a view
 * @anchor: an anchor of the article, or %HC_ARTICLE_VIEW_SOURCES
 *
 * Returns: (transfer none) (nullable): the widget of that anchor, if it is on this page
 */
GtkWidget *
hc_article_view_find (HcArticleView *self,
                      const char    *anchor)
{
  GtkWidget *widget;

  g_return_val_if_fail (HC_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (anchor != NULL, NULL);

  if ((widget = find_widget (self, anchor)) != NULL)
    return widget;

  hc_article_view_complete (self);

  return find_widget (self, anchor);
}

/**
 * hc_article_view_find_citation:
 * @self: a view
 * @number: the number of a source
 *
 * Returns: (nullable): the anchor of the first block of this page that cites the source
 */
const char *
hc_article_view_find_citation (HcArticleView *self,
                               guint          number)
{
  g_return_val_if_fail (HC_IS_ARTICLE_VIEW (self), NULL);

  hc_article_view_complete (self);

  for (guint i = 0; i < self->anchored->len; i++)
    {
      Anchored *anchored = g_ptr_array_index (self->anchored, i);
      HcBlock *block = hc_article_find_block (self->article, anchored->anchor);
      g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

      if (block != NULL)
        hc_block_collect_citations (block, numbers);

      if (g_hash_table_contains (numbers, GUINT_TO_POINTER (number)))
        return anchored->anchor;
    }

  return NULL;
}

/**
 * hc_article_view_get_place:
 * @self: a view
 * @content: an ancestor of the view, whose top is y = 0
 * @y: a height within @content, in px
 * @offset: (out): how far @y is within the block there, from 0 to 1
 *
 * Returns: (nullable): the anchor of the block at that height or the next one below; %NULL above
 *   the first block
 */
const char *
hc_article_view_get_place (HcArticleView *self,
                           GtkWidget     *content,
                           double         y,
                           double        *offset)
{
  const char *previous = NULL;

  g_return_val_if_fail (HC_IS_ARTICLE_VIEW (self), NULL);

  *offset = 0.0;

  for (guint i = 0; i < self->anchored->len; i++)
    {
      Anchored *anchored = g_ptr_array_index (self->anchored, i);
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (anchored->widget, content, &bounds))
        continue;

      if (bounds.origin.y + bounds.size.height > y)
        {
          if (previous == NULL && bounds.origin.y > y)
            return NULL;

          if (bounds.size.height > 0.0f)
            *offset = CLAMP ((y - bounds.origin.y) / bounds.size.height, 0.0, 1.0);
          return anchored->anchor;
        }

      previous = anchored->anchor;
    }

  return previous;
}

/**
 * hc_article_view_get_focus:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the #HcParagraph that has the focus, as it has when a part of
 *   its text is selected
 */
GtkWidget *
hc_article_view_get_focus (HcArticleView *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (HC_IS_ARTICLE_VIEW (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return gtk_widget_get_ancestor (focus, HC_TYPE_PARAGRAPH);
}
