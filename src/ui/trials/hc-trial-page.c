/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-page.h"

#include <glib/gi18n.h>

#include "hc-care-question-printer.h"
#include "hc-external-link.h"
#include "hc-trial-json.h"
#include "hc-trial-note-dialog.h"
#include "hc-trial-operations.h"
#include "hc-trial-sections.h"
#include "hc-trial-sites.h"
#include "hc-trial-words.h"
#include "hc-wrapped-button.h"
#include "hc-wrapped-label.h"

#define SPACE 9

/**
 * HcTrialPage:
 *
 * A clinical trial: how it fits the person, what to ask, who can take part, where it takes place. It shows what is
 * newer: what was fetched, or the copy that the person saved. Its actions are `trial.toggle-saved`,
 * `trial.keep-version`, `trial.note`, `trial.toggle-compared`, `trial.registry`, `trial.ask` and `trial.print`.
 */
struct _HcTrialPage
{
  AdwNavigationPage  parent_instance;

  HcTrialDesk       *desk;
  HcTrial           *trial;     /* what is shown; NULL before the first */
  HcTrial           *copy;      /* what was saved; NULL: nothing, or it is what is shown */
  gboolean           is_copy;   /* whether the copy is shown */
  gboolean           is_listed;
  HcTrialMatch      *match;
  HcSavedTrial      *followed;  /* what was saved of it; NULL: nothing */

  GtkToggleButton   *saved_button;
  GtkScrolledWindow *scroller;
  GtkLabel          *title_label;
  GtkLabel          *kind_label;
  GtkLabel          *origin_label;
  GtkWidget         *changes_box;
  AdwBin            *changes_bin;
  GtkWidget         *keep_button;
  GtkButton         *save_button;
  GtkWidget         *note_button;
  GtkButton         *compare_button;
  GtkWidget         *registry_button;
  GtkLabel          *note_label;
  AdwBin            *fit_bin;
  GtkBox            *content_box;
  AdwBin            *questions_bin; /* in the content, as the next */
  HcTrialSites      *sites;
};

G_DEFINE_FINAL_TYPE (HcTrialPage, hc_trial_page, ADW_TYPE_NAVIGATION_PAGE)

static HcContext *
get_context (HcTrialPage *self)
{
  return hc_trial_desk_get_context (self->desk);
}

static HcSavedTrial *
find_saved (HcTrialPage *self)
{
  return self->trial != NULL ? hc_trial_desk_find_saved (self->desk, self->trial->nct) : NULL;
}

static void
update_origin (HcTrialPage  *self,
               HcSavedTrial *saved)
{
  g_autofree char *fetched = hc_trial_words_dup_fetched (hc_trial_desk_get_catalog (self->desk));
  g_autofree char *words = NULL;

  if (self->is_copy && saved != NULL && hc_saved_trial_get_changed (saved) != NULL)
    {
      g_autofree char *day = hc_trial_words_dup_day (hc_saved_trial_get_changed (saved));

      /* Translators: %s is a day. */
      words = g_strdup_printf (_("This is your copy, saved on %s."), day);
    }
  else if (self->is_copy)
    words = g_strdup (_("This was your copy. It is not saved any more."));
  else if (fetched != NULL && self->is_listed)
    /* Translators: %s is a day. */
    words = g_strdup_printf (_("As the registry has it. The list was fetched on %s."), fetched);
  else if (fetched != NULL)
    /* Translators: %s is a day. */
    words = g_strdup_printf (_("It was not in the list of recruiting trials that was fetched on %s. Ask whether it "
                               "still takes people."), fetched);
  else
    words = g_strdup (_("From the file of the registry that you imported."));

  gtk_label_set_label (self->origin_label, words);
}

