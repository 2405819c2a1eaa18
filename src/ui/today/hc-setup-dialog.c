/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-setup-dialog.h"

#include <glib/gi18n.h>

#include "hc-error-words.h"

/* In the order of the rows, after "I don't know yet". */
static const char *const sites[] = { NULL, "colon", "rectal" };
static const char *const stages[] = { NULL, "0", "1", "2", "3", "4", "recurrent" };

static const struct {
  const char *word;
  const char *title;
} biomarkers[] = {
  { "msi-h", N_("MSI-H or dMMR") },
  { "ras-mutated", N_("RAS mutated (KRAS or NRAS)") },
  { "ras-wild", N_("RAS wild type, no mutation") },
  { "braf-v600e", N_("BRAF V600E") },
  { "kras-g12c", N_("KRAS G12C") },
  { "her2", N_("HER2 positive") },
  { "ntrk", N_("NTRK fusion") },
};

/**
 * HcSetupDialog:
 *
 * Three short screens: what the program is, whom it is for, and what is known of the cancer. What was
 * told is saved when the dialog goes, in whatever way.
 */
struct _HcSetupDialog
{
  AdwDialog            parent_instance;

  HcProfile           *profile;
  HcPerson            *person;
  GPtrArray           *switches; /* of AdwSwitchRow, one a biomarker */
  gboolean             is_filled;
  gboolean             has_changed;
  gboolean             is_saving;

  AdwNavigationView   *navigation;
  GtkCheckButton      *me_button;
  GtkCheckButton      *other_button;
  AdwEntryRow         *name_row;
  AdwComboRow         *site_row;
  AdwComboRow         *stage_row;
  AdwPreferencesGroup *biomarkers;
};

G_DEFINE_FINAL_TYPE (HcSetupDialog, hc_setup_dialog, ADW_TYPE_DIALOG)

static void
changed_cb (HcSetupDialog *self)
{
  if (self->is_filled)
    self->has_changed = TRUE;
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcSetupDialog *self = HC_SETUP_DIALOG (widget);
  const char *tag = adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->navigation));

  adw_navigation_view_push_by_tag (self->navigation, g_str_equal (tag, "welcome") ? "who" : "cancer");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcSetupDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_saving = FALSE;

  if (hc_person_store_save_finish (HC_PERSON_STORE (source), result, &error))
    {
      self->has_changed = FALSE;
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", hc_error_to_words (error));
}

/* Closes the dialog, after what was told is on the disk. */
static void
close_attempt_cb (HcSetupDialog *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *name = NULL;
  HcPersonDetails details = { 0 };

  if (self->is_saving)
    return;

  if (!self->has_changed || hc_profile_get_state (self->profile) != HC_PROFILE_READY)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  for (guint i = 0; i < self->switches->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->switches, i)))
      g_strv_builder_add (words, biomarkers[i].word);

  list = g_strv_builder_end (words);
  joined = g_strjoinv (" ", list);
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  details = *hc_person_get_details (self->person);
  details.is_user = gtk_check_button_get_active (self->me_button);
  details.name = *name != '\0' ? name : NULL;
  details.site = sites[adw_combo_row_get_selected (self->site_row)];
  details.stage = stages[adw_combo_row_get_selected (self->stage_row)];
  details.biomarkers = joined;

  self->is_saving = TRUE;
  hc_person_store_save_async (hc_profile_get_people (self->profile), self->person, &details,
                              saved_cb, g_object_ref (self));
}

static void
done_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  close_attempt_cb (HC_SETUP_DIALOG (widget));
}

static guint
find_word (const char *const *words,
           guint              n_words,
           const char        *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

static void
fill (HcSetupDialog *self)
{
  const HcPersonDetails *details = hc_person_get_details (self->person);
  g_auto (GStrv) words = g_strsplit (details->biomarkers != NULL ? details->biomarkers : "", " ", -1);

  if (hc_person_get_created (self->person) != NULL)
    gtk_check_button_set_active (details->is_user ? self->me_button : self->other_button, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), details->name != NULL ? details->name : "");
  adw_combo_row_set_selected (self->site_row, find_word (sites, G_N_ELEMENTS (sites), details->site));
  adw_combo_row_set_selected (self->stage_row, find_word (stages, G_N_ELEMENTS (stages), details->stage));

  for (guint i = 0; i < G_N_ELEMENTS (biomarkers); i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_SWITCH_ROW,
                                     "title", _(biomarkers[i].title),
                                     "active", g_strv_contains ((const char *const *) words, biomarkers[i].word),
                                     NULL);

      g_signal_connect_object (row, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->biomarkers, row);
      g_ptr_array_add (self->switches, row);
    }

  self->is_filled = TRUE;
}

static void
hc_setup_dialog_dispose (GObject *object)
{
  HcSetupDialog *self = HC_SETUP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_SETUP_DIALOG);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (hc_setup_dialog_parent_class)->dispose (object);
}

static void
hc_setup_dialog_class_init (HcSetupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_setup_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/today/hc-setup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, me_button);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, site_row);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, stage_row);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, biomarkers);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "setup.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "setup.done", NULL, done_action);
}

static void
hc_setup_dialog_init (HcSetupDialog *self)
{
  self->switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  g_signal_connect (self, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
}

/**
 * hc_setup_dialog_new:
 * @profile: an open profile
 * @person: (nullable): whom it is about, %NULL: a new person
 * @is_first: whether to begin by saying what the program is; otherwise with what is known
 *
 * Returns: (transfer floating): a dialog about a person
 */
HcSetupDialog *
hc_setup_dialog_new (HcProfile *profile,
                     HcPerson  *person,
                     gboolean   is_first)
{
  HcSetupDialog *self;

  g_return_val_if_fail (HC_IS_PROFILE (profile), NULL);

  self = g_object_new (HC_TYPE_SETUP_DIALOG, NULL);
  self->profile = g_object_ref (profile);
  self->person = person != NULL ? g_object_ref (person) : hc_person_new ();
  fill (self);

  if (!is_first)
    adw_navigation_view_replace_with_tags (self->navigation, (const char *[]) { "who", "cancer" }, 2);

  return self;
}
