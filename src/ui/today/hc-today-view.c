/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-today-view.h"

#include <glib/gi18n.h>

#include "hc-figure.h"
#include "hc-for-you.h"
#include "hc-link.h"
#include "hc-quiz.h"
#include "hc-setup-dialog.h"
#include "hc-source-expander.h"

#define N_PICKED 3

/**
 * HcTodayView:
 *
 * What the program opens with: what was being read, what is due, and a few things that change from day
 * to day. Nothing of it comes from a network.
 */
struct _HcTodayView
{
  AdwNavigationPage    parent_instance;

  HcContext           *context;
  guint                day;  /* the day that is shown, counted from the first of year 1; 0: not shown yet */
  GPtrArray           *rows; /* of GtkWidget: those that were put into a group */
  char                *due;  /* what the rows are of that are due: they are not made anew for the same */

  GtkLabel            *greeting;
  GtkLabel            *date;
  AdwPreferencesGroup *reading_group;
  AdwPreferencesGroup *due_group;
  AdwPreferencesGroup *picked_group;
  AdwPreferencesGroup *picture_group;
  AdwBin              *picture_bin;
  GtkLabel            *picture_caption;
  AdwPreferencesGroup *fact_group;
  GtkLabel            *fact_label;
  AdwBin              *fact_sources;
  GtkButton           *fact_button;
  AdwPreferencesGroup *question_group;
  AdwActionRow        *quizzes_row;
};

G_DEFINE_FINAL_TYPE (HcTodayView, hc_today_view, ADW_TYPE_NAVIGATION_PAGE)

static void
add_row (HcTodayView         *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *icon_name,
         const char          *link)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "activatable", TRUE,
                                 NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE,
                                             "icon-name", icon_name,
                                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL));

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
empty_group (HcTodayView         *self,
             AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);

      if (gtk_widget_is_ancestor (row, GTK_WIDGET (group)))
        {
          adw_preferences_group_remove (group, row);
          g_ptr_array_remove_index (self->rows, i - 1);
        }
    }

  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
}

static void
update_greeting (HcTodayView *self,
                 GDateTime   *now)
{
  int hour = g_date_time_get_hour (now);
  /* Translators: a date such as "Saturday, 21 November", for strftime. */
  g_autofree char *date = g_date_time_format (now, _("%A, %-d %B"));

  gtk_label_set_label (self->greeting, hour < 5 ? _("Hello")
                                       : hour < 12 ? _("Good Morning")
                                       : hour < 18 ? _("Good Afternoon") : _("Good Evening"));
  gtk_label_set_label (self->date, date);
}

static void
update_reading (HcTodayView *self)
{
  HcReadingStore *reading = hc_profile_get_reading (hc_context_get_profile (self->context));
  g_autofree char *latest = hc_reading_store_dup_latest (reading);
  g_autoptr (HcLink) link = latest != NULL ? hc_link_parse (latest, NULL) : NULL;
  HcArticle *article = link != NULL && link->id != NULL
                       ? hc_library_get_article (hc_context_get_library (self->context), link->id) : NULL;
  const HcReadingPlace *place = latest != NULL ? hc_reading_store_lookup (reading, latest) : NULL;

  empty_group (self, self->reading_group);

  if (article != NULL && place != NULL && !place->finished)
    add_row (self, self->reading_group, hc_article_get_title (article), hc_article_get_summary (article),
             "hc-articles-symbolic", latest);
}

/* The list comes anew with every change of what it is made of, and a row that goes takes the keyboard with it. */
static void
update_due_rows (HcTodayView *self)
{
  GListModel *due = G_LIST_MODEL (hc_context_get_due (self->context));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (due); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (due, i);
      const char *detail = hc_due_item_get_detail (item);

      g_string_append_printf (text, "%s\n%s\n%s\n%s\n", hc_due_item_get_title (item), detail != NULL ? detail : "",
                              hc_due_item_get_icon_name (item), hc_due_item_get_link (item));
    }

  if (!g_set_str (&self->due, text->str))
    return;

  empty_group (self, self->due_group);
  for (guint i = 0; i < g_list_model_get_n_items (due); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (due, i);

      add_row (self, self->due_group, hc_due_item_get_title (item), hc_due_item_get_detail (item),
               hc_due_item_get_icon_name (item), hc_due_item_get_link (item));
    }
}

