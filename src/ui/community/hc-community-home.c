/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-community-home.h"

#include <glib/gi18n.h>

#include "hc-care-listings.h"
#include "hc-group-words.h"
#include "hc-link.h"
#include "hc-listing-view.h"
#include "hc-navigation.h"

/* The guide that tells how to hear what another specialist thinks. */
#define OPINION_GUIDE "second-opinion-right"

/**
 * HcCommunityHome:
 *
 * Where others are found who have been through it: what to know before one joins, what experts think, and the groups;
 * in their place those that a search or a choice leaves. Its action is `community.show-all`.
 */
struct _HcCommunityHome
{
  AdwNavigationPage  parent_instance;

  HcCareDirectory   *directory;
  char              *text;    /* what is searched for; empty for everything */
  GListStore        *safety;  /* of HcListing, and so are the others */
  GListStore        *experts;
  GListStore        *groups;
  GListStore        *lists;   /* what is shown of these */

  GtkEditable       *search_entry;
  GtkDropDown       *ways_drop_down;
  GtkToggleButton   *caregivers_button;
  HcListingView     *view;
};

G_DEFINE_FINAL_TYPE (HcCommunityHome, hc_community_home, ADW_TYPE_NAVIGATION_PAGE)

/* As in the drop-down. */
static HcSupportGroupWays
get_ways (HcCommunityHome *self)
{
  switch (gtk_drop_down_get_selected (self->ways_drop_down))
    {
    case 1:
      return HC_SUPPORT_GROUP_ONLINE;
    case 2:
      return HC_SUPPORT_GROUP_TELEPHONE;
    case 3:
      return HC_SUPPORT_GROUP_IN_PERSON;
    default:
      return 0;
    }
}

static gboolean
is_filtered (HcCommunityHome *self)
{
  return *self->text != '\0' || get_ways (self) != 0 || gtk_toggle_button_get_active (self->caregivers_button);
}

static HcListing *
new_listing (HcSupportGroup *group)
{
  const HcSupportGroupDetails *details = hc_support_group_get_details (group);
  g_autofree char *link = g_strconcat (HC_LINK_SCHEME ":community/", details->id, NULL);
  g_autofree char *ways = hc_group_words_dup_ways (details->ways);
  const char *const words[] = {
    hc_group_words_get_form (details->form),
    ways,
    details->country,
    details->confirmed ? NULL : _("not confirmed yet"),
  };
  g_autoptr (GString) remark = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_string_append_printf (remark, "%s%s", remark->len > 0 ? " · " : "", words[i]);

  return hc_listing_new (&(HcListingDetails) {
    .section = _("Groups"),
    .title = details->name,
    .detail = details->audience,
    .remark = remark->str,
    .link = link,
  });
}

static void
fill_groups (HcCommunityHome *self)
{
  g_autoptr (GListModel) found = hc_care_directory_list_groups (self->directory, self->text);
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_for_caregivers = gtk_toggle_button_get_active (self->caregivers_button);
  HcSupportGroupWays ways = get_ways (self);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (HcSupportGroup) group = g_list_model_get_item (found, i);
      const HcSupportGroupDetails *details = hc_support_group_get_details (group);

      if ((ways == 0 || (details->ways & ways) != 0) && (!is_for_caregivers || details->caregivers))
        g_ptr_array_add (listings, new_listing (group));
    }

  g_list_store_splice (self->groups, 0, g_list_model_get_n_items (G_LIST_MODEL (self->groups)), listings->pdata,
                       listings->len);
}

/* Whoever looks for a group sees groups. */
static void
update_lists (HcCommunityHome *self)
{
  gpointer lists[] = { self->safety, self->experts, self->groups };
  guint first = is_filtered (self) ? 2 : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lists));

  if (n != G_N_ELEMENTS (lists) - first)
    g_list_store_splice (self->lists, 0, n, lists + first, G_N_ELEMENTS (lists) - first);
}

static void
filter_changed_cb (HcCommunityHome *self)
{
  if (self->directory == NULL)
    return;

  fill_groups (self);
  update_lists (self);
  hc_listing_view_begin_at_top (self->view);
}

