/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-setup-dialog.h"

#include "hc-cancer-group.h"
#include "hc-error-words.h"
#include "hc-toast.h"

/**
 * HcSetupDialog:
 *
 * Three short screens: what the program is, whom it is for, and what is known of the cancer. What was
 * told is saved when the dialog goes, in whatever way.
 */
struct _HcSetupDialog
{
  AdwDialog          parent_instance;

  HcProfile         *profile;
  HcPerson          *person;
  gboolean           is_filled;
  gboolean           has_changed;
  gboolean           is_saving;

  AdwNavigationView *navigation;
  GtkCheckButton    *me_button;
  GtkCheckButton    *other_button;
  AdwEntryRow       *name_row;
  HcCancerGroup     *cancer;
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

  hc_toast_show (GTK_WIDGET (self), hc_error_to_words (error));
}

/* Closes the dialog, after what was told is on the disk. */
static void
close_attempt_cb (HcSetupDialog *self)
{
  g_autofree char *biomarkers = NULL;
  g_autofree char *name = NULL;
  HcPersonDetails details = { 0 };

  if (self->is_saving)
    return;

  if (!self->has_changed || hc_profile_get_state (self->profile) != HC_PROFILE_READY)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  biomarkers = hc_cancer_group_dup_biomarkers (self->cancer);
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  details = *hc_person_get_details (self->person);
  details.is_user = gtk_check_button_get_active (self->me_button);
  details.name = *name != '\0' ? name : NULL;
  details.site = hc_cancer_group_get_site (self->cancer);
  details.stage = hc_cancer_group_get_stage (self->cancer);
  details.biomarkers = biomarkers;

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

static void
fill (HcSetupDialog *self)
{
  const HcPersonDetails *details = hc_person_get_details (self->person);

  if (hc_person_get_created (self->person) != NULL)
    gtk_check_button_set_active (details->is_user ? self->me_button : self->other_button, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), details->name != NULL ? details->name : "");
  hc_cancer_group_show (self->cancer, details);
  self->is_filled = TRUE;
}

static void
hc_setup_dialog_dispose (GObject *object)
{
  HcSetupDialog *self = HC_SETUP_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_SETUP_DIALOG);
  g_clear_object (&self->profile);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (hc_setup_dialog_parent_class)->dispose (object);
}

static void
hc_setup_dialog_class_init (HcSetupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_setup_dialog_dispose;

  g_type_ensure (HC_TYPE_CANCER_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/today/hc-setup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, me_button);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, other_button);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HcSetupDialog, cancer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);

  gtk_widget_class_install_action (widget_class, "setup.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "setup.done", NULL, done_action);
}

static void
hc_setup_dialog_init (HcSetupDialog *self)
{
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
