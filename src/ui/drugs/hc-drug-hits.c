/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-hits.h"

#include <glib/gi18n.h>

#include "hc-label-item.h"
#include "hc-list-heading.h"
#include "hc-search-hit.h"
#include "hc-search-hits.h"

/* Nobody reads further down. */
#define MAX_HITS 50

static void
show_correction (GtkLabel   *label,
                 const char *corrected)
{
  g_autofree char *words = NULL;

  if (corrected != NULL)
    /* Translators: %s are the words of a person with their spelling corrected. */
    words = g_strdup_printf (_("Showing results for “%s”"), corrected);

  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

/* The library has found what is spelled otherwise. Labels that have the very words go before a guess; without
 * them labels are looked for with the guess, too. Returns the guess, if there is one. */
static char *
correct (HcContext   *context,
         GListModel **found,
         GListModel **labels)
{
  g_autofree char *corrected = g_strdup (hc_search_hits_get_corrected_text (HC_SEARCH_HITS (*found)));

  if (g_list_model_get_n_items (*labels) > 0)
    {
      g_object_unref (*found);
      *found = G_LIST_MODEL (g_list_store_new (HC_TYPE_SEARCH_HIT));
      return NULL;
    }

  g_object_unref (*labels);
  *labels = hc_label_catalog_search (hc_context_get_labels (context), corrected, MAX_HITS, NULL);

  return g_steal_pointer (&corrected);
}

/**
 * hc_drug_hits_find:
 * @context: the library and the imported labels
 * @text: the name of a medicine as somebody types it, or nothing
 * @correction: a label that says with which spelling something was found; it is hidden otherwise
 * @has_failed: (out): whether something could not be looked through
 *
 * Returns: (transfer full): the #HcSearchHit of medicines and supplements, then the #HcLabelItem of imported labels
 */
GListModel *
hc_drug_hits_find (HcContext  *context,
                   const char *text,
                   GtkLabel   *correction,
                   gboolean   *has_failed)
{
  g_autofree char *stripped = NULL;
  g_autofree char *corrected = NULL;
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) found = NULL, labels = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (GTK_IS_LABEL (correction), NULL);
  g_return_val_if_fail (has_failed != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped != '\0')
    {
      found = hc_library_search_kind (hc_context_get_library (context), "drug", text, MAX_HITS, &error);
      if (found != NULL)
        labels = hc_label_catalog_search (hc_context_get_labels (context), stripped, MAX_HITS, &error);
      if (labels != NULL && hc_search_hits_get_corrected_text (HC_SEARCH_HITS (found)) != NULL)
        corrected = correct (context, &found, &labels);
    }

  *has_failed = error != NULL;
  if (error != NULL)
    g_warning ("Search failed: %s", error->message);

  show_correction (correction, corrected);
  if (found != NULL)
    g_list_store_append (lists, found);
  if (labels != NULL)
    g_list_store_append (lists, labels);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists))));
}

/**
 * hc_drug_hits_announce:
 * @accessible: what shows them
 * @hits: what was found
 *
 * Tells a screen reader how many there are.
 */
void
hc_drug_hits_announce (GtkAccessible *accessible,
                       GListModel    *hits)
{
  guint n = g_list_model_get_n_items (hits);
  g_autofree char *words = g_strdup_printf (g_dngettext (NULL, "%u medicine found", "%u medicines found", n), n);

  gtk_accessible_announce (accessible, words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/**
 * hc_drug_hits_bind_heading_cb:
 * @factory: what makes the headings of a list
 * @header: one of them
 *
 * Says whether what follows comes from the library: a handler of #GtkSignalListItemFactory::bind.
 */
void
hc_drug_hits_bind_heading_cb (GtkSignalListItemFactory *factory,
                              GtkListHeader            *header)
{
  gboolean is_label = HC_IS_LABEL_ITEM (gtk_list_header_get_item (header));

  hc_list_heading_set (header, is_label ? _("Imported Labels") : _("Medicines and Supplements"));
}
