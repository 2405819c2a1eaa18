/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "hc-follow-up-page.h"

#include <glib/gi18n.h>

#include "hc-date-entry.h"
#include "hc-error-words.h"
#include "hc-field.h"
#include "hc-follow-up-plan.h"
#include "hc-link.h"
#include "hc-person-words.h"
#include "hc-schedule-words.h"
#include "hc-source-expander.h"
#include "hc-wrapped-label.h"

/* What comes later than that is in a list of its own. */
#define MONTHS_AHEAD 12

/**
 * HcFollowUpPage:
 *
 * The checks after the treatment, with the days on which the cited guideline has them, each of which can be asked
 * for.
 */
struct _HcFollowUpPage
{
  AdwNavigationPage  parent_instance;

  HcContext         *context;
  HcFollowUpBook    *book;        /* NULL when it cannot be read */
  gboolean           is_filling;

  GtkLabel          *cancer_label;
  HcField           *day_field;
  HcDateEntry       *day_entry;
  GtkLabel          *nothing_label;
  GtkWidget         *now_box;
  GtkListBox        *now_list;
  GtkWidget         *later_box;
  GtkListBox        *later_list;
  GtkWidget         *past_box;
  GtkListBox        *past_list;
  GtkWidget         *sources_box;
  GtkBox            *sources;
};

G_DEFINE_FINAL_TYPE (HcFollowUpPage, hc_follow_up_page, ADW_TYPE_NAVIGATION_PAGE)

static void
get_today (HcFollowUpPage *self,
           GDate          *today)
{
  g_autoptr (GDateTime) now = hc_clock_dup_time (hc_context_get_clock (self->context));

  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
}

static GPtrArray *
list_appointments (HcFollowUpPage *self)
{
  GListModel *all = G_LIST_MODEL (hc_profile_get_appointments (hc_context_get_profile (self->context)));
  GPtrArray *mine = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HcAppointment) appointment = g_list_model_get_item (all, i);

      if (hc_current_person_owns (hc_context_get_person (self->context),
                                  hc_appointment_get_details (appointment)->person))
        g_ptr_array_add (mine, g_steal_pointer (&appointment));
    }

  return mine;
}

static const char *
get_state_words (HcFollowUpState state)
{
  switch (state)
    {
    case HC_FOLLOW_UP_DONE:
      return _("Done");
    case HC_FOLLOW_UP_OVERDUE:
      return _("Overdue: nothing was noted of it");
    case HC_FOLLOW_UP_BOOKED:
      return _("Asked for or agreed");
    case HC_FOLLOW_UP_DUE:
      return _("Due now");
    case HC_FOLLOW_UP_COMING:
      return _("To come");
    case HC_FOLLOW_UP_PAST:
    default:
      return _("Nothing was noted of it");
    }
}

static char *
dup_words (const HcFollowUpItem *item)
{
  g_autofree char *earliest = hc_schedule_dup_date (&item->earliest);
  g_autofree char *latest = hc_schedule_dup_date (&item->latest);
  /* Translators: two days. */
  g_autofree char *span = g_date_compare (&item->earliest, &item->latest) == 0
                          ? g_strdup (earliest) : g_strdup_printf (_("%s to %s"), earliest, latest);

  /* Translators: when a check is due, how it stands with it, and which guideline says so. */
  return g_strdup_printf (_("%s · %s\n%s"), span, get_state_words (item->state), item->check->guideline);
}

/* Where a row leads to: the appointment that there is, or a request. */
static char *
dup_link (HcFollowUpPage       *self,
          const HcFollowUpItem *item)
{
  g_autofree char *wish = NULL;
  GDate today, day = item->earliest;

  if (item->appointment != NULL)
    return g_strconcat (HC_LINK_SCHEME ":appointment/", hc_appointment_get_id (item->appointment), NULL);

  get_today (self, &today);
  wish = g_date_compare (&day, &today) > 0
         ? g_strdup_printf ("&wish=%04d-%02d-%02d", g_date_get_year (&day), (int) g_date_get_month (&day),
                            g_date_get_day (&day))
         : g_strdup ("");

  return g_strdup_printf (HC_LINK_SCHEME ":request?kind=%s&subject=%s%s", item->check->kind, item->check->subject,
                          wish);
}

