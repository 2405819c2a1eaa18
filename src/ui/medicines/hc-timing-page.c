/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-timing-page.h"

#include <glib/gi18n.h>

#include "hc-ask-dialog.h"
#include "hc-course-operations.h"
#include "hc-dose-operations.h"
#include "hc-dose-words.h"
#include "hc-interaction-card.h"
#include "hc-timing-words.h"
#include "hc-wrapped-label.h"

#define ID_KEY "hc-medicine-id"
#define KEEP_KEY "hc-keep"
#define SPACE 12

/**
 * HcTimingPage:
 *
 * Whether medicines are taken too near to each other, and times that would be better. A person says which times
 * are to stay; nothing changes but by the action `timing.use`, which asks again.
 */
struct _HcTimingPage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  GHashTable        *kept;  /* a set of ids of medicines */
  HcTimingPlan      *plan;  /* NULL when there is none */
  HcTimingPlan      *asked; /* what the person is asked about; NULL: nothing */

  GtkStack          *stack;
  GtkLabel          *result_label;
  GtkLabel          *explanation_label;
  GtkWidget         *conflicts_box;
  GtkLabel          *times_title;
  GtkListBox        *times_list;
  GtkWidget         *use_box;
  GtkLabel          *notice_label;
};

G_DEFINE_FINAL_TYPE (HcTimingPage, hc_timing_page, ADW_TYPE_NAVIGATION_PAGE)

static void look_again (HcTimingPage *self);

static HcTimingPlan *
make_plan (HcTimingPage *self)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autofree const char **kept = (const char **) g_hash_table_get_keys_as_array (self->kept, NULL);

  return hc_timing_plan_new (hc_context_get_medicine_check (self->context), hc_context_get_profile (self->context),
                             hc_context_get_person (self->context), now, kept, TRUE);
}

/* Whether the source of a conflict was shown before: what is wrong twice a day is explained once. */
static gboolean
was_shown (HcTimingPage *self,
           guint         place)
{
  const HcDayConflict *conflict = g_ptr_array_index (self->plan->order->conflicts, place);

  for (guint i = 0; i < place; i++)
    if (((const HcDayConflict *) g_ptr_array_index (self->plan->order->conflicts, i))->finding == conflict->finding)
      return TRUE;

  return FALSE;
}

static void
show_conflicts (HcTimingPage *self)
{
  GPtrArray *conflicts = self->plan->order->conflicts;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->conflicts_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->conflicts_box), child);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const HcDayConflict *conflict = g_ptr_array_index (conflicts, i);

      if (was_shown (self, i))
        continue;

      for (guint j = i; j < conflicts->len; j++)
        {
          const HcDayConflict *same = g_ptr_array_index (conflicts, j);
          g_autofree char *words = same->finding == conflict->finding ? hc_timing_words_conflict (self->plan, same)
                                                                       : NULL;

          if (words != NULL)
            gtk_box_append (GTK_BOX (self->conflicts_box), hc_wrapped_label_new (words, NULL));
        }

      gtk_box_append (GTK_BOX (self->conflicts_box),
                      hc_interaction_card_new (hc_context_get_library (self->context), conflict->finding));
    }

  gtk_widget_set_visible (self->conflicts_box, conflicts->len > 0);
}

static void
keep_cb (HcTimingPage   *self,
         GtkCheckButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), ID_KEY);

  if (gtk_check_button_get_active (button))
    g_hash_table_add (self->kept, g_strdup (id));
  else
    g_hash_table_remove (self->kept, id);

  look_again (self);
}

