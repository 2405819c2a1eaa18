/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-medicines-page.h"

#include <glib/gi18n.h>

#include "hc-add-medicine.h"
#include "hc-pill-drawing.h"
#include "hc-severity-words.h"
#include "hc-wrapped-label.h"

/* Of a pill in a row. */
#define DRAWING_WIDTH 64
#define DRAWING_HEIGHT 40

/**
 * HcMedicinesPage:
 *
 * My Medicines: what the person takes, and a banner when something is known of it taken together. It opens
 * `medicines`.
 */
struct _HcMedicinesPage
{
  HcPage              parent_instance;

  AdwBanner          *banner;
  GtkStack           *stack;
  GtkListView        *view;
  GtkFilterListModel *medicines;
  GtkCustomFilter    *filter;
};

G_DEFINE_FINAL_TYPE (HcMedicinesPage, hc_medicines_page, HC_TYPE_PAGE)

static HcContext *
get_context (HcMedicinesPage *self)
{
  return hc_page_get_context (HC_PAGE (self));
}

static gboolean
is_mine (gpointer item,
         gpointer user_data)
{
  HcMedicinesPage *self = user_data;

  return hc_current_person_owns (hc_context_get_person (get_context (self)), hc_medicine_get_details (item)->person);
}

static void
update (HcMedicinesPage *self)
{
  g_autoptr (HcInteractionCheck) check = hc_medicine_check_run (hc_context_get_medicine_check (get_context (self)));
  g_autofree char *summary = NULL, *title = NULL;

  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->medicines)) > 0 ? "list" : "empty");

  if (check == NULL || check->findings->len == 0)
    {
      adw_banner_set_revealed (self->banner, FALSE);
      return;
    }

  summary = hc_interaction_check_dup_summary (check);
  /* Translators: %s is how many: “1 major · 2 moderate”. */
  title = g_strdup_printf (_("Interactions: %s"), summary);
  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
person_changed_cb (HcMedicinesPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
activated_cb (HcMedicinesPage *self,
              guint            position)
{
  g_autoptr (HcMedicine) medicine = g_list_model_get_item (G_LIST_MODEL (self->medicines), position);
  const char *link = hc_medicine_get_details (medicine)->link;

  if (link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
remove_cb (GtkWidget   *button,
           GtkListItem *item)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, HC_TYPE_MEDICINES_PAGE);

  hc_remove_medicine (button, get_context (HC_MEDICINES_PAGE (page)), gtk_list_item_get_item (item));
}

static void
setup_cb (HcMedicinesPage *self,
          GtkListItem     *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *drawing = hc_pill_drawing_new (NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *remove = g_object_new (GTK_TYPE_BUTTON,
                                    "icon-name", "user-trash-symbolic",
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  gtk_widget_set_size_request (drawing, DRAWING_WIDTH, DRAWING_HEIGHT);
  gtk_widget_set_valign (drawing, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (NULL, "dimmed"));
  gtk_box_append (GTK_BOX (line), drawing);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), remove);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), item);
  gtk_list_item_set_child (item, line);
}

static void
bind_cb (HcMedicinesPage *self,
         GtkListItem     *item)
{
  HcMedicine *medicine = gtk_list_item_get_item (item);
  GtkWidget *line = gtk_list_item_get_child (item);
  GtkWidget *drawing = gtk_widget_get_first_child (line);
  GtkWidget *words = gtk_widget_get_next_sibling (drawing);
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *details = gtk_widget_get_next_sibling (title);
  GtkWidget *remove = gtk_widget_get_last_child (line);
  g_autoptr (HcPill) pill = hc_medicine_make_pill (medicine);
  g_autofree char *name = hc_medicine_dup_title (medicine);
  g_autofree char *form = g_utf8_strdown (hc_medicine_get_details (medicine)->form, -1);
  /* Translators: %s is a medicine. */
  g_autofree char *remove_label = g_strdup_printf (_("Remove %s"), name);

  hc_pill_drawing_set_pill (HC_PILL_DRAWING (drawing), pill);
  gtk_widget_set_visible (drawing, hc_pill_get_look (pill)->shape != HC_PILL_SHAPE_UNKNOWN);
  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (details), form);
  gtk_widget_set_visible (details, *form != '\0');
  gtk_widget_set_tooltip_text (remove, remove_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_label, -1);
  gtk_list_item_set_accessible_label (item, name);
  gtk_list_item_set_accessible_description (item, form);
}

static void
hc_medicines_page_constructed (GObject *object)
{
  HcMedicinesPage *self = HC_MEDICINES_PAGE (object);
  HcProfile *profile = hc_context_get_profile (get_context (self));

  G_OBJECT_CLASS (hc_medicines_page_parent_class)->constructed (object);

  gtk_custom_filter_set_filter_func (self->filter, is_mine, self, NULL);
  gtk_filter_list_model_set_model (self->medicines, G_LIST_MODEL (hc_profile_get_medicines (profile)));
  g_signal_connect_object (hc_context_get_person (get_context (self)), "changed", G_CALLBACK (person_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->medicines, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hc_medicines_page_dispose (GObject *object)
{
  HcMedicinesPage *self = HC_MEDICINES_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_MEDICINES_PAGE);

  G_OBJECT_CLASS (hc_medicines_page_parent_class)->dispose (object);
}

static void
hc_medicines_page_class_init (HcMedicinesPageClass *klass)
{
  static const char *const places[] = { "medicines", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  object_class->constructed = hc_medicines_page_constructed;
  object_class->dispose = hc_medicines_page_dispose;

  page_class->section = HC_SECTION_HEALTH;
  page_class->title = N_("My Medicines");
  page_class->icon_name = "hc-medicines-symbolic";
  page_class->places = places;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-medicines-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesPage, banner);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesPage, view);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesPage, medicines);
  gtk_widget_class_bind_template_child (widget_class, HcMedicinesPage, filter);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
hc_medicines_page_init (HcMedicinesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
