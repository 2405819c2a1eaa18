/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drugs-page.h"

#include <glib/gi18n.h>

#include "hc-article-page.h"
#include "hc-drug-head.h"
#include "hc-drug-home.h"
#include "hc-drug-list-page.h"
#include "hc-drug-words.h"
#include "hc-import-page.h"
#include "hc-interaction-checker.h"
#include "hc-label-article.h"
#include "hc-navigation.h"

/* So many labels of one medicine are listed. */
#define MAX_LABELS 200

/**
 * HcDrugsPage:
 *
 * Drugs & Supplements: the ways to a medicine, above these lists, the medicine or the label that is read, the
 * check of interactions, and the import of labels. It opens `drugs`, `drugs?letter=`, `?class=`,
 * `?condition=`, `?labels=` and `?q=`, `drug/ID`, `label/SETID`, `interactions`, `interactions?with=`,
 * `interactions?mine=yes` and `import`.
 */
struct _HcDrugsPage
{
  HcPage                parent_instance;

  AdwNavigationView    *navigation;
  HcDrugHome           *home;
  HcDrugListPage       *list;
  HcArticlePage        *reader;  /* NULL until something is read */
  HcDrugHead           *head;    /* of the reader */
  HcInteractionChecker *checker; /* NULL until it is opened, and so is the import */
  HcImportPage         *import;
};

G_DEFINE_FINAL_TYPE (HcDrugsPage, hc_drugs_page, HC_TYPE_PAGE)

static HcContext *
get_context (HcDrugsPage *self)
{
  return hc_page_get_context (HC_PAGE (self));
}

static gboolean
is_visible (HcDrugsPage *self,
            gpointer     page)
{
  return page != NULL && adw_navigation_view_get_visible_page (self->navigation) == page;
}

static void
update_link (HcDrugsPage *self)
{
  if (is_visible (self, self->reader))
    {
      g_autofree char *link = hc_article_dup_link (hc_article_page_get_article (self->reader));

      hc_page_set_link (HC_PAGE (self), link);
    }
  else if (is_visible (self, self->list))
    {
      hc_page_set_link (HC_PAGE (self), hc_drug_list_page_get_link (self->list));
    }
  else if (is_visible (self, self->checker))
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":interactions");
    }
  else if (is_visible (self, self->import))
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":import");
    }
  else
    {
      hc_page_set_link (HC_PAGE (self), HC_LINK_SCHEME ":drugs");
    }
}

static void
need_reader (HcDrugsPage *self)
{
  if (self->reader != NULL)
    return;

  self->reader = hc_article_page_new (get_context (self));
  self->head = hc_drug_head_new (get_context (self));
  hc_article_page_set_extra (self->reader, hc_drug_head_get_facts (self->head), GTK_WIDGET (self->head));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->reader));
}

static gboolean
open_drug (HcDrugsPage  *self,
           HcLink       *link,
           GError      **error)
{
  HcLibrary *library = hc_context_get_library (get_context (self));
  HcDrug *drug = link->id != NULL ? hc_library_get_drug (library, link->id) : NULL;

  if (drug == NULL)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such medicine"));
      return FALSE;
    }

  if (!hc_library_load_article (library, hc_drug_get_article (drug), error))
    return FALSE;

  need_reader (self);
  hc_drug_head_show_drug (self->head, drug);
  hc_article_page_show (self->reader, hc_drug_get_article (drug), link->anchor);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->reader));

  return TRUE;
}

static gboolean
open_label (HcDrugsPage  *self,
            HcLink       *link,
            GError      **error)
{
  g_autoptr (HcLabel) label = NULL;
  g_autoptr (HcArticle) article = NULL;
  g_autoptr (GError) problem = NULL;

  if (link->id != NULL)
    label = hc_label_catalog_load (hc_context_get_labels (get_context (self)), link->id, &problem);

  if (label == NULL)
    {
      if (problem == NULL)
        g_set_error_literal (&problem, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                             _("That label is not imported on this computer"));
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  article = hc_label_article_new (label);
  need_reader (self);
  hc_drug_head_show_label (self->head, g_steal_pointer (&label));
  hc_article_page_show (self->reader, article, link->anchor);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->reader));

  return TRUE;
}