static void
update_changes (HcTrialPage *self)
{
  GtkWidget *changes = NULL;

  if (self->copy != NULL && !self->is_copy)
    changes = hc_trial_sections_new_changes (self->copy, self->trial);

  adw_bin_set_child (self->changes_bin, changes);
  gtk_widget_set_visible (self->changes_box, changes != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trial.keep-version", changes != NULL);
}

static void desk_changed_cb (HcTrialPage *self);

/* The store says nothing when only another version or note of a trial was saved. */
static void
follow (HcTrialPage  *self,
        HcSavedTrial *saved)
{
  HcSavedTrial *before = self->followed;

  if (saved == before)
    return;

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, desk_changed_cb, self);
  g_set_object (&self->followed, saved);
  if (saved != NULL)
    g_signal_connect_object (saved, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
}

/* What depends on what the person has saved. */
static void
update_head (HcTrialPage *self)
{
  HcSavedTrial *saved = find_saved (self);
  const char *note = saved != NULL ? hc_saved_trial_get_details (saved)->note : NULL;
  gboolean has_note = note != NULL && *note != '\0';
  gboolean is_compared;
  const char *tooltip = saved != NULL ? _("Remove From Saved Trials") : _("Save Trial");

  if (self->trial == NULL)
    return;

  follow (self, saved);
  gtk_toggle_button_set_active (self->saved_button, saved != NULL);
  gtk_button_set_icon_name (GTK_BUTTON (self->saved_button),
                            saved != NULL ? "hc-bookmark-set-symbolic" : "hc-bookmark-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->saved_button), tooltip);
  gtk_button_set_use_underline (self->save_button, FALSE);
  gtk_button_set_label (self->save_button, tooltip);
  hc_wrapped_button_set (GTK_WIDGET (self->save_button));
  /* What is saved is done; the next thing to do is not. */
  if (saved != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->save_button), "suggested-action");

  is_compared = hc_trial_desk_compares (self->desk, self->trial->nct);
  gtk_button_set_label (self->compare_button, is_compared ? _("Do Not Compare") : _("Compare"));
  hc_wrapped_button_set (GTK_WIDGET (self->compare_button));

  gtk_button_set_use_underline (GTK_BUTTON (self->note_button), TRUE);
  gtk_button_set_label (GTK_BUTTON (self->note_button), has_note ? _("Change _Note…") : _("Write _Note…"));
  hc_wrapped_button_set (self->note_button);
  gtk_label_set_label (self->note_label, has_note ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), has_note);

  update_origin (self, saved);
  update_changes (self);
}

/* Reads the copy again: another version may have been saved. */
static void
read_copy (HcTrialPage *self,
           const char  *nct)
{
  HcSavedTrial *saved = hc_trial_desk_find_saved (self->desk, nct);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->copy, hc_trial_free);
  if (saved == NULL)
    return;

  self->copy = hc_trial_json_read (hc_saved_trial_get_details (saved)->copy, &error);
  if (self->copy == NULL)
    g_warning ("The copy of a trial cannot be read: %s", error->message);
}

static void
add_section (HcTrialPage *self,
             const char  *title,
             GtkWidget   *content)
{
  gtk_box_append (self->content_box, hc_trial_sections_new_heading (title));
  gtk_box_append (self->content_box, content);
}

static void
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = hc_wrapped_button_new (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  adw_wrap_box_append (ADW_WRAP_BOX (box), button);
}

/* Those that are put on the list of the person: what is unknown of them decides which. */
static void
update_questions (HcTrialPage *self)
{
  g_auto (GStrv) questions = hc_trial_sections_dup_questions (self->match);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);

  for (guint i = 0; questions[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (questions[i], NULL));

  adw_bin_set_child (self->questions_bin, box);
}

static GtkWidget *
new_questions (HcTrialPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE);
  GtkWidget *buttons = adw_wrap_box_new ();

  self->questions_bin = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->questions_bin));
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), SPACE);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), SPACE);
  add_button (buttons, _("_Put Them on My List"), "trial.ask");
  add_button (buttons, _("P_rint My List…"), "trial.print");
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}

static void
update_fit (HcTrialPage *self)
{
  HcTrialPatient patient;
  g_autofree char *kind = NULL, *line = NULL;

  if (self->trial == NULL)
    return;

  g_clear_object (&self->match);
  self->match = hc_trial_desk_match_trial (self->desk, self->trial, self->is_listed);
  adw_bin_set_child (self->fit_bin, hc_trial_sections_new_fit (self->match));

  kind = hc_trial_words_dup_kind (self->match);
  line = g_strdup_printf ("%s · %s", kind, self->trial->nct);
  gtk_label_set_label (self->kind_label, line);

  update_questions (self);
  hc_trial_desk_fill_patient (self->desk, &patient);
  hc_trial_sites_show (self->sites, self->trial, patient.has_place, patient.latitude, patient.longitude);
}

