/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-sites.h"

#include <glib/gi18n.h>

#include "hc-contact-address.h"
#include "hc-external-link.h"
#include "hc-trial-place.h"
#include "hc-trial-words.h"
#include "hc-wrapped-button.h"

/* So many sites are shown at first, and with each press of the button: some trials have a thousand. */
#define N_SITES 10

/* The least width and height of a button, for numb fingertips. */
#define TARGET 44

#define ADDRESS_KEY "hc-address"

/**
 * HcTrialSites:
 *
 * Whom to ask about a trial, and where it takes place: the sites that take people first, the nearest first, each with
 * those who can be asked there.
 */
struct _HcTrialSites
{
  GtkBox         parent_instance;

  const HcTrial *trial;   /* which whoever shows it keeps */
  GPtrArray     *sites;   /* of HcTrialSite, those of the trial */
  guint          n_shown;
  gboolean       has_place;
  double         latitude;
  double         longitude;

  GtkListBox    *contacts;
  GtkListBox    *list;
  GtkWidget     *more;
};

G_DEFINE_FINAL_TYPE (HcTrialSites, hc_trial_sites, GTK_TYPE_BOX)

static void
address_cb (GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (button);

  if (GTK_IS_WINDOW (root))
    hc_external_link_present (g_object_get_data (G_OBJECT (button), ADDRESS_KEY), GTK_WINDOW (root));
}

/* What is no address can still be read: it stands in the row. */
static void
add_button (GtkWidget  *row,
            char       *address,
            const char *icon_name,
            const char *label)
{
  GtkWidget *button;

  if (address == NULL || !hc_external_link_is_known (address))
    {
      g_free (address);
      return;
    }

  button = gtk_button_new_from_icon_name (icon_name);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, TARGET, TARGET);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), ADDRESS_KEY, address, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (address_cb), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static const char *
find_role (const char *role)
{
  if (g_strcmp0 (role, "PRINCIPAL_INVESTIGATOR") == 0)
    return _("Leads the research there");
  if (g_strcmp0 (role, "SUB_INVESTIGATOR") == 0)
    return _("Helps to lead the research there");

  return NULL;
}

static GtkWidget *
new_contact_row (const HcTrialContact *contact)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *name = contact->name != NULL ? contact->name : _("Contact");
  /* Translators: %s is a name. */
  g_autofree char *call = g_strdup_printf (_("Call %s"), name);
  /* Translators: %s is a name. */
  g_autofree char *mail = g_strdup_printf (_("Write to %s"), name);
  const char *role = find_role (contact->role);
  GtkWidget *row;

  if (role != NULL)
    g_string_append (words, role);
  if (contact->phone != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", contact->phone);
  if (contact->phone != NULL && contact->extension != NULL)
    {
      g_string_append_c (words, ' ');
      /* Translators: what is dialed after a telephone number. */
      g_string_append_printf (words, _("extension %s"), contact->extension);
    }
  if (contact->email != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", contact->email);

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", words->str,
                      "subtitle-selectable", TRUE, NULL);
  add_button (row, contact->phone != NULL ? hc_contact_address_from_phone (contact->phone) : NULL, "hc-call-symbolic",
              call);
  add_button (row, contact->email != NULL ? hc_contact_address_from_email (contact->email) : NULL,
              "mail-message-new-symbolic", mail);

  return row;
}

static char *
dup_site_details (HcTrialSites      *self,
                  const HcTrialSite *site)
{
  g_autofree char *place = hc_trial_site_dup_place (site);
  g_autofree char *distance = NULL;
  const char *status = site->status != NULL ? hc_trial_status_to_words (hc_trial_status_from_string (site->status))
                                            : NULL;
  GString *words = g_string_new (site->facility != NULL ? place : NULL);

  if (self->has_place && site->has_point)
    {
      distance = hc_trial_words_dup_distance (hc_trial_distance (self->latitude, self->longitude, site->latitude,
                                                                 site->longitude));
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: %s is a distance. */
      g_string_append_printf (words, _("%s away"), distance);
    }
  if (status != NULL)
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", status);

  return g_string_free_and_steal (words);
}

