/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-home.h"

#include <glib/gi18n.h>

#include "hc-care-listings.h"
#include "hc-city-dialog.h"
#include "hc-link.h"
#include "hc-listing-view.h"
#include "hc-navigation.h"

/**
 * HcCareHome:
 *
 * Where care is found: the clinics and the care team of the person, whom to call and what to know, and the centers; in
 * their place what a search finds. Its actions are `care.choose-city` and `care.show-all`.
 */
struct _HcCareHome
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcCareDirectory   *directory;
  char              *text;       /* what is searched for; empty for everything */
  GListStore        *clinics;    /* of HcListing, and so are the others */
  GListStore        *team;
  GListStore        *ways;
  GListStore        *centers;

  GtkEditable       *search_entry;
  GtkDropDown       *state_drop_down;
  GtkLabel          *city_label;
  HcListingView     *view;
};

G_DEFINE_FINAL_TYPE (HcCareHome, hc_care_home, ADW_TYPE_NAVIGATION_PAGE)

/* The first choice is all of them. */
static HcUsState *
dup_state (HcCareHome *self)
{
  guint selected = gtk_drop_down_get_selected (self->state_drop_down);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return g_list_model_get_item (hc_care_directory_get_states (self->directory), selected - 1);
}

/* One that the list does not have any more is none. */
static HcCity *
get_city (HcCareHome *self)
{
  g_autofree char *label = g_settings_get_string (hc_context_get_settings (self->context), "care-city");

  return hc_care_directory_get_city (self->directory, label);
}

static gboolean
is_filtered (HcCareHome *self)
{
  return *self->text != '\0' || gtk_drop_down_get_selected (self->state_drop_down) != 0;
}

static gboolean
fits (HcCareHome *self,
      HcListing  *listing)
{
  const HcListingDetails *details = hc_listing_get_details (listing);
  g_autofree char *words = g_strjoin (" ", details->title, details->detail != NULL ? details->detail : "", NULL);

  return *self->text == '\0' || g_str_match_string (self->text, words, TRUE);
}

static void
add_fitting (HcCareHome *self,
             GPtrArray  *listings,
             HcListing  *listing)
{
  if (fits (self, listing))
    g_ptr_array_add (listings, g_object_ref (listing));
}

/* All at once: a list makes its rows anew with each change. */
static void
replace (GListStore *store,
         GPtrArray  *listings)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), listings->pdata, listings->len);
}

/* Whoever looks in a state looks for centers. */
static gboolean
is_only_state (HcCareHome *self)
{
  return *self->text == '\0' && is_filtered (self);
}

static void
fill_clinics (HcCareHome *self)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  GListModel *clinics = G_LIST_MODEL (hc_profile_get_clinics (profile));
  HcCurrentPerson *current = hc_context_get_person (self->context);
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_shown = hc_profile_get_state (profile) == HC_PROFILE_READY && !is_only_state (self);

  /* The list of the store begins with the newest. */
  for (guint i = is_shown ? g_list_model_get_n_items (clinics) : 0; i > 0; i--)
    {
      g_autoptr (HcClinic) clinic = g_list_model_get_item (clinics, i - 1);
      g_autoptr (HcListing) listing = NULL;

      if (!hc_current_person_owns (current, hc_clinic_get_details (clinic)->person))
        continue;

      listing = hc_care_listing_new_clinic (clinic, _("My Clinics and Doctors"));
      add_fitting (self, listings, listing);
    }

  if (is_shown && !is_filtered (self))
    g_ptr_array_add (listings, hc_listing_new (&(HcListingDetails) {
      .section = _("My Clinics and Doctors"),
      .title = _("Add a Clinic or Doctor…"),
      .detail = _("Where you go, to ask for appointments there. It stays on this computer."),
      .icon_name = "list-add-symbolic",
      .link = HC_LINK_SCHEME ":care?clinic=new",
    }));

  replace (self->clinics, listings);
}

static void
fill_team (HcCareHome *self)
{
  HcProfile *profile = hc_context_get_profile (self->context);
  GListModel *contacts = G_LIST_MODEL (hc_profile_get_care_contacts (profile));
  HcCurrentPerson *current = hc_context_get_person (self->context);
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean is_shown = hc_profile_get_state (profile) == HC_PROFILE_READY && !is_only_state (self);
  gboolean is_empty = TRUE;

  /* The list of the store begins with the newest. */
  for (guint i = is_shown ? g_list_model_get_n_items (contacts) : 0; i > 0; i--)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i - 1);
      g_autoptr (HcListing) listing = NULL;

      if (!hc_current_person_owns (current, hc_care_contact_get_details (contact)->person))
        continue;

      is_empty = FALSE;
      listing = hc_care_listing_new_contact (contact, _("My Care Team"));
      add_fitting (self, listings, listing);
    }

  if (is_shown && is_empty && !is_filtered (self))
    g_ptr_array_add (listings, hc_listing_new (&(HcListingDetails) {
      .section = _("My Care Team"),
      .title = _("Add Your Care Team…"),
      .detail = _("Whom you call first: the nurse line, your surgeon, your oncologist. It stays on this computer."),
      .icon_name = "list-add-symbolic",
      .link = HC_LINK_SCHEME ":care?contact=new",
    }));

  replace (self->team, listings);
}