static void
fill_content (HcTrialPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content_box))) != NULL)
    gtk_box_remove (self->content_box, child);

  gtk_label_set_label (self->title_label, self->trial->title);
  add_section (self, _("Questions to Ask"), new_questions (self));
  add_section (self, _("What It Is About"), hc_trial_sections_new_text (self->trial->summary));
  add_section (self, _("What Is Tested"), hc_trial_sections_new_tested (self->trial));
  add_section (self, _("Who Can Take Part"), hc_trial_sections_new_eligibility (self->trial->eligibility));
  self->sites = HC_TRIAL_SITES (hc_trial_sites_new ());
  add_section (self, _("Where It Takes Place"), GTK_WIDGET (self->sites));
  add_section (self, _("About This Trial"), hc_trial_sections_new_facts (self->trial));
  update_fit (self);
}

static void
desk_changed_cb (HcTrialPage *self)
{
  if (self->trial == NULL)
    return;

  read_copy (self, self->trial->nct);
  update_head (self);
}

/* Another version may have come while the trial is being read. */
static void
catalog_changed_cb (HcTrialPage *self)
{
  gboolean is_listed = FALSE;
  g_autoptr (HcTrial) fetched = NULL;

  if (self->trial == NULL)
    return;

  fetched = hc_trial_catalog_load (hc_trial_desk_get_catalog (self->desk), self->trial->nct, &is_listed, NULL);
  if (fetched != NULL &&
      (is_listed != self->is_listed || g_strcmp0 (fetched->updated, self->trial->updated) != 0))
    hc_trial_page_show (self, fetched->nct, NULL);
}

static void
toggle_saved_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  HcTrialPage *self = HC_TRIAL_PAGE (widget);
  HcSavedTrial *saved = find_saved (self);

  if (saved != NULL)
    hc_trial_remove (widget, self->desk, saved);
  else
    hc_trial_save (widget, self->desk, self->trial);
}

/* The button shows what is on the disk, and not what was pressed. */
static void
saved_clicked_cb (HcTrialPage *self)
{
  update_head (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "trial.toggle-saved", NULL);
}

static void
keep_version_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  hc_trial_save (widget, HC_TRIAL_PAGE (widget)->desk, HC_TRIAL_PAGE (widget)->trial);
}

static void
note_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  HcTrialPage *self = HC_TRIAL_PAGE (widget);
  HcProfile *profile = hc_context_get_profile (get_context (self));
  HcSavedTrial *found = find_saved (self);
  g_autoptr (HcSavedTrial) saved = NULL;

  if (!hc_trial_is_open (widget, self->desk))
    return;

  saved = found != NULL ? g_object_ref (found) : hc_trial_make_saved (self->desk, self->trial);
  adw_dialog_present (ADW_DIALOG (hc_trial_note_dialog_new (profile, saved)), widget);
}

static void
toggle_compared_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  HcTrialPage *self = HC_TRIAL_PAGE (widget);
  gboolean is_compared = hc_trial_desk_compares (self->desk, self->trial->nct);
  g_autofree char *words = NULL;

  if (!hc_trial_desk_set_compared (self->desk, self->trial->nct, !is_compared))
    words = g_strdup_printf (_("%d trials can be compared. Take one out first."), HC_TRIAL_MAX_COMPARED);
  else if (!is_compared)
    {
      guint n = hc_trial_desk_get_compared (self->desk)->len;

      words = g_strdup_printf (g_dngettext (NULL, "%u trial to compare. Choose another one.",
                                            "%u trials to compare. The button is below the list of trials.", n), n);
    }

  if (words != NULL)
    gtk_widget_activate_action (widget, "win.show-toast", "s", words);
}

static void
registry_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autofree char *uri = hc_trial_dup_uri (HC_TRIAL_PAGE (widget)->trial->nct);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    hc_external_link_present (uri, GTK_WINDOW (root));
}