static GtkWidget *
new_site_row (HcTrialSites      *self,
              const HcTrialSite *site)
{
  g_autofree char *name = site->facility != NULL ? g_strdup (site->facility) : hc_trial_words_dup_site (site);
  g_autofree char *details = dup_site_details (self, site);
  GtkWidget *row;

  if (site->contacts->len == 0)
    return g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", details, NULL);

  row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", name, "subtitle", details, NULL);
  for (guint i = 0; i < site->contacts->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_contact_row (g_ptr_array_index (site->contacts, i)));

  return row;
}

static void
show_more (HcTrialSites *self)
{
  GtkWidget *first = NULL;
  guint end = MIN (self->n_shown + N_SITES, self->sites->len), n_left = self->sites->len - end;
  g_autofree char *label = NULL;

  for (; self->n_shown < end; self->n_shown++)
    {
      GtkWidget *row = new_site_row (self, g_ptr_array_index (self->sites, self->n_shown));

      first = first != NULL ? first : row;
      gtk_list_box_append (self->list, row);
    }

  /* The last press takes the button away. */
  if (first != NULL && n_left == 0 && gtk_widget_has_focus (self->more))
    gtk_widget_grab_focus (first);
  label = g_strdup_printf (g_dngettext (NULL, "Show More, %'u Is Left", "Show More, %'u Are Left", n_left), n_left);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  hc_wrapped_button_set (self->more);
  gtk_widget_set_visible (self->more, n_left > 0);
}

static void
hc_trial_sites_finalize (GObject *object)
{
  g_clear_pointer (&HC_TRIAL_SITES (object)->sites, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_trial_sites_parent_class)->finalize (object);
}

static void
hc_trial_sites_class_init (HcTrialSitesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hc_trial_sites_finalize;
}

static GtkListBox *
add_list (HcTrialSites *self,
          const char   *label)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self), list);

  return GTK_LIST_BOX (list);
}

static void
hc_trial_sites_init (HcTrialSites *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->contacts = add_list (self, _("Whom to Ask"));
  self->list = add_list (self, _("Sites"));

  self->more = hc_wrapped_button_new ("");
  gtk_widget_add_css_class (self->more, "pill");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (show_more), self);
  gtk_box_append (GTK_BOX (self), self->more);
}

/**
 * hc_trial_sites_new:
 *
 * Returns: (transfer floating): a widget that shows no sites yet
 */
GtkWidget *
hc_trial_sites_new (void)
{
  return g_object_new (HC_TYPE_TRIAL_SITES, NULL);
}

/**
 * hc_trial_sites_show:
 * @self: a widget
 * @trial: a trial, to be kept as long as it is shown
 * @has_place: whether it is known from where distances are told
 * @latitude: of that, in degrees
 * @longitude: of that
 */
void
hc_trial_sites_show (HcTrialSites  *self,
                     const HcTrial *trial,
                     gboolean       has_place,
                     double         latitude,
                     double         longitude)
{
  g_return_if_fail (HC_IS_TRIAL_SITES (self));
  g_return_if_fail (trial != NULL);

  /* What was unfolded stays so. */
  if (self->trial == trial && self->has_place == has_place && self->latitude == latitude &&
      self->longitude == longitude)
    return;

  gtk_list_box_remove_all (self->contacts);
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->sites, g_ptr_array_unref);

  self->trial = trial;
  self->has_place = has_place;
  self->latitude = latitude;
  self->longitude = longitude;
  self->n_shown = 0;
  self->sites = has_place ? hc_trial_sort_sites (trial, latitude, longitude) : g_ptr_array_new ();
  /* In the order of the registry; they stay those of the trial. */
  for (guint i = 0; !has_place && i < trial->sites->len; i++)
    g_ptr_array_add (self->sites, g_ptr_array_index (trial->sites, i));

  for (guint i = 0; i < trial->contacts->len; i++)
    gtk_list_box_append (self->contacts, new_contact_row (g_ptr_array_index (trial->contacts, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->contacts), trial->contacts->len > 0);

  if (self->sites->len == 0)
    gtk_list_box_append (self->list, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                                   _("The registry tells of no sites."), NULL));
  show_more (self);
}
