/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-place-keeper.h"

/* A place is reported when the text has stood still for this long. */
#define SETTLE_MS 400

/* What is gone to stands this far below the top, in px. */
#define MARGIN 12.0

/**
 * HcPlaceKeeper:
 *
 * Knows which block of an article stands at the top of the view, and brings it back: after a
 * restart, and when the width of the window or the size of the text changes. A place is a block and
 * a fraction of its height, so that it means the same at any size.
 */
struct _HcPlaceKeeper
{
  GObject            parent_instance;

  GtkScrolledWindow *scroller; /* not owned: it owns us through its page */
  GtkWidget         *content;
  HcArticleView     *view;

  char              *anchor;   /* NULL: above the first block */
  double             offset;
  gboolean           at_end;

  double             upper;    /* of the adjustment, when the place was gone to last */
  double             page_size;

  guint              tick;     /* going to the place as soon as it has a size */
  guint              settle;
};

enum {
  MOVED,
  SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HcPlaceKeeper, hc_place_keeper, G_TYPE_OBJECT)

static void
settle_cb (gpointer user_data)
{
  HcPlaceKeeper *self = user_data;

  self->settle = 0;
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
await_settling (HcPlaceKeeper *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add_once (SETTLE_MS, settle_cb, self);
}

static void
stop (HcPlaceKeeper *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;

  gtk_widget_set_opacity (self->content, 1.0);
}

/* What can be seen as a whole is read without scrolling. */
static gboolean
fits (HcPlaceKeeper *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  return gtk_widget_get_height (self->content) > 0 &&
         gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment);
}

static gboolean
go_cb (GtkWidget     *widget,
       GdkFrameClock *clock,
       gpointer       user_data)
{
  HcPlaceKeeper *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkWidget *target = self->anchor != NULL ? hc_article_view_find (self->view, self->anchor) : NULL;
  graphene_rect_t bounds;
  double y = 0.0;

  if (target != NULL)
    {
      /* Not laid out yet: wait for the next frame. */
      if (gtk_widget_get_height (target) == 0 || !gtk_widget_compute_bounds (target, self->content, &bounds))
        return G_SOURCE_CONTINUE;

      y = bounds.origin.y + bounds.size.height * self->offset - (self->offset > 0.0 ? 0.0 : MARGIN);
    }

  self->upper = gtk_adjustment_get_upper (adjustment);
  self->page_size = gtk_adjustment_get_page_size (adjustment);
  gtk_adjustment_set_value (adjustment, y);
  self->tick = 0;
  stop (self);
  g_signal_emit (self, signals[MOVED], 0);

  if (fits (self))
    await_settling (self);

  return G_SOURCE_REMOVE;
}

static void
start (HcPlaceKeeper *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), go_cb, self, NULL);
}

static void
scrolled_cb (HcPlaceKeeper *self,
             GtkAdjustment *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (self->tick != 0)
    return;

  /* When the end comes nearer GTK moves the value, too. That is not the reader: the place stays. */
  if (!G_APPROX_VALUE (gtk_adjustment_get_upper (adjustment), self->upper, 0.5) ||
      !G_APPROX_VALUE (gtk_adjustment_get_page_size (adjustment), self->page_size, 0.5))
    {
      start (self);
      return;
    }

  g_set_str (&self->anchor, hc_article_view_get_place (self->view, self->content, value, &self->offset));
  self->at_end = value + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) - 1.0;

  g_signal_emit (self, signals[MOVED], 0);
  await_settling (self);
}

static void
hc_place_keeper_dispose (GObject *object)
{
  HcPlaceKeeper *self = HC_PLACE_KEEPER (object);

  if (self->scroller != NULL)
    stop (self);
  self->scroller = NULL;
  g_clear_handle_id (&self->settle, g_source_remove);

  G_OBJECT_CLASS (hc_place_keeper_parent_class)->dispose (object);
}

static void
hc_place_keeper_finalize (GObject *object)
{
  HcPlaceKeeper *self = HC_PLACE_KEEPER (object);

  g_free (self->anchor);

  G_OBJECT_CLASS (hc_place_keeper_parent_class)->finalize (object);
}