static void
ask_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcTrialPage *self = HC_TRIAL_PAGE (widget);
  g_auto (GStrv) questions = hc_trial_sections_dup_questions (self->match);

  hc_trial_ask (widget, self->desk, self->trial, (const char *const *) questions);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcContext *context = get_context (HC_TRIAL_PAGE (widget));
  g_autoptr (HcCareQuestionPrinter) printer = hc_care_question_printer_new (context, FALSE);
  g_autoptr (GError) error = NULL;

  if (!hc_printout_run (HC_PRINTOUT (printer), GTK_WINDOW (gtk_widget_get_root (widget)), &error))
    {
      g_autofree char *text = g_strdup_printf (_("The questions could not be printed: %s"), error->message);

      gtk_widget_activate_action (widget, "win.show-toast", "s", text);
    }
}

static void
hc_trial_page_dispose (GObject *object)
{
  HcTrialPage *self = HC_TRIAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TRIAL_PAGE);
  g_clear_pointer (&self->trial, hc_trial_free);
  g_clear_pointer (&self->copy, hc_trial_free);
  g_clear_object (&self->match);
  follow (self, NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (hc_trial_page_parent_class)->dispose (object);
}

static void
hc_trial_page_class_init (HcTrialPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_trial_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/trials/hc-trial-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, saved_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, origin_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, changes_box);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, changes_bin);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, keep_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, note_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, registry_button);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, fit_bin);
  gtk_widget_class_bind_template_child (widget_class, HcTrialPage, content_box);
  gtk_widget_class_bind_template_callback (widget_class, saved_clicked_cb);

  gtk_widget_class_install_action (widget_class, "trial.toggle-saved", NULL, toggle_saved_action);
  gtk_widget_class_install_action (widget_class, "trial.keep-version", NULL, keep_version_action);
  gtk_widget_class_install_action (widget_class, "trial.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "trial.toggle-compared", NULL, toggle_compared_action);
  gtk_widget_class_install_action (widget_class, "trial.registry", NULL, registry_action);
  gtk_widget_class_install_action (widget_class, "trial.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "trial.print", NULL, print_action);
}

static void
hc_trial_page_init (HcTrialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hc_wrapped_button_set (self->registry_button);
  hc_wrapped_button_set (self->keep_button);
}

/**
 * hc_trial_page_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): a page that shows no trial yet
 */
HcTrialPage *
hc_trial_page_new (HcTrialDesk *desk)
{
  HcTrialPage *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_PAGE, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "matched", G_CALLBACK (update_fit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_trial_desk_get_catalog (desk), "changed", G_CALLBACK (catalog_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * hc_trial_page_show:
 * @self: a page
 * @nct: the number of a trial
 * @error: return location for a %HC_DATABASE_ERROR, or %HC_LIBRARY_ERROR_NOT_FOUND when it is neither here nor saved
 *
 * Shows a trial. Of one that was saved and is here in a later version that version is shown, with what has changed.
 *
 * Returns: %FALSE when there is none; the page then shows what it showed before
 */
gboolean
hc_trial_page_show (HcTrialPage  *self,
                    const char   *nct,
                    GError      **error)
{
  g_autoptr (HcTrial) fetched = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean is_listed = FALSE;

  g_return_val_if_fail (HC_IS_TRIAL_PAGE (self), FALSE);
  g_return_val_if_fail (nct != NULL, FALSE);

  /* A saved copy can be read whatever has become of the rest. */
  fetched = hc_trial_catalog_load (hc_trial_desk_get_catalog (self->desk), nct, &is_listed, &problem);
  read_copy (self, nct);

  if (fetched == NULL && self->copy == NULL)
    {
      if (self->trial != NULL)
        read_copy (self, self->trial->nct);
      if (problem == NULL)
        g_set_error_literal (&problem, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND,
                             _("This trial is not on this computer"));
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  self->is_copy = fetched == NULL || (self->copy != NULL && g_strcmp0 (self->copy->updated, fetched->updated) > 0);
  self->is_listed = fetched != NULL && is_listed;
  g_clear_pointer (&self->trial, hc_trial_free);
  self->trial = self->is_copy ? g_steal_pointer (&self->copy) : g_steal_pointer (&fetched);

  fill_content (self);
  update_head (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);

  return TRUE;
}

/**
 * hc_trial_page_get_nct:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the number of the trial that is shown
 */
const char *
hc_trial_page_get_nct (HcTrialPage *self)
{
  g_return_val_if_fail (HC_IS_TRIAL_PAGE (self), NULL);

  return self->trial != NULL ? self->trial->nct : NULL;
}
