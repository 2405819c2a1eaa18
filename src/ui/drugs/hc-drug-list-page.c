/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-drug-list-page.h"

#include "hc-drug-row.h"
#include "hc-navigation.h"

/**
 * HcDrugListPage:
 *
 * Medicines of a letter, of a class, for something, or imported labels.
 */
struct _HcDrugListPage
{
  AdwNavigationPage  parent_instance;

  HcLibrary         *library;
  char              *link;

  GtkScrolledWindow *scroller;
  GtkListView       *view;
  GtkNoSelection    *drugs;
};

G_DEFINE_FINAL_TYPE (HcDrugListPage, hc_drug_list_page, ADW_TYPE_NAVIGATION_PAGE)

static void
activated_cb (HcDrugListPage *self,
              guint           position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->drugs), position);
  g_autofree char *link = hc_drug_row_dup_link (item);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", link);
}

static void
setup_cb (HcDrugListPage *self,
          GtkListItem    *item)
{
  gtk_list_item_set_child (item, hc_drug_row_new (self->library));
}

static void
hc_drug_list_page_dispose (GObject *object)
{
  HcDrugListPage *self = HC_DRUG_LIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_DRUG_LIST_PAGE);
  g_clear_object (&self->library);
  g_clear_pointer (&self->link, g_free);

  G_OBJECT_CLASS (hc_drug_list_page_parent_class)->dispose (object);
}

static void
hc_drug_list_page_class_init (HcDrugListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_drug_list_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/drugs/hc-drug-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcDrugListPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcDrugListPage, view);
  gtk_widget_class_bind_template_child (widget_class, HcDrugListPage, drugs);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, hc_drug_row_bind_cb);
}

static void
hc_drug_list_page_init (HcDrugListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_drug_list_page_new:
 * @library: where the medicines are
 *
 * Returns: (transfer floating): a list without medicines
 */
HcDrugListPage *
hc_drug_list_page_new (HcLibrary *library)
{
  HcDrugListPage *self;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);

  self = g_object_new (HC_TYPE_DRUG_LIST_PAGE, NULL);
  self->library = g_object_ref (library);

  return self;
}

/**
 * hc_drug_list_page_show:
 * @self: a list
 * @link: the link to what it shows
 * @title: the title
 * @drugs: a list of #HcDrug or of #HcLabelItem
 *
 * Shows these instead of those that were there.
 */
void
hc_drug_list_page_show (HcDrugListPage *self,
                        const char     *link,
                        const char     *title,
                        GListModel     *drugs)
{
  g_return_if_fail (HC_IS_DRUG_LIST_PAGE (self));
  g_return_if_fail (link != NULL && title != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (drugs));

  g_set_str (&self->link, link);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* The keyboard would stay on a medicine that is in both lists, far from the top. */
  gtk_no_selection_set_model (self->drugs, NULL);
  gtk_no_selection_set_model (self->drugs, drugs);
  hc_navigation_begin_at_top (self->scroller);
}

/**
 * hc_drug_list_page_get_link:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the link to what it shows
 */
const char *
hc_drug_list_page_get_link (HcDrugListPage *self)
{
  g_return_val_if_fail (HC_IS_DRUG_LIST_PAGE (self), NULL);

  return self->link;
}