/* Whether a medicine belongs to what a link asks for: letter, class or condition. */
static gboolean
fits (HcDrug     *drug,
      const char *key,
      const char *value)
{
  if (g_str_equal (key, "class"))
    return g_strv_contains (hc_drug_get_classes (drug), value);

  if (g_str_equal (key, "condition"))
    return g_strv_contains (hc_drug_get_conditions (drug), value);

  return g_str_equal (value, "all") ||
         g_unichar_toupper (g_utf8_get_char (hc_drug_get_name (drug))) == g_unichar_toupper (g_utf8_get_char (value));
}

static GListModel *
list_drugs (HcDrugsPage *self,
            const char  *key,
            const char  *value)
{
  GListModel *drugs = hc_library_get_drugs (hc_context_get_library (get_context (self)));
  GListStore *found = g_list_store_new (HC_TYPE_DRUG);
  guint n = g_list_model_get_n_items (drugs);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcDrug) drug = g_list_model_get_item (drugs, i);

      if (fits (drug, key, value))
        g_list_store_append (found, drug);
    }

  return G_LIST_MODEL (found);
}

static char *
dup_list_title (const char *key,
                const char *value)
{
  if (g_str_equal (key, "labels"))
    /* Translators: %s is a medicine; these are the texts of the makers of its products. */
    return g_strdup_printf (_("Labels: %s"), value);

  if (g_str_equal (key, "letter"))
    return g_str_equal (value, "all") ? g_strdup (_("From A to Z")) : g_utf8_strup (value, -1);

  return hc_drug_words_title (value);
}

static gboolean
open_list (HcDrugsPage  *self,
           HcLink       *link,
           const char   *key,
           GError      **error)
{
  const char *value = g_hash_table_lookup (link->query, key);
  const char *names[] = { value, NULL };
  g_autofree char *text = hc_link_print (link);
  g_autofree char *title = dup_list_title (key, value);
  g_autoptr (GListModel) found = NULL;

  if (g_str_equal (key, "labels"))
    found = hc_label_catalog_list_active (hc_context_get_labels (get_context (self)), names, MAX_LABELS, error);
  else
    found = list_drugs (self, key, value);

  if (found == NULL)
    return FALSE;

  if (g_list_model_get_n_items (found) == 0)
    {
      g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such medicine"));
      return FALSE;
    }

  hc_drug_list_page_show (self->list, text, title, found);
  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->list));

  return TRUE;
}

static gboolean
open_drugs (HcDrugsPage  *self,
            HcLink       *link,
            GError      **error)
{
  static const char *const keys[] = { "letter", "class", "condition", "labels" };
  const char *text = g_hash_table_lookup (link->query, "q");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = g_hash_table_lookup (link->query, keys[i]);

      if (value != NULL && *value != '\0')
        return open_list (self, link, keys[i], error);
    }

  adw_navigation_view_pop_to_tag (self->navigation, "home");
  if (text != NULL)
    hc_drug_home_search (self->home, text);

  return TRUE;
}

/* Adds what a link leads to: a medicine of the library, or an imported label. Returns whether there is such a
 * one. */
