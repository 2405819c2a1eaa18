/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-trial-chips.h"

#include <glib/gi18n.h>

#include "hc-appointment-words.h"
#include "hc-city-dialog.h"
#include "hc-person-words.h"
#include "hc-wrapped-button.h"

#define SPACE 6
#define MAX_TREATMENT 60

/* What the dialog of the person asks for. */
enum {
  CHIP_CANCER,
  CHIP_BIOMARKERS,
  CHIP_TREATMENT,
  CHIP_BIRTH_YEAR,
  N_OWN_CHIPS,
};

/**
 * HcTrialChips:
 *
 * What is known of the person whose data is shown, as far as it matters for trials, and what is not. Each chip leads
 * to where it is corrected: the dialog of the person, or a choice of its own. Its actions are `trials.set-sex` and
 * `trials.choose-city`.
 */
struct _HcTrialChips
{
  AdwBin       parent_instance;

  HcTrialDesk *desk;
  AdwWrapBox  *box;
  GtkWidget   *sex;  /* GtkMenuButton */
  GtkWidget   *city;
  GtkWidget   *own[N_OWN_CHIPS]; /* those that lead to the dialog of the person */
};

G_DEFINE_FINAL_TYPE (HcTrialChips, hc_trial_chips, ADW_TYPE_BIN)

static const char *
find_missing (guint chip)
{
  switch (chip)
    {
    case CHIP_CANCER:
      return _("Cancer and Stage: Not Told");
    case CHIP_BIOMARKERS:
      return _("Markers of the Tumor: Not Told");
    case CHIP_TREATMENT:
      return _("Treatment: Not Told");
    case CHIP_BIRTH_YEAR:
    default:
      return _("Year of Birth: Not Told");
    }
}

/* What is not told stands out by its words, and is asked for by the trials. */
static void
set_chip (GtkWidget  *button,
          const char *text)
{
  gtk_button_set_use_underline (GTK_BUTTON (button), FALSE);
  gtk_button_set_label (GTK_BUTTON (button), text);
  hc_wrapped_button_set (button);
}

static char *
dup_treatment (const char *treatment)
{
  g_autofree char *line = treatment != NULL ? g_strstrip (g_strdelimit (g_strdup (treatment), "\n\r\t", ' ')) : NULL;
  g_autofree char *beginning = NULL;

  if (line == NULL || *line == '\0')
    return NULL;

  beginning = hc_appointment_words_shorten (line, MAX_TREATMENT);

  /* Translators: %s is a treatment in the person's own words. */
  return g_strdup_printf (_("Treatment: %s"), beginning);
}

static char *
dup_chip (const HcPersonDetails *details,
          guint                  chip)
{
  switch (chip)
    {
    case CHIP_CANCER:
      return hc_person_dup_diagnosis (details);
    case CHIP_BIOMARKERS:
      return hc_person_dup_biomarkers (details);
    case CHIP_TREATMENT:
      return dup_treatment (details->treatment);
    case CHIP_BIRTH_YEAR:
    default:
      /* Translators: %d is a year. */
      return details->birth_year > 0 ? g_strdup_printf (_("Born in %d"), details->birth_year) : NULL;
    }
}

static void
update (HcTrialChips *self)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (hc_trial_desk_get_context (self->desk)));
  const HcPersonDetails nothing = { .is_user = TRUE };
  const HcPersonDetails *details = person != NULL ? hc_person_get_details (person) : &nothing;
  const char *sex = hc_trial_desk_get_sex (self->desk);
  HcCity *city = hc_trial_desk_get_city (self->desk);
  g_autofree char *distance = NULL;

  for (guint i = 0; i < N_OWN_CHIPS; i++)
    {
      g_autofree char *words = dup_chip (details, i);

      set_chip (self->own[i], words != NULL ? words : find_missing (i));
    }

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->sex),
                             sex == NULL ? _("Sex: Not Told")
                             : g_str_equal (sex, "FEMALE") ? _("Woman") : _("Man"));
  /* Translators: %s is a city. */
  distance = city != NULL ? g_strdup_printf (_("From %s"), hc_city_get_label (city)) : g_strdup (_("City: Not Chosen"));
  set_chip (self->city, distance);
}

static void
set_sex_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  const char *sex = g_variant_get_string (parameter, NULL);

  hc_trial_desk_set_sex (HC_TRIAL_CHIPS (widget)->desk, *sex != '\0' ? sex : NULL);
}

static void
choose_city_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  HcTrialDesk *desk = HC_TRIAL_CHIPS (widget)->desk;
  GSettings *settings = hc_context_get_settings (hc_trial_desk_get_context (desk));

  adw_dialog_present (hc_city_dialog_new (hc_trial_desk_get_directory (desk), settings), widget);
}

static void
hc_trial_chips_dispose (GObject *object)
{
  g_clear_object (&HC_TRIAL_CHIPS (object)->desk);

  G_OBJECT_CLASS (hc_trial_chips_parent_class)->dispose (object);
}

static void
hc_trial_chips_class_init (HcTrialChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_trial_chips_dispose;

  gtk_widget_class_install_action (widget_class, "trials.set-sex", "s", set_sex_action);
  gtk_widget_class_install_action (widget_class, "trials.choose-city", NULL, choose_city_action);
}

static GtkWidget *
new_sex_chip (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Woman"), "trials.set-sex::FEMALE");
  g_menu_append (menu, _("Man"), "trials.set-sex::MALE");
  g_menu_append (menu, _("Not Told"), "trials.set-sex::");

  return g_object_new (GTK_TYPE_MENU_BUTTON, "menu-model", menu, "can-shrink", TRUE, NULL);
}

static void
hc_trial_chips_init (HcTrialChips *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, SPACE);
  adw_wrap_box_set_line_spacing (self->box, SPACE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));

  for (guint i = 0; i < N_OWN_CHIPS; i++)
    {
      self->own[i] = gtk_button_new_with_label ("");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->own[i]), "win.edit-person");
      gtk_widget_set_tooltip_text (self->own[i], _("Correct It"));
      adw_wrap_box_append (self->box, self->own[i]);
    }

  self->sex = new_sex_chip ();
  gtk_widget_set_tooltip_text (self->sex, _("Correct It"));
  adw_wrap_box_append (self->box, self->sex);

  self->city = gtk_button_new_with_label ("");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->city), "trials.choose-city");
  gtk_widget_set_tooltip_text (self->city, _("Choose Another City"));
  adw_wrap_box_append (self->box, self->city);
}

/**
 * hc_trial_chips_new:
 * @desk: what the parts of Clinical Trials share
 *
 * Returns: (transfer floating): the chips
 */
GtkWidget *
hc_trial_chips_new (HcTrialDesk *desk)
{
  HcTrialChips *self;

  g_return_val_if_fail (HC_IS_TRIAL_DESK (desk), NULL);

  self = g_object_new (HC_TYPE_TRIAL_CHIPS, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trials.choose-city", hc_trial_desk_get_directory (desk) != NULL);
  update (self);

  return GTK_WIDGET (self);
}
