/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-listing-page.h"

#include <glib/gi18n.h>

#include "hc-block-widgets.h"
#include "hc-phone-number.h"
#include "hc-source-expander.h"
#include "hc-wrapped-label.h"

#define SPACE 12
#define LINE_SPACE 6

/**
 * HcListingPage:
 *
 * All that is told of something in a directory, from the top down, in the size in which the person reads. Its tag is
 * the link to it. What leads out of the program goes to `win.open-link`, which shows first where it leads.
 */
typedef struct
{
  GtkBox   *content;
  GtkLabel *title_label;
} HcListingPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (HcListingPage, hc_listing_page, ADW_TYPE_NAVIGATION_PAGE)

static HcListingPagePrivate *
get_private (HcListingPage *self)
{
  return hc_listing_page_get_instance_private (self);
}

static void
append (HcListingPage *self,
        GtkWidget     *widget)
{
  gtk_box_append (get_private (self)->content, widget);
}

static void
hc_listing_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HC_TYPE_LISTING_PAGE);

  G_OBJECT_CLASS (hc_listing_page_parent_class)->dispose (object);
}

static void
hc_listing_page_class_init (HcListingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_listing_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/widgets/hc-listing-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, HcListingPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, HcListingPage, title_label);
}

static void
hc_listing_page_init (HcListingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_listing_page_new:
 * @title: the name of it
 * @link: the link to it
 *
 * Returns: (transfer floating): a page with the name
 */
HcListingPage *
hc_listing_page_new (const char *title,
                     const char *link)
{
  HcListingPage *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (link != NULL, NULL);

  self = g_object_new (HC_TYPE_LISTING_PAGE, "title", title, "tag", link, NULL);
  gtk_label_set_label (get_private (self)->title_label, title);

  return self;
}

/**
 * hc_listing_page_begin:
 * @self: a page
 * @title: the name of it
 *
 * Tells it anew, when it is not as it was: nothing but the name stays.
 */
void
hc_listing_page_begin (HcListingPage *self,
                       const char    *title)
{
  HcListingPagePrivate *priv;
  GtkWidget *child;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (title != NULL);

  priv = get_private (self);
  while ((child = gtk_widget_get_next_sibling (GTK_WIDGET (priv->title_label))) != NULL)
    gtk_box_remove (priv->content, child);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (priv->title_label, title);
}

/**
 * hc_listing_page_add:
 * @self: a page
 * @widget: (transfer floating): what comes next
 */
void
hc_listing_page_add (HcListingPage *self,
                     GtkWidget     *widget)
{
  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  append (self, widget);
}

/**
 * hc_listing_page_add_text:
 * @self: a page
 * @text: (nullable): a paragraph, plain; %NULL: there is none
 * @css_class: (nullable): how it looks
 */
void
hc_listing_page_add_text (HcListingPage *self,
                          const char    *text,
                          const char    *css_class)
{
  g_return_if_fail (HC_IS_LISTING_PAGE (self));

  if (text != NULL)
    append (self, hc_wrapped_label_new (text, css_class));
}

/**
 * hc_listing_page_add_heading:
 * @self: a page
 * @title: a heading above what comes next
 */
void
hc_listing_page_add_heading (HcListingPage *self,
                             const char    *title)
{
  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (title != NULL);

  append (self, hc_wrapped_label_new_heading (title, "heading-3"));
}

/**
 * hc_listing_page_add_fact:
 * @self: a page
 * @title: what it is about
 * @text: (nullable): what is known of that; %NULL: nothing is to be told
 */
void
hc_listing_page_add_fact (HcListingPage *self,
                          const char    *title,
                          const char    *text)
{
  g_return_if_fail (HC_IS_LISTING_PAGE (self));

  if (text == NULL)
    return;

  hc_listing_page_add_heading (self, title);
  hc_listing_page_add_text (self, text, NULL);
}

/**
 * hc_listing_page_add_points:
 * @self: a page
 * @title: the heading of the list
 * @points: (array zero-terminated=1): its points; without any there is no list
 */
void
hc_listing_page_add_points (HcListingPage     *self,
                            const char        *title,
                            const char *const *points)
{
  GtkWidget *list;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (points != NULL);

  if (points[0] == NULL)
    return;

  hc_listing_page_add_heading (self, title);
  list = g_object_new (GTK_TYPE_BOX,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                       "orientation", GTK_ORIENTATION_VERTICAL,
                       "spacing", LINE_SPACE,
                       NULL);

  for (guint i = 0; points[i] != NULL; i++)
    {
      GtkWidget *item = g_object_new (GTK_TYPE_BOX,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                      "spacing", LINE_SPACE,
                                      NULL);
      GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                        "label", "•",
                                        "valign", GTK_ALIGN_START,
                                        NULL);

      gtk_box_append (GTK_BOX (item), bullet);
      gtk_box_append (GTK_BOX (item), hc_wrapped_label_new (points[i], NULL));
      gtk_box_append (GTK_BOX (list), item);
    }

  append (self, list);
}