static void
update_due (HcTodayView *self)
{
  GListModel *due = G_LIST_MODEL (hc_context_get_due (self->context));
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));
  gboolean has_now = FALSE, has_today = FALSE, has_other_days = FALSE;

  update_due_rows (self);

  for (guint i = 0; i < g_list_model_get_n_items (due); i++)
    {
      g_autoptr (HcDueItem) item = g_list_model_get_item (due, i);
      GDateTime *time = hc_due_item_get_time (item);

      if (time == NULL || g_date_time_compare (time, now) <= 0)
        has_now = TRUE;
      else if (hc_due_item_is_today (item, now))
        has_today = TRUE;
      else
        has_other_days = TRUE;
    }

  adw_preferences_group_set_title (self->due_group, !has_now ? _("Coming Up")
                                                    : !has_today && !has_other_days ? _("Due Now")
                                                    : has_other_days ? _("Due and Coming Up") : _("Due Today"));
}

static HcPerson *
get_person (HcTodayView *self)
{
  return hc_current_person_get (hc_context_get_person (self->context));
}

/* What is chosen for the person who is shown, who may be another one than the reader. */
static char *
dup_picked_title (const HcPersonDetails *details)
{
  gboolean is_known = details != NULL && (details->site != NULL || details->stage != NULL ||
                                          (details->biomarkers != NULL && *details->biomarkers != '\0'));

  if (details == NULL || details->is_user)
    return g_strdup (is_known ? _("For Your Stage") : _("For You Today"));

  if (details->name == NULL)
    return g_strdup (is_known ? _("For This Stage") : _("For Today"));

  /* Translators: %s is the name of a person. */
  return g_strdup_printf (is_known ? _("For the Stage of %s") : _("For %s Today"), details->name);
}

static void
update_picked (HcTodayView *self)
{
  HcPerson *person = get_person (self);
  const HcPersonDetails *details = person != NULL ? hc_person_get_details (person) : NULL;
  g_autoptr (GPtrArray) picked = hc_for_you_pick (hc_context_get_library (self->context), details,
                                                  self->day, N_PICKED);
  g_autofree char *title = dup_picked_title (details);
  /* The title of a group is markup. */
  g_autofree char *markup = g_markup_escape_text (title, -1);

  empty_group (self, self->picked_group);
  adw_preferences_group_set_title (self->picked_group, markup);

  for (guint i = 0; i < picked->len; i++)
    {
      HcArticle *article = g_ptr_array_index (picked, i);
      g_autofree char *link = hc_article_dup_link (article);

      add_row (self, self->picked_group, hc_article_get_title (article), hc_article_get_summary (article),
               NULL, link);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->picked_group), TRUE);
}

/* What is picked before the page is shown would be picked for no day. */
static void
person_changed_cb (HcTodayView *self)
{
  if (self->day != 0)
    update_picked (self);
}

static void
update_fact (HcTodayView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HcFact) fact = hc_quiz_load_fact (hc_context_get_library (self->context), self->day, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->fact_group), fact != NULL);

  /* A library without facts is no fault; another error will be told where more is at stake. */
  if (fact == NULL)
    {
      if (!g_error_matches (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND))
        g_warning ("%s", error->message);
      return;
    }

  gtk_label_set_label (self->fact_label, fact->text);
  adw_bin_set_child (self->fact_sources, hc_source_expander_new (fact->sources));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fact_button), "s", fact->link);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->fact_button), "win.open-link");
}

/* The pictures in turn, one a day. */
static void
update_picture (HcTodayView *self)
{
  GListModel *pictures = hc_library_get_pictures (hc_context_get_library (self->context));
  guint n_pictures = g_list_model_get_n_items (pictures);

  gtk_widget_set_visible (GTK_WIDGET (self->picture_group), n_pictures > 0);

  if (n_pictures > 0)
    {
      g_autoptr (HcPicture) picture = g_list_model_get_item (pictures, self->day % n_pictures);

      adw_bin_set_child (self->picture_bin, hc_figure_button_new (picture));
      gtk_label_set_label (self->picture_caption, hc_picture_get_caption (picture));
    }
}