static void
add_row (HcFollowUpPage       *self,
         GtkListBox           *list,
         const HcFollowUpItem *item)
{
  gboolean is_open = item->state != HC_FOLLOW_UP_PAST && item->state != HC_FOLLOW_UP_DONE;
  g_autofree char *words = dup_words (item);
  g_autofree char *link = dup_link (self, item);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", item->check->name,
                                 "subtitle", words,
                                 NULL);

  if (item->appointment != NULL || is_open)
    {
      /* Translators: %s is a check, "CEA blood test". */
      g_autofree char *label = g_strdup_printf (item->appointment != NULL ? _("Look at the appointment: %s")
                                                                          : _("Request: %s"), item->check->name);
      const char *icon_name = item->appointment != NULL ? "go-next-symbolic" : "list-add-symbolic";

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE,
                                               "icon-name", icon_name,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
      gtk_widget_set_tooltip_text (row, label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", link);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-link");
    }

  gtk_list_box_append (list, row);
}

static gboolean
is_near (const HcFollowUpItem *item,
         const GDate          *today)
{
  GDate limit = *today;

  g_date_add_months (&limit, MONTHS_AHEAD);

  return item->state == HC_FOLLOW_UP_BOOKED || g_date_compare (&item->earliest, &limit) <= 0;
}

static void
add_source (HcFollowUpPage        *self,
            const HcFollowUpCheck *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *title = g_strdup_printf ("%s: %s", check->name, check->guideline);

  sources = hc_follow_up_book_load_sources (self->book, hc_context_get_library (self->context), check, &error);
  gtk_box_append (self->sources, hc_wrapped_label_new (title, NULL));
  if (check->note != NULL)
    gtk_box_append (self->sources, hc_wrapped_label_new (check->note, "dimmed"));
  if (sources != NULL)
    gtk_box_append (self->sources, hc_source_expander_new (sources));
  else
    g_warning ("The sources of a check cannot be read: %s", error->message);
}

static void
show_plan (HcFollowUpPage *self,
           GPtrArray      *plan)
{
  g_autoptr (GHashTable) checks = g_hash_table_new (NULL, NULL);
  guint n_now = 0, n_later = 0, n_past = 0;
  GtkWidget *child;
  GDate today;

  get_today (self, &today);
  gtk_list_box_remove_all (self->now_list);
  gtk_list_box_remove_all (self->later_list);
  gtk_list_box_remove_all (self->past_list);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sources))) != NULL)
    gtk_box_remove (self->sources, child);

  for (guint i = 0; plan != NULL && i < plan->len; i++)
    {
      const HcFollowUpItem *item = g_ptr_array_index (plan, i);
      gboolean is_past = item->state == HC_FOLLOW_UP_PAST || item->state == HC_FOLLOW_UP_DONE;

      add_row (self, is_past ? self->past_list : is_near (item, &today) ? self->now_list : self->later_list, item);
      n_past += is_past ? 1 : 0;
      n_now += !is_past && is_near (item, &today) ? 1 : 0;
      n_later += !is_past && !is_near (item, &today) ? 1 : 0;
      if (g_hash_table_add (checks, (gpointer) item->check))
        add_source (self, item->check);
    }

  gtk_widget_set_visible (self->now_box, n_now > 0);
  gtk_widget_set_visible (self->later_box, n_later > 0);
  gtk_widget_set_visible (self->past_box, n_past > 0);
  gtk_widget_set_visible (self->sources_box, g_hash_table_size (checks) > 0);
}

/* Returns: what is missing for a plan, in words; NULL: nothing */
static const char *
find_missing (HcFollowUpPage        *self,
              const HcPersonDetails *details,
              GDate                 *day)
{
  if (self->book == NULL)
    return _("The plan of the library cannot be read.");
  if (details == NULL || details->site == NULL || details->stage == NULL)
    return _("Tell where the cancer began and which stage it had. The plan depends on both.");
  if (details->treated == NULL)
    return _("Tell the day of the operation, or of the end of the treatment. The checks are counted from it.");

  g_date_set_dmy (day, (GDateDay) atoi (details->treated + 8), (GDateMonth) atoi (details->treated + 5),
                  (GDateYear) atoi (details->treated));

  return NULL;
}

static void
update (HcFollowUpPage *self)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));
  const HcPersonDetails *details = person != NULL ? hc_person_get_details (person) : NULL;
  g_autofree char *cancer = details != NULL ? hc_person_dup_diagnosis (details) : NULL;
  g_autoptr (GPtrArray) plan = NULL;
  const char *missing;
  GDate day, today;

  g_date_clear (&day, 1);
  missing = find_missing (self, details, &day);
  if (missing == NULL)
    {
      g_autoptr (GPtrArray) appointments = list_appointments (self);

      get_today (self, &today);
      plan = hc_follow_up_plan_make (self->book, details->site, details->stage, &day, appointments, &today);
      if (plan->len == 0)
        missing = _("The guideline has no plan for this stage. Ask your care team which checks are right for you.");
    }

  gtk_label_set_label (self->cancer_label, cancer != NULL ? cancer : _("Site and stage are not told."));
  gtk_label_set_label (self->nothing_label, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), missing != NULL);
  show_plan (self, plan);
}

