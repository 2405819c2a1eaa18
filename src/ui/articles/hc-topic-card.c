/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-topic-card.h"

#include <adwaita.h>

#include "hc-picture-view.h"
#include "hc-wrapped-label.h"

/* Narrower, nothing can be made out in a picture. */
#define WIDTH 150

#define PICTURE_WIDTH 200

#define ICON_SIZE 48

/* In characters: a longer title would make all cards wider. */
#define LINE_LENGTH 20

#define SPACE 12

/**
 * HcTopicCard:
 *
 * A large card in the grid of topics: a picture or an icon, a title, and a line about what is there.
 */
struct _HcTopicCard
{
  GtkFlowBoxChild  parent_instance;

  char            *link;
  GtkWidget       *detail;
};

G_DEFINE_FINAL_TYPE (HcTopicCard, hc_topic_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
hc_topic_card_finalize (GObject *object)
{
  g_free (HC_TOPIC_CARD (object)->link);

  G_OBJECT_CLASS (hc_topic_card_parent_class)->finalize (object);
}

static void
hc_topic_card_class_init (HcTopicCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_topic_card_finalize;
}

static void
hc_topic_card_init (HcTopicCard *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = hc_wrapped_label_new (text, css_class);

  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_LENGTH);

  return label;
}

/* The card itself tells a screen reader what it leads to. */
static GtkWidget *
make_image (HcPicture  *picture,
            const char *icon_name)
{
  GtkWidget *view;

  if (picture == NULL)
    return g_object_new (GTK_TYPE_IMAGE,
                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                         "icon-name", icon_name,
                         "pixel-size", ICON_SIZE,
                         "vexpand", TRUE,
                         NULL);

  view = g_object_new (HC_TYPE_PICTURE_VIEW,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "valign", GTK_ALIGN_CENTER,
                       "vexpand", TRUE,
                       NULL);
  hc_picture_view_set_picture (HC_PICTURE_VIEW (view), picture);

  /* A picture would like to be larger than a card. */
  return g_object_new (ADW_TYPE_CLAMP,
                       "child", view,
                       "maximum-size", PICTURE_WIDTH,
                       "tightening-threshold", PICTURE_WIDTH,
                       NULL);
}

/**
 * hc_topic_card_new:
 * @title: the title
 * @picture: (nullable): what stands above it
 * @icon_name: the icon in the place of a picture
 * @link: where the card leads
 *
 * Returns: (transfer floating): a card for a #GtkFlowBox
 */
GtkWidget *
hc_topic_card_new (const char *title,
                   HcPicture  *picture,
                   const char *icon_name,
                   const char *link)
{
  HcTopicCard *self = g_object_new (HC_TYPE_TOPIC_CARD, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", SPACE / 2,
                                 "margin-start", SPACE,
                                 "margin-end", SPACE,
                                 "margin-top", SPACE,
                                 "margin-bottom", SPACE,
                                 NULL);

  self->link = g_strdup (link);
  self->detail = make_label (NULL, "dimmed");
  gtk_box_append (GTK_BOX (box), make_image (picture, icon_name));
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), self->detail);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "activatable");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * hc_topic_card_set_detail:
 * @self: a card
 * @detail: a line below the title
 */
void
hc_topic_card_set_detail (HcTopicCard *self,
                          const char  *detail)
{
  g_return_if_fail (HC_IS_TOPIC_CARD (self));

  gtk_label_set_label (GTK_LABEL (self->detail), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
}

/**
 * hc_topic_card_get_link:
 * @self: a card
 *
 * Returns: where it leads
 */
const char *
hc_topic_card_get_link (HcTopicCard *self)
{
  g_return_val_if_fail (HC_IS_TOPIC_CARD (self), NULL);

  return self->link;
}
