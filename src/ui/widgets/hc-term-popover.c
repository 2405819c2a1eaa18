/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-term-popover.h"

#include <glib/gi18n.h>

#include "hc-link.h"

/* In px: as wide as the definition is easy to read, and away from the edges of a narrow window. */
#define WIDTH 400
#define MARGIN 60

/**
 * HcTermPopover:
 *
 * What a word means, shown where it stands. The focus is in it as long as it is open and comes back to
 * the word.
 */
struct _HcTermPopover
{
  GtkPopover         parent_instance;

  GtkWidget         *view;         /* its parent */
  GtkWidget         *focus_before; /* weak; where the focus was before it opened */

  GtkScrolledWindow *scroller;
  GtkLabel          *name_label;
  GtkLabel          *definition_label;
  GtkLabel          *source_label;
  GtkWidget         *more_button;
  GtkWidget         *all_button;
};

G_DEFINE_FINAL_TYPE (HcTermPopover, hc_term_popover, GTK_TYPE_POPOVER)

static void
set_focus_before (HcTermPopover *self,
                  GtkWidget     *widget)
{
  g_set_weak_pointer (&self->focus_before, widget);
}

static void
closed_cb (HcTermPopover *self)
{
  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);

  set_focus_before (self, NULL);
}

/* Its action has led to another page: the focus is there. */
static void
button_clicked_cb (HcTermPopover *self)
{
  set_focus_before (self, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
hc_term_popover_dispose (GObject *object)
{
  HcTermPopover *self = HC_TERM_POPOVER (object);

  set_focus_before (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TERM_POPOVER);

  G_OBJECT_CLASS (hc_term_popover_parent_class)->dispose (object);
}

static void
hc_term_popover_class_init (HcTermPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_term_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/widgets/hc-term-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTermPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcTermPopover, name_label);
  gtk_widget_class_bind_template_child (widget_class, HcTermPopover, definition_label);
  gtk_widget_class_bind_template_child (widget_class, HcTermPopover, source_label);
  gtk_widget_class_bind_template_child (widget_class, HcTermPopover, more_button);
  gtk_widget_class_bind_template_child (widget_class, HcTermPopover, all_button);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
hc_term_popover_init (HcTermPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->name_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->definition_label, NULL,
                                  -1);
}

/**
 * hc_term_popover_new:
 * @view: a box with texts in it
 *
 * Returns: (transfer none): a popover that is a child of @view and goes with it
 */
HcTermPopover *
hc_term_popover_new (GtkWidget *view)
{
  HcTermPopover *self;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  self = g_object_new (HC_TYPE_TERM_POPOVER, NULL);
  self->view = view;
  gtk_widget_set_parent (GTK_WIDGET (self), view);

  return self;
}

static void
set_size (HcTermPopover *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->view));
  int width = MIN (WIDTH, gtk_widget_get_width (root) - MARGIN);
  int height = MAX (gtk_widget_get_height (root) / 2, MARGIN);

  gtk_widget_set_size_request (GTK_WIDGET (self->scroller), width, -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, height);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
}

/**
 * hc_term_popover_show:
 * @self: a popover
 * @term: the term to be explained
 * @has_more: whether to offer the article of the term, if it has one
 * @place: where the word stands, in px of the view
 */
void
hc_term_popover_show (HcTermPopover      *self,
                      HcTerm             *term,
                      gboolean            has_more,
                      const GdkRectangle *place)
{
  g_autofree char *link = NULL;
  g_autofree char *words = NULL;
  const char *article;
  GPtrArray *sources;

  g_return_if_fail (HC_IS_TERM_POPOVER (self));
  g_return_if_fail (HC_IS_TERM (term));

  link = hc_term_dup_link (term);
  article = hc_term_get_article (term);
  sources = hc_term_get_sources (term);

  gtk_label_set_label (self->name_label, hc_term_get_name (term));
  gtk_label_set_label (self->definition_label, hc_term_get_definition (term));
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), sources->len > 0);
  if (sources->len > 0)
    {
      /* Translators: %s is who published what a definition relies on. */
      g_autofree char *source =
        g_strdup_printf (_("From: %s"), ((HcSource *) g_ptr_array_index (sources, 0))->publisher);

      gtk_label_set_label (self->source_label, source);
    }

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all_button), "s", link);
  gtk_widget_set_visible (self->more_button, article != NULL && has_more);
  if (article != NULL)
    {
      g_autofree char *more = g_strconcat (HC_LINK_SCHEME ":article/", article, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more_button), "s", more);
    }

  set_focus_before (self, gtk_root_get_focus (gtk_widget_get_root (self->view)));
  set_size (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->more_button) ? self->more_button : self->all_button);

  /* Translators: a medical word and what it means, for a screen reader. */
  words = g_strdup_printf (_("%s: %s"), hc_term_get_name (term), hc_term_get_definition (term));
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