/* The questions of all quizzes in turn, one a day. */
static void
update_question (HcTodayView *self)
{
  g_autoptr (GError) error = NULL;
  guint number = 0;
  g_autoptr (HcQuiz) quiz = hc_quiz_load_of_day (hc_context_get_library (self->context), self->day, &number, &error);

  empty_group (self, self->question_group);
  gtk_widget_set_visible (GTK_WIDGET (self->quizzes_row), quiz != NULL);

  if (quiz != NULL)
    {
      const HcQuizQuestion *question = hc_quiz_get_question (quiz, number);
      g_autofree char *link = g_strdup_printf (HC_LINK_SCHEME ":quiz/%s#%s", hc_quiz_get_id (quiz), question->id);

      add_row (self, self->question_group, question->text, hc_quiz_get_title (quiz), "hc-ask-symbolic", link);
    }
  else if (!g_error_matches (error, HC_LIBRARY_ERROR, HC_LIBRARY_ERROR_NOT_FOUND))
    {
      g_warning ("%s", error->message);
    }
}

/* Called whenever the page is shown: the program may run for days. */
static void
update (HcTodayView *self)
{
  g_autoptr (GDateTime) time = hc_clock_dup_time (hc_context_get_clock (self->context));
  g_autoptr (GDateTime) now = g_date_time_to_local (time);
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) g_date_time_get_day_of_month (now),
                                           (GDateMonth) g_date_time_get_month (now),
                                           (GDateYear) g_date_time_get_year (now));
  guint day = g_date_get_julian (date);

  update_greeting (self, now);
  update_reading (self);

  if (day == self->day)
    return;

  self->day = day;
  update_picked (self);
  update_picture (self);
  update_fact (self);
  update_question (self);
}

/* The screens of the first start come once, when the program opens here: a link that leads to an article
 * is followed without them. */
static void
greet (HcTodayView *self)
{
  GSettings *settings = hc_context_get_settings (self->context);
  HcProfile *profile = hc_context_get_profile (self->context);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || g_settings_get_boolean (settings, "greeted") ||
      hc_profile_get_state (profile) != HC_PROFILE_READY)
    return;

  g_settings_set_boolean (settings, "greeted", TRUE);
  adw_dialog_present (ADW_DIALOG (hc_setup_dialog_new (profile, get_person (self), TRUE)), GTK_WIDGET (self));
}

static void
profile_state_cb (HcTodayView *self)
{
  update_reading (self);
  greet (self);
}

static void
setup_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  HcTodayView *self = HC_TODAY_VIEW (widget);
  HcProfile *profile = hc_context_get_profile (self->context);

  if (hc_profile_get_state (profile) == HC_PROFILE_READY)
    adw_dialog_present (ADW_DIALOG (hc_setup_dialog_new (profile, get_person (self), FALSE)), widget);
  else
    gtk_widget_activate_action (widget, "win.show-toast", "s", _("Your own data is not open yet"));
}

static void
hc_today_view_map (GtkWidget *widget)
{
  update (HC_TODAY_VIEW (widget));

  GTK_WIDGET_CLASS (hc_today_view_parent_class)->map (widget);

  greet (HC_TODAY_VIEW (widget));
}

static void
hc_today_view_dispose (GObject *object)
{
  HcTodayView *self = HC_TODAY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_TODAY_VIEW);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_today_view_parent_class)->dispose (object);
}

static void
hc_today_view_class_init (HcTodayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_today_view_dispose;
  widget_class->map = hc_today_view_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/health_center/HealthCenter/ui/today/hc-today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, greeting);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, date);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, reading_group);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, due_group);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, picked_group);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, picture_group);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, picture_bin);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, picture_caption);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, fact_group);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, fact_label);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, fact_sources);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, fact_button);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, question_group);
  gtk_widget_class_bind_template_child (widget_class, HcTodayView, quizzes_row);

  gtk_widget_class_install_action (widget_class, "today.setup", NULL, setup_action);
}

static void
hc_today_view_init (HcTodayView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_today_view_new:
 * @context: what the pages share
 *
 * Returns: (transfer floating): the view
 */
HcTodayView *
hc_today_view_new (HcContext *context)
{
  HcTodayView *self;
  HcProfile *profile;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_TODAY_VIEW, NULL);
  self->context = g_object_ref (context);
  profile = hc_context_get_profile (context);

  g_signal_connect_object (profile, "notify::state", G_CALLBACK (profile_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_context_get_due (context), "items-changed",
                           G_CALLBACK (update_due), self, G_CONNECT_SWAPPED);
  update_due (self);

  return self;
}