static void
search_changed_cb (HcCommunityHome *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autofree char *announcement = NULL;
  guint n;

  if (!g_set_str (&self->text, text))
    return;

  filter_changed_cb (self);
  if (*self->text == '\0')
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->groups));
  announcement = g_strdup_printf (g_dngettext (NULL, "%u group found", "%u groups found", n), n);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
search_activated_cb (HcCommunityHome *self)
{
  /* The list may still be that of the words before. */
  search_changed_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (HcCommunityHome *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcCommunityHome *self = HC_COMMUNITY_HOME (widget);

  gtk_editable_set_text (self->search_entry, "");
  gtk_drop_down_set_selected (self->ways_drop_down, 0);
  gtk_toggle_button_set_active (self->caregivers_button, FALSE);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
hc_community_home_dispose (GObject *object)
{
  HcCommunityHome *self = HC_COMMUNITY_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_COMMUNITY_HOME);
  g_clear_object (&self->directory);
  g_clear_object (&self->safety);
  g_clear_object (&self->experts);
  g_clear_object (&self->groups);
  g_clear_object (&self->lists);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (hc_community_home_parent_class)->dispose (object);
}

static void
hc_community_home_class_init (HcCommunityHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_community_home_dispose;

  g_type_ensure (HC_TYPE_LISTING_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/community/hc-community-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCommunityHome, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcCommunityHome, ways_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HcCommunityHome, caregivers_button);
  gtk_widget_class_bind_template_child (widget_class, HcCommunityHome, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);

  gtk_widget_class_install_action (widget_class, "community.show-all", NULL, show_all_action);
}

static void
hc_community_home_init (HcCommunityHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_strdup ("");
  self->safety = g_list_store_new (HC_TYPE_LISTING);
  self->experts = g_list_store_new (HC_TYPE_LISTING);
  self->groups = g_list_store_new (HC_TYPE_LISTING);
  self->lists = g_list_store_new (G_TYPE_LIST_MODEL);
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->view));
}

/* What experts think is in the articles to which the guide on second opinions leads. */
static void
fill_reading (HcCommunityHome *self,
              HcLibrary       *library)
{
  HcCareGuide *safety = hc_care_directory_get_guide (self->directory, HC_COMMUNITY_SAFETY_GUIDE);
  HcCareGuide *opinion = hc_care_directory_get_guide (self->directory, OPINION_GUIDE);

  if (safety != NULL)
    {
      g_autoptr (HcListing) listing = hc_care_listing_new_guide (safety, "community", _("Before You Join"));

      g_list_store_append (self->safety, listing);
    }

  if (opinion != NULL)
    {
      g_autoptr (HcListing) listing = hc_care_listing_new_guide (opinion, "community", _("Expert Perspectives"));

      hc_care_listings_add_links (self->experts, library, hc_care_guide_get_details (opinion)->links,
                                  _("Expert Perspectives"));
      g_list_store_append (self->experts, listing);
    }
}

/**
 * hc_community_home_new:
 * @library: where the articles are
 * @directory: where the groups and guides are
 * @link: the link to this page
 *
 * Returns: (transfer floating): the page
 */
HcCommunityHome *
hc_community_home_new (HcLibrary       *library,
                       HcCareDirectory *directory,
                       const char      *link)
{
  HcCommunityHome *self;

  g_return_val_if_fail (HC_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  self = g_object_new (HC_TYPE_COMMUNITY_HOME, "tag", link, NULL);
  self->directory = g_object_ref (directory);
  fill_reading (self, library);
  fill_groups (self);
  update_lists (self);
  hc_listing_view_set_lists (self->view, _("Community"), G_LIST_MODEL (self->lists));
  hc_listing_view_set_nothing (self->view, _("Try fewer letters, or another way to meet."), "community.show-all");

  return self;
}

/**
 * hc_community_home_focus_search:
 * @self: a home page
 *
 * Puts the cursor into the entry that searches.
 */
void
hc_community_home_focus_search (HcCommunityHome *self)
{
  g_return_if_fail (HC_IS_COMMUNITY_HOME (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
