/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-city-dialog.h"

#include <glib/gi18n.h>

#include "hc-navigation.h"
#include "hc-wrapped-label.h"

/**
 * HcCityDialog:
 *
 * Chooses the city from which distances to centers and to the sites of trials are told, and keeps it in the settings,
 * as `care-city`.
 */
struct _HcCityDialog
{
  AdwDialog          parent_instance;

  HcCareDirectory   *directory;
  GSettings         *settings;

  GtkEditable       *search_entry;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkNoSelection    *cities;
  GtkWidget         *forget_button;
};

G_DEFINE_FINAL_TYPE (HcCityDialog, hc_city_dialog, ADW_TYPE_DIALOG)

static void
search (HcCityDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autoptr (GListModel) found = hc_care_directory_find_cities (self->directory, text, G_MAXUINT);

  gtk_no_selection_set_model (self->cities, found);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (found) > 0 ? "cities" : "nothing");
}

static void
search_changed_cb (HcCityDialog *self)
{
  guint n_cities;
  g_autofree char *announcement = NULL;

  search (self);
  hc_navigation_begin_at_top (self->scroller);
  n_cities = g_list_model_get_n_items (G_LIST_MODEL (self->cities));
  announcement = g_strdup_printf (g_dngettext (NULL, "%u city found", "%u cities found", n_cities), n_cities);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
choose (HcCityDialog *self,
        const char   *label)
{
  g_settings_set_string (self->settings, "care-city", label);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activated_cb (HcCityDialog *self,
              guint         position)
{
  g_autoptr (HcCity) city = g_list_model_get_item (G_LIST_MODEL (self->cities), position);

  choose (self, hc_city_get_label (city));
}

static void
search_activated_cb (HcCityDialog *self)
{
  /* The list may still be that of the words before. */
  search (self);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->cities)) > 0)
    activated_cb (self, 0);
}

static void
stop_search_cb (HcCityDialog *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
setup_cb (HcCityDialog *self,
          GtkListItem  *item)
{
  gtk_list_item_set_child (item, hc_wrapped_label_new (NULL, NULL));
}

static void
bind_cb (HcCityDialog *self,
         GtkListItem  *item)
{
  const char *label = hc_city_get_label (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), label);
  gtk_list_item_set_accessible_label (item, label);
}

static void
forget_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  choose (HC_CITY_DIALOG (widget), "");
}

static void
hc_city_dialog_dispose (GObject *object)
{
  HcCityDialog *self = HC_CITY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CITY_DIALOG);
  g_clear_object (&self->directory);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (hc_city_dialog_parent_class)->dispose (object);
}

static void
hc_city_dialog_class_init (HcCityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_city_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/widgets/hc-city-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCityDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcCityDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HcCityDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcCityDialog, cities);
  gtk_widget_class_bind_template_child (widget_class, HcCityDialog, forget_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);

  gtk_widget_class_install_action (widget_class, "city.forget", NULL, forget_action);
}

static void
hc_city_dialog_init (HcCityDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->stack));
}

/**
 * hc_city_dialog_new:
 * @directory: where the cities are
 * @settings: where the choice is kept
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
hc_city_dialog_new (HcCareDirectory *directory,
                    GSettings       *settings)
{
  HcCityDialog *self;
  g_autofree char *city = NULL;

  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (HC_TYPE_CITY_DIALOG, NULL);
  self->directory = g_object_ref (directory);
  self->settings = g_object_ref (settings);
  city = g_settings_get_string (settings, "care-city");
  gtk_widget_set_visible (self->forget_button, *city != '\0');
  search (self);

  return ADW_DIALOG (self);
}