static void
add_list (GPtrArray  *listings,
          const char *title,
          const char *detail,
          const char *icon_name,
          const char *link)
{
  g_ptr_array_add (listings, hc_listing_new (&(HcListingDetails) {
    .section = _("Helplines and Guides"),
    .title = title,
    .detail = detail,
    .icon_name = icon_name,
    .link = link,
  }));
}

static void
add_helplines (HcCareHome *self,
               GPtrArray  *listings,
               guint       n_max)
{
  GListModel *helplines = hc_care_directory_get_helplines (self->directory);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (helplines), n_max); i++)
    {
      g_autoptr (HcHelpline) helpline = g_list_model_get_item (helplines, i);
      g_autoptr (HcListing) listing = hc_care_listing_new_helpline (helpline, _("Helplines and Guides"));

      add_fitting (self, listings, listing);
    }
}

static void
add_guides (HcCareHome *self,
            GPtrArray  *listings)
{
  GListModel *guides = hc_care_directory_get_guides (self->directory);

  for (guint i = 0; i < g_list_model_get_n_items (guides); i++)
    {
      g_autoptr (HcCareGuide) guide = g_list_model_get_item (guides, i);
      g_autoptr (HcListing) listing = hc_care_listing_new_guide (guide, "care", _("Helplines and Guides"));

      add_fitting (self, listings, listing);
    }
}

/* Without a search only the most urgent, which leads the helplines, and the ways to the others. */
static void
fill_ways (HcCareHome *self)
{
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func (g_object_unref);

  if (*self->text != '\0')
    {
      add_helplines (self, listings, G_MAXUINT);
      add_guides (self, listings);
    }
  else if (!is_filtered (self))
    {
      add_helplines (self, listings, 1);
      add_list (listings, _("Helplines"), _("Whom to call about distress, poison, cancer, costs and care at home"),
                "hc-call-symbolic", HC_LINK_SCHEME ":care?list=helplines");
      add_list (listings, _("Guides"),
                _("How to find a surgeon or another specialist, your rights, and what care costs"),
                "hc-key-point-symbolic", HC_LINK_SCHEME ":care?list=guides");
    }

  replace (self->ways, listings);
}

static char *
dup_centers_heading (HcCareHome *self,
                     HcUsState  *state,
                     HcCity     *from)
{
  if (state != NULL)
    /* Translators: %s is the name of a state. */
    return g_strdup_printf (_("Cancer Centers in %s"), hc_us_state_get_name (state));

  if (from != NULL)
    /* Translators: %s is a city, “Buffalo, NY”. */
    return g_strdup_printf (_("Cancer Centers, Nearest to %s First"), hc_city_get_label (from));

  return g_strdup (_("Cancer Centers"));
}

static void
fill_centers (HcCareHome *self)
{
  g_autoptr (HcUsState) state = dup_state (self);
  HcCity *from = get_city (self);
  HcCareQuery query = {
    .text = self->text,
    .state = state != NULL ? hc_us_state_get_code (state) : NULL,
    .from = from,
    .order = from != NULL ? HC_CARE_ORDER_DISTANCE : HC_CARE_ORDER_NAME,
  };
  g_autoptr (GListModel) found = hc_care_directory_list_centers (self->directory, &query);
  g_autofree char *heading = dup_centers_heading (self, state, from);
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (HcCareCenter) center = g_list_model_get_item (found, i);

      g_ptr_array_add (listings, hc_care_listing_new_center (center, self->directory, from, heading));
    }

  replace (self->centers, listings);
}

/* What belongs to the person. */
static void
fill_own (HcCareHome *self)
{
  fill_clinics (self);
  fill_team (self);
}

static void
fill (HcCareHome *self)
{
  fill_own (self);
  fill_ways (self);
  fill_centers (self);
}

static void
filter_changed_cb (HcCareHome *self)
{
  if (self->directory == NULL)
    return;

  fill (self);
  hc_listing_view_begin_at_top (self->view);
}

static void
search_changed_cb (HcCareHome *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));
  g_autofree char *announcement = NULL;
  guint n;

  if (!g_set_str (&self->text, text))
    return;

  filter_changed_cb (self);
  if (*self->text == '\0')
    return;

  n = g_list_model_get_n_items (G_LIST_MODEL (self->clinics)) +
      g_list_model_get_n_items (G_LIST_MODEL (self->team)) + g_list_model_get_n_items (G_LIST_MODEL (self->ways)) +
      g_list_model_get_n_items (G_LIST_MODEL (self->centers));
  announcement = g_strdup_printf (g_dngettext (NULL, "%u found", "%u found", n), n);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), announcement, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