static void
hc_place_keeper_class_init (HcPlaceKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hc_place_keeper_dispose;
  object_class->finalize = hc_place_keeper_finalize;

  /**
   * HcPlaceKeeper::moved:
   *
   * The place is another one.
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * HcPlaceKeeper::settled:
   *
   * The reader has stopped scrolling: the place is worth being written down.
   */
  signals[SETTLED] = g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hc_place_keeper_init (HcPlaceKeeper *self)
{
}

/**
 * hc_place_keeper_new:
 * @scroller: what is scrolled
 * @content: the widget within it that moves
 * @view: the article within @content
 *
 * Returns: (transfer full): a keeper, to be disposed of before the three widgets
 */
HcPlaceKeeper *
hc_place_keeper_new (GtkScrolledWindow *scroller,
                     GtkWidget         *content,
                     HcArticleView     *view)
{
  HcPlaceKeeper *self = g_object_new (HC_TYPE_PLACE_KEEPER, NULL);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);

  self->scroller = scroller;
  self->content = content;
  self->view = view;

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  /* The height has changed: the same place is somewhere else now. */
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (start), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_place_keeper_go_to:
 * @self: a keeper
 * @anchor: (nullable): the anchor of a block of the page that is shown, %NULL for the beginning
 * @offset: how far into that block, from 0 to 1
 *
 * Goes to a place, as soon as it has a size.
 */
void
hc_place_keeper_go_to (HcPlaceKeeper *self,
                       const char    *anchor,
                       double         offset)
{
  g_return_if_fail (HC_IS_PLACE_KEEPER (self));

  g_set_str (&self->anchor, anchor != NULL && hc_article_view_find (self->view, anchor) != NULL ? anchor : NULL);
  self->offset = CLAMP (offset, 0.0, 1.0);
  self->at_end = FALSE;

  /* The reader must not see the beginning flash by. */
  gtk_widget_set_opacity (self->content, self->anchor != NULL ? 0.0 : 1.0);
  start (self);
}

/**
 * hc_place_keeper_is_going:
 * @self: a keeper
 *
 * Returns: whether it is on its way to a place: who scrolls now is taken back
 */
gboolean
hc_place_keeper_is_going (HcPlaceKeeper *self)
{
  g_return_val_if_fail (HC_IS_PLACE_KEEPER (self), FALSE);

  return self->tick != 0;
}

/**
 * hc_place_keeper_get_anchor:
 * @self: a keeper
 *
 * Returns: (nullable): the anchor of the block at the top of the view
 */
const char *
hc_place_keeper_get_anchor (HcPlaceKeeper *self)
{
  g_return_val_if_fail (HC_IS_PLACE_KEEPER (self), NULL);

  return self->anchor;
}

/**
 * hc_place_keeper_get_offset:
 * @self: a keeper
 *
 * Returns: how far into that block, from 0 to 1
 */
double
hc_place_keeper_get_offset (HcPlaceKeeper *self)
{
  g_return_val_if_fail (HC_IS_PLACE_KEEPER (self), 0.0);

  return self->offset;
}

/**
 * hc_place_keeper_is_at_end:
 * @self: a keeper
 *
 * Returns: whether the reader has scrolled to the end of the page, or sees all of it
 */
gboolean
hc_place_keeper_is_at_end (HcPlaceKeeper *self)
{
  g_return_val_if_fail (HC_IS_PLACE_KEEPER (self), FALSE);

  return self->at_end || fits (self);
}

/**
 * hc_place_keeper_flush:
 * @self: a keeper
 *
 * Reports a place that has not settled yet, because the page is about to be left.
 */
void
hc_place_keeper_flush (HcPlaceKeeper *self)
{
  g_return_if_fail (HC_IS_PLACE_KEEPER (self));

  if (self->settle == 0)
    return;

  g_clear_handle_id (&self->settle, g_source_remove);
  g_signal_emit (self, signals[SETTLED], 0);
}