static GtkWidget *
new_keep_button (HcTimingPage          *self,
                 const HcTimedMedicine *timed,
                 const char            *title)
{
  GtkWidget *keep = gtk_check_button_new_with_mnemonic (_("_Keep"));
  /* Translators: what a check button says to a screen reader; %s is a medicine. */
  g_autofree char *label = g_strdup_printf (_("Keep the Times of %s"), title);

  gtk_widget_set_valign (keep, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (keep), timed->is_kept);
  /* What is seen on the button would be its name otherwise. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (keep), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (keep), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (keep), ID_KEY, g_strdup (hc_medicine_get_id (timed->medicine)), g_free);
  g_signal_connect_object (keep, "toggled", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);

  return keep;
}

/* The times now, and below them those that are proposed; the label of the row says both. */
static void
add_times (HcTimingPage *self,
           guint         place)
{
  const HcTimedMedicine *timed = g_ptr_array_index (self->plan->medicines, place);
  g_autofree char *title = hc_medicine_dup_title (timed->medicine);
  g_autofree char *times = hc_timing_words_now (self->plan, place);
  g_autofree char *proposed = hc_timing_words_proposed (self->plan, place);
  /* Translators: the times of a medicine: "Now: 08:00, 20:00". */
  g_autofree char *now = g_strdup_printf (_("Now: %s"), times);
  /* Translators: the times of a medicine: "Proposed: 07:00, 19:00". */
  g_autofree char *change = proposed != NULL ? g_strdup_printf (_("Proposed: %s"), proposed) : NULL;
  g_autofree char *description = g_strdup_printf ("%s. %s", now, change != NULL ? change : "");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACE);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACE / 4);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", line, NULL);

  gtk_widget_set_margin_start (line, SPACE);
  gtk_widget_set_margin_end (line, SPACE);
  gtk_widget_set_margin_top (line, SPACE);
  gtk_widget_set_margin_bottom (line, SPACE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (now, NULL));
  if (change != NULL)
    {
      GtkWidget *label = hc_wrapped_label_new (change, "heading");

      gtk_widget_add_css_class (label, "accent");
      gtk_box_append (GTK_BOX (words), label);
    }
  else if (!timed->can_move)
    gtk_box_append (GTK_BOX (words), hc_wrapped_label_new (_("Other times cannot be proposed for it."), "dimmed"));

  if (timed->can_move && self->plan->order->conflicts->len > 0)
    {
      GtkWidget *keep = new_keep_button (self, timed, title);

      gtk_box_append (GTK_BOX (line), keep);
      g_object_set_data (G_OBJECT (row), KEEP_KEY, keep);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  gtk_list_box_append (self->times_list, row);
}

/* The row of a check button keeps the keyboard when the list is made anew. */
static int
get_focused_row (HcTimingPage *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->times_list));

  return GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
show_times (HcTimingPage *self)
{
  int focused = get_focused_row (self);
  GtkListBoxRow *row;
  GtkWidget *keep;

  gtk_list_box_remove_all (self->times_list);
  for (guint i = 0; i < self->plan->medicines->len; i++)
    add_times (self, i);

  row = focused >= 0 ? gtk_list_box_get_row_at_index (self->times_list, focused) : NULL;
  keep = row != NULL ? g_object_get_data (G_OBJECT (row), KEEP_KEY) : NULL;
  if (keep != NULL)
    gtk_widget_grab_focus (keep);
}

static void
show_result (HcTimingPage *self)
{
  HcDayOrder *order = self->plan->order;
  gboolean is_proposed = order->result == HC_DAY_ORDER_PROPOSED && order->n_moved > 0;

  if (order->conflicts->len == 0)
    {
      gtk_label_set_label (self->result_label, _("Nothing Is Too Near"));
      gtk_label_set_label (self->explanation_label,
                           _("No rule about times that is known here speaks against the times of today. "
                             "That does not say that nothing else does."));
    }
  else
    {
      gtk_label_set_label (self->result_label, _("Times to Look At"));
      gtk_label_set_label (self->explanation_label,
                           is_proposed ? _("Some medicines should not be taken close to each other. "
                                           "Times that keep them apart are proposed below.")
                                       : _("Some medicines should not be taken close to each other. No times were "
                                           "found that keep them apart: ask your pharmacist."));
    }

  gtk_label_set_label (self->times_title, is_proposed ? _("Now and Proposed") : _("Times of Today"));
  gtk_label_set_label (self->notice_label, hc_day_order_get_notice ());
  gtk_widget_set_visible (self->use_box, is_proposed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timing.use", is_proposed);
}

static void
look_again (HcTimingPage *self)
{
  g_clear_pointer (&self->plan, hc_timing_plan_free);
  self->plan = make_plan (self);

  if (self->plan == NULL || self->plan->medicines->len == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "timing.use", FALSE);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "times");
  show_result (self);
  show_conflicts (self);
  show_times (self);
}

static void
person_changed_cb (HcTimingPage *self)
{
  g_hash_table_remove_all (self->kept);
  look_again (self);
}

/* What is to change, in lines. */
static char *
dup_changes (HcTimingPlan *plan,
             GDateTime    *begin)
{
  g_autofree char *day = hc_dose_words_day (begin);
  GString *text = g_string_new (NULL);

  /* Translators: %s is a day, tomorrow; a list of medicines and times follows. */
  g_string_append_printf (text, _("From tomorrow, %s:"), day);
  for (guint i = 0; i < plan->medicines->len; i++)
    {
      const HcTimedMedicine *timed = g_ptr_array_index (plan->medicines, i);
      g_autofree char *title = hc_medicine_dup_title (timed->medicine);
      g_autofree char *now = hc_timing_words_now (plan, i);
      g_autofree char *proposed = hc_timing_words_proposed (plan, i);

      if (proposed == NULL)
        continue;

      g_string_append_c (text, '\n');
      /* Translators: a medicine, its times and its other times. */
      g_string_append_printf (text, _("%s: %s instead of %s"), title, proposed, now);
    }

  g_string_append (text, "\n\n");
  g_string_append (text, _("On the first day the time since the last dose is longer or shorter than usual."));
  g_string_append_c (text, ' ');
  g_string_append (text, hc_day_order_get_notice ());

  return g_string_free_and_steal (text);
}

