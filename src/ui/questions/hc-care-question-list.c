/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-care-question-list.h"

#include <glib/gi18n.h>

#include "hc-care-question-printer.h"
#include "hc-care-question-row.h"
#include "hc-my-questions.h"

/**
 * HcCareQuestionList:
 *
 * What the person whose data is shown wants to ask the care team, in an order of their own. A row is made for
 * each question and kept as long as that is there, so that what is being written stays. A new question is the
 * matter of the action `questions.ask`.
 */
struct _HcCareQuestionList
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;

  GtkStack          *stack;
  GtkListBox        *list;
  GtkWidget         *ask_button;
  GtkWidget         *print_button;
};

enum {
  PROP_0,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HcCareQuestionList, hc_care_question_list, ADW_TYPE_NAVIGATION_PAGE)

static HcCareQuestionStore *
get_store (HcCareQuestionList *self)
{
  return hc_profile_get_care_questions (hc_context_get_profile (self->context));
}

static HcCurrentPerson *
get_person (HcCareQuestionList *self)
{
  return hc_context_get_person (self->context);
}

static gboolean
is_mine (HcCareQuestionList *self,
         HcCareQuestion     *question)
{
  return hc_current_person_owns (get_person (self), hc_care_question_get_person (question));
}

static HcCareQuestionRow *
find_row (HcCareQuestionList *self,
          HcCareQuestion     *question)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (hc_care_question_row_get_question (HC_CARE_QUESTION_ROW (row)) == question)
      return HC_CARE_QUESTION_ROW (row);

  return NULL;
}

static void
update (HcCareQuestionList *self)
{
  gboolean is_empty = gtk_list_box_get_row_at_index (self->list, 0) == NULL;
  gboolean has_open = hc_my_questions_count_open (get_store (self), get_person (self)) > 0;

  gtk_list_box_invalidate_sort (self->list);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "my-questions.print", has_open);
  gtk_widget_set_sensitive (self->print_button, has_open);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/* The focus of a row that goes moves to the next one. */
static void
remove_row (HcCareQuestionList *self,
            GtkListBoxRow      *row)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = gtk_list_box_row_get_index (row);
  GtkListBoxRow *neighbor = gtk_list_box_get_row_at_index (self->list, index + 1);

  if (neighbor == NULL && index > 0)
    neighbor = gtk_list_box_get_row_at_index (self->list, index - 1);

  if (focus == GTK_WIDGET (row))
    gtk_widget_grab_focus (neighbor != NULL ? GTK_WIDGET (neighbor) : self->ask_button);

  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
remove_rows (HcCareQuestionList *self)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL)
    {
      HcCareQuestion *question = hc_care_question_row_get_question (HC_CARE_QUESTION_ROW (row));

      if (hc_care_question_store_lookup (get_store (self), hc_care_question_get_id (question)) == question &&
          is_mine (self, question))
        i++;
      else
        remove_row (self, row);
    }
}

static void
questions_changed_cb (HcCareQuestionList *self)
{
  GListModel *questions = G_LIST_MODEL (get_store (self));
  guint n = g_list_model_get_n_items (questions);

  remove_rows (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HcCareQuestion) question = g_list_model_get_item (questions, i);
      GtkWidget *row;

      if (!is_mine (self, question) || find_row (self, question) != NULL)
        continue;

      row = hc_care_question_row_new (self->context, question);
      g_signal_handlers_disconnect_by_func (question, update, self);
      g_signal_connect_object (question, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }

  update (self);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  return hc_care_question_compare (hc_care_question_row_get_question (HC_CARE_QUESTION_ROW (a)),
                                   hc_care_question_row_get_question (HC_CARE_QUESTION_ROW (b)));
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcCareQuestionList *self = HC_CARE_QUESTION_LIST (widget);
  g_autoptr (HcCareQuestionPrinter) printer =
    hc_care_question_printer_new (self->context, g_variant_get_boolean (parameter));
  g_autoptr (GError) error = NULL;

  if (!hc_printout_run (HC_PRINTOUT (printer), GTK_WINDOW (gtk_widget_get_root (widget)), &error))
    {
      g_autofree char *text = g_strdup_printf (_("The questions could not be printed: %s"), error->message);

      gtk_widget_activate_action (widget, "win.show-toast", "s", text);
    }
}

static void
hc_care_question_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  HcCareQuestionList *self = HC_CARE_QUESTION_LIST (object);
  guint n_open;

  switch (prop_id)
    {
    case PROP_COUNT:
      n_open = self->context != NULL ? hc_my_questions_count_open (get_store (self), get_person (self)) : 0;
      if (n_open > 0)
        /* Translators: how many questions are to be asked. */
        g_value_take_string (value, g_strdup_printf (g_dngettext (NULL, "%u to ask", "%u to ask", n_open), n_open));
      else
        g_value_set_static_string (value, "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hc_care_question_list_dispose (GObject *object)
{
  HcCareQuestionList *self = HC_CARE_QUESTION_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_CARE_QUESTION_LIST);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_care_question_list_parent_class)->dispose (object);
}

static void
hc_care_question_list_class_init (HcCareQuestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hc_care_question_list_dispose;
  object_class->get_property = hc_care_question_list_get_property;

  /**
   * HcCareQuestionList:count:
   *
   * How many questions are to be asked, in words.
   */
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/questions/hc-care-question-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionList, stack);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionList, list);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionList, ask_button);
  gtk_widget_class_bind_template_child (widget_class, HcCareQuestionList, print_button);

  gtk_widget_class_install_action (widget_class, "my-questions.print", "b", print_action);
}

static void
hc_care_question_list_init (HcCareQuestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

/**
 * hc_care_question_list_new:
 * @context: where the questions are kept, and whose are shown
 *
 * Returns: (transfer floating): the list
 */
HcCareQuestionList *
hc_care_question_list_new (HcContext *context)
{
  HcCareQuestionList *self;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_CARE_QUESTION_LIST, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (get_store (self), "items-changed", G_CALLBACK (questions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_person (self), "changed", G_CALLBACK (questions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  questions_changed_cb (self);

  return self;
}