/* The day of another person, or one that was told elsewhere. */
static void
person_changed_cb (HcFollowUpPage *self)
{
  HcPerson *person = hc_current_person_get (hc_context_get_person (self->context));
  GDate day, shown;

  g_date_clear (&day, 1);
  if (person != NULL && hc_person_get_details (person)->treated != NULL)
    find_missing (self, hc_person_get_details (person), &day);

  hc_date_entry_read (self->day_entry, &shown);
  if (g_date_valid (&day) != g_date_valid (&shown) || (g_date_valid (&day) && g_date_compare (&day, &shown) != 0))
    {
      self->is_filling = TRUE;
      hc_date_entry_set_date (self->day_entry, &day);
      self->is_filling = FALSE;
    }

  update (self);
}

/* It is told anew when it is shown. */
static void
appointments_changed_cb (HcFollowUpPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HcFollowUpPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hc_person_store_save_finish (HC_PERSON_STORE (source), result, &error) && self->context != NULL)
    {
      /* Translators: %s says why, as a sentence. */
      g_autofree char *words = g_strdup_printf (_("Not saved. %s"), hc_error_to_words (error));

      hc_field_set_fault (self->day_field, words);
      hc_field_reveal_faults (GTK_WIDGET (self->day_field));
    }

  if (self->context != NULL)
    update (self);
}

/* Who has not told anything yet begins with this. */
static void
save_day (HcFollowUpPage *self,
          const GDate    *day)
{
  HcPerson *current = hc_current_person_get (hc_context_get_person (self->context));
  g_autoptr (HcPerson) person = current != NULL ? g_object_ref (current) : hc_person_new ();
  HcPersonDetails details = *hc_person_get_details (person);
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), (int) g_date_get_month (day),
                                           g_date_get_day (day));

  if (current == NULL)
    details.is_user = TRUE;
  details.treated = text;
  hc_person_store_save_async (hc_profile_get_people (hc_context_get_profile (self->context)), person, &details,
                              saved_cb, g_object_ref (self));
}

static void
day_changed_cb (HcFollowUpPage *self)
{
  const char *fault;
  GDate day, today;

  if (self->is_filling || self->context == NULL)
    return;

  get_today (self, &today);
  fault = hc_date_entry_read (self->day_entry, &day);
  if (fault == NULL && g_date_compare (&day, &today) > 0)
    fault = _("This day has not come yet. The plan begins when the treatment has ended.");
  if (hc_field_set_fault (self->day_field, fault))
    save_day (self, &day);
}

static void
hc_follow_up_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hc_follow_up_page_parent_class)->map (widget);

  person_changed_cb (HC_FOLLOW_UP_PAGE (widget));
}

static void
hc_follow_up_page_dispose (GObject *object)
{
  HcFollowUpPage *self = HC_FOLLOW_UP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HC_TYPE_FOLLOW_UP_PAGE);
  g_clear_object (&self->book);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hc_follow_up_page_parent_class)->dispose (object);
}

static void
hc_follow_up_page_class_init (HcFollowUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hc_follow_up_page_dispose;
  widget_class->map = hc_follow_up_page_map;

  g_type_ensure (HC_TYPE_FIELD);
  g_type_ensure (HC_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/health_center/HealthCenter/ui/appointments/hc-follow-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, cancer_label);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, day_field);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, now_box);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, now_list);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, later_box);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, later_list);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, past_box);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, past_list);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, sources_box);
  gtk_widget_class_bind_template_child (widget_class, HcFollowUpPage, sources);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
}

static void
hc_follow_up_page_init (HcFollowUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hc_follow_up_page_new:
 * @context: the profile, the library and the clock
 *
 * Returns: (transfer floating): a page with the plan of the person whose data is shown
 */
HcFollowUpPage *
hc_follow_up_page_new (HcContext *context)
{
  HcFollowUpPage *self;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HC_IS_CONTEXT (context), NULL);

  self = g_object_new (HC_TYPE_FOLLOW_UP_PAGE, NULL);
  self->book = hc_follow_up_book_new (hc_context_get_library (context), &error);
  if (self->book == NULL)
    g_warning ("The checks after the treatment cannot be read: %s", error->message);
  self->context = g_object_ref (context);
  g_signal_connect_object (hc_context_get_person (context), "changed", G_CALLBACK (person_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hc_profile_get_appointments (hc_context_get_profile (context)), "items-changed",
                           G_CALLBACK (appointments_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}