static void
use_times (HcTimingPage *self,
           HcTimingPlan *plan)
{
  g_autoptr (HcCourseChanges) changes = hc_course_changes_new ();
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) begin = hc_timing_plan_dup_begin (now);
  g_autoptr (HcOperation) operation = NULL;

  for (guint i = 0; i < plan->medicines->len; i++)
    {
      const HcTimedMedicine *timed = g_ptr_array_index (plan->medicines, i);
      g_autofree char *proposed = hc_timing_words_proposed (plan, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (HcCourse) course = NULL;

      if (proposed == NULL)
        continue;

      /* Translators: why the schedule of a medicine was changed; it is kept with the schedule. */
      course = hc_timing_plan_make_course (plan, i, begin, _("Times moved apart"), &error);
      if (course == NULL)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", error->message);
          return;
        }
      hc_course_changes_add (changes, timed->medicine, course);
    }

  operation = hc_change_courses_new (hc_profile_get_medicines (hc_context_get_profile (self->context)), changes,
                                     _("Times changed from tomorrow"));
  hc_dose_operation_perform (GTK_WIDGET (self), operation);
}

/* Whether what the person was asked about is still what would be proposed. */
static gboolean
is_same_plan (HcTimingPlan *a,
              HcTimingPlan *b)
{
  if (a == NULL || b == NULL || a->medicines->len != b->medicines->len)
    return FALSE;

  for (guint i = 0; i < a->medicines->len; i++)
    {
      const HcTimedMedicine *one = g_ptr_array_index (a->medicines, i), *other = g_ptr_array_index (b->medicines, i);
      g_autofree char *first = hc_timing_words_proposed (a, i);
      g_autofree char *second = hc_timing_words_proposed (b, i);

      if (one->medicine != other->medicine || g_strcmp0 (first, second) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
answered_cb (HcTimingPage *self,
             const char   *response)
{
  g_autoptr (HcTimingPlan) asked = g_steal_pointer (&self->asked);
  g_autoptr (HcTimingPlan) current = self->context != NULL ? make_plan (self) : NULL;

  if (!g_str_equal (response, "use"))
    return;

  if (is_same_plan (asked, current))
    use_times (self, current);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s",
                                _("The medicines have changed meanwhile. Look at the times again"));
}

static void
use_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  HcTimingPage *self = HC_TIMING_PAGE (widget);
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) begin = hc_timing_plan_dup_begin (now);
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;

  g_clear_pointer (&self->asked, hc_timing_plan_free);
  self->asked = make_plan (self);
  if (self->asked == NULL || self->asked->order->n_moved == 0)
    return;

  body = dup_changes (self->asked, begin);
  dialog = ADW_ALERT_DIALOG (hc_ask_dialog_new (_("Use These Times?"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "use", _("_Use From Tomorrow"), NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
hc_timing_page_dispose (GObject *object)
{
  HcTimingPage *self = HC_TIMING_PAGE (object);

  g_clear_pointer (&self->plan, hc_timing_plan_free);
  g_clear_pointer (&self->asked, hc_timing_plan_free);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TIMING_PAGE);

  G_OBJECT_CLASS (hc_timing_page_parent_class)->dispose (object);
}

static void
hc_timing_page_finalize (GObject *object)
{
  g_hash_table_unref (HC_TIMING_PAGE (object)->kept);

  G_OBJECT_CLASS (hc_timing_page_parent_class)->finalize (object);
}

static void
hc_timing_page_class_init (HcTimingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_timing_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = hc_timing_page_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/medicines/hc-timing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, result_label);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, conflicts_box);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, times_title);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, times_list);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, use_box);
  gtk_widget_class_bind_template_child (widget_class, HcTimingPage, notice_label);

  gtk_widget_class_install_action (widget_class, "timing.use", NULL, use_action);
}

static void
hc_timing_page_init (HcTimingPage *self)
{
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_timing_page_new:
 * @context: the profile, and what is known of medicines
 *
 * Returns: (transfer floating): a page about the times of the person whose data is shown
 */
HcTimingPage *
hc_timing_page_new (HcContext *context)
{
  HcTimingPage *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_TIMING_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_medicine_check (context), "changed", G_CALLBACK (look_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_day_plan (context), "items-changed", G_CALLBACK (look_again), self,
                           G_CONNECT_SWAPPED);
  look_again (self);

  return self;
}
