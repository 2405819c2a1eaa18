/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-row.h"

#include <glib/gi18n.h>

#include "hc-drug-words.h"
#include "hc-label-item.h"
#include "hc-link.h"
#include "hc-search-hit.h"
#include "hc-wrapped-label.h"

#define SPACE 3

/**
 * HcDrugRow:
 *
 * A medicine in a list: one of the library, what a search has found there, or an imported label.
 */
struct _HcDrugRow
{
  GtkBox     parent_instance;

  HcLibrary *library;

  GtkLabel *title;
  GtkLabel *names;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (HcDrugRow, hc_drug_row, GTK_TYPE_BOX)

static void
hc_drug_row_dispose (GObject *object)
{
  g_clear_object (&HC_DRUG_ROW (object)->library);

  G_OBJECT_CLASS (hc_drug_row_parent_class)->dispose (object);
}

static void
hc_drug_row_class_init (HcDrugRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hc_drug_row_dispose;
}

static GtkLabel *
add_label (HcDrugRow  *self,
           const char *css_class)
{
  GtkWidget *label = hc_wrapped_label_new (NULL, css_class);

  gtk_box_append (GTK_BOX (self), label);

  return GTK_LABEL (label);
}

static void
hc_drug_row_init (HcDrugRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACE);
  self->title = add_label (self, "heading");
  self->names = add_label (self, "caption");
  self->summary = add_label (self, "dimmed");
}

/**
 * hc_drug_row_new:
 * @library: where the medicines are that a search has found
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
hc_drug_row_new (HcLibrary *library)
{
  HcDrugRow *self;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_DRUG_ROW, NULL);
  self->library = g_object_ref (library);

  return GTK_WIDGET (self);
}

static void
set_words (HcDrugRow  *self,
           const char *title,
           const char *names,
           const char *summary,
           gboolean    is_markup)
{
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->names, names);
  gtk_widget_set_visible (GTK_WIDGET (self->names), *names != '\0');

  if (is_markup)
    gtk_label_set_markup (self->summary, summary);
  else
    gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
}

static char *
dup_names (HcDrug *drug)
{
  g_autofree char *brands = g_strjoinv (", ", (char **) hc_drug_get_brands (drug));
  const char *kind = hc_drug_kind_to_words (hc_drug_get_kind (drug));

  return *brands != '\0' ? g_strdup_printf ("%s · %s", kind, brands) : g_strdup (kind);
}

static void
set_drug (HcDrugRow *self,
          HcDrug    *drug)
{
  g_autofree char *names = dup_names (drug);

  set_words (self, hc_drug_get_name (drug), names, hc_article_get_summary (hc_drug_get_article (drug)), FALSE);
}

static void
append (GString    *text,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
set_label (HcDrugRow   *self,
           HcLabelItem *item)
{
  const HcLabelItemDetails *details = hc_label_item_get_details (item);
  g_autoptr (GString) names = g_string_new (NULL);

  if (g_ascii_strcasecmp (details->generic, details->name) != 0)
    append (names, details->generic);
  append (names, details->strengths);
  append (names, details->maker);
  if (details->kind == HC_LABEL_ANIMAL)
    append (names, _("For animals"));

  set_words (self, details->name, names->str, "", FALSE);
}

static void
set_hit (HcDrugRow   *self,
         HcSearchHit *hit)
{
  g_autoptr (HcLink) link = hc_link_parse (hc_search_hit_get_link (hit), NULL);
  HcDrug *drug = link != NULL && link->id != NULL ? hc_library_get_drug (self->library, link->id) : NULL;
  g_autofree char *names = drug != NULL ? dup_names (drug) : g_strdup ("");

  set_words (self, hc_search_hit_get_title (hit), names, hc_search_hit_get_excerpt (hit), TRUE);
}

/* What it says below the name, for a screen reader: many labels have the same name. */
static char *
dup_details (HcDrugRow *self)
{
  const char *names = gtk_label_get_text (self->names);
  const char *summary = gtk_label_get_text (self->summary);

  return g_strconcat (names, *names != '\0' && *summary != '\0' ? "\n" : "", summary, NULL);
}

/**
 * hc_drug_row_bind_cb:
 * @factory: what makes the rows of a list
 * @item: one with a row, for an #HcDrug, an #HcSearchHit or an #HcLabelItem
 *
 * Shows that medicine, and tells a screen reader of it: a handler of #GtkSignalListItemFactory::bind.
 */
void
hc_drug_row_bind_cb (GtkSignalListItemFactory *factory,
                     GtkListItem              *item)
{
  gpointer object = gtk_list_item_get_item (item);
  HcDrugRow *self = HC_DRUG_ROW (gtk_list_item_get_child (item));
  g_autofree char *details = NULL;

  if (HC_IS_DRUG (object))
    set_drug (self, object);
  else if (HC_IS_LABEL_ITEM (object))
    set_label (self, object);
  else
    set_hit (self, object);

  details = dup_details (self);
  gtk_list_item_set_accessible_label (item, gtk_label_get_label (self->title));
  gtk_list_item_set_accessible_description (item, details);
}

/**
 * hc_drug_row_dup_link:
 * @item: an #HcDrug, an #HcSearchHit or an #HcLabelItem
 *
 * Returns: (transfer full): the link to it
 */
char *
hc_drug_row_dup_link (gpointer item)
{
  if (HC_IS_DRUG (item))
    return hc_drug_dup_link (item);

  if (HC_IS_LABEL_ITEM (item))
    return hc_label_item_dup_link (item);

  return g_strdup (hc_search_hit_get_link (item));
}
