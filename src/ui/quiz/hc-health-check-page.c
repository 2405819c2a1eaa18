/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-health-check-page.h"

#include <glib/gi18n.h>

#include "hc-health-check.h"
#include "hc-source-expander.h"
#include "hc-wrapped-label.h"

#define OPTION_KEY "hc-option"

/**
 * HcHealthCheckPage:
 *
 * The health check: one question at a time, and at the end what recommendations say.
 */
struct _HcHealthCheckPage
{
  AdwNavigationPage    parent_instance;

  HcHealthCheck       *check;
  GPtrArray           *rows;    /* of AdwActionRow: the options of the step */
  GPtrArray           *buttons; /* of GtkCheckButton, one a row */

  GtkProgressBar      *progress;
  GtkScrolledWindow   *scroller;
  GtkLabel            *heading;
  GtkLabel            *detail;
  GtkListBox          *options;
  GtkListBox          *number_group;
  AdwEntryRow         *number_row;
  GtkLabel            *number_error;
  GtkBox              *results;
  GtkLabel            *promise;
  GtkButton           *go_on_button;
  GtkButton           *restart_button;
  GtkButton           *back_button;
};

G_DEFINE_FINAL_TYPE (HcHealthCheckPage, hc_health_check_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
has_choice (HcHealthCheckPage *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      return TRUE;

  return FALSE;
}

/* Nothing chosen is an answer where any number may be chosen, and the button says so. */
static void
update_go_on (HcHealthCheckPage *self)
{
  const HcHealthStep *step = hc_health_check_get_step (self->check);

  if (step == NULL)
    return;

  gtk_button_set_label (self->go_on_button,
                        step->kind == HC_HEALTH_STEP_ANY && !has_choice (self) ? _("_None of These")
                                                                               : _("_Continue"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->go_on_button),
                            step->kind != HC_HEALTH_STEP_ONE || has_choice (self));
}

static void
remove_options (HcHealthCheckPage *self)
{
  gtk_list_box_remove_all (self->options);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->buttons, 0);
}

static void
add_options (HcHealthCheckPage  *self,
             const HcHealthStep *step,
             const char *const  *answer)
{
  for (guint i = 0; i < step->options->len; i++)
    {
      const HcHealthOption *option = g_ptr_array_index (step->options, i);
      GtkWidget *button = gtk_check_button_new ();
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "use-markup", FALSE,
                                     "activatable-widget", button,
                                     NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), option->text);

      if (step->kind == HC_HEALTH_STEP_ONE && i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->buttons, 0));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, option->text, -1);
      g_object_set_data (G_OBJECT (button), OPTION_KEY, option->id);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      gtk_list_box_append (self->options, row);
      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->buttons, button);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   answer != NULL && g_strv_contains (answer, option->id));
      g_signal_connect_object (button, "toggled", G_CALLBACK (update_go_on), self, G_CONNECT_SWAPPED);
    }
}

static void
show_step (HcHealthCheckPage  *self,
           const HcHealthStep *step)
{
  const char *const *answer = hc_health_check_get_answer (self->check);

  gtk_label_set_label (self->heading, step->ask);
  gtk_label_set_label (self->detail, step->detail != NULL ? step->detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), step->detail != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->options), step->kind != HC_HEALTH_STEP_NUMBER);
  gtk_widget_set_visible (GTK_WIDGET (self->number_group), step->kind == HC_HEALTH_STEP_NUMBER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number_row), step->ask);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row), answer != NULL && answer[0] != NULL ? answer[0] : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->options), GTK_ACCESSIBLE_PROPERTY_LABEL, step->ask, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number_group),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, step->ask, -1);
  add_options (self, step, answer);
  update_go_on (self);
}

static const char *
get_grade_words (HcHealthGrade grade)
{
  switch (grade)
    {
    case HC_HEALTH_GRADE_EMERGENCY:
      return _("Emergency");
    case HC_HEALTH_GRADE_CALL:
      return _("Now");
    case HC_HEALTH_GRADE_VISIT:
      return _("Soon");
    case HC_HEALTH_GRADE_KNOW:
      return _("Good to Know");
    default:
      g_return_val_if_reached ("");
    }
}

static GtkWidget *
make_button (const char *label,
             const char *link)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link);
  gtk_widget_add_css_class (button, "pill");

  return button;
}

static GtkWidget *
make_result (const HcHealthResult *result)
{
  gboolean urgent = result->grade == HC_HEALTH_GRADE_EMERGENCY || result->grade == HC_HEALTH_GRADE_CALL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 12, NULL);

  gtk_widget_add_css_class (box, "call-out");
  if (urgent)
    gtk_widget_add_css_class (box, "call-out-call");

  gtk_box_append (GTK_BOX (line),
                  g_object_new (GTK_TYPE_IMAGE,
                                "icon-name", urgent ? "hc-call-symbolic" : "hc-key-point-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                NULL));
  gtk_box_append (GTK_BOX (line), hc_wrapped_label_new (get_grade_words (result->grade), "call-out-title"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (result->title, "title-3"));
  gtk_box_append (GTK_BOX (box), hc_wrapped_label_new (result->text, NULL));

  if (result->grade == HC_HEALTH_GRADE_EMERGENCY)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons), make_button (_("Call _911"), "tel:911"));

  if (result->link != NULL)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons), make_button (_("_Read About It"), result->link));

  if (gtk_widget_get_first_child (buttons) != NULL)
    gtk_box_append (GTK_BOX (box), buttons);
  else
    g_object_ref_sink (buttons), g_object_unref (buttons);

  gtk_box_append (GTK_BOX (box), hc_source_expander_new (result->sources));

  return box;
}

