/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-pill-card.h"

#include <glib/gi18n.h>

#include "hc-pill-drawing.h"
#include "hc-pill-imprint.h"
#include "hc-pill-words.h"

/* Narrower, two sides cannot be made out. */
#define WIDTH 230

/**
 * HcPillCard:
 *
 * A pill that was found: what it looks like, what it is, who says so. Its buttons activate `win.open-link`,
 * and `pills.compare` and `pills.add-medicine` with its position in the list.
 */
struct _HcPillCard
{
  GtkBox         parent_instance;

  HcPillDrawing *drawing;
  GtkLabel      *title_label;
  GtkLabel      *details_label;
  GtkLabel      *look_label;
  GtkImage      *state_image;
  GtkLabel      *state_label;
  GtkLabel      *source_label;
  GtkLabel      *remark_label;
  GtkWidget     *read_button;
  GtkWidget     *compare_button;
  GtkWidget     *add_button;
};

G_DEFINE_FINAL_TYPE (HcPillCard, hc_pill_card, GTK_TYPE_BOX)

static gboolean
activate_link_cb (HcPillCard *self,
                  const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", uri);

  return TRUE;
}

static void
hc_pill_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_PILL_CARD);

  G_OBJECT_CLASS (hc_pill_card_parent_class)->dispose (object);
}

static void
hc_pill_card_class_init (HcPillCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_pill_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/pills/hc-pill-card.ui");
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, drawing);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, details_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, look_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, state_image);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, state_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, source_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, remark_label);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, read_button);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, compare_button);
  gtk_widget_class_bind_template_child (widget_class, HcPillCard, add_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
}

static void
hc_pill_card_init (HcPillCard *self)
{
  g_type_ensure (HC_TYPE_PILL_DRAWING);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
}

/**
 * hc_pill_card_new:
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
hc_pill_card_new (void)
{
  return g_object_new (HC_TYPE_PILL_CARD, NULL);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
append (GString    *text,
        const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
dup_details (const HcPillDetails *details)
{
  GString *text = g_string_new (NULL);

  append (text, details->brand);
  append (text, details->form);
  append (text, details->maker);

  return g_string_free_and_steal (text);
}

/* What the drawing shows that is easier to read as text: imprint and size. */
static char *
dup_look (const HcPillLook *look)
{
  g_autofree char *front = hc_pill_imprint_show (look->front);
  g_autofree char *back = hc_pill_imprint_show (look->back);
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, front);
  append (text, back);

  if (look->size > 0.0)
    {
      g_autofree char *size = g_strdup_printf ("%.3g", look->size);
      /* Translators: %s is a number of millimeters. */
      g_autofree char *words = g_strdup_printf (_("%s mm"), size);

      append (text, words);
    }

  if (look->score > 0)
    append (text, hc_pill_words_get_score (look->score));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
dup_source (const HcPillDetails *details)
{
  /* Translators: what says that a pill looks so. */
  g_autofree char *text = *details->source != '\0' ? g_strdup_printf (_("From: %s"), details->source) : g_strdup ("");

  if (*details->url == '\0')
    return g_markup_escape_text (text, -1);

  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", details->url, text);
}

/**
 * hc_pill_card_show:
 * @self: a card
 * @pill: what it is to show
 * @position: its position in the list
 */
void
hc_pill_card_show (HcPillCard *self,
                   HcPill     *pill,
                   guint       position)
{
  const HcPillDetails *details;
  g_autofree char *title = NULL;
  g_autofree char *what = NULL;
  g_autofree char *look = NULL;
  g_autofree char *source = NULL;

  g_return_if_fail (HC_IS_PILL_CARD (self));
  g_return_if_fail (HC_IS_PILL (pill));

  details = hc_pill_get_details (pill);
  title = hc_pill_dup_title (pill);
  what = dup_details (details);
  look = dup_look (hc_pill_get_look (pill));
  source = dup_source (details);

  hc_pill_drawing_set_pill (self->drawing, pill);
  gtk_label_set_label (self->title_label, title);
  set_text (self->details_label, what);
  set_text (self->look_label, look);
  set_text (self->source_label, source);
  set_text (self->remark_label, details->remark);
  gtk_image_set_from_icon_name (self->state_image,
                                details->confirmed ? "object-select-symbolic" : "dialog-question-symbolic");
  gtk_label_set_label (self->state_label, details->confirmed ? _("Confirmed by the maker's label")
                                                             : _("Not confirmed: compare it with the package"));

  gtk_widget_set_visible (self->read_button, *details->target != '\0');
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_button), "s", details->target);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "u", position);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->read_button), "win.open-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->compare_button), "pills.compare");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "pills.add-medicine");
}
