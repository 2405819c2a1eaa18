/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose clock is meant: that of the person, or that of a place. */

#include "hc-zone-choice.h"

#include <glib/gi18n.h>

#include "hc-care-directory.h"

static guint
find_zone (GtkStringList *zones,
           const char    *zone)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (zones));

  for (guint i = 1; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (zones, i), zone))
      return i;

  return 0;
}

/* Returns: (transfer full): the first one stands for that of the person; then come those of the cities that the
 * library knows, and the one that is chosen */
static GtkStringList *
list_zones (HcContext  *context,
            const char *zone)
{
  const char *const mine[] = { _("The same as mine"), NULL };
  GtkStringList *zones = gtk_string_list_new (mine);
  g_autoptr (GError) error = NULL;
  g_autoptr (HcCareDirectory) directory = hc_care_directory_new (hc_context_get_library (context), &error);
  GListModel *cities = directory != NULL ? hc_care_directory_get_cities (directory) : NULL;

  if (directory == NULL)
    g_warning ("The time zones cannot be read: %s", error->message);

  for (guint i = 0; cities != NULL && i < g_list_model_get_n_items (cities); i++)
    {
      g_autoptr (HcCity) city = g_list_model_get_item (cities, i);

      if (find_zone (zones, hc_city_get_details (city)->zone) == 0)
        gtk_string_list_append (zones, hc_city_get_details (city)->zone);
    }

  if (*zone != '\0' && find_zone (zones, zone) == 0)
    gtk_string_list_append (zones, zone);

  return zones;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The one that is chosen gives way in a narrow dialog; the list shows all of each name. */
static void
make_narrow (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (choice, gtk_drop_down_get_factory (choice));
  gtk_drop_down_set_factory (choice, factory);
}

/**
 * hc_zone_choice_new:
 * @context: with the library
 * @zone: the name of the time zone that is chosen, `America/New_York`; empty: that of the person
 *
 * Returns: (transfer floating): a drop-down with time zones
 */
GtkWidget *
hc_zone_choice_new (HcContext  *context,
                    const char *zone)
{
  GtkStringList *zones;
  GtkWidget *choice;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  zones = list_zones (context, zone);
  choice = gtk_drop_down_new (G_LIST_MODEL (zones), NULL);
  make_narrow (GTK_DROP_DOWN (choice));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_zone (zones, zone));

  return choice;
}

/**
 * hc_zone_choice_set_zone:
 * @choice: what hc_zone_choice_new() gave
 * @zone: the name of the time zone that is chosen; empty: that of the person
 */
void
hc_zone_choice_set_zone (GtkWidget  *choice,
                         const char *zone)
{
  GtkStringList *zones;

  g_return_if_fail (GTK_IS_DROP_DOWN (choice));
  g_return_if_fail (zone != NULL);

  zones = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (choice)));
  if (*zone != '\0' && find_zone (zones, zone) == 0)
    gtk_string_list_append (zones, zone);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_zone (zones, zone));
}

/**
 * hc_zone_choice_get_zone:
 * @choice: what hc_zone_choice_new() gave
 *
 * Returns: the name of the time zone; empty: that of the person
 */
const char *
hc_zone_choice_get_zone (GtkWidget *choice)
{
  guint selected;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (choice), NULL);

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return "";

  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), selected);
}