search_activated_cb (HcCareHome *self)
{
  /* The list may still be that of the words before. */
  search_changed_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (HcCareHome *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
show_city (HcCareHome *self)
{
  HcCity *city = get_city (self);
  /* Translators: %s is a city, “Buffalo, NY”, from which distances are told. */
  g_autofree char *label = city != NULL ? g_strdup_printf (_("Distance from %s"), hc_city_get_label (city)) : NULL;

  gtk_label_set_label (self->city_label, label != NULL ? label : _("Distance From…"));
}

static void
city_changed_cb (HcCareHome *self)
{
  show_city (self);
  filter_changed_cb (self);
}

static void
contacts_changed_cb (HcCareHome *self,
                     guint       position,
                     guint       n_removed,
                     guint       n_added,
                     GListModel *contacts)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (HcCareContact) contact = g_list_model_get_item (contacts, i);

      g_signal_connect_object (contact, "changed", G_CALLBACK (fill_team), self, G_CONNECT_SWAPPED);
    }

  fill_team (self);
}

static void
choose_city_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  HcCareHome *self = HC_CARE_HOME (widget);

  adw_dialog_present (hc_city_dialog_new (self->directory, hc_context_get_settings (self->context)), widget);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  HcCareHome *self = HC_CARE_HOME (widget);

  gtk_editable_set_text (self->search_entry, "");
  gtk_drop_down_set_selected (self->state_drop_down, 0);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
hc_care_home_dispose (GObject *object)
{
  HcCareHome *self = HC_CARE_HOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CARE_HOME);
  g_clear_object (&self->clinics);
  g_clear_object (&self->team);
  g_clear_object (&self->ways);
  g_clear_object (&self->centers);
  g_clear_object (&self->directory);
  g_clear_object (&self->context);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (hc_care_home_parent_class)->dispose (object);
}

static void
hc_care_home_class_init (HcCareHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_care_home_dispose;

  g_type_ensure (HC_TYPE_LISTING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/care/hc-care-home.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCareHome, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HcCareHome, state_drop_down);
  gtk_widget_class_bind_template_child (widget_class, HcCareHome, city_label);
  gtk_widget_class_bind_template_child (widget_class, HcCareHome, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);

  gtk_widget_class_install_action (widget_class, "care.choose-city", NULL, choose_city_action);
  gtk_widget_class_install_action (widget_class, "care.show-all", NULL, show_all_action);
}

static void
hc_care_home_init (HcCareHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->text = g_strdup ("");
  self->clinics = g_list_store_new (HC_TYPE_LISTING);
  self->team = g_list_store_new (HC_TYPE_LISTING);
  self->ways = g_list_store_new (HC_TYPE_LISTING);
  self->centers = g_list_store_new (HC_TYPE_LISTING);
  hc_navigation_arrow_leads_to (GTK_WIDGET (self->search_entry), GTK_WIDGET (self->view));
}

static void
fill_states (HcCareHome *self)
{
  GListModel *states = hc_care_directory_get_states (self->directory);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All States"));
  for (guint i = 0; i < g_list_model_get_n_items (states); i++)
    {
      g_autoptr (HcUsState) state = g_list_model_get_item (states, i);

      gtk_string_list_append (names, hc_us_state_get_name (state));
    }

  gtk_drop_down_set_model (self->state_drop_down, G_LIST_MODEL (names));
}

static void
set_up_lists (HcCareHome *self)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (lists, self->clinics);
  g_list_store_append (lists, self->team);
  g_list_store_append (lists, self->ways);
  g_list_store_append (lists, self->centers);
  hc_listing_view_set_lists (self->view, _("Where Care Is Found"), G_LIST_MODEL (lists));
  hc_listing_view_set_nothing (self->view,
                               _("Try fewer letters, another state, or all states with a city to measure from. Not "
                                 "each state has a center that the National Cancer Institute has designated."),
                               "care.show-all");
}

/**
 * hc_care_home_new:
 * @context: what the pages share
 * @directory: where care is found
 * @link: the link to this page
 *
 * Returns: (transfer floating): the page
 */
HcCareHome *
hc_care_home_new (HcContext       *context,
                  HcCareDirectory *directory,
                  const char      *link)
{
  HcCareHome *self;
  GListModel *contacts;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HC_IS_CARE_DIRECTORY (directory), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  self = g_object_new (HC_TYPE_CARE_HOME, "tag", link, NULL);
  self->context = g_object_ref (context);
  self->directory = g_object_ref (directory);
  fill_states (self);
  show_city (self);
  fill_ways (self);
  fill_centers (self);
  set_up_lists (self);

  contacts = G_LIST_MODEL (hc_profile_get_care_contacts (hc_context_get_profile (context)));
  g_signal_connect_object (hc_context_get_settings (context), "changed::care-city", G_CALLBACK (city_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (fill_own), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_profile (context), "notify::state", G_CALLBACK (fill_own), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_clinics (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (fill_clinics), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (contacts, "items-changed", G_CALLBACK (contacts_changed_cb), self, G_CONNECT_SWAPPED);
  contacts_changed_cb (self, 0, 0, g_list_model_get_n_items (contacts), contacts);
  fill_clinics (self);

  return self;
}

/**
 * hc_care_home_focus_search:
 * @self: a home page
 *
 * Puts the cursor into the entry that searches.
 */
void
hc_care_home_focus_search (HcCareHome *self)
{
  g_return_if_fail (HC_IS_CARE_HOME (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