static gboolean
add_to_check (HcDrugsPage *self,
              const char  *target)
{
  g_autoptr (HcLink) link = hc_link_parse (target, NULL);
  HcDrug *drug;

  if (link == NULL || link->id == NULL)
    return FALSE;

  drug = hc_library_get_drug (hc_context_get_library (get_context (self)), link->id);

  if (drug != NULL)
    {
      hc_interaction_checker_add (self->checker, hc_drug_get_name (drug), target, NULL);
      return TRUE;
    }
  else if (g_str_equal (link->place, "label"))
    {
      g_autoptr (HcLabel) label = hc_label_catalog_load (hc_context_get_labels (get_context (self)), link->id, NULL);
      g_autofree char *actives = label != NULL ? hc_label_dup_actives (label) : NULL;

      if (label != NULL)
        hc_interaction_checker_add (self->checker, hc_label_get_name (label), NULL, actives);
      return label != NULL;
    }

  return FALSE;
}

static gboolean
open_checker (HcDrugsPage  *self,
              HcLink       *link,
              GError      **error)
{
  const char *with = g_hash_table_lookup (link->query, "with");

  if (self->checker == NULL)
    {
      self->checker = hc_interaction_checker_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->checker));
    }

  if (with != NULL)
    {
      hc_interaction_checker_clear (self->checker);
      if (!add_to_check (self, with))
        {
          g_set_error_literal (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND, _("There is no such medicine"));
          return FALSE;
        }
      hc_interaction_checker_add_mine (self->checker);
    }
  else if (g_hash_table_contains (link->query, "mine"))
    {
      hc_interaction_checker_clear (self->checker);
      hc_interaction_checker_add_mine (self->checker);
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->checker));

  return TRUE;
}

static void
open_import (HcDrugsPage *self)
{
  if (self->import == NULL)
    {
      self->import = hc_import_page_new (get_context (self));
      adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->import));
    }

  hc_navigation_bring_up (self->navigation, ADW_NAVIGATION_PAGE (self->import));
}

static gboolean
hc_drugs_page_open (HcPage  *page,
                    HcLink  *link,
                    GError **error)
{
  HcDrugsPage *self = HC_DRUGS_PAGE (page);
  gboolean opened = TRUE;

  if (g_str_equal (link->place, "drug"))
    opened = open_drug (self, link, error);
  else if (g_str_equal (link->place, "label"))
    opened = open_label (self, link, error);
  else if (g_str_equal (link->place, "interactions"))
    opened = open_checker (self, link, error);
  else if (g_str_equal (link->place, "import"))
    open_import (self);
  else
    opened = open_drugs (self, link, error);

  update_link (self);

  return opened;
}

static void
hc_drugs_page_focus_search (HcPage *page)
{
  HcDrugsPage *self = HC_DRUGS_PAGE (page);

  if (is_visible (self, self->reader))
    {
      hc_article_page_find (self->reader);
    }
  else if (is_visible (self, self->checker))
    {
      hc_interaction_checker_focus_search (self->checker);
    }
  else
    {
      adw_navigation_view_pop_to_tag (self->navigation, "home");
      hc_drug_home_focus_search (self->home);
    }
}

static void
hc_drugs_page_constructed (GObject *object)
{
  HcDrugsPage *self = HC_DRUGS_PAGE (object);

  G_OBJECT_CLASS (hc_drugs_page_parent_class)->constructed (object);

  self->home = hc_drug_home_new (get_context (self));
  self->list = hc_drug_list_page_new (hc_context_get_library (get_context (self)));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->home));
  adw_navigation_view_add (self->navigation, ADW_NAVIGATION_PAGE (self->list));
}

static void
hc_drugs_page_class_init (HcDrugsPageClass *klass)
{
  static const char *const places[] = { "drugs", "drug", "label", "interactions", "import", NULL };
  HcPageClass *page_class = HC_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = hc_drugs_page_constructed;

  page_class->section = HC_SECTION_LEARN;
  page_class->title = N_("Drugs & Supplements");
  page_class->icon_name = "hc-drugs-symbolic";
  page_class->places = places;
  page_class->open = hc_drugs_page_open;
  page_class->focus_search = hc_drugs_page_focus_search;
}

static void
hc_drugs_page_init (HcDrugsPage *self)
{
  self->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (update_link), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->navigation));
}