static void
append_button (AdwWrapBox            *box,
               const HcListingButton *details)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), hc_wrapped_label_new_centered (details->label, NULL));
  gtk_widget_add_css_class (button, "pill");
  if (details->is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", details->link);
  adw_wrap_box_append (box, button);
}

/**
 * hc_listing_page_add_buttons:
 * @self: a page
 * @phone: (nullable): a number to call, as hc_phone_number_is_valid() has it
 * @website: (nullable): an https address
 *
 * Adds large buttons that call and open the website.
 */
void
hc_listing_page_add_buttons (HcListingPage *self,
                             const char    *phone,
                             const char    *website)
{
  g_autofree char *address = NULL, *label = NULL;
  HcListingButton buttons[2];
  guint n = 0;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));

  if (phone != NULL)
    {
      address = hc_phone_number_dup_uri (phone);
      /* Translators: %s is a telephone number. */
      label = g_strdup_printf (_("Call %s"), phone);
      buttons[n++] = (HcListingButton) { label, address, TRUE };
    }

  if (website != NULL)
    buttons[n++] = (HcListingButton) { _("Website"), website, phone == NULL };

  hc_listing_page_add_link_buttons (self, buttons, n);
}

/**
 * hc_listing_page_add_link_buttons:
 * @self: a page
 * @buttons: (array length=n_buttons): what they say, and where they lead
 * @n_buttons: how many there are; without any there is nothing
 *
 * Adds large buttons.
 */
void
hc_listing_page_add_link_buttons (HcListingPage         *self,
                                  const HcListingButton *buttons,
                                  guint                  n_buttons)
{
  GtkWidget *box;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (buttons != NULL);

  if (n_buttons == 0)
    return;

  box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", SPACE, "line-spacing", SPACE, NULL);
  for (guint i = 0; i < n_buttons; i++)
    append_button (ADW_WRAP_BOX (box), &buttons[i]);
  append (self, box);
}

static GtkWidget *
new_row (const HcListingDetails *details)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", details->title,
                                 "subtitle", details->detail != NULL ? details->detail : "",
                                 "activatable", TRUE,
                                 "action-name", "win.open-link",
                                 "action-target", g_variant_new_string (details->link),
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));

  return row;
}

/**
 * hc_listing_page_add_links:
 * @self: a page
 * @title: the heading of the list
 * @listings: a few #HcListing; without any there is no list
 */
void
hc_listing_page_add_links (HcListingPage *self,
                           const char    *title,
                           GListModel    *listings)
{
  GtkWidget *list;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (listings));

  if (g_list_model_get_n_items (listings) == 0)
    return;

  hc_listing_page_add_heading (self, title);
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  for (guint i = 0; i < g_list_model_get_n_items (listings); i++)
    {
      g_autoptr (HcListing) listing = g_list_model_get_item (listings, i);

      gtk_list_box_append (GTK_LIST_BOX (list), new_row (hc_listing_get_details (listing)));
    }

  append (self, list);
}

/**
 * hc_listing_page_add_confirmation:
 * @self: a page
 * @is_confirmed: whether a source says what is told
 * @remark: (nullable): what else a reader should know
 *
 * Says plainly what is not confirmed, and the remark.
 */
void
hc_listing_page_add_confirmation (HcListingPage *self,
                                  gboolean       is_confirmed,
                                  const char    *remark)
{
  GtkWidget *box;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));

  if (is_confirmed && remark == NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACE);
  gtk_widget_add_css_class (box, "call-out");
  gtk_widget_add_css_class (box, "call-out-differ");
  gtk_box_append (GTK_BOX (box),
                  hc_wrapped_label_new_heading (is_confirmed ? _("Good to Know") : _("Not Confirmed Yet"),
                                                "call-out-title"));
  if (!is_confirmed)
    gtk_box_append (GTK_BOX (box),
                    hc_wrapped_label_new (_("We have not read a page that confirms all of this. Check it on the "
                                            "website, or ask, before you rely on it."), NULL));
  if (remark != NULL)
    gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (remark, NULL));

  append (self, box);
}

/**
 * hc_listing_page_add_sources:
 * @self: a page
 * @checked: the day on which it was checked, `YYYY-MM-DD`
 * @sources: (nullable) (element-type HcSource): what it relies on
 */
void
hc_listing_page_add_sources (HcListingPage *self,
                             const char    *checked,
                             GPtrArray     *sources)
{
  g_autofree char *day = NULL, *words = NULL;

  g_return_if_fail (HC_IS_LISTING_PAGE (self));
  g_return_if_fail (checked != NULL);

  day = hc_date_to_words (checked);
  /* Translators: %s is a day, "20 November 2026". */
  words = g_strdup_printf (_("Checked %s"), day);
  append (self, hc_wrapped_label_new (words, "dimmed"));

  if (sources != NULL && sources->len > 0)
    append (self, hc_source_expander_new (sources));
}