static void
show_results (HcHealthCheckPage *self)
{
  g_autoptr (GPtrArray) results = hc_health_check_list_results (self->check);

  gtk_label_set_label (self->heading, _("What the Recommendations Say"));
  gtk_widget_set_visible (GTK_WIDGET (self->detail), results->len == 0);
  gtk_label_set_label (self->detail, _("None of the recommendations that this check knows is about your "
                                       "answers. Ask your doctor what worries you."));
  gtk_widget_set_visible (GTK_WIDGET (self->options), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->number_group), FALSE);

  for (guint i = 0; i < results->len; i++)
    {
      const HcHealthResult *result = g_ptr_array_index (results, i);

      gtk_box_append (self->results, make_result (result));
      if (i == 0)
        gtk_accessible_announce (GTK_ACCESSIBLE (self), result->title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
    }
}

static void
update (HcHealthCheckPage *self)
{
  const HcHealthStep *step = hc_health_check_get_step (self->check);
  GtkWidget *child;

  remove_options (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->results))) != NULL)
    gtk_box_remove (self->results, child);

  gtk_progress_bar_set_fraction (self->progress, hc_health_check_get_progress (self->check));
  gtk_widget_set_visible (GTK_WIDGET (self->results), step == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->promise), step == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on_button), step != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->restart_button), step == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), hc_health_check_can_go_back (self->check));
  gtk_widget_set_visible (GTK_WIDGET (self->number_error), FALSE);

  if (step != NULL)
    show_step (self, step);
  else
    show_results (self);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
}

static void
go_on_cb (HcHealthCheckPage *self)
{
  const HcHealthStep *step = hc_health_check_get_step (self->check);
  g_autoptr (GStrvBuilder) chosen = NULL;
  g_auto (GStrv) options = NULL;

  if (step == NULL)
    return;

  if (step->kind == HC_HEALTH_STEP_NUMBER)
    {
      g_autofree char *words = NULL;

      if (hc_health_check_answer_number (self->check, gtk_editable_get_text (GTK_EDITABLE (self->number_row)), NULL))
        {
          update (self);
          return;
        }

      /* Translators: the smallest and the largest number that may be entered. */
      words = g_strdup_printf (_("Enter a whole number from %d to %d"), step->minimum, step->maximum);
      gtk_label_set_label (self->number_error, words);
      gtk_widget_set_visible (GTK_WIDGET (self->number_error), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->number_row),
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
      return;
    }

  chosen = g_strv_builder_new ();
  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->buttons, i)))
      g_strv_builder_add (chosen, g_object_get_data (g_ptr_array_index (self->buttons, i), OPTION_KEY));

  options = g_strv_builder_end (chosen);
  hc_health_check_answer (self->check, (const char *const *) options);
  update (self);
}

static void
number_changed_cb (HcHealthCheckPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->number_error), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->number_row), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
back_cb (HcHealthCheckPage *self)
{
  hc_health_check_go_back (self->check);
  update (self);
}

static void
restart_cb (HcHealthCheckPage *self)
{
  hc_health_check_restart (self->check);
  update (self);
}

static void
hc_health_check_page_dispose (GObject *object)
{
  HcHealthCheckPage *self = HC_HEALTH_CHECK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_HEALTH_CHECK_PAGE);
  g_clear_object (&self->check);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (hc_health_check_page_parent_class)->dispose (object);
}

static void
hc_health_check_page_class_init (HcHealthCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_health_check_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/quiz/hc-health-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, progress);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, heading);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, detail);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, options);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, number_group);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, number_error);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, results);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, promise);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, restart_button);
  gtk_widget_class_bind_template_child (widget_class, HcHealthCheckPage, back_button);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, restart_cb);
}

static void
hc_health_check_page_init (HcHealthCheckPage *self)
{
  self->rows = g_ptr_array_new ();
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_button_set_use_underline (self->go_on_button, TRUE);
}

/**
 * hc_health_check_page_new:
 * @context: what the pages share
 * @error: return location for a %HC_DATABASE_ERROR
 *
 * Returns: (transfer floating) (nullable): the health check at its first question
 */
HcHealthCheckPage *
hc_health_check_page_new (HcContext  *context,
                          GError    **error)
{
  g_autoptr (HcHealthCheck) check = hc_health_check_new (hc_context_get_library (context), error);
  HcHealthCheckPage *self;

  if (check == NULL)
    return NULL;

  self = g_object_new (HC_TYPE_HEALTH_CHECK_PAGE, NULL);
  self->check = g_steal_pointer (&check);
  update (self);

  return self;
}
